# SPDX-License-Identifier: EUPL-1.2
import io
from collections.abc import Callable, Sequence

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.readers import KNOWN_PERSON, RawRow, ReadResult
from ingest.readers.wrapping import unwrapped

Read = Callable[[str, bytes], ReadResult]
Values = Callable[[RawRow], dict[str, str]]
STYLES = getSampleStyleSheet()
SENTENCE = "Mevrouw van der Bulthuis heeft achttien jaar in de thuiszorg gewerkt en is toen uitgevallen. "
STORY = SENTENCE * 12
WORDS = ("voorschot", "arts", "brief", "huur", "schuld", "werk", "klacht", "gesprek", "maand")


def text(words: str, style: str = "Normal") -> Paragraph:
    return Paragraph(words, STYLES[style])


def letter(flow: Sequence[Flowable], header: str = "", footer: str = "", author: str = "") -> bytes:
    def margins(canvas: Canvas, _: object) -> None:
        canvas.drawString(60, 820, header)
        canvas.drawString(60, 20, footer.format(n=canvas.getPageNumber()))

    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, author=author).build(
        list(flow), onFirstPage=margins, onLaterPages=margins
    )
    return target.getvalue()


def table(*rows: Sequence[str], widths: Sequence[int] = (130, 330)) -> Table:
    cells = [[text(cell) for cell in row] for row in rows]
    return Table(cells, colWidths=list(widths), style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))


def test_lines_and_headings_of_a_letter_are_read(read: Read, values: Values) -> None:
    flow = [
        text("Afhandelingsformulier", "Title"),
        text("<b>Zaaknummer:</b> A-1"),
        text("Datum ontvangst: 4 maart 2021"),
        text("Situatie", "Heading2"),
        text(STORY),
        Spacer(1, 10),
        text("Tweede alinea."),
        text("Besluit", "Heading2"),
        text("Kwijtschelding."),
    ]
    (row,) = read("brief.pdf", letter(flow)).rows
    assert values(row) == {
        "Zaaknummer": "A-1",
        "Datum ontvangst": "4 maart 2021",
        "Situatie": f"{STORY.strip()}\n\nTweede alinea.",
        "Besluit": "Kwijtschelding.",
    }


def test_bold_labels_set_plain_ones_in_a_story_apart(read: Read, values: Values) -> None:
    flow = [
        text("<b>Zaaknummer:</b> A-1"),
        text("<b>Situatie:</b> zij belde."),
        text("Werkgever: zegt niets."),
    ]
    (row,) = read("brief.pdf", letter(flow)).rows
    assert values(row) == {"Zaaknummer": "A-1", "Situatie": "zij belde.\nWerkgever: zegt niets."}


def test_labels_of_a_table_with_nothing_beside_them_keep_their_place(read: Read, values: Values) -> None:
    rows = table(
        ("Zaaknummer", "A-1"),
        ("Buikpijn", ""),
        ("Besluit", "ja"),
        ("Oordeel juridisch perspectief", ""),
        ("Lessen", "x"),
    )
    (row,) = read("brief.pdf", letter([rows])).rows
    assert values(row) == {
        "Zaaknummer": "A-1",
        "Buikpijn": "",
        "Besluit": "ja",
        "Oordeel juridisch perspectief": "",
        "Lessen": "x",
    }


def test_tables_of_two_columns_are_read_with_their_wrapped_lines(read: Read, values: Values) -> None:
    rows = table(
        ("Zaaknummer", "A-1"),
        ("Situatie", STORY),
        ("Oordeel juridisch perspectief", "voldoende"),
        ("Besluit", "Kwijtschelding."),
    )
    (row,) = read("brief.pdf", letter([text("Formulier", "Title"), rows])).rows
    assert values(row) == {
        "Zaaknummer": "A-1",
        "Situatie": STORY.strip(),
        "Oordeel juridisch perspectief": "voldoende",
        "Besluit": "Kwijtschelding.",
    }


def test_tables_of_four_columns_are_read(read: Read, values: Values) -> None:
    rows = table(
        ("Zaaknummer", "A-1", "Aard", "financieel"),
        ("Uitkomst", "opgelost", "Niveau", "juridisch"),
        widths=(90, 140, 90, 140),
    )
    (row,) = read("brief.pdf", letter([rows])).rows
    assert values(row) == {
        "Zaaknummer": "A-1",
        "Aard": "financieel",
        "Uitkomst": "opgelost",
        "Niveau": "juridisch",
    }


def test_a_value_goes_on_over_the_end_of_a_page_without_the_margins(read: Read, values: Values) -> None:
    story = [" ".join(f"{a} {b} {c}" for b in WORDS for c in WORDS) + "." for a in WORDS for _ in range(3)]
    flow = [
        text("Zaaknummer: A-1"),
        text("Situatie", "Heading2"),
        *map(text, story),
    ]
    content = letter(flow, header="Maatwerkplaats - vertrouwelijk", footer="Pagina {n} van 3")
    assert len(PdfReader(io.BytesIO(content)).pages) > 1
    result = read("brief.pdf", content)
    assert values(result.rows[0])["Situatie"].split() == " ".join(story).split()
    assert "kop- en voetteksten" in str(result.findings[0].message)


