# SPDX-License-Identifier: EUPL-1.2
"""What was searched for besides the words that were typed; a click on a word leaves it out."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from casebase.bilingual import Language
from index.spelling import Correction
from search_app.answers import SearchView
from search_app.ui import words
from search_app.ui.formats import whole
from search_app.ui.state import PAGE, SearchState, search_link


def also_searched(view: SearchView, state: SearchState, language: Language) -> str:
    """Typing errors that were read as another word, added words, and words that somebody left out before."""
    return (
        "".join(_read_as(each, state, language) for each in view.result.corrections)
        + _added(view.result.also_searched, state, language)
        + _left_out(state, language)
    )


def _read_as(correction: Correction, state: SearchState, language: Language) -> str:
    said = words.READ_AS.in_language(language).format(
        typed=escape(correction.typed), meant=_or(correction.meant, language)
    )
    link = _link(words.AS_TYPED.in_language(language), "", _leaving_out(state, correction.meant))
    return f'<p class="mw-ook">{said} {link}</p>'


def _added(added: Sequence[str], state: SearchState, language: Language) -> str:
    if not added:
        return ""
    summary = words.ALSO_SEARCHED if len(added) > 1 else words.ALSO_SEARCHED_ONE
    told = escape(summary.in_language(language).format(number=whole(len(added), language)))
    label = words.LEAVE_OUT.in_language(language)
    links = " ".join(
        _link(f"{word} ✕", label.format(word=word), _leaving_out(state, [word])) for word in added
    )
    return f'<details class="mw-ook"><summary>{told}</summary><p>{links}</p></details>'


def _left_out(state: SearchState, language: Language) -> str:
    if not state.without:
        return ""
    label = words.ADD_AGAIN.in_language(language)
    links = " ".join(
        _link(f"{word} +", label.format(word=word), _adding_again(state, word)) for word in state.without
    )
    return f'<p class="mw-ook">{escape(words.LEFT_OUT.in_language(language))} {links}</p>'


def _leaving_out(state: SearchState, more: Sequence[str]) -> SearchState:
    return replace(state, shown=PAGE, without=tuple(dict.fromkeys((*state.without, *more))))


def _adding_again(state: SearchState, word: str) -> SearchState:
    return replace(state, shown=PAGE, without=tuple(each for each in state.without if each != word))


def _link(text: str, label: str, to: SearchState) -> str:
    told = f' aria-label="{escape(label)}" title="{escape(label)}"' if label else ""
    return f'<a href="{escape(search_link(to))}"{told}>{escape(text)}</a>'


def _or(meant: Sequence[str], language: Language) -> str:
    joint = f"</b> {words.OR.in_language(language)} <b>"
    return f"<b>{joint.join(map(escape, meant))}</b>"
