# SPDX-License-Identifier: EUPL-1.2
"""Ages that the name model found, less those that hold no number or count something else.

'14' of '14.10', '31 jaar' in dienst, '5' kinderen: what the rules know of numbers, told to the model.
"""

import re
from collections.abc import Sequence

from anonymise.names.tokenised import TokenisedText
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_NUMBER = re.compile(
    r"[\d½]|tig(?:er|ers|ste)?\b|tien|honderd|jarig|half\b|\b(?:een|één|elf|twaalf)"
    r"|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen)",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"een", "één"})
_PART_OF_NUMBER = re.compile(
    r"(?:\d[.,:]|[€+] ?|\b(?:box|lijn|sector|sbi|groep|sp|klasse) )\Z", re.IGNORECASE
)
_OLDEST = 110
_YEARS = re.compile(r"(?:jaar|jr\.?|dj\.?)\Z", re.IGNORECASE)
_COUNTS_ELSE = re.compile(
    r"[.,:]\d|,-| ?(?:euro|eur|uur|dagen|weken|wkn|procent|%|km|keer|kilo|kg|minuten|m2|kinderen)\b"
    r"|(?: ?(?:jaar|jr\.?|jaren))? ?(?:in dienst|lang|werkzaam|getrouwd|gehuwd|ervaring|dienstverband"
    r"|gewoond|achtereen)\b",
    re.IGNORECASE,
)
_WORK = re.compile(r" [a-z]{3,}(?:er|ster|eur|euse|trice|aris|aresse|oog|kundige)\b", re.IGNORECASE)
"""An occupation right behind: '22 jr verzorgster' tells how long, '22-jarige verzorgster' how old."""
_APART = 2
"""Signs between two parts of one age that were found apart: the '4' of '4,5', the 'ca' of 'ca 45'."""


def plausible_ages(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans that the name model found in a text, without ages that cannot be one."""
    ages = [span for span in spans if span.kind is Kind.AGE]
    wrong = {span for span in ages if not (_is_plausible(span, words) or _is_part(span, ages))}
    return [span for span in spans if span not in wrong]


def _is_plausible(span: PiiSpan, words: TokenisedText) -> bool:
    text = words.text
    found = text[span.start : span.end]
    if found.isdecimal() and int(found) > _OLDEST:
        return False
    if found.lower() in _ARTICLES or _PART_OF_NUMBER.search(text, 0, span.start):
        return False
    if not _NUMBER.search(found):  # what is no Dutch word may be a name
        return not all(words.lists.is_ordinary(word) for word in found.split())
    if _YEARS.search(found) and _WORK.match(text, span.end):
        return False
    return not _COUNTS_ELSE.match(text, span.end)


def _is_part(span: PiiSpan, ages: Sequence[PiiSpan]) -> bool:
    before, after = span.start - _APART, span.end + _APART
    return any(span.end <= each.start <= after or before <= each.end <= span.start for each in ages)
