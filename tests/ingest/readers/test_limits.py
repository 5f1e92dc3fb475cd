# SPDX-License-Identifier: EUPL-1.2
"""What a file may ask of the machine, and that the next file is read after one that asked too much."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import Refusal, UnreadableFileError
from ingest.headings import is_heading
from ingest.readers import FileReader, ReadLimits, ReadResult

Write = Callable[[str, bytes], Path]
PATIENCE = 60.0
"""Seconds after which a test machine under heavy load would still have answered."""


def test_a_sheet_that_claims_a_million_rows_is_read_for_what_it_holds(
    read: Callable[[str, bytes], ReadResult], made: Any
) -> None:
    rows = f'<row r="1">{made.text_cell("A1", "Zaaknummer")}{made.text_cell("B1", "Situatie")}</row>'
    rows += f'<row r="2">{made.text_cell("A2", "A-1")}{made.text_cell("B2", "tekst")}</row>'
    claim = '<dimension ref="A1:XFD1048576"/>'
    result = read("a.xlsx", made.xlsx_with(made.sheet_xml(rows, claim)))
    assert [row.place for row in result.rows] == ["rij 2"]


def test_more_rows_than_allowed_are_refused(write: Write, made: Any) -> None:
    limits = ReadLimits(rows=1_000)
    rows = "".join(
        f'<row r="{n}">{made.text_cell(f"A{n}", "x")}{made.text_cell(f"B{n}", "y")}</row>'
        for n in range(1, 1_200)
    )
    lines = "Zaaknummer;Situatie\n" + "A-1;tekst\n" * 1_001
    objects = '{"case_id": "A-1"}\n' * 1_001
    contents = {
        "a.xlsx": made.xlsx_with(made.sheet_xml(rows)),
        "a.csv": lines.encode(),
        "a.jsonl": objects.encode(),
    }
    with FileReader(limits, is_heading) as reader:
        for name, content in contents.items():
            with pytest.raises(UnreadableFileError, match=r"meer dan 1\.000 rijen"):
                reader.read(write(name, content))


@pytest.mark.slow
def test_a_sheet_with_a_million_real_rows_is_refused_and_one_with_a_million_empty_ones_is_read(
    write: Write, made: Any
) -> None:
    head = f'<row r="1">{made.text_cell("A1", "Zaaknummer")}{made.text_cell("B1", "Situatie")}</row>'
    full = head + "".join(
        f'<row r="{n}">{made.text_cell(f"A{n}", str(n))}</row>' for n in range(2, 1_048_577)
    )
    formatted = head + f'<row r="2">{made.text_cell("A2", "A-1")}</row>'
    formatted += "".join(f'<row r="{n}" s="1"/>' for n in range(3, 1_048_577))
    with FileReader(ReadLimits(wall_seconds=120), is_heading) as reader:
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("vol.xlsx", made.xlsx_with(made.sheet_xml(full))))
        assert caught.value.reason is Refusal.TOO_MANY_ROWS
        claim = '<dimension ref="A1:A1048576"/>'
        path = write("leeg.xlsx", made.xlsx_with(made.sheet_xml(formatted, claim)))
        assert len(reader.read(path).rows) == 1


def test_a_file_that_takes_too_much_processor_time_is_stopped_and_the_next_is_read(
    write: Write, made: Any
) -> None:
    heavy = made.docx_with(made.document_xml("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 900_000))
    with FileReader(ReadLimits(cpu_seconds=1, ratio=100_000), is_heading) as reader:
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("zwaar.docx", heavy))
        assert caught.value.reason is Refusal.TOO_SLOW
        assert len(reader.read(write("goed.docx", made.docx())).rows) == 1


def test_a_file_that_takes_too_long_by_the_clock_is_stopped(write: Write, made: Any) -> None:
    heavy = made.docx_with(made.document_xml("<w:p/>" * 3_000_000))
    with FileReader(ReadLimits(wall_seconds=1.0, ratio=100_000), is_heading) as reader:
        start = time.monotonic()
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("zwaar.docx", heavy))
        assert caught.value.reason is Refusal.TOO_SLOW
        assert time.monotonic() - start < PATIENCE / 2


def test_a_file_that_takes_too_much_memory_is_stopped_and_the_next_is_read(write: Write, made: Any) -> None:
    heavy = made.docx_with(made.document_xml("<w:p/>" * 3_000_000))
    limits = ReadLimits(memory_bytes=400_000_000, ratio=100_000)
    with FileReader(limits, is_heading) as reader:
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("zwaar.docx", heavy))
        assert caught.value.reason in (Refusal.TOO_MUCH_MEMORY, Refusal.CRASHED, Refusal.BROKEN)
        assert len(reader.read(write("goed.docx", made.docx())).rows) == 1


def test_an_answer_that_is_too_large_is_refused(write: Write) -> None:
    with FileReader(ReadLimits(result_bytes=1_000), is_heading) as reader:
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("a.csv", b"Zaaknummer;Situatie\n" + b"A-1;verhaal\n" * 100))
        assert caught.value.reason is Refusal.INFLATED


def test_a_file_that_is_too_large_is_refused_before_it_is_read(write: Write) -> None:
    with (
        FileReader(ReadLimits(file_bytes=1_000_000)) as reader,
        pytest.raises(UnreadableFileError, match="1 MB"),
    ):
        reader.read(write("a.csv", b"x" * 1_000_001))
