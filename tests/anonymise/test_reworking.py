# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.case_texts import case_texts
from anonymise.edits import Edit, Place, apply_edits
from anonymise.placeholders import Placeholders
from anonymise.reworking import Reworking
from anonymise.tags import ReworkError
from casebase.bilingual import Language
from casebase.record import Perspective, SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind

WORDS = {kind: kind.value for kind in Kind} | {
    Kind.PERSON: "PERSOON", Kind.CITY: "PLAATS", Kind.ORG: "ORGANISATIE", Kind.PHONE: "TELEFOON",
}  # fmt: skip
PLACEHOLDERS = Placeholders(
    words=WORDS,
    numbered=frozenset(["PERSOON", "PLAATS", "ORGANISATIE", "PARTNER", "KIND", "WERKGEVER"]),
    alone=frozenset(["PARTNER", "WERKGEVER"]),
    details=frozenset(["Twente", "bakkerij"]),
    birth="[geboren {first}-{last}]",
    age="{first}-{last}",
    age_in_years="{first}-{last} jaar",
    oldest_band=90,
    oldest="{first}+",
    oldest_in_years="{first}+ jaar",
    amount="circa {amount}",
)
DESK = Reworking(
    PLACEHOLDERS,
    ordinary=frozenset(["bakker", "roos"]),
    roles=["PARTNER", "KIND", "WERKGEVER"],
    bodies=["WERKGEVER"],
)


def made(situation: str, *, suspects: tuple[str, ...] = (), **fields: object) -> SafeCase:
    """A case whose placeholders and given suspects are marked where they stand."""
    case = SafeCase.model_validate({"case_id": "A-1", "situation": situation, **fields})
    spans, marks = [], []
    for field, text in case_texts(case).items():
        for match in PLACEHOLDERS.tags.finditer(text):
            kind = next((kind for kind, word in WORDS.items() if word == match["word"]), Kind.PERSON)
            spans.append(SafeSpan(field=field, start=match.start(), end=match.end(), kind=kind))
        for words in suspects:
            start = text.find(words)
            if start >= 0:
                marks.append(Suspect(field=field, start=start, end=start + len(words), reason="r"))
    return case.model_copy(update={"spans": tuple(spans), "suspects": tuple(marks)})


def marked(case: SafeCase) -> list[str]:
    texts = case_texts(case)
    return [texts[span.field][span.start : span.end] for span in case.spans]


def suspected(case: SafeCase) -> list[str]:
    texts = case_texts(case)
    return [texts[mark.field][mark.start : mark.end] for mark in case.suspects]


# --- mask more ---


def test_words_are_masked_in_every_field_and_spelling() -> None:
    case = made(
        "[PERSOON-1] belde Sjoukje. SJOUKJE nam op.",
        decision="Sjoukjes zus en Sjoukje's man, en sjoukje zelf.",
        social_perspective=Perspective(text="Sjoukje slaapt niet."),
        organisations_involved=("UWV", "Stichting van Sjoukje"),
    )
    done = DESK.mask_words(case, "Sjoukje", Kind.PERSON)
    assert done.places == 7
    assert done.case.situation == "[PERSOON-1] belde [PERSOON-2]. [PERSOON-2] nam op."
    assert done.case.decision == "[PERSOON-2]s zus en [PERSOON-2]'s man, en [PERSOON-2] zelf."
    assert done.case.social_perspective.text == "[PERSOON-2] slaapt niet."
    assert done.case.organisations_involved == ("UWV", "Stichting van [PERSOON-2]")
    assert marked(done.case).count("[PERSOON-2]") == 7


def test_a_full_name_takes_its_parts_along() -> None:
    case = made("Sjoukje Hoekstra kwam. Mevrouw Hoekstra had Sjoukje genoemd.")
    assert DESK.mask_words(case, "Sjoukje Hoekstra", Kind.PERSON).case.situation == (
        "[PERSOON-1] kwam. Mevrouw [PERSOON-1] had [PERSOON-1] genoemd."
    )


def test_somebody_who_has_a_placeholder_keeps_it() -> None:
    case = made("[PERSOON-1] en Sjoukje zijn een en dezelfde.")
    done = DESK.mask_words(case, "Sjoukje", Kind.PERSON, label="[PERSOON-1]")
    assert done.case.situation == "[PERSOON-1] en [PERSOON-1] zijn een en dezelfde."


