# SPDX-License-Identifier: EUPL-1.2
"""Asking for what is missing in a case, or what could not be read (draws with Streamlit)."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from casebase.bilingual import Language
from casebase.vocabulary import Level, Nature, Outcome, Rating, Term
from ingest.fields import Shape
from search_app.intake_cases import ESSENTIAL, BroughtCase
from search_app.intake_rows import column_of
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui.intake_parts import h2, hint

_TERMS: dict[str, type[Term]] = {"outcome": Outcome, "nature": Nature, "level": Level}


def vocabulary(target: str) -> type[Term] | None:
    """The closed list of a field; None where people type."""
    return Rating if target.endswith(".rating") else _TERMS.get(target)


def ask(target: str, value: str, language: Language, *, asked: bool, name: str = "") -> None:
    """A box for one field, with a question for its label, or with its name.

    ``name`` tells boxes of the same field apart.
    """
    column, terms = column_of(target), vocabulary(target)
    question = words.QUESTIONS.get(target) if asked else None
    text = (question or column.label).in_language(language)
    why = words.NUMBER_HELP if target == "case_id" and not asked else words.WHY.get(target) if asked else None
    key = state.key(f"{name}{target}")
    help_text = why.in_language(language) if why else ""
    if terms is not None:
        options = [term.value for term in terms]
        st.selectbox(
            text,
            options,
            index=options.index(value) if value in options else None,
            format_func=lambda found: terms(found).label.in_language(language),
            placeholder=words.CHOOSE.in_language(language),
            key=key,
        )
    elif column.shape is Shape.STORY:
        st.text_area(text, value=value, key=key, height=110)
    else:
        st.text_input(text, value=value, key=key)
    if help_text:
        st.html(hint(help_text))


def missing(case: BroughtCase, fields: Sequence[str], language: Language) -> None:
    """Friendly questions about the fields that are empty, the essential ones in sight."""
    if not fields:
        return
    first = [target for target in fields if target in ESSENTIAL]
    more = [target for target in fields if target not in ESSENTIAL]
    with st.container(key="ontbreekt"):
        st.html(h2(words.MISSING, language) + hint(words.MISSING_LEAD.in_language(language)))
        with st.form(f"aanvullen_{case.position}", border=False, enter_to_submit=False):
            name = f"{case.position}_"
            for target in first:
                ask(target, "", language, asked=True, name=name)
            if more:
                text = words.MORE_FIELDS.in_language(language).format(number=len(more))
                with st.expander(text, expanded=not first):
                    for target in more:
                        ask(target, "", language, asked=True, name=name)
            st.form_submit_button(
                words.FILL_IN.in_language(language), on_click=state.do, args=(lambda: _fill(case, fields),)
            )


def repair(case: BroughtCase, fields: Sequence[str], reason: str, language: Language) -> None:
    """What could not be read, and a box for each field in which something is wrong."""
    known = [target for target in fields if target]
    with st.container(key="ontbreekt"):
        st.html(h2(words.REPAIR_LEAD, language) + f'<p class="mw-melding mw-fout">{reason}</p>')
        if not known:
            return
        with st.form(f"herstellen_{case.position}", border=False, enter_to_submit=False):
            for target in known:
                start = state.desk().free_number(_taken()) if target == "case_id" else ""
                ask(target, start, language, asked=target in words.QUESTIONS, name=f"{case.position}_")
            st.form_submit_button(
                words.REPAIR.in_language(language),
                type="primary",
                on_click=state.do,
                args=(lambda: _fill(case, known),),
            )
    st.html(_as_written(case, language))


def _as_written(case: BroughtCase, language: Language) -> str:
    """The row as it stands in the file, to know which case this is."""
    fields = ((heading, value) for heading, value in case.source.row.fields if value.strip())
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in fields)
    title = escape(words.IN_THE_FILE.in_language(language))
    return f'<section class="mw-rauw"><h2>{title}</h2><dl class="mw-kenmerken">{rows}</dl></section>'


def _taken() -> list[str]:
    return [
        text for case in state.work().cases.values() for target, text in case.answers if target == "case_id"
    ]


def _fill(case: BroughtCase, fields: Sequence[str]) -> None:
    values = [
        (target, str(st.session_state.get(state.key(f"{case.position}_{target}")) or "")) for target in fields
    ]
    answers = tuple((target, text) for target, text in values if text.strip())
    if answers:
        filled = state.desk().answered(case, state.work().choices, answers)
        state.change(filled, words.SAID_FILLED)
