# SPDX-License-Identifier: EUPL-1.2
"""How many people a pattern is about: the ladder of evidence, strongest first, never added up."""

from collections.abc import Sequence
from html import escape

from casebase.bilingual import Language
from patterns.size import Rung, SizeStep
from search_app.ui import pattern_words as words
from search_app.ui.formats import day_month_year, lowered, whole
from search_app.ui.markup import plain


def size_section(steps: Sequence[SizeStep], language: Language) -> str:
    """Each step with its number or range, how it was found, source, date and warning."""
    entered = [step for step in steps if step.rung is not Rung.KNOWN_CASES]
    sentence = words.SIZE_HELP if entered else words.ONLY_KNOWN
    items = "".join(f"<li>{_step(step, language)}</li>" for step in steps)
    title = escape(words.SIZE.in_language(language))
    return (
        f'<section class="mw-blok" id="omvang"><h2>{title}</h2>'
        f"<p>{escape(sentence.in_language(language))}</p>"
        f'<ol class="mw-ladder">{items}</ol></section>'
    )


def short_size(step: SizeStep, language: Language) -> str:
    """The strongest step in a sentence."""
    how = lowered(words.RUNGS[step.rung].in_language(language))
    if step.high is None and not step.low:
        return words.SIZE_UNKNOWN.in_language(language)
    sentence = words.SIZE_SHORT_ONE if step.low == (step.high or step.low) == 1 else words.SIZE_SHORT
    return sentence.in_language(language).format(number=_number(step, language), how=how)


def _step(step: SizeStep, language: Language) -> str:
    middle = ""
    if step.high is not None and step.low != step.high:
        told = words.MIDDLE.in_language(language).format(middle=whole(step.estimate, language))
        middle = f" <small>{escape(told)}</small>"
    rows = [
        (words.METHOD, escape(step.method.in_language(language))),
        (words.SOURCE, plain(step.source)),
        (words.DATED, escape(day_month_year(step.dated, language))),
        (words.MIND, escape(step.warning.in_language(language)) if step.warning else ""),
    ]
    facts = "".join(
        f"<div><dt>{escape(name.in_language(language))}</dt><dd>{told}</dd></div>"
        for name, told in rows
        if told
    )
    return (
        f"<h3>{escape(words.RUNGS[step.rung].in_language(language))}</h3>"
        f'<p class="mw-ladder-getal">{escape(_number(step, language))}{middle}</p>'
        f'<dl class="mw-kenmerken">{facts}</dl>'
    )


def _number(step: SizeStep, language: Language) -> str:
    low = whole(step.low, language)
    if step.high is None:
        return words.AT_LEAST_PEOPLE.in_language(language).format(low=low)
    if step.low == step.high:
        return low
    return words.RANGE.in_language(language).format(low=low, high=whole(step.high, language))
