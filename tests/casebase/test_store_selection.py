# SPDX-License-Identifier: EUPL-1.2
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime

import pytest

from casebase import store
from casebase.database import Sessions
from casebase.filters import SearchFilters
from casebase.record import SafeCase
from casebase.store import FacetCount, Facets, facet_counts, released_ids, save_case, selection, set_state
from casebase.vocabulary import Level, Nature, Outcome, Principle, ReviewState

Add = Callable[..., SafeCase]


@pytest.fixture
def collection(add: Add) -> None:
    add(
        "A",
        regulations=("WIA", "TW"),
        nature=Nature.FINANCIAL,
        level=Level.LEGAL,
        outcome=Outcome.SOLVED,
        received_on=date(2024, 5, 1),
        maatwerkplaats="Regio Noord",
        deviates_from_rules=True,
        principles=(Principle.TRUST, Principle.EQUALITY),
        organisations_involved=("Gemeente",),
    )
    add(
        "B",
        regulations=("WIA", "WIA"),
        nature=Nature.FINANCIAL,
        level=Level.EXECUTION,
        outcome=Outcome.NOT_SOLVED,
        received_on=date(2025, 5, 1),
        maatwerkplaats="Regio Zuid",
        deviates_from_rules=False,
        principles=(Principle.TRUST,),
        organisations_involved=("Belastingdienst", "Gemeente"),
    )
    add("C", regulations=("WW",), nature=Nature.OTHER, received_on=date(2025, 12, 31))
    add("D")
    add("F", organisations_involved=("TW", "vertrouwensbeginsel"))
    add("E", regulations=("WIA",), nature=Nature.FINANCIAL, state=ReviewState.HELD)


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (None, "ABCDF"),
        (SearchFilters(), "ABCDF"),
        (SearchFilters(regulations=("WIA",)), "AB"),
        (SearchFilters(regulations=("WW", "TW")), "AC"),
        (SearchFilters(regulations=("wia",)), ""),
        (SearchFilters(natures=(Nature.FINANCIAL,)), "AB"),
        (SearchFilters(natures=(Nature.FINANCIAL, Nature.OTHER)), "ABC"),
        (SearchFilters(levels=(Level.EXECUTION,)), "B"),
        (SearchFilters(outcomes=(Outcome.SOLVED, Outcome.NOT_SOLVED)), "AB"),
        (SearchFilters(principles=(Principle.EQUALITY,)), "A"),
        (SearchFilters(organisations=("Gemeente",)), "AB"),
        (SearchFilters(principles=(Principle.TRUST,)), "AB"),
        (SearchFilters(organisations=("TW",)), "F"),
        (SearchFilters(maatwerkplaatsen=("Regio Zuid",)), "B"),
        (SearchFilters(received_from=date(2025, 5, 1)), "BC"),
        (SearchFilters(received_to=date(2025, 5, 1)), "AB"),
        (SearchFilters(received_from=date(2025, 5, 2), received_to=date(2025, 12, 31)), "C"),
        (SearchFilters(deviates_from_rules=True), "A"),
        (SearchFilters(deviates_from_rules=False), "B"),
        (SearchFilters(regulations=("WIA",), principles=(Principle.EQUALITY,)), "A"),
        (SearchFilters(regulations=("WW",), natures=(Nature.FINANCIAL,)), ""),
        (SearchFilters(regulations=("'; DROP TABLE cases; --",)), ""),
    ],
)
def test_filters_take_any_value_within_a_field_and_all_fields_together(
    make_sessions: Sessions, filters: SearchFilters | None, found: str
) -> None:
    with make_sessions() as session:
        assert released_ids(session, filters) == list(found)


def counts(**values: int) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(name.replace("_", " "), count) for name, count in values.items())


@pytest.mark.usefixtures("collection")
def test_facets_count_cases_by_value_most_frequent_first(make_sessions: Sessions) -> None:
    with make_sessions() as session:
        facets = facet_counts(session, released_ids(session))
    assert facets == Facets(
        regulations=counts(WIA=2, TW=1, WW=1),
        natures=counts(financieel=2, overig=1),
        levels=counts(juridisch=1, uitvoering=1),
        outcomes=counts(niet_opgelost=1, opgelost=1),
        principles=counts(vertrouwensbeginsel=2, gelijkheidsbeginsel=1),
        organisations=counts(Gemeente=2, Belastingdienst=1, TW=1, vertrouwensbeginsel=1),
        maatwerkplaatsen=counts(Regio_Noord=1, Regio_Zuid=1),
        years=(FacetCount("2025", 2), FacetCount("2024", 1)),
    )


@pytest.mark.usefixtures("collection")
def test_facets_of_nothing_are_empty_and_unknown_cases_do_not_count(make_sessions: Sessions) -> None:
    with make_sessions() as session:
        assert facet_counts(session, []) == Facets()
        assert facet_counts(session, ["X"]) == Facets()
        assert facet_counts(session, ["C", "C", "X"]).regulations == counts(WW=1)
        assert facet_counts(session, [f"X-{number}" for number in range(40_000)]) == Facets()


def test_a_large_selection_is_counted_like_a_small_one(
    make_sessions: Sessions, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    cases = [
        SafeCase(
            case_id=f"A-{number}",
            regulations=tuple(chance.choices(["WIA", "WW", "TW"], k=chance.randrange(4))),
            nature=chance.choice([None, *Nature]),
            received_on=chance.choice([None, date(2023, 2, 1), date(2024, 2, 1)]),
        )
        for number in range(200)
    ]
    with make_sessions.begin() as session:
        for case in cases:
            save_case(session, case, content_key="key", actor="lader", now=now)
            set_state(session, case.case_id, ReviewState.RELEASED, actor="Bo", now=now)
    chosen = cases[::3]
    numbers = [case.case_id for case in chosen]
    by_way = []
    for large in (False, True):
        monkeypatch.setattr(selection, "_is_large", lambda *_, large=large: large)
        with make_sessions() as session:
            by_way.append(facet_counts(session, numbers))
    assert asdict(by_way[0]) == asdict(by_way[1])
    wanted = Counter(name for case in chosen for name in set(case.regulations))
    assert {facet.value: facet.count for facet in by_way[0].regulations} == wanted
    years = Counter(str(case.received_on.year) for case in chosen if case.received_on)
    assert {facet.value: facet.count for facet in by_way[0].years} == years


@pytest.mark.usefixtures("collection")
def test_the_latest_day_of_receipt_is_that_of_a_released_case(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions() as session:
        released = store.get_cases(session, released_ids(session)).values()
        days = [stored.case.received_on for stored in released if stored.case.received_on]
        assert store.last_received(session) == max(days)
        latest = max(released, key=lambda stored: stored.case.received_on or date.min).case.case_id
    with make_sessions.begin() as session:
        set_state(session, latest, ReviewState.HELD, actor="tester", now=now)
    days.remove(max(days))
    with make_sessions() as session:
        assert store.last_received(session) == max(days)


def test_an_empty_collection_has_no_latest_day(make_sessions: Sessions) -> None:
    with make_sessions() as session:
        assert store.last_received(session) is None
