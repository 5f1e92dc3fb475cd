# SPDX-License-Identifier: EUPL-1.2
"""Case numbers: they are kept as written and shown in links, so they must not tell who it is about."""

import re
import unicodedata
from collections.abc import Iterable

from casebase.record import KnownValue
from casebase.vocabulary import Kind
from ingest.problems import ValueProblemError
from ingest.values import clean_line

LONGEST_NUMBER = 60
LONGEST_CODE = 5
"""Capitals, or small letters, up to this length are taken for a code such as ``UWV`` or ``mwpnh``."""

_ALLOWED = re.compile(r"[^\W_][\w .:/()#+-]*")
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")
_BSN_LIKE = re.compile(
    r"(?<!\d)(?:\d{9}|(?!19|20)\d{8}|\d{3}([. ])\d{3}\1\d{3}|\d{4}([. ])\d{2}\2\d{3})(?!\d)"
)
_PHONE = re.compile(r"(?<!\d)0[1-9]\d{8}(?!\d)")
_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}[A-Z]{4}\d{10}(?![^\W_])")
_PLAIN_WORDS = frozenset((
    "casus", "casusnr", "case", "zaak", "zaaknr", "dossier", "melding", "signaal", "record", "register",
    "maatwerk", "maatwerkplaats", "loket", "gemeente", "landelijk", "regio", "regionaal", "nummer", "oud",
    "nieuw", "test", "demo", "voorbeeld", "sample", "example", "thema", "theme", "patroon", "pattern",
    "serie", "archief", "kwartaal", "maand", "jaar", "import", "export",
))  # fmt: skip
_SHORT_NAMES = frozenset((
    "aart", "abdi", "adam", "ahmed", "akin", "aldo", "ali", "aliye", "alma", "amal", "amina", "amir",
    "anas", "anita", "anna", "anne", "annie", "ans", "anton", "arie", "aslan", "aydin", "ayse", "bakar",
    "bas", "beek", "beer", "ben", "berg", "bert", "bilal", "bloem", "blom", "boer", "boon", "bos",
    "bosch", "bosma", "bouma", "braam", "bram", "brand", "broek", "bruin", "bruno", "buijs", "buis",
    "cees", "chen", "chris", "claus", "coen", "colin", "corry", "daan", "dana", "david", "demir", "denis",
    "diana", "dick", "dijk", "dirk", "djoke", "donny", "dries", "duran", "eddy", "ekici", "elif", "eline",
    "ella", "ellen", "emine", "emma", "emre", "erik", "ernst", "esra", "eva", "evers", "fatma", "feike",
    "femke", "ferry", "finn", "fokke", "frank", "frans", "fred", "frits", "fuad", "gerda", "gert", "gijs",
    "gina", "goos", "haan", "haas", "hakan", "hamza", "hanna", "hans", "harm", "harry", "hasan", "hasna",
    "helen", "henk", "hoek", "hugo", "huub", "ilias", "ilse", "ima", "inge", "irene", "iris", "iwona",
    "jaap", "jacob", "jager", "jamal", "jan", "janny", "jans", "jelle", "jente", "jesse", "jet", "joana",
    "johan", "joke", "joop", "joost", "joris", "jose", "julia", "kaan", "karim", "karin", "kars", "kaya",
    "kees", "kevin", "khan", "kim", "klaas", "klein", "koen", "kok", "koos", "krol", "kuijt", "laila",
    "lars", "laura", "leen", "lena", "leo", "leon", "lien", "lies", "liesl", "lily", "linda", "lisa",
    "loes", "lopez", "lotte", "louis", "luc", "lucas", "luuk", "maas", "malik", "marco", "marga", "maria",
    "marie", "mario", "marja", "mark", "marko", "marta", "mees", "menno", "mia", "milan", "milos", "mina",
    "mira", "mohan", "mol", "moor", "musa", "nadia", "nawal", "nel", "nico", "niels", "nina", "noah",
    "noor", "nour", "nuri", "olga", "omar", "oscar", "osman", "otto", "paul", "paula", "pauw", "peter",
    "petra", "piet", "pim", "prins", "raj", "remco", "rene", "ria", "rik", "rita", "rob", "robin", "roel",
    "romy", "roos", "rosa", "ruben", "ruud", "saar", "said", "salma", "sami", "samir", "sanne", "sara",
    "schut", "selma", "serap", "sjaak", "slot", "smid", "smit", "smits", "snel", "sofia", "stam", "sven",
    "swart", "taha", "tamar", "tanya", "teun", "theo", "thijs", "thom", "tim", "timo", "toon", "toos",
    "truus", "umut", "veer", "vera", "vink", "visch", "vos", "vries", "wang", "wiebe", "wil", "wilma",
    "wim", "wong", "wouda", "wout", "yara", "yasin", "yusuf", "zahra", "zeki", "zoe", "zwart",
))  # fmt: skip
"""Common names that are short enough to pass for a code ('SMIT-2021'); compiled by hand."""

