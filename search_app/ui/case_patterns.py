# SPDX-License-Identifier: EUPL-1.2
"""On the page of a case: the patterns that it is in, and like cases that ended differently."""

from collections.abc import Sequence
from datetime import date
from html import escape

from casebase.bilingual import Language
from patterns.reading import ToldToSubmitter
from search_app.treated_otherwise import Treatment
from search_app.ui import case_patterns_words as words
from search_app.ui import words as common
from search_app.ui.formats import counted, day_month_year
from search_app.ui.labels import label
from search_app.ui.markup import paragraphs, plain
from search_app.ui.pair_beside import pair_beside
from search_app.ui.pattern_links import pattern_link

SHOWN = 3


def patterns(told: Sequence[ToldToSubmitter], today: date, language: Language) -> str:
    """What whoever brought the case in may know of its patterns; nothing when it is in none."""
    if not told:
        return ""
    title = words.PART_OF if len(told) == 1 else words.PART_OF_SEVERAL
    items = "".join(f"<li>{_pattern(each, today, language)}</li>" for each in told)
    return (
        f'<section class="mw-paneel mw-inpatroon"><h2>{escape(title.in_language(language))}</h2>'
        f"<ul>{items}</ul></section>"
    )


def ended_differently(treatment: Treatment, language: Language) -> str:
    """Like cases that ended differently, side by side with this one, and how the others ended."""
    title = escape(words.OTHERWISE.in_language(language))
    asked = treatment.asked.case
    pairs = [pair_beside(each.pair, asked, each.other.case, language) for each in treatment.otherwise[:SHOWN]]
    rest = len(treatment.otherwise) - SHOWN
    more = ""
    if rest > 0:
        told_more = words.MORE_ONE if rest == 1 else words.MORE
        sentence = told_more.in_language(language).format(cases=_cases(rest, language))
        more = f'<p class="mw-hulp">{escape(sentence)}</p>'
    told = f"<p>{escape(_told(treatment, language))}</p>"
    return (
        f'<section class="mw-anders-af"><h2 class="mw-h2">{title}</h2>{told}{"".join(pairs)}{more}</section>'
    )


def _pattern(told: ToldToSubmitter, today: date, language: Language) -> str:
    state = label(told.state.label.in_language(language), "mogelijk")
    name = f'<a href="{escape(pattern_link(told.pattern_id), quote=True)}">{plain(told.name)}</a>'
    answer = ""
    if told.answer and told.answered_on:
        given = words.ANSWER.in_language(language).format(day=day_month_year(told.answered_on, language))
        answer = f'<p class="mw-hulp">{escape(given)}</p>{paragraphs(told.answer)}'
    due = ""
    if told.answer_due:
        promise = words.HEAR_BY if told.answer_due >= today else words.SHOULD_HAVE_HEARD
        sentence = promise.in_language(language).format(day=day_month_year(told.answer_due, language))
        due = f'<p class="mw-hulp">{escape(sentence)}</p>'
    return f"<p>{name} {state}</p>{answer}{due}"


def _told(treatment: Treatment, language: Language) -> str:
    compared = treatment.comparisons
    sentences = [words.NOTHING_TO_COMPARE.in_language(language)]
    if compared.pairs:
        number_of = words.COMPARED if len(compared.pairs) == 1 else words.COMPARED_MANY
        counts = number_of.in_language(language).format(
            cases=_cases(len(compared.pairs), language),
            differently=len(treatment.otherwise),
            same=treatment.same,
            unknown=treatment.unknown,
        )
        sentences = [counts, treatment.outcomes.words.in_language(language)]
    other_period = compared.other_period + compared.period_unknown
    for sentence, number in ((words.OTHER_RULES, compared.other_rules), (words.OTHER_PERIOD, other_period)):
        if number:
            sentences.append(sentence.in_language(language).format(cases=_cases(number, language)))
    return " ".join(sentences)


def _cases(number: int, language: Language) -> str:
    return counted(number, common.CASE, common.CASES, language)
