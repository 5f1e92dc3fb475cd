# SPDX-License-Identifier: EUPL-1.2
"""From a raw text or case to a safe one: what the databank calls anonymising.

The chain for a case: known values of the record, then the recognisers, then consistency over all
fields (found once is found everywhere), then one mask per place, then placeholders.
Nothing of a text is kept, logged or quoted in an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from anonymise.case_texts import case_texts, changed_fields
from anonymise.coarsening import coarsen_case, coarsen_texts
from anonymise.known_values import KnownValues
from anonymise.merge import merge, without
from anonymise.names.word_lists import WordLists, load_word_lists
from anonymise.normalise import NormalisedText, normalise
from anonymise.numbering import tag_spans
from anonymise.ordinary_words import load_ordinary_words
from anonymise.policy import Policy, load_policy
from anonymise.profiles import Profile
from anonymise.repeats import Finder, repeated_values
from anonymise.replacement import SafeText, replace_spans
from anonymise.spans import PiiSpan
from anonymise.suspects import find_suspects
from anonymise.version import engine_version
from casebase.record import CaseRecord, KnownValue, RawCase, SafeCase
from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.presidio import AnalyzerEngine

TEXT_FIELD = "text"
"""Name of the one field of a text that is no case."""

_STAYS_IN: Mapping[str, frozenset[Kind]] = {
    "maatwerkplaats": frozenset([Kind.CITY, Kind.ORG, Kind.NATIONALITY]),
    "regulations": frozenset([Kind.CITY, Kind.ORG, Kind.NATIONALITY, Kind.DATE, Kind.AGE, Kind.CASE_NUMBER]),
}
"""Kinds that say something else in a field: Rijnmond is the name of a Maatwerkplaats."""

_SURE_IN: Mapping[str, float] = {"regulations": 0.6}
"""Least score in a field: an unknown word among laws is a law, unless something says it is a name."""


def load_anonymiser(lists: Path, profile: str = Profile.INTERN) -> Anonymiser:
    """The anonymiser with the settings and word lists in the folder ``lists`` (``data/lists``).

    ``profile`` says how much the safe texts tell: ``intern``, ``delen`` or ``publicatie``.

    Raises:
        PlaceholderError: the settings file of the placeholders is missing or faulty.
        ValueError: a profile that does not exist.
    """
    from anonymise.engine import build_engine

    return Anonymiser(
        build_engine(lists),
        load_policy(lists),
        load_ordinary_words(lists),
        engine_version(lists),
        load_word_lists(lists),
        profile=Profile(profile),
    )


class Anonymiser:
    """Finds personal data and puts placeholders in its place. Safe to share between threads."""

    def __init__(
        self,
        engine: AnalyzerEngine,
        policy: Policy,
        ordinary_words: frozenset[str],
        version: str,
        words: WordLists,
        *,
        profile: Profile = Profile.INTERN,
    ) -> None:
        self._engine = engine
        self._policy = policy
        self._placeholders = policy.placeholders
        self._profile = profile
        self._ordinary_words = ordinary_words
        self._words = words
        self.engine_version = version

    def find(self, text: str, known: Sequence[KnownValue] = ()) -> list[PiiSpan]:
        """Personal data in one text, sorted, not overlapping; ``known`` is looked for first."""
        return self.find_in_fields({TEXT_FIELD: text}, known)[TEXT_FIELD]

    def find_in_fields(
        self, texts: Mapping[str, str], known: Sequence[KnownValue] = ()
    ) -> dict[str, list[PiiSpan]]:
        """Personal data by field, positions in the given texts; found in one field counts in all."""
        same = {field: normalise(text) for field, text in texts.items()}
        values = KnownValues(known, ordinary=self._ordinary_words)
        first = {field: self._first_look(field, text, values) for field, text in same.items()}
        plain = {field: text.text for field, text in same.items()}
        repeats = repeated_values(plain, first, self._ordinary_words, self._words)
        return {
            field: [text.in_original(span) for span in self._merged(field, text.text, first[field], repeats)]
            for field, text in same.items()
        }

    def anonymise_text(self, text: str, known: Sequence[KnownValue] = ()) -> SafeText:
        """The text with placeholders, and where they stand."""
        return self._anonymise({TEXT_FIELD: text}, known)[TEXT_FIELD]

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        """The case with placeholders in all its texts, one number per person over the whole case."""
        return self.safe_case(raw, self.anonymise_fields(raw))

    def coarsen(self, safe: SafeCase, profile: str) -> SafeCase:
        """The safe case as a profile for readers further away tells it; see ``coarsen_case``."""
        return coarsen_case(safe, Profile(profile), self._policy)

    def anonymise_fields(self, raw: RawCase) -> dict[str, SafeText]:
        """The safe texts of a case by field, with what was found in the raw ones."""
        return self._anonymise(case_texts(raw), raw.known_values)

    def safe_case(self, raw: RawCase, safe: Mapping[str, SafeText]) -> SafeCase:
        """The case with its safe texts (from ``anonymise_fields``), placeholders and suspects."""
        kept = {name: getattr(raw, name) for name in CaseRecord.model_fields}
        fields = changed_fields(raw, {field: text.text for field, text in safe.items()})
        return SafeCase(
            **{**kept, **fields},
            spans=tuple(span for text in safe.values() for span in text.spans),
            suspects=tuple(
                suspect
                for field, text in safe.items()
                for suspect in find_suspects(text.text, field, self._placeholders, self._is_known_word)
            ),
            engine=self.engine_version,
        )

    def _anonymise(self, texts: Mapping[str, str], known: Sequence[KnownValue]) -> dict[str, SafeText]:
        found = self.find_in_fields(texts, known)
        tagged = tag_spans(texts, found, self._policy, known)
        safe = {
            field: replace_spans(text, tagged[field], self._placeholders, field)
            for field, text in texts.items()
        }
        return coarsen_texts(safe, self._profile, self._policy)

    def _is_known_word(self, word: str) -> bool:
        words = self._words
        return (
            word in self._ordinary_words
            or words.is_ordinary(word)
            or words.is_term(word)
            or word in words.large_places
        )

    def _first_look(self, field: str, text: NormalisedText, values: KnownValues) -> list[PiiSpan]:
        from anonymise.engine import findings

        return self._merged(field, text.text, findings(self._engine, text.text), values)

    def _merged(self, field: str, text: str, spans: Sequence[PiiSpan], more: Finder) -> list[PiiSpan]:
        stays = _STAYS_IN.get(field.partition(".")[0], frozenset())
        sure = _SURE_IN.get(field.partition(".")[0], 0.0)
        wanted = [s for s in (*spans, *more.find(text)) if s.kind not in stays and s.score >= sure]
        placeholders = [match.span() for match in self._placeholders.pattern.finditer(text)]
        return without(merge(wanted, text), placeholders, text)
