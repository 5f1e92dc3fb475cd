# SPDX-License-Identifier: EUPL-1.2
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from anonymise.merge import PRIORITY, merge, without
from anonymise.spans import THRESHOLD, PiiSpan
from casebase.vocabulary import Kind

TEXT = "Bakker Installaties, Jan de Boer: bsn 999900407 (Kerkstraat 12), 06-41820977. " * 2


def span(start: int, end: int, kind: Kind = Kind.PERSON, score: float = 0.9) -> PiiSpan:
    return PiiSpan(start, end, kind, score, "test")


spans = st.builds(
    lambda start, length, kind, score: PiiSpan(start, start + length, kind, score, "test"),
    st.integers(0, len(TEXT) - 40),
    st.integers(1, 40),
    st.sampled_from(list(Kind)),
    st.floats(0, 1),
)


def test_every_kind_has_a_place_in_the_order() -> None:
    assert sorted(PRIORITY) == sorted(Kind)


def test_overlapping_findings_of_one_kind_become_one_with_the_best_score() -> None:
    assert merge([span(0, 6, score=0.5), span(3, 19, score=0.8)], TEXT) == [span(0, 19, score=0.8)]


def test_findings_of_one_kind_that_only_stand_together_stay_two() -> None:
    assert len(merge([span(0, 6), span(7, 19)], TEXT)) == 2


def test_a_longer_finding_takes_up_the_one_inside_it() -> None:
    inside, around = span(0, 6), span(0, 19, Kind.ORG)
    assert merge([inside, around], TEXT) == [around]


def test_of_two_over_the_same_letters_the_more_specific_stays() -> None:
    assert merge([span(38, 47, Kind.CASE_NUMBER), span(38, 47, Kind.BSN)], TEXT) == [span(38, 47, Kind.BSN)]


def test_a_sure_finding_goes_before_a_doubtful_one() -> None:
    sure, doubtful = span(38, 47, Kind.CASE_NUMBER), span(38, 47, Kind.BSN, 0.45)
    assert merge([doubtful, sure], TEXT) == [sure]


def test_the_loser_keeps_what_the_winner_leaves() -> None:
    merged = merge([span(21, 47, Kind.PERSON), span(34, 59, Kind.BSN)], TEXT)
    assert [(s.start, s.end, s.kind) for s in merged] == [(21, 32, Kind.PERSON), (34, 59, Kind.BSN)]


def test_space_and_punctuation_at_the_edges_go() -> None:
    assert merge([span(19, 34)], TEXT) == [span(21, 32)]


def test_a_plus_sign_and_an_at_sign_stay() -> None:
    text = "+31 6 / @roos"
    merged = merge([span(0, 6, Kind.PHONE), span(8, 13, Kind.URL)], text)
    assert [text[s.start : s.end] for s in merged] == ["+31 6", "@roos"]


def test_a_finding_without_a_letter_or_digit_goes() -> None:
    assert merge([span(19, 21)], TEXT) == []


def test_what_scores_below_the_threshold_does_not_count() -> None:
    assert merge([span(0, 6, score=THRESHOLD - 0.01)], TEXT) == []


@given(st.lists(spans, max_size=25))
def test_nothing_is_ever_uncovered(found: list[PiiSpan]) -> None:
    merged = merge(found, TEXT)
    covered = {place for s in merged for place in range(s.start, s.end)}
    wanted = {place for s in found if s.score >= THRESHOLD for place in range(s.start, s.end)}
    assert {place for place in wanted if TEXT[place].isalnum()} <= covered
    assert covered <= wanted


@given(st.lists(spans, max_size=25))
def test_the_result_is_sorted_and_disjoint_whatever_the_order(found: list[PiiSpan]) -> None:
    merged = merge(found, TEXT)
    assert all(one.end <= other.start for one, other in pairwise(merged))
    assert merge(list(reversed(found)), TEXT) == merged


@given(st.lists(spans, max_size=10), st.integers(0, 50), st.integers(1, 50))
def test_taken_places_are_left_alone(found: list[PiiSpan], start: int, length: int) -> None:
    left = without(merge(found, TEXT), [(start, start + length)], TEXT)
    assert not any(s.start < start + length and start < s.end for s in left)
