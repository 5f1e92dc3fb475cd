# SPDX-License-Identifier: EUPL-1.2
"""Offers and candidates over the sample cases, with nothing replaced."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casebase.store import UnknownPatternError
from patterns.register import NewPattern
from search_app.databank import Databank
from search_app.pattern_offers import TAKEN_BACK
from search_app.settings import Settings

START = datetime(2030, 1, 7, 9, tzinfo=UTC)
NEW = "C-2025-060"


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path) -> Iterator[Databank]:
    """The sample cases, all released long ago; each look at the clock is a minute later."""
    home = Path(shutil.copytree(sample_home, tmp_path / "home"))
    moments = iter(START + timedelta(minutes=number) for number in range(10_000))
    made = Databank(Settings(home=home), clock=lambda: next(moments))
    yield made
    made.engine.dispose()


@pytest.fixture
def pattern(databank: Databank) -> str:
    released = {stored.case.case_id for stored in databank.released_cases()}
    members = [case_id for case_id in THEME if case_id in released and case_id != NEW][:6]
    new = NewPattern("Nabetaling", "De nabetaling telt als inkomen.", dict.fromkeys(members, "zelfde"), DUE)
    return databank.pattern_desk.register(new, why="werkgroep").pattern_id


THEME = tuple(f"C-{year}-{number:03d}" for number in range(49, 61) for year in (2021, 2022, 2023, 2024, 2025))
DUE = date(2030, 3, 1)


def release_again(databank: Databank, case_id: str) -> None:
    """As when the case had only now been reviewed."""
    databank.review_desk.reopen(case_id)
    for actor in ("anna", "bob"):
        desk = databank.desk_of(actor)
        desk.approve(case_id, seen=desk.sheet(case_id).seen)
        if databank.case(case_id):
            return


def test_what_was_there_before_the_pattern_is_not_offered(databank: Databank, pattern: str) -> None:
    assert databank.pattern_offers.for_pattern(pattern) == ()


def test_a_case_that_is_released_later_is_offered_and_not_added(databank: Databank, pattern: str) -> None:
    release_again(databank, NEW)
    offers = databank.pattern_offers.for_pattern(pattern)
    assert [offer.case_id for offer in offers] == [NEW]
    assert NEW not in databank.pattern_desk.pattern(pattern).file.case_ids


@pytest.mark.parametrize("answer", [True, False])
def test_an_answered_offer_is_not_made_again(databank: Databank, pattern: str, answer: bool) -> None:
    release_again(databank, NEW)
    assert databank.pattern_offers.for_pattern(pattern)
    databank.pattern_desk.answer_candidate(pattern, NEW, answer)
    assert databank.pattern_offers.for_pattern(pattern) == ()
    databank.pattern_desk.answer_candidate(pattern, NEW, None)
    assert [offer.case_id for offer in databank.pattern_offers.for_pattern(pattern)] == [NEW]


def test_a_case_that_was_taken_out_is_not_offered_unless_adding_it_was_a_slip(
    databank: Databank, pattern: str
) -> None:
    release_again(databank, NEW)
    for why, offered in ((TAKEN_BACK, [NEW]), ("hoort er niet bij", [])):
        databank.pattern_desk.add_cases(pattern, {NEW: "lijkt erop"})
        databank.pattern_desk.remove_cases(pattern, [NEW], why=why)
        assert [offer.case_id for offer in databank.pattern_offers.for_pattern(pattern)] == offered


def test_the_same_offers_are_given_while_nothing_changes(databank: Databank, pattern: str) -> None:
    release_again(databank, NEW)
    assert databank.pattern_offers.all() is databank.pattern_offers.all()


def test_candidates_are_answered_one_by_one_and_not_given_again(databank: Databank, pattern: str) -> None:
    first, second, *_ = databank.pattern_offers.candidates(pattern)
    databank.pattern_desk.answer_candidate(pattern, first, False)
    databank.pattern_desk.add_cases(pattern, {second: "lijkt erop"})
    assert not {first, second} & set(databank.pattern_offers.candidates(pattern, limit=50))


def test_a_candidate_is_explained_beside_the_member_it_is_most_like(databank: Databank, pattern: str) -> None:
    first = databank.pattern_offers.candidates(pattern)[0]
    told = databank.pattern_offers.why(pattern, first)
    assert told is not None
    assert told.case.case_id == first
    assert told.nearest is not None
    assert told.nearest.case_id in databank.pattern_desk.pattern(pattern).file.case_ids
    assert told.hit is not None
    assert told.hit.case_id == first
    assert told.hit.explanation.sentences


def test_an_unknown_case_is_no_candidate_and_an_unknown_pattern_is_refused(
    databank: Databank, pattern: str
) -> None:
    assert databank.pattern_offers.why(pattern, "X-1") is None
    with pytest.raises(UnknownPatternError):
        databank.pattern_offers.candidates("P-1999-001")
    assert databank.pattern_offers.for_pattern("P-1999-001") == ()
