# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING

import pytest

from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser


@pytest.mark.parametrize(
    "text",
    [
        "De auto, een Ford Fiesta, stond er nog.",
        "Zijn mercedes vito is verkocht.",
        "Auto: Opel Astra, afgekeurd.",
        "Bus Renault Trafic 2009 diesel.",
        "Hij verkocht zijn Berlingo en kocht een Caddy.",
        "Overmacht wordt door het Hof Arnhem-Leeuwarden streng uitgelegd.",
    ],
)
def test_makes_and_models_of_cars_stay_readable(anonymiser: "Anonymiser", text: str) -> None:
    assert anonymiser.find(text) == []


def test_a_person_beside_a_car_is_found(anonymiser: "Anonymiser") -> None:
    text = "Fatma Yilmaz rijdt in de Opel van haar broer Vito."
    persons = [text[span.start : span.end] for span in anonymiser.find(text) if span.kind is Kind.PERSON]
    assert persons == ["Fatma Yilmaz", "Vito"]
