# SPDX-License-Identifier: EUPL-1.2
"""Names in lower case, as in notes that are typed in haste: 'mw klein', 'leo van dam', 'zegt de rooij'."""

from anonymise.names.cues import Cue
from anonymise.names.parsing import lower_name_end
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from anonymise.names.word_row import FAIR, LIKELY, SURE, WEAK, Guess, WordRow

_CUES = frozenset({Cue.TITLE, Cue.KIN, Cue.FUNCTION})
_CALLED = frozenset({"heet", "heette"})
_PLACING = frozenset(
    {"in", "te", "uit", "nabij", "vanuit", "richting", "omgeving", "naar", "aan", "op", "bij"}
)
_PARTICLES = frozenset(
    {"van", "vd", "v.d", "de", "den", "der", "ter", "ten", "el", "al", "von", "di", "da", "dos", "la", "le"}
)
_GOES_ON = frozenset({"van", "uit", "en", "met", "te", "die"})
_SHORTEST = 4
_SHORTEST_FIRST = 3
_MOST_PARTICLES = 3
_BLANK = (" ", "  ")


def lower_case(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'mw jansen', 'dhr. de boer', 'kl. r. houben', 'haar dochter gianella'; '(roos heet zij)'."""
    guess = _behind_cue(row, at, cue) if cue in _CUES else None
    if guess is None:
        guess = _first_name(row, at)
    if guess is None and row.tokens[at].lower in _PARTICLES:
        guess = _surname_with_particle(row, at)
    return guess


def _behind_cue(row: WordRow, at: int, cue: Cue) -> Guess | None:
    token = row.tokens[at]
    end = lower_name_end(row.tokens, at, row.lists)
    if end == at:
        return _unlikely_behind_cue(row, at, cue)
    if row.tokens[end - 1].capital and end - at > 1:
        of = token.lower == "van" and cue is Cue.KIN  # 'de zoon van Boersma'
        places = token.lower in _PLACING and cue is not Cue.TITLE
        return None if places or of else Guess(_with_capitals(row, at, end), LIKELY, f"{cue} and particle")
    rare = not row.lists.is_ordinary(row.tokens[end - 1].lower) and row.is_known(at, end)
    if cue is Cue.TITLE or token.kind == "initials" or rare:
        end = _with_surname(row, end)
        return Guess(_with_capitals(row, at, end), SURE if rare else LIKELY, f"{cue} and lower case")
    return _unknown_relative(row, at) if cue is Cue.KIN else None


def _unlikely_behind_cue(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'mw klein:', 'dhr. de jong', 'mw p.': behind a title also what is hardly ever a name."""
    token = row.tokens[at]
    if cue is not Cue.TITLE:
        return None
    if token.kind == "initials":
        return Guess(at + 1, LIKELY, "initial behind a title")
    particles = _count_particles(row, at)
    word = at + particles
    if word >= len(row.tokens) or row.tokens[word].lower not in row.lists.cues["adjective_surnames"]:
        return None
    return Guess(word + 1, LIKELY, "title and adjective") if particles or _closes(row, word + 1) else None


def _unknown_relative(row: WordRow, at: int) -> Guess | None:
    """'haar dochter gianella', 'zijn moeder chan mei ling': words that nothing explains."""
    end = at
    while end < len(row.tokens) and (end == at or row.tokens[end].gap in _BLANK):
        token = row.tokens[end]
        if not (_is_strange(token, row.lists) or (end > at and row.lists.is_first_name(token.lower))):
            break
        end += 1
    return Guess(end, FAIR, "unknown word behind a relative") if end > at else None


def _is_strange(token: Token, lists: WordLists) -> bool:
    word = token.lower
    if not token.is_word or len(word) < _SHORTEST or _is_explained(word, lists) or "-" in word:
        return False
    return not lists.ordinary_words.resembles(word)


def _first_name(row: WordRow, at: int) -> Guess | None:
    """'ik sprak fatma gisteren': a first name that is no word, no place and nothing else."""
    token, lists = row.tokens[at], row.lists
    if not token.is_word or not lists.is_first_name(token.lower) or "-" in token.lower:
        return None
    if row.is_followed_by(at, _CALLED):
        return Guess(at + 1, LIKELY, "called")
    surname = _surname_with_particle(row, at + 1) if at + 1 < len(row.tokens) else None
    explained = _is_explained(token.lower, lists)
    if surname and row.tokens[at + 1].gap in _BLANK and len(token.lower) >= _SHORTEST_FIRST:
        return Guess(surname.end, WEAK, "first name and surname in lower case")
    if len(token.lower) < _SHORTEST or explained:
        return _short_first_name(row, at) if not explained else None
    end = max(at + 1, lower_name_end(row.tokens, at, lists))
    return Guess(_with_surname(row, end), WEAK, "first name in lower case")


def _short_first_name(row: WordRow, at: int) -> Guess | None:
    """'leo van dam': three letters with any surname behind particles."""
    particles = _count_particles(row, at + 1)
    word = at + 1 + particles
    if not particles or word >= len(row.tokens) or row.tokens[word].gap not in _BLANK:
        return None
    known = row.lists.is_last_name(row.tokens[word].lower) and len(row.tokens[at].lower) >= _SHORTEST_FIRST
    return Guess(word + 1, WEAK, "short first name and surname in lower case") if known else None


def _surname_with_particle(row: WordRow, at: int) -> Guess | None:
    """'van ommeren', 'de rooij': particles and a surname that is no other word."""
    particles = _count_particles(row, at)
    word = at + particles
    if not particles or word >= len(row.tokens):
        return None
    token, lists = row.tokens[word], row.lists
    if token.gap not in _BLANK or not token.text.islower() or len(token.lower) < _SHORTEST:
        return None
    if not lists.is_last_name(token.lower) or _is_explained(token.lower, lists):
        return None
    return Guess(word + 1, WEAK, "particle and surname in lower case")


def _count_particles(row: WordRow, at: int) -> int:
    count = 0
    while count < _MOST_PARTICLES and at + count < len(row.tokens):
        token = row.tokens[at + count]
        if token.lower.rstrip(".") not in _PARTICLES or (count and token.gap not in ("", *_BLANK)):
            break
        count += 1
    return count


def _with_surname(row: WordRow, end: int) -> int:
    """'hanneke klein van de balie', 'jolanda bakker,': an ordinary word that closes the name."""
    if end >= len(row.tokens) or row.tokens[end].gap not in _BLANK:
        return end
    word, lists = row.tokens[end].lower, row.lists
    if not row.tokens[end].text.islower() or not lists.is_last_name(word) or len(word) < _SHORTEST:
        return end
    if word in lists.cues["person_verbs"] or word in lists.cues["kin"] or lists.is_term(word):
        return end
    unlikely = word in lists.no_names and word not in lists.cues["adjective_surnames"]
    return end if unlikely or not _closes(row, end + 1) else end + 1


def _closes(row: WordRow, at: int) -> bool:
    """Whether a name may end before ``at``: a sign, the end, a verb of persons, 'van'."""
    if at >= len(row.tokens):
        return True
    token = row.tokens[at]
    if token.gap.strip():
        return True
    return token.lower in _GOES_ON or token.lower in row.lists.cues["person_verbs"]


def _is_explained(word: str, lists: WordLists) -> bool:
    """Whether the word has another meaning than a name."""
    if word in lists.places or word in lists.noise or word in lists.laws:
        return True
    return lists.is_ordinary(word) or lists.is_term(word) or lists.is_origin(word)


def _with_capitals(row: WordRow, at: int, end: int) -> int:
    after = row.after(end - 1)
    return max(end, row.name_end(at)) if after is not None and after.capital else end
