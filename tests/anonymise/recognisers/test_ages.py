# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("woont met moeder (81) in Eygelshoven", "81"),
        ("hij is 15 jaar en 11 maanden.", "15 jaar en 11 maanden"),
        ("(Truus, eind 60) wil", "eind 60"),
        ("een vrouw, tegen de tachtig, belde", "tegen de tachtig"),
        ("ben 50 jaar oud en", "50 jaar"),
        ("baby van drie weken, gezond", "drie weken"),
        ("een dochtertje van 8 mnd", "8 mnd"),
        ("hij werd 51 lentes", "51 lentes"),
        ("Mevrouw (eind zestig, alleen)", "eind zestig"),
        ("een man, begin vijftig", "begin vijftig"),
        ("een man van in de vijftig, kok", "in de vijftig"),
        ("klant is bijna 60.", "60"),
        ("m/v 34, gehuwd", "34"),
        ("cl. (v/38)", "38"),
        ("bsn / 44 / Emmeloord", "44"),
        ("ik ben 47, gescheiden", "47"),
        ("een kind, eenenzestig jaar oud", "eenenzestig jaar"),
        ("blind sinds hij 44 was", "44"),
        ("De jongste is 3.", "3"),
        ("hun kinderen zijn 4 en 7.", "7"),
        ("Mevr is 91 !", "91"),
        ("(53jr) uit", "53jr"),
        ("Klant: Noor Wiggers, 26 jaar, Rijssen", "26 jaar"),
        ("Jelle, 33, heeft", "33"),
        ("een man van 57 jaar aan", "57 jaar"),
        ("Man van 59 met verleden", "59"),
        ("de 53-jarige klant", "53"),
        ("leeftijd: 53", "53"),
        ("hij is 19 en kan niet goed lezen", "19"),
        ("een dochter (Lieke, negen).", "negen"),
        ("hij is net 18 geworden", "18"),
        ("hij 86, zij 84.", "86"),
        ("Kleindochter van elf aan de lijn", "elf"),
        ("Gepke Wierda, 53 jr, Oudehaske", "53 jr"),
        ("zoontje Jayden (4 jaar) is", "4 jaar"),
        ("contact (v, 61) over", "61"),
        ("op 61-jarige leeftijd", "61"),
        ("leeftijd klant: 61", "61"),
        ("wordt volgende maand 67.", "67"),
        ("(vanaf zijn 55e WAO, nu 61)", "61"),
        ("2 kinderen (7 en 11), huur", "7"),
        ("wordt in september 67 en krijgt", "67"),
        ("59 jaar, spuitersogen", "59 jaar"),
        ("ze is 60, heeft nooit", "60"),
    ],
)
def test_ages_are_found(structured: Find, text: str, age: str) -> None:
    assert age in structured(Kind.AGE, text)


def test_two_children_are_two_ages(structured: Find) -> None:
    assert structured(Kind.AGE, "Kinderen van 7 en 9, net alles kwijt.") == ["7", "9"]
    assert structured(Kind.AGE, "drie kinderen (4, 7 en 9)")[-2:] == ["7", "9"]


@pytest.mark.parametrize(
    "text",
    [
        "na 3 jaar stopte het",
        "moeder van drie, gescheiden",
        "hij is 20 jaar visser geweest",
        "Art. 17 en 54 PW",
        "Code 95, rijbewijs",
        "kl. van vier bedrijven",
        "de eisen zijn 3 en 4",
        "al 12 jaar in dienst",
        "werkt sinds 5 jr bij een bol",
        "na 104 weken ziekte",
        "jongeren onder de 27 jaar",
        "een 35-minner",
        "ouder dan 56, verblijf",
        "tot 65 jaar",
        "gedurende 3 jaar, daarna niet",
        "een regeling van 60 maanden",
        "20 jaar huwelijk; het 25-jarig jubileum",
        "mensen van 58 aan het werk",
        "art. 3, 12 en 14",
        "hij is 18 uur per week aan het werk",
        "het is 40 procent",
    ],
)
def test_durations_rules_and_counts_stay(structured: Find, text: str) -> None:
    assert structured(Kind.AGE, text) == []
