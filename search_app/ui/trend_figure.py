# SPDX-License-Identifier: EUPL-1.2
"""The trend of a pattern as a figure: cases a month, their share, what was compared and when it stood out.

Shown as a still picture; ``pattern_trend`` has the same in words and in a table.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from casebase.bilingual import Bilingual, Language
from patterns.alarms import AlarmRule
from patterns.receipts import MonthCount
from patterns.trend import Trend
from search_app.ui import pattern_words as words
from search_app.ui.formats import month_year

WIDE, NARROW = 640, 360
"""Widths of the drawing, in its own units, for a broad and for a small screen."""

HEIGHT = 342
_LEFT, _RIGHT = 34, 6
_COUNTS, _SHARES = (84, 208), (252, 292)  # top and foot of the two rows of bars
_ALARM, _BRACKET, _FOOT = 26, 48, 314
_LABEL_STEP = {WIDE: 3, NARROW: 6}
_STYLE = """
text{font:500 13px Arial,Helvetica,sans-serif;fill:#101a24}.klein{font-size:12px;fill:#4d5966}
.as{stroke:#7b8794;stroke-width:1}.lijn{stroke:#d6dce2;stroke-width:1}
.staaf{fill:#1a5a8a}.aandeel{fill:#7aa3c4}
.loopt{fill:none;stroke:#1a5a8a;stroke-width:1.5;stroke-dasharray:3 3}
.vlak{fill:#e8f0f7}.jaar{fill:#f4f6f8}.haak{stroke:#4d5966;stroke-width:1.5;fill:none}
.alarm{stroke:#862a1c;stroke-width:4}.alarmtekst{fill:#862a1c;font-weight:700}
.start{stroke:#6b4407;stroke-width:1.5;stroke-dasharray:5 4}.starttekst{fill:#6b4407}
@media (prefers-color-scheme:dark){
text{fill:#e9eef3}.klein{fill:#aab6c2}.as{stroke:#7c8b9a}.lijn{stroke:#33414f}
.staaf{fill:#6fb0e6}.aandeel{fill:#4a7ea8}.loopt{stroke:#6fb0e6}.vlak{fill:#1d3448}.jaar{fill:#1b2530}
.haak{stroke:#aab6c2}.alarm{stroke:#f3b4a9}.alarmtekst{fill:#f3b4a9}
.start{stroke:#eecb8c}.starttekst{fill:#eecb8c}}
"""


@dataclass(frozen=True)
class _Canvas:
    """Where the months stand."""

    width: int
    months: tuple[MonthCount, ...]

    @property
    def step(self) -> float:
        return (self.width - _LEFT - _RIGHT) / len(self.months)

    @property
    def end(self) -> int:
        return self.width - _RIGHT

    def place(self, day: date) -> float:
        """The place of a day from left to right, held within the figure."""
        first = self.months[0].first_day
        whole = (day.year - first.year) * 12 + day.month - first.month
        part = (day.day - 1) / monthrange(day.year, day.month)[1]
        return min(max(_LEFT + (whole + part) * self.step, _LEFT), self.end)

    def shows(self, day: date) -> bool:
        """Whether a day lies in the months that are drawn."""
        last = self.months[-1].first_day
        return self.months[0].first_day <= day and (day.year, day.month) <= (last.year, last.month)


def trend_svg(trend: Trend, registered_on: date | None, language: Language, *, width: int = WIDE) -> str:
    """The figure as SVG, ``width`` by ``HEIGHT`` units; empty when there are no months."""
    if not trend.series:
        return ""
    canvas = _Canvas(width, trend.series)
    drawn = [
        *_windows(canvas, trend, registered_on, language),
        *_bars(canvas, language),
        *_share_bars(canvas, language),
        *_months(canvas, language),
        *_alarms(canvas, trend, language),
        *_registration(canvas, registered_on, language),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" '
        f'height="{HEIGHT}"><style>{_STYLE}</style>{"".join(drawn)}</svg>'
    )


def trend_alt(trend: Trend, language: Language) -> str:
    """The figure in words."""
    series = trend.series
    return words.TREND_ALT.in_language(language).format(
        first=month_year(series[0].first_day, language) if series else "",
        last=month_year(series[-1].first_day, language) if series else "",
        cases=sum(month.cases for month in series),
        inflow=sum(month.inflow for month in series),
        reason=trend.reason.in_language(language),
    )


def compared_days(trend: Trend, registered_on: date | None) -> tuple[date, date, date] | None:
    """First day of the year before, its last day, and first day of the longest recent window.

    Between the last two lies what led to the registration: it counts for neither.
    """
    if not trend.comparisons:
        return None
    edge = trend.looked_on - timedelta(weeks=trend.comparisons[-1].weeks)
    oldest = edge - timedelta(weeks=AlarmRule().baseline)
    start = max(edge, registered_on) if registered_on else edge
    return oldest, edge, min(start, trend.looked_on)


def _windows(canvas: _Canvas, trend: Trend, registered_on: date | None, language: Language) -> Iterable[str]:
    days = compared_days(trend, registered_on)
    if days is None:
        return
    oldest, edge, start = (canvas.place(day) for day in days)
    end = canvas.place(trend.looked_on)
    for name, left, right in (("jaar", oldest, edge), ("vlak", start, end)):
        if right - left > 1:
            yield (
                f'<rect class="{name}" x="{left:.1f}" y="{_BRACKET}" width="{right - left:.1f}" '
                f'height="{_SHARES[1] - _BRACKET}"/>'
            )
    weeks = words.RECENT.in_language(language).format(weeks=trend.comparisons[-1].weeks)
    for text, left, right in ((words.YEAR_BEFORE.in_language(language), oldest, edge), (weeks, start, end)):
        if right - left > 1:
            yield _bracket(left, right, text, canvas)


def _bracket(left: float, right: float, text: str, canvas: _Canvas) -> str:
    middle = (left + right) / 2
    foot = _BRACKET + 6
    anchor, at = ("end", canvas.end) if middle > canvas.end - 40 else ("middle", middle)
    return (
        f'<path class="haak" d="M{left + 1:.1f} {foot} V{_BRACKET} H{right - 1:.1f} V{foot}"/>'
        f'<text class="klein" x="{at:.1f}" y="{_BRACKET - 6}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _bars(canvas: _Canvas, language: Language) -> Iterable[str]:
    most = max(month.cases for month in canvas.months)
    yield _row_title(words.PER_MONTH, _COUNTS[0] - 12, language)
    for tick in _ticks(most):
        yield _tick(canvas, _height(tick, _scale(most), _COUNTS), str(tick))
    for place, month in enumerate(canvas.months):
        if month.cases:
            top = _height(month.cases, _scale(most), _COUNTS)
            yield _bar(canvas, place, month, top, _COUNTS[1], "staaf")


def _share_bars(canvas: _Canvas, language: Language) -> Iterable[str]:
    shares = [month.share or 0.0 for month in canvas.months]
    most = max(shares)
    yield _row_title(words.SHARE, _SHARES[0] - 14, language)
    yield _tick(canvas, _SHARES[1], "0%")
    if most:
        yield _tick(canvas, _SHARES[0], f"{100 * most:.0f}%")
    for place, (month, share) in enumerate(zip(canvas.months, shares, strict=True)):
        if share:
            yield _bar(canvas, place, month, _height(share, most, _SHARES), _SHARES[1], "aandeel")


def _bar(canvas: _Canvas, place: int, month: MonthCount, top: float, foot: float, name: str) -> str:
    shape = name if month.complete else "loopt"
    left, width = _LEFT + (place + 0.18) * canvas.step, 0.64 * canvas.step
    return (
        f'<rect class="{shape}" x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{max(foot - top, 1):.1f}"/>'
    )


def _months(canvas: _Canvas, language: Language) -> Iterable[str]:
    for foot in (_COUNTS[1], _SHARES[1]):
        yield f'<line class="as" x1="{_LEFT}" y1="{foot}" x2="{canvas.end}" y2="{foot}"/>'
    every = _LABEL_STEP.get(canvas.width, 3)
    for place, month in enumerate(canvas.months):
        if (month.first_day.month - 1) % every == 0:
            x = _LEFT + place * canvas.step
            yield f'<line class="as" x1="{x:.1f}" y1="{_SHARES[1]}" x2="{x:.1f}" y2="{_SHARES[1] + 5}"/>'
            if x < canvas.end - 40:
                text = escape(_month(month.first_day, language))
                yield f'<text class="klein" x="{x:.1f}" y="{_FOOT}">{text}</text>'


def _month(day: date, language: Language) -> str:
    name, year = month_year(day, language).split()
    return f"{name[:3]} {year}" if day.month == 1 else name[:3]


def _alarms(canvas: _Canvas, trend: Trend, language: Language) -> Iterable[str]:
    seen = [each for each in trend.episodes if canvas.shows(each.last_on)]
    for each in seen:
        left, right = canvas.place(each.began_on), canvas.place(each.last_on)
        right = max(right, left + 6)
        yield f'<line class="alarm" x1="{left:.1f}" y1="{_ALARM}" x2="{right:.1f}" y2="{_ALARM}"/>'
        text = escape(words.STOOD_OUT.in_language(language))
        anchor, at = ("start", left) if left < canvas.end - 60 else ("end", right)
        yield _small(text, at, _ALARM - 8, anchor, "alarmtekst")


def _registration(canvas: _Canvas, registered_on: date | None, language: Language) -> Iterable[str]:
    if registered_on is None or not canvas.shows(registered_on):
        return
    x = canvas.place(registered_on)
    text = escape(words.REGISTERED.in_language(language))
    for top, foot in ((_COUNTS[0] - 6, _COUNTS[1]), (_SHARES[0] - 6, _SHARES[1] + 6)):
        yield f'<line class="start" x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{foot}"/>'
    yield _small(text, min(max(x, 40), canvas.end - 40), _FOOT + 20, "middle", "starttekst")


def _small(text: str, x: float, y: float, anchor: str, name: str) -> str:
    return f'<text class="klein {name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _row_title(text: Bilingual, y: int, language: Language) -> str:
    return f'<text x="0" y="{y}">{escape(text.in_language(language))}</text>'


def _tick(canvas: _Canvas, y: float, text: str) -> str:
    return (
        f'<line class="lijn" x1="{_LEFT}" y1="{y:.1f}" x2="{canvas.end}" y2="{y:.1f}"/>'
        f'<text class="klein" x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{escape(text)}</text>'
    )


def _ticks(most: int) -> Sequence[int]:
    """At most four whole numbers from 0 to the top of the scale."""
    top = _scale(most)
    return range(0, top + 1, max(1, top // 4))


def _scale(most: int) -> int:
    """The top of the scale: a whole number that four steps divide evenly, so that one case stays small."""
    return max(-(-most // 4) * 4, 4)


def _height(value: float, most: float, row: tuple[int, int]) -> float:
    top, foot = row
    return foot - (foot - top) * value / most if most else float(foot)
