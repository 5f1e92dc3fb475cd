# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.vocabulary import Nature
from index.named import FIELDS, agreement, named_in, packed_names, unpacked_names

USUAL = (0.2, 0.3, 0.5, 0.4)

values = st.frozensets(st.sampled_from(["WIA", "Wet WIA", "ZW", "AWB artikel 3:4"]), max_size=3)
records = st.tuples(*[values] * len(FIELDS))


def test_a_record_names_what_is_filled_in(make_case):
    case = make_case(1, regulations=("WIA", "ZW"), nature=Nature.FINANCIAL)
    assert named_in(case) == (
        frozenset({"WIA", "ZW"}),
        frozenset(),
        frozenset({str(Nature.FINANCIAL)}),
        frozenset(),
    )


def test_agreement_is_the_shared_part_less_what_is_usual():
    one = (frozenset({"WIA", "ZW"}), frozenset(), frozenset({"x"}), frozenset())
    other = (frozenset({"WIA"}), frozenset({"p"}), frozenset({"y"}), frozenset())
    assert agreement([one], [other], USUAL)[:, 0] == pytest.approx([0.5 - 0.2, 0.0, -0.5, 0.0])


@given(records, records)
def test_two_records_agree_the_same_either_way(one, other):
    assert agreement([one], [other], USUAL) == pytest.approx(agreement([other], [one], USUAL))


@given(st.lists(records, min_size=1, max_size=3), records)
def test_several_records_agree_on_average(asked, found):
    each = [agreement([one], [found], USUAL) for one in asked]
    assert agreement(asked, [found], USUAL) == pytest.approx(np.mean(each, axis=0), abs=1e-6)


@given(st.lists(records, min_size=1))
def test_what_is_packed_comes_back(named):
    assert list(unpacked_names(packed_names(named))) == named
