"""Marks the faults in a text, in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.dashboards.reading.tones import SEVERITY_TONES
from workbench.records import Finding, Severity

_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text. ``numbers`` are the findings that cover it, ``ends`` those that end with it."""

    text: str
    numbers: tuple[int, ...] = ()
    tone: str = ""
    ends: tuple[int, ...] = ()


def marked(text: str, findings: Sequence[tuple[int, Finding]]) -> list[Segment]:
    """Cut a text where findings begin and end; spans may overlap, and the gravest gives the tone.

    ``findings`` are numbered as on the page. A span outside the text is cut to it; one that covers nothing
    (a finding about what is missing) marks nothing.
    """
    spans = [(number, *_within(finding, text), finding) for number, finding in findings if finding.span]
    spans = [each for each in spans if each[1] < each[2]]
    cuts = sorted({0, len(text), *(start for _, start, _, _ in spans), *(end for _, _, end, _ in spans)})
    segments = []
    for start, end in pairwise(cuts):
        over = [each for each in spans if each[1] <= start and end <= each[2]]
        gravest = min((finding.severity for *_, finding in over), key=_ORDER.index, default=None)
        segments.append(
            Segment(
                text[start:end],
                tuple(number for number, *_ in over),
                SEVERITY_TONES[gravest] if gravest else "",
                tuple(number for number, _, last, _ in over if last == end),
            )
        )
    return segments


def _within(finding: Finding, text: str) -> tuple[int, int]:
    start, end = finding.span or (0, 0)
    return max(0, start), min(len(text), end)
