# SPDX-License-Identifier: EUPL-1.2
import json
import shutil
from pathlib import Path

import pytest

from casebase import store
from casebase.store import Grade, Shown, UnknownCaseError
from index.feedback import FEWEST_SEARCHES
from search_app.alike_desk import search_by
from search_app.cli.main import run
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]
TEXT = "Voorschot WIA terugbetalen na te late keuring"


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Databank:
    """A copy of the sample databank, also the one of the commands."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    return open_databank(Settings(home=tmp_path / "home", actor="beheer"))


def judge_first(databank: Databank, text: str, *grades: Grade, actor: str = "anna") -> list[str]:
    """Search and judge the first cases as they are shown; gives their numbers."""
    view = databank.search(text, limit=len(grades))
    for rank, (hit, grade) in enumerate(zip(view.result.hits, grades, strict=True), start=1):
        databank.feedback_of(actor).judge(view.query.text, hit.case_id, grade, Shown(rank, hit.band.value))
    return [hit.case_id for hit in view.result.hits]


def test_a_name_never_reaches_the_databank_with_a_judgement(databank: Databank) -> None:
    text = "Mevrouw Truus de Vries moet haar voorschot terugbetalen"
    (case_id,) = judge_first(databank, "voorschot terugbetalen", Grade.USEFUL)
    databank.feedback_of("anna").judge(text, case_id, Grade.USED, Shown())
    safe = databank.safe_query(text).text
    assert databank.feedback_of("anna").grades(safe) == {case_id: Grade.USED}
    assert databank.feedback_of("bas").grades(safe) == {}
    for file in databank.settings.home.rglob("*"):
        assert not file.is_file() or b"de Vries moet" not in file.read_bytes(), file.name


def judge_alike(databank: Databank, numbers: list[str], *grades: Grade) -> None:
    view = databank.alike(numbers, limit=len(grades))
    for rank, (hit, grade) in enumerate(zip(view.result.hits, grades, strict=True), start=1):
        shown = Shown(rank, hit.band.value)
        databank.feedback_of("anna").judge(search_by(numbers), hit.case_id, grade, shown)


def test_a_search_by_cases_is_kept_as_such_whatever_their_order(databank: Databank) -> None:
    judge_alike(databank, ["A-2021-002", "A-2021-001"], Grade.USED)
    with databank.session() as session:
        (search,) = store.judged_searches(session)
    assert search.text == "zoals:A-2021-001,A-2021-002"
    other_order = databank.feedback_of("anna").grades("zoals:A-2021-002,A-2021-001")
    assert other_order == {search.judgements[0].case_id: Grade.USED}


def test_what_is_no_released_case_is_never_kept_as_a_search(databank: Databank) -> None:
    for text in ("zoals:Truus de Vries", "zoals:A-2021-001,Truus de Vries"):
        with pytest.raises(UnknownCaseError):
            databank.feedback_of("anna").judge(text, "A-2021-003", Grade.USED, Shown())
    with databank.session() as session:
        assert store.judged_searches(session) == []


def test_searches_by_cases_are_measured_and_not_exported(
    databank: Databank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.feedback.FEWEST_SEARCHES", 1)
    judge_alike(databank, ["A-2021-001", "A-2021-002"], Grade.USEFUL, Grade.USEFUL)
    report = databank.feedback_desk.evaluate()
    assert report.unjudged_not_useful is not None
    assert report.unjudged_not_useful["RR"].mean == 1
    assert databank.feedback_desk.export(tmp_path / "out").searches == 0
    databank.review_desk.hold("A-2021-001")
    assert databank.feedback_desk.evaluate().searches == 0


def test_a_judgement_knows_what_made_the_results(databank: Databank) -> None:
    judge_first(databank, TEXT, Grade.USEFUL)
    with databank.session() as session:
        (search,) = store.judged_searches(session)
    (found,) = search.judgements
    manifest = databank.searcher().manifest
    assert (found.rank, found.found_with.model_id) == (1, manifest.model_id)
    assert found.found_with.index_revision == manifest.revision
    assert found.found_with.engine.endswith(f", index {manifest.format}")


def test_counts_are_listed_by_grade_and_band_without_names(databank: Databank, capsys: Printed) -> None:
    assert run(["feedback", "list"]) == 0
    assert capsys.readouterr().out == "Er zijn nog geen oordelen.\n"
    judge_first(databank, TEXT, Grade.USED, Grade.USEFUL, Grade.NOT_USEFUL)
    judge_first(databank, TEXT, Grade.USED, actor="bas")
    assert run(["feedback", "list"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("4 oordelen over 1 zoekvragen, van 2 mensen, van 20")
    assert printed.splitlines()[-1].split() == ["Samen", "1", "1", "2"]
    assert "anna" not in printed
    assert run(["feedback", "list", "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert counts["by_grade"] == {"not_useful": 1, "useful": 1, "used": 2}
    assert sum(sum(found.values()) for found in counts["by_band"].values()) == 4
    assert "Voorschot" not in json.dumps(counts)


def test_too_few_searches_are_said_to_be_too_few(databank: Databank, capsys: Printed) -> None:
    judge_first(databank, TEXT, Grade.USED)
    assert run(["evaluate", "retrieval", "--from-feedback"]) == 1
    assert "Te weinig om iets over de volgorde te zeggen" in capsys.readouterr().out
    assert run(["evaluate", "retrieval", "--from-feedback", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["judged_only"] is None


def test_enough_searches_give_figures_with_intervals(databank: Databank, capsys: Printed) -> None:
    for number in range(FEWEST_SEARCHES):
        judge_first(databank, f"{TEXT} {'en dan ' * number}", Grade.NOT_USEFUL, Grade.USED)
    assert run(["evaluate", "retrieval", "--from-feedback", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["searches"], report["judgements"], report["people"]) == (30, 60, 1)
    assert report["judged_only"]["RR"] == {"mean": 0.5, "low": 0.5, "high": 0.5}
    assert report["unjudged_not_useful"]["P@5"]["mean"] == 0.2
    assert report["judged_at_10"] == 0.2


def test_what_is_exported_can_be_evaluated(databank: Databank, tmp_path: Path, capsys: Printed) -> None:
    first = judge_first(databank, TEXT, Grade.USED, Grade.NOT_USEFUL)
    judge_first(databank, "boete tijdens een opname in het ziekenhuis", Grade.USEFUL)
    assert run(["feedback", "export", "--to", str(tmp_path / "uit")]) == 0
    assert "2 zoekvragen en 3 oordelen staan in" in capsys.readouterr().out
    judged = [line.split() for line in (tmp_path / "uit" / "qrels.tsv").read_text("utf-8").splitlines()]
    assert {(case_id, grade) for query, _, case_id, grade in judged if query == "1"} == {
        (first[0], "2"), (first[1], "0"),
    }  # fmt: skip
    assert not any(b"anna" in file.read_bytes().split() for file in (tmp_path / "uit").rglob("*.tsv"))
    assert run(["evaluate", "retrieval", str(tmp_path / "uit"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["documents"] == len(databank.released_cases())
    assert report["overall"]["queries"] == 2


def test_all_that_one_person_said_is_deleted_and_gone_from_the_files(
    databank: Databank, capsys: Printed
) -> None:
    text = "een voorschot dat kwartelvangers terugbetalen"
    judge_first(databank, text, Grade.USED, Grade.USEFUL)
    judge_first(databank, TEXT, Grade.USED, actor="bas")
    assert run(["feedback", "delete", "--user", "anna"]) == 0
    assert capsys.readouterr().out == "Verwijderd: 2 oordelen en 1 zoekvragen.\n"
    databank.engine.dispose()
    files = [file for file in databank.settings.home.glob("databank.sqlite*") if file.is_file()]
    assert files
    assert not any(b"kwartelvangers" in file.read_bytes() for file in files)
    assert databank.feedback_desk.counts().people == 1


def test_what_is_old_is_deleted(databank: Databank, capsys: Printed) -> None:
    judge_first(databank, TEXT, Grade.USED)
    assert run(["feedback", "delete", "--before", "2020-01-01"]) == 0
    assert "0 oordelen" in capsys.readouterr().out
    assert run(["feedback", "delete", "--before", "01-01-2999"]) == 0
    assert "1 oordelen en 1 zoekvragen" in capsys.readouterr().out


def test_deleting_a_case_deletes_its_judgements(databank: Databank) -> None:
    (case_id,) = judge_first(databank, TEXT, Grade.USED)
    databank.delete(case_id, reason="verzoek")
    assert databank.feedback_desk.counts().judgements == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ["feedback", "delete"],
        ["feedback", "delete", "--user", "anna", "--before", "2020-01-01"],
        ["feedback", "export"],
        ["evaluate", "retrieval"],
        ["evaluate", "retrieval", ".", "--from-feedback"],
    ],
)
def test_wrong_use_is_told(databank: Databank, wrong: list[str], capsys: Printed) -> None:
    assert run(wrong) == 2
    assert capsys.readouterr().err.strip()
