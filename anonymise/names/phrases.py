# SPDX-License-Identifier: EUPL-1.2
"""Finding listed phrases of one or more words in a row of tokens."""

from collections.abc import Sequence

from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_JOINTS = ("", " ", "  ", "-")


def longest_phrase(tokens: Sequence[Token], place: int, phrases: frozenset[str], lists: WordLists) -> int:
    """The place after the longest listed phrase that starts at ``place``; ``place`` where there is none."""
    most = lists.phrase_starts.get(tokens[place].lower, 1)
    best = place
    words = ""
    for at in range(place, min(place + most, len(tokens))):
        token = tokens[at]
        if at > place and token.gap not in _JOINTS:
            break
        words = f"{words} {token.lower}" if words else token.lower
        if words in phrases:
            best = at + 1
    return best