def test_a_name_that_is_a_word_too_stays_a_word_in_lower_case() -> None:
    case = made("Meneer Bakker is bakker.")
    assert DESK.mask_words(case, "Bakker", Kind.PERSON).case.situation == "Meneer [PERSOON-1] is bakker."


def test_numbers_are_masked_without_a_number_of_their_own() -> None:
    case = made("Bel 06-12345678 of 0612345678.")
    assert DESK.mask_words(case, "06-12345678", Kind.PHONE).case.situation == "Bel [TELEFOON] of [TELEFOON]."


def test_the_name_of_a_maatwerkplaats_is_no_place_where_somebody_lives() -> None:
    case = made("Zij woont in Twente.", maatwerkplaats="Twente")
    done = DESK.mask_words(case, "Twente", Kind.CITY)
    assert (done.case.situation, done.case.maatwerkplaats) == ("Zij woont in [PLAATS-1].", "Twente")


def test_masking_twice_changes_nothing_more() -> None:
    once = DESK.mask_words(made("Sjoukje belde."), "Sjoukje", Kind.PERSON)
    twice = DESK.mask_words(once.case, "Sjoukje", Kind.PERSON)
    assert (twice.places, twice.case) == (0, once.case)


def test_words_that_do_not_occur_change_nothing() -> None:
    case = made("Niemand belde.")
    assert DESK.mask_words(case, "Sjoukje", Kind.PERSON) == DESK.mask_words(case, "Tjitske", Kind.PERSON)


def test_a_word_inside_a_placeholder_is_no_word() -> None:
    case = made("[PERSOON-1] is een PERSOON.")
    done = DESK.mask_words(case, "PERSOON", Kind.ORG)
    assert done.case.situation == "[PERSOON-1] is een [ORGANISATIE-1]."


def test_what_was_suspect_is_so_no_longer_and_the_rest_moves_along() -> None:
    case = made("Sjoukje en Tjitske en [PERSOON-1].", suspects=("Sjoukje", "Tjitske"))
    done = DESK.mask_words(case, "Sjoukje", Kind.PERSON)
    assert suspected(done.case) == ["Tjitske"]
    assert marked(done.case) == ["[PERSOON-2]", "[PERSOON-1]"]


@pytest.mark.parametrize(
    ("pointed", "kind", "expected"),
    [
        ("Sjoukje", Kind.PERSON, "[PERSOON-2] zag [PERSOON-1] Jansen en Jansen, 53 jaar, 53 euro."),
        ("jouk", Kind.PERSON, "[PERSOON-2] zag [PERSOON-1] Jansen en Jansen, 53 jaar, 53 euro."),
        ("] Jansen", Kind.PERSON, "Sjoukje zag [PERSOON-1] en [PERSOON-1], 53 jaar, 53 euro."),
        ("] Jansen", Kind.ORG, "Sjoukje zag [ORGANISATIE-1] en [ORGANISATIE-1], 53 jaar, 53 euro."),
        ("53 jaar", Kind.AGE, "Sjoukje zag [PERSOON-1] Jansen en Jansen, [AGE], 53 euro."),
        ("PERS", Kind.PERSON, "Sjoukje zag [PERSOON-1] Jansen en Jansen, 53 jaar, 53 euro."),
    ],
)
def test_a_place_that_is_pointed_at_is_masked_by_whole_words(pointed: str, kind: Kind, expected: str) -> None:
    case = made("Sjoukje zag [PERSOON-1] Jansen en Jansen, 53 jaar, 53 euro.")
    start = case.situation.index(pointed)
    done = DESK.mask_place(case, Place("situation", start, start + len(pointed)), kind)
    assert done.case.situation == expected
    assert all(PLACEHOLDERS.pattern.fullmatch(words) for words in marked(done.case))


@pytest.mark.parametrize(
    "place",
    [Place("situation", 3, 3), Place("situation", 0, 99), Place("situation", -1, 2), Place("x", 0, 1)],
)
def test_a_place_outside_the_text_is_refused(place: Place) -> None:
    with pytest.raises(ReworkError):
        DESK.mask_place(made("Kort."), place, Kind.PERSON)


