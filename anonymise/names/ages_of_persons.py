# SPDX-License-Identifier: EUPL-1.2
"""A number behind a name that was found: how old that person is, in any spelling.

'radjinder bhagwandin,58jaar', 'Kevin Tan 15 moest tolken', 'Meron ( 19j)', 'kevin is 5.', 'Tyrone van
drie', 'Mehmet / 44 / Emmen'. The name is known here, so that capitals and commas need not be right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from anonymise.names.findings import NameFinding
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from anonymise.recognisers.age_forms import ADULT, ADVERBS, AGE, FIGURES, NOT_COUNTED, WORDS, YEARS
from casebase.vocabulary import Kind

_SCORE = 0.6
_NO_PERSONS = frozenset({"bedrijf", "baas", "ad", "moeder", "vader", "ouders", "gezin", "kinderen"})
_STOP = r"(?=\s?[,;.:)!?/\n–-](?!\d)|\s*$| (?:en|met|maar|als|toen|oud|jong|inmiddels|nu|geworden)\b)"
_VERB = (
    r"(?= (?:heeft|had|woont|woonde|moet|moest|kan|kon|wil|wilde|zit|zat|werkt|werkte|krijgt|kreeg|"
    r"mag|mocht|gaat|ging|komt|kwam|belt|belde|uit|met|doet|deed|leeft|slaapt|sliep|zegt|zei|vraagt|studeert)\b)"
)
_MONTHS = r" ?(?:maanden|mnd|weken|wkn)\b"
_TURNS = r"(?:wordt|geworden|werd|inmiddels|nu|oud|jong)\b"
_NOUN = re.compile(rf" van {ADVERBS}(?P<value>(?:{ADULT}{YEARS}?|{FIGURES}{YEARS})){NOT_COUNTED}")
_FORMS = (
    rf" ?, ?(?P<comma_years>{FIGURES}{YEARS})(?!\w)",
    rf"\s?,\s?(?P<comma>{AGE}{YEARS}?)(?:{_STOP}|{_VERB})",
    rf" ?\( ?(?:[mvMV][,/ ] ?)?{ADVERBS}(?P<bracket>{AGE}(?:{YEARS}|{_MONTHS})?)(?= ?[,;)./+]| {_TURNS})",
    r"(?:,| ?\() ?(?P<plus>[4-9]\d\+)(?=[,;)])",
    rf" ?/ ?(?P<slash>{FIGURES}{YEARS}?)(?= ?/)",
    rf" {{1,2}}(?P<bare>{FIGURES}{YEARS}?)(?:(?=\s?[,;)]|\.\s|\.?$)|{_VERB})",
    rf" {{1,2}}(?P<years>{FIGURES}{YEARS})",
    rf" van {ADVERBS}(?P<of>{FIGURES}{YEARS}?|{AGE}{YEARS}|{WORDS}{_STOP})",
    rf",? (?:is|wordt|was|werd|=) {ADVERBS}(?P<being>{AGE}{YEARS}?){_STOP}",
)
_BEHIND = re.compile(rf"(?:['’]s)?(?:{'|'.join(_FORMS)}){NOT_COUNTED}", re.MULTILINE)


def find_ages(text: str, persons: Iterable[NameFinding]) -> Iterator[NameFinding]:
    """The ages that stand right behind one of the persons."""
    for person in persons:
        match = _BEHIND.match(text, person.end)
        if match and match.lastgroup:
            start, end = match.span(match.lastgroup)
            yield NameFinding(start, end, Kind.AGE, _SCORE, f"behind a person: {match.lastgroup}")


def ages_of_functions(text: str, tokens: Sequence[Token], lists: WordLists) -> Iterator[NameFinding]:
    """'glazenwasser van 64', 'een Syriër van 29': behind a word for what somebody is."""
    groups = (lists.cues["functions"], lists.cues["kin"], lists.nationalities["persons"])
    for place, token in enumerate(tokens[:-1]):
        if tokens[place + 1].lower != "van" or not any(token.lower in words for words in groups):
            continue
        match = _NOUN.match(text, token.end)
        if match and token.lower not in _NO_PERSONS:
            yield NameFinding(*match.span("value"), Kind.AGE, _SCORE, "person of")
