# SPDX-License-Identifier: EUPL-1.2
"""Found once in a case is found in all its fields, and one person keeps one placeholder."""

from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.names.repeated import RepeatedNames
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.record import RawCase
from casebase.vocabulary import Kind


def repeats(lists: Path, value: str, kind: Kind, text: str, score: float = 0.9) -> list[str]:
    found = {"a": [PiiSpan(0, len(value), kind, score, "test")]}
    words = load_word_lists(lists)
    names = RepeatedNames({"a": value}, found, words)
    return sorted({text[span.start : span.end] for span in names.find(TokenisedText(text, words))})


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        ("Petra van der Linden", "petra belde, LINDEN ook", ["LINDEN", "petra"]),
        ("Karim Bouali", "Karims oom, karim zelf en Bouali's brief", ["Bouali", "Karim", "karim"]),
        ("Sanne Ramakers-Wolfs", "mw Ramakers belt", ["Ramakers"]),
        ("Roos van Amerongen", "toen kwam Roos. Een roos bloeide. Roos belde.", ["Roos"]),
        ("Ronald Mei", "in mei niets, daarna zei Mei ja", ["Mei"]),
        ("Wil Koning", "Wil hij dat? De koning te rijk.", []),
        ("Amber de Boer", "Wet Amber geldt voor Amber", ["Amber"]),
    ],
)
def test_a_person_is_found_again_in_part_and_in_any_case(
    lists: Path, value: str, text: str, found: list[str]
) -> None:
    assert repeats(lists, value, Kind.PERSON, text) == found


@pytest.mark.parametrize(
    ("kind", "value", "text", "found"),
    [
        (Kind.ORG, "Kuijpers Verpakkingen", "Kuijpers belde over verpakkingen", ["Kuijpers"]),
        (Kind.ORG, "De Groene Pet", "bij de groene pet op", []),
        (Kind.ORG, "Brabantbus", "ook Brabantbus zegt dat", ["Brabantbus"]),
        (Kind.CITY, "Borne", "in Borne bleef hij", ["Borne"]),
        (Kind.CITY, "Dalen", "de kosten dalen", []),
    ],
)
def test_firms_and_places_are_found_again(
    lists: Path, kind: Kind, value: str, text: str, found: list[str]
) -> None:
    assert repeats(lists, value, kind, text) == found


def test_a_weak_finding_is_not_looked_for_elsewhere(lists: Path) -> None:
    assert repeats(lists, "Kennisverslag", Kind.PERSON, "het Kennisverslag", score=0.5) == []


def test_one_person_keeps_one_placeholder_over_all_fields(anonymiser: Anonymiser) -> None:
    raw = RawCase(
        case_id="X-1",
        title="Schuld van Fatma",
        situation="Klant F. Yilmaz-de Boer belt met haar zoon Emre. Mw. Yilmaz is boos.",
        decision="FATMA krijgt gelijk, Emre ook.",
    )

    safe = anonymiser.anonymise_case(raw)

    assert safe.title == "Schuld van [CLIËNT]"
    assert safe.situation == "Klant [CLIËNT] belt met haar zoon [KIND-1]. Mw. [CLIËNT] is boos."
    assert safe.decision == "[CLIËNT] krijgt gelijk, [KIND-1] ook."


def test_a_name_with_a_cue_in_one_field_is_found_without_one_in_another(anonymiser: Anonymiser) -> None:
    texts = {"situation": "dhr veldkate is ziek", "lessons": "bel eerst met veldkate zelf"}

    found = anonymiser.find_in_fields(texts)

    assert [texts["lessons"][span.start : span.end] for span in found["lessons"]] == ["veldkate"]
