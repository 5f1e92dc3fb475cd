# SPDX-License-Identifier: EUPL-1.2
"""One field of a case while personal data is looked for in it, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import WordLists
from anonymise.normalise import NormalisedText, normalise
from anonymise.placeholders import Placeholders
from anonymise.spans import PiiSpan


@dataclass(frozen=True)
class Look:
    """What is to be masked in a field, and what a person is asked to judge."""

    spans: list[PiiSpan]
    doubtful: list[PiiSpan]


@dataclass(frozen=True, repr=False)
class FieldText:
    """A field in one spelling, its words, and where placeholders stand in it already."""

    name: str
    same: NormalisedText
    words: TokenisedText
    placeholders: Sequence[tuple[int, int]]

    @property
    def text(self) -> str:
        """The text in one spelling."""
        return self.same.text

    def in_original(self, spans: Sequence[PiiSpan], doubtful: Sequence[PiiSpan]) -> Look:
        """The same findings at their places in the text as read."""
        moved = self.same.in_original
        return Look([moved(span) for span in spans], [moved(span) for span in doubtful])

    def __repr__(self) -> str:
        return f"FieldText({self.name}, {len(self.text)} characters)"


def field_text(name: str, text: str, lists: WordLists, placeholders: Placeholders) -> FieldText:
    """The field made ready for a look."""
    same = normalise(text)
    stands = [match.span() for match in placeholders.pattern.finditer(same.text)]
    return FieldText(name, same, TokenisedText(same.text, lists), stands)
