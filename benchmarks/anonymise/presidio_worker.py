# SPDX-License-Identifier: EUPL-1.2
"""Presidio with the recognisers that it brings itself (see ``worker_loop``).

``plain``: what it loads for Dutch, as it comes, without a language model (it has none for Dutch).
``dutch``: the same, told to look for Dutch phone numbers, which its default regions leave out.
"""

import logging
import sys
from collections.abc import Mapping
from importlib.metadata import version

from worker_loop import Spans, serve

KIND = {"PERSON": "PERSON", "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "IBAN_CODE": "IBAN"}
KIND |= {"DATE_TIME": "DATE", "URL": "URL", "IP_ADDRESS": "URL", "LOCATION": "CITY", "NRP": "NATIONALITY"}


def main(*, dutch: bool) -> None:
    logging.disable(logging.CRITICAL)
    analyzer = _load(dutch=dutch)

    def find(texts: Mapping[str, str]) -> dict[str, Spans]:
        return {field: _spans(analyzer.analyze(text, language="nl")) for field, text in texts.items()}

    serve(find, f"presidio-analyzer {version('presidio-analyzer')}")


def _spans(found) -> Spans:
    return [(span.start, span.end, KIND.get(span.entity_type, "CASE_NUMBER")) for span in found]


def _load(*, dutch: bool):
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    nothing = {"nlp_engine_name": "no_op", "models": [{"lang_code": "nl", "model_name": "no_op"}]}
    registry = RecognizerRegistry(supported_languages=["nl"])
    registry.load_predefined_recognizers(languages=["nl"])
    registry.remove_recognizer("SpacyRecognizer")  # asks for a model
    if dutch:
        registry.remove_recognizer("PhoneRecognizer")
        registry.add_recognizer(PhoneRecognizer(supported_language="nl", supported_regions=("NL",)))
    engine = NlpEngineProvider(nlp_configuration=nothing).create_engine()
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["nl"])


if __name__ == "__main__":
    main(dutch="--dutch" in sys.argv)
