# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casebase.pattern_vocabulary import SizeStep
from casebase.record import SafeCase
from casebase.store import MemberRecord, PatternRecord, SizeEvidenceRecord, SizeFinding
from casebase.vocabulary import Outcome
from index.collection import Collection
from patterns.equal_treatment import Ending
from patterns.reading import PatternFile
from patterns.size import Rung, multiplied, two_lists
from patterns.size_entries import entered_step
from patterns.spread import Aspect
from patterns.study import PatternStudy, study_patterns
from patterns.trend import Verdict

DAY = date(2024, 12, 29)
SOURCE, ENTERED = "klachtenregister", datetime(2024, 6, 1, tzinfo=UTC)


def file_of(number: str, case_ids: Sequence[str], registered_on: date = date(2023, 1, 2)) -> PatternFile:
    record = PatternRecord(number, "Naam", "Mechanisme.", "anna", registered_on)
    members = tuple(
        MemberRecord(number, each, "past", "anna", ENTERED, None, None, None, released=True)
        for each in case_ids
    )
    return PatternFile(record, members, (), 0, 0)


def case_on(case_id: str, day: date | None, outcome: Outcome | None = None, unit: str = "") -> SafeCase:
    return SafeCase(
        case_id=case_id, received_on=day, outcome=outcome, submitter_unit=unit, regulations=("WIA",)
    )


def studied(
    cases: Sequence[SafeCase], collection: Collection, *files: PatternFile, as_of: date = DAY
) -> tuple[PatternStudy, ...]:
    return study_patterns(files, cases, collection, {}, as_of)


@pytest.fixture
def collection(told: Any) -> Collection:
    found: Collection = told.collection
    return found


def test_only_cases_until_the_day_and_those_without_a_day_count(collection: Collection) -> None:
    days = (date(2024, 1, 8), DAY, DAY + timedelta(1), None)
    cases = [case_on(f"C-00{n}", day, Outcome.SOLVED) for n, day in enumerate(days)]
    study = studied(cases, collection, file_of("P1", [*(case.case_id for case in cases), "C-099"]))[0]
    assert (study.outcomes.known, study.size[-1].low) == (3, 3)
    assert sum(month.cases for month in study.trend.series) == 2
    assert [each.aspect for each in study.spread] == list(Aspect)


def test_growth_has_to_stand_out_among_all_patterns_that_are_watched(collection: Collection) -> None:
    few = [case_on(f"C-{n:03d}", DAY - timedelta(20 * n), unit=f"unit {n}") for n in range(4)]
    rest = [case_on(f"I-{n:03d}", DAY - timedelta(3 * n)) for n in range(160)]
    mine = file_of("P1", [case.case_id for case in few])
    others = [file_of(f"P{n}", [f"I-{n:03d}", f"I-{n + 40:03d}"]) for n in range(40, 99)]
    alone = studied([*few, *rest], collection, mine)[0].trend
    among = studied([*few, *rest], collection, mine, *others)[0].trend
    assert (alone.verdict, among.verdict) == (Verdict.GROWING, Verdict.TOO_FEW)
    new = replace(mine, record=replace(mine.record, registered_on=DAY - timedelta(30)))
    assert studied([*few, *rest], collection, new)[0].trend.verdict is Verdict.TOO_FEW


def test_pairs_of_members_that_are_nearly_the_same_and_ended_differently_come_first(told: Any) -> None:
    given: list[SafeCase] = told.cases
    collection: Collection = told.collection
    cases = [
        case.model_copy(
            update={"regulations": ("WIA",), "outcome": Outcome.NOT_SOLVED if n == 10 else Outcome.SOLVED}
        )
        for n, case in enumerate(given)
    ]
    mine = [case.case_id for n, case in enumerate(cases) if n < 50 and n % 5 == 0]
    study = studied(cases, collection, file_of("P1", mine), as_of=date(2027, 1, 1))[0]
    endings = [pair.ending for pair in study.treatment.pairs]
    different = endings.count(Ending.DIFFERENT)
    assert different > 0
    assert endings == [Ending.DIFFERENT] * different + [Ending.SAME] * (len(endings) - different)
    assert all("C-010" in (pair.first, pair.second) for pair in study.treatment.pairs[:different])
    assert all(0.4 <= pair.score <= 1 for pair in study.treatment.pairs)


