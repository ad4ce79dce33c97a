"""How the parent and the guarded process talk: an eight-byte length, then so many bytes."""

import struct
from typing import BinaryIO

#: Bytes that a pipe holds before its writer must wait; the most that Linux allows by default.
PIPE_SIZE = 1 << 20
_LENGTH = struct.Struct(">Q")


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one frame."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one frame; None when the stream ends before it is whole."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(head)[0]
    data = stream.read(size)
    return data if len(data) == size else None
