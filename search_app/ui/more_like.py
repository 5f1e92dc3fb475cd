# SPDX-License-Identifier: EUPL-1.2
"""Searching with cases in place of words: the links to it, and what stands above what it found."""

from collections.abc import Sequence
from html import escape

from casebase.bilingual import Language
from casebase.record import CaseRecord
from casebase.store import StoredCase
from index.alike import MOST_CASES
from search_app.ui import words
from search_app.ui.labels import case_title
from search_app.ui.markup import shortened
from search_app.ui.state import SearchState, can_add, more_like, search_link

CHIP_WIDTH = 60


def like_link(state: SearchState, case: CaseRecord, language: Language) -> str:
    """Link from a case to others like it, together with those that are searched with already.

    Empty where the case is searched with, or where so many are that none can be added.
    """
    adds = can_add(state, case.case_id)
    if state.alike and not adds:
        return ""
    text, told = (words.ALSO_LIKE, words.ALSO_LIKE_CASE) if adds else (words.MORE_LIKE, words.MORE_LIKE_CASE)
    link = escape(search_link(more_like(state, case.case_id)), quote=True)
    label = escape(told.in_language(language).format(case=case.case_id), quote=True)
    return f'<a class="mw-zoals" href="{link}" aria-label="{label}">{escape(text.in_language(language))}</a>'


def title(asked: Sequence[StoredCase], language: Language) -> str:
    """The title of the page when cases are searched with."""
    text = (words.LIKE_TITLE, words.LIKE_TITLE_TWO, words.LIKE_TITLE_THREE)[len(asked) - 1]
    return f'<h1 class="mw-klein">{escape(text.in_language(language))}</h1>'


def chip_text(stored: StoredCase, language: Language) -> str:
    """A case that is searched with, in a few words."""
    name = shortened(case_title(stored.case, language), CHIP_WIDTH)
    return words.LIKE_CHIP.in_language(language).format(title=name)


def hint(asked: Sequence[StoredCase], language: Language) -> str:
    """How another case is added, or that there can be no more."""
    text = words.LIKE_ADD if len(asked) < MOST_CASES else words.LIKE_FULL
    return f'<p class="mw-hulp">{escape(text.in_language(language))}</p>'


def none_of_these(case_ids: Sequence[str], language: Language) -> str:
    """What people read when none of the cases in the address can be searched with."""
    one = len(case_ids) == 1
    heading = (words.UNKNOWN_CASE if one else words.NONE_OF_THESE).in_language(language)
    named = ", ".join(f"‘{shortened(number, CHIP_WIDTH)}’" for number in case_ids)
    body = words.UNKNOWN_CASE_BODY if one else words.NONE_OF_THESE_BODY
    told = body.in_language(language).format(case_id=named)
    return (
        f'<section class="mw-niets"><h2>{escape(heading)}</h2><p>{escape(told)}</p>'
        f"<h3>{escape(words.WHAT_NEXT.in_language(language))}</h3>"
        f"<ul><li>{escape(words.TRY_DESCRIBE.in_language(language))}</li></ul></section>"
    )
