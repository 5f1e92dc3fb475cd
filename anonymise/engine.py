# SPDX-License-Identifier: EUPL-1.2
"""Presidio's analyser for Dutch, without any language model that must be downloaded."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from anonymise.names.tokenised import TokenisedText
from anonymise.presidio import (
    AnalyzerEngine,
    ContextAwareEnhancer,
    EntityRecognizer,
    NlpArtifacts,
    NlpEngine,
    RecognizerRegistry,
    RecognizerResult,
)
from anonymise.recognisers.artifacts import WordArtifacts
from anonymise.spans import THRESHOLD, PiiSpan
from casebase.vocabulary import Kind


def build_engine(lists: Path) -> "DutchAnalyzer":
    """The analyser with every Dutch recogniser; ``lists`` is the folder of word lists (``data/lists``)."""
    return engine_for(recognisers(lists))


def engine_for(chosen: list[EntityRecognizer]) -> "DutchAnalyzer":
    """An analyser for Dutch with the given recognisers only."""
    registry = RecognizerRegistry(recognizers=chosen, supported_languages=["nl"], global_regex_flags=0)
    return DutchAnalyzer(
        registry=registry,
        nlp_engine=WordNlpEngine(),
        supported_languages=["nl"],
        default_score_threshold=THRESHOLD,
        context_aware_enhancer=NearbyWords(),
    )


def recognisers(lists: Path) -> list[EntityRecognizer]:
    """All recognisers, one of each."""
    return [*structured_recognisers(), *name_recognisers(lists)]


def structured_recognisers() -> list[EntityRecognizer]:
    """Numbers, addresses and dates, which have a form of their own."""
    from anonymise.recognisers.account_number import AccountNumberRecogniser
    from anonymise.recognisers.address import AddressRecogniser
    from anonymise.recognisers.ages import AgeRecogniser
    from anonymise.recognisers.birth_dates import BirthDateRecogniser
    from anonymise.recognisers.bsn import BsnRecogniser
    from anonymise.recognisers.case_number import CaseNumberRecogniser
    from anonymise.recognisers.dates import DateRecogniser
    from anonymise.recognisers.email import EmailRecogniser
    from anonymise.recognisers.iban import IbanRecogniser
    from anonymise.recognisers.id_document import IdDocumentRecogniser
    from anonymise.recognisers.licence_plate import LicencePlateRecogniser
    from anonymise.recognisers.phone import PhoneRecogniser
    from anonymise.recognisers.postcode import PostcodeRecogniser
    from anonymise.recognisers.url import UrlRecogniser
    from anonymise.recognisers.v_number import VNumberRecogniser

    return [
        BsnRecogniser(),
        IbanRecogniser(),
        AccountNumberRecogniser(),
        PhoneRecogniser(),
        EmailRecogniser(),
        UrlRecogniser(),
        PostcodeRecogniser(),
        LicencePlateRecogniser(),
        IdDocumentRecogniser(),
        VNumberRecogniser(),
        CaseNumberRecogniser(),
        AddressRecogniser(),
        DateRecogniser(),
        BirthDateRecogniser(),
        AgeRecogniser(),
    ]


def name_recognisers(lists: Path) -> list[EntityRecognizer]:
    """Names, places, organisations and nationalities, which work with word lists."""
    from anonymise.recognisers.age_behind_name import AgeBehindNameRecogniser
    from anonymise.recognisers.nationality import NationalityRecogniser
    from anonymise.recognisers.organisation import OrganisationRecogniser
    from anonymise.recognisers.person import PersonRecogniser
    from anonymise.recognisers.place import PlaceRecogniser
    from anonymise.recognisers.street_with_number import StreetWithNumberRecogniser

    return [
        PersonRecogniser(lists),
        PlaceRecogniser(lists),
        OrganisationRecogniser(lists),
        NationalityRecogniser(lists),
        AgeBehindNameRecogniser(lists),
        StreetWithNumberRecogniser(lists),
    ]


def findings(engine: AnalyzerEngine, text: str, words: TokenisedText | None = None) -> list[PiiSpan]:
    """Everything above the threshold; spans may overlap.

    ``words`` is the same text where its tokens are shared with others.
    """
    found = engine.analyze(text, "nl", nlp_artifacts=WordArtifacts(text, words))
    return [
        PiiSpan(
            start=result.start,
            end=result.end,
            kind=Kind(result.entity_type),
            score=round(result.score, 2),
            source=str(result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY]),
        )
        for result in found
    ]


class DutchAnalyzer(AnalyzerEngine):
    """Presidio's analyser, with what is the same for every text done once.

    The steps and the answer are those of ``AnalyzerEngine.analyze``, which works out the recognisers,
    their entities and thresholds anew for every text.
    """

    def analyze(self, text: str, language: str, *options: Any, **more: Any) -> list[RecognizerResult]:
        """Everything above the threshold, without duplicates; with other options in Presidio's own way.

        ``nlp_artifacts``, where given, are those of the same text.
        """
        if options or more.keys() - {"nlp_artifacts"}:
            return super().analyze(text, language, *options, **more)
        artifacts = more.get("nlp_artifacts") or WordArtifacts(text)
        recognisers = list(self.registry.recognizers)
        found = [
            result
            for recogniser in recognisers
            for result in recogniser.analyze(text, recogniser.supported_entities, artifacts)
        ]
        enhancer = self.context_aware_enhancer
        if found and enhancer is not None:
            found = enhancer.enhance_using_context(text, found, artifacts, recognisers)
        sure = [result for result in found if result.score >= self.default_score_threshold]
        return EntityRecognizer.remove_duplicates(sure) if len(sure) > 1 else sure


class WordNlpEngine(NlpEngine):
    """Cuts a text in words and knows nothing else: no model, no download, no length limit."""

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The words of the text."""
        return WordArtifacts(text)

    def process_batch(
        self, texts: Iterable[str], language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Each text with its words."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """No word is left out."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Punctuation is never taken as a word."""
        return False

    def get_supported_entities(self) -> list[str]:
        """None: recognisers find everything."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Dutch."""
        return ["nl"]


class NearbyWords(ContextAwareEnhancer):
    """Raises the score of a finding when one of the five words before it is a context word.

    Presidio's own enhancer walks through all words for each finding and quotes the text in an
    error; this one looks them up by position and compares whole words.
    """

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0.35,
            min_score_with_context_similarity=THRESHOLD,
            context_prefix_count=5,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """The same findings, scores raised where a context word stands before them."""
        words_of = {recogniser.id: recogniser.context for recogniser in recognizers}
        for result in raw_results:
            wanted = words_of.get(result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY])
            if wanted and any(word in wanted for word in self._words_before(result.start, nlp_artifacts)):
                raised = min(result.score + self.context_similarity_factor, self.MAX_SCORE)
                result.score = max(raised, self.min_score_with_context_similarity)
        return raw_results

    def _words_before(self, position: int, artifacts: NlpArtifacts) -> list[str]:
        index = bisect_left(artifacts.tokens_indices, position)
        return artifacts.lemmas[max(0, index - self.context_prefix_count) : index]
