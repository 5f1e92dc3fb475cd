# SPDX-License-Identifier: EUPL-1.2
"""A figure of columns, one for each period, as SVG; the table beside it tells the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

WIDE, NARROW = 960.0, 400.0
"""Widths of the figure, for a desk and for a phone."""

_HEIGHT = 190.0
_FLOOR, _CEILING = 160.0, 22.0
_NAME_WIDTH = 170.0
_STYLE = """
rect{fill:#1a5a8a}.loopt{fill:#e8f0f7;stroke:#1a5a8a;stroke-width:1.5;stroke-dasharray:4 3}
line{stroke:#7b8794}text{font:400 13px Arial,Helvetica,sans-serif;fill:#4d5966}
.telling{fill:#101a24;font-weight:600}
@media (prefers-color-scheme:dark){
rect{fill:#8cc4f2}.loopt{fill:#1d3448;stroke:#8cc4f2}
line{stroke:#7c8b9a}text{fill:#aab6c2}.telling{fill:#e9eef3}}
"""


@dataclass(frozen=True)
class Column:
    """One column: its name, its height, and whether the period it stands for is over."""

    name: str
    count: int
    whole_period: bool = True


def columns_svg(columns: Sequence[Column], width: float = WIDE) -> str:
    """Columns with their number above and, as far as there is room, their name below."""
    most = max((each.count for each in columns), default=0) or 1
    step = width / max(1, len(columns))
    every = ceil(_NAME_WIDTH / step)
    parts = []
    for place, each in enumerate(columns):
        middle, top = (place + 0.5) * step, _FLOOR - (_FLOOR - _CEILING) * each.count / most
        parts += [_bar(each, middle, top, 0.72 * step), _count(each, middle, top)]
        if (len(columns) - 1 - place) % every == 0:
            parts.append(_name(each, middle, width))
    floor = f'<line x1="0" x2="{width:.0f}" y1="{_FLOOR:.0f}" y2="{_FLOOR:.0f}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {_HEIGHT:.0f}" '
        f'width="{width:.0f}" height="{_HEIGHT:.0f}"><style>{_STYLE}</style>{"".join(parts)}{floor}</svg>'
    )


def _bar(column: Column, middle: float, top: float, width: float) -> str:
    style = "" if column.whole_period else ' class="loopt"'
    return (
        f'<rect x="{middle - width / 2:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{_FLOOR - top:.1f}"{style}/>'
    )


def _count(column: Column, middle: float, top: float) -> str:
    place = f'x="{middle:.1f}" y="{top - 6:.1f}" text-anchor="middle"'
    return f'<text class="telling" {place}>{column.count}</text>'


def _name(column: Column, middle: float, width: float) -> str:
    place = f'x="{middle:.1f}" y="{_FLOOR + 20:.0f}" text-anchor="{_anchor(middle, width)}"'
    return f"<text {place}>{escape(column.name)}</text>"


def _anchor(middle: float, width: float) -> str:
    """Names at the edges stay inside the figure."""
    if middle < 60:
        return "start"
    return "end" if middle > width - 60 else "middle"
