# SPDX-License-Identifier: EUPL-1.2
"""What reviewers said about words, in the anonymiser itself."""

from collections.abc import Sequence

import pytest

from anonymise.anonymiser import Anonymiser
from casebase.listed_terms import ListedTerm
from casebase.record import KnownValue, RawCase, SafeCase
from casebase.vocabulary import Kind, TermList, TermScope

ALLOWED, MASKED = TermList.ALLOWED, TermList.MASKED
MAY_STAY = ListedTerm(ALLOWED, "Sjoukje")
TEXT = "Gisteren kwam Sjoukje langs bij de balie."


def made(
    anonymiser: Anonymiser,
    situation: str,
    *terms: ListedTerm,
    known: Sequence[KnownValue] = (),
    maatwerkplaats: str = "",
) -> SafeCase:
    raw = RawCase(
        case_id="A-1", situation=situation, known_values=tuple(known), maatwerkplaats=maatwerkplaats
    )
    return anonymiser.with_terms(terms).anonymise_case(raw)


def test_the_word_is_found_when_nobody_judged_it(anonymiser: Anonymiser) -> None:
    assert "Sjoukje" not in made(anonymiser, TEXT).situation


@pytest.mark.parametrize(
    ("term", "stays"),
    [
        (MAY_STAY, True),
        (ListedTerm(ALLOWED, "Sjoukje", kind=Kind.PERSON), True),
        (ListedTerm(ALLOWED, "Sjoukje", kind=Kind.CITY), False),
        (ListedTerm(ALLOWED, "sjoukje"), False),
        (ListedTerm(ALLOWED, "sjoukje", any_case=True), True),
        (ListedTerm(ALLOWED, "Sjoukje Hoekstra"), False),
        (ListedTerm(ALLOWED, "Sjouk"), False),
        (ListedTerm(ALLOWED, "Sjoukje", TermScope.CASE, case_id="A-1"), True),
        (ListedTerm(ALLOWED, "Sjoukje", TermScope.CASE, case_id="B-2"), False),
        (ListedTerm(ALLOWED, "Sjoukje", TermScope.MAATWERKPLAATS, maatwerkplaats="Twente"), True),
        (ListedTerm(ALLOWED, "Sjoukje", TermScope.MAATWERKPLAATS, maatwerkplaats="Zeeland"), False),
    ],
)
def test_a_false_alarm_stays_where_that_was_said(
    anonymiser: Anonymiser, term: ListedTerm, stays: bool
) -> None:
    case = made(anonymiser, TEXT, term, maatwerkplaats="Twente")
    assert ("Sjoukje" in case.situation) is stays


def test_a_false_alarm_is_no_suspect_either(anonymiser: Anonymiser) -> None:
    text = "Volgens het Zwoffelplan was dat juist."
    before = made(anonymiser, text)
    assert before.suspects or before.situation != text
    judged = made(anonymiser, text, ListedTerm(ALLOWED, "Zwoffelplan"))
    assert (judged.situation, judged.suspects) == (text, ())


def test_a_known_value_of_the_record_wins(anonymiser: Anonymiser) -> None:
    known = [KnownValue(Kind.PERSON, "Sjoukje Hoekstra")]
    assert "Sjoukje" not in made(anonymiser, TEXT, MAY_STAY, known=known).situation


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw Sjoukje Hoekstra kwam langs. Later belde Sjoukje nog eens.",
        "Sjoukje belde op maandag.\n\nMevrouw Sjoukje Hoekstra, geboren op 12-03-1965, kwam langs.",
    ],
)
def test_a_person_who_is_named_in_full_is_masked_everywhere(anonymiser: Anonymiser, text: str) -> None:
    assert "Sjoukje" not in made(anonymiser, text, MAY_STAY).situation


@pytest.mark.parametrize("value", ["06-12345678", "truus@voorbeeld.nl", "999990019"])
def test_numbers_and_addresses_never_stay(anonymiser: Anonymiser, value: str) -> None:
    case = made(anonymiser, f"Bereikbaar op {value}, bsn {value}.", ListedTerm(ALLOWED, value, any_case=True))
    assert value not in case.situation


@pytest.mark.parametrize("written", ["de Wobbelaar", "WOBBELAAR", "Wobbelaars dossier", "wobbelaar"])
def test_words_that_are_always_masked_are_found_in_every_spelling(
    anonymiser: Anonymiser, written: str
) -> None:
    term = ListedTerm(MASKED, "Wobbelaar", kind=Kind.PERSON)
    assert "wobbelaar" not in made(anonymiser, f"Bij {written} was het druk.", term).situation.lower()


def test_masking_goes_before_leaving(anonymiser: Anonymiser) -> None:
    masked = ListedTerm(MASKED, "Sjoukje", kind=Kind.PERSON)
    assert "Sjoukje" not in made(anonymiser, TEXT, MAY_STAY, masked).situation


def test_only_what_holds_everywhere_counts_for_a_text_that_is_no_case(anonymiser: Anonymiser) -> None:
    here = ListedTerm(ALLOWED, "Sjoukje", TermScope.CASE, case_id="A-1")
    assert "Sjoukje" not in anonymiser.with_terms([here]).anonymise_text(TEXT).text
    assert "Sjoukje" in anonymiser.with_terms([MAY_STAY]).anonymise_text(TEXT).text


def test_the_anonymiser_itself_stays_as_it_was(anonymiser: Anonymiser) -> None:
    before = anonymiser.anonymise_text(TEXT).text
    anonymiser.with_terms([MAY_STAY])
    assert anonymiser.anonymise_text(TEXT).text == before
