"""Events of an item's history in words."""

from datetime import datetime

from workbench.assignments import Assignments
from workbench.dashboards.state.deciding import Draft, named_verdict
from workbench.records import BEIJING, ROLE_NAMES, STAGE_NAMES, Event

_STAGES = {str(stage): name for stage, name in STAGE_NAMES.items()}


def event_line(event: Event, assignments: Assignments) -> dict[str, str]:
    """One event: when, who, what, the opinion and the reasons for which findings were overruled."""
    overruled = [f"{answer.rule} 不采纳：{answer.reason}" for answer in event.answers if not answer.upheld]
    return {
        "when": shown_time(event.at),
        "who": who(event.by, assignments),
        "what": verdict_word(event),
        "verdict": event.verdict or "",
        "stage": _STAGES.get(event.stage, event.stage),
        "opinion": event.opinion,
        "named": named_beside(event),
        "overruled": "；".join(overruled),
    }


def named_beside(said: Event | Draft) -> str:
    """What a verdict names beside its opinion, in brackets: the unit that keeps the matter, its new type or level."""
    named = (("牵头单位", said.lead_unit), ("规范为", said.target_type), ("下放至", said.target_level))
    words = "；".join(f"{word}：{value}" for word, value in named if value)
    return f"（{words}）" if words else ""


def verdict_word(event: Event) -> str:
    """The verdict in words; an undo says what it leaves standing."""
    name = named_verdict(event.item, event.verdict) if event.verdict else "未审"
    return f"撤销，恢复为“{name}”" if event.undoes else name


def who(user: str, assignments: Assignments) -> str:
    """A user's name and role."""
    found = assignments.reviewer(user)
    return f"{found.name}（{ROLE_NAMES[found.role]}）" if found else user


def shown_time(at: str) -> str:
    """An ISO time as people write it here, in Beijing time; unreadable text as it is."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    if moment.tzinfo is not None:
        moment = moment.astimezone(BEIJING)
    return f"{moment.month}月{moment.day}日 {moment:%H:%M:%S}"
