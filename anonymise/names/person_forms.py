# SPDX-License-Identifier: EUPL-1.2
"""Names told by their form or by the words before them: initials, 'Vries, B. de', titles, kin, signatures."""

from anonymise.names.cues import Cue
from anonymise.names.parsing import lower_name_end
from anonymise.names.word_lists import WordLists
from anonymise.names.word_row import FAIR, LIKELY, SURE, WEAK, Guess, WordRow

_LOWER_CUES = frozenset({Cue.TITLE, Cue.KIN, Cue.FUNCTION})
_CALLED = frozenset({"heet", "heette"})
_PLACING = frozenset(
    {"in", "te", "uit", "nabij", "vanuit", "richting", "omgeving", "naar", "aan", "op", "bij"}
)
_TRAILING_PARTICLES = frozenset({"van", "de", "der", "den", "v.d."})
_ONE_INITIAL = 2
_SHORTEST = 2
_MOST_INITIALS = 3
_SHORTEST_LOWER = 4
_LONG_CAPITALS = 5


def by_initials(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'J.P. van der Berg', 'J. de V.', 'mw. A'; 'J Jansen' and 'JP de Vries' with a clear surname."""
    token = row.tokens[at]
    end = row.name_end(at)
    if not token.is_initials:
        return _without_dots(row, at, end, cue)
    words = [each.lower for each in row.tokens[at + 1 : end] if each.is_word and each.capital]
    if not words:
        alone = token.is_initials and (cue is not Cue.NONE or end - at > 1)
        return Guess(end, LIKELY, "initials only") if alone else None
    plain = row.lists.is_ordinary(words[0]) and not row.lists.is_name(words[0])
    chance = row.lists.is_term(words[0]) or words[0] in row.lists.no_names
    if cue is Cue.NONE and (chance or (plain and len(token.text) == _ONE_INITIAL)):
        return None
    return Guess(end, SURE, "initials and surname")


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


def lower_case(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'mw jansen', 'dhr. de boer', 'kl. r. houben'; '(roos heet zij)'."""
    token = row.tokens[at]
    if cue not in _LOWER_CUES:
        return _bare_lower_case(row, at)
    end = lower_name_end(row.tokens, at, row.lists)
    if end == at:
        return None
    if row.tokens[end - 1].capital and end - at > 1:
        of = token.lower == "van" and cue is Cue.KIN  # 'de zoon van Boersma'
        places = token.lower in _PLACING and cue is not Cue.TITLE
        return None if places or of else Guess(_with_capitals(row, at, end), LIKELY, f"{cue} and particle")
    rare = not row.lists.is_ordinary(row.tokens[end - 1].lower) and row.is_known(at, end)
    if cue is Cue.TITLE or token.kind == "initials" or rare:
        return Guess(_with_capitals(row, at, end), SURE if rare else LIKELY, f"{cue} and lower case")
    return None


def _bare_lower_case(row: WordRow, at: int) -> Guess | None:
    """'ik sprak fatma gisteren': a first name that is no word, no place and nothing else."""
    token, lists = row.tokens[at], row.lists
    if not token.is_word or not lists.is_first_name(token.lower):
        return None
    if row.is_followed_by(at, _CALLED):
        return Guess(at + 1, LIKELY, "called")
    if len(token.lower) < _SHORTEST_LOWER or _is_explained(token.lower, lists):
        return None
    return Guess(max(at + 1, lower_name_end(row.tokens, at, lists)), WEAK, "first name in lower case")


def _is_explained(word: str, lists: WordLists) -> bool:
    """Whether the word has another meaning than a name."""
    if word in lists.places or word in lists.noise or word in lists.laws:
        return True
    return lists.is_ordinary(word) or lists.is_term(word) or lists.is_origin(word)


def _with_capitals(row: WordRow, at: int, end: int) -> int:
    after = row.after(end - 1)
    return max(end, row.name_end(at)) if after is not None and after.capital else end


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
