# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site www.rieksopreis.example/patagonie).", "www.rieksopreis.example/patagonie"),
        ("https://voorbeeld.nl/a?b=1#c,", "https://voorbeeld.nl/a?b=1#c"),
        ("agenda: beerlicht.nl/agenda) had hij", "beerlicht.nl/agenda"),
        ("Op lange-muur.nl staat opa", "lange-muur.nl"),
        ("via facebook.com/berend.zwiers.klusjes. Hij", "facebook.com/berend.zwiers.klusjes"),
        ("zie haar facebook www.instagram.com/pirouet_ijs", "www.instagram.com/pirouet_ijs"),
        ("op insta @roosvw_77 te zien", "@roosvw_77"),
        ("tiktok: roos.vw77", "roos.vw77"),
    ],
)
def test_sites_profiles_and_handles_are_found(structured: Find, text: str, address: str) -> None:
    assert structured(Kind.URL, text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "zie www.uwv.nl/particulieren",
        "op werk.nl of mijn.belastingdienst.nl",
        "https://wetten.overheid.nl/BWBR0018451",
        "gestopt.De rest volgt",
        "o.g.v. art. 3.4 Awb",
        "t.a.v. de heer",
        "facebook is geen bron",
        "en/of",
    ],
)
def test_public_bodies_and_abbreviations_stay(structured: Find, text: str) -> None:
    assert structured(Kind.URL, text) == []


def test_a_name_that_only_begins_like_a_public_body_is_masked(structured: Find) -> None:
    assert structured(Kind.URL, "www.uwv-klachten-jansen.nl") == ["www.uwv-klachten-jansen.nl"]
