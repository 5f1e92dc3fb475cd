# SPDX-License-Identifier: EUPL-1.2
"""An intake desk over a real database, with an anonymiser whose findings can be read in this file."""

import re
import tempfile
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import UTC, datetime
from pathlib import Path

from anonymise.case_texts import case_texts, changed_fields
from anonymise.doubts import with_doubts
from anonymise.known_values import KnownValues
from anonymise.merge import merge
from anonymise.numbering import tag_spans
from anonymise.policy import load_policy
from anonymise.replacement import SafeText, replace_spans
from anonymise.reviewed_terms import ReviewedTerms
from anonymise.spans import PiiSpan
from anonymise.suspects import SuspectReason
from casebase.listed_terms import ListedTerm
from casebase.migrating import migrate
from casebase.record import CaseRecord, RawCase, SafeCase, Suspect
from casebase.store import Facets
from casebase.vocabulary import Kind
from index.hits import SearchResult
from search_app.answers import SafeQuery, SearchView
from search_app.intake import IntakeDesk
from search_app.parts import Parts
from search_app.settings import Settings

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
FORMS = (
    (Kind.PERSON, r"Yasmina(?: El Amrani)?|El Amrani|Tjerk|Amber"),
    (Kind.CITY, "Delfzijl|Oss"),
    (Kind.BSN, r"9999\d{5}"),
    (Kind.DATE, r"\d{1,2} (?:maart|april) \d{4}"),
)
STRANGE = re.compile(r"\b(?:Sjoukje|Tjeenk)\b")
EMPTY = Facets((), (), (), (), (), (), (), ())


class InventedAnonymiser:
    """Finds the forms above and known values; gives them the placeholders that the databank gives."""

    engine_version = "invented"

    def __init__(self, lists: Path) -> None:
        self.policy = load_policy(lists)
        self.terms = ReviewedTerms()

    def with_terms(self, terms: Sequence[ListedTerm]) -> "InventedAnonymiser":
        same = copy(self)
        same.terms = ReviewedTerms(terms)
        return same

    def anonymise_fields(self, raw: RawCase) -> dict[str, SafeText]:
        texts, known = case_texts(raw), KnownValues(raw.known_values)
        terms = self.terms.for_case(raw.case_id, raw.maatwerkplaats)
        found = {
            field: merge([*terms.judged(_found(text), text), *known.find(text)], text)
            for field, text in texts.items()
        }
        tagged = tag_spans(texts, found, self.policy, raw.known_values)
        words = self.policy.placeholders
        return {field: replace_spans(text, tagged[field], words, field) for field, text in texts.items()}

    def safe_case(self, raw: RawCase, safe: Mapping[str, SafeText]) -> SafeCase:
        kept = {name: getattr(raw, name) for name in CaseRecord.model_fields}
        texts = changed_fields(raw, {field: text.text for field, text in safe.items()})
        return SafeCase(
            **{**kept, **texts},
            spans=tuple(span for text in safe.values() for span in text.spans),
            suspects=tuple(
                suspect
                for field, text in safe.items()
                for suspect in with_doubts(_strange(text.text, field), text, field)
            ),
            engine=self.engine_version,
        )


def _found(text: str) -> list[PiiSpan]:
    return [
        PiiSpan(m.start(), m.end(), kind, 0.9, "invented")
        for kind, form in FORMS
        for m in re.finditer(rf"\b(?:{form})\b", text)
    ]


def _strange(text: str, field: str) -> list[Suspect]:
    reason = SuspectReason.UNKNOWN_NAME
    return [Suspect(field=field, start=m.start(), end=m.end(), reason=reason) for m in STRANGE.finditer(text)]


def nothing_found(text: str, limit: int) -> SearchView:
    """A search that finds nothing."""
    return SearchView(SearchResult((), 0, comparable=False), SafeQuery(text, changed=False), EMPTY, 0, 1.0)


class IntakeParts(Parts):
    """A database in a folder of its own, with the anonymiser of this file."""

    def __init__(self, home: Path) -> None:
        super().__init__(Settings(home=home))
        self.__dict__["anonymiser"] = InventedAnonymiser(self.settings.lists)


def open_parts(home: Path | None = None) -> IntakeParts:
    """A new database, in a folder that goes away with the process by default."""
    folder = None
    if home is None:
        folder = tempfile.TemporaryDirectory(prefix="intake-")
        home = Path(folder.name)
    parts = IntakeParts(home)
    parts.__dict__["folder"] = folder
    migrate(parts.engine)
    return parts


def open_desk(parts: Parts, search: object = nothing_found) -> IntakeDesk:
    """A desk for one person."""
    return IntakeDesk(parts, actor="inbrenger", clock=lambda: NOW, search=search)  # type: ignore[arg-type]
