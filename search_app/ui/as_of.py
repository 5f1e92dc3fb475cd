# SPDX-License-Identifier: EUPL-1.2
"""The day that a page tells about: today, or an earlier one that the address names."""

from collections.abc import Mapping
from datetime import date

PARAMETER = "op"
"""Name of the day in an address, as in ``patronen?op=2025-06-02``."""


def day_asked(parameters: Mapping[str, str], today: date) -> date:
    """The day in the address; today where it holds none, one that cannot be read, or one to come."""
    try:
        return min(date.fromisoformat(parameters.get(PARAMETER, "").strip()), today)
    except ValueError:
        return today
