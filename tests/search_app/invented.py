# SPDX-License-Identifier: EUPL-1.2
"""A databank of invented cases for tests of the app: same methods as the real one, no files, no model.

Search counts shared words, so that every result can be predicted by reading this file.
"""

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from casebase.bilingual import Bilingual, DatabankError, Language
from casebase.filters import SearchFilters
from casebase.pattern_vocabulary import PatternState, SolutionKind
from casebase.record import Perspective, SafeCase
from casebase.store import FacetCount, Facets, Grade, SavedSearchRecord, Shown, StoredCase, UnknownCaseError
from casebase.vocabulary import Level, Nature, Outcome, Principle, Rating, ReviewState
from index.hits import (
    Aspect,
    Band,
    Explanation,
    FoundPassage,
    Hit,
    NamePair,
    NearDuplicate,
    SearchResult,
    SentencePair,
)
from index.laws import load_laws
from index.spelling import Correction
from index.typed_filters import KnownValues, take_filters
from patterns.reading import ToldToSubmitter
from search_app.alike_desk import LEFT_OUT, TOO_MANY
from search_app.answers import CollectionView, ListView, SafeQuery, SearchView, SimilarView
from search_app.settings import Settings
from search_app.treated_otherwise import Treatment, laid_beside

NAME_IN_QUERY = "Truus Verzonnen"
SCRIPT = "<script>document.title='overgenomen'</script><img src=x onerror=\"document.title='overgenomen'\">"
ALSO = ("voorschotbetaling", "bevoorschotting")
_STRONG, _POSSIBLE = 3, 2
_LONG = 8
_DAY = datetime(2026, 1, 5, tzinfo=UTC)

FULL = SafeCase(
    case_id="T-2023-001",
    title="Voorschot terug na late keuring",
    maatwerkplaats="Twente",
    received_on=date(2023, 3, 14),
    closed_on=date(2023, 6, 2),
    submitter_role="adviseur",
    submitter_unit="Klantenservice",
    submitter_organisation="UWV",
    organisations_involved=("UWV", "gemeente"),
    regulations=("WIA", "WW"),
    nature=Nature.FINANCIAL,
    level=Level.LEGAL,
    principles=(Principle.PROPORTIONALITY, Principle.DUE_CARE),
    situation="[PERSOON-1] kreeg een voorschot omdat de keuring te laat was.\n\nNu moet alles terug.",
    gut_feeling="Wij waren te laat, en zij krijgt de rekening.",
    tried_before="Een betalingsregeling voorgesteld.",
    legal_perspective=Perspective(text="De terugvordering is verplicht.", rating=Rating.INSUFFICIENT),
    financial_perspective=Perspective(text="Het bedrag is te hoog.", rating=Rating.SUFFICIENT),
    social_perspective=Perspective(text="Zij durft de post niet te openen.", rating=Rating.GOOD),
    meanwhile="De invordering is stilgelegd.",
    decision="De helft is kwijtgescholden. De rest is uitgesteld.",
    reasoning="De vertraging lag aan ons.",
    outcome=Outcome.SOLVED,
    deviates_from_rules=True,
    lessons="Schrijf in de brief dat een voorschot terug kan moeten.",
)
OTHER_END = FULL.model_copy(
    update={
        "case_id": "T-2023-002",
        "title": "Voorschot terug, geen uitweg",
        "maatwerkplaats": "Zeeland",
        "outcome": Outcome.NOT_SOLVED,
        "decision": "Er is niets gewijzigd.",
        "received_on": date(2022, 11, 3),
        "regulations": ("WIA",),
    }
)
COPY = FULL.model_copy(
    update={"case_id": "T-2023-901", "maatwerkplaats": "Zeeland", "outcome": Outcome.NOT_SOLVED}
)
"""Nearly the same as ``FULL``: stands under it, and is no hit of its own."""
SPARSE = SafeCase(case_id="T-2024-009", situation="Boete na ziekte, verder is niets bekend.")
INJECTED = SafeCase(
    case_id="T-2024-666",
    title=f"Boete {SCRIPT}",
    situation=f"Boete na ziekte {SCRIPT}",
    decision=f"Besluit {SCRIPT}",
    maatwerkplaats=SCRIPT,
    regulations=(SCRIPT,),
    received_on=date(2024, 2, 1),
)
SERIES = tuple(
    SafeCase(
        case_id=f"T-2025-{number:03}",
        title=f"Dagloon opnieuw vastgesteld ({number})",
        maatwerkplaats="Drenthe",
        received_on=date(2025, 1 + number % 12, 1),
        organisations_involved=(f"gemeente {number}",),
        regulations=("WW",),
        situation="Het dagloon was te laag door een fout in de loonaangifte.",
        decision="Het dagloon is hersteld.",
        outcome=Outcome.SOLVED,
    )
    for number in range(1, 15)
)
CASES = (FULL, OTHER_END, SPARSE, INJECTED, *SERIES)


