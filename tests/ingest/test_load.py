# SPDX-License-Identifier: EUPL-1.2
"""A loading run as a whole. All names and numbers are invented."""

import json
import logging
import os
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from casebase import store
from casebase.audit import verify_chain
from casebase.bilingual import Language
from casebase.database import Sessions
from casebase.vocabulary import ReviewState
from ingest import load as loading
from ingest.load import Approve, LoadOptions, load
from ingest.report import LoadReport, summary

SECRET = "Truus Verkuyl"
Load = Callable[..., LoadReport]
Write = Callable[..., Path]


@pytest.fixture
def run(opened: Sessions, anonymiser: Any, key: bytes, now: datetime) -> Load:
    """``run(path, …, approve=…)`` with everything else filled in."""

    def call(*paths: Path, with_anonymiser: Any = None, progress: Any = None, **options: Any) -> LoadReport:
        report = load(
            paths,
            sessions=opened,
            anonymiser=with_anonymiser or anonymiser,
            key=key,
            options=LoadOptions(**options),
            actor="tester",
            now=now,
            progress=progress,
        )
        assert report.read == report.stored + report.replaced + report.unchanged + len(report.rejected)
        return report

    return call


def case(number: int, **fields: object) -> dict[str, object]:
    return {"case_id": f"A-{number}", "situation": f"{SECRET} belde {number} keer.", **fields}


def states(opened: Sessions) -> dict[str, ReviewState]:
    with opened() as session:
        stored = store.list_cases(session, limit=1000, offset=0)
        assert verify_chain(session).ok
    return {found.case.case_id: found.state for found in stored}


def fingerprint(database: Path) -> bytes:
    return b"".join(
        file.read_bytes() for file in sorted(database.parent.iterdir()) if file.suffix != ".sqlite-shm"
    )


def test_new_cases_are_stored_safe_and_wait_for_review(
    run: Load, opened: Sessions, cases_file: Write, database: Path
) -> None:
    report = run(cases_file("a.jsonl", case(1), case(2)), cases_file("b.jsonl", case(3)))
    assert (report.files, report.read, report.stored, report.rejected) == (2, 3, 3, ())
    assert states(opened) == dict.fromkeys(("A-1", "A-2", "A-3"), ReviewState.TO_REVIEW)
    with opened() as session:
        found = store.get_case(session, "A-1")
    assert found is not None
    assert found.case.situation == "veilige tekst"
    assert SECRET.encode() not in fingerprint(database)


def test_a_second_run_changes_nothing_and_anonymises_nothing(
    run: Load, opened: Sessions, cases_file: Write, anonymiser: Any, database: Path
) -> None:
    file = cases_file("a.jsonl", *map(case, range(45)), {"case_id": "B-1", "nature": "??x"})
    run(file)
    before, calls = fingerprint(database), anonymiser.calls
    report = run(file)
    assert (report.stored, report.unchanged, len(report.rejected)) == (0, 45, 1)
    assert anonymiser.calls == calls == 45
    assert fingerprint(database) == before


def test_one_bad_row_or_file_never_stops_the_rest(
    run: Load, opened: Sessions, cases_file: Write, tmp_path: Path
) -> None:
    good = cases_file("b.jsonl", case(1), {"situation": SECRET}, case(2, received_on="31-02-2021"), case(3))
    broken = tmp_path / "in" / "a.docx"
    broken.write_bytes(b"this is no Word file")
    report = run(good.parent, tmp_path / "weg.csv")
    assert [(r.file, r.row, r.field) for r in report.rejected] == [
        ("a.docx", None, ""),
        ("b.jsonl", 2, "case_id"),
        ("b.jsonl", 3, "received_on"),
        ("weg.csv", None, ""),
    ]
    assert set(states(opened)) == {"A-1", "A-3"}
    assert "Truus" not in report.model_dump_json()


def test_a_number_that_is_stored_with_other_text_is_refused(run: Load, cases_file: Write) -> None:
    run(cases_file("a.jsonl", case(1)))
    report = run(cases_file("b.jsonl", case(1, decision="anders")))
    assert "al in de databank, met andere inhoud" in report.rejected[0].reason.nl
    assert (report.rejected[0].field, report.replaced) == ("case_id", 0)


