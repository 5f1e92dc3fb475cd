# SPDX-License-Identifier: EUPL-1.2
"""The parts of Microsoft Presidio that the recognisers build on, imported in the lightest way.

Importing ``presidio_analyzer`` also imports torch and transformers when they happen to be
installed, though nothing here uses them: six seconds and 300 MB instead of one second.
Everything in this package takes Presidio from here.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_UNUSED = ("torch", "transformers")


@contextmanager
def _without_deep_learning() -> Iterator[None]:
    """Make the unused libraries look absent, unless they are loaded or another thread may want them."""
    hidden = [name for name in _UNUSED if name not in sys.modules]
    if len(hidden) < len(_UNUSED) or threading.active_count() > 1:
        yield
        return
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None means: not installed
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)


with _without_deep_learning():
    from presidio_analyzer import (
        AnalysisExplanation,
        AnalyzerEngine,
        EntityRecognizer,
        LocalRecognizer,
        Pattern,
        PatternRecognizer,
        RecognizerRegistry,
        RecognizerResult,
    )
    from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

__all__ = [
    "AnalysisExplanation",
    "AnalyzerEngine",
    "ContextAwareEnhancer",
    "EntityRecognizer",
    "LocalRecognizer",
    "NlpArtifacts",
    "NlpEngine",
    "Pattern",
    "PatternRecognizer",
    "RecognizerRegistry",
    "RecognizerResult",
]
