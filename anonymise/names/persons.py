# SPDX-License-Identifier: EUPL-1.2
"""Names of persons in a text, found by lists, by the words around them and by the lexicon.

A capital inside a sentence is the strongest sign that Dutch has; the lists tell which capitals are
names also where a sentence begins; ordinary words that are names too (Roos, Wil, Storm) need a cue
or company. What no list knows and no lexicon holds is taken for a name as well, with a low score:
a missed name is a breach, a masked product is not.
"""

from collections.abc import Iterator, Sequence

from anonymise.names.cues import Cue, cue_before
from anonymise.names.findings import NameFinding
from anonymise.names.lower_names import lower_case
from anonymise.names.parsing import name_text_end
from anonymise.names.person_forms import by_cue, by_initials, reversed_name
from anonymise.names.person_lists import by_list, by_net, by_particle
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from anonymise.names.word_row import Guess, WordRow
from casebase.vocabulary import Kind

_RULES = (by_initials, reversed_name, by_cue, by_list, by_particle, by_net)
_OTHER_THAN_NAMES = ("titles", "kin", "functions", "closings", "greetings")


def find_persons(
    tokens: Sequence[Token], lists: WordLists, firms: frozenset[int] = frozenset()
) -> Iterator[NameFinding]:
    """Every name of a person; findings do not overlap. ``firms``: positions where an organisation starts."""
    row = WordRow(tokens, lists, firms)
    place, last_end = 0, -1
    while place < len(tokens):
        guess = _look(row, place, last_end)
        if guess is None:
            place = max(place + 1, row.place_end(place))
            continue
        stop = name_text_end(tokens[guess.end - 1]) - guess.cut
        yield NameFinding(tokens[place].start, stop, Kind.PERSON, guess.score, guess.rule)
        place = last_end = guess.end


def _look(row: WordRow, at: int, last_end: int) -> Guess | None:
    """The name that starts at this place, by the first rule that fits."""
    token = row.tokens[at]
    if token.kind not in ("word", "initials"):
        return None
    cue = Cue.CALLED if _is_coordinated(row, at, last_end) else cue_before(row.tokens, at, row.lists)
    if not token.capital:
        return lower_case(row, at, cue)
    word = token.lower.rstrip(".")
    if row.place_end(at) > at or any(word in row.lists.cues[group] for group in _OTHER_THAN_NAMES):
        return None
    return next((guess for rule in _RULES if (guess := rule(row, at, cue)) is not None), None)


def _is_coordinated(row: WordRow, at: int, last_end: int) -> bool:
    """'Romy en Fons': a capital behind a name and 'en'."""
    if last_end != at - 1 or not row.tokens[at].capital:
        return False
    joint = row.tokens[at - 1]
    return joint.kind == "amp" or (joint.lower == "en" and joint.gap == " " and row.tokens[at].gap == " ")
