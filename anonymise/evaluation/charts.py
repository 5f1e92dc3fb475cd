# SPDX-License-Identifier: EUPL-1.2
"""Small bar charts of shares with their intervals, as SVG files that need nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from anonymise.evaluation.scores import Interval

_ROW, _TOP, _LABELS, _BARS, _FIGURES = 22, 34, 170, 380, 150
_WIDTH = _LABELS + _BARS + _FIGURES


@dataclass(frozen=True)
class Bar:
    """One row: a share with its interval, how many marks it was taken of, and the least it should be."""

    label: str
    share: float
    interval: Interval | None
    marks: int
    goal: float | None = None


def bar_chart(title: str, bars: Sequence[Bar], *, start: float = 0.5) -> str:
    """The SVG of a chart; the axis runs from ``start`` to 1, what lies under it is drawn at the edge."""
    height = _TOP + _ROW * len(bars) + 26
    rows = "".join(_row(bar, _TOP + _ROW * number, start) for number, bar in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" font-family="sans-serif" font-size="12">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="8" y="20" font-weight="bold" fill="#1a1a1a">{escape(title)}</text>\n'
        f"{rows}{_axis(_TOP + _ROW * len(bars), start)}</svg>\n"
    )


def _row(bar: Bar, top: int, start: float) -> str:
    middle = top + _ROW // 2
    parts = [
        f'<text x="{_LABELS - 8}" y="{middle + 4}" text-anchor="end" fill="#1a1a1a">'
        f"{escape(bar.label)}</text>",
        f'<rect x="{_LABELS}" y="{top + 4}" width="{_x(bar.share, start) - _LABELS:.1f}" height="{_ROW - 8}" '
        'fill="#5b8db8"/>',
    ]
    if bar.interval:
        low, high = _x(bar.interval.low, start), _x(bar.interval.high, start)
        parts.append(f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="#1a1a1a" stroke-width="2"/>')
    if bar.goal is not None:
        goal = _x(bar.goal, start)
        parts.append(f'<path d="M{goal:.1f} {top + 2}v{_ROW - 4}" stroke="#b3261e" stroke-width="2"/>')
    parts.append(
        f'<text x="{_LABELS + _BARS + 8}" y="{middle + 4}" fill="#1a1a1a">'
        f"{100 * bar.share:.1f}% of {bar.marks}</text>"
    )
    return "\n".join(parts) + "\n"


def _axis(top: int, start: float) -> str:
    shares = [start, start + (1 - start) / 2, 1.0]
    ticks = "".join(
        f'<text x="{_x(share, start):.1f}" y="{top + 16}" text-anchor="middle" fill="#555555">'
        f"{100 * share:.0f}%</text>\n"
        for share in shares
    )
    return f'<path d="M{_LABELS} {top}h{_BARS}" stroke="#555555"/>\n{ticks}'


def _x(share: float, start: float) -> float:
    return _LABELS + _BARS * max(0.0, share - start) / (1 - start)
