# SPDX-License-Identifier: EUPL-1.2
"""What counts as comparable, and what is said when nothing is."""

from datetime import date

import pytest

from casebase.bilingual import Bilingual, Language
from casebase.filters import SearchFilters
from casebase.store import FacetCount, Facets
from casebase.vocabulary import Outcome
from index.hits import Band, Explanation, Hit, SearchResult
from search_app.answers import CollectionView, SafeQuery, SearchView
from search_app.ui.results import comparable_text, divided, heading, notice, weak_summary
from search_app.ui.start import collection, nothing_found
from search_app.ui.state import SearchState

NL = Language.NL


def view(*bands: Band, comparable: bool = True, matched: int = 1200) -> SearchView:
    hits = tuple(Hit(f"T-{n}", "", 1.0, band, (), Explanation()) for n, band in enumerate(bands))
    result = SearchResult(hits, matched, comparable)
    return SearchView(result, SafeQuery("x", changed=False), Facets(), 1300, 12.6)


def test_weak_hits_stand_apart() -> None:
    found = divided(view(Band.STRONG, Band.POSSIBLE, Band.WEAK), SearchState("x"))
    assert [hit.case_id for hit in found.comparable] == ["T-0", "T-1"]
    assert [hit.case_id for hit in found.weak] == ["T-2"]


def test_only_a_handful_of_weak_hits_is_kept() -> None:
    assert len(divided(view(*[Band.WEAK] * 10, comparable=False), SearchState("x")).weak) == 5


def test_weak_hits_are_counted_in_words() -> None:
    one, two = (divided(view(*[Band.WEAK] * number), SearchState("x")) for number in (1, 2))
    assert weak_summary(one, NL) == "Toon de casus die er in de verte op lijkt"
    assert weak_summary(two, NL) == "Toon 2 casussen die er in de verte op lijken"


def test_nothing_is_comparable_when_the_search_says_so() -> None:
    found = divided(view(Band.POSSIBLE, Band.WEAK, comparable=False), SearchState("x"))
    assert found.comparable == ()
    assert len(found.weak) == 2


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (1, "1 vergelijkbare casus"),
        (10, "10 vergelijkbare casussen"),
        (11, "De 10 best vergelijkbare casussen"),
    ],
)
def test_the_heading_counts_what_there_is(number: int, title: str) -> None:
    found = view(*[Band.STRONG] * number)
    html = heading(divided(found, SearchState("x")), found, NL)
    assert f"<h2>{title}</h2>" in html
    assert "Gezocht in 1.200 casussen · 13 ms" in html


def test_there_is_no_more_after_the_first_weak_hit() -> None:
    found = view(*[Band.STRONG] * 9, Band.WEAK, Band.WEAK)
    assert not divided(found, SearchState("x")).more


def test_a_way_out_does_not_count_further_than_it_looked() -> None:
    assert comparable_text(view(*[Band.STRONG] * 11), SearchState("x"), NL) == (
        "meer dan 10 vergelijkbare casussen"
    )
    assert comparable_text(view(Band.STRONG), SearchState("x"), NL) == "1 vergelijkbare casus"
    assert comparable_text(view(Band.WEAK, comparable=False), SearchState("x"), NL) == ""


def test_the_empty_answer_depends_on_the_cause() -> None:
    nothing_alike = nothing_found(view(comparable=False), SearchState("x"), NL)
    assert "Niets vergelijkbaars gevonden" in nothing_alike
    assert "Wij zochten in 1.200 casussen." in nothing_alike
    assert "Haal een filter weg" not in nothing_alike
    filters = SearchState("x", SearchFilters(outcomes=(Outcome.SOLVED,)))
    nothing_left = nothing_found(view(comparable=False, matched=0), filters, NL)
    assert "Met deze filters blijft er niets over" in nothing_left
    assert "Haal een filter weg" in nothing_left


def test_the_collection_shows_its_gaps() -> None:
    facets = Facets(
        regulations=tuple(FacetCount(f"<R{n}>", 9 - n) for n in range(9)),
        outcomes=(FacetCount("opgelost", 30), FacetCount("onbekend", 10)),
        maatwerkplaatsen=(FacetCount("Twente", 50),),
    )
    html = collection(CollectionView(50, facets, date(2025, 3, 1)), NL)
    assert "50 casussen van 1 maatwerkplaats, nieuwste uit maart 2025" in html
    assert "<span>Niet ingevuld</span><b>10</b>" in html
    assert 'style="width:33%"' in html
    assert "&lt;R0&gt;" in html
    assert "<R0>" not in html
    assert "&lt;R6&gt;" not in html


def test_an_empty_collection_says_so() -> None:
    assert "De databank is nog leeg" in collection(CollectionView(0, Facets(), None), NL)


def test_a_notice_is_escaped() -> None:
    assert "&lt;b&gt;" in notice(Bilingual("<b>", "<b>"), NL)
