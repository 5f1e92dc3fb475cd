# SPDX-License-Identifier: EUPL-1.2
"""What asks for a judgement in a case that is brought in: doubtful words, and words that were replaced.

The same words with the same placeholder are one thing, as one answer counts for the whole case.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from anonymise.case_texts import case_texts
from anonymise.suspects import SuspectReason
from casebase.listed_terms import NAME_KINDS
from casebase.record import Suspect
from casebase.vocabulary import Kind
from search_app.intake_cases import CheckedCase
from search_app.intake_corrections import Pair

_GUESSES = {
    SuspectReason.LONG_NUMBER.value: Kind.CASE_NUMBER,
    SuspectReason.CODE.value: Kind.LICENSE_PLATE,
    SuspectReason.AT_SIGN.value: Kind.EMAIL,
}

Place = tuple[str, int, int]


@dataclass(repr=False)
class Thing:
    """Words of the original; ``label`` is their placeholder, empty where they are doubtful.

    ``original`` and ``safe`` are their places (field, start, end) in both texts.
    """

    key: str
    words: str
    kind: Kind
    label: str = ""
    reason: str = ""
    pair: Pair | None = None
    original: list[Place] = field(default_factory=list)
    safe: list[Place] = field(default_factory=list)

    @property
    def may_return(self) -> bool:
        """Whether somebody can say that it is not personal: numbers and dates stay out."""
        return self.kind in NAME_KINDS


def things(checked: CheckedCase) -> tuple[Thing, ...]:
    """Doubtful words first, then what was replaced, both in reading order."""
    safe = case_texts(checked.safe)
    found: dict[tuple[str, str], Thing] = {}
    for suspect in open_suspects(checked):
        words = safe[suspect.field][suspect.start : suspect.end]
        guess = _GUESSES.get(suspect.reason, Kind.PERSON)
        thing = found.setdefault((words, ""), Thing(f"vondst_{len(found)}", words, guess, "", suspect.reason))
        thing.safe.append((suspect.field, suspect.start, suspect.end))
        thing.original += _in_original(checked, suspect, safe)
    for pair in checked.pairs:
        words = checked.texts[pair.field][pair.start : pair.end]
        label = safe[pair.field][pair.safe_start : pair.safe_end]
        new = Thing(f"vondst_{len(found)}", words, pair.kind, label, pair=pair)
        thing = found.setdefault((words, label), new)
        thing.safe.append((pair.field, pair.safe_start, pair.safe_end))
        thing.original.append((pair.field, pair.start, pair.end))
    return tuple(found.values())


def open_suspects(checked: CheckedCase) -> list[Suspect]:
    """Doubtful places that nobody judged yet; words that were put back were, and a full stop is no word."""
    safe, kept = case_texts(checked.safe), checked.brought.corrections.kept
    told = (
        (suspect, safe.get(suspect.field, "")[suspect.start : suspect.end])
        for suspect in checked.safe.suspects
    )
    return [suspect for suspect, words in told if words not in kept and re.search(r"\w", words)]


def _in_original(checked: CheckedCase, suspect: Suspect, safe: Mapping[str, str]) -> list[Place]:
    """Where the doubtful words stand in the original: as far behind the last finding as in the safe text."""
    pairs = [pair for pair in checked.pairs if pair.field == suspect.field]
    before = bisect_right([pair.safe_end for pair in pairs], suspect.start) - 1
    shift = pairs[before].end - pairs[before].safe_end if before >= 0 else 0
    start, end = suspect.start + shift, suspect.end + shift
    words = safe[suspect.field][suspect.start : suspect.end]
    same = start >= 0 and checked.texts.get(suspect.field, "")[start:end] == words
    return [(suspect.field, start, end)] if same else []
