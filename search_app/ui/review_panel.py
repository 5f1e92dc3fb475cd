# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer does with a case: open places, corrections, the decision (draws with Streamlit)."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Literal

import streamlit as st

from anonymise.edits import Place
from anonymise.risk.assessment import Coarsening
from casebase.record import Suspect
from casebase.vocabulary import ReviewState, TermScope
from search_app.ui import review_actions as actions
from search_app.ui import review_sheet as html
from search_app.ui import review_words as words
from search_app.ui.review_actions import Said, Work
from search_app.ui.review_choices import likely_choice, mask_choices, new_labels, scopes

_WORDS, _MASK_AS = "maskeer_woorden", "maskeer_als"
_OLD, _NEW = "aanduiding_oud", "aanduiding_nieuw"
_BACK_LABEL, _BACK_WORD, _BACK_SCOPE = "terug_aanduiding", "terug_woord", "terug_bereik"


def current_place(work: Work) -> int:
    """Which of the open places is looked at; -1 when there is none."""
    number = int(st.session_state.get(actions.PLACE, 0))
    return min(number, len(work.case.suspects) - 1)


def open_places(work: Work) -> None:
    """The place that is looked at with its three answers, and the others to choose from."""
    number = current_place(work)
    if number < 0:
        st.html(html.nothing_open(work.language))
        return
    with st.container(key="openplek", gap="small"):
        st.html(html.suspect_card(work.sheet, number, work.language))
        _answers(work, work.case.suspects[number])
        _other_places(work, number)


def proposals(work: Work) -> None:
    """What could tell less, each with a button."""
    found = work.sheet.risk.proposals
    if not found or work.sheet.stored.state is ReviewState.RELEASED:
        return
    with st.container(key="voorstellen", gap="xsmall"):
        st.html(f'<h3 class="mw-h3">{words.PROPOSALS.in_language(work.language)}</h3>')
        groups = _alike(work, found)
        for number, (text, group) in enumerate(groups):
            _button(text, f"voorstel_{number}", partial(_accept, work, group))
        if len(groups) > 1:
            text = words.ACCEPT_ALL.in_language(work.language)
            _button(text, "voorstel_alle", lambda: _accept(work, list(found)))


def corrections(work: Work) -> None:
    """Mask more, change a placeholder, put a word back."""
    spoken = work.language
    with st.expander(words.MASK_MORE.in_language(spoken), expanded=True, key="meer_maskeren"):
        _mask_more(work)
    if work.sheet.labels:
        with st.expander(words.CHANGE_LABEL.in_language(spoken), key="aanduiding_wijzigen"):
            _change_label(work)
        if work.sheet.stored.state is not ReviewState.RELEASED:
            with st.expander(words.PUT_BACK.in_language(spoken), key="woord_terug"):
                _put_back(work)


def decision(work: Work) -> None:
    """Release, hold back, or leave it for later."""
    spoken, state = work.language, work.sheet.stored.state
    with st.container(horizontal=True, vertical_alignment="center", key="besluitbalk", gap="small"):
        st.text_input(
            words.REASON.in_language(spoken),
            key=actions.REASON,
            placeholder=words.REASON_HELP.in_language(spoken),
            label_visibility="collapsed",
        )
        if state is not ReviewState.RELEASED:
            _press(work, _release_text(work), "vrijgeven", actions.release, "Alt+V", primary=True)
        if state is ReviewState.TO_REVIEW:
            _press(work, words.HOLD.in_language(spoken), "aanhouden", actions.hold, "Alt+A")
        else:
            _press(work, words.REOPEN.in_language(spoken), "terugzetten", actions.reopen, "Alt+T")
        if work.following:
            text = words.LATER.in_language(spoken)
            st.button(text, key="later", on_click=actions.later, args=(work,), shortcut="Alt+L")


def _release_text(work: Work) -> str:
    left, given = len(work.case.suspects), len(work.sheet.approvals)
    if work.sheet.people > 1:
        text = words.APPROVE_SECOND if given else words.APPROVE_FIRST
    elif left == 1:
        text = words.RELEASE_UNSEEN_ONE
    else:
        text = words.RELEASE_UNSEEN if left else words.RELEASE
    return text.in_language(work.language).format(number=left)


def _press(
    work: Work, text: str, key: str, action: Callable[[Work], Said], shortcut: str, *, primary: bool = False
) -> None:
    own = work.desk.actor in {approval.actor for approval in work.sheet.approvals}
    st.button(
        text,
        key=key,
        type="primary" if primary else "secondary",
        on_click=actions.do,
        args=(lambda: action(work),),
        shortcut=shortcut,
        disabled=primary and own and work.sheet.people > 1,
    )


def _answers(work: Work, suspect: Suspect) -> None:
    spoken, choices = work.language, mask_choices(work.sheet, work.language)
    place = Place(suspect.field, suspect.start, suspect.end)
    found = actions.suspect_text(work.sheet, suspect.field, suspect.start, suspect.end)
    picked = st.selectbox(
        words.MASK_AS.in_language(spoken),
        list(choices),
        index=likely_choice(suspect.reason, found, choices),
        key=f"als_{work.sheet.seen}_{suspect.field}_{suspect.start}",
    )

    def mask() -> Said:
        choice = choices[picked]
        return actions.change(
            work,
            lambda: work.desk.mask_place(
                work.case.case_id, place, choice.kind, label=choice.label, seen=work.sheet.seen
            ),
            words.SAID_MASKED,
            words.SAID_MASKED_ONE,
        )

    with st.container(horizontal=True, key="antwoorden", gap="small"):
        _button(words.MASK.in_language(spoken), "maskeer", mask, shortcut="Alt+M", kind="primary")
        text = words.NO_PROBLEM.in_language(spoken)
        _button(text, "geen_probleem", lambda: actions.no_problem(work, found), shortcut="Alt+G")
        _never_again(work, found)


