# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    "plate",
    [
        "XZ-412-R", "87-BSH-2", "VRZ-38-K", "V-662-DK", "7-TGB-46", "BX-ZH-41", "57-LRT-9", "OB-33-KN",
        "12-34-AB", "AB-12-34", "12-AB-34", "12-AB-CD", "AB-CD-12", "K-12-ABC",
        "SZ-73-SG", "VV-234-F",
    ],
)  # fmt: skip
def test_every_sidecode_is_found(structured: Find, plate: str) -> None:
    assert structured(Kind.LICENSE_PLATE, f"Zijn bus ({plate}) is verkocht") == [plate]
    assert structured(Kind.LICENSE_PLATE, f"hij rijdt in de {plate.lower()} van zijn zus") == [plate.lower()]


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("kenteken KX482T", "KX482T"),
        ("auto kx-482-t", "kx-482-t"),
        ("kenteken: 87 bsh 2", "87 bsh 2"),
        ("Caravan WB-41-TL staat er nog", "WB-41-TL"),
        ("kenteken D KL 1234", "D KL 1234"),
        ("een busje met een Roemeens plaat, B 88 KLV, stond er", "B 88 KLV"),
        ("taxi tx.551.g stilgezet", "tx.551.g"),
        ("kent. KX.482.T", "KX.482.T"),
        ("nummerbord 12 ab 34", "12 ab 34"),
        ("hij reed in de oude Opel van zijn broer, KX482T, naar huis", "KX482T"),
        ("met de veewagen WT 08 KF", "WT 08 KF"),
        ("Bus VB-77-TNL", "VB-77-TNL"),
        ("hij rijdt nog in KX 482 T", "KX 482 T"),
        ("stond geparkeerd: KX482T", "KX482T"),
        ("de Skoda AX 7719 KP", "AX 7719 KP"),
        ("kentekennr. 12 - ab - 34 klopt niet", "12 - ab - 34"),
        ("nummerbord GX/412/B", "GX/412/B"),
        ("Zijn bus (GX–412–B) is verkocht", "GX–412–B"),
        ("kenteken g x 4 1 2 b", "g x 4 1 2 b"),
        ("de scooter 12 abc 3 is gestolen", "12 abc 3"),
        ("omdat de auto (12 - ab - 34) van haar broer", "12 - ab - 34"),
        ("Poolse auto (PO4KL32)", "PO4KL32"),
        ("een Engels busje, AB12 CDE, stond er", "AB12 CDE"),
        ("nummerplaat 1ABC234", "1ABC234"),
        ("Rijden met 1-DKM-447 voor fysio", "1-DKM-447"),
        ("De facturen van YK04 RFN lopen tot 2012", "YK04 RFN"),
        ("een Poolse auto, LPA 9914, stond er", "LPA 9914"),
        ("zijn busje HH-AB 1234E is verkocht", "HH-AB 1234E"),
        ("de auto ABC 123 uit Litouwen", "ABC 123"),
        ("de auto PA 12-34 in Paramaribo", "PA 12-34"),
        ("een Tsjechische auto, 3AB 1234, stond er", "3AB 1234"),
        ("een Oostenrijkse auto (W-12345 A)", "W-12345 A"),
        ("Gezien: GX 41 PR in de straat", "GX 41 PR"),
        ("tolbonnen zonder CB 7731 TK erop", "CB 7731 TK"),
        ("een Opel, ms-kp 417, uit Duitsland", "ms-kp 417"),
        ("NOOIT overgeschreven.kent.WX-71-KLen nu drie boetes", "WX-71-KL"),
        ("Bus D: HS-QP 4471 (DE)", "HS-QP 4471"),
        ("apk van rgs-nj 18e verlopen", "rgs-nj 18e"),
        ("de auto (zb 645 s) is verkocht", "zb 645 s"),
    ],
)
def test_other_spellings_need_a_word_for_a_vehicle(structured: Find, text: str, plate: str) -> None:
    assert structured(Kind.LICENSE_PLATE, text) == [plate]


@pytest.mark.parametrize(
    "text",
    [
        "PW-21-08 afgewezen",
        "zaak pw-21-08 afgewezen",
        "12-12-2023",
        "WGA 80-100",
        "art. 6-12",
        "auto van 2 jaar oud",
        "A-58-bis",
        "bus 12 en 13",
        "auto uit 2012, 80 km per dag",
        "de auto is in MEI 2020 verkocht",
        "een motor van 125 cc uit de jaren 80",
        "fiets van EUR 1200 gestolen",
        "aanhanger op 12 mei 2 keer geleend",
        "de auto valt onder art 16 BPM",
        "auto volgens BW 7 en WW 24",
        "Golf GTI uit 1998",
        "auto (APK 2023) en WA 2024",
        "rijdt dagelijks 20 KM 10 keer",
        "auto staat in 8857BN",
        "formulier KX482T ingevuld",
        "de auto reed 120 km 3 keer",
        "bus 20 min 5 haltes",
        "EU 2016 NL",
        "WW 2021 ZW",
        "de auto is van 2019 en de bus van 2021",
        "scooter 2 uur 15 geparkeerd",
        "auto van 12 jan 21 tot 3 mei 22",
        "busje uit 2012 met APK 2023",
        "Peugeot 308 SW 1.6 uit 2014",
        "de Mercedes E-220 CDI is van zijn broer",
        "kenmerk EH/MW/11.769",
        "de auto 12 x 3 km",
    ],
)
def test_look_alikes_are_no_plate(structured: Find, text: str) -> None:
    assert structured(Kind.LICENSE_PLATE, text) == []


def test_plates_in_a_row_are_each_found(structured: Find) -> None:
    text = "heeft kentekens opgeschreven: CB 8152 XH, LPA 9914 en Pools WGM 55TR. Man stapt in"
    assert {"CB 8152 XH", "LPA 9914", "WGM 55TR"} == set(structured(Kind.LICENSE_PLATE, text))
