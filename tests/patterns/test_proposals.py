# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from patterns.evaluation import evaluate_proposals
from patterns.proposal_numbers import FILE, ProposalFileError, load_numbers, read_numbers
from patterns.proposals import grouped, looked_at, propose, together


def test_cases_about_one_problem_are_proposed_together(told: Any) -> None:
    scores = evaluate_proposals(told.collection, told.themes)
    assert (scores.found, scores.recall) == (5, 1)
    assert scores.precision > 0.5
    assert scores.loose_taken < 0.6 * scores.loose


def test_the_same_cases_give_the_same_proposals(told: Any) -> None:
    assert propose(told.collection) == propose(told.collection)


def test_a_case_is_in_one_proposal_at_most(told: Any) -> None:
    members = [case_id for group in propose(told.collection) for case_id in group.case_ids]
    assert len(members) == len(set(members))


def test_only_the_given_cases_are_proposed(told: Any) -> None:
    rows = np.arange(0, 40)
    proposed = {case_id for group in propose(told.collection, rows=rows) for case_id in group.case_ids}
    assert proposed
    assert proposed <= {told.collection.case_ids[row] for row in rows}


def test_near_duplicates_count_once_and_go_along(told: Any) -> None:
    group = propose(told.collection)[0]
    leader, copy = sorted(group.case_ids)[:2]
    leaders = told.collection.leaders.copy()
    leaders[told.collection.row_of[copy]] = told.collection.row_of[leader]
    changed = propose(replace(told.collection, leaders=leaders))
    same = next(each for each in changed if leader in each.case_ids)
    assert copy in same.case_ids
    assert same.distinct == len(same.case_ids) - 1


def test_every_proposal_has_three_different_cases(told: Any) -> None:
    leaders = told.collection.leaders.copy()
    group = propose(told.collection)[0]
    rows = sorted(told.collection.row_of[case_id] for case_id in group.case_ids)
    leaders[rows] = rows[0]
    changed = propose(replace(told.collection, leaders=leaders))
    assert all(each.distinct >= 3 for each in changed)
    assert not any(set(each.case_ids) == set(group.case_ids) for each in changed)


def test_cases_of_one_earlier_proposal_are_together() -> None:
    alike = np.zeros((5, 5))
    alike[0, 1] = alike[1, 0] = alike[2, 4] = alike[4, 2] = 0.4
    before = np.array([0, 0, 0, 1, -1])
    every = together(before, csr_array(alike)).toarray()
    assert np.argwhere(every).tolist() == [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]
    assert np.argwhere(together(before, csr_array(alike), most=2).toarray()).tolist() == [[0, 1], [1, 0]]
    assert together(np.full(5, -1), csr_array(alike)).nnz == 0


def test_where_neighbours_are_a_large_part_of_the_collection_more_company_is_asked(told: Any) -> None:
    numbers = load_numbers()
    lenient = numbers.model_copy(update={"company": numbers.company.model_copy(update={"crowding": 0.0})})
    seen = looked_at(told.collection, None, numbers)
    assert seen.crowd == pytest.approx(max(4, len(seen.leaders) // 12) / (len(seen.leaders) - 1))
    strict, loose = (
        {case_id for group in grouped(seen, each) for case_id in group.case_ids}
        for each in (numbers, lenient)
    )
    assert len(strict) < len(loose)
    far = replace(seen, crowd=numbers.company.usual)
    assert grouped(far, numbers) == grouped(far, lenient)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 9])
def test_few_cases_give_few_proposals_and_no_error(told: Any, size: int) -> None:
    groups = propose(told.collection, rows=np.arange(size))
    assert sum(len(group.case_ids) for group in groups) <= size


def test_a_group_shows_no_case_numbers_in_logs(told: Any) -> None:
    assert "C-0" not in repr(propose(told.collection)[0])


def test_the_shipped_numbers_are_read() -> None:
    assert load_numbers() == read_numbers(FILE)


@pytest.mark.parametrize("content", ["", "[space]\nlatent = 'much'", "[[", "\0"])
def test_a_damaged_file_with_numbers_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "proposals.toml").write_text(content, "utf-8")
    with pytest.raises(ProposalFileError):
        read_numbers(tmp_path / "proposals.toml")
