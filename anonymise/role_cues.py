# SPDX-License-Identifier: EUPL-1.2
"""Where a text tells the role of a person: 'klant X', 'haar zoon X' or 'X, de huisarts'."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from anonymise.roles import Manner, Role, RoleBook, Vote
from anonymise.spans import PiiSpan
from anonymise.titles import TITLES
from casebase.vocabulary import Kind


@dataclass(frozen=True)
class Mention:
    """A place where a person is named: characters ``start`` up to ``end``; ``person`` is a number."""

    start: int
    end: int
    person: int


def find_votes(text: str, mentions: Sequence[Mention], book: RoleBook) -> Iterator[Vote]:
    """What a text tells of the roles of people; mentions in reading order."""
    row: Role | None = None
    for place, mention in enumerate(mentions):
        before = mentions[place - 1] if place else None
        if not (before and row and _fits(_IN_A_ROW, text, before.end, mention.start)):
            row = None
        cue = _before(text, mention, before, book) or _behind(text, mention, book)
        if cue is None and row:
            cue = _Cue(row, Manner.PLURAL)
        if cue is None:
            cue = _signature(text, mention, book)
        row = cue.role if cue and cue.manner is Manner.PLURAL else None
        if cue:
            yield Vote(mention.person, cue.role, cue.owner)


def people_before(
    kinds: frozenset[Kind], mentions: Sequence[Mention], spans: Sequence[PiiSpan], text: str
) -> Iterator[int]:
    """People with something of these kinds right behind their name: 'X (bsn …)'."""
    ends = [mention.end for mention in mentions]
    for span in spans:
        place = bisect_right(ends, span.start) - 1
        near = place >= 0 and span.start - ends[place] < _NEAR
        if span.kind in kinds and near and not _SENTENCE_ENDS.search(text, ends[place], span.start):
            yield mentions[place].person


@dataclass(frozen=True)
class _Cue:
    role: Role
    manner: Manner
    owner: int | None = None


def _before(text: str, mention: Mention, earlier: Mention | None, book: RoleBook) -> _Cue | None:
    """A cue right before the name, with titles, a colon or 'is' between them."""
    begin = max(mention.start - _REACH, 0)
    words = [_Word(found) for found in _TOKEN.finditer(text, begin, mention.start)]
    at = _skip_link(words, text, mention)
    if at is None:
        return None
    for length in range(min(_LONGEST, at), 0, -1):
        found = book.by_cue.get(" ".join(word.text for word in words[at - length : at]))
        if found:
            role, manner = found
            lead, link = words[: at - length], words[at].text if at < len(words) else ""
            another = link == "," and (manner is Manner.PLURAL or _of_another(lead, book))
            if another or (not link and text.startswith("van ", mention.start)):
                return None
            owner = _owner(text, words[at - length].start, earlier)
            return _Cue(role, manner, owner) if _lead_fits(role, manner, lead) else None
    return None


def _skip_link(words: Sequence["_Word"], text: str, mention: Mention) -> int | None:
    """Where the cue must end: before titles and at most one link; nothing when a new sentence began."""
    at = _before_titles(words)
    if at and words[at - 1].text in _LINKS:
        at -= 1
        if words[at].text == "," and not _APPOSITION_ENDS.match(text, mention.end):
            return None
        at = _before_titles(words[:at])
    if at > 1 and words[at - 1].text == "." and words[at - 2].text in _SHORTENED:
        at -= 1
    return at or None


def _before_titles(words: Sequence["_Word"]) -> int:
    at = len(words)
    while at:
        if words[at - 1].text in _TITLES:
            at -= 1
        elif at > 1 and words[at - 1].text == "." and words[at - 2].text in _TITLES:
            at -= 2
        else:
            break
    return at


def _lead_fits(role: Role, manner: Manner, lead: Sequence["_Word"]) -> bool:
    """Whether the words before a cue let it count: 'haar man', 'mijn collega', not 'een man'."""
    last = lead[-1].text if lead else "\n"
    before = lead[-2].text if len(lead) > 1 else "\n"
    if last in _FORMER or before in _FORMER:
        return False
    owners = {last, before} if last.endswith("e") else {last}
    mine, others = not owners.isdisjoint(_MINE), not owners.isdisjoint(_OTHERS)
    if (role.not_mine and mine) or (role.not_own and (others or last in _INDEFINITE)):
        return False
    return manner is not Manner.OWN or mine or others or not last[0].isalnum() or last in _JOINS


def _of_another(lead: Sequence["_Word"], book: RoleBook) -> bool:
    """'De echtgenoot van belanghebbende, de heer X': X is not the one named last."""
    before = [word.text for word in lead[-3:]]
    return "van" in before[1:] and before[before.index("van", 1) - 1] in book.by_cue


def _owner(text: str, cue_start: int, earlier: Mention | None) -> int | None:
    """The person whose relative it is: 'Karims oom X', 'Karim en zijn oom X'."""
    if earlier and earlier.end <= cue_start and _fits(_GENITIVE, text, earlier.end, cue_start):
        return earlier.person
    return None


def _fits(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the pattern is all that stands between two places, which lie close together."""
    return end - start < _REACH and pattern.fullmatch(text, start, end) is not None


