# SPDX-License-Identifier: EUPL-1.2
"""A text as a row of words, with the questions that the rules for names ask about a place in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from anonymise.names.parsing import name_end
from anonymise.names.phrases import longest_phrase
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

SURE = 0.9
LIKELY = 0.75
FAIR = 0.65
WEAK = 0.5
"""Weak findings are masked where they stand, but not looked for elsewhere in the case."""


_APPOSITIONS = frozenset(
    {"een", "de", "die", "zijn", "haar", "mijn", "onze", "inmiddels", "destijds", "zelf"}
)


class Guess(NamedTuple):
    """A name that starts somewhere: the place after its last token, how sure, by which rule.

    ``cut`` letters at the end are a genitive ending rather than part of the name.
    """

    end: int
    score: float
    rule: str
    cut: int = 0


@dataclass(frozen=True)
class WordRow:
    """The tokens of a text; ``firms`` holds the positions in the text where an organisation starts."""

    tokens: Sequence[Token]
    lists: WordLists
    firms: frozenset[int] = frozenset()

    def name_end(self, at: int) -> int:
        """The place after the name that starts with the capital at ``at``."""
        return name_end(self.tokens, at, self.lists, self.firms)

    def after(self, at: int) -> Token | None:
        """The token behind the one at ``at`` when only a blank stands between them."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].gap not in (" ", "  "):
            return None
        return self.tokens[at + 1]

    def before(self, at: int) -> str:
        """The word before in lower case, without its dot; empty at the start."""
        return self.tokens[at - 1].lower.rstrip(".") if at else ""

    def is_followed_by(self, at: int, words: frozenset[str]) -> bool:
        """Whether the next word is one of these."""
        after = self.after(at)
        return after is not None and after.lower in words

    def is_known(self, start: int, end: int) -> bool:
        """Whether one of the words is in a list of names."""
        return any(self.lists.is_name(token.lower) for token in self.tokens[start:end])

    def place_end(self, at: int) -> int:
        """The place after a name of a town of several words ('Den Bosch'); ``at`` where there is none."""
        end = longest_phrase(self.tokens, at, self.lists.places, self.lists)
        return end if end > at + 1 else at

    def phrase(self, start: int, end: int) -> str:
        """The words in lower case, joined by blanks."""
        return " ".join(token.lower for token in self.tokens[start:end])

    def acts(self, at: int) -> bool:
        """Whether the word at ``at`` does what persons do: 'Roos belt', 'Amber (34)', 'Toon en Truus'."""
        if at + 1 >= len(self.tokens) or self.tokens[at].lower in self.lists.no_names:
            return False
        after = self.tokens[at + 1]
        if after.gap == " (":
            return after.kind == "number"
        if after.gap == ", ":
            return after.kind == "number" or after.lower in _APPOSITIONS
        if after.lower == "en" and at + 2 < len(self.tokens):
            return self.tokens[at + 2].capital and self.lists.is_first_name(self.tokens[at + 2].lower)
        return self.is_followed_by(at, self.lists.cues["person_verbs"])
