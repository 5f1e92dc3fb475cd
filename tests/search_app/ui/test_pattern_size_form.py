# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from casebase.bilingual import Language
from casebase.pattern_vocabulary import SizeStep
from patterns.size import SizeError
from patterns.size_entries import entered_step
from search_app.ui.pattern_case_forms import preview_line
from search_app.ui.pattern_choices import merge_preview
from search_app.ui.pattern_size_form import finding, range_told
from search_app.ui.typed_values import TypedError

DAY = date(2026, 10, 1)
LISTS = {"first": "120", "second": "90", "both": "12"}
RATES = {"cases": "9", "lowest_rate": "2", "highest_rate": "10"}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (SizeStep.REGISTER, {"people": "3.000"}),
        (SizeStep.TWO_LISTS, LISTS),
        (SizeStep.MULTIPLIER, RATES),
    ],
)
def test_what_is_typed_gives_the_step_of_the_method_again(kind: SizeStep, given: dict[str, str]) -> None:
    found = finding(kind, given, "bron", DAY)
    step = entered_step(found)
    assert (step.low, step.high) == (found.low, found.high)
    assert "ingevoerd" in step.method.nl if kind is SizeStep.REGISTER else "interval" in step.method.nl


def test_a_count_is_one_number_and_an_estimate_a_range() -> None:
    count = finding(SizeStep.REGISTER, {"people": "3000"}, "bron", DAY)
    assert range_told(count, Language.NL) == "3.000 mensen"
    assert range_told(finding(SizeStep.REGISTER, {"people": "1"}, "bron", DAY), Language.NL) == "1 mens"
    assert range_told(finding(SizeStep.TWO_LISTS, LISTS, "bron", DAY), Language.NL) == "559 tot 1.362 mensen"


@pytest.mark.parametrize(
    ("kind", "given", "error"),
    [
        (SizeStep.TWO_LISTS, LISTS | {"both": "5"}, SizeError),
        (SizeStep.MULTIPLIER, RATES | {"lowest_rate": "20"}, SizeError),
        (SizeStep.MULTIPLIER, RATES | {"cases": "0"}, SizeError),
        (SizeStep.REGISTER, {"people": "veel"}, TypedError),
        (SizeStep.REGISTER, {}, TypedError),
    ],
)
def test_numbers_that_the_method_does_not_carry_are_refused(
    kind: SizeStep, given: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        finding(kind, given, "bron", DAY)


def test_merging_is_told_before_it_is_done() -> None:
    preview = merge_preview(("A", "B"), ("B",))
    told = preview_line(preview, "P-1", "P-2", Language.NL)
    assert told == "P-1 heeft 2 casussen, P-2 heeft 1 casus. In allebei: B. Samen: 2 casussen."
    assert "No case is in both." in preview_line(merge_preview(("A",), ("B",)), "P-1", "P-2", Language.EN)
