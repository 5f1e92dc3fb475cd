# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

import pytest

from ingest.errors import Refusal, RefusedContentError
from ingest.headings import is_heading
from ingest.readers.blocks import Block, Cell, Line, Named, Table, text_cell
from ingest.readers.forms import form_rows, read_form
from ingest.readers.ticks import ticked


def lines(text: str) -> list[Block]:
    return [Line(line) for line in text.split("\n")]


def table(*rows: Sequence[str]) -> Table:
    return Table(tuple(tuple(text_cell(cell) for cell in row) for row in rows))


def pairs(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    (row,) = form_rows(read_form(blocks, is_heading).entries)
    return list(row.fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zaaknummer: A-1", [("Zaaknummer", "A-1")]),
        ("zaaknummer : A-1", [("zaaknummer", "A-1")]),
        ("1. Zaaknummer: A-1", [("Zaaknummer", "A-1")]),
        ("Zaaknummer\tA-1", [("Zaaknummer", "A-1")]),
        (
            "Zaaknummer: A-1   Datum ontvangst: 4 maart",
            [("Zaaknummer", "A-1"), ("Datum ontvangst", "4 maart")],
        ),
        ("Zaaknummer A-1", [("Zaaknummer", "A-1")]),
        ("Casus A-2021-001", [("Casusnummer", "A-2021-001")]),
        ("Situatie\neerste\n\ntweede", [("Situatie", "eerste\n\ntweede")]),
        ("Situatie:\nLet op: zij belde\nom 10:30 uur", [("Situatie", "Let op: zij belde\nom 10:30 uur")]),
        ("Wat speelt er?\nVeel", [("Wat speelt er?", "Veel")]),
        ("Situatie: hij ging\nnaar een andere casus.", [("Situatie", "hij ging\nnaar een andere casus.")]),
        ("Niveau:\nJuridisch\nBuikpijn\nja", [("Niveau", "Juridisch"), ("Buikpijn", "ja")]),
        (
            "Juridisch perspectief\nArtikel 77\nOordeel: voldoende\nBesluit: ja",
            [
                ("Juridisch perspectief", "Artikel 77"),
                ("Juridisch perspectief oordeel", "voldoende"),
                ("Besluit", "ja"),
            ],
        ),
        ("Uitkomst: ☐ opgelost ☒ deels opgelost", [("Uitkomst", "deels opgelost")]),
        ("Situatie: zie https://voorbeeld.nl", [("Situatie", "zie https://voorbeeld.nl")]),
    ],
)
def test_lines_become_labels_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(lines(text)) == expected


def test_headings_open_values_and_lower_headings_divide_them() -> None:
    blocks = [
        Line("Afhandelingsformulier", level=0),
        Line("2. Situatie", level=1),
        Line("Begin."),
        Line("Het gezin", level=2),
        Line("Vervolg."),
        Line("Iets onbekends", level=1),
        Line("Tekst daaronder."),
        Line("Lege kop", level=1),
        Line("Besluit", level=1),
    ]
    assert pairs(blocks) == [
        ("Situatie", "Begin.\nHet gezin\nVervolg."),
        ("Iets onbekends", "Tekst daaronder."),
        ("Besluit", ""),
    ]


def test_a_bold_start_of_a_paragraph_is_a_label_only_when_it_is_known() -> None:
    blocks = [Line("Situatie Zij belde.", lead="Situatie"), Line("Belangrijk dit telt.", lead="Belangrijk")]
    assert pairs(blocks) == [("Situatie", "Zij belde.\nBelangrijk dit telt.")]


def test_a_plain_label_in_the_story_of_a_form_with_headings_stays_in_the_story() -> None:
    blocks = [
        Line("Situatie", level=2),
        Line("Zij belde."),
        Line("Werkgever: zegt niets te weten."),
        Line("juridisch: niets"),
        Line("Besluit", bold=True),
        Line("Burger: maakte bezwaar."),
        Line("Dat is gegrond."),
        Line("Uitkomst: deels opgelost"),
    ]
    assert pairs(blocks) == [
        ("Situatie", "Zij belde.\nWerkgever: zegt niets te weten.\njuridisch: niets"),
        ("Besluit", "Burger: maakte bezwaar.\nDat is gegrond."),
        ("Uitkomst", "deels opgelost"),
    ]


