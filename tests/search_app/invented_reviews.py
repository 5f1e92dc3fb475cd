# SPDX-License-Identifier: EUPL-1.2
"""Invented cases that wait for review, in a real database; risks and found names can be read here."""

import atexit
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import ascii_lowercase

from anonymise.case_texts import case_texts
from anonymise.risk.assessment import Coarsening, Reason, ReasonKind, RiskAssessment, RiskLevel
from anonymise.spans import PiiSpan
from casebase import store
from casebase.bilingual import Bilingual
from casebase.migrating import migrate
from casebase.record import Perspective, SafeCase, SafeSpan, Suspect
from casebase.store import UnknownCaseError
from casebase.vocabulary import Kind, Rating
from search_app.parts import Parts
from search_app.review_desk import ReviewDesk
from search_app.settings import Settings

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
NAMES = "Amber|Tjitske|Jansen"
SCRIPT = "<script>document.title='overgenomen'</script><img src=x onerror=\"document.title='overgenomen'\">"
KINDS = {"PERSOON": Kind.PERSON, "PLAATS": Kind.CITY, "ORGANISATIE": Kind.ORG, "BSN": Kind.BSN}
LESS = Bilingual("Van dit beroep zijn er weinig.", "Few people have this profession.")
UNIQUE = Bilingual(
    "Er is maar één casus met: vrouw, 60-64 jaar, in Zeeland, burgemeester. Dat past bij ongeveer 2 mensen.",
    "There is only one case with: woman, 60-64 years, in Zeeland, mayor. That fits about 2 people.",
)
CALM = RiskAssessment(0.1, RiskLevel.LOW, 40, 9e6, 2.0, (), needs_second_reviewer=False)
DOUBT = RiskAssessment(
    0.4,
    RiskLevel.MIDDLE,
    6,
    9000,
    9.0,
    (
        Reason(
            ReasonKind.SUSPECTS,
            Bilingual("Er zijn nog verdachte plekken.", "There are suspect places left."),
        ),
    ),
    needs_second_reviewer=False,
)


def made(case_id: str, situation: str, *suspects: str, **fields: object) -> SafeCase:
    """A case with its placeholders marked, and every place where the suspect words stand."""
    case = SafeCase.model_validate({"case_id": case_id, "situation": situation, **fields})
    texts = case_texts(case)
    spans = [
        SafeSpan(field=field, start=m.start(), end=m.end(), kind=KINDS.get(m[1], Kind.PERSON))
        for field, text in texts.items()
        for m in re.finditer(r"\[([A-Z]+)(?:-\d+)?\]", text)
    ]
    marks = [
        Suspect(field=field, start=m.start(), end=m.end(), reason="onbekend woord met hoofdletter")
        for field, text in texts.items()
        for words in suspects
        for m in re.finditer(re.escape(words), text)
    ]
    return case.model_copy(update={"spans": tuple(spans), "suspects": tuple(marks)})


MAYOR = made(
    "R-2026-001",
    "[PERSOON-1] is burgemeester en moet na 31 jaar een toeslag terugbetalen. Haar buurvrouw Sjoukje heeft "
    "het formulier ingevuld, want [PERSOON-1] lag in [PLAATS-1] in het ziekenhuis.\n\nBij de balie zei "
    "[PERSOON-2] dat het zo goed was. Sjoukje was daarbij.",
    "Sjoukje",
    title="Toeslag terug na een toezegging",
    maatwerkplaats="Zeeland",
    received_on="2026-03-04",
    regulations=("Toeslagenwet",),
    organisations_involved=("UWV", "gemeente"),
    submitter_role="klachtenambassadeur",
    legal_perspective=Perspective(text="De toezegging staat in het dossier.", rating=Rating.SUFFICIENT),
    social_perspective=Perspective(text="Iedereen in het dorp kent de burgemeester.", rating=Rating.GOOD),
    decision="De helft is kwijtgescholden.",
)
AMBER = made(
    "R-2026-002",
    "[PERSOON-1] viel onder de wet Amber. Volgens Tjeenk was dat juist, en het bedrag klopte.",
    "Amber",
    "Tjeenk",
    title="Zesde jaar en toch geen uitkering",
    maatwerkplaats="Twente",
    regulations=("WAO",),
    lessons="Kijk eerder naar de wet Amber.",
)
PLAIN = made(
    "R-2026-003",
    "De keuring kwam een half jaar te laat. [PERSOON-1] kreeg al die tijd een voorschot, met [BSN] "
    "op de brief.",
    title="Voorschot na late keuring",
    maatwerkplaats="Twente",
    regulations=("WIA",),
)
BARE = made("R-2026-004", "Er is verder niets bekend.")
INJECTED = made(
    "R-2026-666", f"Boete {SCRIPT} en Sjoukje", "Sjoukje", title=f"Boete {SCRIPT}", maatwerkplaats=SCRIPT
)
WAITING = (MAYOR, AMBER, PLAIN, BARE, INJECTED)


