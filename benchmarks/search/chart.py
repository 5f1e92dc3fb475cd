# SPDX-License-Identifier: EUPL-1.2
"""A bar chart of figures between 0 and 1 with their intervals, as an SVG that needs nothing else."""

from collections.abc import Sequence
from html import escape

from benchmarks.search.figures import Figure

_ROW, _TOP, _LABELS, _BARS, _FIGURES = 22, 34, 200, 380, 130
_WIDTH = _LABELS + _BARS + _FIGURES
_OURS, _OTHERS = "#1f5f99", "#a9bccb"


def figure_chart(title: str, bars: Sequence[tuple[str, Figure]], *, ours: str, goal: float) -> str:
    """One bar a system, ours darker, a line for the interval and a red one for the goal."""
    height = _TOP + _ROW * len(bars) + 26
    rows = [
        _row(label, found, _TOP + _ROW * place, _OURS if label == ours else _OTHERS)
        for place, (label, found) in enumerate(bars)
    ]
    bottom = _TOP + _ROW * len(bars)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="8" y="20" font-weight="bold" fill="#1a1a1a">{escape(title)}</text>',
        *rows,
        f'<path d="M{_x(goal):.1f} {_TOP - 4}V{bottom}" stroke="#b3261e" stroke-width="2"/>',
        f'<path d="M{_LABELS} {bottom}h{_BARS}" stroke="#555555"/>',
        *(f'<text x="{_x(tick):.1f}" y="{bottom + 16}" text-anchor="middle" fill="#555555">{tick:.1f}</text>'
          for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        "</svg>",
        "",
    ])  # fmt: skip


def _row(label: str, found: Figure, top: int, colour: str) -> str:
    middle = top + _ROW // 2
    return "\n".join([
        f'<text x="{_LABELS - 8}" y="{middle + 4}" text-anchor="end" fill="#1a1a1a">{escape(label)}</text>',
        f'<rect x="{_LABELS}" y="{top + 4}" width="{_x(found.value) - _LABELS:.1f}" height="{_ROW - 8}" '
        f'fill="{colour}"/>',
        f'<path d="M{_x(found.low):.1f} {middle}H{_x(found.high):.1f}" stroke="#1a1a1a" stroke-width="2"/>',
        f'<text x="{_LABELS + _BARS + 8}" y="{middle + 4}" fill="#1a1a1a">{found.value:.3f} '
        f"({found.low:.2f}-{found.high:.2f})</text>",
    ])  # fmt: skip


def _x(value: float) -> float:
    return _LABELS + _BARS * min(1.0, max(0.0, value))