class InventedFeedback:
    """Keeps the last judgement by search and case, with how the case was shown; fails when told to."""

    def __init__(self) -> None:
        self.said: dict[tuple[str, str], tuple[Grade, Shown]] = {}
        self.broken: DatabankError | None = None

    def grades(self, text: str) -> dict[str, Grade]:
        return {case_id: grade for (asked, case_id), (grade, _) in self.said.items() if asked == text}

    def judge(self, text: str, case_id: str, grade: Grade | None, shown: Shown) -> None:
        if self.broken:
            raise self.broken
        self.said.pop((text, case_id), None)
        if grade is not None:
            self.said[text, case_id] = (grade, shown)


TOLD = ToldToSubmitter(
    pattern_id="P-2025-001",
    name="Voorschot terug terwijl de keuring te laat was",
    state=PatternState.TEMPORARY,
    solution=SolutionKind.PROCESS,
    answer="De invordering wacht tot na de keuring.",
    answered_on=date(2025, 9, 3),
    answer_due=date(2026, 4, 1),
)


class InventedDatabank:
    """The methods of the databank that the pages use, over the cases in this file."""

    def count_patterns(self) -> None:
        """There are no figures here."""

    def __init__(self, language: Language = Language.NL) -> None:
        self.settings = Settings(home=Path("nergens"), language=language)
        self.searched: list[str] = []
        self.notice: Bilingual | None = None
        self.broken: Exception | None = None
        self.waiting = 0
        self.feedback = InventedFeedback()
        self.patterns = InventedPatterns()
        self._stored = {case.case_id: _stored(case) for case in (*CASES, COPY)}

    def search(
        self,
        text: str,
        *,
        filters: SearchFilters = SearchFilters(),
        limit: int = 20,
        without: Set[str] = frozenset(),
    ) -> SearchView:
        self._fail_if_broken()
        self.searched.append(text)
        typed = take_filters(text, load_laws, lambda: KnownValues(("WIA", "WW")), filters)
        safe = typed.text.replace(NAME_IN_QUERY, "[PERSOON-1]")
        cases = [case for case in CASES if _fits(case, typed.filters)]
        result = replace(
            _ranked(safe, cases, limit),
            also_searched=tuple(word for word in ALSO if "voorschot" in safe and word not in without),
            corrections=() if "terug" in without else _corrections(safe),
        )
        return SearchView(
            result=result,
            query=SafeQuery(safe, changed=safe != typed.text),
            facets=_facets(cases),
            total=len(CASES),
            duration_ms=12.4,
            notice=self.notice,
            filters=typed.filters,
            problems=typed.problems,
        )

    def alike(
        self, case_ids: Sequence[str], *, filters: SearchFilters = SearchFilters(), limit: int = 20
    ) -> SearchView:
        self._fail_if_broken()
        gone = [each for each in case_ids if each not in self._stored]
        asked = tuple(self._stored[each] for each in case_ids if each not in gone)
        if not asked:
            raise UnknownCaseError(case_ids[0])
        told = tuple(Bilingual(LEFT_OUT.nl.format(case=each), LEFT_OUT.en.format(case=each)) for each in gone)
        problems = (*told, *(TOO_MANY,) * (len(asked) > 3))
        asked = asked[:3]
        others = [case for case in CASES if _fits(case, filters) and case.case_id not in case_ids]
        return SearchView(
            result=_alike([stored.case for stored in asked], others, limit),
            query=SafeQuery("", changed=False),
            facets=_facets(others),
            total=len(CASES),
            duration_ms=9.6,
            notice=self.notice,
            filters=filters,
            problems=problems,
            asked=asked,
        )

    def listed(self, filters: SearchFilters, *, first: int = 0, limit: int = 20) -> ListView:
        self._fail_if_broken()
        cases = [case for case in CASES if _fits(case, filters)]
        cases.sort(key=lambda case: case.case_id)
        cases.sort(key=lambda case: case.received_on or date.min, reverse=True)
        shown = tuple(_stored(case) for case in cases[first : first + limit])
        return ListView(shown, matched=len(cases), total=len(CASES), facets=_facets(cases))

    def similar(
        self,
        case_id: str,
        *,
        aspect: Aspect | None = None,
        filters: SearchFilters = SearchFilters(),
        limit: int = 5,
    ) -> SimilarView:
        case = self._stored[case_id].case
        text = case.decision if aspect is Aspect.SOLUTION else case.situation
        result = _ranked(text, [other for other in CASES if other.case_id != case_id], limit)
        return SimilarView(result)

    def case(self, case_id: str) -> StoredCase | None:
        self._fail_if_broken()
        return self._stored.get(case_id)

    def treated_otherwise(self, case_id: str) -> Treatment:
        """Alike by the part of the words of the situation that two cases share."""
        asked = self._stored[case_id]
        words = _words(asked.case.situation)
        others = {other.case_id: _words(other.situation) for other in CASES if other.case_id != case_id}
        alike = {other: len(words & its) / max(1, len(words | its)) for other, its in others.items()}
        return laid_beside(asked, {case.case_id: _stored(case) for case in CASES}, alike)

    @property
    def today(self) -> date:
        return _DAY.date()

    def patterns_of(self, actor: str) -> "InventedPatterns":
        """The register of patterns, the same for everybody."""
        return self.patterns

    def collection(self) -> CollectionView:
        return CollectionView(len(CASES), _facets(CASES), date(2025, 12, 1))

    def desk_of(self, actor: str) -> object:
        """A real desk over cases of its own; see ``invented_reviews.py``."""
        return self.reviews.desk_of(actor)

    def feedback_of(self, actor: str) -> "InventedFeedback":
        """Judgements in memory, the same for everybody."""
        return self.feedback

    def map_of(self, actor: str) -> object:
        """A real desk over a database of its own; see ``invented_map.py``."""
        return self.map.map_of(actor)

    def intake_of(self, actor: str) -> object:
        """A real desk over a database of its own; see ``invented_intake.py``."""
        return self.intake.open_desk(self.intake_parts, lambda text, limit: self.search(text, limit=limit))

    @cached_property
    def reviews(self) -> Any:
        """The cases that wait."""
        reviews = module("invented_reviews")
        return reviews.open_parts(reviews.waiting_cases(self.waiting))

    @cached_property
    def map(self) -> Any:
        """The cases on the map."""
        return module("invented_map").open_parts()

    @cached_property
    def intake(self) -> Any:
        """The module with the desk at which cases are brought in."""
        return module("invented_intake")

    @cached_property
    def intake_parts(self) -> Any:
        """The database that they go to."""
        return self.intake.open_parts()

    def _fail_if_broken(self) -> None:
        if self.broken:
            raise self.broken


