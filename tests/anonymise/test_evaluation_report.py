# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from anonymise.evaluation import evaluate_parts
from anonymise.evaluation.charts import Bar, bar_chart
from anonymise.evaluation.report import PAGE, ReportError, page, write_report
from anonymise.evaluation.scores import AnonymisationScores, Interval
from anonymise.gold import GoldCase, read_marks
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

DAY = date(2026, 11, 22)


class Halves:
    """Finds every second name."""

    def find_in_fields(self, texts: Mapping[str, str]) -> Mapping[str, list[PiiSpan]]:
        return {field: [PiiSpan(0, 4, Kind.PERSON, 1.0, "test")] for field in texts}


@pytest.fixture(scope="module")
def scores() -> AnonymisationScores:
    text, marks = read_marks("[[PERSON|Noor]] belt [[PERSON|Xqzwv]] uit [[CITY|Urk]], bsn [[BSN|999900407]]")
    case = GoldCase("1", {"situation": text}, {"situation": marks}, "mail", {"Noor": "dutch"})
    return evaluate_parts({"a.jsonl": [case] * 30, "b.jsonl": [case]}, Halves())


def test_the_page_tells_day_engine_size_and_each_part(scores: AnonymisationScores) -> None:
    text = page(scores, engine="1-abc", measured_on=DAY)

    assert "2026-11-22" in text
    assert "`1-abc`" in text
    assert "on 31 cases" in text
    assert "| direct identifiers, recall | 33.3%" in text
    assert "| PERSON | 62 | 50.0%" in text
    assert "| dutch | 31 | 100.0% [≥ " in text
    assert "| BSN | unusual form of a number | 31 |" in text


def test_the_page_quotes_no_text(scores: AnonymisationScores) -> None:
    assert "Xqzwv" not in page(scores, engine="1", measured_on=DAY)


def test_every_picture_of_the_page_is_written_and_is_valid_xml(
    scores: AnonymisationScores, tmp_path: Path
) -> None:
    written = write_report(scores, tmp_path / "new" / "folder", engine="1", measured_on=DAY)

    pictures = sorted(path.name for path in written.parent.glob("*.svg"))
    assert written.name == PAGE
    assert pictures == ["recall-by-kind.svg", "recall-by-origin.svg", "recall-by-style.svg"]
    for name in pictures:
        assert f"({name})" in written.read_text(encoding="utf-8")
        root = ElementTree.fromstring((written.parent / name).read_text(encoding="utf-8"))
        assert root.get("role") == "img"


def test_the_same_figures_give_the_same_bytes(scores: AnonymisationScores, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(scores, tmp_path / name, engine="1", measured_on=DAY)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_labels_of_a_chart_are_escaped_and_low_shares_stay_inside() -> None:
    chart = bar_chart("A & B", [Bar("<x>", 0.1, Interval(low=0.0, high=0.2), 3, 0.95)])

    assert "&lt;x&gt;" in chart
    assert "A &amp; B" in chart
    assert 'width="-' not in chart


def test_a_folder_that_cannot_be_written_is_told(scores: AnonymisationScores, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(ReportError, match="Controleer de map"):
        write_report(scores, tmp_path / "file", engine="1", measured_on=DAY)
