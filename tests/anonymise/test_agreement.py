# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest

from anonymise.agreement import SOURCE, agree
from anonymise.ner.model import Reading
from anonymise.ner.tokens import cut
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

KINDS = (Kind.PERSON, Kind.CITY, Kind.ORG, Kind.BSN)
LISTED = frozenset({"fatma", "yilmaz"})


def reading(text: str, kind: Kind, chances: dict[str, float]) -> Reading:
    """A reading in which the words of ``chances`` are so likely to be of the kind."""
    pieces = cut(text)
    personal = np.array([chances.get(word, 0.0) for word in pieces.words], dtype=np.float32)
    kinds = np.full(len(pieces), KINDS.index(kind))
    return Reading(pieces, personal, kinds, np.zeros(len(pieces), dtype=bool), KINDS)


def rule(text: str, words: str, kind: Kind, score: float) -> PiiSpan:
    start = text.index(words)
    return PiiSpan(start, start + len(words), kind, score, "rule")


@pytest.mark.parametrize(
    ("word", "chance", "masked"),
    [
        ("Fatma", 0.6, True),
        ("Fatma", 0.4, False),
        ("fatma", 0.6, True),
        ("Xhaferi", 0.6, True),
        ("xhaferi", 0.6, False),
        ("xhaferi", 0.95, True),
    ],
)
def test_the_model_adds_what_it_finds_likely_and_asks_more_of_unheard_of_words(
    word: str, chance: float, masked: bool
) -> None:
    text = f"Ook {word} belde."
    agreed = agree([], reading(text, Kind.PERSON, {word: chance}), LISTED.__contains__)

    found = [(span.start, span.end, span.source) for span in agreed.spans]
    asked = [(span.start, span.end, span.source) for span in agreed.doubtful]
    place = (4, 4 + len(word), SOURCE)
    assert found == ([place] if masked else [])
    assert asked == ([] if masked else [place])


@pytest.mark.parametrize(
    ("kind", "score", "chance", "kept"),
    [
        (Kind.PERSON, 0.5, 0.01, False),
        (Kind.PERSON, 0.75, 0.1, False),
        (Kind.PERSON, 0.5, 0.25, True),
        (Kind.PERSON, 0.9, 0.0, True),
        (Kind.CITY, 0.6, 0.01, False),
        (Kind.CITY, 0.6, 0.15, True),
        (Kind.ORG, 0.5, 0.01, False),
        (Kind.ORG, 0.9, 0.01, True),
        (Kind.BSN, 0.4, 0.0, True),
    ],
)
def test_only_a_weak_finding_of_the_rules_is_doubted_and_then_pointed_out(
    kind: Kind, score: float, chance: float, kept: bool
) -> None:
    text = "Hoewel Verreken nodig was."
    span = rule(text, "Verreken", kind, score)
    agreed = agree([span], reading(text, Kind.PERSON, {"Verreken": chance}), LISTED.__contains__)

    assert (span in agreed.spans) is kept
    assert (span in agreed.doubtful) is not kept


def test_a_rule_that_guesses_is_doubted_sooner_and_a_rule_that_knows_is_not() -> None:
    text = "Ook Verreken belde."
    guessed, known = (
        replace(rule(text, "Verreken", kind, 0.5), source=source)
        for kind, source in (
            (Kind.PERSON, "PersonRecogniser:unknown word with a capital"),
            (Kind.ORG, "OrganisationRecogniser:known firm"),
        )
    )
    seen = reading(text, Kind.PERSON, {"Verreken": 0.3})

    assert agree([guessed], seen, LISTED.__contains__).kept == []
    assert agree([known], reading(text, Kind.ORG, {}), LISTED.__contains__).kept == [known]


def test_a_word_from_a_list_of_names_is_pointed_out_sooner() -> None:
    text = "Ook Fatma en Verreken."
    seen = reading(text, Kind.PERSON, {"Fatma": 0.07, "Verreken": 0.07})
    (span,) = agree([], seen, LISTED.__contains__).doubtful

    assert text[span.start : span.end] == "Fatma"


def test_a_name_of_several_words_is_one_finding_with_its_surest_word() -> None:
    text = "Met Fatma el Amrani gebeld."
    chances = {"Fatma": 0.99, "el": 0.3, "Amrani": 0.8}
    (span,) = agree([], reading(text, Kind.PERSON, chances), LISTED.__contains__).spans

    assert text[span.start : span.end] == "Fatma el Amrani"


def test_what_is_hardly_likely_is_left_alone() -> None:
    agreed = agree([], reading("Met Sonar gebeld.", Kind.PERSON, {"Sonar": 0.05}), LISTED.__contains__)

    assert agreed.spans == []
    assert agreed.doubtful == []


def test_in_a_text_that_went_through_before_the_model_only_points_out() -> None:
    text = "[PERSOON-1] is familie van Xhaferi."
    span = rule(text, "Xhaferi", Kind.PERSON, 0.5)
    seen = reading(text, Kind.PERSON, {"Xhaferi": 0.3, "familie": 0.99})
    agreed = agree([span], seen, LISTED.__contains__, settled=True)

    assert agreed.spans == []
    assert {text[each.start : each.end] for each in agreed.doubtful} == {"familie", "Xhaferi"}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hij zei het. Xhaferi belde.", False),
        ("Xhaferi belde.", False),
        ("- Xhaferi belde.", False),
        ("Fatma belde.", True),
        ("Hij zag Xhaferi daar.", True),
    ],
)
def test_the_capital_of_a_sentence_tells_nothing_of_an_unheard_of_word(text: str, masked: bool) -> None:
    seen = reading(text, Kind.PERSON, {"Xhaferi": 0.8, "Fatma": 0.8})

    assert bool(agree([], seen, LISTED.__contains__).spans) is masked


@pytest.mark.parametrize(
    ("text", "word", "masked"), [("kent JAN niet", "JAN", False), ("kent 123 niet", "123", True)]
)
def test_letters_alone_are_no_number(text: str, word: str, masked: bool) -> None:
    agreed = agree([], reading(text, Kind.BSN, {word: 0.95}), LISTED.__contains__)

    assert bool(agreed.spans) is masked
    assert bool(agreed.doubtful) is not masked


@pytest.mark.parametrize(("chance", "masked"), [(0.5, False), (0.8, True)])
def test_one_ordinary_word_is_a_firm_only_when_it_is_likely(chance: float, masked: bool) -> None:
    seen = reading("Hij werkt bij kwark.", Kind.ORG, {"kwark": chance})
    agreed = agree([], seen, LISTED.__contains__, is_ordinary={"kwark"}.__contains__)
    assert [bool(agreed.added), bool(agreed.doubtful)] == [masked, not masked]
