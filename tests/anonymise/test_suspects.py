# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.word_lists import load_word_lists
from anonymise.policy import load_placeholders
from anonymise.suspects import SuspectReason, find_suspects


def suspects(lists: Path, text: str) -> list[tuple[str, str]]:
    found = find_suspects(text, "situation", load_placeholders(lists), load_word_lists(lists))
    assert all(suspect.field == "situation" for suspect in found)
    return [(text[suspect.start : suspect.end], suspect.reason) for suspect in found]


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("toen belde Xhulani weer", "Xhulani", SuspectReason.UNKNOWN_NAME),
        ("de Wajong-Xhulani", "Wajong-Xhulani", SuspectReason.UNKNOWN_NAME),
        ("onder 118204 bekend", "118204", SuspectReason.LONG_NUMBER),
        ("Xhulani ging naar huis", "Xhulani", SuspectReason.UNKNOWN_AT_START),
        ("ik sprak met xhulani over geld", "xhulani", SuspectReason.UNKNOWN_LOWER),
        ("er is gebeld met Door: morgen samen", "Door", SuspectReason.ALSO_A_NAME),
        ("wij spraken af bij Lijn 9", "Lijn", SuspectReason.NEEDLESS_CAPITAL),
        (
            "hij werkt drie dagen bij restaurant peking en zijn moeder heeft aow met een gat erin",
            "peking",
            SuspectReason.MAYBE_FIRM,
        ),
        ("er lag iets met kx482t erop", "kx482t", SuspectReason.CODE),
        ("er lag iets met KX 482 T erop", "KX 482 T", SuspectReason.CODE),
        ("daar stond AX 7719 KP bij", "AX 7719 KP", SuspectReason.CODE),
        ("mail naar jan@ zonder meer", "jan@", SuspectReason.AT_SIGN),
        (
            "er is lang gewacht op een brief die nooit kwam en toen was zomerdijk weer thuis",
            "zomerdijk",
            SuspectReason.UNKNOWN_LOWER,
        ),
        (
            "Mevrouw kreeg op tijd bericht. Zij was tevreden.\n"
            "toen is xhulani zelf weer naar huis gegaan en heeft niets meer laten horen",
            "xhulani",
            SuspectReason.UNKNOWN_LOWER,
        ),
    ],
)
def test_what_may_be_personal_is_pointed_out(lists: Path, text: str, place: str, reason: str) -> None:
    assert suspects(lists, text) == [(place, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Begrijpelijk dat de gemeente Schagen en de rechtbank Limburg bellen",
        "Volgens de wet Vazalo en de commissie Donner",
        "Wkkgz en Wht gelden hier, HMSN ook",
        "er was een probleem met de uitbetaling van vakantiegeld",
        'Hij zei: "Kom dan."',
        "bij UWV en SVB",
        "om 10u15 en 23u58, 4 ipv 1, met 24 u, 12mei2023, 5 x per 3 wkn",
        "een Wajong-aanvraag van de Brief",
        "[PERSOON-1] en [GEBOORTEDATUM]",
        "€ 118.204,00 en 118.204 euro",
        "over 2018-2023",
        "",
    ],
)
def test_ordinary_text_is_left_alone(lists: Path, text: str) -> None:
    assert suspects(lists, text) == []


def test_every_reason_is_told_in_two_languages() -> None:
    assert all(reason.label.nl and reason.label.en for reason in SuspectReason)


def test_a_long_text_is_searched_in_linear_time(lists: Path) -> None:
    assert suspects(lists, "a B " * 100_000) == []
