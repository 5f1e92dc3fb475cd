# SPDX-License-Identifier: EUPL-1.2
"""The page Cijfers: the coordinator's figures as tables with bars."""

from collections.abc import Sequence
from datetime import date
from html import escape
from urllib.parse import urlencode

from casebase.bilingual import Bilingual, Language
from patterns.exact import Interval
from patterns.periods import Period
from patterns.report import Count, Figures, OfficeCount, PeriodCount
from search_app.ui import figures_words as words
from search_app.ui import words as common
from search_app.ui.as_of import PARAMETER
from search_app.ui.columns_figure import Column
from search_app.ui.formats import counted, day_month_year, period_name, whole
from search_app.ui.table import Cell, table

SHOWN_PERIODS, SHOWN_NARROW = 24, 12
"""The most periods in the figure, on a desk and on a phone."""


def heading(figures: Figures, waiting: int, today: date, language: Language) -> str:
    """Title, day, and how many cases there are."""
    day = words.AS_OF.in_language(language).format(day=day_month_year(figures.as_of, language))
    back = ""
    if figures.as_of != today:
        back = f' · <a href="cijfers">{escape(words.TO_TODAY.in_language(language))}</a>'
    told = [words.CASES.in_language(language).format(cases=_cases(figures.cases, language))]
    if waiting:
        told.append(words.WAITING.in_language(language).format(number=whole(waiting, language)))
    return (
        f'<header class="mw-casus"><h1>{escape(words.TITLE.in_language(language))}</h1>'
        f'<p class="mw-meta">{escape(day)}{back}</p><p>{escape(" ".join(told))}</p></header>'
    )


def nothing(language: Language) -> str:
    """What stands here while there are no cases."""
    link = escape(words.BRING_IN.in_language(language))
    return (
        f'<section class="mw-niets"><p>{escape(words.NONE.in_language(language))}</p>'
        f'<p><a href="inbrengen">{link}</a></p></section>'
    )


def received_heading(figures: Figures, period: Period, today: date, language: Language) -> str:
    """Heading, the choice of period as links, and the figure in words."""
    links = " · ".join(_period_link(each, period, figures.as_of, today, language) for each in Period)
    choice = escape(words.COUNT_BY.in_language(language))
    sentences = [_most(figures.periods, period, language)]
    if figures.without_date:
        cases = _cases(figures.without_date, language)
        sentences.append(words.WITHOUT_DATE.in_language(language).format(cases=cases))
    if len(figures.periods) > SHOWN_NARROW:
        sentences.append(words.LAST_ONES.in_language(language))
    return (
        f'<h2 class="mw-h2">{escape(words.RECEIVED.in_language(language))}</h2>'
        f'<p class="mw-hulp">{choice} {links}</p><p>{escape(" ".join(sentences))}</p>'
    )


def columns(figures: Figures, period: Period, language: Language, most: int = SHOWN_PERIODS) -> list[Column]:
    """The last periods, so many at most, as columns of a figure."""
    return [
        Column(period_name(each.first_day, period, language), each.count, whole_period=each.complete)
        for each in figures.periods[-most:]
    ]


def periods_table(figures: Figures, period: Period, language: Language) -> str:
    """All periods, newest first, folded."""
    rows = [
        [
            Cell(period_name(each.first_day, period, language)),
            Cell(_running(each, language)),
            _number(each.count, language),
        ]
        for each in reversed(figures.periods)
    ]
    head = [words.PERIOD, Bilingual("", ""), words.NUMBER]
    summary = escape(words.AS_TABLE.in_language(language))
    return f'<details class="mw-verte"><summary>{summary}</summary>{table(head, rows, language)}</details>'


def made_of(figures: Figures, language: Language) -> str:
    """Nature, level and outcome side by side."""
    title = escape(words.MADE_OF.in_language(language))
    parts = [
        (words.NATURE, figures.natures),
        (words.LEVEL, figures.levels),
        (words.OUTCOME, figures.outcomes),
    ]
    bars = "".join(_bars(name, counts, figures.cases, language) for name, counts in parts)
    return f'<h2 class="mw-h2">{title}</h2><div class="mw-cijferdrie">{bars}</div>'


def completeness(figures: Figures, language: Language) -> str:
    """Which share of the cases has outcome, perspectives and reasoning."""
    rows = [
        [
            Cell(each.part.in_language(language)),
            Cell(f"{whole(each.count, language)} / {whole(each.total, language)}", number=True),
            Cell(_share(each.share, language), number=True),
        ]
        for each in figures.completeness
    ]
    return _section(
        words.COMPLETE, words.COMPLETE_HELP, [words.PART, words.FILLED, words.SHARE], rows, language
    )


