# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.gold import GoldError, GoldSpan, read_gold, read_marks
from casebase.vocabulary import Kind


def write(path: Path, *records: object) -> Path:
    file = path / "gold.jsonl"
    file.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return file


def test_marks_come_off_and_leave_their_positions():
    text, spans = read_marks("Haar man [[PERSON|Dylan]]s fiets staat in [[CITY|Urk]].")

    assert text == "Haar man Dylans fiets staat in Urk."
    assert [(text[s.start : s.end], s.kind) for s in spans] == [("Dylan", Kind.PERSON), ("Urk", Kind.CITY)]


@given(
    st.lists(
        st.tuples(
            st.text(alphabet="ab é|\n", max_size=5),
            st.sampled_from(Kind),
            st.text(alphabet="xyz ë-\n", min_size=1, max_size=6),
        )
    )
)
def test_every_mark_points_at_its_own_text(pieces: list[tuple[str, Kind, str]]):
    marked = "".join(f"{before}[[{kind}|{value}]]" for before, kind, value in pieces)

    text, spans = read_marks(marked)

    assert text == "".join(before + value for before, _, value in pieces)
    assert [(span.kind, text[span.start : span.end]) for span in spans] == [(k, v) for _, k, v in pieces]


@pytest.mark.parametrize("faulty", ["[[PERSONN|Dylan]]", "Van [[PERSON|Dylan] thuis"])
def test_a_faulty_mark_is_refused(faulty: str):
    with pytest.raises(ValueError, match=r"unknown kind|unmatched"):
        read_marks(faulty)


def test_all_text_fields_of_a_case_are_read(tmp_path: Path):
    record = {
        "case_id": "A-1",
        "title": "Schuld van [[PERSON|Noor]]",
        "situation": "",
        "legal_perspective": {"text": "[[PERSON|Noor]] heeft recht", "rating": "goed"},
        "organisations_involved": ["UWV", "[[ORG|Bakkerij De Halm]]"],
        "received_on": "2021-01-14",
        "theme": "T01",
        "remarks": "bel [[PHONE|06-00000000]]",
    }

    (case,) = read_gold(write(tmp_path, record))

    assert case.case_id == "A-1"
    assert case.texts == {
        "title": "Schuld van Noor",
        "legal_perspective": "Noor heeft recht",
        "organisations_involved.0": "UWV",
        "organisations_involved.1": "Bakkerij De Halm",
        "remarks": "bel 06-00000000",
    }
    assert case.spans["organisations_involved.1"] == (GoldSpan(0, 16, Kind.ORG),)
    assert case.spans["organisations_involved.0"] == ()


def test_a_text_with_a_list_of_spans_is_read(tmp_path: Path):
    record = {
        "id": "7",
        "text": "Dylan uit Urk",
        "spans": [{"start": 10, "end": 13, "kind": "CITY"}, {"start": 0, "end": 5, "kind": "PERSON"}],
    }

    (case,) = read_gold(write(tmp_path, record))

    assert case.texts == {"text": "Dylan uit Urk"}
    assert case.spans["text"] == (GoldSpan(0, 5, Kind.PERSON), GoldSpan(10, 13, Kind.CITY))


@pytest.mark.parametrize(
    "record",
    [
        {"id": "1"},
        {"id": "1", "text": "Dylan", "spans": [{"start": 0, "end": 9, "kind": "PERSON"}]},
        {"id": "1", "text": "Dylan", "spans": [{"start": 0, "end": 5, "kind": "NAAM"}]},
        {"id": "1", "text": "Dylan", "spans": [{"start": 0}]},
        {"id": "1", "title": "[[NAAM|Dylan]]"},
        ["Dylan"],
    ],
)
def test_a_faulty_line_is_named_by_number_and_never_quoted(tmp_path: Path, record: object):
    good = {"id": "0", "text": "een goede regel"}

    with pytest.raises(GoldError) as error:
        read_gold(write(tmp_path, good, record))

    assert "2" in error.value.message.nl
    assert "gold.jsonl" in error.value.message.en
    assert "Dylan" not in str(error.value)
    assert error.value.__cause__ is None


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(GoldError, match=r"nergens\.jsonl"):
        read_gold(tmp_path / "nergens.jsonl")


def test_repr_shows_no_text(tmp_path: Path):
    (case,) = read_gold(write(tmp_path, {"id": "1", "title": "van [[PERSON|Dylan]]"}))

    assert "Dylan" not in repr(case)


def test_the_gold_files_of_the_project_can_be_read():
    cases = read_gold(Path(__file__).parents[1] / "gold" / "dev.jsonl")

    assert len(cases) == 183
    assert sum(len(spans) for case in cases for spans in case.spans.values()) > 1400


def test_style_and_origins_of_names_are_read_where_a_line_tells_them(tmp_path: Path):
    told = {"id": "1", "text": "[[PERSON|Oleh]] belt", "style": "mail", "origins": {"Oleh": "ukrainian"}}

    first, second = read_gold(write(tmp_path, told, {"id": "2", "text": "niets", "style": None}))

    assert (first.style, dict(first.origins)) == ("mail", {"Oleh": "ukrainian"})
    assert (second.style, dict(second.origins)) == ("", {})


def test_origins_that_are_no_table_are_refused(tmp_path: Path):
    with pytest.raises(GoldError, match="1"):
        read_gold(write(tmp_path, {"id": "1", "text": "x", "origins": ["Oleh"]}))
