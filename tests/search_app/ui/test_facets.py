# SPDX-License-Identifier: EUPL-1.2
"""Conditions that narrow a search."""

from datetime import date

from casebase.bilingual import Language
from casebase.filters import SearchFilters
from casebase.store import FacetCount, Facets
from casebase.vocabulary import Outcome
from search_app.ui.facets import (
    FACETS,
    Option,
    chips,
    option_text,
    options,
    seen_first,
    without,
    without_filters,
    year_options,
)
from search_app.ui.state import SearchState

NL = Language.NL
REGULATION, OUTCOME = FACETS[0], FACETS[1]
COUNTS = Facets(
    regulations=tuple(FacetCount(f"R{n}", 20 - n) for n in range(9)),
    outcomes=(FacetCount("opgelost", 12), FacetCount("onbekend", 1)),
    years=(FacetCount("2023", 9), FacetCount("2025", 4)),
)
CHOSEN = SearchState(
    "x",
    SearchFilters(regulations=("R8", "AOW"), outcomes=(Outcome.NOT_SOLVED,), received_from=date(2023, 1, 1)),
    shown=30,
)


def test_values_of_a_closed_list_are_shown_by_their_label() -> None:
    assert options(OUTCOME, COUNTS, SearchState(), NL)[0] == Option("opgelost", "Opgelost", 12)


def test_a_chosen_value_stays_when_no_case_has_it() -> None:
    found = {o.value: o.count for o in options(OUTCOME, COUNTS, CHOSEN, NL)}
    assert found == {"opgelost": 12, "onbekend": 1, "niet opgelost": 0}


def test_the_most_frequent_and_the_chosen_are_seen_first() -> None:
    found = options(REGULATION, COUNTS, CHOSEN, NL)
    seen = [o.value for o in seen_first(found, ["R8", "AOW"])]
    assert seen == ["R0", "R1", "R2", "R3", "R4", "R5", "R8", "AOW"]


def test_markup_in_a_value_stays_text() -> None:
    assert option_text(Option("x", "**W** :red[x] $y$", 1234), NL) == (
        r"\*\*W\*\* \:red\[x\] \$y\$ :gray[1.234]"
    )


def test_every_choice_is_a_chip() -> None:
    assert [chip.text for chip in chips(CHOSEN, NL)] == [
        "Regeling: R8", "Regeling: AOW", "Uitkomst: Niet opgelost", "Ontvangen vanaf 2023",
    ]  # fmt: skip


def test_a_chip_takes_only_itself_away() -> None:
    first = chips(CHOSEN, NL)[0]
    left = without(CHOSEN, first)
    assert left.filters.regulations == ("AOW",)
    assert left.filters.outcomes == (Outcome.NOT_SOLVED,)
    assert left.filters.received_from == date(2023, 1, 1)
    assert left.text == "x"


def test_taking_away_each_chip_leaves_no_filter() -> None:
    state = CHOSEN
    for chip in chips(CHOSEN, NL):
        state = without(state, chip)
    assert state == without_filters(CHOSEN) == SearchState("x")


def test_years_come_latest_first_and_keep_the_chosen_one() -> None:
    assert year_options(COUNTS, "2024") == [
        Option("2025", "2025", 4),
        Option("2024", "2024", 0),
        Option("2023", "2023", 9),
    ]
