# SPDX-License-Identifier: EUPL-1.2
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.headings import is_heading
from ingest.readers.kinds import Kind
from ingest.readers.parse import parse
from ingest.readers.plain_text import clean
from ingest.readers.types import RawRow, ReadLimits

HEADINGS = ("Zaaknummer", "Titel", "Situatie")
CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t;,|\"' €é")
)


def rows_of(content: bytes) -> list[RawRow]:
    return list(parse(Kind.CSV, content, ReadLimits(), is_heading).rows)


@given(
    cells=st.lists(st.tuples(CELL, CELL, CELL), max_size=8),
    separator=st.sampled_from(";,\t|"),
    quoting=st.sampled_from((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
    line_end=st.sampled_from(("\r\n", "\n")),
    mark=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
)
def test_any_table_comes_back_as_it_was_written(
    cells: list[tuple[str, str, str]], separator: str, quoting: int, line_end: str, mark: str
) -> None:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=separator, quoting=quoting, lineterminator=line_end)
    writer.writerows([HEADINGS, *cells])
    found = rows_of(target.getvalue().encode(mark))
    expected = [
        (number, tuple(clean(cell) for cell in row))
        for number, row in enumerate(cells, start=2)
        if any(cell.strip() for cell in row) and tuple(cell.strip() for cell in row) != HEADINGS
    ]
    assert [(row.row, tuple(value for _, value in row.fields)) for row in found] == expected
    assert all(tuple(heading for heading, _ in row.fields) == HEADINGS for row in found)
    assert not any(row.problem for row in found)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Zaaknummer;Titel;Situatie\nA-1;Café;€ 1.234,50 geëist\n"),
        ("utf-8-sig", "Zaaknummer;Titel;Situatie\nA-1;Café;€ 1.234,50 geëist\n"),
        ("cp1252", "Zaaknummer;Titel;Situatie\nA-1;Café;€ 1.234,50 geëist\n"),
        ("utf-16", "Zaaknummer\tTitel\tSituatie\nA-1\tCafé\t€ 1.234,50 geëist\n"),
        ("utf-16-le", "Zaaknummer;Titel;Situatie\nA-1;Café;€ 1.234,50 geëist\n"),
        ("cp1252", 'Zaaknummer,Titel,Situatie\nA-1,Café,"€ 1.234,50 geëist"\n'),
        ("utf-8", "sep=;\r\nZaaknummer;Titel;Situatie\r\nA-1;Café;€ 1.234,50 geëist\r\n"),
        ("utf-8", "Register 2021;;\n;;\nZaaknummer;Titel;Situatie\nA-1;Café;€ 1.234,50 geëist\n"),
    ],
)
def test_encoding_and_separator_are_recognised(encoding: str, text: str) -> None:
    (row,) = rows_of(text.encode(encoding))
    assert row.fields == (("Zaaknummer", "A-1"), ("Titel", "Café"), ("Situatie", "€ 1.234,50 geëist"))


def test_decimal_commas_do_not_split_a_file_with_semicolons() -> None:
    lines = ["Zaaknummer;Situatie", *(f"A-{n};1.234,50, 2,5 en 3,75" for n in range(5))]
    assert {row.fields[1][1] for row in rows_of("\n".join(lines).encode())} == {"1.234,50, 2,5 en 3,75"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [("A-1;titel", 2), ("A-1;titel;tekst;te veel", 4), ("A-1;titel;tekst;;te veel", 5)],
)
def test_a_row_of_another_width_is_given_with_a_problem(line: str, cells: int) -> None:
    good, bad = rows_of(f"Zaaknummer;Titel;Situatie\nA-0;x;y\n{line}\n".encode())
    assert good.problem is None
    assert bad.problem is not None
    assert f"{cells} kolommen" in bad.problem.nl
    assert "titel" not in bad.problem.nl
    assert bad.place == "rij 3"


def test_empty_cells_too_many_are_no_problem() -> None:
    (row,) = rows_of(b"Zaaknummer;Titel;Situatie\nA-1;titel;tekst;;;\n")
    assert row.problem is None


def test_a_quotation_mark_that_is_never_closed_spoils_only_its_own_row() -> None:
    first, second = rows_of(b'Zaaknummer;Titel\nA-1;goed\nA-2;"open\nA-3;weg\nA-4;weg\n')
    assert first.problem is None
    assert second.problem is not None
    assert "aanhalingsteken" in second.problem.nl


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    text = 'Zaaknummer;Situatie\nA-1;"twee\nregels"\n;\nA-3;een\n'
    assert [row.place for row in rows_of(text.encode())] == ["rij 2", "rij 4"]


def test_nul_bytes_and_invisible_characters_are_taken_out() -> None:
    content = "Zaaknummer;Situatie\nA-1;Ja\u200bn\u00ad be\x00lde\n".encode()
    assert rows_of(content)[0].fields[1] == ("Situatie", "Jan belde")


def test_mostly_utf8_with_one_damaged_byte_is_read_with_a_warning() -> None:
    content = "Zaaknummer;Situatie\nA-1;één geëist reünie €".encode() + b"\xff\n"
    parsed = parse(Kind.CSV, content, ReadLimits(), is_heading)
    assert parsed.rows[0].fields[1][1] == "één geëist reünie €\N{REPLACEMENT CHARACTER}"
    assert "accenten" in parsed.warnings[0].nl


def test_without_a_table_of_headings_the_first_row_with_words_is_taken() -> None:
    parsed = parse(Kind.CSV, b"1;2\nKleur;Vorm\nrood;rond\n", ReadLimits(), None)
    assert [row.fields for row in parsed.rows] == [(("Kleur", "rood"), ("Vorm", "rond"))]
