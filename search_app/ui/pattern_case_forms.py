# SPDX-License-Identifier: EUPL-1.2
"""The forms with which cases go in and out of a pattern: add, take out, merge, split."""

import streamlit as st

from casebase.bilingual import Bilingual, Language
from patterns.reading import PatternFile
from patterns.states import ENDED
from search_app.ui import pattern_act_words as words
from search_app.ui import session
from search_app.ui import typed_values as typed
from search_app.ui.formats import counted
from search_app.ui.labels import case_title
from search_app.ui.markup import shortened
from search_app.ui.pattern_choices import MergePreview, can_merge, merge_preview
from search_app.ui.pattern_form_parts import hint, line_box, part_heading, submit, text_box, why_box
from search_app.ui.pattern_said import Said, Work

TITLE_WIDTH = 80


def cases_form(work: Work) -> None:
    """Adding cases by number with the reason, and taking cases out."""
    ended = work.details.file.record.state in ENDED
    if not ended:
        _add(work)
    if work.details.file.members:
        _take_out(work, primary=ended)


def merge_and_split(work: Work) -> None:
    """Merging this pattern into another one, and splitting cases off."""
    if can_merge(work.details.file.record.state):
        _merge(work)
    if len(work.details.file.members) > 1:
        _split(work)


def preview_line(preview: MergePreview, source: str, target: str, language: Language) -> str:
    """What merging gives, in a sentence."""

    def cases(number: int) -> str:
        return counted(number, words.ONE_CASE, words.MANY_CASES, language)

    both = words.filled(words.IN_BOTH, cases=", ".join(preview.both)) if preview.both else words.IN_BOTH_NONE
    return words.PREVIEW.in_language(language).format(
        source=source,
        target=target,
        ours=cases(preview.ours),
        theirs=cases(preview.theirs),
        both=both.in_language(language),
        total=cases(preview.total),
    )


def _add(work: Work) -> None:
    def add() -> Said:
        numbers = typed.several(work.typed("nummers"))
        work.desk.add_cases(work.pattern_id, dict.fromkeys(numbers, work.typed("waarom_erbij")))
        return Said(_counted(len(numbers), words.SAID_ADDED_ONE, words.SAID_ADDED))

    part_heading(work, words.ADD)
    with st.form(work.key("toevoegen"), border=False):
        line_box(work, words.NUMBERS, "nummers", how=words.WITH_COMMAS)
        why_box(work, "waarom_erbij", words.WHY_BELONGS)
        submit(work, work.told(words.ADD_BUTTON), "voeg_toe", add, closes=False)


def _take_out(work: Work, *, primary: bool) -> None:
    def take_out() -> Said:
        chosen = work.chosen("eruit")
        work.desk.remove_cases(work.pattern_id, chosen, why=work.typed("waarom_eruit"))
        return Said(_counted(len(chosen), words.SAID_REMOVED_ONE, words.SAID_REMOVED))

    part_heading(work, words.REMOVE)
    with st.form(work.key("eruithalen"), border=False):
        _case_choice(work, "eruit")
        why_box(work, "waarom_eruit", words.WHY_NOT)
        text = work.told(words.REMOVE_BUTTON)
        submit(work, text, "haal_eruit", take_out, closes=False, primary=primary)


def _merge(work: Work) -> None:
    part_heading(work, words.MERGE)
    others = {
        file.record.pattern_id: file
        for file in work.desk.patterns()
        if file.record.state not in ENDED and file.record.pattern_id != work.pattern_id
    }
    if not others:
        hint(work, words.MERGE_NONE)
        return
    hint(work, words.MERGE_LEAD)
    target = st.selectbox(
        work.told(words.INTO),
        list(others),
        index=None,
        format_func=lambda number: f"{number} – {others[number].record.name}",
        placeholder=work.told(words.CHOOSE),
        key=work.key("in"),
    )
    if target:
        _merge_into(work, others[target])


def _merge_into(work: Work, other: PatternFile) -> None:
    target = other.record.pattern_id
    preview = merge_preview(work.details.file.case_ids, other.case_ids)
    sentence = preview_line(preview, work.pattern_id, target, work.language)
    hint(work, Bilingual(sentence, sentence))

    def merge() -> Said:
        work.desk.merge([work.pattern_id], target, why=work.typed("samen_waarom"))
        return Said(words.filled(words.SAID_MERGED, pattern=target), other=target)

    with st.form(work.key("samenvoegen"), border=False):
        why_box(work, "samen_waarom")
        submit(work, work.told(words.MERGE_BUTTON), "voeg_samen", merge)


def _split(work: Work) -> None:
    def split() -> Said:
        new = work.desk.split(
            work.pattern_id,
            work.chosen("afsplitsen"),
            name=work.typed("nieuwe_naam"),
            mechanism=work.typed("nieuw_mechanisme"),
            why=work.typed("splits_waarom"),
        ).pattern_id
        return Said(words.filled(words.SAID_SPLIT, pattern=new), other=new)

    part_heading(work, words.SPLIT)
    hint(work, words.SPLIT_LEAD)
    with st.form(work.key("splitsen"), border=False):
        _case_choice(work, "afsplitsen")
        line_box(work, words.NEW_NAME, "nieuwe_naam")
        text_box(work, words.NEW_MECHANISM, "nieuw_mechanisme")
        why_box(work, "splits_waarom")
        submit(work, work.told(words.SPLIT_BUTTON), "splits_af", split, primary=False)


def _case_choice(work: Work, name: str) -> None:
    """A list to choose members from, by number and title."""
    databank = session.databank()

    def named(case_id: str) -> str:
        stored = databank.case(case_id)
        title = case_title(stored.case, work.language) if stored else ""
        return f"{case_id} – {shortened(title, TITLE_WIDTH)}" if title else case_id

    st.multiselect(
        work.told(words.WHICH_CASES),
        work.details.file.case_ids,
        format_func=named,
        placeholder=work.told(words.CHOOSE),
        key=work.key(name),
    )


def _counted(number: int, one: Bilingual, many: Bilingual) -> Bilingual:
    return one if number == 1 else words.filled(many, number=number)
