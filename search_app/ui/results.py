# SPDX-License-Identifier: EUPL-1.2
"""What a search gave: which hits count as comparable, and the line above them."""

from dataclasses import dataclass
from html import escape

from casebase.bilingual import Bilingual, Language
from index.hits import Band, Hit
from search_app.answers import SearchView
from search_app.ui import words
from search_app.ui.formats import counted, whole
from search_app.ui.state import MOST_SHOWN, SearchState

MOST_WEAK = 5
"""Cases that are only remotely alike and can still be looked at."""


@dataclass(frozen=True)
class Results:
    """The hits to show: comparable ones, those only remotely alike, and whether there is more."""

    comparable: tuple[Hit, ...]
    weak: tuple[Hit, ...]
    more: bool


def divided(view: SearchView, state: SearchState) -> Results:
    """The hits of a search by what they are worth; weak ones never stand among the others."""
    hits = view.result.hits[: state.shown]
    more = len(view.result.hits) > state.shown and state.shown < MOST_SHOWN
    if not view.result.comparable:
        return Results((), hits[:MOST_WEAK], more=False)
    comparable = tuple(hit for hit in hits if hit.band is not Band.WEAK)
    weak = tuple(hit for hit in hits if hit.band is Band.WEAK)
    return Results(comparable, weak[:MOST_WEAK], more=more and not weak)


def comparable_text(view: SearchView, state: SearchState, language: Language) -> str:
    """How many comparable cases a search gives, in words; empty when there are none."""
    found = divided(view, state)
    if not found.comparable:
        return ""
    cases = counted(len(found.comparable), words.FOUND, words.FOUND_MANY, language)
    return words.MORE_THAN.in_language(language).format(cases=cases) if found.more else cases


def weak_summary(found: Results, language: Language) -> str:
    """What the cases that are only remotely alike are folded under."""
    text = words.WEAK_SUMMARY_ONE if len(found.weak) == 1 else words.WEAK_SUMMARY
    return text.in_language(language).format(number=len(found.weak))


def heading(found: Results, view: SearchView, language: Language) -> str:
    """How many comparable cases there are, and where was searched."""
    number = len(found.comparable)
    if found.more:
        title = words.BEST.in_language(language).format(number=whole(number, language))
    else:
        title = counted(number, words.FOUND, words.FOUND_MANY, language)
    searched = words.SEARCHED_IN.in_language(language).format(
        cases=counted(view.result.matched, words.CASE, words.CASES, language),
        duration=whole(round(view.duration_ms), language),
    )
    return f'<div class="mw-telling"><h2>{escape(title)}</h2><p>{escape(searched)}</p></div>'


def notice(text: Bilingual, language: Language) -> str:
    """One sentence that people must not miss."""
    return f'<p class="mw-melding" role="status">{escape(text.in_language(language))}</p>'


def small_question(language: Language) -> str:
    """The title of the page when results ask for the room."""
    return f'<h1 class="mw-klein">{escape(words.QUESTION.in_language(language))}</h1>'
