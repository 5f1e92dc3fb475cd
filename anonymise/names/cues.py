# SPDX-License-Identifier: EUPL-1.2
"""What the words before a name tell: a title, a relative, a function, a label, a greeting."""

import re
from collections.abc import Sequence
from enum import StrEnum

from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_TITLE_GAP = re.compile(r"\.?[ ]?\.?(?:[ ]|$)|\.?[ ]?\(|\.\n|[ ]\n", re.DOTALL)
_NEAR_GAP = re.compile(r"\.?(?: |:\s{0,2}|\n| \(|, |: \"|\)? ?= ?| ['‘\"]|/)")
_LABEL_GAP = re.compile(r"\.?[ ]?[:=]\s{0,3}['\"‘]?")
_CLOSING_GAP = re.compile(r"\.?[,.!]?\s{0,4}(?:>+ ?)*")
_AND_GAP = re.compile(r" |, ")


class Cue(StrEnum):
    """What stands before a word, the surest first."""

    TITLE = "title"
    LABEL = "label"
    CALLED = "called"
    CLOSING = "closing"
    GREETING = "greeting"
    KIN = "kin"
    FUNCTION = "function"
    NONE = "none"


def cue_before(tokens: Sequence[Token], place: int, lists: WordLists) -> Cue:
    """The cue right before the token at ``place``."""
    if place == 0:
        return Cue.NONE
    gap = tokens[place].gap
    words = _last_words(tokens, place)
    if lists.introductions.isdisjoint(words) and not words[0].startswith("ex-") and words[0] not in _LINKING:
        return Cue.NONE
    shouted = tokens[place - 1].upper and place > 1 and tokens[place - 2].kind == "number"
    for cue, wanted, pattern in _RULES:
        if cue is Cue.TITLE and shouted:  # the letters of a postcode, '1421 DR'
            continue
        if not lists.cues[wanted].isdisjoint(words) and pattern.fullmatch(gap):
            return cue
    word, first = words[0], words[min(1, len(words) - 1)].split(" ", maxsplit=1)[0]
    if word in _LINKING and gap == " " and (first in lists.cues["called"] or first in lists.cues["kin"]):
        return Cue.CALLED
    if word.startswith("ex-") and word[3:] in lists.cues["functions"] and _NEAR_GAP.fullmatch(gap):
        return Cue.FUNCTION
    return Cue.NONE


def _last_words(tokens: Sequence[Token], place: int) -> list[str]:
    """The last word, two words and three words before a place; fewer where a sign stands between them."""
    words = [tokens[place - 1].lower.rstrip(".")]
    for at in range(place - 1, max(0, place - _MOST_WORDS), -1):
        gap = tokens[at].gap
        if gap != " " and gap.strip(" "):
            break
        words.append(f"{tokens[at - 1].lower.rstrip('.')} {words[-1]}")
    return words


_MOST_WORDS = 3
_RULES = (
    (Cue.TITLE, "titles", _TITLE_GAP),
    (Cue.LABEL, "labels", _LABEL_GAP),
    (Cue.CALLED, "called", _NEAR_GAP),
    (Cue.CLOSING, "closings", _CLOSING_GAP),
    (Cue.GREETING, "greetings", re.compile(r"[ ,]{1,2}")),
    (Cue.KIN, "kin", _NEAR_GAP),
    (Cue.FUNCTION, "functions", _NEAR_GAP),
)
_LINKING = frozenset({"nu", "dan", "eigenlijk", "echt", "is"})
