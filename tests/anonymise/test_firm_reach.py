# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.firm_reach import stretched_firms
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


def stretched(lists: Path, text: str, seen: str, kind: Kind) -> tuple[str, Kind]:
    """What the place where ``seen`` was found becomes."""
    start = text.index(seen)
    span = PiiSpan(start, start + len(seen), kind, 0.59, "model")
    (found,) = stretched_firms([span], TokenisedText(text, load_word_lists(lists)))
    return text[found.start : found.end], found.kind


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Hulp van Stg. Welkom Oost nu.", "Welkom Oost", "Stg. Welkom Oost"),
        ("lid van vv Blauwvoet '31 sinds", "Blauwvoet", "vv Blauwvoet '31"),
        ("het busje van Plukt4U stopt", "Plukt", "Plukt4U"),
        ("het busje van PLUKT4U stopt", "4U", "PLUKT4U"),
        ("zit op crèche het uilennest in", "uilennest", "crèche het uilennest"),
        ("brood van bakkerij van dongen is", "dongen", "bakkerij van dongen"),
        ("schuld bij direxxa hypotheken nu", "direxxa", "direxxa hypotheken"),
        ("gedoopt in de Church of Moordrecht nu", "Church", "Church of Moordrecht"),
        ("gaat naar De Stille Akker toe", "Stille Akker", "De Stille Akker"),
        ("verzekerd bij Zorgmij Zeker sinds", "Zorgmij", "Zorgmij Zeker"),
        ("werkt bij Plukkers of Jan belt", "Plukkers", "Plukkers"),
        ("contract met Plukkers Jan tekende", "Plukkers", "Plukkers"),
        ("De school van Plukkers sloot", "Plukkers", "Plukkers"),
        ("brief aan mr. Plukkers gestuurd", "Plukkers", "Plukkers"),
    ],
)
def test_small_parts_at_the_edges_belong_to_the_name(lists: Path, text: str, seen: str, whole: str) -> None:
    assert stretched(lists, text, seen, Kind.ORG) == (whole, Kind.ORG)


@pytest.mark.parametrize(
    ("text", "seen", "kind", "found"),
    [
        ("werkte voor Gebr. Prins in", "Prins", Kind.PERSON, ("Gebr. Prins", Kind.ORG)),
        ("steun van Diaconie Nieuwegein kwam", "Nieuwegein", Kind.CITY, ("Diaconie Nieuwegein", Kind.ORG)),
        ("steun van de diaconie Nieuwegein", "Nieuwegein", Kind.CITY, ("Nieuwegein", Kind.CITY)),
        ("de broer van Gert Prins belde", "Prins", Kind.PERSON, ("Prins", Kind.PERSON)),
    ],
)
def test_a_place_or_surname_behind_a_kind_is_the_name_of_a_firm(
    lists: Path, text: str, seen: str, kind: Kind, found: tuple[str, Kind]
) -> None:
    assert stretched(lists, text, seen, kind) == found
