# SPDX-License-Identifier: EUPL-1.2
"""An invented pattern with its cases, its history and its figures, which can be read here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternAction, PatternState, SolutionKind
from casebase.record import Perspective, SafeCase
from casebase.store import MemberRecord, PatternEventRecord, PatternRecord
from casebase.vocabulary import Outcome, Principle, Rating
from patterns.equal_treatment import AlikePair, compare_pairs, count_outcomes
from patterns.office_difference import office_difference
from patterns.reading import PatternFile
from patterns.receipts import PatternReceipts, Receipt
from patterns.size import known_cases, ladder, multiplied, register_count
from patterns.spread import Aspect, spreads
from patterns.study import PatternStudy, ended_case
from patterns.trend import trends
from search_app.pattern_desk import PatternDetails
from search_app.pattern_view import PatternView

NUMBER = "P-2025-001"
REGISTERED = date(2025, 2, 3)
TODAY = date(2025, 6, 2)
RECEIVED = ("2024-11-04", "2025-01-13", "2025-03-10", "2025-04-07", "2025-04-21", "2025-05-12", "2025-05-19")
OUTCOMES = (
    Outcome.NOT_SOLVED,
    Outcome.NOT_SOLVED,
    Outcome.NOT_SOLVED,
    Outcome.SOLVED,
    Outcome.PARTLY,
    None,
    None,
)


def case(place: int, outcome: Outcome | None, **fields: Any) -> SafeCase:
    """The case at a place in the pattern."""
    known = {
        "case_id": f"T-2025-{place:03d}",
        "title": f"Zaak {place}",
        "maatwerkplaats": "Twente",
        "received_on": RECEIVED[place - 1],
        "regulations": ("WIA", "ZW") if place == 2 else ("WIA",),
        "situation": f"De brief kwam te laat in zaak {place}. Daarna moest alles terug.",
        "decision": f"Besluit {place} is genomen.",
        "reasoning": f"Reden {place}: de vertraging lag aan ons.",
        "legal_perspective": Perspective(rating=Rating.SUFFICIENT),
        "social_perspective": Perspective(rating=Rating.GOOD if place % 2 else Rating.INSUFFICIENT),
        "principles": (Principle.TRUST, Principle.EQUALITY) if place == 1 else (Principle.TRUST,),
        "outcome": outcome,
    }
    return SafeCase.model_validate(known | fields)


CASES = tuple(case(place, outcome) for place, outcome in enumerate(OUTCOMES, start=1))
RECORD = PatternRecord(
    pattern_id=NUMBER,
    name="Brief te laat, alles terug",
    mechanism="Wie de brief te laat krijgt, mist de termijn en moet alles terugbetalen.",
    owner="coordinator-1",
    registered_on=REGISTERED,
    addressee="UWV",
    state=PatternState.CONFIRMED,
    answer_due=date(2025, 5, 28),
    solution=SolutionKind.PROCESS,
    answer="Wij sturen voortaan eerder een brief.",
    answered_on=date(2025, 4, 1),
)


def moment(day: date) -> datetime:
    """Nine in the morning."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def member(number: str, **fields: Any) -> MemberRecord:
    """A case that is in the pattern since its registration."""
    known: dict[str, Any] = {
        "pattern_id": NUMBER,
        "case_id": number,
        "why": "De termijn begon te vroeg.",
        "added_by": "coordinator-1",
        "added_at": moment(REGISTERED),
        "removed_by": None,
        "removed_at": None,
        "removed_why": None,
        "released": True,
    }
    return MemberRecord(**(known | fields))


FORMER = member(
    "T-2025-007",
    removed_by="coordinator-2",
    removed_at=moment(date(2025, 5, 26)),
    removed_why="Gaat over een andere regel.",
)
EVENTS = (
    PatternEventRecord(
        1, NUMBER, moment(REGISTERED), "coordinator-1", PatternAction.REGISTERED, None,
        PatternState.SIGNALLED, "Drie keer hetzelfde.", date(2025, 5, 1), 6, None, {},
    ),
    PatternEventRecord(
        2, NUMBER, moment(date(2025, 3, 17)), "coordinator-1", PatternAction.STATE, PatternState.SIGNALLED,
        PatternState.CONFIRMED, "Besproken in de werkgroep.", date(2025, 5, 28), 0, None,
        {"answer_due": (date(2025, 5, 1), date(2025, 5, 28)), "addressee": ("", "UWV")},
    ),
    PatternEventRecord(
        3, NUMBER, moment(date(2025, 5, 26)), "coordinator-2", PatternAction.REMOVED, None, None,
        "", date(2025, 5, 28), 1, None, {},
    ),
)  # fmt: skip


