# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from patterns.receipts import MonthCount, Receipt, monthly_series, reports


def test_months_without_cases_count_as_zero_and_later_cases_are_left_out() -> None:
    own = [date(2025, 11, 3), date(2026, 1, 31), date(2026, 2, 20)]
    inflow = [*own, date(2025, 12, 1), date(2026, 1, 2)]
    assert monthly_series(own, inflow, date(2026, 1, 31), months=3) == (
        MonthCount(date(2025, 11, 1), 1, 1, complete=True),
        MonthCount(date(2025, 12, 1), 0, 1, complete=True),
        MonthCount(date(2026, 1, 1), 1, 2, complete=True),
    )


def test_a_month_that_is_not_over_says_so_and_one_without_inflow_has_no_share() -> None:
    before, now = monthly_series([date(2026, 3, 1)], [date(2026, 3, 1)], date(2026, 3, 30), months=2)
    assert before.share is None
    assert (now.complete, now.share) == (False, 1.0)


def test_cases_of_one_source_in_one_week_are_one_report() -> None:
    monday, sunday, next_monday = date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 9)
    receipts = [Receipt(sunday, "A"), Receipt(monday, "A"), Receipt(monday, "B"), Receipt(next_monday, "A")]
    assert reports(receipts) == (monday, monday, next_monday)


def test_cases_without_a_source_count_each() -> None:
    assert reports([Receipt(date(2026, 3, 2)), Receipt(date(2026, 3, 2))]) == (date(2026, 3, 2),) * 2
