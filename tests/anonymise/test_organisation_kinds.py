# SPDX-License-Identifier: EUPL-1.2
"""Places, organisations and nationalities become what matters of them."""

from pathlib import Path

import pytest

from anonymise.consistency import link_organisations
from anonymise.gold import read_marks
from anonymise.numbering import tag_spans
from anonymise.policy import Policy, load_policy
from anonymise.replacement import replace_spans
from anonymise.spans import PiiSpan


@pytest.fixture(scope="module")
def policy(lists: Path) -> Policy:
    return load_policy(lists)


def safe_text(marked: str, policy: Policy) -> str:
    text, marks = read_marks(marked)
    found = {"text": [PiiSpan(mark.start, mark.end, mark.kind, 1.0, "test") for mark in marks]}
    tagged = tag_spans({"text": text}, found, policy)
    return replace_spans(text, tagged["text"], policy.placeholders, "text").text


@pytest.mark.parametrize(
    ("marked", "safe"),
    [
        ("vervoer naar [[ORG|De Wissel]]", "vervoer naar [ORGANISATIE-1]"),
        ("verhuurder woningcorporatie de [[ORG|Poort]]", "verhuurder woningcorporatie de [ORGANISATIE-1]"),
        ("de [[ORG|Gereformeerde School]]", "de [SCHOOL]"),
        ("Zij werkte bij [[ORG|Bakkerij Van Dongen]].", "Zij werkte bij [WERKGEVER: bakkerij]."),
        ("wg [[ORG|Van Dongen]], een bakkerij,", "wg [WERKGEVER: bakkerij], een bakkerij,"),
        ("Werkgever: bakkerij [[ORG|Brood & Zo]]", "Werkgever: bakkerij [WERKGEVER]"),
        ("via [[ORG|Kasprofs Uitzendgroep]]", "via [BEDRIJF: uitzendbureau]"),
        ("de [[ORG|Tulpenkwekerij Wester]]", "de [BEDRIJF: kwekerij]"),
        ("een basisschool ([[ORG|obs De Klaproos]])", "een basisschool ([SCHOOL])"),
        ("de [[ORG|obs De Klaproos]]", "de [SCHOOL: basisschool]"),
        ("opname bij [[ORG|GGZ Hunzedal]]", "opname bij [ZORGVERLENER: geestelijke gezondheidszorg]"),
        ("van [[ORG|Stichting Samen Schuldenvrij]]", "van [ORGANISATIE-1]"),
        ("De [[ORG|Kerncentrale Zuid]] is groot", "De [ORGANISATIE-1] is groot"),
        ("loondienst bij [[ORG|Qubrix]]", "loondienst bij [WERKGEVER]"),
        ("[[ORG|Taxi Dalen]] en [[ORG|Taxi Smit]]", "[BEDRIJF-1: taxibedrijf] en [BEDRIJF-2: taxibedrijf]"),
        ("[[ORG|Kuijpers Verpakkingen]] en toen [[ORG|Kuijpers]]", "[ORGANISATIE-1] en toen [ORGANISATIE-1]"),
    ],
)  # fmt: skip
def test_an_organisation_becomes_its_kind(marked: str, safe: str, policy: Policy) -> None:
    assert safe_text(marked, policy) == safe


@pytest.mark.parametrize(
    ("marked", "safe"),
    [
        ("van [[CITY|Rijssen]] naar [[CITY|Urk]]", "van [PLAATS-1: Twente] naar [PLAATS-2: Flevoland]"),
        ("in [[CITY|dokkum]]", "in [PLAATS-1: Friesland]"),
        ("in [[CITY|'s-Gravenzande]]", "in [PLAATS-1: Haaglanden]"),
        ("in [[CITY|’s-Gravenzande]]", "in [PLAATS-1: Haaglanden]"),
        ("uit [[CITY|Kielce]]", "uit [PLAATS-1: EU]"),
        ("uit [[CITY|Nador]]", "uit [PLAATS-1: buiten de EU]"),
        ("in [[CITY|Roermond-zuid]]", "in [PLAATS-1: Midden-Limburg]"),
        ("in [[CITY|st. Annaland]]", "in [PLAATS-1: Zeeland]"),
        ("in [[CITY|Selfkant]]", "in [PLAATS-1: Duitsland]"),
        ("in [[CITY|Oosterend]]", "in [PLAATS-1]"),
        ("in [[CITY|Nergenshuizen]]", "in [PLAATS-1]"),
        ("een [[NATIONALITY|Poolse]] man", "een [NATIONALITEIT: EU/EER] man"),
        ("een [[NATIONALITY|Syriër]]", "een [NATIONALITEIT: buiten EU/EER]"),
        ("een [[NATIONALITY|Brit]]", "een [NATIONALITEIT: buiten EU/EER]"),
        ("een [[NATIONALITY|Antilliaanse]] man", "een [NATIONALITEIT] man"),
    ],
)
def test_a_place_becomes_its_region_and_a_nationality_its_group(
    marked: str, safe: str, policy: Policy
) -> None:
    assert safe_text(marked, policy) == safe


@pytest.mark.parametrize(
    ("mentions", "linked"),
    [
        (["Kuijpers Verpakkingen BV", "kuijpers", "Kuijpers Verpakkingen"], [0, 0, 0]),
        (["Van Dongen", "Bakkerij Van Dongen"], [0, 0]),
        (["Kuijpers Bouw", "Kuijpers Transport", "Kuijpers"], [0, 1, 2]),
        (["Taxi Dalen", "Taxi Smit"], [0, 1]),
    ],
)
def test_an_organisation_is_known_by_part_of_its_name(mentions: list[str], linked: list[int]) -> None:
    assert link_organisations(mentions) == linked


def test_every_place_has_a_province_and_every_region_lies_in_one(policy: Policy) -> None:
    regions = policy.regions
    assert len(regions.by_place) > 3000
    for place in regions.by_place.values():
        assert place.province
        assert regions.province(place.name) == place.province
