# SPDX-License-Identifier: EUPL-1.2
"""Residence, work, health, money and rare attributes. All stories are invented."""

from collections.abc import Callable
from datetime import date

import pytest

from anonymise.risk.traits import Trait, Traits

Read = Callable[..., Traits]

REGION = [
    ("[CLIËNT] woont in [PLAATS-1: Zeeland].", "Twente", "Zeeland"),
    ("[CLIËNT] uit [PLAATS-1: Zeeland] belde.", "Twente", "Zeeland"),
    ("[CLIËNT] (50-54 jaar, [PLAATS-1: Zeeland]) belde.", "Twente", "Zeeland"),
    ("[CLIËNT], [ADRES], [POSTCODE] [PLAATS-1: Zeeland].", "Twente", "Zeeland"),
    ("[CLIËNT] woont in [PLAATS-1: Duitsland].", "Twente", "buitenland"),
    ("[CLIËNT] woont in [PLAATS-1: Kop van Nergens].", "Twente", "andere regio"),
    ("Zijn moeder woont in [PLAATS-1: Zeeland].", "Twente", "Twente"),
    ("De loods staat in [PLAATS-1: Zeeland].", "Twente", "Twente"),
    ("De loods staat in [PLAATS-1: Zeeland].", "Landelijk", "Zeeland"),
    ("[CLIËNT] belde.", "Rijnmond", "Groot-Rijnmond"),
    ("[CLIËNT] belde.", "Landelijk", ""),
    ("[CLIËNT] woont in [PLAATS-1].", "", ""),
]


@pytest.mark.parametrize(("story", "office", "expected"), REGION)
def test_region_is_where_the_person_lives_or_else_that_of_the_office(
    read: Read, story: str, office: str, expected: str
) -> None:
    assert read(story, maatwerkplaats=office)[Trait.REGION] == expected


WORK = [
    ("[CLIËNT] werkte als tandartsassistente.", "zorg"),
    ("[CLIËNT] was vrachtwagenchauffeur.", "vervoer"),
    ("[CLIËNT], oud-kok, 55-59 jaar.", "horeca"),
    ("[CLIËNT], lasser, heeft een brief gekregen.", "techniek"),
    ("Een buschauffeur reed een scooter aan.", "vervoer"),
    ("[CLIËNT] werkte bij [WERKGEVER: bakkerij].", "winkel"),
    ("[CLIËNT] heeft een eigen zaak en is kapster.", "verzorging"),
    ("[CLIËNT] heeft een eigen zaak.", "zelfstandig"),
    # somebody else
    ("Haar man is vrachtwagenchauffeur.", ""),
    ("[CLIËNT] werd gebeld door de boekhouder.", ""),
    ("[CLIËNT] sprak met verpleegkundige [PERSOON-2].", ""),
    ("Bij [BEDRIJF: bakkerij] weten ze van niets.", ""),
    ("[CLIËNT] belde over de brief.", ""),
]


@pytest.mark.parametrize(("story", "expected"), WORK)
def test_work_is_a_class(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.OCCUPATION] == expected


HEALTH = [
    ("[CLIËNT] is uitgevallen met een depressie.", "depressie"),
    ("[CLIËNT] heeft MS.", "ms"),
    ("[CLIËNT] heeft borstkanker.", "kanker"),
    ("[CLIËNT] zit sinds het ongeluk in een rolstoel.", "bewegen"),
    ("[CLIËNT] heeft licht verst. beperkt in het dossier staan.", "verstandelijk"),
    ("Haar man heeft MS.", ""),
    ("[CLIËNT] heeft geen depressie.", ""),
    ("Hij wil ook ms ontvangen.", ""),
    ("[CLIËNT] werkt wel als het kan.", ""),
]


@pytest.mark.parametrize(("story", "expected"), HEALTH)
def test_illness_is_a_class(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.DIAGNOSIS] == expected


