# SPDX-License-Identifier: EUPL-1.2
"""Finding listed phrases of one or more words in a row of tokens."""

from collections.abc import Sequence

from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_JOINTS = ("", " ", "  ", "-")


def longest_phrase(tokens: Sequence[Token], place: int, phrases: frozenset[str], lists: WordLists) -> int:
    """The place after the longest listed phrase that starts at ``place``; ``place`` where there is none.

    ``phrases`` are the places or the terms that stay of ``lists``, or some of them.
    """
    words = tokens[place].lower
    most = lists.phrase_starts.get(words, 0)
    if not most:
        return place
    best = place + 1 if words in phrases else place
    for at in range(place + 1, min(place + most, len(tokens))):
        token = tokens[at]
        if token.gap not in _JOINTS:
            break
        words = f"{words} {token.lower}"
        if words in phrases:
            best = at + 1
    return best
