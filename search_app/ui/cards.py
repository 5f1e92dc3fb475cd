# SPDX-License-Identifier: EUPL-1.2
"""Found cases as cards: why they are alike, what was decided, in which respects they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord
from casebase.store import StoredCase
from casebase.vocabulary import Outcome
from index.hits import Aspect, Explanation, FoundPassage, Hit
from search_app.ui import reason_words, reasons, words
from search_app.ui.field_labels import field_label
from search_app.ui.labels import band_label, case_title, label, meta_line, outcome_label
from search_app.ui.markup import excerpt, first_sentence, plain
from search_app.ui.near_duplicates import near_duplicates
from search_app.ui.state import SearchState, case_link

PASSAGE_WIDTH = 320
DECISION_WIDTH = 190


def cards(
    hits: Sequence[Hit],
    cases: Mapping[str, StoredCase],
    language: Language,
    *,
    back_to: SearchState | None = None,
    compared_with: CaseRecord | None = None,
    examples: Sequence[StoredCase] = (),
) -> str:
    """All found cases as one piece of HTML; hits whose record is gone are left out.

    With ``compared_with``, or in a search by ``examples``, a case that ended differently says so.
    """
    known = [(hit, cases[hit.case_id].case) for hit in hits if hit.case_id in cases]
    asked = _Beside(compared_with, reason_words.COMPARED_CASE if compared_with else reason_words.YOUR_TEXT)
    items = []
    for hit, case in known:
        near = near_duplicates(hit, cases, language, back_to)
        items.append(_card(hit, case, language, back_to, _example(hit, examples) or asked, near))
    return f'<div class="mw-kaarten">{"".join(items)}</div>' if items else ""


@dataclass(frozen=True)
class _Beside:
    """What a found case is laid beside, and how that is called; ``told`` when there was more than one."""

    case: CaseRecord | None
    name: Bilingual
    told: bool = False


def _example(hit: Hit, examples: Sequence[StoredCase]) -> _Beside | None:
    """The case of a search by cases that a hit is explained by."""
    for stored in examples:
        if stored.case.case_id == hit.explanation.most_like:
            name = reason_words.EXAMPLE_CASE
            number = stored.case.case_id
            called = Bilingual(name.nl.format(case=number), name.en.format(case=number))
            return _Beside(stored.case, called, told=len(examples) > 1)
    return None


def _card(
    hit: Hit, case: CaseRecord, language: Language, back_to: SearchState | None, beside: _Beside, near: str
) -> str:
    link = escape(case_link(case.case_id, back_to), quote=True)
    title = plain(case_title(case, language))
    return (
        '<article class="mw-kaart">'
        f'<div class="mw-kop"><h3><a href="{link}">{title}</a></h3>{band_label(hit.band, language)}</div>'
        f'<p class="mw-meta">{meta_line(case, language)}</p>'
        f"{_passage(hit.passages, language)}"
        f'<dl class="mw-feiten">{_facts(hit.explanation, case, language, beside)}</dl>'
        f"{near}</article>"
    )


def _passage(passages: Sequence[FoundPassage], language: Language) -> str:
    if not passages:
        return ""
    best = passages[0]
    source = f'<span class="mw-bron">{escape(field_label(best.field, language))}</span> '
    return f'<p class="mw-fragment">{source}{excerpt(best.text, best.marks, PASSAGE_WIDTH)}</p>'


def _facts(explanation: Explanation, case: CaseRecord, language: Language, beside: _Beside) -> str:
    why = reasons.why_alike(explanation, language, asked=beside.name)
    facts = [
        (reason_words.MOST_LIKE, _most_like(beside, language)),
        (reason_words.WHY, why),
        (reason_words.DECIDED, _decided(explanation, case, language, beside.case)),
        (reason_words.DIFFERS, reasons.differences(explanation, language)),
    ]
    return "".join(
        f"<div><dt>{escape(name.in_language(language))}</dt><dd>{text}</dd></div>"
        for name, text in facts
        if text
    )


def _most_like(beside: _Beside, language: Language) -> str:
    if beside.case is None or not beside.told:
        return ""
    link = escape(case_link(beside.case.case_id), quote=True)
    return f'<a href="{link}">{plain(case_title(beside.case, language))}</a>'


def _decided(
    explanation: Explanation, case: CaseRecord, language: Language, compared_with: CaseRecord | None
) -> str:
    sentence = first_sentence(case.decision, DECISION_WIDTH)
    told = plain(sentence) if sentence else words.NO_DECISION.in_language(language)
    other = ""
    if compared_with is not None and ended_differently(case, compared_with, explanation):
        other = label(words.OTHER_OUTCOME.in_language(language), "anders") + " "
    return f"{outcome_label(case.outcome, language)} {other}{told}"


def ended_differently(case: CaseRecord, other: CaseRecord, explanation: Explanation) -> bool:
    """Whether two cases with a like situation have outcomes that are both known and not the same."""
    known = not {case.outcome, other.outcome} & {None, Outcome.UNKNOWN}
    return known and case.outcome != other.outcome and Aspect.SITUATION in explanation.aspects