def _behind(text: str, mention: Mention, book: RoleBook) -> _Cue | None:
    """A cue right behind the name, closed off: 'X (broer)' or 'X, de huisarts'."""
    words = [_Word(found) for found in _TOKEN.finditer(text, mention.end, mention.end + _REACH)]
    if len(words) < 2 or words[0].text not in _OPENERS:
        return None
    at = 2 if words[1].text in _DETERMINERS else 1
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        found = book.by_cue.get(" ".join(word.text for word in words[at : at + length]))
        if found:
            after = words[at + length].text if len(words) > at + length else "\n"
            fits = _behind_fits(found[0], words[1].text, words[0].text, after)
            return _Cue(*found) if fits and found[1] is not Manner.PLURAL else None
    return None


def _behind_fits(role: Role, determiner: str, opener: str, after: str) -> bool:
    if after[0].isalpha() or determiner in _FORMER:
        return False
    if determiner in _DETERMINERS:
        return determiner not in _INDEFINITE and not (role.not_own and determiner in _OTHERS)
    return role.behind or (role.family and opener == "(")


def _signature(text: str, mention: Mention, book: RoleBook) -> _Cue | None:
    """A name under a mail, with a function of the body behind it."""
    if not _CLOSING.search(text, max(mention.start - _REACH, 0), mention.start):
        return None
    tail = " ".join(found[0].lower() for found in _TOKEN.finditer(text, mention.end, mention.end + _REACH))
    for role in book.roles:
        if role.signs and any(re.search(rf"\b{re.escape(cue)}\b", tail) for cue in role.cues):
            return _Cue(role, Manner.PLAIN)
    return None


class _Word:
    """A word or sign in lower case with its place."""

    __slots__ = ("start", "text")

    def __init__(self, found: re.Match[str]) -> None:
        self.text = found[0].lower()
        self.start = found.start()


_REACH = 60
_NEAR = 25
_LONGEST = 3
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|\n|[^\w\s]")
_IN_A_ROW = re.compile(r"\s{0,3}(?:\([^()\n]{1,12}\)\s{0,3})?(?:,|en|&|/|, en)\s{0,3}")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")
_APPOSITION_ENDS = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)\s{0,3})?[,.;)\n]|\Z")
_GENITIVE = re.compile(
    r"(?:['’]?s|['’])? (?:\w+ )?"
    r"|\s{0,3}(?:\([^()\n]{1,12}\))?,?(?: en| met)? (?:zijn|haar|hun|zn|z'n|d'r|hr) (?:\w+ )?",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?i)\b(?:groet(?:en|jes)?|gr|mvg|hgr|vr\.gr|hoogachtend|dank)\b\W{0,6}\Z")
_TITLES = TITLES | {"de", "het", "'", "‘", "“", '"', "«"}
_LINKS = frozenset([":", "=", "(", "is", "heet", "heette", "genaamd", "–", "-", ","])
_SHORTENED = frozenset(["kl", "cl", "clt", "betr", "echtg", "wg", "wgr", "wn", "werkn"])
_OPENERS = frozenset([",", "(", "-", "–"])
_MINE = frozenset(["mijn", "m'n", "onze", "ons"])
_OTHERS = frozenset(["zijn", "haar", "hun", "diens", "wiens", "wier", "z'n", "d'r", "zn", "hr"])
_OWNERS = _MINE | _OTHERS
_INDEFINITE = frozenset(["een"])
_DETERMINERS = _OWNERS | _INDEFINITE | {"de", "het"}
_JOINS = frozenset(["met", "door", "en", "aan", "bij", "via", "+", "&"])
_FORMER = frozenset(
    [
        "vermeende",
        "zogenaamde",
        "vroegere",
        "voormalige",
        "toenmalige",
        "eerste",
        "gewezen",
        "vorige",
        "oud",
        "geen",
    ]
)
OWN_NUMBERS = frozenset([Kind.BSN, Kind.V_NUMBER, Kind.ID_DOCUMENT, Kind.IBAN])
