# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Haar paspoort (NWP4L8R61) lag bij hem", "NWP4L8R61"),
        ("met z'n rijbewijs (5928104473) naar de balie", "5928104473"),
        ("een rijbewijs waar hij niet meer mee mag rijden (5501937264).", "5501937264"),
        ("Poolse ID-kaart staat als CGP 481907 in", "CGP 481907"),
        ("Pools, ID ARK 620 554, tomaten", "ARK 620 554"),
        ("verblijfsdocument, nummer IM9K41Z70, ligt", "IM9K41Z70"),
        ("verblijfsdoc. IRX7F20K4 (kopie)", "IRX7F20K4"),
        ("paspoort FJ402881, nationaliteit", "FJ402881"),
        ("Ghanese documenten G2208841 en", "G2208841"),
        ("Zijn paspoort 548120993 heb ik gezien", "548120993"),
        ("ze liet NT7R4C9K2 zien", "NT7R4C9K2"),
    ],
)
def test_document_numbers_are_found(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.ID_DOCUMENT, text) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("V-nummer 2604917738", "2604917738"),
        ("(v-nr. 282.114.0937, wacht)", "282.114.0937"),
        ("vnr 277 802 4415", "277 802 4415"),
        ("zijn V-nummer van vroeger (203 117 8890)", "203 117 8890"),
        ("terwijl op de andere 277 905 4420 staat", "277 905 4420"),
        ("vreemdelingennummer: 2604917738", "2604917738"),
    ],
)
def test_v_numbers_are_found(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.V_NUMBER, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "V-nummer niet van toepassing",
        "heeft geen paspoort meer sinds 2019",
        "paspoort verlopen, kost 78 euro",
        "het ID-bewijs is van 2018",
        "vergunning voor 12 maanden",
        "WIA, WGA en IVA",
        "CORONA2020",
    ],
)
def test_look_alikes_are_no_document(structured: Find, text: str) -> None:
    assert structured(Kind.ID_DOCUMENT, text) == []
    assert structured(Kind.V_NUMBER, text) == []