def test_a_table_goes_on_over_the_end_of_a_page(read: Read, values: Values) -> None:
    parts = [("Zaaknummer", "A-1"), ("Situatie", "eerste deel"), ("", "tweede deel"), ("", "derde deel")]
    first, second = table(*parts[:2]), table(*parts[2:], ("Besluit", "x"), ("Uitkomst", "y"))
    result = read("brief.pdf", letter([first, PageBreak(), second]))
    assert values(result.rows[0]) == {
        "Zaaknummer": "A-1",
        "Situatie": "eerste deel\ntweede deel\nderde deel",
        "Besluit": "x",
        "Uitkomst": "y",
    }


def test_a_label_in_the_margin_is_read_once(read: Read, values: Values) -> None:
    flow = [text("Situatie: een"), PageBreak(), text("twee")]
    (row,) = read("brief.pdf", letter(flow, header="Zaaknummer: A-1")).rows
    assert values(row) == {"Zaaknummer": "A-1", "Situatie": "een\ntwee"}


def test_a_case_on_each_page_stays_a_case(read: Read) -> None:
    flow = [
        part
        for n in (1, 2, 3)
        for part in (text(f"Zaaknummer: A-{n}"), text(f"Situatie: nummer {n}"), PageBreak())
    ]
    rows = read("brief.pdf", letter(flow)).rows
    assert [row.fields for row in rows] == [
        (("Zaaknummer", f"A-{n}"), ("Situatie", f"nummer {n}")) for n in (1, 2, 3)
    ]


def test_the_signature_is_cut_and_its_name_is_offered_as_known(read: Read) -> None:
    flow = [
        text(line)
        for line in ("Zaaknummer: A-1", "Besluit: ja.", "Met vriendelijke groet,", "Saskia de Wit", "UWV")
    ]
    result = read("brief.pdf", letter(flow))
    assert result.rows[0].fields == (
        ("Zaaknummer", "A-1"),
        ("Besluit", "ja."),
        (KNOWN_PERSON, "Saskia de Wit"),
    )
    assert "ondertekening" in str(result.findings[0].message)


def test_fields_that_were_filled_in_are_read(read: Read) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 760, "Formulier van de Maatwerkplaats")
    form = canvas.acroForm
    form.textfield(name="f1", tooltip="Zaaknummer", value="A-1", x=72, y=700)
    form.textfield(name="Situatie", value="ingevuld verhaal", x=72, y=650)
    form.checkbox(name="c1", tooltip="Afwijking van regels", checked=True, x=72, y=600)
    canvas.save()
    (row,) = read("formulier.pdf", target.getvalue()).rows
    assert ("Zaaknummer", "A-1") in row.fields
    assert ("Situatie", "ingevuld verhaal") in row.fields
    assert ("Afwijking van regels", "ja") in row.fields


def test_annotations_attachments_and_authors_are_counted_and_not_quoted(read: Read) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(letter([text("Zaaknummer: A-1")], author="GEHEIM")))
    writer.add_annotation(0, FreeText(text="GEHEIM", rect=(50, 50, 200, 100)))
    writer.add_attachment("GEHEIM.txt", b"GEHEIM")
    target = io.BytesIO()
    writer.write(target)
    result = read("brief.pdf", target.getvalue())
    assert [str(finding.message) for finding in result.findings] == [
        "1 aantekening in de pdf is overgeslagen",
        "de eigenschappen van het bestand (auteur, laatst gewijzigd door) zijn niet overgenomen",
        "1 bijlage is niet gelezen",
    ]


def test_a_scanned_page_among_others_gives_a_warning(read: Read) -> None:
    canvas = Canvas(target := io.BytesIO())
    canvas.drawString(72, 700, "Zaaknummer: A-1, een lange regel met letters")
    canvas.showPage()
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    assert "1 bladzijde heeft geen tekstlaag" in str(read("brief.pdf", target.getvalue()).warnings[0])


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("zij kreeg een brief over de terug-", "vordering", "zij kreeg een brief over de terugvordering"),
        (
            "zij vroeg om hulp bij de eerste re-",
            "integratie",
            "zij vroeg om hulp bij de eerste re-integratie",
        ),
        ("de brief is van mevrouw Bulthuis-", "Nieboer", "de brief is van mevrouw Bulthuis-Nieboer"),
        ("een gewone regel die vol is en die", "doorloopt", "een gewone regel die vol is en die doorloopt"),
    ],
)
def test_broken_words_are_joined(first: str, second: str, joined: str) -> None:
    assert unwrapped([first, second], len(first), lambda _line, _before: False) == [joined]
