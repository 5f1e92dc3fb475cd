# SPDX-License-Identifier: EUPL-1.2
"""The perspectiefcirkel: three equal fields, each filled as far as its judgement reaches."""

from html import escape
from math import cos, pi, sin

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord, Perspective
from casebase.vocabulary import Rating
from search_app.ui import words
from search_app.ui.formats import lowered

RADIUS = 100.0
_RINGS = {Rating.INSUFFICIENT: 1, Rating.SUFFICIENT: 2, Rating.GOOD: 3}
_RING_COUNT = 3
_GAP = pi / 90
_FIELD = 2 * pi / 3
_TOP = -pi / 2
# Labels sit outside the circle: left, top and right of the middle.
_LABEL_PLACES = ((0.0, -112.0, "middle"), (64.0, 112.0, "middle"), (-64.0, 112.0, "middle"))
_STYLE = """
.veld{fill:#eef1f4;stroke:#8793a0;stroke-width:1}
.leeg{fill:none;stroke:#8793a0;stroke-width:1;stroke-dasharray:4 4}
.ring{fill:none;stroke:#fff;stroke-width:1.5}
.juridisch{fill:#1a5a8a}.financieel{fill:#a8551f}.maatschappelijk{fill:#2f7050}
text{font:600 13px Arial,Helvetica,sans-serif;fill:#101a24}
@media (prefers-color-scheme:dark){
.veld{fill:#243140;stroke:#7c8b9a}.leeg{stroke:#7c8b9a}.ring{stroke:#131b24}
.juridisch{fill:#6fb0e6}.financieel{fill:#e79a63}.maatschappelijk{fill:#72c19a}
text{fill:#e9eef3}}
"""


def perspectives(case: CaseRecord) -> list[tuple[str, Bilingual, Perspective]]:
    """The three fields in their fixed order: CSS name, label, content."""
    return [
        ("juridisch", words.LEGAL, case.legal_perspective),
        ("maatschappelijk", words.SOCIAL, case.social_perspective),
        ("financieel", words.FINANCIAL, case.financial_perspective),
    ]


def in_reading_order(case: CaseRecord) -> list[tuple[str, Bilingual, Perspective]]:
    """The three fields as people read them: legal, financial, social."""
    legal, social, financial = perspectives(case)
    return [legal, financial, social]


def circle_svg(case: CaseRecord, language: Language) -> str:
    """The circle as SVG; the same values stand in `circle_text`."""
    parts = []
    for number, (name, label, perspective) in enumerate(perspectives(case)):
        middle = _TOP + number * _FIELD
        parts.append(_field(name, perspective.rating, middle))
        x, y, anchor = _LABEL_PLACES[number]
        text = escape(label.in_language(language))
        parts.append(f'<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>')
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-130 -132 260 256" width="260" height="256">'
        f"<style>{_STYLE}</style>{''.join(parts)}</svg>"
    )


def circle_text(case: CaseRecord, language: Language) -> str:
    """The values of the circle in words."""
    values = ", ".join(
        f"{lowered(label.in_language(language))} {_rating_word(perspective.rating, language)}"
        for _, label, perspective in in_reading_order(case)
    )
    return words.CIRCLE.in_language(language).format(values=values)


def _rating_word(rating: Rating | None, language: Language) -> str:
    return lowered((rating.label if rating else words.NOT_FILLED_IN).in_language(language))


def _field(name: str, rating: Rating | None, middle: float) -> str:
    if rating is None:
        return f'<path class="leeg" d="{_sector(RADIUS, middle)}"/>'
    filled = RADIUS * _RINGS[rating] / _RING_COUNT
    rings = "".join(
        f'<path class="ring" d="{_arc(RADIUS * ring / _RING_COUNT, middle)}"/>'
        for ring in range(1, _RING_COUNT)
    )
    return (
        f'<path class="veld" d="{_sector(RADIUS, middle)}"/>'
        f'<path class="{name}" d="{_sector(filled, middle)}"/>{rings}'
    )


def _sector(radius: float, middle: float) -> str:
    return f"M0 0 L{_point(radius, middle - _half())} {_curve(radius, middle)} Z"


def _arc(radius: float, middle: float) -> str:
    return f"M{_point(radius, middle - _half())} {_curve(radius, middle)}"


def _curve(radius: float, middle: float) -> str:
    return f"A{radius:.1f} {radius:.1f} 0 0 1 {_point(radius, middle + _half())}"


def _half() -> float:
    return _FIELD / 2 - _GAP


def _point(radius: float, angle: float) -> str:
    return f"{radius * cos(angle):.1f} {radius * sin(angle):.1f}"
