# SPDX-License-Identifier: EUPL-1.2
"""Every number of a case or client with the small parts at its edges, whoever found it.

Before it: letters that stick to it (mk-31, M.4.12), letters with a blank behind a label (nr 'KGB' 24 771,
dossier 'ww/vwb' 0091). Behind it: letters or a letter with digits (60-771-0938 'HP', 53 140657 'S 009'), the
end of a row (PN.22.778.301 't/m 307'). A found middle leaves what makes the number one of a kind readable.

What stays: the label itself, whoever gives the number (KvK, CAK), titles, units, small words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_BACK, _AHEAD = 64, 32
_SURE_DIGITS = 5
_LONGEST_ROW = 6
_LONGEST_WORD = 3
"""Letters of a group in small letters that may be an ordinary word as well: 'vt', 'ev', 'min'."""

_STRONG = (
    r"[a-zà-ÿ&/.-]{0,20}(?:nummers?|nr'?s?|num|kenm(?:erk)?|kmrk|ref(?:erentie)?|code)(?: (?:is|was|luidt))?"
)
_WEAK = (
    r"(?:zaak|dossier|doss|polis|bezwaar|beroep|beschikking|besluit|beslissing|aanvr(?:aag)?|vordering|aanslag|"
    r"dwangbevel|toevoeging|melding|ticket|factuur|nota|bon|contract|order|onder|overzicht)"
)
_BLANK_GROUP = re.compile(
    rf"(?:(?<![^\W\d_])(?i:{_STRONG}|[a-zà-ÿ-]{{0,14}}{_WEAK})[.:;=#(|\"' ]{{1,4}}|\()"
    r"(?P<group>[A-Za-z&]{1,6}(?:[-/][A-Za-z&]{1,6}){0,2}) {1,2}$"
)
_GLUED_BEFORE = re.compile(
    r"(?<![\w@€.,/:+-])(?P<group>[A-Za-z&]{1,8}(?:[-./&][A-Za-z0-9&]{1,6}){0,2}(?P<sign>[-./:]?))$"
)
_GLUED_BEHIND = re.compile(
    r"(?:[-/.](?P<group>[A-Za-z]{1,4})(?:[-/.]?\d{1,4})?|[A-Z]\d{0,3})(?![\w@]|[-/.]\w)"
)
_LETTER_BEHIND = re.compile(
    r" (?:(?P<group>[A-Z]{2})(?=[,;:)\n]|\.?$|\.\s| [a-z])|[A-Z](?=[,;:)\n]|\.?$| [a-z])"
    r"|[B-DF-MOPRTV-Z][. ]?\d{2,3}|[SU] \d{3}|[A-Z](?:\.\d{1,2}){2,4})(?![\w%€-]|[.,]\d| ?\d)"
)
_MORE_DIGITS = re.compile(r"(?<= [B-Z]) \d{2,3}(?![\w%€-]|[.,]\d| ?\d)")
_ROW_BEHIND = re.compile(
    r" ?(?:t/m|tm|t\.e\.m\.) ?(?P<last>\d{2,6})(?![\w%]|[.,/-]\d|,-)"
    r"(?! ?(?:euro|eur|jaar|uur|weken|dgn|dagen|mnd|maanden)\b)"
)
_SHORT_NEXT = re.compile(
    r"(?:,| en| of| \+) (?P<more>(?P<group>[a-z]{1,3})[:/-]\d{2,6}(?:[./-]\w{1,6}){0,2})(?![\w%]|[.,/-]\d)"
)
_NEXT = re.compile(r"(?:,| en| of| \+| ?t/m| tot en met) ([A-Za-z0-9][\w./-]{2,24}\w)(?![\w%€]|,\d)")
_SMALL = """
    aan af al als bij ca d dat dd de den der deze die dit door dus een eind en ex fase ga geen groep had
    heb heet heeft het hij hoe hr dhr mevr mw mr dr drs ir ik in is ivm obv mbt je kan kreeg laat lid
    ligt luidt maar man maal met mijn na naar nee nog nou nr nrs no nu of om onder ons ook op over par
    pas per plm sinds staat stap te ten ter tel fax mob gsm rek toen tot tm uit uw van vanaf via voor vr
    vrij was wat wel wie ze zie zij zijn zo p pag blz art artt bijl box deel ma di wo do za versie zaal
    kamer klas lokaal loket lijn bus euro eur pct min max uur dgn dagen week jaar mnd jan feb mrt apr
    mei jun jul aug sep sept okt nov dec pdf html doc docx jpg
"""
_SMALL_WORDS = frozenset(_SMALL.split())

_GIVING = """
    kvk rsin big lrk agb ean cjib cak cbr uwv duo ind brp bsn iban btw vat sbi sbc icd dsm cas isbn ecli
    eg eu eeg vo stb stcrt trb rv sr sv