RARE = [
    ("[CLIËNT] was wethouder.", ["openbaar-ambt"]),
    ("Het gaat om een oud-burgemeester.", ["openbaar-ambt"]),
    ("De burgemeester belde ons.", []),
    ("De minister heeft de regeling gewijzigd.", []),
    ("[CLIËNT] stond met zijn verhaal in de krant.", ["in-het-nieuws"]),
    ("Het was te zien bij Kassa.", ["in-het-nieuws"]),
    ("[CLIËNT] stond achter de kassa.", []),
    ("Dat stond overal in de krant.", []),
    ("[CLIËNT] heeft ALS.", ["zeldzame-ziekte"]),
    ("Haar zoon heeft de ziekte van Huntington.", ["zeldzame-ziekte"]),
    ("Dat is niet anders als het zo blijft.", []),
    ("[CLIËNT] is orgelbouwer.", ["zeldzaam-beroep"]),
    ("Het orgel werd gemaakt door de orgelbouwer.", []),
    ("Zij is de enige in Nederland die dit doet.", ["enig-in-zijn-soort"]),
    ("[CLIËNT] woont op een geheim adres.", ["gevaar-bij-herkenning"]),
    ("[CLIËNT] woont op Vlieland en was wethouder.", ["kleine-gemeente", "openbaar-ambt"]),
    ("Zij werkt bij hoefsmid [PERSOON-2].", []),
    ("[CLIËNT] las het in de krant.", []),
    ("[CLIËNT] belde over de brief.", []),
]


@pytest.mark.parametrize(("story", "expected"), RARE)
def test_rare_attributes(read: Read, story: str, expected: list[str]) -> None:
    assert sorted(f.value.split(":")[0] for f in read(story).found if f.trait is Trait.RARE) == expected


def test_a_small_municipality_counts_in_the_register_fields_too(read: Read) -> None:
    traits = read("[CLIËNT] belde.", organisations_involved=("UWV", "gemeente Vaals"))
    found = next(f for f in traits.found if f.trait is Trait.RARE)
    assert found.value == "kleine-gemeente: gemeente vaals"
    assert found.place is not None
    assert found.place.field == "organisations_involved.1"


def test_other_rare_words_in_register_fields_are_offices(read: Read) -> None:
    assert read("[CLIËNT] belde.", submitter_role="oud-wethouder")[Trait.RARE] == ""


AMOUNTS = [
    ("Hij moet € 13.820 terugbetalen, en 184 euro kosten.", "tot 25000"),
    ("Het gaat om 640 euro.", "tot 1000"),
    ("Het gaat om 250.000 euro.", "vanaf 100000"),
    ("Het gaat om € 999,95.", "tot 1000"),
    ("In 2024 kwamen er 40 brieven.", ""),
]


@pytest.mark.parametrize(("story", "expected"), AMOUNTS)
def test_the_largest_amount_gives_the_band(read: Read, story: str, expected: str) -> None:
    assert read(story)[Trait.AMOUNT] == expected


def test_regulation_and_quarter_come_from_the_register(read: Read) -> None:
    traits = read("Tekst.", regulations=("Iets van vroeger", "WIA", "WW"), received_on=date(2022, 9, 30))
    assert (traits[Trait.REGULATION], traits[Trait.QUARTER]) == ("WIA", "2022-K3")


def test_a_story_that_tells_nothing_gives_nothing(read: Read) -> None:
    assert read("", received_on=None).found == ()
    assert read("De brief kwam te laat.", received_on=None).found == ()


def test_every_place_holds_the_words_that_told_the_trait(read: Read) -> None:
    story = "[CLIËNT], 50-54 jaar, werkte als kapster, heeft MS en vier kinderen."
    told = {f.trait: story[f.place.start : f.place.end] for f in read(story).found if f.place}
    assert told == {
        Trait.AGE: "50-54",
        Trait.CHILDREN: "vier kinderen",
        Trait.OCCUPATION: "kapster",
        Trait.DIAGNOSIS: "MS",
    }
