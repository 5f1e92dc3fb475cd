# SPDX-License-Identifier: EUPL-1.2
"""References to laws and rulings in a text, whatever their spelling: one key for the same article.

``art. 77 WIA``, ``77 WIA``, ``artikel 77, eerste lid, van de Wet WIA`` and ``Wet WIA, artikel 77`` all are
``art:77:wia``; ``6:162 BW`` is ``art:6-162:bw``. The paragraph of an article is left off: cases cite the same
rule with and without. ``ECLI:NL:CRVB:2020:1`` is its own key.
Ways of citing: Aanwijzingen voor de regelgeving 3.27-3.31 (laws), ECLI: Council conclusions 2011/C 127/01.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

ARTICLE = "art:"
RULING = "ecli:"

BARE_WEIGHT = 0.5
"""Of an article whose law is not named, beside 1 for one whose law is."""

_MOST_IN_RANGE = 20

_NUMBER = r"\d{1,4}(?:[:.]\d{1,4})?[a-z]{0,2}(?:[:.]\d{1,3}[a-z]{0,2})?"
_NO_COUNT = r"(?!\s*(?:%|e?\s+lid\b|volzin|dagen|weken|maanden|jaar|jaren|uur|procent|euro))"
_NUMBERS = (
    rf"{_NUMBER}(?:(?:\s*,\s*|\s*,?\s+(?:en|of|t/m|tot\s+en\s+met)\s+|\s*[-–]\s*){_NUMBER}\b{_NO_COUNT})*"
)
_COUNTED = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|enig)"
_DETAIL = (
    rf"(?:{_COUNTED}(?:\s*(?:,|en|of)\s+{_COUNTED})*\s+(?:lid|volzin|zin)"
    r"|\d{1,2}(?:e|de|ste)\s+(?:lid|volzin|zin)"
    r"|(?:lid|leden)\s+\d+[a-z]?(?:\s*(?:,|en|of|t/m)\s*\d+[a-z]?)*"
    r"|(?:aanhef|slot)(?:\s+en)?"
    r"|(?:onder|sub|onderdeel|onderdelen|letter)\s+(?:\d+°?|[a-z])\b(?:\s+en\s+[a-z]\b)?)"
)
_ARTICLE = re.compile(
    rf"\bart(?:ikel(?:en)?|t?\.)?\s*(?P<numbers>{_NUMBERS})\b(?:\s*,?\s+(?:en\s+)?{_DETAIL})*", re.IGNORECASE
)
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{0,24}[A-Z0-9]", re.IGNORECASE)
_JOINT = r"\s*,?\s+(?:(?:van|uit|in)\s+)?(?:de\s+|het\s+)?"
_JOINT_AT = re.compile(_JOINT, re.IGNORECASE)
_UNLISTED = re.compile(r"(?:[Ww]et\s+)?(?P<law>[A-Z](?=\w*[A-Z])[A-Za-z]{1,6})\b")
_BEFORE = r"(?:\s*,?\s+(?:art(?:ikel(?:en)?|t?\.)?\s*)"
# The dear pattern of a law before its article is only tried where such a thing may be.
_HINT = re.compile(r"\w\s*,?\s+(?:art|\d{1,2}:\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\s*(?:[-–]|t/m|tot\s+en\s+met)\s*", re.IGNORECASE)


class Reference(NamedTuple):
    """A reference at [start, end) of the text; ``key`` is the most precise one, ``keys`` are all."""

    start: int
    end: int
    key: str
    keys: tuple[str, ...]


class References:
    """Finds references; knows laws by their short name and all others. Safe to share between threads."""

    def __init__(self, laws: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._short: dict[str, str] = {}
        for short, others in laws:
            for name in (short, *others):
                self._short.setdefault(_plain(name), _plain(short).replace(" ", "-"))
        names = "|".join(_spelled(name) for name in sorted(self._short, key=lambda name: (-len(name), name)))
        self._law = re.compile(rf"(?:wet\s+)?(?P<law>{names or '(?!)'})(?![\w-])", re.IGNORECASE)
        brief = {name for short, others in laws for name in (short, *others) if _is_brief(name)}
        shorts = "|".join(re.escape(name) for name in sorted(brief, key=lambda name: (-len(name), name)))
        self._direct = re.compile(
            rf"(?<![\w.,:/-])(?P<numbers>\d{{1,3}}[a-z]{{0,2}}|\d{{1,2}}:\d{{1,4}}[a-z]{{0,2}})\s+"
            rf"(?:(?:van\s+)?(?:de\s+|het\s+))?(?P<law>{shorts or '(?!)'})(?![\w-])"
        )
        self._law_first = re.compile(
            rf"(?<![\w-])(?P<law>{names or '(?!)'}){_BEFORE}|\s+(?=\d{{1,2}}:\d))(?P<numbers>{_NUMBERS})\b",
            re.IGNORECASE,
        )

    def found(self, text: str) -> list[Reference]:
        """All references by place; of overlapping readings the one that names a law most clearly."""
        if not _DIGIT.search(text):  # an article and a ruling have a number
            return []
        articles = list(self._articles(text))
        named = [each for each in articles if not is_bare(each.key)]
        first = self._by_law(text, self._law_first) if _HINT.search(text) else ()
        direct = self._by_law(text, self._direct)
        return sorted(_without_overlap([*_rulings(text), *named, *first, *direct, *articles]))

    def _articles(self, text: str) -> Iterator[Reference]:
        for match in _ARTICLE.finditer(text):
            joint = _JOINT_AT.match(text, match.end())
            at = joint.end() if joint else match.end()
            named = self._law.match(text, at) if joint else None
            unlisted = _UNLISTED.match(text, at) if joint and not named else None
            if named:
                law, end = self._short[_plain(named["law"])], named.end()
            elif unlisted:
                law, end = unlisted["law"].lower(), unlisted.end()
            else:
                law, end = "", match.end("numbers")
            yield from _references(match.start(), end, match["numbers"], law)

    def _by_law(self, text: str, pattern: "re.Pattern[str]") -> Iterator[Reference]:
        for match in pattern.finditer(text):
            law = self._short[_plain(match["law"])]
            yield from _references(match.start(), match.end(), match["numbers"], law)


def is_reference(key: str) -> bool:
    """Whether a key names an article or a ruling."""
    return key.startswith((ARTICLE, RULING))


def is_bare(key: str) -> bool:
    """Whether a key names an article without its law."""
    return key.startswith(ARTICLE) and key.count(":") == 1


def _references(start: int, end: int, numbers: str, law: str) -> Iterator[Reference]:
    for number in _each(numbers):
        bare = ARTICLE + number
        keys = (bare, f"{bare}:{law}") if law else (bare,)
        yield Reference(start, end, keys[-1], keys)


def _each(numbers: str) -> Iterator[str]:
    """The articles of ``76, 77 en 79 t/m 81`` one by one, each as ``77a`` or ``6-162``."""
    for part in re.split(r"\s*,\s*|\s+(?:en|of)\s+(?!met\b)", numbers.lower()):
        ends = _RANGE.split(part)
        first, last = ends[0], ends[-1]
        if len(ends) == 2 and first.isdecimal() and last.isdecimal():
            run = range(int(first), int(last) + 1)
            if 1 < len(run) <= _MOST_IN_RANGE:
                yield from map(str, run)
                continue
        yield from (re.sub("[:.]", "-", end).lstrip("0") for end in ends if end.strip("0"))


def _rulings(text: str) -> Iterator[Reference]:
    for match in _ECLI.finditer(text):
        key = match.group().lower()
        yield Reference(match.start(), match.end(), key, (key,))


def _without_overlap(found: Sequence[Reference]) -> list[Reference]:
    """Each reference that does not overlap an earlier one, other than at the very same place."""
    kept: dict[Reference, None] = {}
    for each in found:
        same = (each.start, each.end)
        if all((o.start, o.end) == same or o.end <= each.start or each.end <= o.start for o in kept):
            kept[each] = None
    return list(kept)


def _is_brief(name: str) -> bool:
    """An abbreviation that can stand behind a bare number: ``WIA``, ``Awb``; not ``Wet WIA``."""
    return name.isalpha() and 2 <= len(name) <= 6 and name[0].isupper()


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


def _spelled(name: str) -> str:
    return r"[\s-]+".join(re.escape(part) for part in name.split())