"""
_GIVERS = frozenset(_GIVING.split())
"""Who gives numbers, or what they number: a label that stays, or no number of a case."""

_LABELS = re.compile(
    r"(?i)(?:.*(?:nummers?|nrs?|num|kenm(?:erk)?|ref|code|zaak|dossier|doss|klant|polis)|id|no|kl|rel|reg|besch)$"
)
_OTHER_CAPITALS = """
    BV NV NL EU OK TV HR LH IP IS EN OP IN DE OF TE UW WW ZW PW AO IB OB BW OM DB NU
"""
_NO_TAIL = frozenset(_OTHER_CAPITALS.split())


def stretched_numbers(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans found in a text, those of case numbers with the letters and digits at their edges."""
    found = []
    for span in spans:
        if span.kind is Kind.CASE_NUMBER:
            found += _whole(span, words.text, words.lists)
        else:
            found.append(span)
    return found


def _whole(span: PiiSpan, text: str, lists: WordLists) -> list[PiiSpan]:
    """The number, and those of a row behind it: '2023-771 t/m 2023-779', 'z 22 5518 en bw:0077'."""
    start = _start(text, span.start, lists)
    found = [replace(span, start=start, end=_end(text, start, span.end))]
    while len(found) < _LONGEST_ROW and (more := _next(text, found[-1])):
        found.append(more)
    return found


def _next(text: str, span: PiiSpan) -> PiiSpan | None:
    """A number behind 'en' or 't/m' of the same shape, or a short code in small letters."""
    match = _NEXT.match(text, span.end)
    if match and len(match[1]) > _SURE_DIGITS and _shape(match[1]) == _shape(text[span.start : span.end]):
        return replace(span, start=match.start(1), end=match.end(1))
    short = _SHORT_NEXT.match(text, span.end)
    if short is None or short["group"] in _SMALL_WORDS:
        return None
    return replace(span, start=short.start("more"), end=short.end())


def _shape(number: str) -> str:
    """'LV22-0381' as 'aa00-0000'."""
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "0", number))


def _start(text: str, start: int, lists: WordLists) -> int:
    """Where the number begins with the letters before it."""
    first = start - _glued_before(text[max(0, start - _AHEAD) : start], lists)
    before = text[max(0, first - _BACK) : first]
    match = _BLANK_GROUP.search(before) if before.endswith(" ") and text[first].isdigit() else None
    return (
        first - len(before) + match.start("group") if match and _is_prefix(match["group"], lists) else first
    )


def _glued_before(before: str, lists: WordLists) -> int:
    """How many signs directly before a number belong to it: 'mk-' 31, 'M.' 4.12, 'bw:' 0077."""
    match = _GLUED_BEFORE.search(before)
    if match is None:
        return 0
    letters, sign = match["group"].rstrip("-./:"), match["sign"]
    parts = re.split(r"[-./&]", letters.lower())
    if _LABELS.match(parts[-1]) or any(part in _GIVERS or part in _SMALL_WORDS for part in parts):
        return 0
    if sign in (".", ":") and len(parts) == 1 and len(letters) > _LONGEST_WORD - (sign == ":"):
        return 0
    return len(match["group"]) if sign or not lists.is_ordinary(letters.lower()) else 0


def _is_prefix(group: str, lists: WordLists) -> bool:
    """'KGB', 'nn', 'ww/vwb': no small word, name, or body that gives numbers."""
    if len(group) == 1 and group.isupper():
        return True
    parts = [part for part in re.split(r"[-/&]", group.lower()) if part]
    if not parts or any(part in _SMALL_WORDS or part in _GIVERS or _LABELS.match(part) for part in parts):
        return False
    if len(parts) > 1 or group.isupper():
        return True
    if group.islower():
        return len(group) <= _LONGEST_WORD or not lists.is_ordinary(group)
    return len(group) <= _LONGEST_WORD and not (lists.is_ordinary(parts[0]) or lists.is_name(parts[0]))


def _end(text: str, start: int, end: int) -> int:
    """Where the number ends with the letters and digits behind it."""
    end = _behind(_GLUED_BEHIND, text, end)
    if sum(sign.isdigit() for sign in text[start:end]) >= _SURE_DIGITS:
        end = _behind(_LETTER_BEHIND, text, end)
        digits = _MORE_DIGITS.match(text, end)
        end = digits.end() if digits else end
    row = _ROW_BEHIND.match(text, end)
    return row.end() if row and _counts_on(text[start:end], row["last"]) else end


def _behind(pattern: re.Pattern[str], text: str, end: int) -> int:
    match = pattern.match(text, end)
    if match is None:
        return end
    group = match["group"]
    return end if group and (group in _NO_TAIL or group.lower() in _SMALL_WORDS) else match.end()


def _counts_on(number: str, last: str) -> bool:
    """'…301 t/m 307': the last group of the number, and a higher one no longer than it."""
    group = re.search(r"\d+$", number)
    return group is not None and len(last) <= len(group[0]) and int(last) > int(group[0][-len(last) :])
