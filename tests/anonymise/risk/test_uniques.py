# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.risk.collection import Collection, Pair
from anonymise.risk.population import expected_people
from anonymise.risk.rules import RiskRules
from anonymise.risk.uniques import knowable, rarest_combination, telling_combinations

MS: Pair = ("ziekte", "ms")
ZEELAND: Pair = ("regio", "Zeeland")
FIFTY: Pair = ("leeftijd", "50-54")
WOMAN: Pair = ("geslacht", "vrouw")
CARE: Pair = ("beroep", "zorg")
OFFICE: Pair = ("bijzonder", "openbaar-ambt")
ILL: Pair = ("bijzonder", "zeldzame-ziekte")
NEWS: Pair = ("bijzonder", "in-het-nieuws")
SOME = [MS, ZEELAND, FIFTY, WOMAN, CARE, OFFICE, ILL, NEWS, ("beroep", "horeca"), ("regio", "Utrecht")]


def alone(*pairs: Pair) -> Collection:
    return Collection({"A-1": pairs})


def test_context_is_not_weighed_and_the_order_is_that_of_a_sentence() -> None:
    pairs = [("bedrag", "tot 1000"), MS, ("regeling", "WIA"), FIFTY, ("kwartaal", "2024-K2"), WOMAN]
    assert knowable(pairs) == (WOMAN, FIFTY, MS)


def test_a_combination_that_fits_many_people_is_not_told_however_few_cases_share_it(
    rules: RiskRules,
) -> None:
    pairs = knowable([WOMAN, FIFTY, ZEELAND])  # some 13,000 people
    assert telling_combinations(pairs, alone(*pairs), rules) == []


def test_a_combination_that_fits_few_people_is_told(rules: RiskRules) -> None:
    pairs = knowable([WOMAN, FIFTY, ZEELAND, MS])
    found = telling_combinations(pairs, alone(*pairs), rules)
    assert [combination.pairs for combination in found] == [(FIFTY, ZEELAND, MS)]
    assert found[0].cases == 1
    assert found[0].people == pytest.approx(390_000 * 1_200_000 * 25_000 / 17_900_000**2)


def test_five_cases_that_share_it_lift_it(rules: RiskRules) -> None:
    pairs = knowable([FIFTY, ZEELAND, MS])
    four = Collection({f"A-{number}": pairs for number in range(4)})
    assert telling_combinations(pairs, four, rules)[0].cases == 4
    assert telling_combinations(pairs, four.with_case("A-5", pairs), rules) == []


def test_only_minimal_combinations_are_told(rules: RiskRules) -> None:
    pairs = knowable([WOMAN, ZEELAND, OFFICE])
    found = telling_combinations(pairs, alone(*pairs), rules)
    assert [combination.pairs for combination in found] == [(ZEELAND, OFFICE)]


def test_a_known_story_is_enough_by_itself(rules: RiskRules) -> None:
    assert [c.pairs for c in telling_combinations((NEWS,), alone(NEWS), rules)] == [(NEWS,)]


def test_a_known_story_is_shared_by_nobody_however_many_cases_have_one(rules: RiskRules) -> None:
    many = Collection({f"A-{number}": [NEWS] for number in range(50)})
    assert [c.cases for c in telling_combinations((NEWS,), many, rules)] == [1]


def test_five_rare_illnesses_are_not_alike(rules: RiskRules) -> None:
    names = ("ALS", "huntington", "marfan", "rett-syndroom", "sarcoïdose")
    ill = [("bijzonder", f"zeldzame-ziekte: {name}") for name in names]
    collection = Collection({pair[1]: [FIFTY, ZEELAND, pair] for pair in ill})
    found = telling_combinations(knowable([FIFTY, ZEELAND, ill[0]]), collection, rules)
    assert [(c.pairs, c.cases) for c in found] == [((FIFTY, ZEELAND, ill[0]), 1)]


def test_a_rare_form_is_never_counted_together_with_the_trait_that_it_is_a_form_of(
    rules: RiskRules,
) -> None:
    pairs = knowable([CARE, OFFICE, MS, ILL])
    for combination in telling_combinations(pairs, alone(*pairs), rules):
        assert not {CARE, OFFICE} <= set(combination.pairs)
        assert not {MS, ILL} <= set(combination.pairs)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.sampled_from(SOME), max_size=7), min_size=1, max_size=9))
def test_what_is_told_is_minimal_and_meets_both_limits(rules: RiskRules, cases: list[set[Pair]]) -> None:
    collection = Collection({str(number): pairs for number, pairs in enumerate(cases)})
    found = telling_combinations(knowable(cases[0]), collection, rules)
    for combination in found:
        shared = sum(set(combination.pairs) <= pairs for pairs in cases)
        assert combination.cases == (1 if NEWS in combination.pairs else shared) < 5
        assert combination.people == expected_people(combination.pairs, rules) < 100
        assert len(combination.pairs) <= 3
    for one, other in combinations(found, 2):
        assert not set(one.pairs) <= set(other.pairs)
        assert not set(other.pairs) <= set(one.pairs)


def test_the_rarest_three_traits_stand_for_a_case_that_tells_nothing(rules: RiskRules) -> None:
    pairs = knowable([WOMAN, FIFTY, ZEELAND, CARE])
    found = rarest_combination(pairs, alone(*pairs), rules)
    assert found is not None
    assert found.pairs == (FIFTY, ZEELAND, CARE)
    assert rarest_combination((), Collection(), rules) is None
