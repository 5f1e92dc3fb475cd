# SPDX-License-Identifier: EUPL-1.2
"""What asks for a judgement in a case that is brought in, and how it is shown beside the original."""

from collections.abc import Sequence

import pytest

from anonymise.risk.assessment import RiskAssessment, RiskLevel
from casebase.bilingual import Bilingual, Language
from casebase.record import KnownValue, RawCase, SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind
from ingest.intake import Candidate
from search_app.intake_cases import BroughtCase, CheckedCase
from search_app.intake_corrections import Corrections, Pair
from search_app.intake_rows import typed_row
from search_app.ui.intake_sheet import side_by_side, thing_card
from search_app.ui.intake_things import open_suspects, things

CALM = RiskAssessment(0.1, RiskLevel.LOW, 9, 9.0, 1.0, (), needs_second_reviewer=False)
ORIGINAL = "Op 4 maart 2024 belde Yasmina met Tjeenk. Yasmina wacht. Tjeenk ook."
SAFE = "In maart 2024 belde [PERSOON-1] met Tjeenk. [PERSOON-1] wacht. Tjeenk ook."
PAIRS = (
    Pair("situation", 3, 15, Kind.DATE, "date", 0, 13),
    Pair("situation", 22, 29, Kind.PERSON, "name", 20, 31),
    Pair("situation", 42, 49, Kind.PERSON, "name", 44, 55),
)


def case(*suspects: tuple[int, int], kept: Sequence[str] = (), **fields: str) -> CheckedCase:
    raw = RawCase(case_id="C-1", situation=ORIGINAL, **fields)  # type: ignore[arg-type]
    safe = SafeCase(
        case_id="C-1",
        situation=SAFE,
        spans=tuple(SafeSpan(field=p.field, start=p.safe_start, end=p.safe_end, kind=p.kind) for p in PAIRS),
        suspects=tuple(Suspect(field="situation", start=a, end=b, reason="lang getal") for a, b in suspects),
        **fields,  # type: ignore[arg-type]
    )
    brought = BroughtCase(0, typed_row([("situation", ORIGINAL)]), corrections=Corrections(kept=tuple(kept)))
    candidate = Candidate(0, "", Bilingual("", ""), None, raw, "key", doubtful=False)
    return CheckedCase(brought, candidate, {"situation": ORIGINAL, **fields}, safe, PAIRS, CALM, ())


def test_the_same_words_are_one_thing_and_doubts_come_first() -> None:
    found = things(case((36, 42), (63, 69)))
    assert [(thing.words, thing.label) for thing in found] == [
        ("Tjeenk", ""),
        ("4 maart 2024", "In maart 2024"),
        ("Yasmina", "[PERSOON-1]"),
    ]
    assert [len(thing.safe) for thing in found] == [2, 1, 2]


def test_doubtful_words_are_found_back_in_the_original() -> None:
    doubt = things(case((36, 42), (63, 69)))[0]
    assert [ORIGINAL[start:end] for _, start, end in doubt.original] == ["Tjeenk", "Tjeenk"]


def test_words_that_do_not_stand_there_in_the_original_are_marked_on_one_side_only() -> None:
    assert things(case((0, 2)))[0].original == []


@pytest.mark.parametrize(("kept", "left"), [((), 1), (("Tjeenk",), 0)])
def test_words_that_were_put_back_ask_nothing_more(kept: tuple[str, ...], left: int) -> None:
    assert len(open_suspects(case((36, 42), kept=kept))) == left


def test_punctuation_alone_asks_nothing() -> None:
    assert open_suspects(case((42, 43))) == []


def test_only_names_may_return() -> None:
    assert [(thing.words, thing.may_return) for thing in things(case())] == [
        ("4 maart 2024", False),
        ("Yasmina", True),
    ]


def test_both_sides_are_marked_and_the_chosen_thing_stands_out() -> None:
    one = case((36, 42))
    found = things(one)
    html = side_by_side(one, found, "vondst_2", Language.NL)
    left, right = html.split('class="mw-veilig"')
    assert left.count("mw-nu") == 2
    assert right.count("mw-nu") == 2
    assert "persoon, wordt" not in html
    assert "persoon, wordt [PERSOON-1]" in side_by_side(one, found, "", Language.NL)


def test_register_fields_without_findings_stand_together() -> None:
    one = case(maatwerkplaats="Twente", submitter_role="adviseur")
    html = side_by_side(one, things(one), "", Language.NL)
    assert "<dt>Maatwerkplaats</dt><dd>Twente</dd>" in html
    assert html.count("<h3>") == 1


def test_a_card_shows_the_original_words_and_what_became_of_them() -> None:
    one = case()
    card = thing_card(one, things(one)[1], 0, 0, Language.NL)
    assert "Yasmina" in card
    assert "[PERSOON-1]" in card
    assert "Persoon, op 2 plekken" in card


def test_a_known_value_shows_nothing_in_its_repr() -> None:
    assert "Yasmina" not in repr(Corrections(masked=(KnownValue(Kind.PERSON, "Yasmina"),)))
    assert "Yasmina" not in repr(things(case())[1])
