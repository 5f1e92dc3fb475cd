# SPDX-License-Identifier: EUPL-1.2
"""What every step of the page Inbrengen has: title, steps, what the last button did, buttons."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Literal

import streamlit as st

from casebase.bilingual import Bilingual, Language
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui.formats import counted
from search_app.ui.intake_state import Step
from search_app.ui.review_sheet import message

_NUMBER = {Step.BRING: 0, Step.MAP: 0, Step.CHECK: 1, Step.ALIKE: 2, Step.DONE: 3}
_SIGNS = r"\`*_{}[]<>()#+-.!|~:$@&"


def top(step: Step, position: int | None, language: Language) -> str:
    """Title and steps; the lead only where somebody begins.

    The script of the page goes to the top when another screen is drawn.
    """
    lead = f"<p>{escape(words.LEAD.in_language(language))}</p>" if step is Step.BRING else ""
    items = "".join(_step(number, step, language) for number in range(len(words.STEPS)))
    name = escape(words.STEPS_NAME.in_language(language), quote=True)
    return (
        f'<header class="mw-begin mw-breng" data-scherm="{int(step)}-{position}">'
        f"<div><h1>{escape(words.TITLE.in_language(language))}</h1>{lead}</div>"
        f'<nav aria-label="{name}"><ol class="mw-stappen">{items}</ol></nav></header>'
    )


def _step(number: int, step: Step, language: Language) -> str:
    here = ' aria-current="step"' if number == _NUMBER[step] else ""
    past = number < _NUMBER[step]
    done = (
        f'<span class="mw-gehoord"> ({escape(words.STEP_DONE.in_language(language))})</span>' if past else ""
    )
    style = ' class="mw-gedaan"' if past else ""
    return (
        f"<li{here}{style}><b>{number + 1}</b> {escape(words.STEPS[number].in_language(language))}{done}</li>"
    )


def last_message(language: Language) -> None:
    """What the last button did."""
    told = state.work().said
    if told is not None:
        with st.container(key="melding"):
            st.html(message(told.sentence, language, trouble=told.trouble))


def button(
    text: str,
    key: str,
    action: Callable[[], None],
    *,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
    width: Literal["content", "stretch"] = "content",
    shortcut: str | None = None,
) -> None:
    """A button; a problem of its action becomes a sentence on the page."""
    st.button(text, key=key, type=kind, on_click=state.do, args=(action,), width=width, shortcut=shortcut)


def h2(text: Bilingual, language: Language) -> str:
    """A heading of the second level."""
    return f'<h2 class="mw-h2">{escape(text.in_language(language))}</h2>'


def hint(text: str) -> str:
    """A quiet line."""
    return f'<p class="mw-hulp">{escape(text)}</p>'


def noticed(told: Iterable[tuple[str, Bilingual]], language: Language) -> str:
    """What was noticed on reading, (file, sentence), each sentence once; empty where there is nothing."""
    files: dict[str, list[str]] = {}
    for file, sentence in told:
        files.setdefault(sentence.in_language(language), []).append(file)
    if not files:
        return ""
    items = "".join(f"<li>{escape(_about(some, text, language))}</li>" for text, some in files.items())
    return f'{h2(words.ATTENTION, language)}<ul class="mw-opgevallen">{items}</ul>'


def _about(files: list[str], text: str, language: Language) -> str:
    if len(files) > 1:
        return f"{text} ({counted(len(files), words.FILE_ONE, words.FILE_MANY, language)})"
    return f"{files[0]}: {text}" if files[0] else text


def as_label(text: str) -> str:
    """Words of a case in a label of Streamlit, which reads Markdown."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in " ".join(text.split()))
