# SPDX-License-Identifier: EUPL-1.2
"""Every sentence of the app exists in both languages."""

import string

import pytest

from casebase.bilingual import Bilingual
from search_app.ui import words

SENTENCES = [
    (name, text)
    for name, value in vars(words).items()
    for text in (value if isinstance(value, tuple) else (value,))
    if isinstance(text, Bilingual)
]


def gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("name", "text"), SENTENCES)
def test_both_languages_say_it_with_the_same_gaps(name: str, text: Bilingual) -> None:
    assert text.nl
    assert text.en
    assert gaps(text.nl) == gaps(text.en)
