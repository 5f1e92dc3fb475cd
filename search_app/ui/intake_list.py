# SPDX-License-Identifier: EUPL-1.2
"""Step 2 of Inbrengen for many cases: what each of them asks for (draws with Streamlit)."""

from html import escape

import streamlit as st

from casebase.bilingual import Language
from ingest.intake import Refused
from search_app.intake_cases import ESSENTIAL, Alike, CheckedCase, Standing
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui import words as app_words
from search_app.ui.formats import counted
from search_app.ui.intake_parts import as_label, button, h2, hint
from search_app.ui.intake_sheet import facts_of
from search_app.ui.intake_state import Step
from search_app.ui.labels import case_title, label
from search_app.ui.markup import shortened
from search_app.ui.review_sheet import risk_label

TITLE_WIDTH = 70


def case_list(language: Language) -> None:
    """All cases with what each asks for; those that are ready can be saved at once."""
    _work_through(language)
    st.html(h2(words.LIST, language) + hint(words.LIST_LEAD.in_language(language)))
    ready = [position for position in state.work().cases if state.is_ready(position)]
    with st.container(horizontal=True, key="lijstknoppen", gap="small"):
        if ready:
            text = words.SAVE_READY_ONE if len(ready) == 1 else words.SAVE_READY
            cases = counted(len(ready), app_words.CASE, app_words.CASES, language)
            button(
                text.in_language(language).format(cases=cases),
                "bewaar_klaar",
                lambda: state.save(ready),
                kind="primary",
            )
        if _without_number():
            button(words.GIVE_NUMBERS.in_language(language), "geef_nummers", _give_numbers)
        button(words.START_OVER.in_language(language), "opnieuw", state.forget, kind="tertiary")
    with st.container(key="casuslijst", gap=None):
        for position in _in_order():
            _line(position, language)


def _work_through(language: Language) -> None:
    """Make every case safe that is not yet, and tell how far it is."""
    work = state.work()
    waiting = [p for p in work.cases if p not in work.checked]
    compared = [p for p in work.cases if p not in work.alike]
    if not waiting and not compared:
        return
    bar = st.progress(0.0)
    total = len(waiting) + len(compared)
    for done, position in enumerate(waiting):
        bar.progress(done / total, _told(done, len(waiting), language))
        state.checked(position)
    for done, position in enumerate(compared):
        bar.progress((len(waiting) + done) / total, _told(len(waiting), len(waiting), language))
        state.alike(position)
    bar.empty()


def _told(done: int, total: int, language: Language) -> str:
    return words.WORKING.in_language(language).format(done=done, total=total)


def _in_order() -> list[int]:
    """What asks for attention first; otherwise in the order of the file."""
    cases = state.work().cases
    return sorted(cases, key=lambda position: (_urgency(position), position))


def _urgency(position: int) -> int:
    if isinstance(state.checked(position), Refused):
        return 0
    return 2 if state.is_ready(position) else 1


def _line(position: int, language: Language) -> None:
    found = state.checked(position)
    with st.container(key=f"regel_{position}", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            as_label(_name(found, language)),
            key=f"open_{position}",
            type="tertiary",
            on_click=state.go,
            args=(Step.CHECK, position),
        )
        style = "mw-regel mw-ongelezen" if isinstance(found, Refused) else "mw-regel"
        st.html(f'<p class="{style}">{_facts(found, position, language)}</p>')


def _name(found: CheckedCase | Refused, language: Language) -> str:
    if isinstance(found, Refused):
        where = found.reject.place.in_language(language)
        return ", ".join(part for part in (found.reject.file, where) if part)
    return f"{found.case_id} · {shortened(case_title(found.safe, language), TITLE_WIDTH)}"


def _facts(found: CheckedCase | Refused, position: int, language: Language) -> str:
    if isinstance(found, Refused):
        reason = escape(found.reject.reason.in_language(language))
        return f"{label(words.NOT_READ.in_language(language), 'niet')} <span>{reason}</span>"
    facts = [*facts_of(found, language), risk_label(found.risk.level, language), _missing(found, language)]
    standing = _standing(state.alike(position), language)
    if state.is_ready(position):
        standing.append(label(words.READY.in_language(language), "goed"))
    return "".join([*facts, f"<span>{' '.join(standing)}</span>"])


def _missing(found: CheckedCase, language: Language) -> str:
    number = sum(target in ESSENTIAL for target in found.missing)
    if not number:
        return label(words.COMPLETE.in_language(language), "goed")
    return label(words.MISSING_COUNT.in_language(language).format(number=number), "half")


def _standing(found: Alike | None, language: Language) -> list[str]:
    if found is None:
        return []
    told = {Standing.SAME: words.KNOWN, Standing.OTHER: words.NUMBER_TAKEN}
    labels = [label(told[found.stored].in_language(language), "niet")] if found.stored in told else []
    if found.twins:
        text = words.TWIN_OF.in_language(language).format(case=found.twins[0].case_id)
        labels.append(label(text, "niet"))
    return labels


def _without_number() -> list[int]:
    found = ((position, state.checked(position)) for position in state.work().cases)
    return [p for p, each in found if isinstance(each, Refused) and each.reject.field == "case_id"]


def _give_numbers() -> None:
    taken: list[str] = []
    for position in _without_number():
        number = state.desk().free_number(taken)
        taken.append(number)
        case = state.work().cases[position]
        state.change(state.desk().answered(case, state.work().choices, (("case_id", number),)))
