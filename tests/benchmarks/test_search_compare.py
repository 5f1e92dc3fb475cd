# SPDX-License-Identifier: EUPL-1.2
"""The comparison of search systems on a few cases: every system ranks, and every part of ours matters."""

import json
from datetime import date

import numpy as np
import pytest

from benchmarks.search.chart import figure_chart
from benchmarks.search.material import MODEL, Material, read_material, write_beir
from benchmarks.search.ours import ABLATION, ASPECTS, Ours
from benchmarks.search.page import search_page
from benchmarks.search.report import report_of
from benchmarks.search.systems import OURS, PEERS, REFERENCE, answered
from benchmarks.search.tasks import beir_task, members_task, rulings_task, similar_task, themes_task


@pytest.fixture(scope="module")
def material():
    """Five themes and their searches."""
    read = read_material()
    kept = [case for case in read.cases if read.themes[case.case_id] in {f"T0{n}" for n in range(1, 6)}]
    queries = [
        query for query in read.queries if query.query_id[:3] in {read.themes[c.case_id] for c in kept}
    ]
    return Material(kept, {case.case_id: read.themes[case.case_id] for case in kept}, queries)


@pytest.fixture(scope="module")
def task(material):
    return themes_task(material)


@pytest.fixture(scope="module")
def ours(task):
    return Ours(task.cases, str(MODEL))


@pytest.fixture(scope="module")
def found(task, ours):
    systems = {name: PEERS[name](task.cases) for name in PEERS} | {OURS: ours}
    return [answered(task, name, system) for name, system in systems.items()]


def test_every_system_does_far_better_than_chance(task, found):
    report = report_of(task, found)
    chance = 12 / 60
    for row in report.rows:
        assert row.figures["all"]["P@10"].value > 2 * chance, row.system


def test_a_run_over_themes_gives_kinds_halves_and_tests(task, found):
    report = report_of(task, found)
    kinds, halves = {"keywords", "question", "case"}, {"odd", "even"}
    both = {f"{kind}, {half}" for kind in kinds for half in halves}
    assert set(report.row(OURS).figures) == {"all"} | kinds | halves | both
    assert report.row(REFERENCE).difference is None
    assert 0 < report.row(OURS).difference.p <= report.row(OURS).difference.p_holm <= 1
    assert report.row(OURS).figures["odd"]["RR"].searches == 9


@pytest.mark.parametrize("name", sorted(ABLATION))
def test_a_part_that_is_left_out_changes_the_scores(task, ours, name):
    parts = ours.with_parts(ABLATION[name])
    before = [ours.scores(search) for search in task.searches]
    without = [parts.scores(search) for search in task.searches]
    again = [ours.scores(search) for search in task.searches]
    assert any(not np.array_equal(one, other) for one, other in zip(before, without, strict=True))
    assert all(np.array_equal(one, other) for one, other in zip(before, again, strict=True))


def test_cases_as_the_search_are_not_found_themselves(material, ours):
    task = members_task(material, pairs=2)
    assert len(task.searches) == 10
    for name, system in ((OURS, ours), (REFERENCE, PEERS[REFERENCE](task.cases))):
        for search_id, ranking in answered(task, name, system).rankings.items():
            assert not set(search_id.split("+")) & set(ranking)
            assert not set(search_id.split("+")) & set(task.relevant[search_id])


@pytest.mark.parametrize("name", sorted(ASPECTS))
def test_one_side_of_a_case_can_be_compared(material, ours, name):
    task = similar_task(material)
    search = task.searches[0]
    scores = ours.with_parts(ASPECTS[name]).scores(search)
    own = [case.case_id for case in task.cases].index(search.search_id)
    assert scores[own] == -np.inf
    assert np.isfinite(np.delete(scores, own)).all()
    assert not np.array_equal(scores, ours.scores(search))


def test_pairs_are_the_same_at_every_run(material):
    drawn = [[search.search_id for search in members_task(material, 5).searches] for _ in range(2)]
    assert drawn[0] == drawn[1]


def test_a_ruling_is_the_search_for_the_others_of_its_theme(tmp_path):
    rows = [{"id": f"R{n}", "theme": "a" if n < 3 else "b", "summary": f"zaak {n}"} for n in range(4)]
    (tmp_path / "themes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (tmp_path / "bodies.jsonl").write_text(json.dumps({"id": "R1", "text": "de uitspraak"}) + "\n", "utf-8")
    task = rulings_task(tmp_path / "themes.jsonl", tmp_path / "bodies.jsonl")
    assert {search.search_id for search in task.searches} == {"R0", "R1", "R2"}  # R3 is alone
    assert task.relevant["R0"] == {"R1": 1, "R2": 1}
    assert [case.situation for case in task.cases] == ["", "de uitspraak", "", ""]


def test_a_beir_folder_gives_the_same_judgements(material, task, tmp_path):
    write_beir(material, material.queries, tmp_path)
    read = beir_task(tmp_path)
    assert read.relevant == task.relevant
    assert [search.text for search in read.searches] == [search.text for search in task.searches]


def test_the_page_holds_every_system_and_no_text_of_a_case(task, found):
    report = report_of(task, found)
    page = search_page([report], "model@1", date(2026, 11, 22), "chart.svg")
    for row in report.rows:
        assert f"{row.figures['all']['nDCG@10'].value:.3f}" in page
    assert not any(search.text in page for search in task.searches)
    assert not any(case.case_id in page for case in task.cases)


def test_the_chart_is_drawn_to_scale(task, found):
    row = report_of(task, found).row(OURS)
    found_figure = row.figures["all"]["nDCG@10"]
    drawn = figure_chart("t", [(OURS, found_figure)], ours=OURS, goal=0.5)
    assert f'width="{380 * found_figure.value:.1f}"' in drawn
    assert "M390.0 " in drawn  # the goal, half-way
