# SPDX-License-Identifier: EUPL-1.2
"""Step 2 of Inbrengen for one case: judge what was found, correct, add (draws with Streamlit)."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from anonymise.case_texts import case_texts
from casebase.bilingual import Language
from casebase.vocabulary import Kind
from ingest.intake import Refused
from search_app.intake_cases import CheckedCase
from search_app.intake_corrections import Renaming, role_of, words_of
from search_app.ui import intake_sheet as html
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui.intake_parts import as_label, button, hint, noticed
from search_app.ui.intake_questions import missing, repair
from search_app.ui.intake_state import Step
from search_app.ui.intake_things import Thing, things
from search_app.words_for_review import kind_name

_KINDS = (Kind.PERSON, Kind.CITY, Kind.ORG, *(k for k in Kind if k not in (Kind.PERSON, Kind.CITY, Kind.ORG)))


def check(position: int, language: Language) -> None:
    """The case beside its safe text, with everything that can be done about it."""
    found = state.checked(position)
    if state.work().many:
        button(
            f"‹ {words.BACK_TO_LIST.in_language(language)}",
            "terug",
            lambda: state.go(Step.CHECK),
            kind="tertiary",
        )
    if isinstance(found, Refused):
        fields = [name for name in found.reject.field.split(", ") if name]
        reason = escape(found.reject.reason.in_language(language))
        repair(state.work().cases[position], fields, reason, language)
        _ways_out(language)
        return
    all_things = things(found)
    current = _current(all_things)
    st.html(html.heading(found, language))
    text, panel = st.columns([7, 3], gap="large")
    with text:
        st.html(html.side_by_side(found, all_things, current.key if current else "", language))
        missing(found.brought, found.missing, language)
        st.html(_how_read(found, language) or "<p></p>")
    with panel, st.container(key="naastpaneel"):
        _thing(found, all_things, current, language)
        _mask_more(found, language)
        _risk(found, language)
    _next(found, language)


def _how_read(case: CheckedCase, language: Language) -> str:
    """What was left out of the file, and how its headings were read."""
    file = case.brought.source.file
    brought = state.work().brought
    told = [(found.file, found.message) for found in brought.findings] + list(brought.warnings)
    remarks = [("", remark) for remark in case.remarks]
    return noticed([("", sentence) for name, sentence in told if name == file] + remarks, language)


def _current(found: Sequence[Thing]) -> Thing | None:
    """What somebody chose, or else the first doubtful words."""
    chosen = next((thing for thing in found if thing.key == state.work().thing), None)
    return chosen or next((thing for thing in found if not thing.label), None)


def _thing(case: CheckedCase, found: Sequence[Thing], current: Thing | None, language: Language) -> None:
    doubtful = [thing for thing in found if not thing.label]
    if current is None:
        st.html(html.all_seen(language))
    else:
        number = doubtful.index(current) + 1 if current in doubtful else 0
        with st.container(key="openplek" if not current.label else "vondstkaart", gap="small"):
            st.html(html.thing_card(case, current, number, len(doubtful), language))
            (_found if current.label else _doubtful)(case, current, language)
    if found:
        text = words.EVERYTHING.in_language(language).format(number=len(found))
        with st.expander(text, key="alles_gevonden"), st.container(key="vondsten", gap="xxsmall"):
            for thing in found:
                told = (
                    f"{as_label(thing.words)} → {as_label(thing.label)}"
                    if thing.label
                    else as_label(thing.words)
                )
                st.button(told, key=thing.key, type="tertiary", on_click=state.look_at, args=(thing.key,))


def _doubtful(case: CheckedCase, thing: Thing, language: Language) -> None:
    brought = case.brought
    box = f"soort_{thing.key}_{_round(brought.position)}"
    _kind_box(box, thing.kind, language)
    with st.container(horizontal=True, gap="small"):
        button(
            words.MASK.in_language(language),
            "lak_weg",
            lambda: _mask(case, thing.words, box),
            kind="primary",
            shortcut="Alt+L",
        )
        settled = (*brought.corrections.settled, thing.words)
        button(
            words.NOT_PERSONAL.in_language(language),
            "geen_gegeven",
            lambda: state.correct(brought, words.SAID_SETTLED, settled=settled),
            shortcut="Alt+G",
        )


def _found(case: CheckedCase, thing: Thing, language: Language) -> None:
    if thing.may_return and thing.pair is not None:
        pair = thing.pair
        button(
            words.NOT_PERSONAL.in_language(language),
            "geen_gegeven",
            lambda: state.change(state.desk().kept(case, pair), words.SAID_KEPT),
            shortcut="Alt+G",
        )
    else:
        st.html(hint(words.NEVER_BACK.in_language(language)))
    if thing.kind is not Kind.PERSON:
        return
    safe = case_texts(case.safe)
    labels = state.desk().labels(case)
    others = [label for label in labels if label != thing.label]
    box = state.key(f"aanduiding_{thing.key}_{_round(case.brought.position)}")
    st.selectbox(words.OTHER_LABEL.in_language(language), others, key=box)

    def rename() -> None:
        wanted = str(st.session_state[box])
        here = words_of(case.texts, case.pairs, safe, thing.label)
        same_as = words_of(case.texts, case.pairs, safe, wanted)
        wish = Renaming(here, same_as=same_as) if same_as else Renaming(here, role=role_of(wanted))
        renamed = (*case.brought.corrections.renamed, wish)
        state.correct(case.brought, words.SAID_RENAMED, renamed=renamed)

    button(words.CHANGE.in_language(language), "verander", rename)


def _mask_more(case: CheckedCase, language: Language) -> None:
    with st.expander(words.MASK_MORE.in_language(language), expanded=True, key="meer_weglakken"):
        st.html(hint(words.MASK_MORE_HELP.in_language(language)))
        with st.form("weglakken", border=False, clear_on_submit=True):
            # The script of the page puts selected words into the box with this key.
            st.text_input(words.WORDS.in_language(language), key="maskeer_woorden")
            _kind_box("soort_meer", Kind.PERSON, language)

            def mask() -> None:
                typed = str(st.session_state.get("maskeer_woorden") or "").strip()
                if not typed:
                    state.say(words.SAID_NOTHING, trouble=True)
                    return
                _mask(case, typed, "soort_meer")

            st.form_submit_button(words.MASK.in_language(language), on_click=state.do, args=(mask,))


def _risk(case: CheckedCase, language: Language) -> None:
    safe = case_texts(case.safe)
    told = {
        (safe[p.field][p.start : p.end], p.text): p.reason.in_language(language) for p in case.risk.proposals
    }
    with st.container(key="risicopaneel", gap="xsmall"):
        st.html(html.risk_panel(case, language))
        if told:
            st.html(f'<h3 class="mw-h3">{words.PROPOSALS.in_language(language)}</h3>')
        for number, ((before, after), why) in enumerate(told.items()):
            wishes = (*case.brought.corrections.coarser, (before, after))
            st.button(
                f"{as_label(before)} → {as_label(after)}",
                key=f"grover_{number}",
                help=why,
                on_click=state.do,
                args=(lambda wishes=wishes: state.correct(case.brought, words.SAID_COARSER, coarser=wishes),),
            )


def _next(case: CheckedCase, language: Language) -> None:
    position = case.brought.position
    before = state.work().history.get(position, ())
    with (
        st.container(key="besluitbalk"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        button(
            words.TO_ALIKE.in_language(language),
            "lijkt_op",
            lambda: state.go(Step.ALIKE, position),
            kind="primary",
        )
        if before:
            text = words.UNDO.in_language(language)
            button(text, "ongedaan", lambda: _undo(position), shortcut="Alt+O")
            st.html(html.changes(len(before), language), width="content")
        _ways_out(language)


def _undo(position: int) -> None:
    state.undo(position)
    state.say(words.SAID_UNDONE)


def _ways_out(language: Language) -> None:
    if state.work().typed:
        button(words.EDIT_TYPED.in_language(language), "aanpassen", _edit, kind="tertiary")
    button(words.START_OVER.in_language(language), "opnieuw", state.forget, kind="tertiary")


def _edit() -> None:
    state.put(replace(state.work(), step=Step.BRING))


def _mask(case: CheckedCase, typed: str, box: str) -> None:
    kind = Kind(st.session_state[state.key(box)])
    state.change(state.desk().masked(case, typed, kind), words.SAID_MASKED)


def _round(position: int) -> int:
    """Counts the changes: boxes about something that was found begin anew after each."""
    return len(state.work().history.get(position, ()))


def _kind_box(name: str, kind: Kind, language: Language) -> None:
    st.selectbox(
        words.MASK_AS.in_language(language),
        [k.value for k in _KINDS],
        index=_KINDS.index(kind),
        format_func=lambda value: kind_name(Kind(value)).in_language(language).capitalize(),
        key=state.key(name),
    )