class InventedPatterns:
    """One pattern, with one case in it, and what was saved."""

    def __init__(self) -> None:
        self._saved: list[SavedSearchRecord] = []

    def told(self, case_id: str) -> list[ToldToSubmitter]:
        return [TOLD] if case_id == FULL.case_id else []

    def followed(self) -> list[SavedSearchRecord]:
        return list(self._saved)

    def follow_search(self, text: str, filters: SearchFilters = SearchFilters()) -> int:
        plain = {key: list(value) for key, value in asdict(filters).items() if value}
        self._saved.append(SavedSearchRecord(len(self._saved), "x", text[:20], text, None, plain, _DAY, _DAY))
        return len(self._saved) - 1

    def unfollow(self, saved_id: int) -> None:
        self._saved = [each for each in self._saved if each.saved_id != saved_id]


def _corrections(text: str) -> tuple[Correction, ...]:
    at = text.find("terrug")
    return (Correction(at, at + 6, "terrug", ("terug",)),) if at >= 0 else ()


def not_ready() -> DatabankError:
    return DatabankError("Er is nog geen databank. Maak hem met: databank init.", "There is no databank yet.")


def module(name: str) -> Any:
    """A file beside this one, which is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def _ranked(text: str, cases: Iterable[SafeCase], limit: int) -> SearchResult:
    by_id = {case.case_id: case for case in cases}
    hits = [hit for case in by_id.values() if (hit := _hit(text, case))]
    hits.sort(key=lambda hit: (-hit.score, hit.case_id))
    comparable = any(hit.band is not Band.WEAK for hit in hits)
    found = {hit.case_id: _stored(by_id[hit.case_id]) for hit in hits[:limit]}
    if FULL.case_id in found:
        found[COPY.case_id] = _stored(COPY)
    return SearchResult(tuple(hits[:limit]), len(by_id), comparable, cases=found)


def _alike(asked: list[SafeCase], cases: list[SafeCase], limit: int) -> SearchResult:
    """As a search for the situations of all; each hit is most like the case it shares most words with."""
    result = _ranked(" ".join(case.situation for case in asked), cases, limit)
    by_id = {case.case_id: case for case in cases}
    hits = []
    for hit in result.hits:
        held = _words(by_id[hit.case_id].situation)
        nearest = max(asked, key=lambda case: (len(_words(case.situation) & held), case.case_id))
        pairs = tuple(replace(pair, asked=nearest.situation) for pair in hit.explanation.sentences)
        told = replace(hit.explanation, most_like=nearest.case_id, sentences=pairs)
        hits.append(replace(hit, explanation=told))
    return replace(result, hits=tuple(hits))


def _stored(case: SafeCase) -> StoredCase:
    return StoredCase(case, ReviewState.RELEASED, _DAY, _DAY, case.case_id)


def _hit(text: str, case: SafeCase) -> Hit | None:
    shared = sorted(_words(text) & _words(f"{case.title} {case.situation}"))
    if not shared:
        return None
    band = Band.STRONG if len(shared) >= _STRONG else Band.POSSIBLE if len(shared) == _POSSIBLE else Band.WEAK
    marks = tuple(m.span() for m in re.finditer(r"\w+", case.situation) if m.group().lower() in shared)
    passage = FoundPassage("situation", Aspect.SITUATION, case.situation, float(len(shared)), marks)
    asked = text if len(text.split()) > _LONG else ""
    explanation = Explanation(
        shared_regulations=tuple(r for r in case.regulations if r.lower() in text.lower()),
        shared_principles=tuple(str(p) for p in case.principles[:1]),
        shared_terms=tuple(shared),
        aspects=(Aspect.SITUATION,),
        differences=(Bilingual("andere maatwerkplaats", "another maatwerkplaats"),)
        * bool(case.maatwerkplaats),
        same_things=(NamePair("ophoesten", "terugvordering"),) * ("voorschot" in shared),
        sentences=(SentencePair(asked, case.situation, "situation", Aspect.SITUATION, 1.0, (), marks),),
    )
    copy = NearDuplicate(COPY.case_id, COPY.title, COPY.outcome, ended_differently=True)
    near = (copy,) if case is FULL else ()
    return Hit(case.case_id, case.title, float(len(shared)), band, (passage,), explanation, near)


def _fits(case: SafeCase, filters: SearchFilters) -> bool:
    day = case.received_on
    return (
        _any(filters.regulations, case.regulations)
        and _any(filters.natures, [case.nature])
        and _any(filters.levels, [case.level])
        and _any(filters.outcomes, [case.outcome])
        and _any(filters.principles, case.principles)
        and _any(filters.organisations, case.organisations_involved)
        and _any(filters.maatwerkplaatsen, [case.maatwerkplaats])
        and (filters.received_from is None or (day is not None and day >= filters.received_from))
        and (filters.received_to is None or (day is not None and day <= filters.received_to))
    )


def _any(wanted: Iterable[object], held: Iterable[object]) -> bool:
    wanted = set(wanted)
    return not wanted or bool(wanted & set(held))


def _facets(cases: Iterable[SafeCase]) -> Facets:
    cases = list(cases)
    return Facets(
        regulations=_counts(r for c in cases for r in c.regulations),
        natures=_counts(c.nature for c in cases),
        levels=_counts(c.level for c in cases),
        outcomes=_counts(c.outcome for c in cases),
        principles=_counts(p for c in cases for p in c.principles),
        organisations=_counts(o for c in cases for o in c.organisations_involved),
        maatwerkplaatsen=_counts(c.maatwerkplaats for c in cases),
        years=_counts(c.received_on and c.received_on.year for c in cases),
    )


def _counts(values: Iterable[object]) -> tuple[FacetCount, ...]:
    counted = Counter(str(value) for value in values if value)
    return tuple(FacetCount(v, n) for v, n in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
