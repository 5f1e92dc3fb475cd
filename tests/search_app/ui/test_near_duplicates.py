# SPDX-License-Identifier: EUPL-1.2
"""The line under a found case that tells of cases with nearly the same text."""

from datetime import UTC, date, datetime

import pytest

from casebase.bilingual import Language
from casebase.record import SafeCase
from casebase.store import StoredCase
from casebase.vocabulary import Outcome, ReviewState
from index.hits import Band, Explanation, Hit, NearDuplicate
from search_app.ui.near_duplicates import near_duplicates
from search_app.ui.state import SearchState

NOW = datetime(2026, 1, 1, tzinfo=UTC)
EVIL = "<script>x</script>\"'<img src=x onerror=y>"


def stored(case_id: str, **fields: object) -> StoredCase:
    case = SafeCase.model_validate({"case_id": case_id, **fields})
    return StoredCase(case, ReviewState.RELEASED, NOW, NOW, "sleutel")


CASES = {
    "T-2": stored("T-2", title="Voorschot terug", maatwerkplaats="Twente", received_on=date(2024, 2, 3)),
    "T-3": stored("T-3", title="Alles terug", outcome=Outcome.NOT_SOLVED),
}
SAME = NearDuplicate("T-2", "Voorschot terug", None, ended_differently=False)
OTHER = NearDuplicate("T-3", "Alles terug", Outcome.NOT_SOLVED, ended_differently=True)


def line(*others: NearDuplicate, language: Language = Language.NL, **more: object) -> str:
    hit = Hit("T-1", "Voorschot", 0.8, Band.STRONG, (), Explanation(), others)
    return near_duplicates(hit, more.get("cases", CASES), language, more.get("back_to"))  # type: ignore[arg-type]


def test_a_case_without_near_duplicates_has_no_line() -> None:
    assert line() == ""


@pytest.mark.parametrize(
    ("others", "language", "summary"),
    [
        ((SAME,), Language.NL, "<span>Ook 1 bijna gelijke zaak</span>"),
        ((SAME,), Language.EN, "<span>Also 1 case nearly the same</span>"),
        ((SAME, OTHER), Language.NL, "<span>Ook 2 bijna gelijke zaken</span>"),
        ((SAME, OTHER), Language.EN, "<span>Also 2 cases nearly the same</span>"),
    ],
)
def test_the_line_counts_and_folds(
    others: tuple[NearDuplicate, ...], language: Language, summary: str
) -> None:
    html = line(*others, language=language)
    assert html.startswith('<details class="mw-bijna"><summary>')
    assert summary in html
    assert html.count("<li>") == len(others)


def test_other_endings_are_told_while_it_is_folded() -> None:
    summary = line(SAME, OTHER).partition("</summary>")[0]
    assert ">1 anders afgelopen</span>" in summary
    assert ">anders afgelopen</span>" in line(OTHER).partition("</summary>")[0]
    assert "anders" not in line(SAME).partition("</summary>")[0]


def test_each_tells_where_it_is_from_and_how_it_ended() -> None:
    html = line(SAME, OTHER, back_to=SearchState("x y"))
    assert 'href="casus?id=T-2&amp;terug=q%3Dx%2By"' in html
    assert "T-2 · Twente · februari 2024" in html
    assert ">Niet opgelost</span>" in html
    assert ">Onbekend</span>" in html


def test_a_case_whose_record_is_gone_is_left_out_and_not_counted() -> None:
    html = line(SAME, OTHER, cases={"T-2": CASES["T-2"]})
    assert "Ook 1 bijna gelijke zaak" in html
    assert "anders afgelopen" not in html
    assert line(OTHER, cases={}) == ""


def test_case_text_stays_text() -> None:
    html = line(SAME, cases={"T-2": stored("T-2", title=EVIL, maatwerkplaats=EVIL)})
    assert "<script" not in html
    assert "<img" not in html