def _never_again(work: Work, found: str) -> None:
    offered = scopes(work.case, work.language)
    wider = {text: scope for text, scope in offered.items() if scope is not TermScope.CASE}
    if not actions.may_be_listed(actions.allowed_term(work.case, found, TermScope.EVERYWHERE)):
        return

    def listed() -> None:
        picked = st.session_state.get("nooit_meer")
        if picked:
            actions.do(lambda: actions.no_problem(work, found, wider[picked]))

    st.menu_button(
        words.NEVER_AGAIN.in_language(work.language), list(wider), key="nooit_meer", on_click=listed
    )


def _other_places(work: Work, number: int) -> None:
    suspects = work.case.suspects
    if len(suspects) < 2:
        return
    with st.container(key="andere_plekken", gap="xxsmall"):
        st.html(f'<h3 class="mw-h3">{words.OTHER_PLACES.in_language(work.language)}</h3>')
        with st.container(horizontal=True, gap="xsmall"):
            for other, suspect in enumerate(suspects):
                if other != number:
                    found = actions.suspect_text(work.sheet, suspect.field, suspect.start, suspect.end)
                    text = f"{other + 1}. {_plain(found)}"
                    st.button(text, key=f"plek_{other}", on_click=_look_at, args=(other,))
        text = words.SETTLE_ALL.in_language(work.language)
        _button(text, "alles_goed", lambda: actions.settle_all(work), kind="tertiary")


def _look_at(number: int) -> None:
    st.session_state[actions.PLACE] = number


def _mask_more(work: Work) -> None:
    spoken, choices = work.language, mask_choices(work.sheet, work.language)
    st.html(f'<p class="mw-hulp">{words.MASK_MORE_HELP.in_language(spoken)}</p>')
    with st.form("meer_maskeren_form", border=False, clear_on_submit=True):
        st.text_input(words.WORDS.in_language(spoken), key=_WORDS)
        st.selectbox(words.MASK_AS.in_language(spoken), list(choices), key=_MASK_AS)

        def mask() -> Said:
            typed, choice = str(st.session_state[_WORDS]).strip(), choices[st.session_state[_MASK_AS]]
            if not typed:
                return Said(words.SAID_NOTHING_TYPED, trouble=True)
            return actions.change(
                work,
                lambda: work.desk.mask_words(work.case.case_id, typed, choice.kind, label=choice.label),
                words.SAID_MASKED,
                words.SAID_MASKED_ONE,
            )

        st.form_submit_button(words.MASK.in_language(spoken), on_click=actions.do, args=(mask,))


def _change_label(work: Work) -> None:
    spoken = work.language
    st.html(f'<p class="mw-hulp">{words.CHANGE_LABEL_HELP.in_language(spoken)}</p>')
    labels = [label for label in work.sheet.labels if label.startswith("[")]
    if not labels:
        return
    old = st.selectbox(words.OLD_LABEL.in_language(spoken), labels, key=_OLD)
    new = st.selectbox(words.NEW_LABEL.in_language(spoken), new_labels(work.sheet, old), key=_NEW)

    def relabel() -> Said:
        return actions.change(
            work, lambda: work.desk.relabel(work.case.case_id, old, new), words.SAID_CHANGED
        )

    _button(words.CHANGE.in_language(spoken), "verander_aanduiding", relabel)


def _put_back(work: Work) -> None:
    spoken, offered = work.language, scopes(work.case, work.language)
    st.html(f'<p class="mw-hulp">{words.PUT_BACK_HELP.in_language(spoken)}</p>')
    with st.form("woord_terug_form", border=False, clear_on_submit=True):
        st.selectbox(words.OLD_LABEL.in_language(spoken), list(work.sheet.labels), key=_BACK_LABEL)
        st.text_input(words.WORD.in_language(spoken), key=_BACK_WORD)
        st.selectbox(words.AND_NEXT_TIME.in_language(spoken), list(offered), key=_BACK_SCOPE)

        def back() -> Said:
            state = st.session_state
            return actions.put_back(
                work, state[_BACK_LABEL], str(state[_BACK_WORD]), offered[state[_BACK_SCOPE]]
            )

        st.form_submit_button(words.PUT_BACK_BUTTON.in_language(spoken), on_click=actions.do, args=(back,))


def _accept(work: Work, chosen: list[Coarsening]) -> Said:
    return actions.change(
        work,
        lambda: work.desk.accept(work.case.case_id, chosen, seen=work.sheet.seen),
        words.SAID_COARSER,
    )


def _alike(work: Work, found: tuple[Coarsening, ...]) -> list[tuple[str, list[Coarsening]]]:
    """Proposals that say the same about the same words, with a text for their button."""

    def told(proposal: Coarsening) -> tuple[str, str]:
        before = actions.suspect_text(work.sheet, proposal.field, proposal.start, proposal.end)
        return before, proposal.text

    groups = groupby(sorted(found, key=told), key=told)
    sentence = words.PROPOSAL.in_language(work.language)
    return [
        (sentence.format(before=_plain(before), after=_plain(after)), list(group))
        for (before, after), group in groups
    ]


def _button(
    text: str,
    key: str,
    action: Callable[[], Said],
    *,
    shortcut: str | None = None,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
) -> None:
    st.button(text, key=key, type=kind, on_click=actions.do, args=(action,), shortcut=shortcut)


def _plain(text: str) -> str:
    """Words of a case in a label of Streamlit, which reads Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+-.!|~:$@&" else sign for sign in text)