def test_offices_are_compared_within_a_year_on_known_outcomes_only(collection: Collection) -> None:
    cases = [
        case_on(
            f"C-{n:03d}", DAY - timedelta(n), Outcome.SOLVED if n % 2 else Outcome.NOT_SOLVED, "ab"[n % 2]
        )
        for n in range(12)
    ]
    unknown = [case_on(f"C-{n:03d}", DAY, Outcome.UNKNOWN, "a") for n in range(12, 30)]
    numbers = [case.case_id for case in [*cases, *unknown]]
    offices = studied([*cases, *unknown], collection, file_of("P1", numbers))[0].offices
    assert (offices.cases, offices.strata, offices.offices) == (12, 1, 2)
    assert offices.p_value == pytest.approx(2 / 924)  # two of the 12-over-6 ways are so uneven
    moved = [
        c.model_copy(update={"received_on": DAY - timedelta(400 * (n % 2))}) for n, c in enumerate(cases)
    ]
    assert studied(moved, collection, file_of("P1", numbers))[0].offices.p_value is None


def test_known_cases_are_the_last_step_under_all_that_was_entered_until_the_day(
    collection: Collection,
) -> None:
    finding = SizeFinding(SizeStep.REGISTER, SOURCE, 200, 200, date(2024, 3, 1))
    entries = [
        SizeEvidenceRecord(1, "P1", replace(finding, step=SizeStep.MULTIPLIER, high=900), "anna", ENTERED),
        SizeEvidenceRecord(2, "P1", finding, "anna", ENTERED),
    ]
    cases = [case_on("C-001", date(2024, 1, 8))]
    sizes = {"P1": entries}
    found = study_patterns([file_of("P1", ["C-001"])], cases, collection, sizes, DAY)[0].size
    assert [step.rung for step in found] == [Rung.REGISTER, Rung.MULTIPLIER, Rung.KNOWN_CASES]
    earlier = study_patterns([file_of("P1", ["C-001"])], cases, collection, sizes, date(2024, 5, 31))[0].size
    assert [step.rung for step in earlier] == [Rung.KNOWN_CASES]


def test_an_estimate_tells_what_it_was_made_from_when_that_was_kept() -> None:
    day = date(2024, 3, 1)
    made = multiplied(5, 0.001, 0.004, SOURCE, day)
    inputs = {"cases": 5.0, "lowest_rate": 0.001, "highest_rate": 0.004}
    assert made.high is not None
    kept = SizeFinding(SizeStep.MULTIPLIER, SOURCE, made.low, made.high, day, inputs)
    assert entered_step(kept) == made
    lists = two_lists(210, 150, 20, SOURCE, day)
    assert lists.high is not None
    two = {"first": 210.0, "second": 150.0, "both": 20.0}
    assert entered_step(SizeFinding(SizeStep.TWO_LISTS, SOURCE, lists.low, lists.high, day, two)) == lists


@pytest.mark.parametrize(
    "inputs", [{}, {"cases": 5.0}, {"cases": 5.0, "lowest_rate": 0.2, "highest_rate": 0.4}, {"cases": 0.0}]
)
def test_a_range_that_its_inputs_do_not_give_stays_as_it_was_entered(inputs: dict[str, float]) -> None:
    finding = SizeFinding(SizeStep.MULTIPLIER, SOURCE, 100, 300, date(2024, 3, 1), inputs)
    step = entered_step(finding)
    assert (step.low, step.estimate, step.high) == (100, 200, 300)
    assert step.method.nl == "Ophoging met meldkans, ingevoerd."
    assert step.warning is not None


def test_a_count_in_a_register_is_a_count_and_a_range_of_it_stays_a_range() -> None:
    count = SizeFinding(SizeStep.REGISTER, SOURCE, 200, 200, date(2024, 3, 1))
    assert entered_step(count).method.nl == "Geteld in een register en ingevoerd."
    assert entered_step(replace(count, high=300)).high == 300
