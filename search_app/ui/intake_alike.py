# SPDX-License-Identifier: EUPL-1.2
"""Steps 3 and 4 of Inbrengen: what is like the case, saving, and what happens next (draws with Streamlit)."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord, SafeCase
from casebase.vocabulary import ReviewState
from index.hits import Band, Hit
from ingest.intake import Refused
from search_app.intake_cases import Alike, CheckedCase, Saved, Standing
from search_app.intake_twins import Twin
from search_app.ui import intake_state as state
from search_app.ui import intake_words as words
from search_app.ui import reason_words, reasons
from search_app.ui.formats import listed
from search_app.ui.intake_parts import button, h2, hint
from search_app.ui.intake_state import Step
from search_app.ui.intake_things import open_suspects
from search_app.ui.labels import band_label, case_title, meta_line, outcome_label
from search_app.ui.markup import excerpt, first_sentence, paragraphs, plain
from search_app.ui.state import case_link

MOST = 3
_PASSAGE, _DECISION = 240, 220


def alike(position: int, language: Language) -> None:
    """The most similar cases, what may be the very same one, and the button that saves."""
    case, found = state.checked(position), state.alike(position)
    if isinstance(case, Refused) or found is None:
        state.go(Step.CHECK, position)
        st.rerun()
    st.html(h2(words.ALIKE, language) + _warnings(case, found, language))
    hits = _hits(case, found)
    if hits:
        st.html(hint(words.ALIKE_LEAD.in_language(language)))
    else:
        st.html(f'<p class="mw-leeg">{escape(words.ALIKE_NONE.in_language(language))}</p>')
    for hit, record in hits:
        with st.container(key=f"gelijk_{hit.case_id}", border=True):
            st.html(_card(hit, record, language))
            text = words.NEW_TAB.in_language(language).format(case=hit.case_id)
            st.link_button(text, case_link(hit.case_id), type="tertiary")
    _decide(case, found, language)


def _hits(case: CheckedCase, found: Alike) -> list[tuple[Hit, SafeCase]]:
    if found.found is None:
        return []
    near = [
        hit for hit in found.found.result.hits if hit.band is not Band.WEAK and hit.case_id != case.case_id
    ]
    return [(hit, found.found.cases[hit.case_id].case) for hit in near if hit.case_id in found.found.cases][
        :MOST
    ]


def _card(hit: Hit, case: CaseRecord, language: Language) -> str:
    pair = reasons.best_pair(hit.explanation, reason_words.YOUR_CASE, language)
    decided = f"{outcome_label(case.outcome, language)} {plain(first_sentence(case.decision, _DECISION))}"
    differs = reasons.differences(hit.explanation, language)
    facts = _fact(words.DECIDED, decided, language)
    facts += _fact(reason_words.DIFFERS, differs, language) if differs else ""
    why = ""
    if case.reasoning.strip():
        title = escape(words.REASON.in_language(language))
        why = f'<details class="mw-verte"><summary>{title}</summary>{paragraphs(case.reasoning)}</details>'
    return (
        f'<article class="mw-gelijke"><div class="mw-kop"><h3>{plain(case_title(case, language))}</h3>'
        f'{band_label(hit.band, language)}</div><p class="mw-meta">{meta_line(case, language)}</p>'
        f'{pair or _passage(hit)}<dl class="mw-feiten">{facts}</dl>{why}</article>'
    )


def _passage(hit: Hit) -> str:
    if not hit.passages:
        return ""
    best = hit.passages[0]
    return f'<p class="mw-fragment">{excerpt(best.text, best.marks, _PASSAGE)}</p>'


def _fact(name: Bilingual, told: str, language: Language) -> str:
    return f"<div><dt>{escape(name.in_language(language))}</dt><dd>{told}</dd></div>"


def _warnings(case: CheckedCase, found: Alike, language: Language) -> str:
    told = [_twin(twin).in_language(language).format(case=twin.case_id) for twin in found.twins]
    if found.stored is Standing.SAME:
        told.append(words.STANDING_SAME.in_language(language))
    if found.stored is Standing.OTHER:
        told.append(words.STANDING_OTHER.in_language(language).format(case=case.case_id))
    if not told:
        return ""
    return (
        f'<div class="mw-melding mw-let-op">{"".join(f"<p>{plain(sentence)}</p>" for sentence in told)}</div>'
    )


def _twin(twin: Twin) -> Bilingual:
    if twin.state is None:
        return words.TWIN_TOGETHER
    return words.TWIN_RELEASED if twin.state is ReviewState.RELEASED else words.TWIN_WAITING


def _decide(case: CheckedCase, found: Alike, language: Language) -> None:
    position, left = case.brought.position, len(open_suspects(case))
    if left:
        told = words.OPEN_LEFT_ONE if left == 1 else words.OPEN_LEFT
        st.html(hint(told.in_language(language).format(number=left)))
    with st.container(horizontal=True, key="besluitknoppen", gap="small"):
        if found.stored is Standing.NEW:
            save = words.SAVE_ANYWAY if found.twins else words.SAVE
            button(save.in_language(language), "bewaar", lambda: state.save([position]), kind="primary")
        if found.stored is Standing.OTHER:
            number = state.desk().free_number()
            text = words.NEW_NUMBER.in_language(language).format(number=number)
            button(text, "ander_nummer", lambda: _renumber(case, number), kind="primary")
        button(
            words.BACK_TO_CHECK.in_language(language), "controleren", lambda: state.go(Step.CHECK, position)
        )
        button(words.START_OVER.in_language(language), "opnieuw", state.forget, kind="tertiary")


def _renumber(case: CheckedCase, number: str) -> None:
    filled = state.desk().answered(case.brought, state.work().choices, (("case_id", number),))
    state.change(filled)


def saved(language: Language) -> None:
    """What was saved, what happens next, and what is still to do."""
    work = state.work()
    done = work.saved or Saved(())
    st.html(_told(done, language))
    if done.refused:
        st.html(h2(words.STILL_OPEN, language) + _refused(done.refused, language))
    with st.container(horizontal=True, key="besluitknoppen", gap="small"):
        if work.cases:
            text = words.GO_ON.in_language(language).format(number=len(work.cases))
            button(text, "ga_verder", lambda: state.go(Step.CHECK), kind="primary")
        button(
            words.ANOTHER.in_language(language),
            "nog_een",
            state.forget,
            kind="secondary" if work.cases else "primary",
        )


def _told(done: Saved, language: Language) -> str:
    if len(done.saved) == 1:
        title = words.SAVED_ONE.in_language(language).format(case=done.saved[0])
    else:
        many = words.SAVED_MANY if done.saved else words.SAVED_NONE
        title = many.in_language(language).format(number=len(done.saved))
    lines = []
    if done.saved:
        then = words.SAVED_BODY_ONE if len(done.saved) == 1 else words.SAVED_BODY
        lines += [then.in_language(language), words.THANKS.in_language(language)]
    if len(done.saved) > 1:
        lines.append(words.SAVED_LIST.in_language(language).format(cases=listed(list(done.saved), language)))
    if done.unchanged:
        cases = listed(list(done.unchanged), language)
        lines.append(words.UNCHANGED_LIST.in_language(language).format(cases=cases))
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    tone = "mw-klaar" if done.saved else "mw-niets"
    return f'<section class="{tone} mw-bewaard" role="status"><h2>{escape(title)}</h2>{body}</section>'


def _refused(refused: Sequence[Refused], language: Language) -> str:
    rejects = [each.reject for each in refused]
    told = [(r.place.in_language(language), r.reason.in_language(language)) for r in rejects]
    items = "".join(f"<li>{escape(place)}: {escape(reason)}</li>" for place, reason in told)
    return f'<ul class="mw-opgevallen">{items}</ul>'
