"""How the parent and the guarded process talk: a byte for the kind, an eight-byte length, then so many bytes."""

import os
import struct
from typing import BinaryIO

#: Bytes that a pipe holds before its writer must wait; the most that Linux allows by default.
PIPE_SIZE = 1 << 20
HEAD = struct.Struct(">cQ")
#: What frames are: a request is the limits and the file. An answer is the name, the merges, the cells (block by block)
#: and the rest of each sheet, then what ends it.
LIMITS, FILE = b"L", b"F"
NAME, MERGES, CELLS, SHEET, END = b"N", b"M", b"C", b"S", b"E"
#: Kind and content.
Frame = tuple[bytes, bytes]


def send(stream: BinaryIO, kind: bytes, data: bytes) -> None:
    """Write one frame."""
    stream.write(HEAD.pack(kind, len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> Frame | None:
    """Kind and content of one frame; None when the stream ends before it is whole, or it claims more than ``most``."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, size = HEAD.unpack(head)
    if size > most:
        return None
    data = stream.read(size)
    return (kind, data) if len(data) == size else None


def forward(source: int, target: int, most: int) -> bool:
    """Pass frames from one pipe to another as they come, up to the one that ends an answer; whether that came.

    Where the source breaks off within a frame, that is filled up with zeros, so that another frame can follow.
    """
    while len(head := os.read(source, HEAD.size)) == HEAD.size:
        kind, left = HEAD.unpack(head)
        if left > most:
            return False
        os.write(target, head)
        while left and (moved := os.splice(source, target, left)):
            left -= moved
        if left:
            os.write(target, bytes(left))
            return False
        if kind == END:
            return True
    return False
