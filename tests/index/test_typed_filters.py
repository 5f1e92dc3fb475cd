# SPDX-License-Identifier: EUPL-1.2
"""Conditions typed in a search: understood, refused in words, or left as text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.filters import SearchFilters
from casebase.vocabulary import Level, Nature, Outcome, Principle
from index.laws import load_laws
from index.typed_filters import FIELDS, KnownValues, take_filters

KNOWN = KnownValues(
    regulations=("WIA", "Wet WIA", "Participatiewet", "Eigen regeling"),
    organisations=("Belastingdienst", "gemeente Groningen"),
    maatwerkplaatsen=("UWV Groningen", "UWV Zuid-Holland", "UWV landelijk"),
)
LAWS = load_laws()


def take(text, chosen=SearchFilters()):
    return take_filters(text, lambda: LAWS, lambda: KNOWN, chosen)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("wet:WIA", SearchFilters(regulations=("WIA", "Wet WIA"))),
        ('wet:"Wet werk en inkomen naar arbeidsvermogen"', SearchFilters(regulations=("WIA", "Wet WIA"))),
        ("Wet:wia", SearchFilters(regulations=("WIA", "Wet WIA"))),
        ("regeling:bijstand", SearchFilters(regulations=("Participatiewet",))),
        ('wet:"eigen regeling"', SearchFilters(regulations=("Eigen regeling",))),
        ("uitkomst:opgelost", SearchFilters(outcomes=(Outcome.SOLVED,))),
        ("uitkomst:“deels opgelost”", SearchFilters(outcomes=(Outcome.PARTLY,))),
        ("uitkomst:deels,", SearchFilters(outcomes=(Outcome.PARTLY,))),
        ("aard:reintegratie", SearchFilters(natures=(Nature.REINTEGRATION,))),
        ("niveau:juridisch", SearchFilters(levels=(Level.LEGAL,))),
        ("beginsel:evenredigheid", SearchFilters(principles=(Principle.PROPORTIONALITY,))),
        ("kantoor:Groningen", SearchFilters(maatwerkplaatsen=("UWV Groningen",))),
        ('kantoor:"uwv zuidholland"', SearchFilters(maatwerkplaatsen=("UWV Zuid-Holland",))),
        ("organisatie:belastingdienst", SearchFilters(organisations=("Belastingdienst",))),
        ("jaar:2023", SearchFilters(received_from=date(2023, 1, 1), received_to=date(2023, 12, 31))),
        ("jaar:2021-2023", SearchFilters(received_from=date(2021, 1, 1), received_to=date(2023, 12, 31))),
        ("jaar:2021-", SearchFilters(received_from=date(2021, 1, 1))),
        ("jaar:..2021", SearchFilters(received_to=date(2021, 12, 31))),
    ],
)
def test_a_condition_is_taken_out_of_the_text(typed, filters):
    for text in (f"voorschot terug {typed}", f"{typed} voorschot terug", f"voorschot {typed}  terug"):
        found = take(text)
        assert (found.text, found.filters, found.problems) == ("voorschot terug", filters, ())


@pytest.mark.parametrize(
    "text",
    [
        "let op: voorschot",
        "https://example.org/a",
        "onbekend:WIA",
        "wet: WIA",
        "de wet voorschot:nee",
        "art. 6:162 BW",
        "wet:WIA " + "en een heel lang verhaal " * 5,
        "wet:WIA\nen een tweede regel",
    ],
)
def test_what_is_no_condition_stays_text(text):
    assert take(text).text == text
    assert take(text).filters == SearchFilters()


@pytest.mark.parametrize("field", FIELDS)
def test_an_unknown_value_is_told_without_repeating_it(field):
    found = take(f"voorschot {field}:Verzonnen-Naam")
    assert (found.text, found.filters) == ("voorschot", SearchFilters())
    (problem,) = found.problems
    for words in (problem.nl, problem.en):
        assert f"‘{field}:’" in words
        assert "Verzonnen" not in words
        assert words.endswith(".")


@pytest.mark.parametrize("value", ["23", "2024-2021", "20212023", "-", "vorig"])
def test_a_year_that_is_none_is_refused(value):
    assert len(take(f"boete jaar:{value}").problems) == 1


def test_a_databank_without_values_says_so():
    found = take_filters("boete kantoor:Groningen", lambda: LAWS, KnownValues)
    assert "Geen enkele casus heeft iets ingevuld" in found.problems[0].nl


def test_conditions_add_to_what_was_chosen():
    chosen = SearchFilters(
        regulations=("Participatiewet",), natures=(Nature.OTHER,), received_from=date(2019, 1, 1)
    )
    found = take("wet:WIA wet:bijstand aard:financieel jaar:2020", chosen).filters
    assert found == SearchFilters(
        regulations=("Participatiewet", "WIA", "Wet WIA"),
        natures=(Nature.OTHER, Nature.FINANCIAL),
        received_from=date(2020, 1, 1),
        received_to=date(2020, 12, 31),
    )
    assert take("boete", chosen).filters == chosen


def test_values_are_only_asked_for_when_needed():
    def never():
        raise AssertionError

    assert take_filters("een gewone zoekvraag: boete", never, never).text == "een gewone zoekvraag: boete"


@given(st.text(max_size=80), st.sampled_from(sorted(FIELDS)), st.text(max_size=20))
def test_any_text_can_be_typed(text, field, value):
    typed = f"{text} {field}:{value}"
    found = take(typed)
    assert len(found.text) <= len(typed)
    assert found.text == typed or found.filters or found.problems
