# SPDX-License-Identifier: EUPL-1.2
"""An evidence pack of the invented pattern, laid out."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from anonymise.profiles import Profile
from casebase.bilingual import Language
from patterns.dossier import Detail, Dossier, compose
from search_app.dossier.document import Document
from search_app.dossier.layout import lay_out

Composed = Callable[..., Dossier]
LaidOut = Callable[..., Document]


def words_of(text: str) -> list[str]:
    return [word for word in text.lower().split() if len(word) > 3]


@pytest.fixture
def composed(invented_pattern: ModuleType) -> Composed:
    """The pack of the invented pattern, or of a view of it."""

    def made(view: Any = None, detail: Detail | None = None, **more: Any) -> Dossier:
        view = view or invented_pattern.view()
        options = {"chosen": [case.case_id for case in view.member_cases[:3]], "keys": words_of} | more
        return compose(view.study, view.member_cases, view.details.events, detail=detail, **options)

    return made


@pytest.fixture
def laid_out(composed: Composed) -> LaidOut:
    """The document of that pack."""

    def made(
        view: Any = None,
        profile: Profile = Profile.DELEN,
        language: Language = Language.NL,
        detail: Detail | None = None,
        **more: Any,
    ) -> Document:
        return lay_out(composed(view, detail, **more), profile, language)

    return made
