# SPDX-License-Identifier: EUPL-1.2
"""What happened to a pattern: who did what, when and why, and the way to the pattern of then."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from casebase.bilingual import Language
from casebase.pattern_vocabulary import PatternState, PatternTerm
from casebase.store import PatternEventRecord
from search_app.ui import pattern_words as words
from search_app.ui import words as general
from search_app.ui.formats import counted, day_month_year
from search_app.ui.labels import label
from search_app.ui.markup import plain
from search_app.ui.pattern_links import pattern_link
from search_app.ui.pattern_page import STATE_TONES


def history(events: Sequence[PatternEventRecord], language: Language) -> str:
    """The events in the order given, which is newest first."""
    title = escape(words.COURSE_TITLE.in_language(language))
    help_text = escape(words.COURSE_HELP.in_language(language))
    items = "".join(f"<li>{_event(event, language)}</li>" for event in events)
    return (
        f'<section class="mw-blok"><h2>{title}</h2><p class="mw-hulp">{help_text}</p>'
        f'<ol class="mw-tijdlijn">{items}</ol></section>'
    )


def _event(event: PatternEventRecord, language: Language) -> str:
    day = event.at.date()
    link = escape(pattern_link(event.pattern_id, as_of=day), quote=True)
    told = escape(day_month_year(day, language))
    then = escape(words.AS_THEN.in_language(language))
    why = f"<p>{plain(event.why)}</p>" if event.why else ""
    return (
        f'<p class="mw-meta"><time datetime="{day.isoformat()}">{told}</time> · {escape(event.actor)} · '
        f'<a href="{link}" aria-label="{then}: {told}">{then}</a></p>'
        f"<h3>{_what(event, language)}</h3>{why}{_changes(event.changes, language)}"
    )


def _what(event: PatternEventRecord, language: Language) -> str:
    parts = [escape(event.action.label.in_language(language))]
    if event.to_state is not None:
        states = [each for each in (event.from_state, event.to_state) if each is not None]
        parts.append(" → ".join(_state(each, language) for each in states))
    if event.cases:
        parts.append(escape(counted(event.cases, general.CASE, general.CASES, language)))
    if event.other_pattern:
        other = event.other_pattern
        link = f'<a href="{escape(pattern_link(other), quote=True)}">{escape(other)}</a>'
        parts.append(escape(words.WITH_PATTERN.in_language(language)).format(other=link))
    return " · ".join(parts)


def _state(state: PatternState, language: Language) -> str:
    return label(state.label.in_language(language), STATE_TONES[state])


def _changes(changes: Mapping[str, tuple[Any, Any]], language: Language) -> str:
    rows = "".join(
        f"<div><dt>{escape(words.CHANGED[name].in_language(language))}</dt>"
        f"<dd>{_value(before, language)} → {_value(after, language)}</dd></div>"
        for name, (before, after) in changes.items()
        if name in words.CHANGED
    )
    return f'<dl class="mw-kenmerken">{rows}</dl>' if rows else ""


def _value(value: Any, language: Language) -> str:
    if isinstance(value, date):
        return escape(day_month_year(value, language))
    if isinstance(value, PatternTerm):
        return escape(value.label.in_language(language))
    if isinstance(value, (tuple, list)):
        value = ", ".join(value)
    return plain(str(value)) if value else f'<span class="mw-leeg">{_empty(language)}</span>'


def _empty(language: Language) -> str:
    return escape(words.EMPTY.in_language(language))
