"""The finding that rules on preconditions give: it marks the material that asks for another matter's result."""

from workbench.checks.flow.graph import Edge
from workbench.checks.item import Item
from workbench.checks.materials import on_material
from workbench.checks.rule import Rule
from workbench.records import Finding, Guide, Severity


def on_edge(rule: Rule, item: Item, edge: Edge, message: str, *, severity: Severity | None = None) -> Finding:
    """A finding on the material of an edge, with the guides at both ends."""
    materials = item.guides[edge.guide].materials or ()
    return on_material(
        rule,
        edge.material,
        materials[edge.material],
        message,
        severity=severity,
        at=edge.guide,
        other=edge.issuer,
    )


def called(guide: Guide) -> str:
    """How a message names a matter: its unit, where known, and its name."""
    return f"{guide.org or guide.text('实施机构') or ''}“{guide.name}”"
