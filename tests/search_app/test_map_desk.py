# SPDX-License-Identifier: EUPL-1.2
"""The map over a real database and index: what stays, what comes, what goes, what is taken along."""

import csv
import io
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from casebase import store
from casebase.audit import recent_events, verify_chain
from casebase.pattern_vocabulary import PatternState
from patterns.map_store import MapFileError
from search_app import map_desk
from search_app.map_desk import NoMapError
from search_app.map_points import CaseMap, Field


@pytest.fixture
def parts(invented_map: ModuleType) -> Iterator[Any]:
    made = invented_map.open_parts()
    yield made
    made.engine.dispose()


def places(found: CaseMap) -> dict[str, tuple[float, float]]:
    return {point.case_id: (point.x, point.y) for point in found.points}


def test_every_released_case_is_on_the_map_with_its_fields(parts: Any) -> None:
    found = parts.map_of("anna").map()
    assert len(found.points) == 30
    first = found.points[0]
    assert (first.case_id, first.title) == ("K-2025-000", "Voorschot van geval 0")
    assert first.values[Field.REGULATION] == ("WIA", "Wlz")
    assert first.values[Field.YEAR] == ("2023",)
    assert found.points[3].values[Field.OUTCOME] == ()
    assert (found.version, found.later, found.waiting, found.other_model) == (1, 0, 0, False)


def test_old_places_stay_and_new_cases_are_placed_later(parts: Any, invented_map: ModuleType) -> None:
    before = parts.map_of("anna").map()
    parts.release(invented_map.map_cases(33)[30:])
    after = parts.map_of("anna").map()
    assert {case_id: places(after)[case_id] for case_id in places(before)} == places(before)
    assert (len(after.points), after.later, after.version) == (33, 3, 1)
    again = invented_map.MapParts(parts.settings.home)  # another process reads the same
    assert places(again.map_of("bart").map()) == places(after)
    again.engine.dispose()


@pytest.mark.parametrize("way", ["held", "deleted"])
def test_a_case_that_is_gone_leaves_the_map_and_its_file(parts: Any, way: str) -> None:
    desk = parts.map_of("anna")
    before = places(desk.map())
    if way == "held":
        parts.hold("K-2025-004")
    else:
        with parts.writing() as session:
            store.delete_case(session, "K-2025-004", actor="anna", now=parts.moment, reason="op verzoek")
    desk.forget_gone()
    assert b"K-2025-004" not in (parts.settings.home / "map" / "layout.npz").read_bytes()
    assert places(desk.map()) == {key: place for key, place in before.items() if key != "K-2025-004"}


def test_without_a_map_nothing_is_forgotten_or_told(parts: Any) -> None:
    desk = parts.map_of("anna")
    desk.forget_gone()
    assert desk.drawn() is None
    assert not (parts.settings.home / "map").exists()


def test_a_map_of_few_cases_is_drawn_anew_when_they_have_doubled(invented_map: ModuleType) -> None:
    parts = invented_map.open_parts(invented_map.map_cases()[:3])
    assert parts.map_of("anna").map().version == 1
    parts.release(invented_map.map_cases()[3:])
    found = parts.map_of("anna").map()
    assert (found.version, found.later, len(found.points)) == (2, 0, 30)
    parts.engine.dispose()


def test_drawing_anew_counts_up_and_draws_all(parts: Any, invented_map: ModuleType) -> None:
    desk = parts.map_of("anna")
    desk.map()
    parts.release(invented_map.map_cases(33)[30:])
    assert desk.map().later == 3
    found = desk.draw()
    assert (found.version, found.later) == (2, 0)
    assert desk.drawn() is not None


def test_a_damaged_map_is_told_and_drawing_mends_it(parts: Any) -> None:
    desk = parts.map_of("anna")
    desk.map()
    (parts.settings.home / "map" / "layout.npz").write_bytes(b"stuk")
    parts.memory.last = None
    with pytest.raises(MapFileError):
        desk.map()
    assert len(desk.draw().points) == 30


