# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest

from patterns.more_like import MoreLike
from patterns.offering import ENOUGH, Watched, fit_of_cases, fitting_cases


@pytest.fixture(scope="module")
def more_like(told: Any) -> MoreLike:
    return MoreLike(told.collection)


def _of(told: Any, theme: str) -> list[str]:
    return sorted(case for case, name in told.themes.items() if name == theme)


def test_new_cases_of_a_problem_are_offered_to_its_pattern_and_others_seldom(
    told: Any, more_like: MoreLike
) -> None:
    watched = {name: Watched(frozenset(_of(told, name)[:5])) for name in ("T0", "T1", "T2", "T3", "T4")}
    found = fitting_cases(more_like, watched, told.themes.keys())
    right = [told.themes[each.case_id] == name for name, several in found.items() for each in several]
    assert sum(right) >= 12
    assert right.count(False) <= 5


def test_a_case_is_offered_once_and_never_where_it_is_a_member_of_any(told: Any, more_like: MoreLike) -> None:
    cases = _of(told, "T1")
    watched = {"P-2": Watched(frozenset(cases[:3])), "P-1": Watched(frozenset(cases[3:6]))}
    found = fitting_cases(more_like, watched, cases)
    offered = [each.case_id for several in found.values() for each in several]
    assert len(offered) == len(set(offered)) > 0
    assert not set(offered) & set(cases[:6])


def test_the_best_come_first_and_all_are_fit_enough(told: Any, more_like: MoreLike) -> None:
    found = fitting_cases(more_like, {"P": Watched(frozenset(_of(told, "T2")[:4]))}, told.themes.keys())["P"]
    fits = [each.fit for each in found]
    assert fits == sorted(fits, reverse=True)
    assert min(fits) >= ENOUGH


def test_only_new_cases_are_offered(told: Any, more_like: MoreLike) -> None:
    members, new = _of(told, "T3")[:4], _of(told, "T3")[4:6]
    found = fitting_cases(more_like, {"P": Watched(frozenset(members))}, new)
    assert {each.case_id for each in found["P"]} <= set(new)


def test_a_rejected_case_is_not_offered_again(told: Any, more_like: MoreLike) -> None:
    members = frozenset(_of(told, "T2")[:4])
    first = fitting_cases(more_like, {"P": Watched(members)}, told.themes.keys())["P"][0].case_id
    again = fitting_cases(more_like, {"P": Watched(members, frozenset({first}))}, told.themes.keys())
    assert first not in {each.case_id for each in again["P"]}


@pytest.mark.parametrize("members", [(), ("C-000",), ("C-000", "unknown")])
def test_with_fewer_than_two_known_members_nothing_is_offered(
    told: Any, more_like: MoreLike, members: tuple[str, ...]
) -> None:
    assert fit_of_cases(more_like, Watched(frozenset(members))) == {}
    assert fitting_cases(more_like, {"P": Watched(frozenset(members))}, told.themes.keys()) == {"P": ()}
