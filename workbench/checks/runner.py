"""Runs rules over an item: which apply, which lack a list, and one finding for one defect."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.checks.item import Context, Item
from workbench.checks.precedence import keep_strongest
from workbench.checks.registry import RULES, by_code
from workbench.checks.row_facts import type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, NotChecked, Severity

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules said of one item; ``broken`` names rules that crashed (also a finding)."""

    findings: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    broken: tuple[str, ...] = ()


def run(
    item: Item, context: Context, only: Sequence[str] | None = None, scopes: Sequence[str] | None = None
) -> Outcome:
    """Run every rule that the item's fields can decide, with precedence.

    With ``only`` (codes or old codes) just these run and each answers for itself, without precedence. Codes
    that no rule has are passed over, and so are rules that the workspace has switched off. With ``scopes``
    only rules that look at one of these run: a guide that comes with its catalogue row is judged by the
    rules on guides alone.
    """
    findings: list[Finding] = []
    lacking: list[NotChecked] = []
    broken: list[str] = []
    for rule in _chosen(item, only, scopes):
        if rule.code in context.settings and context.settings[rule.code].off:
            continue
        if missing := _missing(rule, item, context):
            lacking.append(NotChecked(rule.code, missing))
            continue
        found, crashed = _run_one(rule, item, context)
        findings.extend(found)
        if crashed:
            broken.append(rule.code)
    kept = findings if only is not None else keep_strongest(findings, item)
    return Outcome(tuple(_levelled(kept, context)), tuple(lacking), tuple(broken))


def _chosen(item: Item, only: Sequence[str] | None, scopes: Sequence[str] | None) -> Sequence[Rule]:
    """The rules to run, in order: those that look at what the item has."""
    able = _looking_at(_given(item))
    if only is not None:
        able = tuple(rule for code in only if (rule := by_code(code)) and rule in able)
    return able if scopes is None else [rule for rule in able if set(scopes).intersection(rule.scopes)]


def _given(item: Item) -> frozenset[str]:
    """The scopes that the item has something for."""
    given = {
        "row": item.row is not None,
        "rows": bool(item.rows),
        "sheet": item.headers is not None or item.seq is not None,
        "guide": item.guide is not None or item.elements_present is not None,
        "guides": bool(item.guides),
        "meta": item.meta is not None,
    }
    return frozenset(scope for scope, there in given.items() if there)


@lru_cache(maxsize=64)
def _looking_at(given: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that look at one of these scopes, in order."""
    return tuple(rule for rule in RULES if given.intersection(rule.scopes))


def _levelled(findings: Sequence[Finding], context: Context) -> list[Finding]:
    """The findings at the levels that the workspace has set for their rules."""
    levels = {code: setting.severity for code, setting in context.settings.items() if setting.severity}
    return (
        [replace(each, severity=levels.get(each.rule, each.severity)) for each in findings]
        if levels
        else list(findings)
    )


def _missing(rule: Rule, item: Item, context: Context) -> tuple[str, ...]:
    """The lists that the rule asks for on this item and that are not loaded."""
    if rule.types and item.row and type_of(item) and type_of(item) not in rule.types:
        return ()
    needs = rule.needs_of(item) if rule.needs_of else rule.needs
    missing = tuple(name for name in needs if not context.has(name))
    return () if rule.any_list and len(missing) < len(needs) else missing


def _run_one(rule: Rule, item: Item, context: Context) -> tuple[Iterable[Finding], bool]:
    """The findings of one rule; a crash becomes a finding for the user and never stops the run."""
    try:
        return list(rule.check(item, context)), False
    except Exception:
        log.exception("rule %s broke on item %s", rule.code, item.id)
        message = f"规则 {rule.code} 运行出错，本项未能检查，请人工核对（{rule.clause}），并告知管理员。"
        return [
            Finding(
                rule=rule.code,
                clause=rule.clause,
                severity=Severity.DOUBT,
                certainty=Certainty.HUMAN,
                message=message,
                suggested_verdict="needs_verification",
            )
        ], True
