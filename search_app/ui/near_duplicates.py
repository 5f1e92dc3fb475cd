# SPDX-License-Identifier: EUPL-1.2
"""Under a found case: the cases with nearly the same text, folded, and how those ended."""

from collections.abc import Mapping
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.record import CaseRecord
from casebase.store import StoredCase
from index.hits import Hit, NearDuplicate
from search_app.ui.labels import case_title, label, meta_line, outcome_label
from search_app.ui.markup import plain
from search_app.ui.state import SearchState, case_link

NEARLY_THE_SAME_ONE = Bilingual("Ook {number} bijna gelijke zaak", "Also {number} case nearly the same")
NEARLY_THE_SAME = Bilingual("Ook {number} bijna gelijke zaken", "Also {number} cases nearly the same")
ENDED_DIFFERENTLY = Bilingual("anders afgelopen", "ended differently")
SOME_ENDED_DIFFERENTLY = Bilingual("{number} anders afgelopen", "{number} ended differently")


def near_duplicates(
    hit: Hit, cases: Mapping[str, StoredCase], language: Language, back_to: SearchState | None
) -> str:
    """How many cases are nearly the same and how many of them ended otherwise, folded over their list.

    Empty without any; cases whose record is gone are left out.
    """
    others = [(other, cases[other.case_id].case) for other in hit.near_duplicates if other.case_id in cases]
    if not others:
        return ""
    items = "".join(f"<li>{_item(other, case, language, back_to)}</li>" for other, case in others)
    differently = sum(other.ended_differently for other, _ in others)
    summary = _summary(len(others), differently, language)
    return f'<details class="mw-bijna"><summary>{summary}</summary><ul>{items}</ul></details>'


def _summary(number: int, differently: int, language: Language) -> str:
    text = NEARLY_THE_SAME_ONE if number == 1 else NEARLY_THE_SAME
    told = f"<span>{escape(text.in_language(language).format(number=number))}</span>"
    if not differently:
        return told
    other = ENDED_DIFFERENTLY if number == 1 else SOME_ENDED_DIFFERENTLY
    return f"{told} {label(other.in_language(language).format(number=differently), 'anders')}"


def _item(other: NearDuplicate, case: CaseRecord, language: Language, back_to: SearchState | None) -> str:
    link = escape(case_link(case.case_id, back_to), quote=True)
    told = [outcome_label(case.outcome, language)]
    if other.ended_differently:
        told.append(label(ENDED_DIFFERENTLY.in_language(language), "anders"))
    return (
        f'<p><a href="{link}">{plain(case_title(case, language))}</a></p>'
        f'<p class="mw-meta">{meta_line(case, language)}</p><p>{" ".join(told)}</p>'
    )
