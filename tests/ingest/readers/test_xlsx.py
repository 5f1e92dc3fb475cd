# SPDX-License-Identifier: EUPL-1.2
import io
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from ingest.readers import RawRow, ReadResult

Read = Callable[[str, bytes], ReadResult]
Values = Callable[[RawRow], dict[str, str]]
HEADINGS = ("Zaaknummer", "Titel", "Situatie")


def saved(workbook: Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


@pytest.fixture
def workbook() -> Workbook:
    made = openpyxl.Workbook()
    made.active.title = "Casussen"
    made.active.append(HEADINGS)
    made.properties.creator = ""
    return made


@pytest.mark.parametrize(
    ("value", "pattern", "expected"),
    [
        ("007", None, "007"),
        (7, None, "7"),
        (7.0, None, "7"),
        (1234.5, None, "1234.5"),
        (0.1 + 0.2, None, "0.3"),
        (1e-7, None, "0.0000001"),
        (12345678901234567890, None, "12345678901234600000"),
        (12345678, "000000000", "012345678"),
        (datetime(2021, 3, 4), None, "2021-03-04"),
        (datetime(2021, 3, 4, 15, 30), None, "2021-03-04"),
        (date(2021, 3, 4), None, "2021-03-04"),
        (44259, "dd-mm-yyyy", "2021-03-04"),
        (time(9, 5), None, "09:05"),
        (True, None, "ja"),
        (False, None, "nee"),
        ("  tekst met\nregels ", None, "tekst met\nregels"),
        ("een_x000D_\ntwee", None, "een\ntwee"),
        ("=niet berekend", None, ""),
        ("#N/A", None, ""),
    ],
)
def test_cells_become_text(
    value: object, pattern: str | None, expected: str, workbook: Workbook, read: Read, values: Values
) -> None:
    workbook.active.append(("A-1", "titel", value))
    if pattern:
        workbook.active["C2"].number_format = pattern
    (row,) = read("register.xlsx", saved(workbook)).rows
    assert values(row) == {"Zaaknummer": "A-1", "Titel": "titel", "Situatie": expected}


def test_formulas_without_result_and_errors_are_warned_of(workbook: Workbook, read: Read) -> None:
    workbook.active.append(("A-1", "=A1", "#REF!"))
    warnings = [str(warning) for warning in read("register.xlsx", saved(workbook)).warnings]
    assert warnings[0].startswith("1 formule heeft geen bewaarde uitkomst")
    assert warnings[1] == "1 cel bevat een foutmelding van Excel en is leeg gelaten"


def test_titles_empty_rows_and_repeated_headings_are_passed_over(workbook: Workbook, read: Read) -> None:
    sheet = workbook.active
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Register van de Maatwerkplaats"
    sheet.append(("A-1", "een", "x"))
    sheet.append(())
    sheet.append(HEADINGS)
    sheet.append(("A-2", "twee", "y"))
    rows = read("register.xlsx", saved(workbook)).rows
    assert [(row.place, row.row, row.fields[0][1]) for row in rows] == [
        ("rij 4", 4, "A-1"),
        ("rij 7", 7, "A-2"),
    ]


def test_each_visible_sheet_is_read_with_its_own_headings(workbook: Workbook, read: Read) -> None:
    workbook.active.append(("A-1", "een", "x"))
    second = workbook.create_sheet("2022")
    second.append(("Situatie", "Zaaknummer"))
    second.append(("y", "A-2"))
    explanation = workbook.create_sheet("Toelichting")
    explanation.append(("Vul elke maand aan.",))
    hidden = workbook.create_sheet("Namen")
    hidden.append(HEADINGS)
    hidden.append(("A-9", "GEHEIM", "GEHEIM"))
    hidden.sheet_state = "veryHidden"
    result = read("register.xlsx", saved(workbook))
    assert [(row.place, row.where.en) for row in result.rows] == [
        ("blad Casussen rij 2", "sheet Casussen row 2"),
        ("blad 2022 rij 2", "sheet 2022 row 2"),
    ]
    assert result.rows[1].fields == (("Situatie", "y"), ("Zaaknummer", "A-2"))
    assert "1 verborgen werkblad" in str(result.findings[0].message)
    assert "1 werkblad zonder bekende kolomkoppen" in str(result.warnings[0])
    assert "GEHEIM" not in str(result.rows)


def test_hidden_rows_and_columns_are_left_out_and_told(
    workbook: Workbook, read: Read, values: Values
) -> None:
    sheet = workbook.active
    sheet["D1"] = "BSN"
    sheet.append(("A-1", "een", "x", "GEHEIM"))
    sheet.append(("A-2", "GEHEIM", "GEHEIM", "GEHEIM"))
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
    result = read("register.xlsx", saved(workbook))
    (row,) = result.rows
    assert values(row) == {"Zaaknummer": "A-1", "Titel": "een", "Situatie": "x"}
    messages = [str(finding.message) for finding in result.findings]
    assert messages[0].startswith("1 verborgen rij is overgeslagen")
    assert messages[1].startswith("1 verborgen kolom is overgeslagen")


def test_comments_headers_and_authors_are_counted_and_not_quoted(workbook: Workbook, read: Read) -> None:
    workbook.active.append(("A-1", "een", "x"))
    workbook.active["A2"].comment = Comment("GEHEIM", "GEHEIM")
    workbook.active.oddHeader.center.text = "GEHEIM"
    workbook.properties.creator = "GEHEIM"
    result = read("register.xlsx", saved(workbook))
    assert [str(finding.message) for finding in result.findings] == [
        "1 opmerking van 1 auteur is overgeslagen",
        "kop- en voetteksten zijn niet overgenomen",
        "de eigenschappen van het bestand (auteur, laatst gewijzigd door) zijn niet overgenomen",
    ]


def test_a_value_merged_over_rows_counts_for_each_of_them(workbook: Workbook, read: Read) -> None:
    sheet = workbook.active
    sheet.append(("A-1", "samen", "x"))
    sheet.append(("A-2", None, "y"))
    sheet.append(("A-3", None, "z"))
    sheet.merge_cells("B2:B3")
    rows = read("register.xlsx", saved(workbook)).rows
    assert [row.fields[1][1] for row in rows] == ["samen", "samen", ""]


def test_a_value_without_heading_keeps_its_column(workbook: Workbook, read: Read) -> None:
    workbook.active.append(("A-1", "een", "x", None, "los"))
    (row,) = read("register.xlsx", saved(workbook)).rows
    assert row.fields[3:] == (("kolom E", "los"),)


def test_a_sheet_with_labels_beside_values_is_a_form(workbook: Workbook, read: Read) -> None:
    form = workbook.active
    form.delete_rows(1)
    for row in (("Afhandelingsformulier",), ("Zaaknummer", "A-1"), ("Titel", "een"), (None, "Situatie", "x")):
        form.append(row)
    second = workbook.copy_worksheet(form)
    second.title = "Tweede"
    second["B2"] = "A-2"
    rows = read("formulier.xlsx", saved(workbook)).rows
    assert [row.place for row in rows] == ["blad Casussen", "blad Tweede"]
    assert rows[1].fields == (("Zaaknummer", "A-2"), ("Titel", "een"), ("Situatie", "x"))
