# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from anonymise.risk.assessment import Coarsening, assess
from anonymise.risk.coarsening import coarser_text, with_proposals
from anonymise.risk.collection import Collection
from anonymise.risk.reading import traits_of
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import Trait
from casebase.record import SafeCase

STORY = (
    "Mevrouw [CLIËNT], 60-64 jaar, woont in [PLAATS-1: Zeeland] en werkte als tandartsassistente. "
    "Zij heeft ALS. Een tandartsassistente met ALS kan niet werken."
)


def proposals(rules: RiskRules, situation: str, **fields: object) -> list[tuple[str, str, str]]:
    """Field, words that stand there, words proposed."""
    case = SafeCase.model_validate(
        {"case_id": "A-1", "received_on": date(2024, 5, 2), "situation": situation, **fields}
    )
    traits = traits_of(case, rules)
    collection = Collection({case.case_id: traits.values})
    found = with_proposals(assess(traits.values, collection, rules, suspects=0), case, traits, rules)
    texts = case.narrative()
    return [(p.field, texts[p.field][p.start : p.end], p.text) for p in found.proposals]


def test_every_place_of_a_telling_trait_gets_a_coarser_text_in_reading_order(rules: RiskRules) -> None:
    found = proposals(rules, STORY, decision="Voor een patiënt met ALS is er geen rem.")
    assert found == [
        ("situation", "60-64", "60-69"),
        ("situation", "[PLAATS-1: Zeeland]", "[PLAATS-1]"),
        ("situation", "tandartsassistente", "medewerker in de zorg"),
        ("situation", "ALS", "een ernstige ziekte"),
        ("situation", "tandartsassistente", "medewerker in de zorg"),
        ("situation", "ALS", "een ernstige ziekte"),
        ("decision", "ALS", "een ernstige ziekte"),
    ]


def test_the_small_word_als_is_left_alone(rules: RiskRules) -> None:
    words = [words for _, words, _ in proposals(rules, STORY)]
    assert "als" not in words


def test_a_case_without_reasons_gets_no_proposals(rules: RiskRules) -> None:
    assert proposals(rules, "Mevrouw [CLIËNT], 60-64 jaar, werkte als tandartsassistente.") == []


def test_what_was_accepted_is_not_proposed_again(rules: RiskRules) -> None:
    story = STORY
    for _ in range(20):
        found = [p for p in _found(rules, story) if p.field == "situation"]
        if not found:
            break
        last = found[-1]
        story = story[: last.start] + last.text + story[last.end :]
    assert _found(rules, story) == ()
    assert "60-64" not in story or "ALS" not in story


def _found(rules: RiskRules, story: str) -> tuple[Coarsening, ...]:
    case = SafeCase(case_id="A-1", situation=story)
    traits = traits_of(case, rules)
    collection = Collection({case.case_id: traits.values})
    return with_proposals(assess(traits.values, collection, rules, suspects=0), case, traits, rules).proposals


@pytest.mark.parametrize(
    ("trait", "value", "words", "expected"),
    [
        (Trait.AGE, "60-64", "60-64", "60-69"),
        (Trait.AGE, "65-69", "65-69", "60-69"),
        (Trait.AGE, "60-69", "60-69", ""),
        (Trait.AGE, "90+", "90+", ""),
        (Trait.AGE, "65-69", "[geboren 1955-1959]", "[geboren 1950-1959]"),
        (Trait.REGION, "Zeeland", "[PLAATS-2: Zeeland]", "[PLAATS-2]"),
        (Trait.NATIONALITY, "buiten de EU", "[NATIONALITEIT: buiten EU/EER]", "[NATIONALITEIT]"),
        (Trait.NATIONALITY, "buiten de EU", "statushouder", ""),
        (Trait.OCCUPATION, "winkel", "[WERKGEVER: bakkerij]", "[WERKGEVER]"),
        (Trait.OCCUPATION, "zorg", "kraamverzorgster", "medewerker in de zorg"),
        (Trait.OCCUPATION, "beveiliging", "Beveiliger", ""),
        (Trait.CHILDREN, "6+", "zeven kinderen", "kinderen"),
        (Trait.RARE, "openbaar-ambt", "wethouder", "bestuurder"),
        (Trait.HOUSEHOLD, "alleenstaand", "alleenstaand", ""),
        (Trait.SEX, "vrouw", "mevrouw", ""),
    ],
)
def test_coarser_words(rules: RiskRules, trait: Trait, value: str, words: str, expected: str) -> None:
    assert coarser_text(trait, value, words, rules) == expected
