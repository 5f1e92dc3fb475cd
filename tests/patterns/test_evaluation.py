# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from patterns.evaluation import ThemesFileError, read_themes, score_groups

THEMES = {**dict.fromkeys("abcd", "T1"), **dict.fromkeys("efg", "T2"), "x": "none", "y": "", "z": "none"}


def test_pairs_themes_and_loose_cases_are_counted() -> None:
    scores = score_groups([["a", "b", "c"], ["e", "f", "x", "y"]], THEMES)
    # 3 + 1 right pairs of 3 + 6 proposed and 6 + 3 wanted
    assert (scores.precision, scores.recall, scores.f1) == (0.4444, 0.4444, 0.4444)
    # T1: 3 of 4; T2: 2 of 5
    assert (scores.found, scores.themes) == (1, 2)
    assert (scores.loose_taken, scores.loose) == (2, 3)


def test_loose_cases_together_are_no_right_pair() -> None:
    assert score_groups([["x", "y", "z"]], THEMES).precision == 0


def test_cases_without_a_known_theme_are_looked_past() -> None:
    assert score_groups([["a", "b", "c", "d", "new"]], THEMES).precision == 1


def test_counted_on_some_cases_pairs_start_from_those() -> None:
    scores = score_groups([["a", "b", "c", "d", "e"]], THEMES, among={"e", "f", "g", "x"})
    assert (scores.cases, scores.themes, scores.loose) == (4, 1, 1)
    assert (scores.precision, scores.recall) == (0, 0)


def test_without_groups_all_is_nought() -> None:
    scores = score_groups([], THEMES)
    assert (scores.precision, scores.recall, scores.f1, scores.found) == (0, 0, 0, 0)


def test_a_file_with_themes_is_read_with_and_without_heading(tmp_path: Path) -> None:
    path = tmp_path / "themes.tsv"
    path.write_text("case_id\ttheme\nA-1\tT1\nA-2\t\n", "utf-8")
    assert read_themes(path) == {"A-1": "T1", "A-2": ""}


@pytest.mark.parametrize("content", ["A-1 T1\n", "A-1\tT1\textra\n"])
def test_a_row_that_is_no_case_and_theme_is_refused_with_its_number(tmp_path: Path, content: str) -> None:
    path = tmp_path / "themes.tsv"
    path.write_text(content, "utf-8")
    with pytest.raises(ThemesFileError, match="rij 1"):
        read_themes(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemesFileError, match=r"themes\.tsv"):
        read_themes(tmp_path / "themes.tsv")
