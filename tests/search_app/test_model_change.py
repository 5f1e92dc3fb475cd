# SPDX-License-Identifier: EUPL-1.2
"""Another model in the settings: the former one serves until the index of the new one is complete."""

import json
import os
import re
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from casebase.database import Engine
from casebase.record import SafeCase
from casebase.store import save_case, set_state
from casebase.vocabulary import ReviewState
from index.build import IndexState
from index.manifest import read_manifest
from index.model_options import ModelOptions
from index.rebuilding import RebuildState, is_rebuilding, rebuild_progress
from index.training.export import write_model
from index.training.vocabulary import train_tokenizer
from search_app import background_index, searching
from search_app.background_index import BackgroundIndex
from search_app.databank import Databank, create_databank
from search_app.settings import Settings

QUESTION = "voorschot terugbetalen na late keuring"
PATIENCE = 120
CASES = 40
NOW = datetime(2026, 11, 22, tzinfo=UTC)

_MARK = re.compile(r"\[\[[A-Z_]+\|(.*?)\]\]")
_SLOWLY = """
import time
from index.static_encoder import StaticEncoder

quickly = StaticEncoder.encode_passages

def slowly(self, texts):
    time.sleep(0.1)
    return quickly(self, texts)

StaticEncoder.encode_passages = slowly
"""
"""Makes every other process slow enough to be caught half-way."""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with two small models of another number of columns."""
    folder = tmp_path_factory.mktemp("models")
    cases = (root / "tests" / "gold" / "dev.jsonl").read_text("utf-8").splitlines()[:60]
    tokenizer = train_tokenizer(cases, 3000)
    for seed, (name, columns) in enumerate((("model-a", 32), ("model-b", 48))):
        table = np.random.default_rng(seed).normal(size=(tokenizer.get_vocab_size(), columns))
        write_model(folder / name, tokenizer, table.astype(np.float32))
    return folder


@pytest.fixture(scope="module")
def home_a(root: Path, models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a databank with some invented cases, indexed with the first model; do not change it."""
    home = tmp_path_factory.mktemp("home-a") / "home"
    databank = create_databank(Settings(home=home, model=str(models / "model-a")))
    lines = (root / "tests" / "gold" / "dev.jsonl").read_text("utf-8").splitlines()[:CASES]
    with databank.writing() as session:
        for line in lines:
            case = SafeCase.model_validate(
                {k: v for k, v in json.loads(_MARK.sub(r"\1", line)).items() if k in SafeCase.model_fields}
            )
            save_case(session, case, content_key=case.case_id, actor="test", now=NOW)
            set_state(session, case.case_id, ReviewState.RELEASED, actor="test", now=NOW)
    databank.build_index()
    return home


@pytest.fixture
def with_model_a(home_a: Path, models: Path, tmp_path: Path) -> Databank:
    """A copy of that databank."""
    shutil.copytree(home_a, tmp_path / "home")
    return Databank(Settings(home=tmp_path / "home", model=str(models / "model-a")))


def model_of(databank: Databank) -> str:
    return databank.searcher().manifest.model_id.partition("@")[0]


def changed(databank: Databank, models: Path, **other: object) -> Databank:
    return Databank(replace(databank.settings, model=str(models / "model-b"), **other))  # type: ignore[arg-type]


def wait_until(met: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.02)


def stored_vectors(databank: Databank, model: str) -> int:
    engine: Engine = databank.engine
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM embeddings WHERE model_id LIKE ?", (f"{model}@%",)
        )
        return int(found.scalar_one())


