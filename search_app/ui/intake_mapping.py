# SPDX-License-Identifier: EUPL-1.2
"""The rest of step 1: which column became which field, and what was noticed (draws with Streamlit)."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual, Language
from search_app.intake_rows import LEAVE_OUT, HeadingUse, columns, heading_uses
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui import words as app_words
from search_app.ui.formats import counted, whole
from search_app.ui.intake_parts import button, h2, hint, noticed
from search_app.ui.intake_state import Step
from search_app.ui.labels import label

MOST_SHOWN = 8
"""When more columns than these are recognised they are folded: people look at the others."""


def mapping(language: Language) -> None:
    """The preview with a way to read a column differently."""
    work = state.work()
    rows = work.brought.rows
    noticed = list(work.brought.refused)
    if noticed:
        st.html(_problems(noticed, language))
    if not rows:
        button(words.START_OVER.in_language(language), "opnieuw", state.forget)
        return
    uses = heading_uses(rows, work.choices)
    files = len({row.file for row in rows})
    lead = words.MAPPING_LEAD.in_language(language).format(
        cases=counted(len(rows), app_words.CASE, app_words.CASES, language),
        files=counted(files, words.FILE_ONE, words.FILE_MANY, language),
    )
    st.html(h2(words.MAPPING, language) + hint(lead) + _table(uses, language))
    _change(uses, language)
    _noticed(language)
    with st.container(horizontal=True, key="verderknoppen"):
        button(
            words.GO_CHECK.in_language(language),
            "verder",
            lambda: state.go(Step.CHECK, None if work.many else next(iter(work.cases))),
            kind="primary",
        )
        button(words.START_OVER.in_language(language), "opnieuw", state.forget)


def _problems(sentences: Sequence[Bilingual], language: Language) -> str:
    told = "".join(f"<p>{escape(sentence.in_language(language))}</p>" for sentence in sentences)
    return f'<div class="mw-melding mw-fout" role="alert">{told}</div>'


def _table(uses: Sequence[HeadingUse], language: Language) -> str:
    clear = [use for use in uses if use.exact and not use.chosen and use.column and use.column.kind is None]
    if len(clear) <= MOST_SHOWN:
        clear = []
    shown = sorted((use for use in uses if use not in clear), key=_doubtful_first)
    dropped = any(use.column is not None and use.column.kind is not None for use in uses)
    told = _lines(shown, language) if shown else ""
    if dropped:
        told += hint(words.DROPPED_HELP.in_language(language))
    if clear:
        title = escape(words.RECOGNISED.in_language(language).format(number=len(clear)))
        told += f'<details class="mw-verte"><summary>{title}</summary>{_lines(clear, language)}</details>'
    return told


def _lines(uses: Sequence[HeadingUse], language: Language) -> str:
    names = (words.HEADING, words.BECOMES, words.FILLED)
    head = "".join(f'<th scope="col">{escape(name.in_language(language))}</th>' for name in names)
    body = "".join(_line(use, language) for use in uses)
    return f'<table class="mw-tabel"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _doubtful_first(use: HeadingUse) -> int:
    return 2 if use.exact else 1 if use.column is not None else 0


def _line(use: HeadingUse, language: Language) -> str:
    return (
        f'<tr><th scope="row">{escape(use.heading)}</th><td>{_meaning(use, language)}</td>'
        f"<td>{whole(use.filled, language)}</td></tr>"
    )


def _meaning(use: HeadingUse, language: Language) -> str:
    if use.column is None:
        if use.chosen:
            return label(words.LEFT_OUT.in_language(language), "stil")
        return label(words.NOT_RECOGNISED.in_language(language), "half")
    name = f"<span>{escape(use.column.label.in_language(language))}</span>"
    if not use.exact:
        return f"{name} {label(words.NEAR.in_language(language), 'half')}"
    if use.chosen:
        name += f" {label(words.BY_YOU.in_language(language), 'mogelijk')}"
    if use.column.kind is not None:
        name += f" {label(words.DROPPED.in_language(language), 'stil')}"
    return name


def _change(uses: Sequence[HeadingUse], language: Language) -> None:
    unclear = any(not use.exact for use in uses)
    fields = {column.target: column.label.in_language(language) for column in columns()}
    text = words.CHANGE_MAPPING.in_language(language)
    with st.container(key="kolomkeuze"), st.expander(text, expanded=unclear):
        left, middle, right = st.columns([4, 4, 2], vertical_alignment="bottom")
        ordered = [use.heading for use in sorted(uses, key=_doubtful_first)]
        left.selectbox(words.WHICH_HEADING.in_language(language), ordered, key=state.key("kop"))
        middle.selectbox(
            words.WHICH_FIELD.in_language(language),
            [LEAVE_OUT, *fields],
            format_func=lambda found: fields.get(found) or words.LEFT_OUT.in_language(language),
            key=state.key("veld"),
        )
        with right:
            button(words.APPLY.in_language(language), "pas_toe", _choose)


def _choose() -> None:
    state.choose(st.session_state[state.key("kop")], st.session_state[state.key("veld")])


def _noticed(language: Language) -> None:
    brought = state.work().brought
    found = [(finding.file, finding.message) for finding in brought.findings]
    told = noticed([*found, *brought.warnings], language)
    if told:
        st.html(told)
