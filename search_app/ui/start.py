# SPDX-License-Identifier: EUPL-1.2
"""The start screen and the screen without results."""

from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.store import FacetCount
from casebase.vocabulary import Outcome
from search_app.answers import CollectionView, SearchView
from search_app.ui import words
from search_app.ui.formats import counted, month_year, whole
from search_app.ui.state import SearchState

TOP = 6


def introduction(language: Language) -> str:
    """What the page is for."""
    return (
        f'<header class="mw-begin"><h1>{escape(words.QUESTION.in_language(language))}</h1>'
        f"<p>{escape(words.INTRODUCTION.in_language(language))}</p></header>"
    )


def collection(view: CollectionView, language: Language) -> str:
    """What the databank holds: its size, how cases ended and which regulations they touch."""
    title = escape(words.IN_THE_COLLECTION.in_language(language))
    if not view.total:
        body = f"<p>{escape(words.EMPTY_COLLECTION.in_language(language))}</p>"
    else:
        outcomes = _outcomes(view, language)
        body = (
            f"<p>{escape(_size(view, language))}</p><div class='mw-twee'>"
            f"{_bars(words.OUTCOME, outcomes, language)}"
            f"{_bars(words.REGULATION, list(view.facets.regulations[:TOP]), language)}</div>"
        )
    return f'<section class="mw-verzameling"><h2>{title}</h2>{body}</section>'


def nothing_found(view: SearchView, state: SearchState, language: Language) -> str:
    """The honest answer that nothing is comparable, with the next step."""
    title, body = words.NOTHING, words.NOTHING_BODY
    if not view.result.matched:
        title, body = words.NOTHING_LEFT, words.NOTHING_LEFT_BODY
    searched = counted(view.result.matched, words.CASE, words.CASES, language)
    steps = [words.DROP_A_FILTER] * bool(state.filters) + [words.TRY_WORDS, words.BRING_IN]
    advice = "".join(f"<li>{escape(step.in_language(language))}</li>" for step in steps)
    return (
        f'<section class="mw-niets"><h2>{escape(title.in_language(language))}</h2>'
        f"<p>{escape(body.in_language(language).format(cases=searched))}</p>"
        f"<h3>{escape(words.WHAT_NEXT.in_language(language))}</h3><ul>{advice}</ul></section>"
    )


def _size(view: CollectionView, language: Language) -> str:
    cases = counted(view.total, words.CASE, words.CASES, language)
    places = counted(len(view.facets.maatwerkplaatsen), words.PLACE, words.PLACES, language)
    sentence = words.COLLECTION.in_language(language).format(cases=cases, places=places)
    latest = month_year(view.last_received, language)
    return (
        f"{sentence}, {words.LAST_RECEIVED.in_language(language).format(month=latest)}"
        if latest
        else sentence
    )


def _outcomes(view: CollectionView, language: Language) -> list[FacetCount]:
    counts = [FacetCount(_outcome_text(c.value, language), c.count) for c in view.facets.outcomes]
    gaps = view.total - sum(c.count for c in counts)
    return counts + ([FacetCount(words.NOT_FILLED_IN.in_language(language), gaps)] if gaps else [])


def _outcome_text(value: str, language: Language) -> str:
    known = {outcome.value: outcome for outcome in Outcome}
    return known[value].label.in_language(language) if value in known else value


def _bars(title: Bilingual, counts: list[FacetCount], language: Language) -> str:
    most = max((c.count for c in counts), default=1)
    rows = "".join(
        f"<li><span>{escape(str(c.value))}</span><b>{whole(c.count, language)}</b>"
        f'<i style="width:{100 * c.count / most:.0f}%"></i></li>'
        for c in counts
    )
    return f'<div><h3>{escape(title.in_language(language))}</h3><ul class="mw-staven">{rows}</ul></div>'
