# SPDX-License-Identifier: EUPL-1.2
"""Cases with nearly the same text: which are, and which only tell of the same problem."""

import random
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysed import case_keys
from index.dutch import load_analysis
from index.near_duplicates import ALIKE, LEAST_RUNS, RUN, leaders_of

WORDS = [f"woord{number}" for number in range(4_000)]


def text(seed, length=150):
    return random.Random(seed).choices(WORDS, k=length)


def altered(words, share, seed):
    """The words with a share of them replaced, left out or followed by another one."""
    rng = random.Random(seed)
    found = []
    for word in words:
        ways = [[word]] if rng.random() >= share else [[rng.choice(WORDS)], [], [word, rng.choice(WORDS)]]
        found += rng.choice(ways)
    return found


@pytest.fixture(scope="module")
def documents(root):
    """The words of the invented cases: twelve for every problem, each told in other words."""
    sys.path.insert(0, str(root))
    try:
        from benchmarks.search.material import read_material
    finally:
        sys.path.remove(str(root))
    return [list(case_keys(case, load_analysis()).keys) for case in read_material().cases]


def test_cases_about_the_same_problem_in_other_words_are_no_near_duplicates(documents):
    assert leaders_of(documents).tolist() == list(range(270))


@pytest.mark.parametrize(("share", "least"), [(0.02, 1.0), (0.05, 1.0), (0.1, 0.95)])
def test_a_copy_with_some_words_changed_is_found_and_goes_with_its_own_case(documents, share, least):
    copies = [altered(words, share, seed) for seed, words in enumerate(documents)]
    leaders = leaders_of([*documents, *copies])[len(documents) :]
    own = np.arange(len(documents))
    assert np.mean(leaders == own) >= least
    assert not np.any((leaders != own) & (leaders < len(documents)))


def test_the_lowest_row_leads_and_the_others_are_alone():
    one = text(1)
    assert leaders_of([text(2), one, altered(one, 0.05, 1), text(3), list(one)]).tolist() == [0, 1, 1, 3, 1]


def test_a_new_version_with_a_decision_added_goes_with_the_old_one():
    assert leaders_of([text(1), text(1) + text(2, 100)]).tolist() == [0, 0]


def test_a_text_that_shares_only_a_standard_paragraph_stays_alone():
    standard = text(9, 75)
    assert leaders_of([standard + text(1, 75), standard + text(2, 75)]).tolist() == [0, 1]


def test_a_chain_of_small_changes_joins_no_different_cases():
    versions = [text(1)]
    for seed in range(12):
        versions.append(altered(versions[-1], 0.1, seed))
    leaders = leaders_of(versions)
    assert leaders[1] == 0
    assert leaders[12] != 0


@pytest.mark.parametrize("length", [0, 1, 2, LEAST_RUNS + RUN - 2])
def test_of_a_very_short_text_nothing_is_said(length):
    assert leaders_of([text(1, length), text(1, length)]).tolist() == [0, 1]


def test_a_text_of_one_word_over_and_over_stays_alone():
    assert leaders_of([["lorem"] * 500, ["lorem"] * 500]).tolist() == [0, 1]


def test_no_texts_have_no_leaders():
    assert leaders_of([]).tolist() == []


def test_a_large_group_is_held_together():
    base = text(1)
    leaders = leaders_of([altered(base, 0.03, seed) for seed in range(300)])
    assert set(leaders.tolist()) == {0}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), max_size=12))
def test_each_member_has_a_leader_that_leads_itself_and_order_does_not_change_who_is_alone(made):
    documents = [altered(text(seed), 0.02 * change, change) for seed, change in made]
    leaders = leaders_of(documents).tolist()
    assert all(leaders[leader] == leader <= row for row, leader in enumerate(leaders))
    assert all(made[row][0] == made[leader][0] for row, leader in enumerate(leaders))
    backwards = leaders_of(documents[::-1]).tolist()[::-1]
    assert [leaders.count(leaders[row]) > 1 for row in range(len(made))] == [
        backwards.count(backwards[row]) > 1 for row in range(len(made))
    ]


def test_the_threshold_lies_far_from_both_sides(documents):
    """Different cases stay below a tenth of it."""
    from index import near_duplicates

    runs = list(near_duplicates._runs(documents))
    highest = max(
        near_duplicates.resemblance(runs[one], runs[other]) for one in range(60) for other in range(one)
    )
    assert highest < ALIKE / 10
