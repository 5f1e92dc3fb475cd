# SPDX-License-Identifier: EUPL-1.2
import pytest

from casebase import vocabulary
from casebase.bilingual import Bilingual, DatabankError, Language
from casebase.filters import SearchFilters
from casebase.vocabulary import Kind, Nature, Term

TERMS = [term for kind in Term.__subclasses__() for term in kind]


@pytest.mark.parametrize("term", TERMS, ids=str)
def test_every_value_has_a_label_in_both_languages(term: Term) -> None:
    assert term.label.nl.strip()
    assert term.label.en.strip()
    assert term.label.nl[0].isupper()
    assert term.label.in_language(Language.NL) != term.label.in_language(Language.EN)


@pytest.mark.parametrize("kind", Term.__subclasses__())
def test_labels_within_a_list_differ(kind: type[Term]) -> None:
    for language in Language:
        assert len({term.label.in_language(language) for term in kind}) == len(kind)


def test_there_is_no_label_without_a_value() -> None:
    labelled = {(kind, value) for kind, labels in vocabulary._LABELS.items() for value in labels}
    assert labelled == {(type(term).__name__, term.value) for term in TERMS}


def test_kinds_of_personal_data_are_named_as_in_a_gold_file() -> None:
    assert all(kind.name == kind.value for kind in Kind)


def test_a_sentence_is_dutch_unless_asked_otherwise() -> None:
    sentence = Bilingual("ja", "yes")
    assert (str(sentence), f"{sentence}") == ("ja", "ja")
    assert sentence.in_language(Language.EN) == "yes"


def test_an_error_speaks_dutch_and_knows_english() -> None:
    error = DatabankError("Dat kan niet.", "That cannot be.")
    assert str(error) == "Dat kan niet."
    assert error.message.en == "That cannot be."


@pytest.mark.parametrize(
    ("filters", "any_condition"),
    [
        (SearchFilters(), False),
        (SearchFilters(natures=(Nature.OTHER,)), True),
        (SearchFilters(deviates_from_rules=False), True),
    ],
)
def test_filters_are_true_when_they_hold_a_condition(filters: SearchFilters, any_condition: bool) -> None:
    assert bool(filters) is any_condition
