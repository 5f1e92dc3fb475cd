# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest

from patterns.more_like import MoreLike


def _of(told: Any, theme: str) -> list[str]:
    return sorted(case for case, name in told.themes.items() if name == theme)


def test_two_members_bring_the_others_first(told: Any) -> None:
    one, other, *rest = _of(told, "T2")
    found = [each.case_id for each in MoreLike(told.collection).candidates({one, other}, limit=8)]
    assert len(set(found) & set(rest)) >= 6


def test_members_and_rejected_cases_are_not_asked_again(told: Any) -> None:
    one, other, *_ = _of(told, "T2")
    search = MoreLike(told.collection)
    rejected = {each.case_id for each in search.candidates({one, other}, limit=5)}
    again = {each.case_id for each in search.candidates({one, other}, rejected, limit=100)}
    assert not again & {one, other, *rejected}


def test_a_rejected_case_sinks_what_is_like_it(told: Any) -> None:
    members, rejected = set(_of(told, "T1")[:2]), set(_of(told, "T3")[:3])
    like_rejected = set(_of(told, "T3")[3:])
    search = MoreLike(told.collection)

    def mean_place(found: list[Any]) -> float:
        return float(np.mean([place for place, each in enumerate(found) if each.case_id in like_rejected]))

    before = search.candidates(members, limit=100)
    after = search.candidates(members, rejected, limit=100)
    assert mean_place(after) > mean_place(before)


def test_only_the_given_cases_are_found(told: Any) -> None:
    one, other, *_ = _of(told, "T2")
    found = MoreLike(told.collection, rows=np.arange(30)).candidates({one, other}, limit=100)
    assert {each.case_id for each in found} <= set(told.collection.case_ids[:30])


def test_without_a_known_member_there_is_nothing_to_ask_with(told: Any) -> None:
    with pytest.raises(ValueError, match="no member"):
        MoreLike(told.collection).candidates({"unknown"})
