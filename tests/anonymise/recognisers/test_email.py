# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Groet, | m.degraaf@werkpost-voorbeeld.nl | tel", "m.degraaf@werkpost-voorbeeld.nl"),
        ("Mail: guusvdh59@brabantsepost.example.", "guusvdh59@brabantsepost.example"),
        ("<joyce@dans-voorbeeld.nl>", "joyce@dans-voorbeeld.nl"),
        ("José.Müller+uwv@post.amsterdam", "José.Müller+uwv@post.amsterdam"),
        ("JAN@VOORBEELD.NL", "JAN@VOORBEELD.NL"),
        ("jan @ voorbeeld . nl", "jan @ voorbeeld . nl"),
        ("jan(at)voorbeeld.nl", "jan(at)voorbeeld.nl"),
        ("jan apenstaartje voorbeeld punt nl", "jan apenstaartje voorbeeld punt nl"),
        ("mail jan@voorbeeld", "jan@voorbeeld"),
    ],
)
def test_addresses_are_found(structured: Find, text: str, address: str) -> None:
    assert structured(Kind.EMAIL, text) == [address]


@pytest.mark.parametrize(
    "text", ["wat is zijn e-mail?", "hij at punten", "bel @home", "staat als NL op de lijst"]
)
def test_look_alikes_are_no_address(structured: Find, text: str) -> None:
    assert structured(Kind.EMAIL, text) == []
