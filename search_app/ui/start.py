# SPDX-License-Identifier: EUPL-1.2
"""The start screen and the screen without results."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.vocabulary import Outcome
from search_app.answers import CollectionView, SearchView
from search_app.ui import words
from search_app.ui.formats import counted, month_year, whole
from search_app.ui.state import SearchState, search_link, with_values

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
            f"{_bars(words.REGULATION, _regulations(view), language)}</div>"
        )
    return f'<section class="mw-verzameling"><h2>{title}</h2>{body}</section>'


def nothing_found(view: SearchView, state: SearchState, language: Language) -> str:
    """The honest answer that nothing is comparable, with the next step."""
    if not view.result.matched:
        title, body = words.NOTHING_LEFT, words.NOTHING_LEFT_BODY
    elif view.asked:
        title, body = words.NOTHING, words.NOTHING_LIKE_BODY
    else:
        title, body = words.NOTHING, words.NOTHING_BODY
    searched = counted(view.result.matched, words.CASE, words.CASES, language)
    steps = [words.DROP_A_FILTER] * bool(state.filters) + [words.TRY_FEWER] * (len(view.asked) > 1)
    steps += [words.TRY_DESCRIBE if view.asked else words.TRY_WORDS, words.BRING_IN]
    return _nothing(title, body.in_language(language).format(cases=searched), steps, language)


def nothing_left(language: Language) -> str:
    """The same when no case meets the conditions."""
    body = words.NOTHING_LEFT_BODY.in_language(language)
    return _nothing(words.NOTHING_LEFT, body, [words.DROP_A_FILTER], language)


def _nothing(title: Bilingual, body: str, steps: Sequence[Bilingual], language: Language) -> str:
    advice = "".join(f"<li>{escape(step.in_language(language))}</li>" for step in steps)
    return (
        f'<section class="mw-niets"><h2>{escape(title.in_language(language))}</h2>'
        f"<p>{escape(body)}</p>"
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


@dataclass(frozen=True)
class _Bar:
    """A value of the collection and how many cases have it; ``link`` leads to these cases, if anywhere."""

    text: str
    count: int
    link: str = ""


def _outcomes(view: CollectionView, language: Language) -> list[_Bar]:
    bars = [
        _Bar(_outcome_text(c.value, language), c.count, _listed("uitkomst", c.value))
        for c in view.facets.outcomes
    ]
    gaps = view.total - sum(bar.count for bar in bars)
    return bars + ([_Bar(words.NOT_FILLED_IN.in_language(language), gaps)] if gaps else [])


def _regulations(view: CollectionView) -> list[_Bar]:
    return [_Bar(c.value, c.count, _listed("regeling", c.value)) for c in view.facets.regulations[:TOP]]


def _listed(name: str, value: str) -> str:
    return search_link(with_values(SearchState(), name, [value]))


def _outcome_text(value: str, language: Language) -> str:
    known = {outcome.value: outcome for outcome in Outcome}
    return known[value].label.in_language(language) if value in known else value


def _bars(title: Bilingual, bars: Sequence[_Bar], language: Language) -> str:
    most = max((bar.count for bar in bars), default=1)
    rows = "".join(
        f"<li><span>{_bar_name(bar, language)}</span><b>{whole(bar.count, language)}</b>"
        f'<i style="width:{100 * bar.count / most:.0f}%"></i></li>'
        for bar in bars
    )
    return f'<div><h3>{escape(title.in_language(language))}</h3><ul class="mw-staven">{rows}</ul></div>'


def _bar_name(bar: _Bar, language: Language) -> str:
    if not bar.link:
        return escape(bar.text)
    label = escape(words.SHOW_CASES.in_language(language).format(name=bar.text), quote=True)
    return f'<a href="{escape(bar.link, quote=True)}" aria-label="{label}">{escape(bar.text)}</a>'
