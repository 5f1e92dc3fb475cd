# SPDX-License-Identifier: EUPL-1.2
"""The page of a pattern: its head, the way through it, and what it says when there is no such pattern."""

from collections.abc import Collection
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, DatabankError, Language
from casebase.pattern_vocabulary import PatternState
from patterns.states import ENDED
from search_app.pattern_view import PatternView
from search_app.ui import pattern_words as words
from search_app.ui.formats import day_month_year
from search_app.ui.labels import label
from search_app.ui.markup import ELLIPSIS, paragraphs, plain
from search_app.ui.pattern_links import Part, pattern_link, register_link

LONGEST_NUMBER = 40
_PARTS = {
    Part.STORY: words.STORY,
    Part.FIGURES: words.FIGURES,
    Part.TREATMENT: words.TREATMENT,
    Part.CASES: words.CASES,
    Part.COURSE: words.COURSE,
    Part.DOSSIER: words.DOSSIER,
}
STATE_TONES = {
    PatternState.SIGNALLED: "mogelijk",
    PatternState.CONFIRMED: "sterk",
    PatternState.ON_AGENDA: "sterk",
    PatternState.TEMPORARY: "half",
    PatternState.STRUCTURAL: "goed",
    PatternState.FOLLOWED: "goed",
    PatternState.CLOSED: "stil",
    PatternState.REJECTED: "stil",
    PatternState.MERGED: "stil",
    PatternState.REOPENED: "mogelijk",
}


def back_link(language: Language, as_of: date | None = None) -> str:
    """The way back to the register of patterns, as of the same day."""
    link = escape(register_link(as_of), quote=True)
    text = escape(words.TO_REGISTER.in_language(language))
    return f'<nav class="mw-terug"><a href="{link}">‹ {text}</a></nav>'


def head(view: PatternView, language: Language) -> str:
    """Name and number, state and since when, mechanism, and who owes whom what by when."""
    return (
        f'<header class="mw-eenpatroon"><h1>{plain(view.record.name)}</h1>'
        f'<p class="mw-meta">{_state(view, language)}</p>{_on_earlier_day(view, language)}'
        f'<p class="mw-mechanisme">{plain(view.record.mechanism)}</p>'
        f"{_ended(view, language)}{_strip(view, language)}{_answer(view, language)}</header>"
    )


def parts(view: PatternView, here: Part, language: Language, *, among: Collection[Part] = tuple(Part)) -> str:
    """Links to the parts of the page; the one that is open is marked."""
    items = "".join(_part_link(view, part, here, language) for part in Part if part in among)
    name = escape(words.PARTS.in_language(language), quote=True)
    return f'<nav class="mw-delen" aria-label="{name}"><ul>{items}</ul></nav>'


def part_title(part: Part) -> Bilingual:
    """What a part of the page is called."""
    return _PARTS[part]


def unknown(number: str, language: Language) -> str:
    """What people read when the address names no pattern that is there."""
    if not number:
        return _plain_head(words.NONE_CHOSEN, words.NONE_CHOSEN_BODY.in_language(language), language)
    shown = number if len(number) <= LONGEST_NUMBER else f"{number[:LONGEST_NUMBER]}{ELLIPSIS}"
    body = words.UNKNOWN_BODY.in_language(language).format(number=shown)
    return _plain_head(words.UNKNOWN, body, language)


def not_yet(number: str, trouble: DatabankError, language: Language) -> str:
    """What people read when the pattern was registered after the day that they ask about."""
    today = escape(words.TO_TODAY.in_language(language))
    link = f'<a href="{escape(pattern_link(number), quote=True)}">{today}</a>'
    return _plain_head(words.NOT_THERE_YET, trouble.message.in_language(language), language, link)


def _plain_head(title: Bilingual, body: str, language: Language, link: str = "") -> str:
    heading = escape(title.in_language(language))
    return f'<header class="mw-casus"><h1>{heading}</h1><p>{escape(body)} {link}</p></header>'


