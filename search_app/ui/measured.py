# SPDX-License-Identifier: EUPL-1.2
"""How well the databank works: dated figures beside what is asked, what falls short first."""

from html import escape

from casebase.bilingual import Bilingual, Language
from search_app.measurements import Figure, Measurement, Measurements
from search_app.ui import figures_words as words
from search_app.ui import words as common
from search_app.ui.formats import counted, day_month_year, whole
from search_app.ui.frame import trouble
from search_app.ui.table import Cell, table


def measured(found: Measurements, language: Language) -> str:
    """A section for each measurement, own ones first, and a sentence for each file that cannot be read."""
    title = escape(words.HOW_GOOD.in_language(language))
    help_ = escape(words.HOW_GOOD_HELP.in_language(language))
    parts = [
        *(trouble(problem.message.in_language(language)) for problem in found.damaged),
        *(_measurement(each, words.OWN, language) for each in found.own),
        *(_measurement(each, words.SHIPPED, language) for each in found.shipped),
    ]
    body = "".join(parts) or f'<p class="mw-leeg">{escape(words.NEVER_MEASURED.in_language(language))}</p>'
    return f'<h2 class="mw-h2">{title}</h2><p class="mw-hulp">{help_}</p>{body}'


def _measurement(measurement: Measurement, whose: Bilingual, language: Language) -> str:
    told = words.MEASURED.in_language(language).format(
        whose=whose.in_language(language),
        day=day_month_year(measurement.measured_on, language),
        cases=counted(measurement.cases, common.CASE, common.CASES, language),
        data=", ".join(measurement.data),
    )
    head = [words.FIGURE, words.VALUE, words.ASKED, words.RESTS_ON]
    ordered = sorted(measurement.figures, key=lambda each: each.reached is not False)
    rows = [
        [
            Cell(each.name.in_language(language)),
            Cell(_value(each, language), number=True),
            _asked(each, language),
            Cell(whole(each.count, language), number=True),
        ]
        for each in ordered
    ]
    title = escape(words.SUBJECTS[measurement.subject].in_language(language))
    return (
        f'<h3 class="mw-kop3">{title}</h3><p class="mw-hulp">{escape(told)}</p>'
        f"<p>{escape(_verdict(measurement, language))}</p>{table(head, rows, language)}"
    )


def _verdict(measurement: Measurement, language: Language) -> str:
    judged = [each.reached for each in measurement.figures if each.reached is not None]
    short = judged.count(False)
    words_for = {0: words.ALL_REACHED, 1: words.ONE_SHORT}.get(short, words.SOME_SHORT)
    return words_for.in_language(language).format(number=len(judged), short=short)


def _value(figure: Figure, language: Language) -> str:
    value = _written(figure, figure.value, language)
    if figure.low is None or figure.high is None:
        return value
    low, high = (_written(figure, each, language) for each in (figure.low, figure.high))
    return f"{value} ({low.removesuffix('%')}–{high})"


def _asked(figure: Figure, language: Language) -> Cell:
    if figure.reached is None:
        return Cell("")
    bound = figure.least if figure.least is not None else figure.most
    assert bound is not None  # noqa: S101 - something is asked
    text = words.AT_LEAST if figure.least is not None else words.AT_MOST
    asked = text.in_language(language).format(value=_written(figure, bound, language))
    verdict = (words.REACHED if figure.reached else words.SHORT).in_language(language)
    return Cell(f"{asked}: {verdict}", mark="" if figure.reached else "niet")


def _written(figure: Figure, value: float, language: Language) -> str:
    """A share as a percentage with one decimal, a score with two."""
    text = f"{100 * value:.1f}%" if figure.share else f"{value:.2f}"
    return text if language is Language.EN else text.replace(".", ",")
