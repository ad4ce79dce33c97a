"""The finding that rules on a material's basis give: it marks the best document that the material rests on."""

from collections.abc import Iterator

from workbench.checks.item import Item
from workbench.checks.material_basis import Standing, best_of
from workbench.checks.materials import BASIS, materials, on_material
from workbench.checks.rule import Rule
from workbench.records import Citation, Finding, Material, Severity


def ranked(item: Item) -> Iterator[tuple[int, Material, Standing, Citation]]:
    """The materials whose best document is known, with its standing."""
    for index, material in materials(item):
        if top := best_of(material):
            yield index, material, *top


def on_basis(
    rule: Rule,
    index: int,
    material: Material,
    citation: Citation,
    message: str,
    *,
    severity: Severity | None = None,
    verdict: str | None = None,
) -> Finding:
    """A finding that marks a document in the basis of the material at ``index``."""
    return on_material(
        rule,
        index,
        material,
        message,
        field=BASIS,
        span=citation.title_span,
        severity=severity,
        verdict=verdict,
    )


def told(citation: Citation) -> str:
    """How a message names a document: by its number where one stands behind its title, else as it stands."""
    return (citation.number if citation.has_marks else None) or citation.title
