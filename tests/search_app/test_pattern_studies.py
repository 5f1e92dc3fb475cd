# SPDX-License-Identifier: EUPL-1.2
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casebase.pattern_vocabulary import PatternState, SizeStep
from casebase.store import SizeFinding, UnknownPatternError
from patterns.acts import Change
from patterns.register import NewPattern
from patterns.size import Rung
from search_app.databank import Databank
from search_app.pattern_studies import NotRegisteredYetError
from search_app.settings import Settings

CASES = ("B-2021-013", "B-2022-019", "B-2023-014", "B-2023-021")
WHY = "Zelfde mechanisme"


class Clock:
    """The time that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2024, 1, 8, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, clock: Clock) -> Databank:
    """A copy of the sample databank in which a test sets the time."""
    shutil.copytree(sample_home, tmp_path / "home")
    return Databank(Settings(home=tmp_path / "home", actor="anna"), clock=clock)


def register(databank: Databank, *case_ids: str) -> str:
    new = NewPattern("Te laat", "De termijn is hard.", dict.fromkeys(case_ids, WHY), date(2999, 12, 31))
    return databank.pattern_desk.register(new, why=WHY).pattern_id


def numbers(databank: Databank, as_of: date | None = None) -> list[str]:
    return [study.file.record.pattern_id for study in databank.pattern_studies.all(as_of)]


def test_a_databank_without_patterns_has_no_studies(databank: Databank) -> None:
    assert databank.pattern_studies.all() == ()


def test_a_pattern_is_studied_with_pairs_spread_outcomes_and_size(databank: Databank, clock: Clock) -> None:
    number = register(databank, *CASES)
    study = databank.pattern_studies.one(number)
    assert study.as_of == clock.now.date()
    first = study.treatment.pairs[0]
    assert (first.first, first.second, first.ending.value) == ("B-2021-013", "B-2023-014", "anders")
    assert first.nearly_identical
    assert (study.outcomes.known, study.outcomes.unknown) == (4, 0)
    assert [(step.rung, step.low) for step in study.size] == [(Rung.KNOWN_CASES, 4)]


def test_a_study_is_counted_once_until_something_changes(databank: Databank) -> None:
    number = register(databank, *CASES)
    studies = databank.pattern_studies
    first = studies.one(number)
    assert studies.one(number) is first
    assert studies.all() is studies.all()
    databank.pattern_desk.enter_size(
        number, SizeFinding(SizeStep.REGISTER, "klachtenregister", 200, 200, date(2024, 1, 5))
    )
    assert [step.rung for step in studies.one(number).size] == [Rung.REGISTER, Rung.KNOWN_CASES]
    databank.pattern_desk.add_cases(number, {"B-2022-015": WHY})
    assert studies.one(number).outcomes.known == 5
    databank.review_desk.reopen("B-2022-015", reason="Nog eens kijken")
    assert studies.one(number).outcomes.known == 4


def test_a_day_in_the_past_tells_of_the_register_as_it_stood(databank: Databank, clock: Clock) -> None:
    number = register(databank, *CASES[:2])
    clock.now = datetime(2024, 6, 3, 9, tzinfo=UTC)
    later = register(databank, *CASES[2:])
    databank.pattern_desk.add_cases(number, {CASES[2]: WHY})
    assert numbers(databank) == [number, later]
    assert numbers(databank, date(2024, 2, 1)) == [number]
    assert databank.pattern_studies.one(number, date(2024, 2, 1)).outcomes.known == 2
    with pytest.raises(NotRegisteredYetError, match=r"Op 01-02-2024 was patroon .* nog niet geregistreerd"):
        databank.pattern_studies.one(later, date(2024, 2, 1))
    with pytest.raises(UnknownPatternError):
        databank.pattern_studies.one("P-1999-001")
    with pytest.raises(UnknownPatternError):
        databank.pattern_studies.one("P-1999-001", date(2024, 2, 1))


def test_a_pattern_that_ended_is_left_out_but_can_be_asked_for(databank: Databank, clock: Clock) -> None:
    number, other = register(databank, *CASES[:2]), register(databank, *CASES[2:])
    clock.now = datetime(2024, 6, 3, 9, tzinfo=UTC)
    databank.pattern_desk.set_state(
        number, PatternState.REJECTED, why=WHY, change=Change(answer="Het bleken twee regels te zijn.")
    )
    assert numbers(databank) == [other]
    assert numbers(databank, date(2024, 2, 1)) == [number, other]
    assert databank.pattern_studies.one(number).file.record.state is PatternState.REJECTED
