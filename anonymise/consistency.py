# SPDX-License-Identifier: EUPL-1.2
"""Which mentions of names in a case are the same person."""

from collections.abc import Sequence


def link_persons(mentions: Sequence[str]) -> list[int]:
    """For each mention the number of its person; mentions with the same last word are one person."""
    keys = [mention.split()[-1].casefold() if mention.split() else "" for mention in mentions]
    order = list(dict.fromkeys(keys))
    return [order.index(key) for key in keys]