_ADVICE_NL = "geef de casus een eigen nummer zonder persoonsgegevens, bijvoorbeeld 2024-015"
_ADVICE_EN = "give the case a number of its own without personal data, for example 2024-015"
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def read_case_number(text: str, *, office: Iterable[str] = (), known: Iterable[KnownValue] = ()) -> str:
    """The case number in a cell.

    Args:
        text: the cell.
        office: names of the office in the same record; a number may hold words of these.
        known: personal data in the same record; a number may not hold any of it.

    Raises:
        ValueProblemError: missing, too long, odd characters, or something personal in it.
    """
    number = clean_line(text)
    if whole := _WHOLE_FLOAT.fullmatch(number):
        number = whole[1]
    if not number:
        raise ValueProblemError(
            "dit ontbreekt; geef elke casus een eigen nummer",
            "this is missing; give every case a number of its own",
        )
    if len(number) > LONGEST_NUMBER or not _ALLOWED.fullmatch(number):
        raise ValueProblemError(
            f"gebruik hoogstens {LONGEST_NUMBER} letters, cijfers, punten, streepjes en schuine strepen;"
            f" {_ADVICE_NL}",
            f"use at most {LONGEST_NUMBER} letters, digits, dots, hyphens and slashes; {_ADVICE_EN}",
        )
    _refuse_personal(number, office, known)
    return number


def _refuse_personal(number: str, office: Iterable[str], known: Iterable[KnownValue]) -> None:
    if any(passes_eleven_test(re.sub(r"\D", "", found[0])) for found in _BSN_LIKE.finditer(number)):
        raise ValueProblemError(
            "het casusnummer kan een burgerservicenummer zijn; zet er een streepje in (2024-00015) of "
            + _ADVICE_NL,
            "the case number may be a citizen service number; put a hyphen in it (2024-00015) or "
            + _ADVICE_EN,
        )
    if _PHONE.search(number) or _IBAN.search(number):
        raise ValueProblemError(
            f"dit kan een telefoonnummer of rekeningnummer zijn; {_ADVICE_NL}",
            f"this may be a telephone number or bank account; {_ADVICE_EN}",
        )
    if _holds_name(number, office) or _holds_known(number, known):
        raise ValueProblemError(
            f"hierin staat mogelijk een naam of ander persoonsgegeven; {_ADVICE_NL}",
            f"this may hold a name or other personal data; {_ADVICE_EN}",
        )


def passes_eleven_test(digits: str) -> bool:
    """Whether eight or nine digits pass the check of the BSN (Logisch Ontwerp BSN, 11-proef)."""
    padded = digits.zfill(9)
    total = sum(int(d) * w for d, w in zip(padded, _BSN_WEIGHTS, strict=True))
    return total % 11 == 0 and total > 0


def _holds_name(number: str, office: Iterable[str]) -> bool:
    """A word that is no code and no word of the office, or a short name; two words in small letters too."""
    allowed = {word for name in office for word in _words(name)} | _PLAIN_WORDS
    words = [word for word in re.findall(r"[^\W\d_]{3,}", number) if _plain(word) not in allowed]
    small = [word for word in words if word.islower()]
    has_digit = any(character.isdigit() for character in number)
    if len(small) > 1 or (small and not has_digit):
        return True
    if any(_plain(word) in _SHORT_NAMES for word in words):
        return True
    return any(len(word) > LONGEST_CODE or not (word.isupper() or word.islower()) for word in words)


def _holds_known(number: str, known: Iterable[KnownValue]) -> bool:
    words, digits = set(_words(number)), re.sub(r"\D", "", number)
    for value in known:
        value_digits = re.sub(r"\D", "", value.text)
        if value.kind is Kind.PERSON and any(len(word) > 2 and word in words for word in _words(value.text)):
            return True
        if value.kind is not Kind.PERSON and len(value_digits) > 5 and value_digits in digits:
            return True
    return False


def _words(text: str) -> list[str]:
    return [_plain(word) for word in re.findall(r"[^\W\d_]+", text)]


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))
