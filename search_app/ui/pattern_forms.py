# SPDX-License-Identifier: EUPL-1.2
"""The forms for state, details, answer and following of a pattern (draws with Streamlit)."""

import streamlit as st

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import SolutionKind
from casebase.store import PatternRecord
from patterns.acts import Change
from patterns.states import Demand, Step
from search_app.ui import pattern_act_words as words
from search_app.ui import typed_values as typed
from search_app.ui.formats import lowered
from search_app.ui.pattern_choices import TARGET, step_asked, steps
from search_app.ui.pattern_form_parts import day_box, hint, line_box, submit, text_box, why_box
from search_app.ui.pattern_said import Said, Work, do


def state_form(work: Work) -> None:
    """The steps that may follow, and what the chosen one asks for."""
    state = work.details.file.record.state
    step = step_asked(st.query_params, state)
    if len(steps(state)) > 1:
        _step_choice(work, step)
    if step is None:
        return
    hint(work, words.STATE_SEEN)
    with st.form(work.key("stand"), border=False):
        _demanded(work, step)
        why_box(work, "stand_waarom")
        button = work.told(words.TAKE_STEP).format(state=lowered(work.told(step.target.label)))
        submit(work, button, "stand_zet", lambda: _take(work, step))


def details_form(work: Work) -> None:
    """Everything that people wrote about the pattern, to be changed."""
    record = work.details.file.record
    with st.form(work.key("gegevens"), border=False):
        line_box(work, words.NAME, "naam", record.name)
        text_box(work, words.MECHANISM, "mechanisme", record.mechanism)
        line_box(work, words.LABEL, "etiket", record.label, how=words.LABEL_HINT)
        line_box(work, words.TERMS, "woorden", ", ".join(record.terms), how=words.WITH_COMMAS)
        left, right = st.columns(2, gap="medium")
        with left:
            line_box(work, words.OWNER, "eigenaar", record.owner)
        with right:
            line_box(work, words.ADDRESSEE, "adres", record.addressee)
        day_box(work, words.ACTION_DUE, "handelt", record.action_due)
        why_box(work, "gegevens_waarom")
        submit(work, work.told(words.SAVE), "gegevens_bewaar", lambda: _edit(work))


def answer_form(work: Work) -> None:
    """What the submitters read, and when they hear again."""
    hint(work, words.ANSWER_LEAD)

    def answer() -> Said:
        due = typed.day(work.typed("opnieuw"), words.NEXT_DUE)
        why = work.typed("antwoord_waarom")
        work.desk.answer(work.pattern_id, work.typed("antwoord"), why=why, next_due=due)
        return Said(words.SAID_ANSWERED)

    with st.form(work.key("antwoord_geven"), border=False):
        text_box(work, words.ANSWER_TEXT, "antwoord")
        day_box(work, words.NEXT_DUE, "opnieuw")
        why_box(work, "antwoord_waarom")
        submit(work, work.told(words.GIVE_ANSWER), "antwoord_geef", answer)


def follow_form(work: Work) -> None:
    """Following the pattern, or no longer."""
    saved = next((each for each in work.desk.followed() if each.pattern_id == work.pattern_id), None)
    hint(work, words.FOLLOWS if saved else words.FOLLOWS_NOT)

    def change() -> Said:
        if saved is None:
            work.desk.follow(work.pattern_id)
            return Said(words.SAID_FOLLOWS)
        work.desk.unfollow(saved.saved_id)
        return Said(words.SAID_UNFOLLOWED)

    text = work.told(words.UNFOLLOW_BUTTON if saved else words.FOLLOW_BUTTON)
    st.button(
        text,
        key=work.key("volg"),
        type="secondary" if saved else "primary",
        on_click=do,
        args=(work, change),
    )


def _step_choice(work: Work, step: Step | None) -> None:
    key = f"patroon_naar_{work.pattern_id}"
    target = step.target if step else None
    if st.session_state.get(key) != target:
        st.session_state[key] = target

    def follow() -> None:
        chosen = st.session_state.get(key)
        if chosen:
            st.query_params[TARGET] = str(chosen.value)
        else:
            st.query_params.pop(TARGET, None)

    st.segmented_control(
        work.told(words.NEXT_STATE),
        steps(work.details.file.record.state),
        format_func=lambda each: work.told(each.label),
        key=key,
        on_change=follow,
    )


def _demanded(work: Work, step: Step) -> None:
    record = work.details.file.record
    if Demand.ANSWER in step.demands:
        text_box(work, words.ANSWER_TEXT, "stand_antwoord")
    if Demand.ADDRESSEE in step.demands:
        line_box(work, words.ADDRESSEE, "stand_adres", record.addressee, how=words.ADDRESSEE_HINT)
    if Demand.SOLUTION in step.demands:
        kinds = list(SolutionKind)
        st.selectbox(
            work.told(words.SOLUTION),
            kinds,
            index=kinds.index(record.solution) if record.solution else None,
            format_func=lambda kind: work.told(kind.label),
            placeholder=work.told(words.CHOOSE),
            key=work.key("stand_soort"),
        )
    if Demand.ANSWER_DUE in step.demands:
        day_box(work, words.ANSWER_DUE, "stand_uiterlijk")


def _take(work: Work, step: Step) -> Said:
    kind = st.session_state.get(work.key("stand_soort"))
    change = Change(
        addressee=work.typed("stand_adres") if Demand.ADDRESSEE in step.demands else None,
        solution=SolutionKind(kind) if kind else None,
        answer=work.typed("stand_antwoord") if Demand.ANSWER in step.demands else None,
        answer_due=typed.day(work.typed("stand_uiterlijk"), words.ANSWER_DUE),
    )
    work.desk.set_state(work.pattern_id, step.target, why=work.typed("stand_waarom"), change=change)
    label = Bilingual(lowered(step.target.label.nl), lowered(step.target.label.en))
    return Said(words.filled(words.SAID_STEP, state=label))


def _edit(work: Work) -> Said:
    change = _changed(work, work.details.file.record)
    if change == Change():
        return Said(words.SAID_SAME)
    work.desk.edit(work.pattern_id, change, why=work.typed("gegevens_waarom"))
    return Said(words.SAID_EDITED)


def _changed(work: Work, record: PatternRecord) -> Change:
    """What is not as it was; an empty day leaves the day as it is."""

    def text(name: str, before: str) -> str | None:
        return None if work.typed(name) == before else work.typed(name)

    terms, due = typed.several(work.typed("woorden")), typed.day(work.typed("handelt"), words.ACTION_DUE)
    return Change(
        name=text("naam", record.name),
        mechanism=text("mechanisme", record.mechanism),
        owner=text("eigenaar", record.owner),
        addressee=text("adres", record.addressee),
        label=text("etiket", record.label),
        terms=None if terms == record.terms else terms,
        action_due=None if due == record.action_due else due,
    )
