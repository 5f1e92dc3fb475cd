# SPDX-License-Identifier: EUPL-1.2
"""Names told by the lists of names, or by being in no list at all."""

import re

from anonymise.names.cues import Cue
from anonymise.names.word_row import FAIR, LIKELY, SURE, WEAK, Guess, WordRow

_SPEECH = frozenset(
    {
        "belde",
        "belt",
        "zegt",
        "zei",
        "vroeg",
        "vraagt",
        "vertelde",
        "vertelt",
        "schreef",
        "schrijft",
        "mailde",
    }
    | {
        "mailt",
        "vindt",
        "vond",
        "denkt",
        "dacht",
        "meent",
        "wil",
        "wilde",
        "snapt",
        "huilde",
        "reageert",
        "appte",
    }
)
_LAW_WORDS = frozenset(
    {"wet", "regeling", "wetje", "toepassing", "beoordeling", "aanvraag", "melding", "die"}
)
_PLACING = frozenset({"in", "te", "uit", "nabij", "vanuit", "richting", "omgeving", "naar"})
_CAMEL = re.compile(r"\w{1,3}[A-Z]")
_VOWEL = re.compile(r"[aeiouyà-ÿœ]")
_ARTICLES = frozenset({"de", "het", "een", "'t", "dit", "deze", "onze", "uw", "geen", "elke", "ieder"})
_SHORTEST_UNKNOWN = 3
_LONG_CAPITALS = 5
_SHORTEST_COMPOUND = 8


def by_list(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """A first name or surname from the lists."""
    token, lists = row.tokens[at], row.lists
    word = token.lower.removesuffix("'s")
    if not token.is_word or _is_law(row, at) or (lists.is_term(word) and not _has_surname(row, at)):
        return None
    if _ends_in_capital(token.text):
        return None
    if _is_genitive(row, word) and not token.upper:
        return Guess(at + 1, LIKELY, "first name in the genitive", cut=1)
    if token.upper and not _capitals_make_name(row, at):
        return None
    end = row.name_end(at)
    if lists.is_first_name(word):
        return _first_name(row, at, end, word)
    return _last_name(row, at, end, word) if lists.is_last_name(word) else None


def by_particle(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """'Van den Heuvel', 'El Amrani', 'Oude Lansink'."""
    token, lists = row.tokens[at], row.lists
    if token.lower not in lists.cues["surname_starts"] or token.upper:
        return None
    end = row.name_end(at)
    words = [each.lower for each in row.tokens[at + 1 : end] if each.capital and each.is_word]
    if not words or any(word in lists.stays for word in words):
        return None
    known = lists.is_last_name(words[0])
    if words[0] in lists.places and not known and token.begins:
        return None
    clear = known and not lists.is_ordinary(words[0]) and words[0] not in lists.places
    if end - at > len(words) + 1 or (not token.begins and words[0] not in lists.ordinary_words):
        return Guess(end, LIKELY if clear else FAIR, "particles and surname")
    sure = not token.begins or clear or row.acts(end - 1)
    return Guess(end, FAIR if sure else WEAK, "particle and surname") if known else None


def by_net(row: WordRow, at: int, cue: Cue) -> Guess | None:
    """A capital that nothing explains: no ordinary word, place, term or origin."""
    token = row.tokens[at]
    word = token.lower.removesuffix("'s")
    if not token.is_word or token.upper or len(word) < _SHORTEST_UNKNOWN or _CAMEL.match(token.text):
        return None
    if not _VOWEL.search(word):  # 'Wkgb', 'Wht'
        return None
    if _is_explained(row, word) or (row.before(at) in _PLACING and token.gap == " ") or _is_law(row, at):
        return None
    end = row.name_end(at)
    if end - at == 1 and not row.acts(at) and (token.begins or _has_article(row, at)):
        return None
    return Guess(end, WEAK, "unknown word with a capital")


def _has_article(row: WordRow, at: int) -> bool:
    """'de Wahv', 'het Spui': persons have no article."""
    return row.before(at) in _ARTICLES and row.tokens[at].gap == " "


def _first_name(row: WordRow, at: int, end: int, word: str) -> Guess | None:
    token, lists = row.tokens[at], row.lists
    if not lists.is_ordinary(word) and word not in lists.places:
        return Guess(end, SURE, "first name")
    if end - at > 1 and (row.is_known(at + 1, end) or not token.begins):
        return Guess(end, LIKELY, "ambiguous first name and surname")
    if token.begins:
        return Guess(end, FAIR, "ambiguous first name and verb") if row.acts(at) else None
    if word in lists.no_names or word in lists.places:
        return None
    return Guess(end, FAIR, "ambiguous first name inside a sentence")


def _last_name(row: WordRow, at: int, end: int, word: str) -> Guess | None:
    token, lists = row.tokens[at], row.lists
    if word in lists.places and end - at == 1:
        return None
    if lists.is_ordinary(word):
        return _ambiguous_surname(row, at, end)
    if token.begins and not row.acts(at) and end - at == 1:
        return Guess(end, WEAK, "surname where a sentence begins")
    return Guess(end, FAIR, "surname")


def _ambiguous_surname(row: WordRow, at: int, end: int) -> Guess | None:
    """'Volgens Bakker', 'Visser belde': an ordinary word with a capital that it does not owe to its place."""
    token = row.tokens[at]
    if token.lower in row.lists.no_names:
        return None
    if token.begins:
        speaks = row.is_followed_by(at, _SPEECH)
        return Guess(end, WEAK, "ambiguous surname and verb") if speaks else None
    return Guess(end, FAIR if end - at > 1 else WEAK, "ambiguous surname inside a sentence")


def _has_surname(row: WordRow, at: int) -> bool:
    """'Mei Jansen' is a person, 'Mei' alone a month."""
    end = row.name_end(at)
    return end - at > 1 and row.is_known(at + 1, end) and row.lists.is_first_name(row.tokens[at].lower)


def _is_law(row: WordRow, at: int) -> bool:
    """'wet Amber' is a law, Amber is a person."""
    law = row.tokens[at].lower in row.lists.laws
    return law and row.before(at) in _LAW_WORDS and row.tokens[at].gap in (" ", " '", " (")


def _ends_in_capital(text: str) -> bool:
    """'BoB' is short for something."""
    return text[-1].isupper() and not text.isupper()


def _is_genitive(row: WordRow, word: str) -> bool:
    """'Karims oom'."""
    lists = row.lists
    base = word.endswith("s") and lists.is_first_name(word[:-1])
    return base and not lists.is_name(word) and not lists.is_ordinary(word)


def _capitals_make_name(row: WordRow, at: int) -> bool:
    """All capitals only count as a name in company or when too long for a short form."""
    token, after = row.tokens[at], row.after(at)
    company = after is not None and after.upper and row.lists.is_name(after.lower)
    return company or (len(token.text) >= _LONG_CAPITALS and not row.lists.is_ordinary(token.lower))


def _is_explained(row: WordRow, word: str) -> bool:
    lists = row.lists
    if lists.is_term(word) or word in lists.places or word in lists.no_names:
        return True
    parts = word.split("-")
    if len(parts) == 1 and len(word) >= _SHORTEST_COMPOUND and word.endswith(lists.thing_endings):
        return True
    quarter = len(parts) > 1 and all(part in lists.places or part in lists.stays for part in parts)
    return quarter or lists.is_ordinary(word) or lists.is_origin(word)
