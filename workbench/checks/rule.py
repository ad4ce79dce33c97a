"""What a rule is: a check function with its permanent code, its clause and its evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.checks.item import Context, Item
from workbench.records import Certainty, Finding, Severity

Check = Callable[[Item, Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rule book, bound to the function that checks it.

    ``code`` is for ever (verdicts store it); ``aliases`` are codes it had before; ``name`` states the
    fault in Chinese for people. ``scopes`` say what the check looks at: ``row``, ``sheet``, ``rows``,
    ``guide``, ``guides``, ``meta``, or several of them: one that is given is enough. ``severity`` is the level
    once confirmed, ``shown_first`` the level of an unconfirmed finding. ``types`` are the only types of row
    that it judges (empty: any). ``needs`` are reference lists without which the rule reports 未检查;
    ``needs_of`` says which of them an item asks for, where each belongs to one type of matter; with
    ``any_list`` one of them is enough.
    """

    code: str
    name: str
    clause: str
    quote: str
    scopes: tuple[str, ...]
    certainty: Certainty
    severity: Severity
    check: Check
    verdict: str = "return_for_revision"
    shown_first: Severity | None = None
    needs: tuple[str, ...] = ()
    needs_of: Callable[[Item], tuple[str, ...]] | None = None
    any_list: bool = False
    types: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def finding(
        self,
        message: str,
        *,
        field: str = "",
        excerpt: str = "",
        span: tuple[int, int] | None = None,
        severity: Severity | None = None,
        verdict: str | None = None,
        correction: str | None = None,
        at: int | None = None,
        other: int | None = None,
        citation: int | None = None,
        material: int | None = None,
    ) -> Finding:
        """A finding of this rule; ``severity`` and ``verdict`` only where a case differs from the rule."""
        return Finding(
            rule=self.code,
            clause=self.clause,
            severity=severity or self.shown_first or self.severity,
            certainty=self.certainty,
            message=message,
            field=field,
            excerpt=excerpt,
            span=span,
            suggested_verdict=verdict or self.verdict,
            correction=correction,
            at=at,
            other=other,
            citation=citation,
            material=material,
        )
