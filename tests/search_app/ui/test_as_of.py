# SPDX-License-Identifier: EUPL-1.2
"""The day in an address."""

from datetime import date

import pytest

from search_app.ui.as_of import day_asked

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ({}, TODAY),
        ({"op": "2025-06-02"}, date(2025, 6, 2)),
        ({"op": " 2025-06-02 "}, date(2025, 6, 2)),
        ({"op": "2 juni 2025"}, TODAY),
        ({"op": "2025-02-30"}, TODAY),
        ({"op": "2999-01-01"}, TODAY),
    ],
)
def test_a_page_tells_about_the_day_in_its_address_and_else_about_today(
    asked: dict[str, str], day: date
) -> None:
    assert day_asked(asked, TODAY) == day
