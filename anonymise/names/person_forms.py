# SPDX-License-Identifier: EUPL-1.2
"""Names told by their form or by the words before them: initials, 'Vries, B. de', titles, kin, signatures."""

from anonymise.names.cues import Cue
from anonymise.names.word_row import FAIR, LIKELY, SURE, WEAK, Guess, WordRow

_TRAILING_PARTICLES = frozenset({"van", "de", "der", "den", "v.d."})
_ONE_INITIAL = 2
_SHORTEST = 2
_MOST_INITIALS = 3
_LONG_CAPITALS = 5


def by_initials(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'J.P. van der Berg', 'J. de V.', 'mw. A'; 'J Jansen' and 'JP de Vries' with a clear surname."""
    token = row.tokens[at]
    end = row.name_end(at)
    if not token.is_initials:
        return _without_dots(row, at, end, cue)
    words = [each.lower for each in row.tokens[at + 1 : end] if each.is_word and each.capital]
    if not words:
        alone = cue is not Cue.NONE or end - at > 1
        if not alone and _stands_for_name(row, at):
            return Guess(end, WEAK, "initial inside a sentence")
        return Guess(end, LIKELY, "initials only") if alone else None
    plain = row.lists.is_ordinary(words[0]) and not row.lists.is_name(words[0])
    chance = row.lists.is_term(words[0]) or words[0] in row.lists.no_names
    if cue is Cue.NONE and (chance or (plain and len(token.text) == _ONE_INITIAL)):
        return None
    return Guess(end, SURE, "initials and surname")


def _stands_for_name(row: WordRow, at: int) -> bool:
    """'heeft G. als huurder': one capital with a dot inside a sentence that goes on."""
    token, after = row.tokens[at], row.after(at)
    if token.begins or len(token.text) != _ONE_INITIAL or after is None or not after.text.islower():
        return False
    before = row.tokens[at - 1]
    return before.text.islower() and before.is_word and before.lower not in row.lists.cues["lettered"]


def _without_dots(row: WordRow, at: int, end: int, cue: Cue) -> Guess | None:
    token, lists = row.tokens[at], row.lists
    if not token.is_word or not token.text.isupper() or len(token.text) > _MOST_INITIALS:
        return None
    if end - at == 1:
        alone = len(token.text) == 1 and cue is Cue.TITLE
        return Guess(end, LIKELY, "initial behind a title") if alone else None
    surname = row.tokens[end - 1]
    clear = surname.capital and not surname.upper and lists.is_last_name(surname.lower)
    if lists.is_term(token.lower) or not clear or (lists.is_ordinary(surname.lower) and cue is Cue.NONE):
        return None
    return Guess(end, LIKELY, "initials without dots")


def reversed_name(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'Vries, B. de' and 'de Vries, B.'."""
    end = row.name_end(at)
    if end >= len(row.tokens) or not row.tokens[end].is_initials or row.tokens[end].gap not in (", ", ","):
        return None
    surname = row.tokens[end - 1].lower
    known = row.lists.is_name(surname) or not row.lists.is_ordinary(surname)
    after = row.after(end)
    if not known or row.lists.is_term(surname) or (after is not None and after.capital):
        return None
    while after is not None and after.lower in _TRAILING_PARTICLES:
        end += 1
        after = row.after(end)
    return Guess(end + 1, LIKELY, "surname and initials")


def by_cue(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """A capital behind a title, relative, function, label, greeting or the end of a letter."""
    token = row.tokens[at]
    if cue is Cue.NONE or not token.is_word or len(token.text) < _SHORTEST:
        return None
    end = row.name_end(at)
    if cue is Cue.TITLE:
        return Guess(end, SURE, cue) if _fits_title(row, at, end) else None
    if _stays(row, at, end):
        return None
    score = _score(row, at, end, cue)
    return Guess(end, score, cue) if score else None


def _fits_title(row: WordRow, at: int, end: int) -> bool:
    """Behind a title nearly every capital is a name; short forms such as UWV are not."""
    token = row.tokens[at]
    if end - at > 1 or not token.begins or row.lists.is_name(token.lower):
        return not (token.upper and row.lists.is_term(token.lower))
    return not row.lists.is_ordinary(token.lower)


def _stays(row: WordRow, at: int, end: int) -> bool:
    """Whether this is a term that stays, an origin or the kind of an organisation."""
    token, lists = row.tokens[at], row.lists
    if lists.is_term(token.lower) or lists.is_origin(token.lower):
        return (end - at == 1 and token.begins) or not lists.is_first_name(token.lower)
    is_kind = token.lower in lists.organisations["kinds"] and not lists.is_name(token.lower)
    return is_kind or row.phrase(at, end) in lists.stays


def _score(row: WordRow, at: int, end: int, cue: Cue) -> float:
    token, lists = row.tokens[at], row.lists
    known = row.is_known(at, end)
    employer = not known and row.before(at) in lists.organisations["employers"]
    short_form = token.upper and not known and len(token.text) < _LONG_CAPITALS
    place = token.lower in lists.places and not lists.is_first_name(token.lower) and end - at == 1
    if employer or short_form or place:
        return 0.0
    if not lists.is_ordinary(token.lower):
        unsure = WEAK if cue is Cue.FUNCTION and end - at == 1 else FAIR
        return SURE if known else unsure
    return _score_of_ordinary_word(row, at, end, cue)


def _score_of_ordinary_word(row: WordRow, at: int, end: int, cue: Cue) -> float:
    """'zijn zoon Storm', 'klant Wil Koning', 'broer Jo'."""
    token, lists = row.tokens[at], row.lists
    particle = token.lower in lists.cues["surname_starts"] and row.is_known(at + 1, end)
    if particle or (end - at > 1 and not token.begins):
        return LIKELY
    if cue is Cue.CLOSING:
        return FAIR if _closes_line(row, end) else 0.0
    if cue in (Cue.KIN, Cue.CALLED) and not token.begins and token.gap == " ":
        return 0.0 if token.lower in lists.cues["person_verbs"] else FAIR
    surname = lists.is_last_name(token.lower) and cue in (Cue.KIN, Cue.FUNCTION, Cue.CALLED)
    name = lists.is_first_name(token.lower) or surname
    return LIKELY if name and token.lower not in lists.no_names else 0.0


def _closes_line(row: WordRow, end: int) -> bool:
    """A signature has its line to itself, or a bracket or comma behind it."""
    return end >= len(row.tokens) or not row.tokens[end].gap.startswith(" ") or "(" in row.tokens[end].gap
