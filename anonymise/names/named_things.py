# SPDX-License-Identifier: EUPL-1.2
"""Things that bear the name of a person: laws, judgments, committees, motions, illnesses.

'Wet Vazalo', 'arrest Lindenbaum/Cohen', 'commissie-Van Dam', 'ziekte van Wilson', 'Brummen-lijn'
and the listed terms of more than one word ('Leger des Heils') tell nothing about a person of the
case. What lies inside such a thing is no name. A word behind 'ziekte van' must be a known eponym:
'de ziekte van Fatma' is about Fatma.
"""

from collections.abc import Callable, Iterable, Sequence

from anonymise.names.parsing import name_end
from anonymise.names.phrases import longest_phrase
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_BODIES = frozenset({"waterschap", "hoogheemraadschap", "omgevingsdienst", "veiligheidsregio", "buurtteam"})
_ARTICLES_OF_LAW = frozenset({"artikel", "artikelen", "art", "lid", "artt"})
_OF = frozenset({"van", "de", "la", "der", "von", "des"})
_FURTHEST = 4
_JOINS = ("", " ")
_PAIRS = ("/", "-")


def named_things(tokens: Sequence[Token], lists: WordLists) -> list[tuple[int, int]]:
    """The places in the text, start and end, of things with a name, in reading order."""
    found = []
    place = 0
    while place < len(tokens):
        end = _thing_end(tokens, place, lists)
        if end > place:
            found.append((tokens[place].start, tokens[end - 1].end))
        place = max(end, place + 1)
    return found


def is_inside(start: int, end: int, things: Iterable[tuple[int, int]]) -> bool:
    """Whether a place of the text lies wholly inside one of the things."""
    return any(first <= start and end <= last for first, last in things)


def _thing_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """The place after the thing that starts here; ``at`` itself where there is none."""
    token = tokens[at]
    if not token.is_word:
        return at
    if token.lower in lists.phrase_starts:
        end = longest_phrase(tokens, at, lists.stays, lists)
        if end > at + 1:
            return end
    return _rule(token, lists)(tokens, at, lists)


def _rule(token: Token, lists: WordLists) -> Callable[[Sequence[Token], int, WordLists], int]:
    """How far a thing reaches that starts with this word."""
    word, cues = token.lower, lists.cues
    if word in _ARTICLES_OF_LAW:
        return _law_behind_number
    if word in cues["named_after"]:
        return _named_after_end
    if "-" in word:
        return _hyphenated_end
    if word in cues["makes"]:
        return _model_end
    return _eponym_end if word in cues["illnesses"] or word in cues["defects"] else _method_end


def _model_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'Opel Astra', 'mercedes vito'; 'Ford Fatima' is a car and a person."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.gap != " " or not after.is_word:
        return at + 1
    is_model = after.lower in lists.cues["models"] or (after.capital and not lists.is_name(after.lower))
    return at + 2 if is_model else at + 1


def _method_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'oefentherapie Cesar'."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    named = after is not None and after.gap == " " and after.lower in lists.eponyms
    return at + 2 if named and tokens[at].lower in lists.cues["methods"] else at


def _named_after_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'wet Van Dam', 'arrest Quint/Te Poel', 'arrest Baby Kelly'."""
    start = at + 1
    if start >= len(tokens) or tokens[start].gap not in (" ", " '", "-") or not tokens[start].capital:
        return at
    return _pair_end(tokens, start, lists)


def _law_behind_number(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'artikel 8 Wahv': one word in capitals or with a capital behind a number of an article."""
    law = at + 2
    if law >= len(tokens) or tokens[at + 1].kind != "number":
        return at
    return law + 1 if tokens[law].capital and tokens[law].gap == " " else at


def _pair_end(tokens: Sequence[Token], start: int, lists: WordLists) -> int:
    """The name at ``start`` with a second party behind a slash or hyphen."""
    end = name_end(tokens, start, lists)
    if end < len(tokens) and tokens[end].gap in _PAIRS and tokens[end].capital:
        return name_end(tokens, end, lists)
    both = end + 1 < len(tokens) and tokens[end].lower == "en" and tokens[end + 1].gap == " "
    region = tokens[start - 1].lower in _BODIES and both and tokens[end + 1].capital
    return name_end(tokens, end + 1, lists) if region else end


def _hyphenated_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'Gerda-arrest', 'Steenhorst-Neerings-arrest', 'commissie-Donner', 'commissie-Van Dam'."""
    first, *_, last = tokens[at].lower.split("-")
    written = tokens[at].text.rpartition("-")[2]
    if last in lists.cues["things"] and written.islower():
        return at + 1
    if first not in lists.cues["named_after"] | lists.cues["named_after_hyphen"] or not written[:1].isupper():
        return at
    if at + 1 < len(tokens) and tokens[at + 1].gap == "/":
        return _pair_end(tokens, at + 1, lists)
    after = at + 1
    goes_on = last in lists.cues["surname_starts"] and after < len(tokens) and tokens[after].gap == " "
    while goes_on and not tokens[after].capital and after + 1 < len(tokens) and tokens[after].lower in _OF:
        after += 1
    return _pair_end(tokens, after, lists) if goes_on and tokens[after].capital else at + 1


def _eponym_end(tokens: Sequence[Token], at: int, lists: WordLists) -> int:
    """'ziekte van Wilson'; behind 'syndroom van' also a name that no list of first names has."""
    start = at + 1
    while start < min(len(tokens), at + _FURTHEST) and tokens[start].lower in _OF:
        start += 1
    if start == at + 1:
        return _method_end(tokens, at, lists)
    if start >= len(tokens) or tokens[start].gap not in _JOINS:
        return at
    if any(part in lists.eponyms for part in (tokens[start].lower, *tokens[start].lower.split("-"))):
        return start + 1
    rare = tokens[start].capital and not lists.is_first_name(tokens[start].lower)
    return start + 1 if rare and tokens[at].lower in lists.cues["defects"] else at