def offices(figures: Figures, language: Language) -> str:
    """Cases by maatwerkplaats, the small ones together."""
    rows = [
        [Cell(_office(each, language)), _number(each.count, language), _number(each.with_outcome, language)]
        for each in figures.offices
    ]
    head = [words.OFFICE, words.NUMBER, words.OUTCOME_KNOWN]
    return _section(words.OFFICES, words.OFFICES_HELP, head, rows, language)


def signals(figures: Figures, language: Language) -> str:
    """Patterns by state and age, and whose submitters wait too long."""
    title = f'<h2 class="mw-h2">{escape(words.SIGNALS.in_language(language))}</h2>'
    link = f'<p><a href="patronen">{escape(words.TO_PATTERNS.in_language(language))}</a></p>'
    if not figures.signals:
        return f"{title}<p>{escape(words.NO_SIGNALS.in_language(language))}</p>{link}"
    rows = [
        [
            Cell(each.state.label.in_language(language)),
            _number(each.count, language),
            Cell(_days(round(each.median_days), language), number=True),
            Cell(_days(each.oldest_days, language), number=True),
        ]
        for each in figures.signals
    ]
    head = [words.STATE, words.PATTERNS, words.HALF, words.OLDEST]
    return f"{title}{table(head, rows, language)}{_overdue(figures, language)}{link}"


def _overdue(figures: Figures, language: Language) -> str:
    if not figures.overdue:
        return f'<p class="mw-hulp">{escape(words.NONE_OVERDUE.in_language(language))}</p>'
    rows = [
        [
            Cell(each.pattern_id, link="patroon?" + urlencode({"id": each.pattern_id})),
            Cell(each.state.label.in_language(language)),
            Cell(_days(each.days, language), number=True),
        ]
        for each in figures.overdue
    ]
    head = [words.PATTERN, words.STATE, words.LATE]
    help_ = escape(words.OVERDUE_HELP.in_language(language))
    return (
        f'<h3 class="mw-kop3">{escape(words.OVERDUE.in_language(language))}</h3>'
        f'<p class="mw-hulp">{help_}</p>{table(head, rows, language)}'
    )


def _section(
    title: Bilingual,
    help_: Bilingual,
    head: Sequence[Bilingual],
    rows: Sequence[Sequence[Cell]],
    language: Language,
) -> str:
    return (
        f'<h2 class="mw-h2">{escape(title.in_language(language))}</h2>'
        f'<p class="mw-hulp">{escape(help_.in_language(language))}</p>{table(head, rows, language)}'
    )


def _cases(number: int, language: Language) -> str:
    return counted(number, common.CASE, common.CASES, language)


def _number(count: int, language: Language) -> Cell:
    return Cell(whole(count, language), number=True)


def _days(number: int, language: Language) -> str:
    text = words.ONE_DAY if number == 1 else words.DAYS
    return text.in_language(language).format(number=whole(number, language))


def _running(period: PeriodCount, language: Language) -> str:
    return "" if period.complete else words.NOT_OVER.in_language(language)


def _share(share: Interval, language: Language) -> str:
    if share.estimate is None:
        return "–"
    return f"{share.estimate:.0%} ({100 * share.low:.0f}–{100 * share.high:.0f}%)"


def _office(office: OfficeCount, language: Language) -> str:
    name = office.label.in_language(language)
    if office.offices < 2:
        return name
    return words.OFFICES_TOGETHER.in_language(language).format(name=name, number=office.offices)


def _most(periods: Sequence[PeriodCount], length: Period, language: Language) -> str:
    over = [each for each in periods if each.complete] or list(periods)
    if not over:
        return ""
    most = max(over, key=lambda each: (each.count, each.first_day))
    mean = f"{sum(each.count for each in over) / len(over):.1f}"
    return words.MOST.in_language(language).format(
        period=period_name(most.first_day, length, language),
        count=_cases(most.count, language),
        mean=mean if language is Language.EN else mean.replace(".", ","),
        length=words.PERIODS[length].in_language(language),
    )


def _period_link(each: Period, chosen: Period, as_of: date, today: date, language: Language) -> str:
    name = escape(words.PERIODS[each].in_language(language))
    if each is chosen:
        return f'<b aria-current="true">{name}</b>'
    day = {} if as_of == today else {PARAMETER: as_of.isoformat()}
    return f'<a href="cijfers?{escape(urlencode({"per": each.value, **day}), quote=True)}">{name}</a>'


def _bars(name: Bilingual, counts: Sequence[Count], total: int, language: Language) -> str:
    items = "".join(
        f"<li><span>{escape(each.label.in_language(language))}</span>"
        f"<b>{whole(each.count, language)}</b>"
        f'<i style="width:{100 * each.count / max(1, total):.1f}%"></i></li>'
        for each in counts
    )
    return f'<div><h3>{escape(name.in_language(language))}</h3><ul class="mw-staven">{items}</ul></div>'