def test_replace_takes_the_new_text_and_asks_for_a_new_review(
    run: Load, opened: Sessions, cases_file: Write
) -> None:
    run(cases_file("a.jsonl", case(1)), approve=Approve.ALL)
    assert states(opened)["A-1"] is ReviewState.RELEASED
    report = run(cases_file("b.jsonl", case(1, decision="anders")), replace=True)
    assert (report.replaced, report.rejected) == (1, ())
    assert states(opened)["A-1"] is ReviewState.TO_REVIEW


@pytest.mark.parametrize("replace", [False, True])
def test_two_texts_for_one_number_in_one_run_are_for_people_to_solve(
    run: Load, cases_file: Write, replace: bool
) -> None:
    files = [cases_file("a.jsonl", case(1), case(1)), cases_file("b.jsonl", case(1, decision="anders"))]
    first = run(*files, replace=replace)
    assert (first.stored, first.unchanged, len(first.rejected)) == (1, 1, 1)
    assert "staat ook in a.jsonl, rij 1, met andere inhoud" in first.rejected[0].reason.nl
    second = run(*files, replace=replace)
    assert (second.replaced, second.unchanged, len(second.rejected)) == (0, 2, 1)


@pytest.mark.parametrize(
    ("approve", "released"), [("none", set()), ("clean", {"A-1"}), ("all", {"A-1", "A-2", "A-3", "A-4"})]
)
def test_approve_releases_none_or_the_clean_or_all(
    run: Load, opened: Sessions, cases_file: Write, approve: str, released: set[str]
) -> None:
    cases_file("a.jsonl", case(1), case(2, title="VERDACHT"), {"case_id": "A-3", "titel": "geen verhaal"})
    folder = cases_file("b.jsonl", {"case_id": "A-4", "situatei": "een tikfout in de kop"}).parent
    report = run(folder, approve=Approve(approve))
    assert {number for number, state in states(opened).items() if state is ReviewState.RELEASED} == released
    assert report.released == len(released)


def test_a_later_run_can_release_what_an_earlier_one_left_for_review_but_not_what_was_held(
    run: Load, opened: Sessions, cases_file: Write, now: datetime
) -> None:
    file = cases_file("a.jsonl", case(1), case(2), case(3, title="VERDACHT"))
    run(file)
    with opened.begin() as session:
        store.set_state(session, "A-2", ReviewState.HELD, actor="lezer", now=now)
    report = run(file, approve=Approve.CLEAN)
    assert (report.unchanged, report.released) == (3, 1)
    assert [states(opened)[f"A-{n}"] for n in (1, 2, 3)] == [
        ReviewState.RELEASED,
        ReviewState.HELD,
        ReviewState.TO_REVIEW,
    ]
    changed = cases_file("b.jsonl", case(2, decision="anders"))
    run(changed, approve=Approve.ALL, replace=True)
    assert states(opened)["A-2"] is ReviewState.TO_REVIEW


def test_a_trial_run_tells_what_would_happen_and_writes_nothing(
    run: Load, cases_file: Write, anonymiser: Any, database: Path
) -> None:
    run(cases_file("a.jsonl", case(1), case(2)))
    before, calls = fingerprint(database), anonymiser.calls
    new = cases_file("b.jsonl", case(1), case(2, decision="anders"), case(3))
    report = run(new, dry_run=True, approve=Approve.ALL)
    assert (report.stored, report.unchanged, len(report.rejected), report.released) == (1, 1, 1, 0)
    replacing = run(new, dry_run=True, replace=True)
    assert (replacing.stored, replacing.unchanged, replacing.replaced) == (1, 1, 1)
    assert (fingerprint(database), anonymiser.calls) == (before, calls)
    assert summary(report)[0] == "Proef: er is niets bewaard."


