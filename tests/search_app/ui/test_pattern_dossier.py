# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from types import ModuleType

import pytest

from anonymise.profiles import Profile
from casebase.bilingual import Language
from patterns.dossier import compose
from search_app.dossier.desk import Form
from search_app.dossier.layout import lay_out
from search_app.ui.pattern_dossier import edits, file_name, profile_asked, stories_asked


def test_the_address_names_stories_that_are_there_each_once_and_three_at_most() -> None:
    there = dict.fromkeys(("A", "B", "C", "D"))
    assert stories_asked(["B", "X", "B", "A"], there) == ["B", "A"]
    assert stories_asked(["A", "B", "C", "D"], there) == ["A", "B", "C"]
    assert stories_asked([], there) == []


@pytest.mark.parametrize("asked", ["", "intern", "delen", "x"])
def test_only_the_word_for_everybody_makes_a_pack_for_everybody(asked: str) -> None:
    assert profile_asked(asked) is Profile.DELEN
    assert profile_asked("publicatie") is Profile.PUBLICATIE


def test_only_what_somebody_changed_counts_as_written_anew(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    told = compose(view.study, view.member_cases, [], chosen=["T-2025-001", "T-2025-002"], keys=str.split)
    same = "\n".join(told.stories[0].paragraphs)
    written = {"T-2025-001": f" {same} ", "T-2025-002": "Korter.", "T-2025-003": "Geen verhaal hier."}
    assert edits(told, written) == {"T-2025-002": "Korter."}
    assert edits(told, {"T-2025-001": "  "}) == {}


def test_a_file_is_called_by_number_and_day(invented_pattern: ModuleType) -> None:
    view = invented_pattern.view()
    told = compose(view.study, view.member_cases, [], chosen=[], keys=str.split)
    for language, start in ((Language.NL, "dossier"), (Language.EN, "evidence-pack")):
        document = lay_out(told, Profile.DELEN, language)
        name = file_name(document, "P-2025-001", date(2025, 6, 2), Form.PDF)
        assert name == f"{start}-P-2025-001-2025-06-02.pdf"
