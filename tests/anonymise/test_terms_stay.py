# SPDX-License-Identifier: EUPL-1.2
"""Laws, bodies, units, systems, benefits, illnesses and case law stay readable, whatever the sentence.

The terms are in ``tests/gold/stays.txt``. Nothing in these sentences is personal, so that anything
found is wrong. The last test holds the reverse: persons who bear such a name are still masked.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser

TERMS = Path(__file__).parents[1] / "gold" / "stays.txt"
LEAST = 450

CARRIERS = (
    "{Term} staat in de brief.",
    "Volgens het besluit speelt {term} mee.",
    "Dat is bekend ({term}).",
    "Navraag bij {term} hielp niet.",
    "De afspraak over de {term} is niet nagekomen.",
    "Genoemd zijn huur, {term} en schulden.",
    "- {term}\n",
    "kl. belde over {term}, begrijpt er niets van",
)


def terms() -> list[tuple[str, ...]]:
    """Each term with the ways in which it is written."""
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line.strip() and line[0] not in "#>"]
    return [tuple(form.strip() for form in entry.split("|")) for entry in entries]


def sentences(form: str) -> list[str]:
    """The carrier sentences with one way of writing a term."""
    capital = form[0].upper() + form[1:]
    return [carrier.format(term=form, Term=capital) for carrier in CARRIERS]


def found(anonymiser: "Anonymiser", text: str) -> list[str]:
    return [f"{span.kind}: {text[span.start : span.end]}" for span in anonymiser.find(text)]


def test_there_are_enough_terms_and_none_twice() -> None:
    forms = [form for entry in terms() for form in entry]
    assert len(terms()) >= LEAST
    assert len(CARRIERS) >= 8
    assert sorted(forms) == sorted(set(forms))


def test_no_term_is_masked_in_a_paragraph(anonymiser: "Anonymiser") -> None:
    """One text a term and way of writing: what is found once would be found in all its sentences."""
    wrong = {
        form: hits
        for entry in terms()
        for form in entry
        if (hits := found(anonymiser, "\n".join(sentences(form))))
    }
    assert not wrong


@pytest.mark.parametrize("carrier", ["{Term}", CARRIERS[2]])
def test_no_term_is_masked_in_a_text_of_one_line(anonymiser: "Anonymiser", carrier: str) -> None:
    wrong = {}
    for form in (form for entry in terms() for form in entry):
        text = carrier.format(term=form, Term=form[0].upper() + form[1:])
        if hits := found(anonymiser, text):
            wrong[text] = hits
    assert not wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mevrouw Pfeiffer belde gisteren.", "Pfeiffer"),
        ("Dhr. Parkinson is ziek.", "Parkinson"),
        ("De ziekte van Fatma is erger geworden.", "Fatma"),
        ("Haar dochter Amber heeft Wajong.", "Amber"),
        ("Wij spraken Gerda over het arrest.", "Gerda"),
        ("Volgens mevrouw Van Dam klopt de wet niet.", "Van Dam"),
        ("Collega Stella van team Stella belde.", "Stella"),
        ("Het Jansen-dossier ligt bij ons.", "Jansen"),
        ("De Yilmaz-zaak loopt nog.", "Yilmaz"),
        ("De Kuiper-map is weg.", "Kuiper"),
        ("Zijn vrouw Mei Ling heeft astma.", "Mei Ling"),
        ("Commissielid Borstlap zei: mijn man Jan Hillen is ziek.", "Jan Hillen"),
    ],
)
def test_a_person_with_the_name_of_a_thing_is_masked(anonymiser: "Anonymiser", text: str, name: str) -> None:
    start = text.index(name)
    masked = {
        place
        for span in anonymiser.find(text)
        if span.kind is Kind.PERSON
        for place in range(span.start, span.end)
    }
    assert {start, start + len(name) - 1} <= masked
