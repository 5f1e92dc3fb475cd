# SPDX-License-Identifier: EUPL-1.2
"""The texts of a case by field, and a case with other texts in those fields.

Lists are named with their position: ``organisations_involved.0``.
"""

from collections.abc import Mapping

from casebase.record import NARRATIVE_FIELDS, PERSPECTIVE_FIELDS, REGISTER_FIELDS, CaseRecord


def case_texts(case: CaseRecord) -> dict[str, str]:
    """Every text in which people may have typed personal data, in reading order; empty ones are left out."""
    texts: dict[str, str] = {}
    for name in (*NARRATIVE_FIELDS, *REGISTER_FIELDS):
        value = getattr(case, name)
        if name in PERSPECTIVE_FIELDS:
            texts[name] = value.text
        elif isinstance(value, tuple):
            texts.update({f"{name}.{position}": item for position, item in enumerate(value)})
        else:
            texts[name] = value
    return {name: text for name, text in texts.items() if text.strip()}


def changed_fields(case: CaseRecord, texts: Mapping[str, str]) -> dict[str, object]:
    """New values of the fields of a case for the given texts, which are named as in ``case_texts``."""
    fields: dict[str, object] = {}
    for name in (*NARRATIVE_FIELDS, *REGISTER_FIELDS):
        value = getattr(case, name)
        if name in PERSPECTIVE_FIELDS:
            fields[name] = value.model_copy(update={"text": texts.get(name, value.text)})
        elif isinstance(value, tuple):
            fields[name] = tuple(texts.get(f"{name}.{position}", item) for position, item in enumerate(value))
        else:
            fields[name] = texts.get(name, value)
    return fields
