# SPDX-License-Identifier: EUPL-1.2
"""Texts, lists, terms, yes and no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.vocabulary import Level, Nature, Outcome, Principle, Rating, Term
from ingest.problems import ValueProblemError
from ingest.values import clean_line, clean_text, parse_flag, parse_term, parse_terms, split_list

VOCABULARIES = (Nature, Level, Outcome, Rating, Principle)
NAMES = st.text("abcdefgh XYZ'é", min_size=1, max_size=20).map(lambda s: " ".join(s.split())).filter(bool)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a\r\nb\rc  ", "a\nb\nc"),
        ("a\u00a0b\u200b\u00adc", "a bc"),
        ("e\u0301e\u0301n", "één"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("eerste_x000D_\ntweede", "eerste\ntweede"),
        ("n.v.t.", ""),
        ("-", ""),
        ("N.v.t", ""),
        ("?", ""),
        ("Geen", "Geen"),
        ("niet van toepassing op haar", "niet van toepassing op haar"),
    ],
)
def test_text_is_cleaned_without_losing_words(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ja", True),
        ("Ja.", True),
        ("YES", True),
        ("true", True),
        ("waar", True),
        ("x", True),
        ("1", True),
        ("nee", False),
        ("Neen", False),
        ("False", False),
        ("0", False),
        ("", None),
        ("-", None),
        ("onbekend", None),
        ("n.v.t.", None),
        ("☒ Ja ☐ Nee", True),
        ("☐ Ja\n☒ Nee", False),
        ("[ ] ja [x] nee", False),
        ("☐ Ja ☐ Nee", None),
        ("☒", True),
    ],
)
def test_yes_and_no_are_read_in_their_usual_forms(text: str, answer: bool | None) -> None:
    assert parse_flag(text) is answer


@pytest.mark.parametrize("text", ["ja, want mevrouw Jansen", "deels", "☒ Ja ☒ Nee", "2"])
def test_anything_else_than_yes_or_no_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(ValueProblemError, match="alleen ja of nee") as caught:
        parse_flag(text)
    assert "Jansen" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Financieel", Nature.FINANCIAL),
        ("re-integratie", Nature.REINTEGRATION),
        ("Reïntegratie", Nature.REINTEGRATION),
        ("REINTEGRATIE", Nature.REINTEGRATION),
        ("Re-integration", Nature.REINTEGRATION),
        ("anders", Nature.OTHER),
        ("Juridisch (wet en beleid)", Level.LEGAL),
        ("wet en beleid", Level.LEGAL),
        ("execution", Level.EXECUTION),
        ("Opgelost", Outcome.SOLVED),
        ("gedeeltelijk opgelost", Outcome.PARTLY),
        ("deels", Outcome.PARTLY),
        ("nee", Outcome.NOT_SOLVED),
        ("onbekend", Outcome.UNKNOWN),
        ("☐ Opgelost ☒ Niet opgelost ☐ Onbekend", Outcome.NOT_SOLVED),
        ("Onvoldoende", Rating.INSUFFICIENT),
        ("sufficient", Rating.SUFFICIENT),
        ("Goed", Rating.GOOD),
    ],
)
def test_a_term_is_read_by_value_label_or_usual_synonym(text: str, term: Term) -> None:
    assert parse_term(text, type(term)) is term


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_is_read_by_all_its_own_names(vocabulary: type[Term]) -> None:
    for term in vocabulary:
        for name in (term.value, term.name, term.label.nl, term.label.en, term.value.upper()):
            assert parse_term(name, vocabulary) is term


@pytest.mark.parametrize("text", ["", "-", "onbekend", "n.n.b.", "nog niet bekend"])
def test_a_rating_that_is_not_filled_in_stays_empty(text: str) -> None:
    if text == "n.n.b.":
        with pytest.raises(ValueProblemError):
            parse_term(text, Rating)
    else:
        assert parse_term(text, Rating) is None


def test_an_unknown_term_is_refused_with_the_allowed_ones_and_not_with_itself() -> None:
    with pytest.raises(ValueProblemError) as caught:
        parse_term("volgens mevrouw Jansen", Nature)
    assert "financieel, re-integratie, overig" in caught.value.message.nl
    assert "Re-integration" in caught.value.message.en
    assert "Jansen" not in caught.value.message.nl + caught.value.message.en


def test_two_ticked_terms_where_one_is_asked_are_refused() -> None:
    with pytest.raises(ValueProblemError, match="kies één"):
        parse_term("☒ Opgelost ☒ Niet opgelost", Outcome)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("evenredigheid, vertrouwen", (Principle.PROPORTIONALITY, Principle.TRUST)),
        ("Evenredigheidsbeginsel\nFair play", (Principle.PROPORTIONALITY, Principle.FAIR_PLAY)),
        ("motivering en zorgvuldigheid", (Principle.REASONING, Principle.DUE_CARE)),
        ("détournement de pouvoir", (Principle.MISUSE_OF_POWER,)),
        ("gelijkheid; gelijkheidsbeginsel", (Principle.EQUALITY,)),
        ("☒ Rechtszekerheid ☐ Vertrouwen ☒ Gelijkheid", (Principle.LEGAL_CERTAINTY, Principle.EQUALITY)),
        ("onbekend", ()),
    ],
)  # fmt: skip
def test_several_principles_are_read_from_one_cell(text: str, terms: tuple[Principle, ...]) -> None:
    assert parse_terms(text, Principle) == terms


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("SZW, DUO", ("SZW", "DUO")),
        ("UWV; gemeente; UWV", ("UWV", "gemeente")),
        ("Bakker, Smit & partners; UWV", ("Bakker, Smit & partners", "UWV")),
        ("Zvw (art. 122a, 122b), WW", ("Zvw (art. 122a, 122b)", "WW")),
        ("- UWV\n- gemeente Heerlen\n", ("UWV", "gemeente Heerlen")),
        ("• UWV\n1. SVB", ("UWV", "SVB")),
        ("UWV / gemeente", ("UWV", "gemeente")),
        ("artikel 7,5 of 24/7 zorg", ("artikel 7,5 of 24/7 zorg",)),
        ("Sociale Zaken en Werkgelegenheid", ("Sociale Zaken en Werkgelegenheid",)),
        ("n.v.t.", ()),
        ("geen", ()),
        ("", ()),
    ],
)
def test_a_list_is_split_with_care(text: str, entries: tuple[str, ...]) -> None:
    assert split_list(text) == entries


@given(st.lists(NAMES, max_size=6, unique=True), st.sampled_from(["; ", ";", "\n", "\r\n"]))
def test_a_list_comes_back_whatever_parts_it(names: list[str], separator: str) -> None:
    names = [name for name in names if split_list(name) == (name,)]
    assert split_list(separator.join(names)) == tuple(names)


@given(st.text(max_size=100))
def test_splitting_a_list_never_invents_or_repeats(text: str) -> None:
    entries = split_list(text)
    assert len(set(entries)) == len(entries)
    for entry in entries:
        assert entry == entry.strip()
        assert set(entry.split()) <= set(
            " ".join(clean_text(text).replace(entry, f" {entry} ").split()).split()
        )


def test_a_story_in_a_list_is_refused_without_quoting_it() -> None:
    with pytest.raises(ValueProblemError, match="langer dan 200 tekens") as caught:
        split_list("mevrouw Jansen belde en " * 20)
    assert "Jansen" not in str(caught.value)
