# SPDX-License-Identifier: EUPL-1.2
"""Two like cases side by side: outcome, decision and reasons, what agrees and what differs."""

from collections.abc import Callable
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import Perspective, SafeCase
from patterns.equal_treatment import ComparedPair
from search_app.ui import pattern_treatment_words as words
from search_app.ui import words as general
from search_app.ui.circle import in_reading_order
from search_app.ui.formats import listed, lowered
from search_app.ui.labels import case_title, meta_line, outcome_label
from search_app.ui.markup import plain, shortened
from search_app.ui.state import case_link

DECISION_WIDTH = 260
REASONS_WIDTH = 420


def pair_beside(pair: ComparedPair, first: SafeCase, second: SafeCase, language: Language) -> str:
    """A pair as a table of two columns, and below it what agrees and what differs."""
    rows = [
        (general.OUTCOME, lambda case: outcome_label(case.outcome, language)),
        (words.DECISION, lambda case: _text(case.decision, DECISION_WIDTH, words.NO_DECISION, language)),
        (words.REASONS, lambda case: _text(case.reasoning, REASONS_WIDTH, words.NO_REASONS, language)),
    ]
    corner = escape(words.COMPARED_ON.in_language(language))
    caption = escape(words.CASE_A_B.in_language(language).format(first=first.case_id, second=second.case_id))
    return (
        f'<article class="mw-beide"><table><caption class="mw-gehoord">{caption}</caption>'
        f'<thead><tr><th><span class="mw-gehoord">{corner}</span></th>'
        f"{_name(first, language)}{_name(second, language)}</tr></thead>"
        f"<tbody>{''.join(_row(name, cell, first, second, language) for name, cell in rows)}</tbody></table>"
        f'<dl class="mw-vergelijk">{_fact(words.AGREES, agrees(pair, first, second, language), language)}'
        f"{_fact(words.DIFFERS, differs(pair, first, second, language), language)}</dl></article>"
    )


def agrees(pair: ComparedPair, first: SafeCase, second: SafeCase, language: Language) -> list[str]:
    """In which respects two cases agree: text, regulations, period, and judgements that are the same."""
    told = [words.NEARLY_IDENTICAL.in_language(language)] if pair.nearly_identical else []
    told += list(pair.shared_regulations)
    told += _principles(first, language, also=second)
    told.append(_apart(pair.days_apart, language))
    for field, one, other in _fields(first, second, language):
        if one.rating and one.rating is other.rating:
            rating = lowered(one.rating.label.in_language(language))
            told.append(words.SAME_RATING.in_language(language).format(field=field, rating=rating))
    return told


def differs(pair: ComparedPair, first: SafeCase, second: SafeCase, language: Language) -> list[str]:
    """In which respects two cases differ: other regulations and judgements that are not the same."""
    told = []
    for case, other in ((first, second), (second, first)):
        only = [rule for rule in pair.other_regulations if rule in case.regulations]
        only += _principles(case, language, but=other)
        if case.deviates_from_rules and other.deviates_from_rules is False:
            only.append(lowered(general.DEVIATES.in_language(language)))
        if only:
            sentence = words.ONLY_ONE.in_language(language)
            told.append(sentence.format(case=case.case_id, rules=listed(only, language)))
    for field, one_side, other_side in _fields(first, second, language):
        if one_side.rating is not other_side.rating:
            told.append(
                words.OTHER_RATING.in_language(language).format(
                    field=field, first=_rating(one_side, language), second=_rating(other_side, language)
                )
            )
    return told or [words.NOTHING_DIFFERS.in_language(language)]


def _fields(
    first: SafeCase, second: SafeCase, language: Language
) -> list[tuple[str, Perspective, Perspective]]:
    both = zip(in_reading_order(first), in_reading_order(second), strict=True)
    return [(lowered(name.in_language(language)), one, other) for (_, name, one), (_, _, other) in both]


def _principles(
    case: SafeCase, language: Language, *, also: SafeCase | None = None, but: SafeCase | None = None
) -> list[str]:
    named = [each for each in case.principles if also is None or each in also.principles]
    left = [each for each in named if but is None or each not in but.principles]
    return [lowered(each.label.in_language(language)) for each in left]


def _rating(perspective: Perspective, language: Language) -> str:
    if perspective.rating is None:
        return words.RATING_MISSING.in_language(language)
    return lowered(perspective.rating.label.in_language(language))


def _apart(days: int, language: Language) -> str:
    if days == 0:
        return words.SAME_DAY.in_language(language)
    sentence = words.ONE_DAY_APART if days == 1 else words.DAYS_APART
    return sentence.in_language(language).format(days=days)


def _name(case: SafeCase, language: Language) -> str:
    link = escape(case_link(case.case_id), quote=True)
    title = plain(case_title(case, language))
    return f'<th scope="col"><a href="{link}">{title}</a> <small>{meta_line(case, language)}</small></th>'


def _row(
    name: Bilingual,
    cell: Callable[[SafeCase], str],
    first: SafeCase,
    second: SafeCase,
    language: Language,
) -> str:
    cells = "".join(
        f'<td data-zaak="{escape(case.case_id, quote=True)}">{cell(case)}</td>' for case in (first, second)
    )
    return f'<tr><th scope="row">{escape(name.in_language(language))}</th>{cells}</tr>'


def _text(text: str, width: int, missing: Bilingual, language: Language) -> str:
    told = shortened(" ".join(text.split()), width)
    return plain(told) or f'<span class="mw-leeg">{escape(missing.in_language(language))}</span>'


def _fact(name: Bilingual, told: list[str], language: Language) -> str:
    items = "".join(f"<li>{plain(each)}</li>" for each in told)
    return f"<div><dt>{escape(name.in_language(language))}</dt><dd><ul>{items}</ul></dd></div>"
