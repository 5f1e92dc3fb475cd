# SPDX-License-Identifier: EUPL-1.2
"""The form for how many people a pattern hits: a count, two lists, or a reporting rate."""

from collections.abc import Mapping
from datetime import date
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual, Language
from casebase.pattern_vocabulary import SizeStep as Kind
from casebase.store import SizeEvidenceRecord, SizeFinding
from patterns.size import SizeStep, multiplied, register_count, two_lists
from search_app.ui import pattern_act_words as words
from search_app.ui import typed_values as typed
from search_app.ui.formats import day_month_year, whole
from search_app.ui.pattern_form_parts import hint, line_box, part_heading, past_day_box, submit
from search_app.ui.pattern_said import Said, Work, do

_KINDS = {Kind.REGISTER: words.BY_REGISTER, Kind.TWO_LISTS: words.BY_LISTS, Kind.MULTIPLIER: words.BY_RATE}
_BOXES: Mapping[Kind, Mapping[str, Bilingual]] = {
    Kind.REGISTER: {"people": words.PEOPLE},
    Kind.TWO_LISTS: {"first": words.FIRST_LIST, "second": words.SECOND_LIST, "both": words.ON_BOTH},
    Kind.MULTIPLIER: {
        "cases": words.KNOWN_CASES,
        "lowest_rate": words.LOWEST_RATE,
        "highest_rate": words.HIGHEST_RATE,
    },
}
_RATES = ("lowest_rate", "highest_rate")


def size_form(work: Work) -> None:
    """What was entered before, each with a button that takes it away, and the form for one more."""
    if work.details.sizes:
        part_heading(work, words.ENTERED)
        for record in work.details.sizes:
            _entered(work, record)
    hint(work, words.SIZE_LEAD)
    kind = _kind(work)
    with st.form(work.key("omvang"), border=False):
        columns = st.columns(len(_BOXES[kind]), gap="medium")
        for column, (name, box) in zip(columns, _BOXES[kind].items(), strict=True):
            with column:
                line_box(work, box, name, _known(work, name))
        line_box(work, words.SOURCE, "bron", how=words.SOURCE_HINT)
        past_day_box(work, words.ON_DATE, "geteld_op")
        submit(work, work.told(words.ENTER), "voer_in", lambda: _enter(work, kind), closes=False)


def finding(kind: Kind, given: Mapping[str, str], source: str, on_date: date) -> SizeFinding:
    """A finding from what was typed, with its range by the method and the numbers that it rests on.

    Raises:
        TypedError: a number cannot be read.
        SizeError: the method does not carry these numbers.
    """
    inputs = {name: _read(name, given.get(name, ""), box) for name, box in _BOXES[kind].items()}
    step = _step(kind, inputs, source, on_date)
    kept = {} if kind is Kind.REGISTER else inputs
    return SizeFinding(kind, source, step.low, step.high or step.low, on_date, kept)


def range_told(found: SizeFinding, language: Language) -> str:
    """How many people, in words."""
    one_number = words.ONE_PERSON if found.high == 1 else words.COUNT_OF
    sentence = one_number if found.low == found.high else words.RANGE_OF
    return sentence.in_language(language).format(
        low=whole(found.low, language), high=whole(found.high, language)
    )


def _kind(work: Work) -> Kind:
    chosen: Kind | None = st.segmented_control(
        work.told(words.SIZE_KIND),
        list(_KINDS),
        default=Kind.REGISTER,
        format_func=lambda kind: work.told(_KINDS[kind]),
        key=f"patroon_omvang_{work.pattern_id}",
        required=True,
    )
    return chosen or Kind.REGISTER


def _known(work: Work, name: str) -> str:
    return str(len(work.details.file.members)) if name == "cases" else ""


def _enter(work: Work, kind: Kind) -> Said:
    on_date = typed.past_day(work.typed("geteld_op"), words.ON_DATE, work.desk.today)
    given = {name: work.typed(name) for name in _BOXES[kind]}
    found = finding(kind, given, work.typed("bron"), on_date)
    work.desk.enter_size(work.pattern_id, found)
    told = Bilingual(range_told(found, Language.NL), range_told(found, Language.EN))
    return Said(words.filled(words.SAID_SIZE, range=told))


def _read(name: str, text: str, box: Bilingual) -> float:
    return typed.share(text, box) if name in _RATES else typed.whole_number(text, box)


def _step(kind: Kind, inputs: Mapping[str, float], source: str, on_date: date) -> SizeStep:
    if kind is Kind.REGISTER:
        return register_count(int(inputs["people"]), source, on_date)
    if kind is Kind.TWO_LISTS:
        first, second, both = (int(inputs[name]) for name in ("first", "second", "both"))
        return two_lists(first, second, both, source, on_date)
    rates = inputs["lowest_rate"], inputs["highest_rate"]
    return multiplied(int(inputs["cases"]), *rates, source, on_date)


def _entered(work: Work, record: SizeEvidenceRecord) -> None:
    found = record.finding
    kind, told = work.told(found.step.label), range_told(found, work.language)
    line = work.told(words.ENTERED_LINE).format(
        kind=kind, range=told, source=found.source, day=day_month_year(found.on_date, work.language)
    )

    def take_away() -> Said:
        work.desk.remove_size(work.pattern_id, record.evidence_id)
        return Said(words.SAID_TAKEN_AWAY)

    with st.container(horizontal=True, vertical_alignment="center", key=f"ingevoerd_{record.evidence_id}"):
        st.html(f"<p>{escape(line)}</p>")
        st.button(
            work.told(words.TAKE_AWAY).format(range=told),
            key=f"weg_{record.evidence_id}",
            type="tertiary",
            on_click=do,
            args=(work, take_away),
        )
