# SPDX-License-Identifier: EUPL-1.2
"""The forms of the page Patronen: register, add, turn down, choose cases (draws with Streamlit)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from patterns.register import NewPattern
from search_app.ui import patterns_actions as actions
from search_app.ui import patterns_words as words
from search_app.ui.intake_parts import as_label
from search_app.ui.labels import case_title
from search_app.ui.markup import shortened
from search_app.ui.patterns_actions import Said, Work
from search_app.ui.patterns_address import PatternsView, Tab, case_numbers
from search_app.ui.patterns_proposal import Proposal, name_of, pattern_name

PROMISE = timedelta(days=90)
"""After how many days submitters hear, unless somebody chooses another day."""
TITLE_WIDTH = 90


def register_form(work: Work, cases: Mapping[str, SafeCase], proposal: Proposal | None) -> None:
    """Name, mechanism, reason, date and cases of a pattern; ``proposal`` is where they came from.

    Its headings come below the card of the proposal, or below the title of the page.
    """
    mark = str(proposal.number if proposal else 0)
    label = proposal.found.label if proposal else None
    with st.form(f"registreer_{mark}", border=False):
        _title(work, words.FORM_REGISTER, words.FORM_HELP, 4 if proposal else 2)
        name = _text(work, words.FIELD_NAME, f"naam_{mark}", 120)
        mechanism = _area(work, words.FIELD_MECHANISM, f"mechanisme_{mark}", 500)
        why = _area(work, words.FIELD_WHY, f"waarom_{mark}", 500)
        left, middle, right = st.columns(3)
        with left:
            due = f"termijn_{mark}"
            today = work.desk.today
            st.date_input(
                words.FIELD_DUE.in_language(work.language),
                today + PROMISE,
                min_value=today,
                format="DD-MM-YYYY",
                key=due,
            )
        with middle:
            addressee = _text(work, words.FIELD_ADDRESSEE, f"bij_{mark}", 200)
        with right:
            own = _text(work, words.FIELD_LABEL, f"label_{mark}", 120, label.text if label else "")
        ticked = _cases(work, cases, mark, 5 if proposal else 3)

        def register() -> Said:
            state = st.session_state
            reason = str(state[why])
            new = NewPattern(
                name=str(state[name]),
                mechanism=str(state[mechanism]),
                reasons=dict.fromkeys(ticked(), reason),
                answer_due=state[due],
                addressee=str(state[addressee]),
                label=str(state[own]),
                terms=label.terms if label else (),
                proposal_id=proposal.number if proposal else None,
            )
            return actions.register(work, new, why=reason)

        _buttons(work, words.REGISTER, register, proposal is not None)


def add_form(work: Work, proposal: Proposal) -> None:
    """The cases of a proposal that are not in the pattern that it looks like."""
    pattern, mark = proposal.pattern, str(proposal.number)
    if pattern is None:
        return
    number = pattern.record.pattern_id
    title = _filled(words.FORM_ADD, pattern_name(pattern))
    with st.form(f"toevoegen_{mark}", border=False):
        _title(work, title, words.FORM_HELP, 4)
        ticked = _cases(work, {each: proposal.cases[each] for each in proposal.fresh}, f"erbij_{mark}", 5)
        why = _area(work, words.FIELD_WHY_ADD, f"waarom_erbij_{mark}", 500)

        def add() -> Said:
            return actions.add(work, number, ticked(), why=str(st.session_state[why]))

        _buttons(work, _filled(words.ADD, number), add)


def reject_form(work: Work, proposal: Proposal) -> None:
    """Why a proposal is no pattern."""
    mark = str(proposal.number)
    with st.form(f"afwijzen_{mark}", border=False):
        _title(work, words.FORM_REJECT, words.FORM_HELP, 4)
        why = _text(work, words.FIELD_WHY_NOT, f"waarom_niet_{mark}", 500)

        def reject() -> Said:
            label = name_of(proposal, work.language)
            return actions.reject(work, proposal.number, label, why=str(st.session_state[why]))

        _buttons(work, words.NO_PATTERN, reject)


def choose_cases(work: Work) -> None:
    """A box for case numbers; what is typed goes to the address."""
    key = "zaaknummers"
    if key not in st.session_state:
        st.session_state[key] = "\n".join(work.view.cases)

    def fetch() -> None:
        actions.go_to(PatternsView(tab=Tab.NEW, cases=case_numbers(str(st.session_state[key]))))

    with st.form("kies_casussen", border=False):
        st.text_area(
            words.CASE_NUMBERS.in_language(work.language),
            key=key,
            placeholder=words.CASE_NUMBERS_HELP.in_language(work.language),
            height=100,
        )
        st.form_submit_button(
            words.SHOW_CASES.in_language(work.language),
            type="secondary" if work.view.cases else "primary",
            on_click=fetch,
        )


def _cases(work: Work, cases: Mapping[str, SafeCase], mark: str, level: int) -> Callable[[], list[str]]:
    """A box to tick for every case, all ticked; gives what tells which are ticked."""
    title = escape(words.FORM_CASES.in_language(work.language))
    help_text = escape(words.FORM_CASES_HELP.in_language(work.language))
    st.html(f'<h{level} class="mw-formkop">{title}</h{level}><p class="mw-hulp">{help_text}</p>')
    keys = {case_id: f"zaak_{mark}_{case_id}" for case_id in cases}
    with st.container(key=f"zaken_{mark}"):
        for case_id, case in cases.items():
            told = as_label(shortened(case_title(case, work.language), TITLE_WIDTH))
            st.checkbox(f"{told} · {as_label(case_id)}", value=True, key=keys[case_id])
    return lambda: [case_id for case_id, key in keys.items() if st.session_state[key]]


def _title(work: Work, title: Bilingual, help_text: Bilingual, level: int) -> None:
    said, helped = title.in_language(work.language), help_text.in_language(work.language)
    heading = f'<h{level} class="mw-formtitel">{escape(said)}</h{level}>'
    st.html(f'{heading}<p class="mw-hulp">{escape(helped)}</p>')


def _text(work: Work, label: Bilingual, key: str, longest: int, value: str = "") -> str:
    st.text_input(label.in_language(work.language), value, key=key, max_chars=longest)
    return key


def _area(work: Work, label: Bilingual, key: str, longest: int) -> str:
    st.text_area(label.in_language(work.language), key=key, max_chars=longest, height=68)
    return key


def _buttons(work: Work, label: Bilingual, action: Callable[[], Said], cancel: bool = True) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            label.in_language(work.language), type="primary", on_click=actions.do, args=(action,)
        )
        if cancel:
            st.form_submit_button(
                words.CANCEL.in_language(work.language), on_click=actions.go_to, args=(_closed(work),)
            )


def _closed(work: Work) -> PatternsView:
    return PatternsView(tab=Tab.PROPOSALS, page=work.view.page)


def _filled(text: Bilingual, pattern: str) -> Bilingual:
    return Bilingual(text.nl.format(pattern=pattern), text.en.format(pattern=pattern))


def missing(cases: Sequence[str], found: Mapping[str, SafeCase]) -> Bilingual | None:
    """Which of the asked case numbers are not there, in a sentence; None when all are."""
    gone = [case_id for case_id in cases if case_id not in found]
    if not gone:
        return None
    told = words.NOT_THERE_ONE if len(gone) == 1 else words.NOT_THERE
    named = ", ".join(shortened(each, 40) for each in gone)
    return Bilingual(told.nl.format(cases=named), told.en.format(cases=named))
