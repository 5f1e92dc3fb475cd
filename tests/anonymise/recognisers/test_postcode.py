# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("Hobbemaplein 118-C, 2526 JG, tel", "2526 JG"),
        ("1852PP Heiloo", "1852PP"),
        ("(1053 SM)", "1053 SM"),
        ("Kerkpad 6, 8857 bn Wijnaldum", "8857 bn"),
        ("postcode 3073 lb", "3073 lb"),
        ("postcode: 3073", "3073"),
        ("Kerkstraat 12,1234 AB", "1234 AB"),
        ("te 1234Ab", "1234Ab"),
        ("2011 AB Haarlem", "2011 AB"),
        ("kerkpad 6 hs / 8857 bn wijnaldum", "8857 bn"),
        ("Dorpsstr. 14-2 (8857-BN)", "8857-BN"),
        ("dijkweg 3 II, 8857.bn", "8857.bn"),
        ("woont in 8857 bn wijnaldum", "8857 bn"),
        ("postcode 88 57 b.n. zei hij", "88 57 b.n"),
        ("pc 8857/BN klopt niet", "8857/BN"),
        ("postcode+huisnr 8857_bn 14", "8857_bn"),
        ("verhuisd van 8857-BN naar elders", "8857-BN"),
        ("te NL-8857 BN", "8857 BN"),
        ("Dorpsweg 3, 8857 B N", "8857 B N"),
        ("in 6827 bk . Sleepbedrijf", "6827 bk"),
        ("broer Zbigniew, 6717 pl, Kolkakkerweg", "6717 pl"),
        ("zuster, wnd 3022 gk, leest", "3022 gk"),
        ("in heemskerk, 1964-xz, en", "1964-xz"),
        ("zaten in Wapenveld, 8191.kh, en", "8191.kh"),
        ("hij woont 7964kb, lars niet", "7964kb"),
        ("uit het azc in 9561 ma", "9561 ma"),
        ("postcode weet ze niet, iets met 8051", "8051"),
    ],
)
def test_postcodes_are_found(structured: Find, text: str, postcode: str) -> None:
    assert structured(Kind.POSTCODE, text) == [postcode]


@pytest.mark.parametrize(
    "text",
    [
        "in 2021 en 2022",
        "de jaren 2021-NU en 2020-WW",
        "motor van 1500 cc en 1200 pk",
        "geb. 3-3-1982, nu Amersfoort",
        "in 2021 ma en di gewerkt",
        "per 2023 wg ziek, vanaf 2022 pz",
        "er zijn 2500 st nodig, schuld 4500 er komt bij",
        "brief 2019.BV en 2020-IV",
        "sinds 2020 is hij",
        "2022 WW, daarna 2023 ZW",
        "1500 EU per maand",
        "0123 AB",
        "1234 SS",
        "€ 1234 AB",
        "A 58 en N 201",
        "13.264 NA",
        "1500pm, 3000km en 2021en",
        "art. 2021 BW",
        "op 3 mei 2021 is",
        "woont sinds 2021 nu in een flat",
        "adres sinds 2019 zo bekend",
        "formulier 8857 bn bijgevoegd",
        "maandag 12 apr 2021 om 3 uur",
    ],
)
def test_look_alikes_are_no_postcode(structured: Find, text: str) -> None:
    assert structured(Kind.POSTCODE, text) == []
