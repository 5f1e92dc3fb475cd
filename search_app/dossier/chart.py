# SPDX-License-Identifier: EUPL-1.2
"""The trend of a pattern as a drawing: cases by month, and how far growth lies from what was expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import inf, log2

from casebase.bilingual import Language
from patterns.dossier import Dossier, Period
from patterns.trend import Comparison
from search_app.dossier import chart_words as words
from search_app.dossier.document import Figure

WIDTH, HEIGHT = 680.0, 214.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 432.0, 34.0, 172.0
_SCALE_LEFT, _SCALE_RIGHT = 512.0, 668.0
_LEAST, _MOST = -3.0, 6.0  # powers of two: from an eighth to sixty-four times
INK, QUIET, LINE, ACCENT, PALE = "#101a24", "#4d5966", "#d6dce2", "#1a5a8a", "#b9d3e8"
POINTS = 0.75  # a pixel of the drawing in points


def trend_figure(dossier: Dossier, language: Language) -> Figure:
    """The drawing with its text alternative; every figure in it also stands in the table beside it."""
    trend = dossier.study.trend
    registered = dossier.study.file.record.registered_on
    parts = [
        _text(_LEFT - 22, 16, words.cases(dossier.detail.whole_years).in_language(language), weight=500),
        *_bars(dossier.periods, registered, language),
        _text(_SCALE_LEFT - 66, 16, words.RATIO.in_language(language), weight=500),
        *_ratios(trend.comparisons, language),
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" '
        f'height="{HEIGHT:g}" font-family="Roboto, Source Sans 3, sans-serif">{"".join(parts)}</svg>'
    )
    return Figure(
        svg,
        words.told(dossier.periods, trend.comparisons).in_language(language),
        words.caption(dossier.detail.whole_years).in_language(language),
        WIDTH * POINTS,
        HEIGHT * POINTS,
    )


@dataclass(frozen=True)
class _Axis:
    """Where the periods and counts of the bars lie."""

    step: float
    most: int

    def x(self, place: float) -> float:
        return _LEFT + place * self.step

    def y(self, count: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * count / self.most


def _bars(periods: Sequence[Period], registered: date, language: Language) -> list[str]:
    most = max(4, max((each.cases for each in periods), default=0) + 1)
    axis = _Axis((_RIGHT - _LEFT) / max(1, len(periods)), most)
    every = 1 if most <= 5 else 2 if most <= 10 else 5 * (1 + most // 30)
    drawn = [
        _line(_LEFT, axis.y(count), _RIGHT, axis.y(count), LINE)
        + _number(_LEFT - 6, axis.y(count) + 4, count)
        for count in range(0, most + 1, every)
    ]
    for place, each in enumerate(periods):
        drawn += _bar(axis, place, each)
    drawn += _periods_below(axis, periods, language)
    return [*drawn, *_registration(axis, periods, registered, language)]


def _bar(axis: _Axis, place: int, period: Period) -> list[str]:
    if not period.cases:
        return []
    x, y, width = axis.x(place) + axis.step * 0.16, axis.y(period.cases), axis.step * 0.68
    fill = (
        f'fill="{ACCENT}"'
        if period.complete
        else f'fill="{PALE}" stroke="{ACCENT}" stroke-width="1" stroke-dasharray="2 2"'
    )
    box = f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_BOTTOM - y:.1f}" {fill}/>'
    return [box, _text(x + width / 2, y - 4, str(period.cases), size=10, anchor="middle")]


def _periods_below(axis: _Axis, periods: Sequence[Period], language: Language) -> list[str]:
    drawn = [_line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, QUIET)]
    last = len(periods) - 1
    for place, each in enumerate(periods):
        new_year = place > 0 and each.first_day.month == 1
        if new_year:
            drawn.append(_line(axis.x(place), _BOTTOM, axis.x(place), _BOTTOM + 26, LINE))
        if place in {0, last} or each.first_day.month in {4, 7, 10, 1}:
            label = words.period(each, language)
            drawn.append(_text(axis.x(place + 0.5), _BOTTOM + 13, label, size=9, anchor="middle", fill=QUIET))
        if new_year or place == 0:
            drawn.append(
                _text(axis.x(place) + 3, _BOTTOM + 26, str(each.first_day.year), size=10, fill=QUIET)
            )
    return drawn


def _registration(axis: _Axis, periods: Sequence[Period], day: date, language: Language) -> list[str]:
    inside = [place for place, each in enumerate(periods) if each.first_day <= day]
    if not inside or not periods or periods[0].first_day > day:
        return []
    start, months = periods[inside[-1]].first_day, periods[inside[-1]].months
    passed = ((day - start).days / 30.4) / months
    if passed > 1.1:
        return []
    x = axis.x(inside[-1] + min(1.0, passed))
    text = words.REGISTERED.in_language(language)
    line = (
        f'<path d="M{x:.1f} {_TOP - 6:.1f}V{_BOTTOM:.1f}" stroke="{INK}" stroke-dasharray="3 3" fill="none"/>'
    )
    near_end = x > _RIGHT - 70
    return [
        line,
        _text(x + (-4 if near_end else 4), _TOP - 2, text, size=9, anchor="end" if near_end else "start"),
    ]


def _ratios(comparisons: Sequence[Comparison], language: Language) -> list[str]:
    drawn = []
    for power in range(int(_LEAST), int(_MOST) + 1, 3):
        x = _at(2.0**power)
        drawn.append(_line(x, _TOP, x, _BOTTOM, QUIET if power == 0 else LINE))
        label = {-3: "⅛", 0: "1", 3: "8", 6: "64"}[power]
        drawn.append(_text(x, _BOTTOM + 13, label, size=9, anchor="middle", fill=QUIET))
    drawn.append(
        _text(
            _at(1.0),
            _BOTTOM + 26,
            words.AS_EXPECTED.in_language(language),
            size=9,
            anchor="middle",
            fill=QUIET,
        )
    )
    step = (_BOTTOM - _TOP) / max(1, len(comparisons))
    for place, each in enumerate(comparisons):
        y = _TOP + step * (place + 0.5)
        drawn.append(
            _text(
                _SCALE_LEFT - 8, y + 4, words.weeks(each.weeks).in_language(language), size=10, anchor="end"
            )
        )
        drawn += _whisker(each, y, language)
    return drawn


def _whisker(compared: Comparison, y: float, language: Language) -> list[str]:
    ratio = compared.ratio
    if ratio.estimate is None:
        return [_text(_at(1.0) + 6, y + 4, words.NOTHING.in_language(language), size=9, fill=QUIET)]
    low, high = _at(ratio.low), _at(ratio.high)
    drawn = [f'<path d="M{low:.1f} {y:.1f}H{high:.1f}" stroke="{ACCENT}" stroke-width="2.5" fill="none"/>']
    for value, x, sign in ((ratio.low, low, 1), (ratio.high, high, -1)):
        drawn.append(_arrow(x, y, sign) if not _inside(value) else _line(x, y - 5, x, y + 5, ACCENT, 2))
    if ratio.estimate > 0 and ratio.estimate != inf:
        drawn.append(f'<circle cx="{_at(ratio.estimate):.1f}" cy="{y:.1f}" r="4.5" fill="{ACCENT}"/>')
    return drawn


def _at(ratio: float) -> float:
    power = _LEAST if ratio <= 0 else _MOST if ratio == inf else min(_MOST, max(_LEAST, log2(ratio)))
    return _SCALE_LEFT + (_SCALE_RIGHT - _SCALE_LEFT) * (power - _LEAST) / (_MOST - _LEAST)


def _inside(ratio: float) -> bool:
    return 2**_LEAST <= ratio <= 2**_MOST


def _arrow(x: float, y: float, sign: int) -> str:
    back = x + 7 * sign
    path = f"M{back:.1f} {y - 5:.1f}L{x:.1f} {y:.1f}L{back:.1f} {y + 5:.1f}"
    return f'<path d="{path}" stroke="{ACCENT}" stroke-width="2" fill="none"/>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1) -> str:
    path = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width:g}" fill="none"/>'


def _number(x: float, y: float, count: int) -> str:
    return _text(x, y, str(count), size=10, anchor="end", fill=QUIET)


def _text(
    x: float,
    y: float,
    text: str,
    *,
    size: float = 12,
    anchor: str = "start",
    weight: int = 400,
    fill: str = INK,
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{fill}">{escape(text)}</text>'
    )
