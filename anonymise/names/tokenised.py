# SPDX-License-Identifier: EUPL-1.2
"""A text with what all that look for names in it share, worked out when the first of them asks for it."""

from functools import cached_property

from anonymise.names.named_things import named_things
from anonymise.names.tokens import Token, tokens_of
from anonymise.names.word_lists import WordLists


class TokenisedText:
    """A text, its tokens and the things in it that bear a name. Never kept beyond one look at a case."""

    def __init__(self, text: str, lists: WordLists) -> None:
        self.text = text
        self.lists = lists

    def __repr__(self) -> str:
        return f"TokenisedText({len(self.text)} characters)"

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens in reading order."""
        return tokens_of(self.text)

    @cached_property
    def things(self) -> list[tuple[int, int]]:
        """Start and end of laws, judgments and other things with a name, in reading order."""
        return named_things(self.tokens, self.lists)