def test_a_large_collection_is_drawn_on_request_only(parts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_desk, "UNASKED", 10)
    desk = parts.map_of("anna")
    with pytest.raises(NoMapError, match="databank map fit"):
        desk.map()
    assert len(desk.draw().points) == 30
    assert len(desk.map().points) == 30


def test_another_search_model_keeps_the_map_and_says_so(parts: Any, invented_map: ModuleType) -> None:
    before = parts.map_of("anna").map()
    other = invented_map.MapParts(parts.settings.home, "words@2")
    after = other.map_of("anna").map()
    other.engine.dispose()
    assert places(after) == places(before)
    assert after.other_model


def test_an_empty_databank_has_an_empty_map(invented_map: ModuleType) -> None:
    parts = invented_map.open_parts([])
    assert parts.map_of("anna").map().points == ()
    parts.engine.dispose()


def test_patterns_that_go_on_are_a_field(parts: Any) -> None:
    from datetime import date

    from patterns.acts import Act
    from patterns.register import NewPattern, register

    new = NewPattern(
        "Voorschot terug", "Late keuring.", {"K-2025-000": "past", "K-2025-003": "past"}, date(2026, 12, 1)
    )
    with parts.writing() as session:
        record = register(session, new, Act("anna", parts.moment, lambda text: text), "werkgroep")
    found = parts.map_of("anna").map()
    assert found.patterns == {record.pattern_id: "Voorschot terug"}
    assert found.points[3].values[Field.PATTERN] == (record.pattern_id,)
    assert found.points[1].values[Field.PATTERN] == ()
    assert record.state is PatternState.SIGNALLED


def test_comparing_reads_released_cases_only(parts: Any) -> None:
    desk = parts.map_of("anna")
    ids = [point.case_id for point in desk.map().points]
    parts.hold(ids[0])
    found = desk.compare(ids[0::3], ids[1::3])
    assert (found.first, found.second) == (9, 10)
    assert {"voorschot", "keuring"} & {each.word for each in found.words_first}


def test_the_table_has_fields_without_stories_and_is_in_the_log(parts: Any) -> None:
    made = parts.map_of("anna").export_table(["K-2025-000", "K-2025-029", "onbekend"])
    rows = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig")), delimiter=";"))
    assert [row["case_id"] for row in rows] == ["K-2025-000", "K-2025-029"]
    assert (rows[0]["regulations"], rows[0]["nature"], rows[0]["outcome"]) == (
        "WIA, Wlz",
        "financieel",
        "opgelost",
    )
    assert "situation" not in rows[0]
    assert b"geval aaaaaa" not in made.content
    with parts.session() as session:
        (event, *_) = recent_events(session, limit=1)
        assert verify_chain(session).ok
    assert (event.action, event.actor) == ("map.exported", "anna")
    assert event.details == {"cases": 2, "file": "casussen.csv", "profile": "intern"}


def test_a_spreadsheet_reads_no_formula(parts: Any, invented_map: ModuleType) -> None:
    trick = invented_map.map_cases()[0].model_copy(
        update={"case_id": "K-2026-001", "title": '=HYPERLINK("x")'}
    )
    parts.release([trick])
    content = parts.map_of("anna").export_table(["K-2026-001"]).content.decode("utf-8-sig")
    assert "'=HYPERLINK" in content


def test_the_vectors_come_with_numbers_and_places_and_are_in_the_log(parts: Any) -> None:
    desk = parts.map_of("anna")
    made = desk.export_vectors(["K-2025-002", "K-2025-001"])
    with np.load(io.BytesIO(made.content), allow_pickle=False) as arrays:
        assert arrays["case_ids"].tolist() == ["K-2025-001", "K-2025-002"]
        assert np.allclose(np.linalg.norm(arrays["vectors"], axis=1), 1, atol=1e-5)
        assert tuple(arrays["places"][0]) == places(desk.map())["K-2025-001"]
        assert str(arrays["model"]) == "words@1"
    with parts.session() as session:
        (event, *_) = recent_events(session, limit=1)
    assert event.details["file"] == "casussen-vectoren.npz"
