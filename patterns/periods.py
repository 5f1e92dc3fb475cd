# SPDX-License-Identifier: EUPL-1.2
"""Lengths of time that cases are counted by."""

from enum import StrEnum


class Period(StrEnum):
    """The length of the periods that cases are counted in."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