def view(
    *,
    record: PatternRecord = RECORD,
    cases: Sequence[SafeCase] = CASES[:6],
    former: Sequence[MemberRecord] = (FORMER,),
    hidden: int = 0,
    deleted: int = 0,
    day: date = TODAY,
    today: date = TODAY,
    events: Sequence[PatternEventRecord] = EVENTS,
) -> PatternView:
    """The pattern as its page reads it."""
    members = tuple(member(each.case_id) for each in cases)
    file = PatternFile(record, members, tuple(former), hidden, deleted)
    known = {each.case_id: each for each in (*cases, *CASES) if each in cases or each.case_id == "T-2025-007"}
    details = PatternDetails(file, events, (), overdue=True)
    return PatternView(details, study(file, cases, day), known, today)


def study(file: PatternFile, cases: Sequence[SafeCase], day: date) -> PatternStudy:
    """The figures, counted by the same functions as in the app; other cases came in every third day."""
    inflow = [day - timedelta(days=3 * back) for back in range(300)]
    inflow += [each.received_on for each in cases if each.received_on]
    receipts = tuple(Receipt(each.received_on, None) for each in cases if each.received_on)
    number = file.record.pattern_id
    everything = {each.case_id: each for each in cases} | {f"X-{place}": CASES[0] for place in range(30)}
    aspects: dict[Aspect, dict[str, tuple[str, ...]]] = {
        Aspect.REGULATION: {name: each.regulations for name, each in everything.items()},
        Aspect.UNIT: {each.case_id: ("Twente",) for each in cases[:3]},
        Aspect.FUNCTION: {},
    }
    pairs = [
        AlikePair("T-2025-002", "T-2025-004", 0.9),
        AlikePair("T-2025-003", "T-2025-005", 0.4),
        AlikePair("T-2025-001", "T-2025-002", 0.4),
        AlikePair("T-2025-001", "T-2025-006", 0.4),
    ]
    return PatternStudy(
        file=file,
        as_of=day,
        trend=trends([PatternReceipts(number, receipts, file.record.registered_on)], inflow, day)[0],
        spread=spreads({number: [each.case_id for each in cases]}, aspects),
        outcomes=count_outcomes(each.outcome or Outcome.UNKNOWN for each in cases),
        treatment=compare_pairs([ended_case(each) for each in cases], pairs),
        offices=office_difference([]),
        size=ladder(
            [
                known_cases(len(cases), "databank", day),
                multiplied(5, 0.001, 0.004, "Werkgroep", date(2025, 5, 1)),
                register_count(3012, "Register van terugvorderingen", date(2025, 4, 1)),
            ]
        ),
    )


def with_text(text: str) -> PatternView:
    """The pattern with a text in every field that people fill in."""
    record = replace(
        RECORD, name=text, mechanism=text, owner=text, addressee=text, answer=text, split_from=text
    )
    fields = dict.fromkeys(("title", "maatwerkplaats", "situation", "decision", "reasoning"), text)
    cases = [
        case(place, outcome, **fields, regulations=(text,))
        for place, outcome in enumerate(OUTCOMES[:6], start=1)
    ]
    events = [
        replace(each, actor=text, why=text, other_pattern=text, changes={"name": (text, text)})
        for each in EVENTS
    ]
    made = view(
        record=record, cases=cases, events=events, former=[replace(FORMER, why=text, removed_why=text)]
    )
    members = tuple(replace(each, why=text, added_by=text) for each in made.members)
    size = (*made.study.size, register_count(1, text, TODAY))
    file = replace(made.study.file, members=members)
    trend = replace(made.study.trend, reason=Bilingual(text, text))
    return replace(made, study=replace(made.study, file=file, size=size, trend=trend))
