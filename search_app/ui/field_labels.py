# SPDX-License-Identifier: EUPL-1.2
"""What the fields of a case are called."""

from casebase.bilingual import Bilingual, Language
from search_app.ui import words

_LABELS = {
    "title": words.TITLE,
    "situation": words.SITUATION,
    "gut_feeling": words.GUT_FEELING,
    "tried_before": words.TRIED_BEFORE,
    "legal_perspective": words.LEGAL,
    "financial_perspective": words.FINANCIAL,
    "social_perspective": words.SOCIAL,
    "meanwhile": words.MEANWHILE,
    "decision": words.DECISION,
    "reasoning": words.REASONING,
    "lessons": words.LESSONS,
    "maatwerkplaats": words.MAATWERKPLAATS,
    "submitter_role": Bilingual("Rol van de inbrenger", "Role of who brought it in"),
    "submitter_unit": Bilingual("Afdeling van de inbrenger", "Unit of who brought it in"),
    "submitter_organisation": Bilingual("Organisatie van de inbrenger", "Organisation of who brought it in"),
    "organisations_involved": words.INVOLVED,
    "regulations": words.REGULATION,
}


def field_label(field: str, language: Language) -> str:
    """The name of a field; a place in a list (``regulations.0``) has the name of the list."""
    name = field.partition(".")[0]
    return _LABELS[name].in_language(language) if name in _LABELS else name
