# SPDX-License-Identifier: EUPL-1.2
"""Step 1 of Inbrengen: a file, a pasted text, or a form to fill in (draws with Streamlit)."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from casebase.bilingual import Bilingual, Language
from ingest.fields import Shape
from search_app.intake_cases import IntakeError
from search_app.intake_reading import LARGEST_FILE, MOST_CASES
from search_app.intake_rows import Brought, Upload, column_of, typed_row
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui.intake_parts import hint
from search_app.ui.intake_questions import ask

KINDS = ["xlsx", "csv", "tsv", "docx", "pdf", "eml", "jsonl", "ndjson"]
STORY = ("title", "situation", "gut_feeling", "tried_before")
PERSPECTIVES = ("legal_perspective.text", "financial_perspective.text", "social_perspective.text")
WEIGHING = ("reasoning", "decision", "outcome", "lessons")
REGISTER = (
    "case_id",
    "maatwerkplaats",
    "received_on",
    "closed_on",
    "regulations",
    "organisations_involved",
    "submitter_role",
)
_HOW, _FILES, _PASTED = "hoe", "bestanden", "geplakt"


def bring(language: Language) -> None:
    """The three ways to bring a case, one at a time."""
    ways = {way.in_language(language): way for way in (words.BY_FILE, words.BY_PASTE, words.BY_FORM)}
    first = words.BY_FORM if state.work().typed else words.BY_FILE
    chosen = st.segmented_control(
        words.HOW.in_language(language),
        list(ways),
        default=first.in_language(language),
        required=True,
        key=state.key(_HOW),
    )
    with st.container(key="brengen"):
        {words.BY_FILE: _file, words.BY_PASTE: _paste, words.BY_FORM: _form}[ways[str(chosen)]](language)
    st.html(hint(words.MEMORY.in_language(language)))


def _file(language: Language) -> None:
    help_text = words.FILES_HELP.in_language(language)
    st.file_uploader(
        words.FILES.in_language(language),
        type=KINDS,
        accept_multiple_files=True,
        key=state.key(_FILES),
        max_upload_size=LARGEST_FILE // 1_000_000,
    )
    st.html(hint(help_text.format(size=LARGEST_FILE // 1_000_000, cases=MOST_CASES)))
    _read_button(language, _read_files)


def _paste(language: Language) -> None:
    st.text_area(
        words.PASTE.in_language(language),
        key=state.key(_PASTED),
        height=260,
        placeholder=words.PASTE_EXAMPLE.in_language(language),
    )
    st.html(hint(words.PASTE_HELP.in_language(language)))
    _read_button(language, _read_paste)


def _form(language: Language) -> None:
    st.html(hint(words.FORM_HELP.in_language(language)))
    groups: tuple[tuple[Bilingual, tuple[str, ...]], ...] = (
        (words.STORY, STORY),
        (words.WEIGHING, (*PERSPECTIVES, *WEIGHING)),
        (words.REGISTER, REGISTER),
    )
    before = dict(state.work().typed)
    with st.form("casusformulier", border=False, enter_to_submit=False):
        for title, targets in groups:
            st.html(f'<h2 class="mw-h2">{title.in_language(language)}</h2>')
            _fields(targets, before, language)
        st.form_submit_button(
            words.READ.in_language(language), type="primary", on_click=state.do, args=(_read_form,)
        )


def _fields(targets: Iterable[str], before: dict[str, str], language: Language) -> None:
    short: list[str] = []
    for target in targets:
        if column_of(target).shape is Shape.STORY:
            ask(target, before.get(target, ""), language, asked=False)
        else:
            short.append(target)
    for start in range(0, len(short), 2):
        pair = short[start : start + 2]
        for place, target in zip(st.columns(2) if len(pair) > 1 else [st.container()], pair, strict=True):
            with place:
                ask(target, before.get(target, ""), language, asked=False)


def _read_button(language: Language, action: Any) -> None:
    st.button(words.READ.in_language(language), key="lees", type="primary", on_click=state.do, args=(action,))


def _read_files() -> None:
    files = st.session_state.get(state.key(_FILES)) or []
    if not files:
        raise IntakeError(words.NOTHING_BROUGHT.nl, words.NOTHING_BROUGHT.en)
    uploads = [Upload(file.name, file.getvalue()) for file in files]
    brought = state.desk().read(uploads)
    state.drop_uploads(files)
    _go_on(brought)


def _read_paste() -> None:
    text = str(st.session_state.get(state.key(_PASTED)) or "")
    if not text.strip():
        raise IntakeError(words.NOTHING_BROUGHT.nl, words.NOTHING_BROUGHT.en)
    _go_on(state.desk().read_text(text))


def _read_form() -> None:
    targets = (*STORY, *PERSPECTIVES, *WEIGHING, *REGISTER)
    typed = [(target, _typed(target)) for target in targets]
    filled = {target for target, text in typed if text.strip()}
    if not filled & {"situation", "decision", "reasoning"}:
        raise IntakeError(words.NO_STORY.nl, words.NO_STORY.en)
    desk = state.desk()
    if "case_id" not in filled:
        typed = [(t, desk.free_number() if t == "case_id" else text) for t, text in typed]
    state.take(Brought((typed_row(typed),)), typed=typed)


def _typed(target: str) -> str:
    value = st.session_state.get(state.key(target))
    return str(value or "")


def _go_on(brought: Brought) -> None:
    if not brought.rows and not brought.refused:
        raise IntakeError(words.NO_CASES.nl, words.NO_CASES.en)
    state.take(brought)
