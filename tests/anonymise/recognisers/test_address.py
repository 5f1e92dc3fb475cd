# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ze woont in de Lijsterbesstraat 52 in Zwijndrecht", "Lijsterbesstraat 52"),
        ("gegevens: Hobbemaplein 118-C, 2526 JG", "Hobbemaplein 118-C"),
        ("woont Botter 31-08, Lelystad", "Botter 31-08"),
        ("staat aan de Kerkdijk achter 31", "Kerkdijk achter 31"),
        ("de opvang in het hotel aan de ring 3-5 daar", "de ring 3-5"),
        ("ze woont met haar zoon op van liedekerkestraat 7 in dorst", "van liedekerkestraat 7"),
        ("verhuisd naar v. speykstr. 40", "v. speykstr. 40"),
        ("zij wonen al jaren op de waterlinie 33 in zutphen", "de waterlinie 33"),
        ("lange broekweg 61 te goor", "lange broekweg 61"),
        ("Zuiderdiep 388 achterhuis, Veendam", "Zuiderdiep 388 achterhuis"),
        ("Beijerlandselaan 118 en 120 samen", "Beijerlandselaan 118 en 120"),
        ("oude adres (Schoolstraat 4, Opmeer)", "Schoolstraat 4"),
        ("Adres: Zuiderval 9, Haaksbergen", "Zuiderval 9"),
        ("kamer: Lange Broekweg 61 unit 9, Naaldwijk", "Lange Broekweg 61 unit 9"),
        ("aan de Krugerplein 14 II, 1091 KZ", "Krugerplein 14 II"),
        ("Gesprek, Op de Bies 8, 6333 EK Schimmert", "Op de Bies 8"),
        ("ligplaats Vreeswijkse Kade 3b, Nieuwegein", "Vreeswijkse Kade 3b"),
        ("naar de Van Ostadestraat 166, met", "Van Ostadestraat 166"),
        ("Zie Van Ostadestraat 166", "Van Ostadestraat 166"),
        ("ging naar de Van Ostadestraat.", "Van Ostadestraat"),
        ("Bakkerie Sjeng, Wal 14 Valkenburg", "Wal 14"),
        ("woont dorpsstraat 14 in", "dorpsstraat 14"),
        ("woont jan luykenstraat 230", "jan luykenstraat 230"),
        ("2e Jan Steenstraat 14", "2e Jan Steenstraat 14"),
        ("Laan van Meerdervoort 12", "Laan van Meerdervoort 12"),
        ("Kerkstraat nr. 12", "Kerkstraat nr. 12"),
        ("Burgemeester Blokstraat 3 te Schagen", "Burgemeester Blokstraat 3"),
        ("postbus 4410", "postbus 4410"),
    ],
)
def test_addresses_are_found(structured: Find, text: str, address: str) -> None:
    assert structured(Kind.ADDRESS, text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Restvordering 2018 duikt op",
        "WAO-uitkering 35-45%",
        "Jaaropgaven 2018-2023 allemaal ontvangen",
        "Toeslag 430 per maand",
        "op de A58 aangereden",
        "onderweg 3 keer gebeld",
        "het werkplein 2 dagen dicht",
        "Rik Nijhof, 37, las in de trein",
        "Hij woont in Biddinghuizen, 63 jaar",
        "Op 4 januari is de WW stopgezet",
        "in de Wajong 2015",
        "de loonstraat 2021 niet",
        "Spoor 2 en schaal 11",
    ],
)
def test_look_alikes_are_no_address(structured: Find, text: str) -> None:
    assert structured(Kind.ADDRESS, text) == []
