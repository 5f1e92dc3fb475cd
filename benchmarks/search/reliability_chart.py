# SPDX-License-Identifier: EUPL-1.2
"""A reliability diagram with counts and intervals, as an SVG that needs nothing else."""

from collections.abc import Sequence
from html import escape

from benchmarks.search.fit_curve import Bin, Reliability

_SIDE, _LEFT, _TOP, _GAP, _ROW = 200, 44, 40, 40, 290


def reliability_chart(found: Sequence[Reliability]) -> str:
    """One square for each: probability told (across) and share that was true (up), hits beside each point."""
    width = _LEFT + (_SIDE + _GAP) * min(3, len(found))
    height = _ROW * -(-len(found) // 3) + 10
    squares = [
        _square(each, _LEFT + (n % 3) * (_SIDE + _GAP), _TOP + (n // 3) * _ROW)
        for n, each in enumerate(found)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="sans-serif" font-size="11">',
        "<title>Probability told beside share that was true, with 95% intervals and numbers of hits</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *squares,
        "</svg>",
        "",
    ])  # fmt: skip


def _square(found: Reliability, left: int, top: int) -> str:
    bottom = top + _SIDE
    return "\n".join([
        f'<text x="{left}" y="{top - 10}" font-weight="bold" fill="#1a1a1a">{escape(found.name)}</text>',
        f'<rect x="{left}" y="{top}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#555555"/>',
        f'<path d="M{left} {bottom}L{left + _SIDE} {top}" stroke="#999999" stroke-dasharray="4 3"/>',
        *(_tick(tick, left, bottom) for tick in (0.0, 0.5, 1.0)),
        *(_point(each, left, bottom) for each in found.bins),
        f'<text x="{left}" y="{bottom + 30}" fill="#555555">Brier {found.brier:.3f}, ECE {found.error:.3f}, '
        f"{found.hits} hits</text>",
    ])  # fmt: skip


def _tick(tick: float, left: int, bottom: int) -> str:
    across, up = left + _SIDE * tick, bottom - _SIDE * tick + 4
    return (
        f'<text x="{across:.0f}" y="{bottom + 14}" text-anchor="middle" fill="#555555">{tick}</text>'
        f'<text x="{left - 5}" y="{up:.0f}" text-anchor="end" fill="#555555">{tick}</text>'
    )


def _point(each: Bin, left: int, bottom: int) -> str:
    x, y = left + _SIDE * each.told, bottom - _SIDE * each.true
    low, high = bottom - _SIDE * max(0.0, each.low), bottom - _SIDE * min(1.0, each.high)
    return (
        f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="#1a1a1a"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#154273"/>'
        f'<text x="{x + 6:.1f}" y="{y + 12:.1f}" fill="#154273">{each.count}</text>'
    )
