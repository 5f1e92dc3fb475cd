# SPDX-License-Identifier: EUPL-1.2
"""What kind of private organisation it is, told by its name or by the words next to it.

'Bakkerij Van Dongen' and 'haar werkgever X, een bakkerij' both become ``[WERKGEVER: bakkerij]``: what
matters to a case without the name. Only common kinds are told, from a closed list, since a rare one
would name the organisation after all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class OrganisationPlace:
    """A place where an organisation is named: characters ``start`` up to ``end`` of ``text``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class OrganisationKinds:
    """The kinds of the settings file: ``labels`` by kind, kinds by word, all words in lower case."""

    label_of: Mapping[str, str]
    kind_of: Mapping[str, str]
    employer: str
    employer_words: frozenset[str]
    work_words: frozenset[str]
    prepositions: frozenset[str]

    @property
    def labels(self) -> frozenset[str]:
        """The words between brackets."""
        return frozenset([*self.label_of.values(), self.employer])

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind that may be told."""
        return frozenset(self.label_of)

    def describe(self, places: Sequence[OrganisationPlace]) -> tuple[str, str]:
        """Label and kind of an organisation from all places where it is named; each empty if unknown.

        The name tells more surely than the words around it, the first words more surely than later ones.
        """
        kind = _most_common(self._in_name(place) for place in places)
        kind = kind or _most_common(self._around(place) for place in places)
        employer = any(self._is_employer(place) for place in places)
        label = self.employer if employer else self.label_of.get(kind, "")
        return label, "" if kind.casefold() == label.casefold() else kind

    def stands_before(self, kind: str, text: str) -> bool:
        """Whether a text ends with the kind already: 'bakkerij [WERKGEVER]', 'woningcorporatie de …'."""
        found = _ENDS_WITH.search(text)
        return found is not None and self.kind_of.get(found[1].lower()) == kind

    def _in_name(self, place: OrganisationPlace) -> str:
        words = [word.lower() for word in _WORD.findall(place.text[place.start : place.end])]
        return self._first(words) or next((kind for word in words if (kind := self._by_ending(word))), "")

    def _around(self, place: OrganisationPlace) -> str:
        """The word right before the name, or in an apposition right behind it."""
        before = [word.lower() for word in _WORD.findall(self._line_before(place))]
        before = before[-2:] if before[-1:] and before[-1] in _ARTICLES else before[-1:]
        behind = _APPOSITION.match(place.text, place.end)
        words = _WORD.findall(behind["words"].lower()) if behind else []
        return self._first(list(reversed(before))) or self._first(words)

    def _first(self, words: Sequence[str]) -> str:
        pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
        return next((self.kind_of[word] for word in (*pairs, *words) if word in self.kind_of), "")

    def _by_ending(self, word: str) -> str:
        """'Tulpenkwekerij' is a kwekerij; only long words that tell a kind are looked for at the end."""
        return next((kind for ending, kind in self._endings if word.endswith(ending) and word != ending), "")

    def _is_employer(self, place: OrganisationPlace) -> bool:
        words = [word.lower() for word in _WORD.findall(self._line_before(place))]
        while words and words[-1] in self.kind_of:
            words.pop()
        if words and words[-1] in self.employer_words:
            return True
        if not words or words[-1] not in self.prepositions:
            return False
        after = _WORD.findall(place.text[place.end : place.end + _AFTER].lower())[:2]
        return not self.work_words.isdisjoint([*words[-_BEFORE:], *after])

    @staticmethod
    def _line_before(place: OrganisationPlace) -> str:
        """The words before the name in its own sentence."""
        return _SENTENCE.split(place.text[max(0, place.start - _REACH) : place.start])[-1]

    @cached_property
    def _endings(self) -> list[tuple[str, str]]:
        long = [(word, kind) for word, kind in self.kind_of.items() if len(word) >= _LONG and " " not in word]
        return sorted(long, key=lambda pair: (-len(pair[0]), pair[0]))


def read_organisation_kinds(settings: Mapping[str, Any]) -> OrganisationKinds:
    """The kinds of the settings file.

    Raises:
        KeyError: a list is missing.
    """
    kind_of: dict[str, str] = {}
    label_of: dict[str, str] = {}
    for label, kinds in settings["kinds"].items():
        for kind, words in kinds.items():
            label_of[kind] = label
            for word in words:
                kind_of.setdefault(word, kind)
    return OrganisationKinds(
        label_of=label_of,
        kind_of=kind_of,
        employer=str(settings["employer"]),
        employer_words=frozenset(settings["employer_words"]),
        work_words=frozenset(settings["work_words"]),
        prepositions=frozenset(settings["prepositions"]),
    )


def _most_common(kinds: Iterable[str]) -> str:
    counts = Counter(kind for kind in kinds if kind)
    return counts.most_common(1)[0][0] if counts else ""


_REACH = 60
_AFTER = 30
_BEFORE = 7
_LONG = 6
_ARTICLES = frozenset(["de", "het", "een", "'t"])
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS_WITH = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)[ '\"‘“(]+(?:(?:de|het|een|'t) )?\Z", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;\n]\s")
_APPOSITION = re.compile(
    r"\s{0,3}(?:,|\()\s{0,3}(?:een|het|de|haar|zijn) (?P<words>[^\W\d_]+(?:[ -][^\W\d_]+)?)"
)