@pytest.mark.parametrize("label", ["[ZOMAAR]", "Jan", "[PERSOON]", "[BSN-2]", "[PERSOON-1] Jansen", ""])
def test_only_placeholders_that_readers_know_are_used(label: str) -> None:
    with pytest.raises(ReworkError) as refused:
        DESK.relabel(made("[PERSOON-2] belde."), "[PERSOON-2]", label)
    assert refused.value.message.in_language(Language.EN).startswith("This is no placeholder")


# --- correct a placeholder ---


def test_two_that_are_one_person_get_one_placeholder_everywhere() -> None:
    case = made("[PERSOON-1] zag [PERSOON-2].", decision="[PERSOON-2] won, [PERSOON-3] niet.")
    done = DESK.relabel(case, "[PERSOON-2]", "[PERSOON-1]")
    assert (done.places, done.case.situation, done.case.decision) == (
        2, "[PERSOON-1] zag [PERSOON-1].", "[PERSOON-1] won, [PERSOON-3] niet.",
    )  # fmt: skip
    assert marked(done.case) == ["[PERSOON-1]"] * 3 + ["[PERSOON-3]"]


def test_a_person_can_get_a_role() -> None:
    done = DESK.relabel(made("Haar man [PERSOON-1] belde."), "[PERSOON-1]", "[PARTNER]")
    assert done.case.situation == "Haar man [PARTNER] belde."
    assert [span.kind for span in done.case.spans] == [Kind.PERSON]


def test_a_word_for_persons_and_firms_keeps_the_kind_that_it_had() -> None:
    done = DESK.relabel(made("[ORGANISATIE-1] belde."), "[ORGANISATIE-1]", "[WERKGEVER: bakkerij]")
    assert [span.kind for span in done.case.spans] == [Kind.ORG]


def test_another_kind_is_noted() -> None:
    done = DESK.relabel(made("[PERSOON-1] ligt in Drenthe."), "[PERSOON-1]", "PLAATS-1")
    assert (done.case.situation, done.case.spans[0].kind) == ("[PLAATS-1] ligt in Drenthe.", Kind.CITY)


def test_one_place_can_be_somebody_else() -> None:
    case = made("[PERSOON-1] zag [PERSOON-1].")
    second = case.spans[1]
    done = DESK.relabel(
        case, "[PERSOON-1]", "[PERSOON-2]", place=Place(second.field, second.start, second.end)
    )
    assert done.case.situation == "[PERSOON-1] zag [PERSOON-2]."


def test_a_longer_number_is_another_person() -> None:
    case = made("[PERSOON-1] en [PERSOON-11].")
    assert DESK.relabel(case, "[PERSOON-1]", "[PERSOON-2]").case.situation == "[PERSOON-2] en [PERSOON-11]."


def test_a_placeholder_that_is_not_there_changes_nothing() -> None:
    case = made("[PERSOON-1] belde.")
    assert DESK.relabel(case, "[PERSOON-9]", "[PERSOON-2]").places == 0
    assert DESK.relabel(case, "[PERSOON-1]", "[PERSOON-1]").places == 0


# --- tell less, put back, dismiss ---


def test_a_place_can_tell_less() -> None:
    case = made("Zij is burgemeester en kreeg 1.770 euro van [PERSOON-1].", suspects=("burgemeester",))
    start = case.situation.index("1.770 euro")
    done = DESK.coarsen(case, Place("situation", start, start + 10), "circa 1.800 euro")
    assert done.case.situation == "Zij is burgemeester en kreeg circa 1.800 euro van [PERSOON-1]."
    assert (marked(done.case), suspected(done.case)) == (["[PERSOON-1]"], ["burgemeester"])


def test_a_placeholder_that_tells_less_is_still_one() -> None:
    case = made("Zij woont in [PLAATS-1: Twente].")
    span = case.spans[0]
    done = DESK.coarsen(case, Place(span.field, span.start, span.end), "[PLAATS-1]")
    assert (done.case.situation, done.case.spans[0].kind) == ("Zij woont in [PLAATS-1].", Kind.CITY)


def test_a_band_becomes_wider_within_its_words() -> None:
    case = made("Zij is 60-64 jaar en van [geboren 1960-1964].")
    case = case.model_copy(update={"spans": (SafeSpan(field="situation", start=7, end=17, kind=Kind.AGE),)})
    done = DESK.coarsen(case, Place("situation", 7, 12), "60-69")
    assert done.case.situation == "Zij is 60-69 jaar en van [geboren 1960-1964]."
    assert (marked(done.case), done.case.spans[0].kind) == (["60-69 jaar"], Kind.AGE)
    with pytest.raises(ReworkError):
        DESK.coarsen(case, Place("situation", 7, 12), "ergens in de zestig")