def _state(view: PatternView, language: Language) -> str:
    state = view.record.state
    since = view.moved.at.date() if view.moved else view.record.registered_on
    told = words.SINCE.in_language(language).format(day=day_month_year(since, language))
    return (
        f"{label(state.label.in_language(language), STATE_TONES[state])} "
        f"<span>{escape(told)}</span> <span>{escape(view.record.pattern_id)}</span>"
    )


def _on_earlier_day(view: PatternView, language: Language) -> str:
    if not view.earlier:
        return ""
    told = words.EARLIER_DAY.in_language(language).format(day=day_month_year(view.as_of, language))
    link = escape(pattern_link(view.record.pattern_id), quote=True)
    today = escape(words.TO_TODAY.in_language(language))
    return f'<p class="mw-melding mw-let-op">{escape(told)} <a href="{link}">{today}</a></p>'


def _ended(view: PatternView, language: Language) -> str:
    record, told = view.record, []
    if record.merged_into:
        told.append(_with_link(words.MERGED_INTO, record.merged_into, language))
    elif record.state in ENDED and view.moved:
        told.append(escape(words.ENDED.in_language(language)).format(why=plain(view.moved.why)))
    if record.split_from:
        told.append(_with_link(words.SPLIT_FROM, record.split_from, language))
    return "".join(f'<p class="mw-melding">{sentence}</p>' for sentence in told)


def _with_link(sentence: Bilingual, other: str, language: Language) -> str:
    link = f'<a href="{escape(pattern_link(other), quote=True)}">{escape(other)}</a>'
    return escape(sentence.in_language(language)).format(other=link)


def _strip(view: PatternView, language: Language) -> str:
    record = view.record
    rows = [
        (words.OWNER, escape(record.owner)),
        (words.ADDRESSEE, plain(record.addressee) or escape(words.NOT_YET.in_language(language))),
        (words.HEAR_BY, _hear_by(view, language)),
        (words.ACT_BY, escape(_day(record.action_due, language))),
        (words.SOLUTION, escape(record.solution.label.in_language(language)) if record.solution else ""),
    ]
    items = "".join(
        f"<div><dt>{escape(name.in_language(language))}</dt><dd>{told}</dd></div>"
        for name, told in rows
        if told
    )
    return f'<dl class="mw-strook">{items}</dl>'


def _hear_by(view: PatternView, language: Language) -> str:
    due, late = view.record.answer_due, view.overdue_days
    if view.record.state in ENDED:
        return ""
    if due is None:
        return escape(words.NO_DATE.in_language(language))
    told = escape(_day(due, language))
    if not late:
        return told
    sentence = words.OVERDUE_ONE if late == 1 else words.OVERDUE
    return f"{told} {label(sentence.in_language(language).format(days=late), 'niet')}"


def _answer(view: PatternView, language: Language) -> str:
    record = view.record
    if not record.answer:
        return ""
    given = ""
    if record.answered_on:
        day = day_month_year(record.answered_on, language)
        told = escape(words.ANSWERED_ON.in_language(language).format(day=day))
        given = f'<p class="mw-hulp">{told}</p>'
    title = escape(words.ANSWER.in_language(language))
    told = paragraphs(record.answer)
    return f'<section class="mw-besluit mw-antwoord"><h2>{title}</h2>{told}{given}</section>'


def _part_link(view: PatternView, part: Part, here: Part, language: Language) -> str:
    as_of = view.as_of if view.earlier else None
    link = escape(pattern_link(view.record.pattern_id, part, as_of=as_of), quote=True)
    current = ' aria-current="page"' if part is here else ""
    return f'<li><a href="{link}"{current}>{escape(_PARTS[part].in_language(language))}</a></li>'


def _day(day: date | None, language: Language) -> str:
    return day_month_year(day, language) if day else ""