@pytest.fixture
def no_start(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No process is started; what would have been is noted."""
    started: list[str] = []
    monkeypatch.setattr(BackgroundIndex, "start", lambda _, model_id: started.append(model_id))
    return started


def test_a_change_of_model_survives_a_kill_and_the_former_serves_all_the_time(
    with_model_a: Databank, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(_SLOWLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "start"))
    databank = changed(with_model_a, models)
    folder = databank.settings.index_folder

    first = databank.search(QUESTION)
    assert first.result.hits
    assert model_of(databank) == "model-a"
    process = databank._index._background._process
    assert process is not None
    wait_until(lambda: stored_vectors(databank, "model-b") >= 64)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    kept = stored_vectors(databank, "model-b")
    stopped = databank.rebuild_progress()
    assert stopped is not None
    assert stopped.state is RebuildState.STOPPED
    assert 0 < kept < stopped.total

    again = databank.search(QUESTION)  # also starts the work once more
    assert [hit.case_id for hit in again.result.hits] == [hit.case_id for hit in first.result.hits]
    assert again.notice is not None
    assert "%" in again.notice.nl
    resumed = databank._index._background._process
    assert resumed is not None
    assert resumed is not process
    wait_until(lambda: model_of(databank) == "model-b")
    assert resumed.wait(PATIENCE) == 0
    second = databank.search(QUESTION)
    assert second.result.hits
    assert second.notice is None
    assert databank.index_status().state is IndexState.FRESH
    assert read_manifest(folder).dimension == 48
    assert databank.rebuild_progress() is None
    assert not is_rebuilding(folder)


def test_what_was_done_before_a_kill_is_not_done_again(
    with_model_a: Databank, models: Path, no_start: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    databank = changed(with_model_a, models)
    encoder = databank.encoder
    whole = type(encoder).encode_passages
    texts = 0

    def stops(self: object, some: list[str]) -> object:
        nonlocal texts
        texts += len(some)
        if texts > 100:
            raise KeyboardInterrupt
        return whole(self, some)  # type: ignore[arg-type]

    monkeypatch.setattr(type(encoder), "encode_passages", stops)
    with pytest.raises(KeyboardInterrupt):
        databank.build_index()
    kept = stored_vectors(databank, "model-b")
    assert kept > 0
    monkeypatch.setattr(type(encoder), "encode_passages", whole)
    assert model_of(Databank(databank.settings)) == "model-a"
    told: list[int] = []

    class Told:
        def start(self, total: int) -> None:
            told.append(total)

        def expect(self, total: int) -> None:
            told.append(total)

        def advance(self, count: int = 1, label: str = "") -> None:
            pass

    databank.build_index(Told())
    assert model_of(databank) == "model-b"
    passages = read_manifest(databank.settings.index_folder).passages
    assert told[0] <= passages - kept + 1


def test_the_former_index_keeps_up_with_the_cases_while_the_new_one_is_made(
    with_model_a: Databank, models: Path, no_start: list[str]
) -> None:
    databank = changed(with_model_a, models)
    assert len(databank.searcher().case_vectors()[0]) == CASES
    databank.review_desk.hold("A-2021-001")
    assert len(databank.searcher().case_vectors()[0]) == CASES - 1
    assert model_of(databank) == "model-a"
    assert stored_vectors(databank, "model-b") == 0
    assert set(no_start) == {databank.model_id}


def test_a_deletion_does_not_wait_for_the_new_model(
    with_model_a: Databank, models: Path, no_start: list[str]
) -> None:
    databank = changed(with_model_a, models)
    databank.delete("A-2021-001", reason="verzoek")
    assert read_manifest(databank.settings.index_folder).cases == CASES - 1
    assert model_of(databank) == "model-a"
    assert stored_vectors(databank, "model-b") == 0


def test_other_dimensions_of_the_same_model_are_another_model(
    with_model_a: Databank, no_start: list[str]
) -> None:
    fewer = replace(with_model_a.settings, model_options=ModelOptions(dimensions=16))
    databank = Databank(fewer)
    assert databank.searcher().case_vectors()[1].shape[1] == 32
    databank.build_index()
    assert databank.searcher().case_vectors()[1].shape[1] == 16


def test_a_former_model_that_is_gone_makes_a_small_collection_be_indexed_at_once(
    with_model_a: Databank, models: Path, tmp_path: Path, no_start: list[str]
) -> None:
    moved = Path(shutil.copytree(models / "model-a", tmp_path / "elders" / "model-c"))
    Databank(replace(with_model_a.settings, model=str(moved))).build_index()
    shutil.rmtree(moved)
    assert model_of(changed(with_model_a, models)) == "model-b"
    assert no_start == []


def test_a_former_model_that_was_changed_in_place_does_not_serve(
    with_model_a: Databank, models: Path, tmp_path: Path, no_start: list[str]
) -> None:
    moved = Path(shutil.copytree(models / "model-a", tmp_path / "elders" / "model-c"))
    Databank(replace(with_model_a.settings, model=str(moved))).build_index()
    shutil.rmtree(moved)
    shutil.copytree(models / "model-b", moved)
    assert model_of(changed(with_model_a, models)) == "model-b"


def test_the_shipped_model_is_found_without_having_been_remembered(
    with_model_a: Databank, models: Path, no_start: list[str]
) -> None:
    Databank(Settings(home=with_model_a.settings.home)).build_index()
    (with_model_a.settings.index_folder / "models.json").unlink()
    assert model_of(changed(with_model_a, models)) == "search-nl"


@pytest.mark.parametrize("content", ["", "{", '{"models": [{"model_id": 3}]}', "\x00"])
def test_a_damaged_list_of_models_counts_as_none(
    with_model_a: Databank, models: Path, no_start: list[str], content: str
) -> None:
    (with_model_a.settings.index_folder / "models.json").write_text(content)
    assert model_of(changed(with_model_a, models)) == "model-b"


def test_a_new_model_that_fails_tells_why_and_the_former_serves(
    with_model_a: Databank, models: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(models / "model-b", tmp_path / "model-b")
    (broken / "SHA256SUMS").unlink()
    (broken / "tokenizer.json").write_text("{}")
    databank = Databank(replace(with_model_a.settings, model=str(broken)))
    assert databank.search(QUESTION).result.hits
    process = databank._index._background._process
    assert process is not None
    assert process.wait(PATIENCE) == 2
    view = databank.search(QUESTION)
    assert model_of(databank) == "model-a"
    assert view.notice is not None
    assert "beschadigd" in view.notice.nl
    assert "beschadigd" in databank.index_status().message.nl
    assert databank._index._background._process is process, "it is not tried again at every search"


def test_a_failure_is_tried_again_after_a_while(with_model_a: Databank, models: Path, tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    settings = replace(with_model_a.settings, model=str(models / "model-b"))
    record = {"model_id": "b@1", "done": 1, "total": 2, "at": now.isoformat()}
    problem = {"nl": "Stuk.", "en": "Broken."}
    (settings.index_folder / "rebuild.json").write_text(json.dumps({**record, "problem": problem}))
    soon = BackgroundIndex(settings, lambda: now + timedelta(minutes=1))
    later = BackgroundIndex(settings, lambda: now + background_index.AGAIN_AFTER)
    assert soon._just_failed("b@1")
    assert not soon._just_failed("c@1")
    assert not later._just_failed("b@1")
    failed = rebuild_progress(settings.index_folder)
    assert failed is not None
    assert (failed.state, failed.percent) == (RebuildState.FAILED, 50)


@pytest.mark.usefixtures("no_start")
def test_a_large_collection_that_is_behind_says_so_and_is_not_built(
    with_model_a: Databank, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search_app.open_index.CATCH_UP_LIMIT", 0)
    databank = changed(with_model_a, models)
    assert databank.search(QUESTION).notice is None
    databank.review_desk.hold("A-2021-001")
    assert databank.search(QUESTION).notice == searching.BEHIND
    assert model_of(databank) == "model-a"


@pytest.mark.usefixtures("no_start")
def test_the_command_tells_how_far_the_new_model_is(
    with_model_a: Databank, models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from search_app.cli.main import run

    databank = changed(with_model_a, models)
    record = {"model_id": databank.model_id, "done": 30, "total": 120, "at": "2026-11-22T00:00:00Z"}
    (databank.settings.index_folder / "rebuild.json").write_text(json.dumps(record))
    monkeypatch.setenv("DATABANK_HOME", str(databank.settings.home))
    monkeypatch.setenv("DATABANK_MODEL", databank.settings.model)
    assert run(["index", "status"]) == 1
    assert "25% klaar" in capsys.readouterr().out
    assert run(["index", "status", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["rebuild"] == {"state": "stopped", "done": 30, "total": 120}


@pytest.mark.usefixtures("no_start")
def test_what_former_models_left_goes_when_the_change_is_complete(
    with_model_a: Databank, models: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from search_app.cli.main import run

    databank = changed(with_model_a, models)
    left = stored_vectors(databank, "model-a")
    monkeypatch.setenv("DATABANK_HOME", str(databank.settings.home))
    monkeypatch.setenv("DATABANK_MODEL", databank.settings.model)
    assert run(["index", "clean"]) == 2
    assert "ander zoekmodel" in capsys.readouterr().err
    assert stored_vectors(databank, "model-a") == left > 0
    databank.build_index()
    before = databank.search(QUESTION).result.hits
    own = stored_vectors(databank, "model-b")
    assert run(["index", "clean"]) == 0
    assert f"{left} vectoren" in capsys.readouterr().out
    assert (stored_vectors(databank, "model-a"), stored_vectors(databank, "model-b")) == (0, own)
    again = Databank(databank.settings)
    assert again.search(QUESTION).result.hits == before
    databank.review_desk.hold("A-2021-001")
    assert len(Databank(databank.settings).searcher().case_vectors()[0]) == CASES - 1
    assert stored_vectors(databank, "model-a") == 0
    back = Databank(with_model_a.settings)
    back.build_index()
    assert model_of(back) == "model-a"
