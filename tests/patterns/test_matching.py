# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns.matching import continued, named, recognised

EARLIER = {"V-001": {"a", "b", "c", "d"}, "V-002": {"e", "f", "g"}}


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ({"a", "b", "c", "d", "x"}, "V-001"),
        ({"a", "b", "x", "y"}, None),
        ({"e", "f", "g", "h", "i", "j"}, "V-002"),
        ({"x", "y", "z"}, None),
    ],
)
def test_a_proposal_is_continued_by_a_group_that_shares_half(group: set[str], name: str | None) -> None:
    assert continued(EARLIER, [group]) == [name]


def test_a_name_goes_to_the_group_that_is_most_like_it() -> None:
    groups = [{"a", "b"}, {"a", "b", "c", "d"}]
    assert continued(EARLIER, groups) == [None, "V-001"]


def test_a_new_group_gets_a_name_that_was_never_given() -> None:
    assert named(EARLIER, [{"x", "y", "z"}, {"e", "f", "g"}], taken={"V-007"}) == ["V-008", "V-002"]


@pytest.mark.parametrize(
    ("members", "group", "seen"),
    [
        ({"a", "b", "c"}, set("abcdefghijkl"), True),
        ({"a", "b", "c"}, {"a", "x", "y"}, False),
        (set("abcdefghijkl"), {"a", "b", "c"}, True),
        (set("abcdef"), {"a", "b", "u", "v", "w", "x"}, False),
    ],
)
def test_a_registered_pattern_is_seen_in_a_group_that_shares_half_of_the_smaller(
    members: set[str], group: set[str], seen: bool
) -> None:
    assert recognised({"P-2026-001": members}, [group]) == ["P-2026-001" if seen else None]


def test_of_two_patterns_the_one_that_shares_most_is_recognised() -> None:
    patterns = {"P-2026-001": {"a", "b"}, "P-2026-002": {"a", "b", "c"}}
    assert recognised(patterns, [{"a", "b", "c"}]) == ["P-2026-002"]


_GROUPS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=1), max_size=6)


@given(earlier=_GROUPS, groups=_GROUPS)
def test_every_group_has_one_name_and_no_two_have_the_same(
    earlier: list[frozenset[str]], groups: list[frozenset[str]]
) -> None:
    names = named({f"V-{number:03d}": cases for number, cases in enumerate(earlier, start=1)}, groups)
    assert len(names) == len(groups) == len(set(names))


@given(groups=st.sets(st.frozensets(st.sampled_from("abcdefghij"), min_size=1), max_size=6))
def test_the_same_groups_keep_their_names(groups: set[frozenset[str]]) -> None:
    ordered = sorted(groups, key=sorted)
    earlier = {f"V-{number:03d}": cases for number, cases in enumerate(ordered, start=1)}
    assert named(earlier, ordered) == list(earlier)
