# SPDX-License-Identifier: EUPL-1.2
import pytest

from casebase.record import SafeCase
from index.dutch import load_analysis
from index.words import build_word_index
from patterns.labels import label, read_case
from patterns.standing import standing_runs
from patterns.topics import load_topics

ANALYSIS = load_analysis()
GROUP = [
    "De keuring kwam te laat en het voorschot moest terug.",
    "Omdat de keuring uitbleef liep het voorschot op; er was een hond in huis.",
    "Het voorschot bleek te hoog na de late keuring.",
]
OTHERS = [f"Een brief over {word} van de gemeente." for word in ("fietsen", "wonen", "werken", "sporten")] * 3
TEMPLATE = "Hierbij bevestigen wij vriendelijk ontvangst machtiging bezwaarschrift behandelaar. "


def _cases(texts: list[str]) -> list[SafeCase]:
    return [SafeCase(case_id=f"C-{number:03d}", situation=text) for number, text in enumerate(texts)]


def _index(texts: list[str]):
    return build_word_index([ANALYSIS.keys(text) for text in texts])


def _terms(texts: list[str]) -> tuple[str, ...]:
    return label(_cases(texts), _index(texts + OTHERS), ANALYSIS).terms


def test_a_label_is_made_of_words_that_the_group_shares() -> None:
    found = label(_cases(GROUP), _index(GROUP + OTHERS), ANALYSIS)
    assert set(found.terms) == {"keuring", "voorschot"}
    assert found.text.split(", ") == list(found.terms[:3])


@pytest.mark.parametrize(
    "shared", ["in juni", "vijf keer", "krijgen", "zegt zij", "twee maanden", "dat jaar", "de klant", "laag"]
)
def test_time_numbers_verbs_and_everyday_words_are_no_terms(shared: str) -> None:
    texts = [f"{text} Het was {shared}." for text in GROUP]
    assert set(_terms(texts)) == {"keuring", "voorschot"}


def test_what_befell_somebody_may_be_a_term() -> None:
    assert "geweigerd" in _terms([f"{text} Dat is geweigerd." for text in GROUP])


def test_two_words_side_by_side_are_one_term() -> None:
    texts = [f"{text} De beslagvrije voet klopte niet." for text in GROUP]
    assert "beslagvrije voet" in _terms(texts)


def test_a_regulation_is_written_as_people_know_it() -> None:
    assert "WIA" in _terms([f"{text} Zij vroeg een wia aan." for text in GROUP])


def test_an_abbreviation_that_is_a_word_too_must_stand_in_capitals() -> None:
    topics = load_topics()
    assert (topics.named("STAP"), topics.named("stap")) == ("STAP", None)


def test_words_that_say_the_same_stand_in_a_label_once() -> None:
    texts = [f"{text} De zorgtoeslag en andere toeslagen stopten." for text in GROUP]
    assert len([term for term in _terms(texts) if "toeslag" in term]) == 1


def test_a_noun_that_is_mostly_a_verb_is_no_term() -> None:
    texts = ["De jongste is ver gevorderd.", "Zij is gevorderd.", "Hij was gevorderd."] * 2
    assert "gevorderd" in _terms(texts)
    assert "vordering" not in _terms([*texts, "Er was een vordering."])


def test_a_group_without_shared_topics_still_has_a_label() -> None:
    texts = ["Zij liep snel.", "Hij liep ook.", "Wij liepen zachtjes."]
    assert label(_cases(texts), _index(texts + OTHERS), ANALYSIS).text
    apart = ["De keuring bleef uit.", "Nog een keuring.", *["Dat was het dus."] * 5]
    assert "keuring" in _terms(apart)


def test_words_of_a_template_are_no_terms() -> None:
    texts = [TEMPLATE + text for text in GROUP]
    cases = _cases(texts)
    standing = standing_runs(cases, ANALYSIS)
    words = _index(texts + OTHERS)
    assert "machtiging" in " ".join(label(cases, words, ANALYSIS).terms)
    assert set(label(cases, words, ANALYSIS, standing).terms) == {"keuring", "voorschot"}


def test_the_share_of_standing_words_tells_a_template() -> None:
    cases = _cases([TEMPLATE + text for text in GROUP])
    standing = standing_runs(cases, ANALYSIS)
    topics = load_topics()
    assert read_case(cases[0], ANALYSIS, standing, topics).standing > 0.4
    assert read_case(_cases(GROUP)[0], ANALYSIS, standing, topics).standing == 0


def test_runs_of_other_words_or_in_another_order_are_not_standing() -> None:
    cases = _cases(["een twee drie vier vijf"] * 3)
    standing = standing_runs(cases, ANALYSIS)
    turned, same = _cases(["vijf vier drie twee een", "een twee drie vier vijf"])
    topics = load_topics()
    assert read_case(turned, ANALYSIS, standing, topics).standing == 0
    assert read_case(same, ANALYSIS, standing, topics).standing == 1
