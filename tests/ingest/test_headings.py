# SPDX-License-Identifier: EUPL-1.2
"""Which heading means which field."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.record import PERSPECTIVE_FIELDS, CaseRecord
from casebase.vocabulary import Kind
from ingest.fields import COLUMNS
from ingest.headings import heading_table, is_heading, normalise_heading, recognise


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Zaaknr.", "case_id"),
        ("Casusnummer:", "case_id"),
        ("Maatwerkplaats", "maatwerkplaats"),
        ("Datum binnenkomst (dd-mm-jjjj)", "received_on"),
        ("ONTVANGEN OP", "received_on"),
        ("received_on", "received_on"),
        ("Datum\nafgesloten *", "closed_on"),
        ("Functie inbrenger", "submitter_role"),
        ("Onderdeel", "submitter_unit"),
        ("Ingebracht door (organisatie)", "submitter_organisation"),
        ("Betrokken organisaties", "organisations_involved"),
        ("Wet/regeling", "regulations"),
        ("Wet- en regelgeving", "regulations"),
        ("Aard", "nature"),
        ("Niveau", "level"),
        ("Beginselen", "principles"),
        ("1. Situatie", "situation"),
        ("b) Situatie", "situation"),
        ("Waar knelt het?", "gut_feeling"),
        ("Wat is al geprobeerd", "tried_before"),
        ("Juridisch perspectief", "legal_perspective.text"),
        ("legal_perspective", "legal_perspective.text"),
        ("legal_perspective.rating", "legal_perspective.rating"),
        ("Oordeel juridisch", "legal_perspective.rating"),
        ("Juridisch perspectief oordeel", "legal_perspective.rating"),
        ("Financieel-economisch", "financial_perspective.text"),
        ("Financiële score", "financial_perspective.rating"),
        ("Maatschappelijk perspectief", "social_perspective.text"),
        ("Wat doen we in de tussentijd?", "meanwhile"),
        ("Besluit/oplossing", "decision"),
        ("Oplossing of beslissing", "decision"),
        ("Afweging/motivering", "reasoning"),
        ("Resultaat / uitkomst", "outcome"),
        ("Afwijking van regels (ja/nee)", "deviates_from_rules"),
        ("Geleerde lessen", "lessons"),
        ("Naam cliënt", "@known:PERSON:client"),
        ("naam client", "@known:PERSON:client"),
        ("E-mail", "@known:EMAIL:"),
        ("email", "@known:EMAIL:"),
        ("Kenteken", "@known:LICENSE_PLATE:"),
        ("@known:PERSON", "@known:PERSON:reader"),
    ],
)
def test_a_heading_is_recognised_in_the_ways_offices_write_it(heading: str, target: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.column.target == target
    assert found.exact


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Situatei", "situation"),
        ("Datum ontvagst", "received_on"),
        ("Woonplats", "@known:CITY:"),
        ("Betrokken organisatis", "organisations_involved"),
        ("Beslising", "decision"),
    ],
)
def test_a_slip_in_a_long_word_is_understood_but_never_silently(heading: str, target: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.column.target == target
    assert not found.exact


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Opmerkingen",
        "Aart",
        "Status",
        "Besluit (datum)",
        "Datum",
        "Bedrag",
        "Afwijzing",
        "Afgewezen",
        "Postbode",
        "Ontvanger",
        "Suriname",
        "naar werkgever",
        "Voornemen",
        "Leertijd",
        "Naam/BSN",
        "@known:GEHEIM",
        "Situatie " * 20,
    ],
)
def test_another_word_is_not_taken_for_a_field(heading: str) -> None:
    assert recognise(heading) is None
    assert not is_heading(heading)


def test_every_field_of_a_case_and_every_kind_but_loose_dates_has_a_heading() -> None:
    targets = {column.target for column in COLUMNS}
    expected = set(CaseRecord.model_fields) - set(PERSPECTIVE_FIELDS)
    expected |= {f"{name}.{part}" for name in PERSPECTIVE_FIELDS for part in ("text", "rating")}
    assert {target for target in targets if not target.startswith("@")} == expected
    assert {column.kind for column in COLUMNS} - {None} == set(Kind) - {Kind.DATE, Kind.URL}


def test_no_name_means_two_things() -> None:
    owners: dict[str, set[str]] = {}
    for column in COLUMNS:
        for name in column.names:
            owners.setdefault(normalise_heading(name), set()).add(column.target)
    assert {name: targets for name, targets in owners.items() if len(targets) > 1} == {}


def test_every_name_of_the_table_is_recognised_as_its_own_field() -> None:
    for column in COLUMNS:
        for name in column.names:
            found = recognise(name.upper() + ":")
            assert found is not None, name
            assert (found.column.target, found.exact) == (column.target, True)


def test_the_documentation_shows_the_table_of_the_code(root: Path) -> None:
    page = (root / "docs" / "loading.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- headings -->\n(.*?)<!-- /headings -->", page, re.S)
    assert shown is not None
    assert shown[1].strip() == heading_table().strip()


@given(st.text(max_size=60))
def test_normalising_twice_is_normalising_once(heading: str) -> None:
    once = normalise_heading(heading)
    assert normalise_heading(once) == once


@given(st.sampled_from([(column.target, name) for column in COLUMNS for name in column.names]), st.data())
def test_a_lost_letter_never_leads_to_another_field(named: tuple[str, str], data: st.DataObject) -> None:
    target, name = named
    position = data.draw(st.integers(0, len(name) - 1))
    found = recognise(name[:position] + name[position + 1 :])
    assert found is None or found.exact or found.column.target == target
