# SPDX-License-Identifier: EUPL-1.2
"""The patterns of a case on its page."""

from dataclasses import replace
from datetime import date

import pytest

from casebase.bilingual import Language
from casebase.pattern_vocabulary import PatternState
from patterns.reading import ToldToSubmitter
from search_app.ui.case_patterns import patterns

DUE = date(2026, 4, 1)
TOLD = ToldToSubmitter("P-2026-001", "Te laat <b>gekeurd</b>", PatternState.CONFIRMED, None, "", None, DUE)


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (DUE, "U hoort hierover uiterlijk op 1 april 2026."),
        (date(2026, 4, 2), "U zou hierover uiterlijk op 1 april 2026 iets horen. Dat is te laat"),
    ],
)
def test_a_promise_that_is_over_is_not_told_as_one_that_stands(today: date, sentence: str) -> None:
    assert sentence in patterns([TOLD], today, Language.NL)


def test_without_a_promise_nothing_is_promised() -> None:
    assert "horen" not in patterns([replace(TOLD, answer_due=None)], DUE, Language.NL)


def test_the_name_of_a_pattern_is_only_text() -> None:
    told = patterns([TOLD, TOLD], DUE, Language.EN)
    assert "<b>" not in told
    assert "Part of patterns" in told
