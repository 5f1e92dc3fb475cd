# SPDX-License-Identifier: EUPL-1.2
"""Found cases on the terminal and as JSON: no reason that the search gives is left out."""

import json
from dataclasses import fields

import pytest

from casebase.bilingual import Bilingual, Language
from casebase.vocabulary import Level, Nature, Outcome
from index.hits import (
    Aspect,
    Band,
    Explanation,
    FoundPassage,
    Hit,
    NamePair,
    NearDuplicate,
    SearchResult,
    SentencePair,
)
from search_app.cli.hits import hit_json, print_hits
from search_app.cli.output import Voice

SAME = NearDuplicate("T-2", "Voorschot", Outcome.SOLVED, ended_differently=False)
OTHER = NearDuplicate("T-3", "Voorschot terug", Outcome.NOT_SOLVED, ended_differently=True)
UNTOLD = NearDuplicate("T-4", "", None, ended_differently=False)
FULL = Explanation(
    shared_regulations=("WIA",),
    shared_principles=("evenredigheidsbeginsel",),
    shared_terms=("voorschot",),
    aspects=(Aspect.SITUATION,),
    differences=(Bilingual("uitkomst: hier opgelost", "outcome: here solved"),),
    same_things=(NamePair("ophoesten", "terugvordering"),),
    nature=Nature.FINANCIAL,
    level=Level.LEGAL,
    sentences=(
        SentencePair("Zij moet terugbetalen.", "Alles moet terug.", "situation", Aspect.SITUATION, 1.2),
    ),
    most_like="T-9",
)


def hit(*near: NearDuplicate, explanation: Explanation = FULL) -> Hit:
    passage = FoundPassage("situation", Aspect.SITUATION, "Alles moet terug.", 1.0, ((0, 5),))
    return Hit("T-1", "Voorschot", 0.81234567, Band.STRONG, (passage,), explanation, near)


def printed(capsys: pytest.CaptureFixture[str], *hits: Hit, language: Language = Language.NL) -> str:
    print_hits(SearchResult(hits, 10, comparable=True), {}, Voice(language))
    return capsys.readouterr().out


def test_json_tells_everything_that_a_hit_holds() -> None:
    found = json.loads(json.dumps(hit_json(hit(OTHER), Language.NL)))
    assert found.keys() == {each.name for each in fields(Hit)}
    assert found["explanation"].keys() == {each.name for each in fields(Explanation)}
    assert found["near_duplicates"][0].keys() == {each.name for each in fields(NearDuplicate)}


def test_json_is_as_documented() -> None:
    found = hit_json(hit(OTHER, UNTOLD), Language.EN)
    assert found["score"] == 0.812346
    assert found["passages"] == [{"field": "situation", "text": "Alles moet terug."}]
    assert found["explanation"] == {
        "shared_regulations": ["WIA"],
        "shared_principles": ["evenredigheidsbeginsel"],
        "shared_terms": ["voorschot"],
        "same_things": [{"asked": "ophoesten", "found": "terugvordering"}],
        "nature": "financieel",
        "level": "juridisch",
        "aspects": ["situation"],
        "sentences": [
            {
                "asked": "Zij moet terugbetalen.",
                "found": "Alles moet terug.",
                "field": "situation",
                "aspect": "situation",
            }
        ],
        "differences": ["outcome: here solved"],
        "most_like": "T-9",
    }
    assert found["near_duplicates"] == [
        {"case_id": "T-3", "title": "Voorschot terug", "outcome": "niet opgelost", "ended_differently": True},
        {"case_id": "T-4", "title": "", "outcome": None, "ended_differently": False},
    ]


def test_json_without_reasons_has_the_same_keys() -> None:
    bare = hit_json(hit(explanation=Explanation()), Language.NL)
    assert bare["explanation"].keys() == hit_json(hit(), Language.NL)["explanation"].keys()
    assert bare["explanation"]["nature"] is bare["explanation"]["most_like"] is None
    assert bare["near_duplicates"] == []


def test_the_terminal_names_near_duplicates_and_how_they_ended(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, hit(OTHER, SAME, UNTOLD))
    assert "Ook 3 bijna gelijke zaken:" in told
    assert "T-3 · Niet opgelost · anders afgelopen" in told
    assert "T-2 · Opgelost\n" in told
    assert "  T-4\n" in told


@pytest.mark.parametrize(
    ("language", "line"),
    [(Language.NL, "Ook 1 bijna gelijke zaak:"), (Language.EN, "Also 1 case that is nearly the same:")],
)
def test_one_near_duplicate_is_told_as_one(
    capsys: pytest.CaptureFixture[str], language: Language, line: str
) -> None:
    assert line in printed(capsys, hit(SAME), language=language)


def test_the_terminal_is_silent_about_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, hit(explanation=Explanation()))
    assert "bijna gelijk" not in told
    assert "Zelfde" not in told


def test_the_terminal_tells_the_same_in_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, hit())
    assert "Andere woorden voor hetzelfde: ophoesten ↔ terugvordering" in told
    assert "Zelfde aard: financieel" in told
    assert "Zelfde niveau: juridisch" in told
