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
    word = _last_words(tokens, place, 1)
    pair = _last_words(tokens, place, 2)
    triple = _last_words(tokens, place, 3)
    shouted = tokens[place - 1].upper and place > 1 and tokens[place - 2].kind == "number"
    for cue, wanted, pattern in _RULES:
        if cue is Cue.TITLE and shouted:  # the letters of a postcode, '1421 DR'
            continue
        if pattern.fullmatch(gap) and not lists.cues[wanted].isdisjoint((word, pair, triple)):
            return cue
    if word in _LINKING and pair.split(" ")[0] in lists.cues["called"] | lists.cues["kin"] and gap == " ":
        return Cue.CALLED
    if word.startswith("ex-") and word[3:] in lists.cues["functions"] and _NEAR_GAP.fullmatch(gap):
        return Cue.FUNCTION
    return Cue.NONE


def _last_words(tokens: Sequence[Token], place: int, count: int) -> str:
    """The last words before a place, joined by blanks; shorter where a sign stands between them."""
    words = [tokens[place - 1].lower.rstrip(".")]
    for at in range(place - 1, max(0, place - count), -1):
        if tokens[at].gap.strip(" "):
            break
        words.insert(0, tokens[at - 1].lower.rstrip("."))
    return " ".join(words)


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
