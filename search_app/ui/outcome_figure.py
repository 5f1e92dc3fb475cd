# SPDX-License-Identifier: EUPL-1.2
"""How the cases of a pattern ended, as a figure: the share of each outcome with its 95% interval.

Shown as a still picture; ``pattern_treatment`` has the same in a table.
"""

from html import escape

from casebase.bilingual import Language
from casebase.vocabulary import Outcome
from patterns.equal_treatment import OutcomeCounts, OutcomeShare
from search_app.ui import pattern_treatment_words as words
from search_app.ui.formats import lowered
from search_app.ui.pattern_trend import percent

WIDTH, HEIGHT = 400, 172
_LEFT, _RIGHT, _TOP, _STEP = 118, 24, 26, 36
_STYLE = """
text{font:500 13px Arial,Helvetica,sans-serif;fill:#101a24}.klein{font-size:12px;fill:#4d5966}
.lijn{stroke:#d6dce2;stroke-width:1}.tussen{stroke:#7aa3c4;stroke-width:7;stroke-linecap:round}
.punt{fill:#1a5a8a;stroke:#fff;stroke-width:2}
@media (prefers-color-scheme:dark){
text{fill:#e9eef3}.klein{fill:#aab6c2}.lijn{stroke:#33414f}.tussen{stroke:#3f6f96}
.punt{fill:#8cc4f2;stroke:#131b24}}
"""


def outcome_svg(outcomes: OutcomeCounts, language: Language) -> str:
    """The figure as SVG: a row for each outcome, a dot for its share, a bar for where it may lie."""
    rows = "".join(
        _row(share, _TOP + 12 + place * _STEP, language) for place, share in enumerate(outcomes.shares)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}"><style>{_STYLE}</style>{_scale()}{rows}</svg>'
    )


def outcome_alt(outcomes: OutcomeCounts, language: Language) -> str:
    """The figure in words."""
    rows = [
        words.ENDING_ROW.in_language(language).format(
            outcome=lowered(share.outcome.label.in_language(language)),
            count=share.count,
            share=percent(share.share.estimate, language),
            low=percent(share.share.low, language),
            high=percent(share.share.high, language),
        )
        for share in outcomes.shares
    ]
    unknown = lowered(Outcome.UNKNOWN.label.in_language(language))
    told = "; ".join([*rows, f"{unknown} {outcomes.unknown}"])
    return words.ENDINGS_ALT.in_language(language).format(rows=told)


def _scale() -> str:
    foot = _TOP + 3 * _STEP
    parts = []
    for share in (0, 25, 50, 75, 100):
        x = _place(share / 100)
        parts.append(f'<line class="lijn" x1="{x:.1f}" y1="{_TOP - 6}" x2="{x:.1f}" y2="{foot}"/>')
        parts.append(f'<text class="klein" x="{x:.1f}" y="{foot + 20}" text-anchor="middle">{share}%</text>')
    return "".join(parts)


def _row(share: OutcomeShare, y: int, language: Language) -> str:
    name = escape(share.outcome.label.in_language(language))
    low, high = _place(share.share.low), _place(share.share.high)
    drawn = f'<text x="0" y="{y + 4}">{name}</text>'
    if share.share.estimate is None:
        return drawn
    return (
        f'{drawn}<line class="tussen" x1="{low:.1f}" y1="{y}" x2="{high:.1f}" y2="{y}"/>'
        f'<circle class="punt" cx="{_place(share.share.estimate):.1f}" cy="{y}" r="6.5"/>'
    )


def _place(share: float) -> float:
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)