def test_a_case_that_cannot_be_anonymised_is_rejected_and_its_text_stays_out_of_log_and_report(
    run: Load, opened: Sessions, cases_file: Write, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    report = run(cases_file("a.jsonl", case(1), case(2, title="ONTPLOF"), case(3)))
    assert (report.stored, [r.row for r in report.rejected]) == (2, [2])
    assert "RuntimeError" in caplog.text
    assert "Truus" not in caplog.text + report.model_dump_json()


def test_a_case_that_the_store_refuses_leaves_the_rest_of_its_batch(
    run: Load, opened: Sessions, cases_file: Write, anonymiser: Any
) -> None:
    honest = anonymiser.anonymise_case

    def swollen(raw: Any) -> Any:
        safe = honest(raw)
        return safe.model_copy(update={"regulations": ("x" * 600,)}) if raw.case_id == "A-2" else safe

    anonymiser.anonymise_case = swollen
    report = run(cases_file("a.jsonl", case(1), case(2), case(3)))
    assert (report.stored, [r.row for r in report.rejected]) == (2, [2])
    assert set(states(opened)) == {"A-1", "A-3"}


def test_an_older_engine_is_told_and_nothing_is_redone(
    run: Load, cases_file: Write, newer_anonymiser: Any
) -> None:
    file = cases_file("a.jsonl", case(1), case(2))
    run(file)
    report = run(file, with_anonymiser=newer_anonymiser)
    assert newer_anonymiser.calls == 0
    assert "2 ongewijzigde casussen zijn met een andere versie" in report.warnings[-1].message.nl


def test_remarks_about_headings_are_told_once_a_file(run: Load, cases_file: Write) -> None:
    files = [
        cases_file("a.jsonl", *(case(n, Opmerkingen="x") for n in range(5))),
        cases_file("b.jsonl", *(case(n, Opmerkingen="x") for n in range(5, 10))),
    ]
    report = run(*files)
    assert [(w.file, w.place.nl) for w in report.warnings] == [("a.jsonl", ""), ("b.jsonl", "")]
    assert "2 bestanden: De kop 'Opmerkingen' is niet herkend" in "\n".join(summary(report))


def press_ctrl_c(anonymiser: Any, *, times: int) -> None:
    """So many times while the eighth case is at hand."""
    honest = anonymiser.anonymise_case

    def interrupted(raw: Any) -> Any:
        if anonymiser.calls == 7:
            for _ in range(times):
                os.kill(os.getpid(), signal.SIGINT)
        return honest(raw)

    anonymiser.anonymise_case = interrupted


def test_ctrl_c_finishes_the_case_at_hand_and_the_next_run_does_the_rest(
    run: Load, opened: Sessions, cases_file: Write, anonymiser: Any
) -> None:
    honest = anonymiser.anonymise_case
    press_ctrl_c(anonymiser, times=1)
    file = cases_file("a.jsonl", *map(case, range(20)))
    before = signal.getsignal(signal.SIGINT)
    report = run(file, batch=5)
    assert report.interrupted
    assert report.stored == len(states(opened)) == 8
    assert signal.getsignal(signal.SIGINT) is before
    assert "start opnieuw" in summary(report)[0]
    anonymiser.anonymise_case = honest
    rest = run(file, batch=5)
    assert (rest.unchanged, rest.stored, rest.interrupted) == (8, 12, False)


def test_a_second_ctrl_c_stops_at_once_and_whole_batches_stay(
    run: Load, opened: Sessions, cases_file: Write, anonymiser: Any
) -> None:
    press_ctrl_c(anonymiser, times=2)
    report = run(cases_file("a.jsonl", *map(case, range(20))), batch=5)
    assert report.interrupted
    assert report.stored == len(states(opened)) == 5


def test_progress_counts_cases_and_ends_at_its_total(run: Load, cases_file: Write, tmp_path: Path) -> None:
    class Counter:
        total = done = 0
        labels: list[str] = []  # noqa: RUF012

        def start(self, total: int) -> None:
            self.total = total

        def expect(self, total: int) -> None:
            self.total = total

        def advance(self, count: int = 1, label: str = "") -> None:
            self.done += count
            self.labels.append(label)

    counter = Counter()
    folder = cases_file("a.jsonl", *map(case, range(7)), case(1), case(1, decision="x"), {"x": 1}).parent
    cases_file("b.jsonl", case(20))
    (tmp_path / "in" / "c.pdf").write_bytes(b"no pdf")
    run(folder, progress=counter)
    assert (counter.done, counter.total) == (12, 12)
    assert set(counter.labels) <= {"a.jsonl", "b.jsonl", ""}


def test_a_run_that_changed_something_is_recorded_in_counts(
    run: Load, opened: Sessions, cases_file: Write, now: datetime
) -> None:
    run(cases_file("a.jsonl", *map(case, range(45)), {"x": 1}))
    with opened() as session:
        records = store.recent_loads(session, limit=10)
    assert [(r.files, r.stored, r.unchanged, r.rejected) for r in records] == [(1, 45, 0, 1)]
    assert records[0].finished is not None
    assert now <= records[0].finished < now + timedelta(minutes=5)


def test_the_last_day_a_date_may_have_is_the_day_of_the_run(
    run: Load, cases_file: Write, now: datetime
) -> None:
    today = now.astimezone().date()  # a day begins at midnight of the machine's own zone
    tomorrow = today + timedelta(days=1)
    report = run(cases_file("a.jsonl", case(1, closed_on=str(today)), case(2, closed_on=str(tomorrow))))
    assert (report.stored, [r.field for r in report.rejected]) == (1, ["closed_on"])


def test_the_report_is_json_and_lines_in_both_languages(run: Load, cases_file: Write) -> None:
    report = run(cases_file("a.jsonl", case(1), case(2, nature=SECRET)))
    data = json.loads(report.model_dump_json())
    assert data["rejected"][0]["place"] == {"nl": "rij 2", "en": "row 2"}
    assert data["rejected"][0]["field"] == "nature"
    dutch, english = summary(report), summary(report, Language.EN)
    assert dutch[0].startswith(
        "2 gelezen uit 1 bestand: 1 nieuw, 0 vervangen, 0 ongewijzigd, 1 niet overgenomen"
    )
    assert english[0].startswith("2 read from 1 file: 1 new, 0 replaced, 0 unchanged, 1 not taken over")
    assert "  a.jsonl, rij 2: Aard: deze waarde staat niet in de lijst" in "\n".join(dutch)
    assert "  a.jsonl, row 2: Nature: this value is not in the list" in "\n".join(english)


def test_a_long_list_of_rejects_is_cut_on_the_screen_only(run: Load, cases_file: Write) -> None:
    report = run(cases_file("a.jsonl", *({"situation": "x", "nr": ""} for _ in range(60))))
    assert len(report.rejected) == 60
    lines = summary(report)
    assert len(lines) < 40
    assert any("nog 35" in line for line in lines)


def test_a_row_that_breaks_the_mapping_is_rejected_like_any_other(
    run: Load, cases_file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest import intake

    honest = intake.map_row

    def fragile(row: Any, **settings: Any) -> Any:
        if row.row == 2:
            raise ZeroDivisionError(SECRET)
        return honest(row, **settings)

    monkeypatch.setattr(intake, "map_row", fragile)
    report = run(cases_file("a.jsonl", case(1), case(2), case(3)))
    assert (report.stored, [r.row for r in report.rejected]) == (2, [2])
    assert "Truus" not in report.model_dump_json()


def test_loading_outside_the_main_thread_works(run: Load, cases_file: Write) -> None:
    from concurrent.futures import ThreadPoolExecutor

    file = cases_file("a.jsonl", case(1))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(partial(run, file)).result().stored == 1


def test_laws_get_their_short_name_where_lists_are_given(
    opened: Sessions, anonymiser: Any, key: bytes, now: datetime, cases_file: Write, root: Path
) -> None:
    load(
        [cases_file("a.jsonl", case(1, regulations=["Ziektewet", "Iets"]))],
        sessions=opened,
        anonymiser=anonymiser,
        key=key,
        options=loading.LoadOptions(),
        actor="tester",
        now=now,
        lists=root / "data" / "lists",
    )
    with opened() as session:
        found = store.get_case(session, "A-1")
    assert found is not None
    assert found.case.regulations == ("ZW", "Iets")
