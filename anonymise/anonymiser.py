# SPDX-License-Identifier: EUPL-1.2
"""From a raw text or case to a safe one: what the databank calls anonymising.

The chain for a case: known values of the record, then the recognisers, then consistency over all
fields (found once is found everywhere), then one mask per place, then placeholders.
Nothing of a text is kept, logged or quoted in an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from anonymise.agreement import agree
from anonymise.case_texts import case_texts, changed_fields
from anonymise.coarsening import coarsen_case, coarsen_days, coarsen_texts
from anonymise.doubts import with_doubts, with_places_of_doubt
from anonymise.engines.layer import EngineLayer, supported
from anonymise.engines.name_engine import NameEngine
from anonymise.field_text import FieldText, Look, field_text
from anonymise.known_values import KnownValues
from anonymise.merge import merge, without
from anonymise.names.firm_edges import whole_firms
from anonymise.names.firm_reach import stretched_firms
from anonymise.names.person_edges import trimmed_persons
from anonymise.names.plausible_ages import plausible_ages
from anonymise.names.protected import unprotected
from anonymise.names.word_lists import WordLists, load_word_lists
from anonymise.ner.model import NameModel, Reading, load_name_model
from anonymise.number_reach import stretched_numbers
from anonymise.numbering import tag_spans
from anonymise.ordinary_words import load_ordinary_words
from anonymise.policy import Policy, load_policy
from anonymise.profiles import Profile
from anonymise.repeats import repeated_values
from anonymise.replacement import SafeText, replace_spans
from anonymise.reviewed_terms import ReviewedTerms
from anonymise.spans import PiiSpan
from anonymise.suspects import find_suspects
from anonymise.version import engine_version
from casebase.listed_terms import ListedTerm
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


def load_anonymiser(
    lists: Path,
    profile: str = Profile.INTERN,
    *,
    model: Path | None = None,
    engines: Sequence[NameEngine] = (),
) -> Anonymiser:
    """The anonymiser with the settings and word lists in the folder ``lists`` (``data/lists``).

    ``model`` is the folder of the name model; when left out, the shipped one beside the lists.

    ``engines`` are further engines for names, from ``load_name_engines``.

    ``profile`` says how much the safe texts tell: ``intern``, ``delen`` or ``publicatie``.

    Raises:
        PlaceholderError: the settings file of the placeholders is missing or faulty.
        ValueError: a profile that does not exist.
        NameModelError: the name model is missing or damaged.
    """
    from anonymise.engine import build_engine

    words = load_word_lists(lists)
    names = load_name_model(model or lists.parent / "models" / "names-nl", words)
    layer = EngineLayer(engines)
    return Anonymiser(
        build_engine(lists),
        load_policy(lists),
        load_ordinary_words(lists),
        engine_version(lists, names.version + layer.version),
        words,
        names,
        layer,
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
        names: NameModel,
        engines: EngineLayer,
        *,
        profile: Profile = Profile.INTERN,
    ) -> None:
        self._engine = engine
        self._policy = policy
        self._placeholders = policy.placeholders
        self._profile = profile
        self._ordinary_words = ordinary_words
        self._words = words
        self._names = names
        self._engines = engines
        self._terms = ReviewedTerms()
        self.engine_version = version

    def with_terms(self, terms: Sequence[ListedTerm]) -> Anonymiser:
        """The same anonymiser that honours what reviewers said about words.

        Words that may stay are left alone where they are all of a finding that no known value and no other
        mention in the case supports; words that are to be masked are found in every spelling.
        """
        same = copy(self)
        same._terms = ReviewedTerms(terms, self._ordinary_words)
        return same

    def find(self, text: str, known: Sequence[KnownValue] = ()) -> list[PiiSpan]:
        """Personal data in one text, sorted, not overlapping; ``known`` is looked for first."""
        return self.find_in_fields({TEXT_FIELD: text}, known)[TEXT_FIELD]

    def find_in_fields(
        self, texts: Mapping[str, str], known: Sequence[KnownValue] = ()
    ) -> dict[str, list[PiiSpan]]:
        """Personal data by field, positions in the given texts; found in one field counts in all."""
        looked = self._look(texts, known, self._terms.everywhere())
        return {field: look.spans for field, look in looked.items()}

    def _look(
        self, texts: Mapping[str, str], known: Sequence[KnownValue], terms: ReviewedTerms
    ) -> dict[str, Look]:
        """What is to be masked and what is doubtful, by field, positions in the given texts."""
        fields = [field_text(name, text, self._words, self._placeholders) for name, text in texts.items()]
        values = KnownValues(known, ordinary=self._ordinary_words)
        readings = self._names.read([field.text for field in fields])
        looks = {
            field.name: self._first_look(field, values, reading, terms)
            for field, reading in zip(fields, readings, strict=True)
        }
        more = self._more(fields, terms)
        first = {name: supported(look.spans, more[name]) for name, look in looks.items()}
        plain = {field.name: field.text for field in fields}
        repeats = repeated_values(plain, first, self._ordinary_words, self._words)
        return {
            field.name: field.in_original(
                self._merged(field, [*first[field.name], *more[field.name], *repeats.find(field.words)]),
                looks[field.name].doubtful,
            )
            for field in fields
        }

    def anonymise_text(self, text: str, known: Sequence[KnownValue] = ()) -> SafeText:
        """The text with placeholders, and where they stand."""
        return self._anonymise({TEXT_FIELD: text}, known, self._terms.everywhere())[TEXT_FIELD]

    def anonymise_texts(
        self, texts: Mapping[str, str], known: Sequence[KnownValue] = ()
    ) -> dict[str, SafeText]:
        """The texts of one case by field with placeholders; fields may have any name."""
        return self._anonymise(texts, known, self._terms.everywhere())

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        """The case with placeholders in all its texts, one number per person over the whole case."""
        return self.safe_case(raw, self.anonymise_fields(raw))

    def coarsen(self, safe: SafeCase, profile: str) -> SafeCase:
        """The safe case as a profile for readers further away tells it; see ``coarsen_case``."""
        return coarsen_case(safe, Profile(profile), self._policy)

    def anonymise_fields(self, raw: RawCase) -> dict[str, SafeText]:
        """The safe texts of a case by field, with what was found in the raw ones."""
        return self._anonymise(case_texts(raw), raw.known_values, self._terms_of(raw))

    def safe_case(self, raw: RawCase, safe: Mapping[str, SafeText]) -> SafeCase:
        """The case with its safe texts (from ``anonymise_fields``), placeholders and suspects."""
        kept = {name: getattr(raw, name) for name in CaseRecord.model_fields}
        fields = changed_fields(raw, {field: text.text for field, text in safe.items()})
        terms = self._terms_of(raw)
        case = SafeCase(
            **{**kept, **fields},
            spans=tuple(span for text in safe.values() for span in text.spans),
            suspects=tuple(
                suspect
                for field, text in safe.items()
                for suspect in with_doubts(
                    find_suspects(text.text, field, self._placeholders, self._words), text, field
                )
                if not terms.allow_suspect(text.text[suspect.start : suspect.end])
            ),
            engine=self.engine_version,
        )
        return coarsen_days(case, self._profile, self._policy)

    def _terms_of(self, case: CaseRecord) -> ReviewedTerms:
        return self._terms.for_case(case.case_id, case.maatwerkplaats)

    def _anonymise(
        self, texts: Mapping[str, str], known: Sequence[KnownValue], terms: ReviewedTerms
    ) -> dict[str, SafeText]:
        looked = self._look(texts, known, terms)
        found = {field: look.spans for field, look in looked.items()}
        tagged = tag_spans(texts, found, self._policy, known)
        safe = {
            field: with_places_of_doubt(
                replace_spans(text, tagged[field], self._placeholders, field), looked[field].doubtful
            )
            for field, text in texts.items()
        }
        return coarsen_texts(safe, self._profile, self._policy)

    def _first_look(
        self, field: FieldText, values: KnownValues, reading: Reading, terms: ReviewedTerms
    ) -> Look:
        """What the rules, the name model and the known values find in one field."""
        from anonymise.engine import findings

        rules = findings(self._engine, field.text, field.words)
        lists, settled = self._words, bool(field.placeholders)
        agreed = agree(rules, reading, lists.is_name, is_ordinary=lists.is_ordinary, settled=settled)
        added = unprotected(whole_firms(agreed.added, field.words), field.words)
        found = trimmed_persons([*agreed.kept, *plausible_ages(added, field.words)], field.words)
        whole = stretched_numbers(stretched_firms(found, field.words), field.words)
        spans = terms.judged(whole, field.text)
        return Look(self._merged(field, [*spans, *values.find(field.text)]), agreed.doubtful)

    def _more(self, fields: Sequence[FieldText], terms: ReviewedTerms) -> dict[str, list[PiiSpan]]:
        """What further engines find in each field."""
        found = self._engines.find([field.words for field in fields])
        return {
            field.name: terms.judged(spans, field.text) for field, spans in zip(fields, found, strict=True)
        }

    def _merged(self, field: FieldText, spans: Sequence[PiiSpan]) -> list[PiiSpan]:
        column = field.name.partition(".")[0]
        stays, sure = _STAYS_IN.get(column, frozenset()), _SURE_IN.get(column, 0.0)
        wanted = [span for span in spans if span.kind not in stays and span.score >= sure]
        return without(merge(wanted, field.text), field.placeholders, field.text)