def test_plain_labels_right_under_a_heading_are_labels() -> None:
    blocks = [
        Line("Inbrenger", level=1),
        *lines("Functie inbrenger: adviseur\nOnderdeel: SMZ"),
        Line("Algemeen", level=1),
        Line("Zaaknummer: A-1"),
    ]
    found = [pair for pair in pairs(blocks) if pair[1]]
    assert found == [("Functie inbrenger", "adviseur"), ("Onderdeel", "SMZ"), ("Zaaknummer", "A-1")]


def test_a_small_letter_does_not_begin_a_label_where_labels_have_capitals() -> None:
    text = "Situatie: zij belde.\nbeslissing: wachten op de arts\nBesluit: ja"
    assert pairs(lines(text)) == [
        ("Situatie", "zij belde.\nbeslissing: wachten op de arts"),
        ("Besluit", "ja"),
    ]


TABLES = {
    "label beside value": (
        [("Zaaknummer", "A-1"), ("Kleur van de map", "rood"), ("Situatie", "tekst\nmeer")],
        [("Zaaknummer", "A-1"), ("Kleur van de map", "rood"), ("Situatie", "tekst\nmeer")],
    ),
    "two pairs in a row": (
        [("Zaaknummer", "A-1", "Aard", "financieel"), ("Niveau", "juridisch", "", "")],
        [("Zaaknummer", "A-1"), ("Aard", "financieel"), ("Niveau", "juridisch")],
    ),
    "an unknown label with a colon among pairs": (
        [("Zaaknummer:", "A-1", "Paraaf:", "JJ")],
        [("Zaaknummer", "A-1"), ("Paraaf", "JJ")],
    ),
    "values that are labels elsewhere": (
        [("Aard", "Financieel"), ("Niveau", "Juridisch"), ("Titel", "x")],
        [("Aard", "Financieel"), ("Niveau", "Juridisch"), ("Titel", "x")],
    ),
    "label above value": (
        [("Zaaknummer", "Datum ontvangst"), ("A-1", "4 maart")],
        [("Zaaknummer", "A-1"), ("Datum ontvangst", "4 maart")],
    ),
    "labels and values in turn": (
        [("Zaaknummer", "Titel"), ("A-1", "x"), ("Situatie", "Besluit"), ("lang", "kort")],
        [("Zaaknummer", "A-1"), ("Titel", "x"), ("Situatie", "lang"), ("Besluit", "kort")],
    ),
    "perspectives with a judgement": (
        [
            ("Perspectief", "Afweging", "Oordeel"),
            ("Juridisch", "art. 77", "goed"),
            ("Financieel", "duur", ""),
        ],
        [
            ("Juridisch", "art. 77"),
            ("Juridisch oordeel", "goed"),
            ("Financieel", "duur"),
            ("Financieel oordeel", ""),
        ],
    ),
    "perspectives with a judgement and no headings": (
        [("Juridisch perspectief", "art. 77", "goed"), ("Financieel perspectief", "duur", "onvoldoende")],
        [
            ("Juridisch perspectief", "art. 77"),
            ("Juridisch perspectief oordeel", "goed"),
            ("Financieel perspectief", "duur"),
            ("Financieel perspectief oordeel", "onvoldoende"),
        ],
    ),
    "perspectives side by side": (
        [("Juridisch", "Financieel", "Maatschappelijk"), ("art. 77\nOordeel: goed", "duur", "zwaar")],
        [
            ("Juridisch", "art. 77"),
            ("Juridisch oordeel", "goed"),
            ("Financieel", "duur"),
            ("Maatschappelijk", "zwaar"),
        ],
    ),
    "titles of parts": (
        [("Deel A: algemeen",), ("Zaaknummer", "A-1"), ("2. Perspectiefcirkel",), ("Situatie", "x")],
        [("Zaaknummer", "A-1"), ("Situatie", "x")],
    ),
    "label in one row and value in the next": (
        [("Situatie",), ("Een lang verhaal.",), ("Besluit",), ("Kwijtschelding.",)],
        [("Situatie", "Een lang verhaal."), ("Besluit", "Kwijtschelding.")],
    ),
    "a value that goes on beside an empty label": (
        [("Situatie", "eerste"), ("", "tweede"), ("Besluit", "x")],
        [("Situatie", "eerste\ntweede"), ("Besluit", "x")],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_read_as_people_fill_them_in(name: str) -> None:
    rows, expected = TABLES[name]
    assert pairs([table(*rows)]) == expected


def test_a_table_within_a_value_is_a_form_again_when_it_holds_labels() -> None:
    inner = table(("Buikpijn", "ja"), ("Besluit", "nee"))
    plain = table(("maart", "100"), ("april", "200"))
    outer = Table(
        (
            (text_cell("Titel"), Cell((Line("x"), plain))),
            (text_cell("Situatie"), Cell((Line("verhaal"), inner))),
        )
    )
    assert pairs([outer]) == [
        ("Titel", "x\nmaart 100\napril 200"),
        ("Situatie", "verhaal"),
        ("Buikpijn", "ja"),
        ("Besluit", "nee"),
    ]


def test_a_content_control_names_its_value_unless_a_visible_label_waits() -> None:
    blocks = [
        Line("Zaaknummer: A-1"),
        Named("Situatie", (Line("verhaal"),)),
        Line("Wat is besloten?"),
        Named("Besluit", (Line("kwijtschelding"),)),
    ]
    assert pairs(blocks) == [
        ("Zaaknummer", "A-1"),
        ("Situatie", "verhaal"),
        ("Wat is besloten?", "kwijtschelding"),
    ]


def test_a_second_case_number_begins_a_second_case_with_the_labels_above_it() -> None:
    text = "Titel: een\nZaaknummer: A-1\nSituatie: x\nTitel: twee\nZaaknummer: A-2\nSituatie: y"
    first, second = form_rows(read_form(lines(text), is_heading).entries)
    assert first.fields == (("Titel", "een"), ("Zaaknummer", "A-1"), ("Situatie", "x"))
    assert second.fields == (("Titel", "twee"), ("Zaaknummer", "A-2"), ("Situatie", "y"))
    assert (first.place, second.place) == ("formulier 1", "formulier 2")
    assert second.where.en == "form 2"


def test_a_case_number_that_is_repeated_does_not_begin_a_case() -> None:
    text = "Zaaknummer: A-1\nSituatie: x\nZaaknummer: A-1\nBesluit: y"
    assert pairs(lines(text)) == [("Zaaknummer", "A-1"), ("Situatie", "x"), ("Besluit", "y")]


def test_a_register_in_a_document_gives_a_case_for_each_row() -> None:
    register = table(("Zaaknummer", "Situatie"), ("A-1", "x"), ("A-2", "y"))
    rows = form_rows(read_form([register], is_heading).entries)
    assert [row.fields[0][1] for row in rows] == ["A-1", "A-2"]


def test_text_outside_the_labels_is_counted() -> None:
    assert read_form(lines("Beste collega\nSituatie: x"), is_heading).outside == len("Beste collega")


def test_a_document_without_known_labels_is_refused() -> None:
    with pytest.raises(RefusedContentError) as caught:
        read_form(lines("Geachte heer,\nHierbij een verhaal: lang."), is_heading)
    assert caught.value.reason is Refusal.NO_LABELS


def test_without_a_table_labels_are_recognised_by_their_form() -> None:
    blocks = [
        Line("Kleur:"),
        Line("rood"),
        Line("Vorm: rond"),
        Line("om 10:30 uur"),
        Line("Maat", bold=True),
        Line("xl"),
    ]
    (row,) = form_rows(read_form(blocks, None).entries)
    assert row.fields == (("Kleur", "rood"), ("Vorm", "rond\nom 10:30 uur"), ("Maat", "xl"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("☒ opgelost ☐ niet opgelost", "opgelost"),
        ("☐ ja\n☑ nee", "nee"),
        ("ja ☐ nee ☒", "nee"),
        ("Afgeweken? [x] ja [ ] nee", "ja"),
        ("☒ evenredigheid ☒ gelijkheid ☐ vertrouwen", "evenredigheid; gelijkheid"),
        ("☐ ja ☐ nee", ""),
        ("☒ ja, want het moest\nToelichting eronder", "ja, want het moest\nToelichting eronder"),
        ("geen hokjes [zie bijlage]", "geen hokjes [zie bijlage]"),
    ],
)
def test_tick_boxes_say_what_is_ticked(text: str, expected: str) -> None:
    assert ticked(text) == expected
