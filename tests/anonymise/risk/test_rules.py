# SPDX-License-Identifier: EUPL-1.2
import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from anonymise.risk.population import expected_people, people_with
from anonymise.risk.rules import RiskListError, RiskRules, load_risk_rules, rare_value
from anonymise.risk.traits import Trait


@pytest.fixture
def lists(tmp_path: Path, root: Path) -> Path:
    for name in ("traits.toml", "rare.toml", "regulations.tsv"):
        shutil.copy(root / "data" / "lists" / name, tmp_path / name)
    return tmp_path


def tables(root: Path) -> dict[str, dict[str, Any]]:
    """Every class with words, by ``trait.value``."""
    traits = tomllib.loads((root / "data/lists/traits.toml").read_text(encoding="utf-8"))
    rare = tomllib.loads((root / "data/lists/rare.toml").read_text(encoding="utf-8"))
    told = {f"occupation.{value}": told for value, told in traits["occupation"].items()}
    told |= {f"diagnosis.{value}": told for value, told in traits["diagnosis"].items()}
    return told | {f"rare.{value}": told for value, told in rare.items()}


def test_no_word_stands_in_two_classes_of_a_list(root: Path) -> None:
    words = Counter(
        (name.partition(".")[0], word) for name, told in tables(root).items() for word in set(told["words"])
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_every_class_with_words_says_what_to_write_instead(root: Path) -> None:
    assert [name for name, told in tables(root).items() if not told.get("coarser")] == []


def test_the_ages_add_up_to_the_population(rules: RiskRules) -> None:
    assert sum(rules.ages) == pytest.approx(rules.people, rel=0.02)


def test_the_provinces_add_up_to_the_population(rules: RiskRules) -> None:
    provinces = (
        "Groningen Friesland Drenthe Overijssel Flevoland Gelderland Utrecht Noord-Holland Zuid-Holland"
    )
    names = [*provinces.split(), "Zeeland", "Noord-Brabant", "Limburg"]
    assert sum(people_with(("regio", name), rules) for name in names) == pytest.approx(rules.people, rel=0.02)


def test_every_region_that_a_placeholder_can_name_is_known(root: Path, rules: RiskRules) -> None:
    from anonymise.regions import load_regions

    unknown = [name for name in load_regions(root / "data/lists").names if not rules.region_named(name)]
    assert unknown == []


@pytest.mark.parametrize(
    ("pair", "people"),
    [
        (("leeftijd", "50-54"), 1_200_000),
        (("leeftijd", "50-59"), 2_510_000),
        (("leeftijd", "90+"), 140_000),
        (("regio", "andere regio"), 300_000),
        (("bijzonder", "zeldzame-ziekte"), 9_000),
        (("ziekte", "ms"), 25_000),
        (("ziekte", "een nieuwe"), 17_900_000),
    ],
)
def test_how_many_people_have_a_trait(rules: RiskRules, pair: tuple[str, str], people: float) -> None:
    assert people_with(pair, rules) == people


def test_expected_people_are_the_product_of_the_shares(rules: RiskRules) -> None:
    pairs = [("geslacht", "vrouw"), ("regio", "Zeeland"), ("ziekte", "ms")]
    assert expected_people(pairs, rules) == pytest.approx(9000 * 390 * 25 / 17900**2 * 1000)
    assert expected_people([], rules) == rules.people


def test_the_version_follows_the_lists(lists: Path) -> None:
    before = load_risk_rules(lists).version
    assert load_risk_rules(lists).version == before
    with (lists / "rare.toml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert load_risk_rules(lists).version != before


@pytest.mark.parametrize("name", ["traits.toml", "rare.toml", "regulations.tsv"])
def test_a_missing_list_is_told_in_one_sentence(lists: Path, name: str) -> None:
    (lists / name).unlink()
    with pytest.raises(RiskListError, match=name):
        load_risk_rules(lists)


@pytest.mark.parametrize("content", ["[", "people = 1", '[x]\nnl = "x"\nen = "x"\npeople = 1\nwords = ["*"]'])
def test_a_faulty_list_is_told_in_one_sentence(lists: Path, content: str) -> None:
    (lists / "rare.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RiskListError, match=r"\.toml"):
        load_risk_rules(lists)


def test_values_fit_the_table_of_the_database(rules: RiskRules, root: Path) -> None:
    from casebase.tables import TRAIT_LENGTH

    rare = tomllib.loads((root / "data/lists/rare.toml").read_text(encoding="utf-8"))
    values = [rare_value(group, phrase) for group, told in rare.items() for phrase in told["words"]]
    assert max(map(len, values)) <= TRAIT_LENGTH

    assert all(len(value) <= TRAIT_LENGTH for _, value in rules.classes)
    assert all(len(trait) <= 40 for trait in Trait)
