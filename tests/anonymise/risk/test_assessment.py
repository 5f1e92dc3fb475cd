# SPDX-License-Identifier: EUPL-1.2
import time
from random import Random

import pytest

from anonymise.risk.assessment import ReasonKind, RiskAssessment, RiskLevel, assess
from anonymise.risk.collection import Collection, Pair
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import KNOWABLE, Trait

MS: Pair = ("ziekte", "ms")
RARE_ILL: Pair = ("bijzonder", "zeldzame-ziekte")
ZEELAND: Pair = ("regio", "Zeeland")
SIXTY: Pair = ("leeftijd", "60-64")
WOMAN: Pair = ("geslacht", "vrouw")
NEWS: Pair = ("bijzonder", "in-het-nieuws")
HIDING: Pair = ("bijzonder", "gevaar-bij-herkenning")


def weigh(rules: RiskRules, *pairs: Pair, suspects: int = 0, others: int = 0) -> RiskAssessment:
    """A case in a collection with so many others that are the same."""
    collection = Collection({f"A-{number}": pairs for number in range(others + 1)})
    return assess(pairs, collection, rules, suspects=suspects)


def test_a_case_that_tells_nothing_is_low(rules: RiskRules) -> None:
    found = weigh(rules)
    assert (found.level, found.score, found.reasons) == (RiskLevel.LOW, 0.0, ())
    assert not found.needs_second_reviewer


def test_a_common_description_is_low_even_when_nobody_shares_it(rules: RiskRules) -> None:
    found = weigh(rules, WOMAN, SIXTY, ZEELAND)
    assert (found.level, found.needs_second_reviewer, found.k) == (RiskLevel.LOW, False, 1)


def test_the_reason_reads_as_a_sentence(rules: RiskRules) -> None:
    found = weigh(rules, WOMAN, SIXTY, ZEELAND, RARE_ILL)
    assert found.needs_second_reviewer
    assert found.reasons[0].words.nl == (
        "Er is maar één casus met: 60-64 jaar, in Zeeland, zeldzame ziekte. "
        "Dat past naar schatting bij zo'n 10 mensen in Nederland."
    )
    assert found.reasons[0].words.en == (
        "There is only one case with: aged 60-64, in Zeeland, rare disease. "
        "We think that this fits about 10 people in the Netherlands."
    )
    assert found.reasons[0].pairs == (SIXTY, ZEELAND, RARE_ILL)
    assert found.k == 1
    assert found.people == pytest.approx(13.4, rel=0.01)


def test_several_cases_are_counted_in_the_sentence(rules: RiskRules) -> None:
    found = weigh(rules, SIXTY, ZEELAND, MS, others=2)
    assert found.reasons[0].words.nl.startswith("Er zijn maar 3 casussen met: 60-64 jaar, in Zeeland")


def test_a_collection_that_grows_lowers_the_risk(rules: RiskRules) -> None:
    few, many = (weigh(rules, SIXTY, ZEELAND, MS, others=others) for others in (3, 4))
    assert (few.k, few.needs_second_reviewer) == (4, True)
    assert (many.k, many.needs_second_reviewer, many.level) == (5, False, RiskLevel.LOW)
    assert many.score < few.score


def test_a_known_story_is_told_without_a_count(rules: RiskRules) -> None:
    found = weigh(rules, NEWS)
    assert found.reasons[0].kind is ReasonKind.RARE
    assert found.reasons[0].words.nl.endswith("herkennen: in het nieuws geweest.")
    assert found.needs_second_reviewer


def test_danger_asks_for_a_second_person_whatever_else_is_told(rules: RiskRules) -> None:
    found = weigh(rules, HIDING, others=100)
    assert (found.needs_second_reviewer, found.level) == (True, RiskLevel.MIDDLE)
    assert [reason.kind for reason in found.reasons] == [ReasonKind.HARM]


def test_suspects_raise_the_score_and_are_told_but_need_no_second_person(rules: RiskRules) -> None:
    scores = [weigh(rules, WOMAN, suspects=count).score for count in (0, 1, 3, 5, 500)]
    assert scores[:4] == sorted(set(scores[:4]))
    assert scores[3] == scores[4]
    found = weigh(rules, WOMAN, suspects=3)
    assert found.reasons[0].words.nl == "Op 3 plekken in de tekst staat misschien nog een naam of nummer."
    assert not found.needs_second_reviewer


@pytest.mark.parametrize(
    "more", [MS, RARE_ILL, NEWS, HIDING, ("beroep", "beveiliging"), ("nationaliteit", "buiten de EU")]
)
def test_telling_more_never_lowers_the_score(rules: RiskRules, more: Pair) -> None:
    before = weigh(rules, WOMAN, SIXTY, ZEELAND)
    after = weigh(rules, WOMAN, SIXTY, ZEELAND, more)
    assert 0 <= before.score <= after.score <= 1


def test_at_most_three_combinations_are_told_and_each_adds_something(rules: RiskRules) -> None:
    pairs = [
        WOMAN,
        SIXTY,
        ZEELAND,
        MS,
        RARE_ILL,
        ("beroep", "beveiliging"),
        ("nationaliteit", "buiten de EU"),
    ]
    told = [r.pairs for r in weigh(rules, *pairs).reasons if r.kind is ReasonKind.COMBINATION]
    assert 1 <= len(told) <= 3
    for number, some in enumerate(told):
        assert not set(some) <= {pair for earlier in told[:number] for pair in earlier}


def test_every_class_can_be_told_in_both_languages(rules: RiskRules) -> None:
    from anonymise.risk.wording import coarser, pair_words

    for trait, value in rules.classes:
        words = pair_words((trait, value), rules)
        assert words.nl
        assert words.en
    assert pair_words(("leeftijd", "60-64"), rules).nl == "60-64 jaar"
    assert pair_words(("bijzonder", "zeldzame-ziekte: ALS"), rules).nl == "zeldzame ziekte (ALS)"
    assert pair_words(("regio", "Achterhoek"), rules).nl == "in de Achterhoek"
    told = set(KNOWABLE) - {Trait.SEX, Trait.HOUSEHOLD}
    assert all(coarser(trait).nl and coarser(trait).en for trait in told)


def test_a_thousand_cases_of_ten_thousand_take_less_than_two_seconds(rules: RiskRules) -> None:
    chance = Random(7)
    values: dict[str, list[str]] = {"leeftijd": [f"{age}-{age + 4}" for age in range(15, 80, 5)]}
    for trait, value in rules.classes:
        values.setdefault(trait, []).append(value)
    cases = {
        str(number): [(trait, chance.choice(some)) for trait, some in values.items() if chance.random() < 0.6]
        for number in range(10_000)
    }
    started = time.process_time()
    collection = Collection(cases)
    for number in range(1000):
        assess(cases[str(number)], collection, rules, suspects=0)
    assert time.process_time() - started < 2
