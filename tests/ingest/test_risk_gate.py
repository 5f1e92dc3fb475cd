# SPDX-License-Identifier: EUPL-1.2
"""A run keeps the traits of what it stores and releases no case that two people should see."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from casebase import store
from casebase.database import Session, Sessions
from casebase.record import CaseRecord, RawCase, SafeCase
from ingest.load import Approve, LoadOptions, load
from ingest.report import LoadReport

PLAIN = "Mevrouw kreeg te laat een brief en moet nu € 1.200 terugbetalen."
KNOWN = "Meneer was wethouder en stond met zijn verhaal in de krant."
HIDING = "Mevrouw woont op een geheim adres."

Write = Callable[..., Path]
Load = Callable[..., LoadReport]


class NoAnonymiser:
    """Leaves the text as it is: what matters here is what happens after."""

    engine_version = "none"

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        return SafeCase(**{name: getattr(raw, name) for name in CaseRecord.model_fields})


@pytest.fixture
def run(opened: Sessions, key: bytes, now: datetime, root: Path) -> Load:
    def run_load(file: Path, **options: object) -> LoadReport:
        return load(
            [file],
            sessions=opened,
            anonymiser=NoAnonymiser(),
            key=key,
            options=LoadOptions(**options),  # type: ignore[arg-type]
            actor="lader",
            now=now,
            lists=root / "data" / "lists",
        )

    return run_load


def case(number: int, situation: str, **fields: object) -> dict[str, object]:
    return {"case_id": f"A-{number}", "title": f"Casus {number}", "situation": situation, **fields}


def released(opened: Sessions) -> list[str]:
    with opened() as session:
        return store.released_ids(session)


@pytest.mark.parametrize(
    ("approve", "expected"), [("none", []), ("clean", ["A-1"]), ("all", ["A-1", "A-2", "A-3"])]
)
def test_clean_leaves_a_case_that_two_people_should_see(
    run: Load, opened: Sessions, cases_file: Write, approve: str, expected: list[str]
) -> None:
    file = cases_file("a.jsonl", case(1, PLAIN), case(2, KNOWN), case(3, HIDING))
    report = run(file, approve=Approve(approve))
    assert released(opened) == expected
    assert report.released == len(expected)


def test_a_later_run_leaves_it_too(run: Load, opened: Sessions, cases_file: Write) -> None:
    file = cases_file("a.jsonl", case(1, PLAIN), case(2, KNOWN))
    run(file)
    assert run(file, approve=Approve.CLEAN).released == 1
    assert released(opened) == ["A-1"]


def test_traits_are_kept_with_the_case_and_follow_a_new_text(
    run: Load, opened: Sessions, cases_file: Write
) -> None:
    run(cases_file("a.jsonl", case(1, PLAIN), case(2, PLAIN)))
    run(cases_file("b.jsonl", case(2, "Meneer kreeg niets.")), replace=True)
    with opened() as session:
        rows = store.trait_rows(session)
    assert [(found.trait, found.value) for found in rows["A-1"]] == [
        ("bedrag", "tot 5000"),
        ("geslacht", "vrouw"),
    ]
    assert [(found.trait, found.value) for found in rows["A-2"]] == [("geslacht", "man")]


def test_a_description_that_five_cases_share_needs_no_second_person(
    run: Load, opened: Sessions, cases_file: Write
) -> None:
    shared = "Mevrouw [PERSOON-1] is 55-59 jaar, werkte als verpleegkundige en heeft multiple sclerose."
    cases = [case(number, shared, maatwerkplaats="Zeeland") for number in range(1, 6)]
    run(cases_file("a.jsonl", *cases[:4]), approve=Approve.CLEAN)
    assert released(opened) == []
    run(cases_file("b.jsonl", *cases), approve=Approve.CLEAN)
    assert released(opened) == [f"A-{number}" for number in range(1, 6)]


def test_the_collection_is_read_once_however_many_batches_there_are(
    run: Load, cases_file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []
    whole = store.trait_rows

    def counted(session: Session) -> dict[str, tuple[store.TraitValue, ...]]:
        reads.append(1)
        return whole(session)

    monkeypatch.setattr(store, "trait_rows", counted)
    file = cases_file("a.jsonl", *(case(number, PLAIN) for number in range(1, 13)))
    run(file, approve=Approve.CLEAN, batch=2)
    assert len(reads) == 1


def test_a_waiting_case_is_not_counted_twice(run: Load, opened: Sessions, cases_file: Write) -> None:
    shared = "Mevrouw is 55-59 jaar, werkte als verpleegkundige en heeft multiple sclerose."
    cases = [case(number, shared, maatwerkplaats="Zeeland") for number in range(1, 5)]
    file = cases_file("a.jsonl", *cases)
    run(file)
    run(file, approve=Approve.CLEAN)
    assert released(opened) == []


def test_without_lists_a_run_works_and_keeps_no_traits(
    opened: Sessions, cases_file: Write, key: bytes, now: datetime
) -> None:
    load(
        [cases_file("a.jsonl", case(1, KNOWN))],
        sessions=opened,
        anonymiser=NoAnonymiser(),
        key=key,
        options=LoadOptions(),
        actor="lader",
        now=now,
    )
    with opened() as session:
        assert store.trait_rows(session) == {}
        assert store.get_case(session, "A-1") is not None
