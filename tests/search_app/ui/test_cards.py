# SPDX-License-Identifier: EUPL-1.2
"""Found cases as cards."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from casebase.store import StoredCase
from casebase.vocabulary import Level, Nature, Outcome, ReviewState
from index.hits import Aspect, Band, Explanation, FoundPassage, Hit, NamePair, NearDuplicate, SentencePair
from search_app.ui.cards import cards, ended_differently
from search_app.ui.state import SearchState

NL = Language.NL
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NO_REASON = Explanation()
EVIL = "<script>x</script>\"'<img src=x onerror=y>"


def stored(**fields: object) -> StoredCase:
    case = SafeCase.model_validate({"case_id": "T-1", "title": "Titel", **fields})
    return StoredCase(case, ReviewState.RELEASED, NOW, NOW, "sleutel")


def hit(
    *, band: Band = Band.STRONG, text: str = "een voorschot", explanation: Explanation = NO_REASON
) -> Hit:
    passage = FoundPassage("situation", Aspect.SITUATION, text, 1.0, ((4, 13),))
    return Hit("T-1", "Titel", 0.8, band, (passage,), explanation)


def card(found: Hit | None = None, case: StoredCase | None = None, **more: object) -> str:
    return cards([found or hit()], {"T-1": case or stored()}, NL, **more)  # type: ignore[arg-type]


def test_a_card_links_to_its_case_and_knows_the_way_back() -> None:
    assert 'href="casus?id=T-1&amp;terug=q%3Dx%2By"' in card(back_to=SearchState("x y"))


@pytest.mark.parametrize(
    ("band", "text"),
    [
        (Band.STRONG, "Sterk vergelijkbaar"),
        (Band.POSSIBLE, "Mogelijk vergelijkbaar"),
        (Band.WEAK, "Zwak vergelijkbaar"),
    ],
)
def test_the_band_is_a_word_and_never_a_percentage(band: Band, text: str) -> None:
    html = card(hit(band=band))
    assert text in html
    assert "%" not in html.replace("%3D", "")


def test_the_meta_line_leaves_out_what_is_missing() -> None:
    full = stored(maatwerkplaats="Twente", received_on=date(2024, 2, 3), regulations=["WW", "WIA"])
    assert ">T-1 · Twente · februari 2024 · WW, WIA<" in card(case=full)
    assert ">T-1<" in card()


def test_the_best_passage_names_its_field_and_marks_shared_words() -> None:
    assert '<span class="mw-bron">Situatie</span> een <mark>voorschot</mark>' in card()


def test_it_says_why_a_case_is_alike() -> None:
    explanation = Explanation(("WIA",), ("evenredigheidsbeginsel",), ("voorschot", "keuring"))
    html = card(hit(explanation=explanation))
    assert "Zelfde regeling: WIA" in html
    assert "zelfde beginsel: evenredigheidsbeginsel" in html
    assert "gedeelde woorden: voorschot, keuring" in html


def test_it_tells_other_words_for_the_same_also_to_who_listens() -> None:
    html = card(hit(explanation=Explanation(same_things=(NamePair("terugbetalen", "terugvordering"),))))
    assert "Andere woorden voor hetzelfde: " in html
    assert "<i>terugbetalen</i> " in html
    assert "betekent hier" in html


def test_it_tells_by_which_side_a_case_is_alike() -> None:
    html = card(hit(explanation=Explanation(aspects=(Aspect.SITUATION, Aspect.SOLUTION))))
    assert "Lijkt in de situatie en de oplossing." in html


def test_nature_and_level_are_told_when_they_are_the_same() -> None:
    html = card(hit(explanation=Explanation(nature=Nature.FINANCIAL, level=Level.EXECUTION)))
    assert "Zelfde aard: financieel; zelfde niveau: uitvoering." in html


@pytest.mark.parametrize(
    ("asked", "compared_with", "texts"),
    [
        (
            "",
            None,
            ["Toon de zin die het meest lijkt", "Deze casus, situatie", "<mark>geld</mark> is op."],
        ),
        ("Alles is op.", None, ["Leg de zinnen naast elkaar", "Uw tekst", "Alles is <mark>op</mark>."]),
        ("Alles is op.", stored().case, ["Leg de zinnen naast elkaar", "De casus die u bekijkt"]),
    ],
)
def test_sentences_can_be_laid_side_by_side(
    asked: str, compared_with: SafeCase | None, texts: list[str]
) -> None:
    pair = SentencePair(
        asked, "Het geld is op.", "situation", Aspect.SITUATION, 1.0, ((9, 11),) if asked else (), ((4, 8),)
    )
    html = card(hit(explanation=Explanation(sentences=(pair,))), compared_with=compared_with)
    assert [text for text in texts if text not in html] == []
    assert ("Uw tekst" in html) == (bool(asked) and compared_with is None)


def test_a_long_sentence_is_shown_around_its_first_shared_word() -> None:
    text = "Eerst gebeurde er van alles. " * 20 + "Toen kwam het voorschot."
    start = text.index("voorschot")
    pair = SentencePair("", text, "situation", Aspect.SITUATION, 1.0, (), ((start, start + 9),))
    html = card(hit(explanation=Explanation(sentences=(pair,))))
    assert "<mark>voorschot</mark>" in html.partition("<details")[2]
    assert len(html) < len(text) + 1200


def test_without_shared_words_it_says_that_the_meaning_is_alike() -> None:
    assert "<p>Dezelfde strekking in andere woorden." in card()


def test_the_decision_is_its_first_sentence_beside_the_outcome() -> None:
    html = card(case=stored(decision="Alles kwijt. Daarna rust.", outcome=Outcome.PARTLY))
    assert 'mw-half">Deels opgelost</span> Alles kwijt.<' in html


def test_a_missing_decision_is_said_to_be_missing() -> None:
    assert "Besluit niet ingevuld" in card()


def test_differences_stand_apart() -> None:
    html = card(hit(explanation=Explanation(differences=(Bilingual("ander niveau", "other level"),))))
    assert "<dt>Wat is anders</dt><dd>Ander niveau.</dd>" in html
    assert "<dt>Wat is anders</dt>" not in card()


def test_a_hit_without_a_record_is_left_out() -> None:
    assert cards([hit()], {}, NL) == ""


@pytest.mark.parametrize("field", ["title", "maatwerkplaats", "decision", "case_id"])
def test_no_field_of_a_case_can_bring_in_html(field: str) -> None:
    case = stored(**{field: EVIL})
    html = cards([hit(text=EVIL)], {"T-1": case}, NL, back_to=SearchState(EVIL))
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="casus?' in html


def test_list_fields_and_explanations_cannot_bring_in_html() -> None:
    pair = SentencePair(EVIL, EVIL, "situation", Aspect.SITUATION, 1.0, ((0, 5),), ((2, 7),))
    explanation = Explanation(
        (EVIL,),
        (EVIL,),
        (EVIL,),
        (),
        (Bilingual(EVIL, EVIL),),
        same_things=(NamePair(EVIL, EVIL),),
        sentences=(pair,),
    )
    html = cards([hit(explanation=explanation)], {"T-1": stored(regulations=[EVIL])}, NL)
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("one", "other", "aspects", "expected"),
    [
        (Outcome.SOLVED, Outcome.NOT_SOLVED, (Aspect.SITUATION,), True),
        (Outcome.SOLVED, Outcome.SOLVED, (Aspect.SITUATION,), False),
        (Outcome.SOLVED, Outcome.UNKNOWN, (Aspect.SITUATION,), False),
        (Outcome.SOLVED, None, (Aspect.SITUATION,), False),
        (Outcome.SOLVED, Outcome.NOT_SOLVED, (Aspect.SOLUTION,), False),
    ],
)
def test_only_known_outcomes_in_like_situations_are_called_different(
    one: Outcome, other: Outcome | None, aspects: tuple[Aspect, ...], expected: bool
) -> None:
    explanation = Explanation(aspects=aspects)
    first, second = stored(outcome=one).case, stored(outcome=other).case
    assert ended_differently(first, second, explanation) is expected


def test_a_case_that_ended_differently_carries_the_label() -> None:
    explanation = Explanation(aspects=(Aspect.SITUATION,))
    here = stored(outcome=Outcome.SOLVED).case
    html = card(hit(explanation=explanation), stored(outcome=Outcome.NOT_SOLVED), compared_with=here)
    assert "Zelfde situatie, andere uitkomst" in html


def test_a_card_tells_of_cases_that_are_nearly_the_same_within_its_frame() -> None:
    near = NearDuplicate("T-2", "Nog eens", Outcome.NOT_SOLVED, ended_differently=True)
    other = StoredCase(
        SafeCase(case_id="T-2", title="Nog eens", outcome=Outcome.NOT_SOLVED),
        ReviewState.RELEASED,
        NOW,
        NOW,
        "sleutel",
    )
    html = cards([replace(hit(), near_duplicates=(near,))], {"T-1": stored(), "T-2": other}, NL)
    inside = html.partition("</article>")[0]
    assert "Ook 1 bijna gelijke zaak" in inside
    assert "anders afgelopen" in inside
