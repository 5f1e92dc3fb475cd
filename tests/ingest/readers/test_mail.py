# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from email import policy
from email.message import EmailMessage

import pytest

from ingest.errors import Refusal, UnreadableFileError
from ingest.readers import KNOWN_EMAIL, KNOWN_PERSON, ReadResult

Read = Callable[[str, bytes], ReadResult]
FORM = "Zaaknummer: A-1\nSituatie: zij belde\ndrie keer\n\nBesluit: ja\n"
FIELDS = [("Zaaknummer", "A-1"), ("Situatie", "zij belde\ndrie keer"), ("Besluit", "ja")]


def mail(body: str, *, html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=policy.SMTP)
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def fields(result: ReadResult) -> list[tuple[str, str]]:
    (row,) = result.rows
    return [pair for pair in row.fields if not pair[0].startswith("@")]


def known(result: ReadResult, heading: str) -> list[str]:
    return [value for name, value in result.rows[0].fields if name == heading]


def test_a_form_in_a_mail_is_read_and_its_heads_are_dropped(read: Read) -> None:
    message = mail(
        f"Beste collega,\n\n{FORM}",
        From="Saskia de Wit <s.dewit@voorbeeld.nl>",
        To='"Berg, P. van den (Piet)" <p.vandenberg@voorbeeld.nl>, Maatwerkplaats Noord <mwp@voorbeeld.nl>',
        Cc="jan@voorbeeld.nl",
        Subject="Casus GEHEIM",
    )
    result = read("mail.eml", bytes(message))
    assert fields(result) == FIELDS
    assert known(result, KNOWN_PERSON) == ["Saskia de Wit", "P. van den Berg"]
    assert known(result, KNOWN_EMAIL) == [
        "s.dewit@voorbeeld.nl",
        "p.vandenberg@voorbeeld.nl",
        "mwp@voorbeeld.nl",
        "jan@voorbeeld.nl",
    ]
    assert "GEHEIM" not in str(result.rows[0].fields)
    assert str(result.findings[0].message).startswith("afzender, ontvangers, datum en onderwerp")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Zaaknummer: A-1</p><p>Situatie: zij belde<br>drie keer</p><div>Besluit: ja</div>",
        "<table><tr><td>Zaaknummer</td><td>A-1</td></tr>"
        "<tr><td>Situatie</td><td>zij belde<br>drie keer</td></tr>"
        "<tr><td>Besluit</td><td>ja</td></tr></table>",
        "<h2>Zaaknummer</h2>A-1<h2>Situatie</h2><p>zij   belde</p><p>drie keer</p><h2>Besluit</h2><p>ja</p>",
        "<style>p {color: red}</style>"
        "<b>Zaaknummer:</b> A-1<br><b>Situatie:</b> zij belde<br>drie keer<br>"
        "<span style='display:none'>GEHEIM</span><b>Besluit:</b> ja<script>GEHEIM</script>",
    ],
)
def test_a_mail_with_html_alone_is_read(read: Read, html: str) -> None:
    message = EmailMessage(policy=policy.SMTP)
    message.set_content(html, subtype="html")
    assert fields(read("mail.eml", bytes(message))) == FIELDS


def test_plain_text_goes_before_html(read: Read) -> None:
    result = read("mail.eml", bytes(mail(FORM, html="<p>Zaaknummer: B-9</p>")))
    assert fields(result) == FIELDS


EARLIER = {
    "marked lines": "\n".join(f"> {line}" for line in ["Situatie: oud", "Besluit: oud"]),
    "Outlook": "-----Oorspronkelijk bericht-----\n"
    "Van: Kees Prins <k.prins@voorbeeld.nl>\nVerzonden: maandag\n"
    "Aan: Saskia de Wit\nOnderwerp: RE: GEHEIM\n\nSituatie: oud\n",
    "heads alone": "Van: Kees Prins\nVerzonden: maandag\nAan: iemand\nOnderwerp: x\n\nSituatie: oud\n",
    "Gmail": "Op ma 4 mrt 2021 om 10:30 schreef Kees Prins <k.prins@voorbeeld.nl>:\n> Situatie: oud\n",
}


@pytest.mark.parametrize("style", EARLIER)
def test_the_form_in_the_newest_message_wins(read: Read, style: str) -> None:
    result = read("mail.eml", bytes(mail(f"{FORM}\n{EARLIER[style]}")))
    assert fields(result) == FIELDS
    assert "eerder" in str(result.warnings[0])


