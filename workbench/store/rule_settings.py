"""Settings of rules: append-only, the newest of a rule stands."""

from sqlalchemy import Connection, insert, select

from workbench.assignments import Assignments
from workbench.records import ROLE_NAMES, Role, RuleSetting, Severity
from workbench.store import rights
from workbench.store.refusals import NotAllowed, Refused
from workbench.store.tables import rule_settings
from workbench.store.text import is_blank

_COLUMNS = [rule_settings.c[name] for name in ("rule", "off", "severity", "reason", "by", "at")]


def add(connection: Connection, assignments: Assignments, setting: RuleSetting) -> None:
    """Append a setting.

    Raises:
        NotAllowed: the user is not an administrator: a rule holds for the whole province.
        Refused: there is no reason.
    """
    reviewer = rights.reviewer_named(assignments, setting.by)
    if reviewer.role is not Role.ADMIN:
        role = ROLE_NAMES[reviewer.role]
        raise NotAllowed(f"{reviewer.name}的角色是{role}，不能更改规则设置。规则对全省生效，请由管理员更改。")
    if is_blank(setting.reason):
        raise Refused("更改规则设置须写明理由，请补充 --reason。")
    severity = str(setting.severity) if setting.severity else None
    values = (setting.rule, setting.off, severity, setting.reason, setting.by, setting.at)
    connection.execute(insert(rule_settings).values(dict(zip((c.name for c in _COLUMNS), values, strict=True))))


def listed(connection: Connection) -> list[RuleSetting]:
    """Every setting ever made, oldest first."""
    rows = connection.execute(select(*_COLUMNS).order_by(rule_settings.c.id))
    return [
        RuleSetting(rule, off, Severity(severity) if severity else None, reason, by, at)
        for rule, off, severity, reason, by, at in rows
    ]
