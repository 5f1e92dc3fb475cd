# SPDX-License-Identifier: EUPL-1.2
"""From a row to a raw case, or to the reasons why not. All names and numbers are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.bilingual import Bilingual
from casebase.record import KnownValue, Perspective
from casebase.vocabulary import Kind, Level, Nature, Outcome, Principle, Rating
from ingest.fields import COLUMNS
from ingest.mapping import Mapped, map_row
from ingest.readers.types import RawRow
from ingest.regulations import Regulations

TODAY = date(2026, 11, 22)
SECRET = "Truus Verkuyl"


def read(*fields: tuple[str, str], row: int | None = 2) -> Mapped:
    return map_row(RawRow("rij 2", row, fields), today=TODAY, regulations=Regulations({"toeslagenwet": "TW"}))


def told(mapped: Mapped) -> str:
    sentences = [problem.reason for problem in mapped.problems] + [note.message for note in mapped.notes]
    return "\n".join(f"{sentence.nl}\n{sentence.en}" for sentence in sentences)


def test_a_full_row_becomes_a_full_case() -> None:
    mapped = read(
        ("Casusnummer", "A-2021-001"),
        ("Titel", "Voorschot\nterug"),
        ("Maatwerkplaats", "Twente"),
        ("Datum ontvangst", "14-01-2021"),
        ("Datum afgesloten", "2021-04-29"),
        ("Functie inbrenger", "adviseur werk"),
        ("Onderdeel", "WERKbedrijf"),
        ("Organisatie inbrenger", "UWV"),
        ("Betrokken organisaties", "UWV; SVB"),
        ("Wet/regeling", "Toeslagenwet, WW"),
        ("Aard", "Financieel"),
        ("Niveau", "wet en beleid"),
        ("Beginselen", "evenredigheid"),
        ("Situatie", "Zij belde.\n\nDrie keer."),
        ("Buikpijn", "Het wringt."),
        ("Wat is al geprobeerd", "Gebeld."),
        ("Juridisch perspectief", "De wet zegt nee."),
        ("Oordeel juridisch", "onvoldoende"),
        ("Financieel perspectief", "Duur."),
        ("Oordeel financieel", "voldoende"),
        ("Maatschappelijk perspectief", ""),
        ("Oordeel maatschappelijk", "goed"),
        ("In de tussentijd", "Uitstel."),
        ("Besluit", "Kwijt."),
        ("Afweging", "Daarom."),
        ("Uitkomst", "gedeeltelijk opgelost"),
        ("Afwijking van regels", "ja"),
        ("Geleerde lessen", "Sneller bellen."),
        ("Naam cliënt", SECRET),
    )
    case = mapped.case
    assert case is not None
    assert mapped.notes == ()
    assert case.model_dump(exclude={"known_values"}) == {
        "case_id": "A-2021-001",
        "title": "Voorschot terug",
        "maatwerkplaats": "Twente",
        "received_on": date(2021, 1, 14),
        "closed_on": date(2021, 4, 29),
        "submitter_role": "adviseur werk",
        "submitter_unit": "WERKbedrijf",
        "submitter_organisation": "UWV",
        "organisations_involved": ("UWV", "SVB"),
        "regulations": ("TW", "WW"),
        "nature": Nature.FINANCIAL,
        "level": Level.LEGAL,
        "principles": (Principle.PROPORTIONALITY,),
        "situation": "Zij belde.\n\nDrie keer.",
        "gut_feeling": "Het wringt.",
        "tried_before": "Gebeld.",
        "legal_perspective": Perspective(text="De wet zegt nee.", rating=Rating.INSUFFICIENT).model_dump(),
        "financial_perspective": Perspective(text="Duur.", rating=Rating.SUFFICIENT).model_dump(),
        "social_perspective": Perspective(rating=Rating.GOOD).model_dump(),
        "meanwhile": "Uitstel.",
        "decision": "Kwijt.",
        "reasoning": "Daarom.",
        "outcome": Outcome.PARTLY,
        "deviates_from_rules": True,
        "lessons": "Sneller bellen.",
    }
    assert case.known_values == (KnownValue(Kind.PERSON, SECRET),)


def test_an_incomplete_case_is_normal_but_without_a_story_somebody_must_look() -> None:
    mapped = read(
        ("Zaaknr.", "12"), ("Titel", "Iets"), ("Uitkomst", "n.v.t."), ("Datum ontvangst", "onbekend")
    )
    assert mapped.case is not None
    assert mapped.case.outcome is None
    assert mapped.case.received_on is None
    assert [note.doubtful for note in mapped.notes] == [True]
    assert "geen verhaal" in told(mapped)


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ([("Situatie", SECRET)], "case_id", "Casusnummer: dit ontbreekt"),
        ([("Casusnummer", ""), ("Situatie", SECRET)], "case_id", "Casusnummer: dit ontbreekt"),
        ([("Casusnummer", SECRET)], "case_id", "persoonsgegeven"),
        ([("Casusnummer", "VERKU-1"), ("Naam cliënt", "Verku")], "case_id", "persoonsgegeven"),
        ([("Casusnummer", "1"), ("Datum ontvangst", "03/25/2021")], "received_on", "verwisseld"),
        ([("Casusnummer", "1"), ("Datum ontvangst", f"bij {SECRET}")], "received_on", "geen leesbare datum"),
        ([("Casusnummer", "1"), ("Aard", SECRET)], "nature", "Aard: deze waarde staat niet in de lijst"),
        ([("Casusnummer", "1"), ("Oordeel juridisch", SECRET)], "legal_perspective.rating", "onvoldoende"),
        ([("Casusnummer", "1"), ("Beginselen", SECRET)], "principles", "evenredigheidsbeginsel"),
        ([("Casusnummer", "1"), ("Afwijking van regels", SECRET)], "deviates_from_rules", "alleen ja of nee"),
        ([("Casusnummer", "1"), ("Ketenpartners", SECRET * 20)], "organisations_involved", "langer dan 200"),
        (
            [("Casusnummer", "1"), ("Datum ontvangst", "2-1-2021"), ("Datum afgesloten", "1-1-2021")],
            "closed_on",
            "ligt voor Datum ontvangst",
        ),
        ([("Casusnummer", "1"), ("Uitkomst", "ja"), ("Resultaat", "nee")], "outcome", "verschillend"),
        ([("Casusnummer", "1"), ("Zaaknummer", "2")], "case_id", "verschillend"),
    ],
)  # fmt: skip
def test_a_wrong_value_rejects_the_row_with_field_and_reason_but_without_the_value(
    fields: list[tuple[str, str]], field: str, reason: str
) -> None:
    mapped = read(*fields)
    assert mapped.case is None
    assert field in [problem.field for problem in mapped.problems]
    assert reason in told(mapped)
    assert "truus" not in told(mapped).lower()
    assert "verku" not in told(mapped).lower()


def test_all_problems_of_a_row_are_told_at_once() -> None:
    mapped = read(("Aard", "x1"), ("Niveau", "x2"), ("Datum ontvangst", "x3"))
    assert {problem.field for problem in mapped.problems} == {"case_id", "nature", "level", "received_on"}


def test_a_row_that_the_reader_could_not_trust_is_rejected_with_its_reason() -> None:
    row = RawRow("rij 3", 3, (("Casusnummer", "1"),), problem=Bilingual("kapot", "broken"))
    mapped = map_row(row, today=TODAY, regulations=Regulations())
    assert mapped.case is None
    assert mapped.problems[0].reason == Bilingual("kapot", "broken")


def test_a_misspelt_heading_is_read_and_told() -> None:
    mapped = read(("Casusnummer", "1"), ("Situatei", "Zij belde."))
    assert mapped.case is not None
    assert mapped.case.situation == "Zij belde."
    assert "De kop 'Situatei' is gelezen als Situatie." in told(mapped)
    assert mapped.notes[0].doubtful


def test_an_unknown_heading_is_told_and_its_value_dropped() -> None:
    mapped = read(("Casusnummer", "1"), ("Situatie", "Zij belde."), ("Opmerkingen", f"bel {SECRET}"))
    assert mapped.case is not None
    assert "De kop 'Opmerkingen' is niet herkend en overgeslagen." in told(mapped)
    assert SECRET not in mapped.case.model_dump_json()
    assert not any(note.doubtful for note in mapped.notes)


@pytest.mark.parametrize(
    "heading",
    [
        SECRET,
        "999900407",
        "t.verkuyl@voorbeeld.example",
        "een heel lange zin die wel een waarde zal zijn geweest",
    ],
)
def test_a_heading_that_may_be_a_value_is_not_quoted(heading: str) -> None:
    mapped = read(
        ("Casusnummer", "1"), ("Naam cliënt", SECRET), ("Situatie", "Zij belde."), (heading, "waarde")
    )
    assert "niet herkend" in told(mapped)
    assert heading not in told(mapped)


def test_where_no_heading_is_known_none_is_quoted() -> None:
    mapped = read((SECRET, "Twente"), ("Kee Vis", "WW"))
    assert mapped.case is None
    assert "Truus" not in told(mapped)
    assert "Kee" not in told(mapped)


def test_two_headings_of_one_story_are_joined_and_told() -> None:
    mapped = read(
        ("Casusnummer", "1"), ("Situatie", "Eerst."), ("Feiten", "Toen."), ("Afdeling", "A"), ("Team", "B")
    )
    assert mapped.case is not None
    assert mapped.case.situation == "Eerst.\n\nToen."
    assert mapped.case.submitter_unit == "A / B"
    assert "Koppen bij Situatie (Situatie, Feiten): de waarden zijn samengevoegd." in told(mapped)


def test_two_lists_of_one_field_are_joined_without_repeats() -> None:
    mapped = read(("Casusnummer", "1"), ("Situatie", "x."), ("Wet", "WW; WIA"), ("Regeling", "WIA; ZW"))
    assert mapped.case is not None
    assert mapped.case.regulations == ("WW", "WIA", "ZW")


def test_two_headings_that_agree_are_no_contradiction() -> None:
    mapped = read(
        ("Casusnummer", "1"), ("Zaaknummer", "1"), ("Situatie", "x."), ("Uitkomst", "ja"), ("Opgelost", "ja")
    )
    assert mapped.case is not None
    assert mapped.case.outcome is Outcome.SOLVED


def test_a_row_count_beside_a_case_number_is_skipped_and_told() -> None:
    mapped = read(("Nr", "7"), ("Casusnummer", "A-1"), ("Situatie", "x."))
    assert mapped.case is not None
    assert mapped.case.case_id == "A-1"
    assert "De kop 'Nr' is overgeslagen" in told(mapped)
    empty = read(("Nr", "7"), ("Casusnummer", ""), ("Situatie", "x."))
    assert empty.case is None
    assert "Casusnummer: dit ontbreekt" in told(empty)
    alone = read(("Nr", "7"), ("Situatie", "x."))
    assert alone.case is not None
    assert alone.case.case_id == "7"


def test_a_personal_heading_inside_the_story_of_a_form_stays_in_the_story() -> None:
    prose = "een kleine bakkerij waar hij twintig jaar heeft gewerkt tot de oven het begaf"
    mapped = read(
        ("Casusnummer", "1"), ("Situatie", ""), ("Werkgever", prose), ("Achtergrond", "oud"), row=None
    )
    assert mapped.case is not None
    assert mapped.case.situation == f"Werkgever: {prose}\n\nAchtergrond: oud"
    assert mapped.case.known_values == ()
    short = read(("Casusnummer", "1"), ("Situatie", "x."), ("Werkgever", "Bakkerij Vis"), row=None)
    assert short.case is not None
    assert short.case.known_values == (KnownValue(Kind.ORG, "Bakkerij Vis"),)


def test_nothing_of_a_case_shows_in_what_is_printed() -> None:
    mapped = read(("Casusnummer", "1"), ("Situatie", SECRET), ("Naam cliënt", SECRET))
    assert "Truus" not in repr(mapped) + repr(mapped.case) + str(mapped.case)


HEADINGS = st.sampled_from([column.label.nl for column in COLUMNS]) | st.text(max_size=30)


@given(st.lists(st.tuples(HEADINGS, st.text(max_size=60)), max_size=8), st.sampled_from([None, 5]))
def test_any_row_gives_a_case_or_a_reason(fields: list[tuple[str, str]], row: int | None) -> None:
    mapped = read(*fields, row=row)
    assert (mapped.case is None) == bool(mapped.problems)
