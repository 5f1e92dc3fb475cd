# SPDX-License-Identifier: EUPL-1.2
from urllib.parse import parse_qs, urlsplit

import pytest

from anonymise.risk.assessment import RiskLevel
from casebase.vocabulary import ReviewState
from search_app.review_desk import QueueFilter
from search_app.ui.review_address import ReviewView, from_query, review_link, to_query

VIEWS = [
    ReviewView(),
    ReviewView("A-1"),
    ReviewView("A 1&x=2", QueueFilter(state=ReviewState.HELD), page=3),
    ReviewView(
        wanted=QueueFilter(
            levels=frozenset([RiskLevel.HIGH, RiskLevel.LOW]),
            maatwerkplaats="Noord-Holland & co",
            suspects_only=True,
            second_look=True,
        )
    ),
]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_view_comes_back_from_its_address(view: ReviewView) -> None:
    assert from_query(to_query(view)) == view


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_link_keeps_the_queue(view: ReviewView) -> None:
    link = urlsplit(review_link(view, "B-2"))
    assert link.path == "beoordelen"
    assert from_query(parse_qs(link.query)) == ReviewView("B-2", view.wanted, view.page)


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 3, "²"])
def test_odd_pages_do_no_harm(page: str) -> None:
    assert from_query({"blad": [page]}).page >= 1
