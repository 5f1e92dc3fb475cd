# SPDX-License-Identifier: EUPL-1.2
"""The trend of a pattern in words and in tables, beside its figure."""

from collections.abc import Collection, Sequence
from datetime import date
from html import escape
from math import isfinite

from casebase.bilingual import Bilingual, Language
from patterns.bursts import Burst
from patterns.exact import Interval
from patterns.receipts import MonthCount
from patterns.trend import Comparison, Trend, Verdict
from patterns.trend_words import TELLING, times
from search_app.ui import pattern_words as words
from search_app.ui import patterns_signal_words as signals
from search_app.ui import words as general
from search_app.ui.formats import counted, day_month_year, month_year, whole
from search_app.ui.labels import label
from search_app.ui.state import case_link

_TONES = {
    Verdict.GROWING: "niet",
    Verdict.STEADY: "mogelijk",
    Verdict.FALLING: "goed",
    Verdict.TOO_FEW: "anders",
}


def verdict_labels(trend: Trend, language: Language, burst: Burst | None = None) -> str:
    """What the figures say, in a word or two, and whether an alarm goes on or like cases came in together."""
    said = label(words.VERDICTS[trend.verdict].in_language(language), _TONES[trend.verdict])
    if not trend.emerging and burst is None:
        return said
    return f"{said} {label(words.EMERGING.in_language(language), 'half')}"


def title(language: Language) -> str:
    """The question that the figure answers."""
    return f'<h2 class="mw-h2">{escape(words.TREND.in_language(language))}</h2>'


def told(
    trend: Trend,
    registered_on: date | None,
    known: int,
    language: Language,
    burst: Burst | None = None,
    members: Collection[str] = (),
) -> str:
    """What the trend is and why, when growth stood out, and what counts as proof of it.

    ``known`` is how many cases the pattern has, ``members`` which; ``burst`` is one that it holds.
    """
    # An alarm that goes on is told in the reason.
    told_here = trend.episodes[:-1] if trend.emerging else trend.episodes
    sentences = [_episode(each.began_on, each.last_on, language) for each in told_here]
    if registered_on:
        day = day_month_year(registered_on, language)
        sentences.append(words.PROOF.in_language(language).format(day=day))
    if known and not any(month.cases for month in trend.series):
        number = counted(known, general.CASE, general.CASES, language)
        earlier = words.NEWER_THAN_ONE if known == 1 else words.NEWER_THAN
        sentences.append(earlier.in_language(language).format(cases=number))
    more = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    reason = escape(trend.reason.in_language(language))
    return (
        f'<div class="mw-groei"><p class="mw-oordeel">{verdict_labels(trend, language, burst)}</p>'
        f"{_together(burst, members, language) if burst else ''}<p>{reason}</p>{more}</div>"
    )


def compared(trend: Trend, language: Language) -> str:
    """Each recent window against the year before it, with the rate ratio and its 95% interval."""
    rows = "".join(_comparison(each, language) for each in trend.comparisons)
    if not rows:
        return ""
    head = _head([words.WINDOW, words.REPORTS, words.BEFORE, words.TIMES], language)
    help_text = escape(words.REPORTS_HELP.in_language(language))
    return (
        f'<table class="mw-tabel mw-getallen">{head}<tbody>{rows}</tbody></table>'
        f'<p class="mw-hulp">{help_text}</p>'
    )


def months_table(trend: Trend, language: Language) -> str:
    """The numbers by month that the figure shows, folded; the newest month first."""
    rows = "".join(_month_row(month, language) for month in reversed(trend.series))
    head = _head([words.MONTH, words.OWN, words.ALL, words.PART], language)
    summary = escape(words.MONTHS.in_language(language))
    return (
        f'<details class="mw-uitklap"><summary>{summary}</summary>'
        f'<table class="mw-tabel mw-getallen">{head}<tbody>{rows}</tbody></table></details>'
    )


def interval(ratio: Interval, language: Language) -> str:
    """How many times the expected rate, with its 95% interval, or what of it can be told."""
    low, high = times(ratio.low, language.value), times(ratio.high, language.value)
    if ratio.estimate is None or (ratio.estimate == 0 and ratio.high > TELLING):
        return words.NOT_KNOWN.in_language(language)
    if ratio.estimate == 0:
        return words.AT_MOST.in_language(language).format(high=high)
    if not isfinite(ratio.high):
        return words.AT_LEAST.in_language(language).format(low=low)
    best = times(ratio.estimate, language.value)
    return words.INTERVAL.in_language(language).format(best=best, low=low, high=high)


def percent(share: float | None, language: Language) -> str:
    """A share (0 to 1) as a percentage, with a decimal below ten."""
    if share is None:
        return "–"
    text = f"{100 * share:.1f}%" if 0 < share < 0.0995 else f"{100 * share:.0f}%"
    return text.replace(".", ",") if language is Language.NL else text


def _together(burst: Burst, members: Collection[str], language: Language) -> str:
    """What came in close together, and which of that is not in the pattern."""
    others = [each for each in burst.case_ids if each not in members]
    links = ", ".join(
        f'<a href="{escape(case_link(each), quote=True)}">{escape(each)}</a>' for each in others
    )
    rest = f" {escape(signals.NOT_IN_HERE.in_language(language))} {links}." if others else ""
    return f"<p>{escape(burst.reason.in_language(language))}{rest}</p>"


def _comparison(one: Comparison, language: Language) -> str:
    window = words.LAST_WEEKS.in_language(language).format(weeks=one.weeks)
    cells = (whole(one.recent, language), whole(one.before, language), interval(one.ratio, language))
    return _row(window, cells)


def _month_row(month: MonthCount, language: Language) -> str:
    name = month_year(month.first_day, language)
    if not month.complete:
        name += f" ({words.NOT_OVER.in_language(language)})"
    cells = (whole(month.cases, language), whole(month.inflow, language), percent(month.share, language))
    return _row(name, cells)


def _row(name: str, cells: tuple[str, ...]) -> str:
    told_cells = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(name)}</th>{told_cells}</tr>'


def _head(names: Sequence[Bilingual], language: Language) -> str:
    cells = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _episode(first: date, last: date, language: Language) -> str:
    if first == last:
        return words.EPISODE_DAY.in_language(language).format(first=day_month_year(first, language))
    return words.EPISODE.in_language(language).format(
        first=day_month_year(first, language), last=day_month_year(last, language)
    )
