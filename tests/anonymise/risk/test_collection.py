# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from anonymise.risk.collection import Collection, Pair

PAIRS: list[Pair] = [("geslacht", "vrouw"), ("geslacht", "man"), ("regio", "Zeeland"), ("ziekte", "ms")]
CASES = st.dictionaries(st.sampled_from("abcdefghij"), st.frozensets(st.sampled_from(PAIRS)), max_size=10)
VROUW, MAN, ZEELAND, MS = PAIRS


@given(CASES)
def test_counts_are_those_of_counting_one_by_one(cases: dict[str, frozenset[Pair]]) -> None:
    collection = Collection(cases)
    for size in range(4):
        for some in combinations(PAIRS, size):
            assert collection.count(some) == sum(set(some) <= pairs for pairs in cases.values())


@given(CASES, CASES)
def test_adding_one_by_one_is_the_same_as_at_once_and_a_later_version_counts(
    first: dict[str, frozenset[Pair]], later: dict[str, frozenset[Pair]]
) -> None:
    grown = Collection(first)
    for case_id, pairs in later.items():
        grown.add(case_id, pairs)
    whole = Collection({**first, **later})
    assert len(grown) == len(whole)
    for some in (*combinations(PAIRS, 1), *combinations(PAIRS, 2)):
        assert grown.count(some) == whole.count(some)


@given(CASES, st.sets(st.sampled_from("abcdefghij")))
def test_what_is_removed_counts_no_longer(cases: dict[str, frozenset[Pair]], gone: set[str]) -> None:
    collection = Collection(cases)
    for case_id in gone:
        collection.remove(case_id)
    left = {case_id: pairs for case_id, pairs in cases.items() if case_id not in gone}
    assert len(collection) == len(left)
    for some in (*combinations(PAIRS, 1), *combinations(PAIRS, 2)):
        assert collection.count(some) == sum(set(some) <= pairs for pairs in left.values())
    for case_id in "abcdefghij":
        assert (case_id in collection) == (case_id in left)
        assert collection.pairs_of(case_id) == left.get(case_id, frozenset())


def test_one_case_more_leaves_the_collection_as_it_was() -> None:
    collection = Collection({"a": [VROUW]})
    assert collection.with_case("b", [VROUW, MS]).count([VROUW]) == 2
    assert collection.with_case("a", [MAN]).count([VROUW]) == 0
    assert (len(collection), collection.count([VROUW]), collection.count([MS])) == (1, 1, 0)


def test_a_band_of_ten_years_counts_the_bands_of_five_in_it() -> None:
    ages = {"a": "50-54", "b": "55-59", "c": "50-59", "d": "60-64"}
    collection = Collection({case_id: [("leeftijd", age), MS] for case_id, age in ages.items()})
    assert collection.count([("leeftijd", "50-59"), MS]) == 3
    assert collection.count([("leeftijd", "50-54")]) == 1
    assert collection.count([("leeftijd", "90+")]) == 0


def test_a_share_is_never_nothing() -> None:
    collection = Collection({"a": [VROUW], "b": [MAN], "c": [MAN]})
    assert collection.share(MAN) == 0.75
    assert collection.share(ZEELAND) == 0.25
    assert Collection().share(MAN) == 1.0
