# SPDX-License-Identifier: EUPL-1.2
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from docx import Document

from anonymise.gold import read_gold
from casebase.copying import ServerNotCopiedError
from casebase.pattern_vocabulary import PatternState
from casebase.vocabulary import Kind
from patterns.study import PatternStudy
from search_app.databank import Databank
from search_app.dossier.limits import limits
from search_app.settings import Settings

DIRECT = set(Kind) - {Kind.CITY, Kind.DATE, Kind.AGE, Kind.ORG, Kind.NATIONALITY}
OPENING = 1
"""Cells that open the databank."""


@pytest.fixture(scope="module")
def followed(
    root: Path, sample_home: Path, tmp_path_factory: pytest.TempPathFactory, run_cells: Callable[..., Any]
) -> Any:
    """The notebook, run on the sample with an empty folder to work in and one for temporary files."""
    folder = tmp_path_factory.mktemp("notebook")
    before = _content(sample_home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABANK_HOME", str(sample_home))
        patch.chdir(_made(folder / "here"))
        patch.setattr(tempfile, "tempdir", str(_made(folder / "temporary")))
        run = run_cells(root / "notebooks" / "patroon-volgen.ipynb")
    run.folder, run.before = folder, before
    return run


@pytest.fixture(scope="module")
def databank(followed: Any) -> Iterator[Databank]:
    """The databank that the notebook left, opened anew on the last day of the notebook."""
    day = followed.variables["FOLLOWED_ON"]
    home = followed.variables["databank"].settings.home
    opened = Databank(Settings(home=home), clock=lambda: datetime.combine(day, time(18), UTC))
    yield opened
    opened.engine.dispose()


@pytest.fixture(scope="module")
def study(followed: Any, databank: Databank) -> PatternStudy:
    return databank.pattern_studies.one(followed.variables["pattern_id"])


def test_the_proposals_are_those_of_the_databank(followed: Any, databank: Databank) -> None:
    registered_on = followed.variables["REGISTERED_ON"]
    with_ = {name: row["casussen"] for name, row in followed.variables["proposals"].iterrows()}
    found = followed.variables["found"]
    assert found.as_of == registered_on
    assert with_ == {each.name: each.group.distinct for each in found.patterns}
    last = followed.variables["seen"].iloc[-1]
    assert (last["dag"], last["overlap"]) == (registered_on, 1.0)
    assert last["casussen"] == len(followed.variables["chosen"].group.case_ids)


def test_the_pattern_is_in_the_register_with_the_cases_that_got_a_yes(
    followed: Any, databank: Databank
) -> None:
    details = databank.pattern_desk.pattern(followed.variables["pattern_id"])
    answers = followed.variables["answers"]
    assert set(answers.values()) == {True, False}
    yes = {case_id for case_id, belongs in answers.items() if belongs}
    assert set(details.file.case_ids) == {*followed.variables["chosen"].group.case_ids, *yes}
    assert details.file.record.state is PatternState.CONFIRMED
    assert not set(followed.variables["following"]) & {*details.file.case_ids, *answers}


def test_the_trend_is_that_of_the_databank_and_of_the_cases(
    followed: Any, databank: Databank, study: PatternStudy
) -> None:
    months = followed.variables["months"]
    received = [
        databank.released_among([case_id])[case_id].case.received_on for case_id in study.file.case_ids
    ]
    by_month = Counter(pd.Timestamp(day).replace(day=1) for day in received)
    assert dict(zip(months["maand"], months["casussen"], strict=True)) == {
        month: by_month[month] for month in months["maand"]
    }
    assert list(months["alle casussen"]) == [month.inflow for month in study.trend.series]
    compared = followed.variables["compared"]
    assert [tuple(row) for row in compared[["laag", "hoog"]].to_numpy()] == [
        (each.ratio.low, each.ratio.high) for each in study.trend.comparisons
    ]
    assert study.trend.reason.nl in followed.shown


def test_outcomes_pairs_and_spread_are_those_of_the_databank(
    followed: Any, databank: Databank, study: PatternStudy
) -> None:
    cases = databank.released_among(study.file.case_ids).values()
    counted = Counter(stored.case.outcome.value for stored in cases if stored.case.outcome)
    outcomes = followed.variables["outcomes"].set_index("uitkomst")
    assert {name: row["casussen"] for name, row in outcomes.iterrows()} == {
        name: counted[name] for name in outcomes.index
    }
    assert [tuple(row) for row in outcomes[["laag", "hoog"]].to_numpy()] == [
        (each.share.low, each.share.high) for each in study.outcomes.shares
    ]
    pairs = followed.variables["pairs"]
    assert list(zip(pairs["eerste"], pairs["tweede"], strict=True)) == [
        (pair.first, pair.second) for pair in study.treatment.pairs
    ]
    assert list(followed.variables["beside"].columns) == list(pairs.loc[0, ["eerste", "tweede"]])
    spread = followed.variables["spread"]
    assert list(spread["in het patroon"]) == [one.count for each in study.spread for one in each.values]
    assert all(sentence.nl in followed.shown for each in study.spread for sentence in each.words)


def test_the_ladder_has_the_entered_count_first_and_says_that_it_is_invented(
    followed: Any, study: PatternStudy
) -> None:
    ladder = followed.variables["ladder"]
    assert list(ladder["laag"]) == [step.low for step in study.size]
    assert ladder["laag"].iloc[0] == followed.variables["COUNTED"]
    assert ladder["laag"].iloc[-1] == len(study.file.case_ids)
    assert ladder["hoog"].iloc[-1] == "onbekend"
    assert [source.split()[0] for source in ladder["bron"]][:2] == ["verzonnen", "verzonnen"]


def test_the_map_has_every_case_and_marks_those_of_the_pattern(
    followed: Any, databank: Databank, study: PatternStudy
) -> None:
    points = followed.variables["points"]
    places = {point.case_id: (point.x, point.y) for point in databank.map_of("iemand").map().points}
    assert {row.casus: (row.x, row.y) for row in points.itertuples()} == places
    assert set(points.loc[points["in het patroon"] == "ja", "casus"]) == set(study.file.case_ids)


def test_the_pack_is_a_document_about_the_pattern_and_its_limits_are_told(followed: Any) -> None:
    pack, dossier = followed.variables["pack"], followed.variables["dossier"]
    text = "\n".join(paragraph.text for paragraph in Document(str(pack)).paragraphs)
    assert followed.variables["new"].name in text
    assert all(sentence.nl in followed.shown for sentence in limits(dossier))
    assert all(sentence.nl in text for sentence in limits(dossier))


def test_nothing_is_written_but_in_the_temporary_folder(followed: Any, sample_home: Path) -> None:
    assert _content(sample_home) == followed.before
    assert not any((followed.folder / "here").iterdir())
    scratch = Path(followed.variables["scratch"].name)
    assert list((followed.folder / "temporary").iterdir()) == [scratch]
    assert scratch.stat().st_mode & 0o077 == 0
    assert not Databank(Settings(home=sample_home)).pattern_desk.patterns()


def test_no_personal_data_of_the_sample_is_shown(followed: Any, root: Path) -> None:
    values = {
        case.texts[field][mark.start : mark.end]
        for case in read_gold(root / "tests" / "gold" / "dev.jsonl")
        for field, marks in case.spans.items()
        for mark in marks
        if mark.kind in DIRECT
    }
    telling = {each for each in values if len(each) >= 7 and (" " in each or any(c.isdigit() for c in each))}
    assert len(telling) > 100
    assert not [value for value in telling if value in followed.shown]


def test_without_a_databank_it_makes_one_with_sample_cases(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_cells: Callable[..., Any]
) -> None:
    data = _made(tmp_path / "data")
    for name in ("lists", "models"):
        (data / name).symlink_to(root / "data" / name)
    forms = sorted((root / "data" / "sample" / "formulieren").iterdir())[:4]
    for form in forms:
        shutil.copy(form, _made(data / "sample") / form.name)
    monkeypatch.setenv("DATABANK_DATA", str(data))
    monkeypatch.chdir(_made(tmp_path / "here"))
    run = run_cells(root / "notebooks" / "patroon-volgen.ipynb", OPENING)
    assert "een databank met verzonnen casussen" in run.shown
    assert f"{len(forms)} vrijgegeven casussen" in run.shown
    assert not any((tmp_path / "here").iterdir())


def test_a_databank_on_a_server_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, run_cells: Callable[..., Any]
) -> None:
    monkeypatch.setenv("DATABANK_DATABASE_URL", "postgresql+psycopg://nergens.example/databank")
    with pytest.raises(ServerNotCopiedError):
        run_cells(root / "notebooks" / "patroon-volgen.ipynb", OPENING)


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _content(folder: Path) -> dict[str, str]:
    """What every file holds; of the database its rows: SQLite empties its log into it at any time."""
    found = {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("databank.sqlite")
    }
    with closing(sqlite3.connect(folder / "databank.sqlite")) as connection:
        rows = "\n".join(connection.iterdump())
    return found | {"databank.sqlite": sha256(rows.encode()).hexdigest()}