def waiting_cases(more: int = 0) -> tuple[SafeCase, ...]:
    """The cases of this file, and at most 26 others, each with two suspect words of its own."""
    others = (
        made(
            f"S-2026-{number:03}",
            "De keuring van [PERSOON-1] was te laat. "
            f"Volgens Tjeenk{letter} en Wobbe{letter} was de keuring goed.",
            f"Tjeenk{letter}",
            f"Wobbe{letter}",
            title=f"Keuring over ({number})",
        )
        for number, letter in enumerate(ascii_lowercase[:more], start=1)
    )
    return (*WAITING, *others)


class NameFinder:
    """Finds a few names and every long number: enough to see what the desk does with them."""

    engine_version = "invented"

    def find(self, text: str, known: Sequence[object] = ()) -> list[PiiSpan]:
        found = [(m, Kind.PERSON) for m in re.finditer(NAMES, text)]
        found += [(m, Kind.PHONE) for m in re.finditer(r"\d{6,}", text)]
        return [PiiSpan(m.start(), m.end(), kind, 0.9, "invented") for m, kind in found]

    def anonymise_text(self, text: str) -> "SafeReason":
        return SafeReason(re.sub(NAMES, "[PERSOON-1]", text))


class SafeReason:
    """A reason without names."""

    def __init__(self, text: str) -> None:
        self.text = text


def mayor_risk(case: SafeCase) -> RiskAssessment:
    """Two people must look at a mayor, and the word itself can be told less exactly."""
    proposals = [
        Coarsening(field, m.start(), m.end(), "bestuurder", LESS)
        for field, text in case_texts(case).items()
        for m in re.finditer("burgemeester", text)
    ]
    told = (Reason(ReasonKind.COMBINATION, UNIQUE),)
    if not proposals:
        return CALM
    return RiskAssessment(
        0.9, RiskLevel.HIGH, 1, 2, 22.0, told, needs_second_reviewer=True, proposals=tuple(proposals)
    )


class InventedParts(Parts):
    """A database in a folder of its own, with the stand-ins of this file."""

    def __init__(self, home: Path) -> None:
        super().__init__(Settings(home=home))
        self.__dict__["anonymiser"] = NameFinder()

    def risk(self, case_id: str) -> RiskAssessment:
        with self.session() as session:
            stored = store.get_case(session, case_id)
        if stored is None:
            raise UnknownCaseError(case_id)
        if case_id == MAYOR.case_id:
            return mayor_risk(stored.case)
        return DOUBT if stored.case.suspects else CALM

    def risks(self, case_ids: Iterable[str]) -> Mapping[str, RiskAssessment]:
        return {case_id: self.risk(case_id) for case_id in case_ids}

    def desk_of(self, actor: str) -> ReviewDesk:
        return ReviewDesk(
            self,
            actor=actor,
            clock=lambda: START + timedelta(days=1),
            risk=self.risk,
            risks=self.risks,
        )


def open_parts(cases: Iterable[SafeCase] = WAITING) -> InventedParts:
    """A new database with these cases waiting, in a folder that goes away with the process."""
    home = Path(tempfile.mkdtemp(prefix="reviews-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    parts = InventedParts(home)
    migrate(parts.engine)
    with parts.writing() as session:
        for number, case in enumerate(cases):
            moment = START + timedelta(minutes=number)
            store.save_case(session, case, content_key=case.case_id, actor="lader", now=moment)
    return parts
