"""The hash chain over a log: each record's hash covers its content and the hash before it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from json import dumps
from typing import TypeVar

from workbench.records import Event, Move

_Logged = TypeVar("_Logged", Event, Move)


def sealed(event: _Logged) -> _Logged:
    """The record with its hash."""
    return replace(event, hash=_hash(event))


#: Fields that came after the first version. Where one is empty it is left out of the hash, so that older events keep
#: theirs; as names are hashed with their values, filling one afterwards shows all the same.
_ADDED = ("target_type", "target_level", "batch")


def _hash(event: Event | Move) -> str:
    content = asdict(event)
    for name in ("hash", *(name for name in _ADDED if name in content and content[name] is None)):
        del content[name]
    canonical = dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def steps_back(events: Iterable[Event]) -> list[str]:
    """Where the clock stepped back, as sentences: no fault of the log, whose order is that of its numbers."""
    return [
        f"第 {after.event} 号记录的时间（{after.at}）早于第 {before.event} 号（{before.at}）"
        for before, after in pairwise(events)
        if datetime.fromisoformat(after.at) < datetime.fromisoformat(before.at)
    ]


def faults(events: Iterable[Event] | Iterable[Move], log: str = "记录") -> list[str]:
    """What is broken in a whole log, oldest first, as Chinese sentences; empty where nothing is."""
    found = []
    previous, expected = "", 1
    revisions: Counter[str] = Counter()
    for event in events:
        if event.event != expected:
            found.append(f"第 {expected} 号{log}至第 {event.event - 1} 号{log}缺失。")
        if event.previous_hash != previous:
            found.append(f"第 {event.event} 号{log}与前一条记录的哈希不相接，其间有记录被修改、插入或删除。")
        if event.hash != _hash(event):
            found.append(f"第 {event.event} 号{log}（事项 {event.item}）的内容与其哈希不符，已被改动。")
        if event.revision != revisions[event.item]:
            found.append(f"第 {event.event} 号{log}（事项 {event.item}）的版本号不连续。")
        revisions[event.item] = event.revision + 1
        previous, expected = event.hash, event.event + 1
    return found