def test_a_form_in_a_quoted_message_is_read_where_the_newest_has_none(read: Read) -> None:
    quoted = "\n".join(f"> {line}" for line in FORM.split("\n"))
    assert fields(read("mail.eml", bytes(mail(f"Zie hieronder.\n\n{quoted}")))) == FIELDS
    heads = "Van: Kees Prins <k.prins@voorbeeld.nl>\nVerzonden: maandag\nAan: Saskia de Wit\n\n"
    result = read("mail.eml", bytes(mail(f"Zie hieronder.\n\n{heads}{FORM}")))
    assert fields(result) == FIELDS
    assert known(result, KNOWN_PERSON) == ["Kees Prins", "Saskia de Wit"]
    assert known(result, KNOWN_EMAIL) == ["k.prins@voorbeeld.nl"]


def test_a_mail_pasted_in_the_middle_of_a_story_does_not_end_the_form(read: Read) -> None:
    heads = EARLIER["heads alone"].split("Situatie")[0]
    body = f"Zaaknummer: A-1\nTitel: x\nSituatie: zie hieronder\n{heads}Dag!\n"
    result = read("mail.eml", bytes(mail(f"{body}\nBuikpijn: ja\nBesluit: nee\n")))
    assert fields(result) == [
        ("Zaaknummer", "A-1"),
        ("Titel", "x"),
        ("Situatie", "zie hieronder\n\nDag!"),
        ("Buikpijn", "ja"),
        ("Besluit", "nee"),
    ]


def test_lines_broken_at_the_width_of_a_mail_are_joined(read: Read) -> None:
    story = [
        "Mevrouw heeft achttien jaar in de thuiszorg gewerkt bij dezelfde werkgever en",
        "is uitgevallen.",
    ]
    body = "\n".join(["Zaaknummer: A-1", "Situatie:", *story, "Einde.", "Besluit: ja"])
    assert dict(fields(read("mail.eml", bytes(mail(body)))))["Situatie"] == f"{story[0]} {story[1]}\nEinde."


def test_the_signature_is_cut_and_its_name_is_offered_as_known(read: Read) -> None:
    result = read(
        "mail.eml", bytes(mail(f"{FORM}\nMet vriendelijke groet,\n\nSaskia de Wit\nprocesbegeleider\n06-1\n"))
    )
    assert fields(result) == FIELDS
    assert known(result, KNOWN_PERSON) == ["Saskia de Wit"]
    assert "ondertekening" in str(result.findings[1].message)


def test_attachments_are_counted_and_not_read(read: Read) -> None:
    message = mail(FORM)
    message.add_attachment(b"GEHEIM", maintype="application", subtype="pdf", filename="GEHEIM.pdf")
    message.add_attachment(mail("Situatie: oud"))
    result = read("mail.eml", bytes(message))
    assert fields(result) == FIELDS
    assert str(result.findings[-1].message) == "2 bijlagen zijn niet gelezen"


def test_a_mail_whose_form_is_in_the_attachment_says_so(read: Read) -> None:
    message = mail("Zie bijlage.")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="form.pdf")
    with pytest.raises(UnreadableFileError) as caught:
        read("mail.eml", bytes(message))
    assert caught.value.reason is Refusal.FORM_IN_ATTACHMENT


def test_an_encrypted_mail_says_so(read: Read) -> None:
    content = b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nMIME-Version: 1.0\n\nAAAA\n"
    with pytest.raises(UnreadableFileError) as caught:
        read("mail.eml", content)
    assert caught.value.reason is Refusal.PASSWORD


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15", "bestaat-niet"])
def test_letters_with_accents_survive_every_charset(read: Read, charset: str) -> None:
    encoding = "windows-1252" if charset == "bestaat-niet" else charset
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    content = head.encode() + "Zaaknummer: A-1\nSituatie: café geëist\n".encode(encoding)
    assert dict(fields(read("mail.eml", content)))["Situatie"] == "café geëist"


@pytest.mark.parametrize(
    "value", ["=?utf-8?q?Ren=C3=A9e_Bos?= <r.bos@voorbeeld.nl>", '"Bos, Renée" <r.bos@voorbeeld.nl>']
)
def test_encoded_names_in_heads_are_decoded(read: Read, value: str) -> None:
    result = read("mail.eml", f"From: {value}\n\n{FORM}".encode())
    assert known(result, KNOWN_PERSON) == ["Renée Bos"]


@pytest.mark.parametrize("value", ["a: b <c@d>, (", "<<>>, @, =?x?q?y?=", 'groep: ;, "', ": \x00"])
def test_damaged_heads_do_not_stop_the_reading(read: Read, value: str) -> None:
    assert fields(read("mail.eml", f"From: {value}\nTo: {value}\n\n{FORM}".encode())) == FIELDS


def test_lines_that_flow_are_joined(read: Read) -> None:
    content = b"Content-Type: text/plain; format=flowed\n\nZaaknummer: A-1\nSituatie: zij \nbelde \nvaak\n"
    assert dict(fields(read("mail.eml", content)))["Situatie"] == "zij belde vaak"
