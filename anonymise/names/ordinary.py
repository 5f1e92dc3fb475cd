# SPDX-License-Identifier: EUPL-1.2
"""Whether a word is ordinary Dutch: in the lexicon, an inflection of it, or a compound of two such words."""

_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 4
_SHORTEST_COMPOUND = 8
_SHORTEST_LOOKALIKE = 7
_LINKS = ("", "s", "en", "e", "n", "er")
_ENDINGS = ("'s", "s", "en", "e", "n", "t", "je", "jes", "tje", "tjes", "pje", "st", "ste", "er", "ers")
_NUMBER_ENDING = "nr"
"""'Klantnr', 'rekeningnr'."""
_LONGEST = 45
"""Longer rows of letters are no words, and cutting them everywhere takes long."""
_MEMORY = 200_000


class OrdinaryWords:
    """Knows the words of a lexicon and what can be made of them."""

    def __init__(self, lexicon: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._found: set[str] = set()

    def __contains__(self, lower: str) -> bool:
        return lower in self._lexicon

    def has(self, lower: str) -> bool:
        """Whether the word in lower case is ordinary; remembers ordinary words only, never a name."""
        if lower in self._found:
            return True
        ordinary = self._is_ordinary(lower)
        if ordinary and len(self._found) < _MEMORY:
            self._found.add(lower)
        return ordinary

    def resembles(self, lower: str) -> bool:
        """Whether a long word begins or ends with an ordinary word: most likely a compound of rarer words."""
        if not _SHORTEST_LOOKALIKE <= len(lower) <= _LONGEST:
            return False
        cuts = range(_SHORTEST_TAIL, len(lower) - 1)
        return any(lower[:cut] in self._lexicon or lower[-cut:] in self._lexicon for cut in cuts)

    def ends_ordinary(self, lower: str) -> bool:
        """Whether a long word ends with an ordinary word, as a Dutch compound does."""
        if not _SHORTEST_LOOKALIKE <= len(lower) <= _LONGEST:
            return False
        return any(lower[cut:] in self._lexicon for cut in range(1, len(lower) - _SHORTEST_TAIL + 1))

    def _is_ordinary(self, lower: str) -> bool:
        if lower in self._lexicon or lower.endswith(_NUMBER_ENDING):
            return True
        if "-" in lower:
            return all(len(part) <= 1 or self.has(part) for part in lower.split("-"))
        if any(
            lower.endswith(end) and lower[: -len(end)] in self._lexicon for end in _ENDINGS if len(lower) > 4
        ):
            return True
        return _SHORTEST_COMPOUND <= len(lower) <= _LONGEST and self._is_compound(lower)

    def _is_compound(self, lower: str) -> bool:
        """Two words with or without a link; the second may be a compound itself."""
        for cut in range(_SHORTEST_HEAD, len(lower) - _SHORTEST_TAIL + 1):
            head, tail = lower[:cut], lower[cut:]
            if head in self._lexicon and any(
                tail.startswith(link) and self._is_tail(tail[len(link) :]) for link in _LINKS
            ):
                return True
        return False

    def _is_tail(self, tail: str) -> bool:
        if len(tail) < _SHORTEST_TAIL:
            return False
        return (
            tail in self._lexicon
            or tail.removesuffix("s") in self._lexicon
            or (len(tail) >= _SHORTEST_COMPOUND and self._is_compound(tail))
        )
