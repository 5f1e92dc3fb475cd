# SPDX-License-Identifier: EUPL-1.2
"""Every placeholder that the settings can make is one for the pages and for the search index as well."""

from pathlib import Path

import pytest

from anonymise.placeholders import Placeholders, Tag
from anonymise.policy import load_placeholders
from index.text import without_placeholders
from search_app.ui.markup import plain


@pytest.fixture(scope="module")
def placeholders(root: Path) -> Placeholders:
    return load_placeholders(root / "data" / "lists")


@pytest.fixture(scope="module")
def tags(placeholders: Placeholders) -> list[str]:
    """Each word as it is written, and one with each detail."""
    unnumbered = set(placeholders.words.values()) - placeholders.numbered
    made = [Tag(word) for word in placeholders.alone | unnumbered]
    made += [Tag(word, 12) for word in placeholders.numbered]
    made += [Tag("PLAATS", 2, detail) for detail in placeholders.details]
    return sorted({tag.text for tag in made})


def test_they_are_shown_quietly(tags: list[str]) -> None:
    shown = {tag: plain(tag) for tag in tags}
    assert [tag for tag, html in shown.items() if not html.startswith('<span class="mw-weg">')] == []


def test_they_carry_no_meaning_in_a_search(placeholders: Placeholders, tags: list[str]) -> None:
    tags = [*tags, placeholders.birth_band(1967)]
    assert [tag for tag in tags if without_placeholders(tag) != " "] == []
