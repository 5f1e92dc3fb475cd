# SPDX-License-Identifier: EUPL-1.2
"""How far the name of an organisation reaches: a row of capitals with small words between."""

from collections.abc import Sequence
from dataclasses import dataclass

from anonymise.names.phrases import longest_phrase
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

CONNECTORS = frozenset(
    {
        "en",
        "van",
        "voor",
        "de",
        "het",
        "aan",
        "in",
        "bij",
        "op",
        "der",
        "den",
        "'t",
        "onder",
        "des",
        "tot",
        "ter",
    }
)
"""Small words inside the name of an organisation whose kind is told: 'Stichting Onder de Linde'."""

PARTICLES = frozenset({"de", "het", "der", "den", "'t", "des", "ter", "aan"})
"""Small words inside a row of capitals of which nothing else is known."""

_ARTICLES = frozenset({"de", "het", "'t", "onze", "ons"})
_OPENING = _ARTICLES | {"en"}
_LOOSE = frozenset({"in", "bij", "te"})
_PLACING = frozenset({"in", "bij", "te", "van", "voor"})
_BLANKS = (" ", "  ")
_MOST_CONNECTORS = 3
_LONGEST = 8
_LONG_KIND = 8


@dataclass(frozen=True)
class FirmRow:
    """The tokens of a text, seen as a row in which names of organisations may stand."""

    tokens: Sequence[Token]
    lists: WordLists

    def end(self, start: int, small: frozenset[str] = CONNECTORS) -> int:
        """The place after a row of capitals, joined by the ``small`` words where a capital follows."""
        at = last = start
        while at < len(self.tokens) and at - start < _LONGEST:
            token = self.tokens[at]
            if at > start and (token.gap not in ("", *_BLANKS) or token.begins):
                break
            if self._continues(at, start):
                last = at = at + 1
                continue
            step = self._connectors(at, small) if at > start or token.lower in _OPENING else 0
            if not step:
                break
            at += step
        return last

    def phrase(self, start: int, end: int) -> str:
        """The words in lower case, joined by blanks."""
        return " ".join(token.lower for token in self.tokens[start:end])

    def is_kind(self, at: int) -> bool:
        """Whether the word tells a kind of organisation: 'bakkerij', 'palletfabriek'."""
        token, words = self.tokens[at], self.lists.organisations
        if not token.is_word:
            return False
        if token.lower in words["kinds"]:
            return True
        ending = token.lower.endswith(self.lists.kind_endings)
        return ending and len(token.lower) > _LONG_KIND and not self.lists.is_term(token.lower)

    def is_body(self, token: Token) -> bool:
        """A short form or a term that stays, such as a public body."""
        opener = token.lower in self.lists.organisations["openers"]
        return token.upper or (token.lower in self.lists.stays and not opener)

    def is_inside(self, at: int) -> bool:
        """Whether the token before belongs to the same row of capitals."""
        if not at or self.tokens[at].gap != " " or self.tokens[at].begins:
            return False
        before = self.tokens[at - 1]
        return before.capital and before.is_word and not self.opens_sentence(at - 1)

    def opens_sentence(self, at: int) -> bool:
        """An ordinary word that only has its capital from the sentence: 'Bij Van Dam'."""
        token = self.tokens[at]
        word = token.lower
        if not token.begins or word not in self.lists.ordinary_words:
            return False
        may_begin = word in _ARTICLES or word in self.lists.organisations["openers"]
        return not (may_begin or self.is_kind(at) or self.lists.is_name(word))

    def _continues(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if token.kind == "amp":
            return at > start and at + 1 < len(self.tokens) and self.tokens[at + 1].capital
        if at > start and token.lower in self.lists.organisations["lower_endings"]:
            return True
        if not token.capital:
            return False
        if at == start:
            return not self.is_body(token) or (token.upper and not self.lists.is_term(token.lower))
        return not (token.upper and longest_phrase(self.tokens, at, self.lists.stays, self.lists) > at)

    def _connectors(self, at: int, small: frozenset[str]) -> int:
        """How many small words stand at ``at`` with a capital behind them that goes on with the name."""
        count = 0
        while count < _MOST_CONNECTORS and at + count < len(self.tokens):
            token = self.tokens[at + count]
            if token.lower not in small or token.gap not in _BLANKS:
                break
            count += 1
        after = at + count
        if not count or after >= len(self.tokens) or not self.tokens[after].capital:
            return 0
        word = self.tokens[after].lower
        elsewhere = self.tokens[at].lower in _PLACING and (
            word in self.lists.places or word in self.lists.stays
        )
        loose = self.tokens[at].lower in _LOOSE
        return 0 if count == 1 and (elsewhere or loose) else count * (self.tokens[after].gap in _BLANKS)