def test_half_a_placeholder_cannot_be_replaced() -> None:
    case = made("Zij woont in [PLAATS-1: Twente].")
    with pytest.raises(ReworkError):
        DESK.coarsen(case, Place("situation", 15, len(case.situation) - 1), "ergens")


def test_a_word_that_was_no_name_is_put_back_everywhere() -> None:
    case = made("De wet [PERSOON-2] helpt [PERSOON-1].", decision="Wet [PERSOON-2] toegepast.")
    done = DESK.put_back(case, "[PERSOON-2]", "Amber")
    assert (done.case.situation, done.case.decision) == (
        "De wet Amber helpt [PERSOON-1].", "Wet Amber toegepast.",
    )  # fmt: skip
    assert marked(done.case) == ["[PERSOON-1]"]


def test_a_story_is_no_word_to_put_back() -> None:
    with pytest.raises(ReworkError):
        DESK.put_back(made("[PERSOON-1]."), "[PERSOON-1]", "woord " * 20)


def test_a_suspect_that_is_nothing_goes_wherever_it_stands() -> None:
    case = made("Amber en Tjitske.", decision="Amber.", suspects=("Amber", "Tjitske"))
    done = DESK.dismiss(case, "Amber")
    assert (done.places, suspected(done.case)) == (2, ["Tjitske"])


def test_the_placeholders_of_a_case_are_counted_in_reading_order() -> None:
    case = made("[PERSOON-2] en [BSN].", decision="[PERSOON-2].")
    assert DESK.labels(case) == {"[PERSOON-2]": 2, "[BSN]": 1}


# --- what always holds ---

pieces = st.sampled_from(
    ["Sjoukje", "SJOUKJE", "Sjoukjes", "sjoukje's", "[PERSOON-1]", "[PLAATS-3: Twente]", "[BSN]", "bakker",
     "é", "\n", "Sjoukje-Marie", "[Sjoukje", "Hoekstra]", "x Sjoukje", "maart 2021",
     "[geboren 1965-1969]", "50-54 jaar"]
)  # fmt: skip
stories = st.lists(pieces, min_size=1, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", ", ", " - ", "."]).map(lambda gap: gap.join(words))
)


kinds = st.sampled_from([Kind.PERSON, Kind.ORG, Kind.CITY, Kind.EMAIL])


@settings(deadline=None, max_examples=150)
@given(situation=stories, decision=stories, kind=kinds)
def test_all_is_masked_and_the_rest_stays_as_it_is(situation: str, decision: str, kind: Kind) -> None:
    case = made(situation, decision=decision, suspects=("bakker",))
    done = DESK.mask_words(case, "Sjoukje", kind)
    assert all(PLACEHOLDERS.pattern.fullmatch(words) for words in marked(done.case))
    assert suspected(done.case) == suspected(case)
    for before, after in ((situation, done.case.situation), (decision, done.case.decision)):
        assert not re.search(r"(?<!\w)sjoukje(?!\w)", after.lower())
        new = re.escape(f"[{WORDS[kind]}") + r"(?:-\d)?\]"
        outside = [re.escape(part) for part in re.split(r"(?i)sjoukje", before)]
        assert re.fullmatch(f"(?:{new}|(?i:sjoukje))".join(outside), after)
    assert DESK.mask_words(done.case, "Sjoukje", kind).case == done.case


@settings(deadline=None, max_examples=150)
@given(data=st.data(), situation=stories)
def test_text_outside_the_edits_is_the_same_byte_for_byte(data: st.DataObject, situation: str) -> None:
    situation = f"Zij {situation}"
    case = made(situation, decision="Blijft [PERSOON-1].")
    cuts = sorted(data.draw(st.sets(st.integers(0, len(situation)), min_size=2, max_size=8)))
    places = [Place("situation", a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    done = apply_edits(case, [Edit(place, "[PERSOON-7]", Kind.PERSON) for place in places])
    rest, at = "", 0
    for place in places:
        rest += situation[at : place.start] + "[PERSOON-7]"
        at = place.end
    assert done.situation == rest + situation[at:]
    assert done.decision == case.decision
    assert marked(done).count("[PERSOON-7]") >= len(places)
