# SPDX-License-Identifier: EUPL-1.2
"""What somebody is bringing in, in the memory of this visit only, and what the buttons do with it.

The original texts are held here and nowhere else: not in a cache, a log, a file or the address bar. They are
dropped when the cases are saved, when somebody starts over, and when another page is opened.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from casebase.bilingual import Bilingual, DatabankError
from ingest.intake import Refused
from search_app.intake import IntakeDesk
from search_app.intake_cases import Alike, BroughtCase, CheckedCase, Saved, Standing
from search_app.intake_corrections import Corrections
from search_app.intake_rows import Brought, heading_uses
from search_app.ui import session
from search_app.ui.intake_things import open_suspects

_WORK = "inbrengen"
_VISIT = "inbrengen_ronde"
_OWN = "inbrengen_"
_T = TypeVar("_T")


class Step(IntEnum):
    """Where somebody is; mapping belongs to bringing."""

    BRING = 0
    MAP = 1
    CHECK = 2
    ALIKE = 3
    DONE = 4


@dataclass(frozen=True)
class Said:
    """What the last button did."""

    sentence: Bilingual
    trouble: bool = False


@dataclass(frozen=True, repr=False)
class Work:
    """Everything that is being brought in; cases and results by their position."""

    step: Step = Step.BRING
    typed: tuple[tuple[str, str], ...] = ()
    brought: Brought = field(default_factory=Brought)
    choices: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[int, BroughtCase] = field(default_factory=dict)
    checked: Mapping[int, CheckedCase | Refused] = field(default_factory=dict)
    alike: Mapping[int, Alike] = field(default_factory=dict)
    history: Mapping[int, tuple[BroughtCase, ...]] = field(default_factory=dict)
    open: int | None = None
    thing: str = ""
    saved: Saved | None = None
    said: Said | None = None

    @property
    def many(self) -> bool:
        """Whether there is a list of cases."""
        return len(self.cases) > 1


def work() -> Work:
    """What is being brought in now."""
    found: Work = st.session_state.get(_WORK) or Work()
    return found


def put(changed: Work) -> None:
    """Keep it for the rest of this visit."""
    st.session_state[_WORK] = changed


def forget() -> None:
    """Drop everything that was brought in, and start with empty boxes the next time."""
    st.session_state[_VISIT] = visit() + 1
    for key in [key for key in st.session_state if str(key).startswith(_OWN) and key != _VISIT]:
        del st.session_state[key]
    st.session_state.pop(_WORK, None)


def leave() -> None:
    """Drop everything when another page is opened."""
    if _WORK in st.session_state:
        forget()


def visit() -> int:
    """Counts the times that somebody started: part of the keys of boxes, so that they begin empty."""
    return int(st.session_state.get(_VISIT, 0))


def key(name: str) -> str:
    """The key of a box of this page."""
    return f"{_OWN}{name}_{visit()}"


def desk() -> IntakeDesk:
    """The desk of whoever is at work."""
    return session.databank().intake_of(session.actor())


def do(action: Callable[[], None]) -> None:
    """Run an action; a problem becomes a sentence on the page."""
    put(replace(work(), said=None))
    try:
        action()
    except DatabankError as problem:
        say(problem.message, trouble=True)


def say(sentence: Bilingual, *, trouble: bool = False) -> None:
    """Tell something above the page."""
    put(replace(work(), said=Said(sentence, trouble)))


def drop_uploads(files: Sequence[UploadedFile]) -> None:
    """Let Streamlit forget files that were read; it would keep them until the visit ends."""
    context = get_script_run_ctx()
    remove = getattr(context.uploaded_file_mgr, "remove_file", None) if context else None
    if context is not None and remove is not None:
        for file in files:
            remove(context.session_id, file.file_id)


def take(brought: Brought, *, typed: Sequence[tuple[str, str]] = ()) -> None:
    """Go on with what was read: past the mapping where there is nothing to ask about it.

    A text that was typed and is edited keeps its corrections.
    """
    before = work().cases.get(0) if typed and work().typed else None
    kept = before.corrections if before else Corrections()
    cases = {number: BroughtCase(number, row, corrections=kept) for number, row in enumerate(brought.rows)}
    clear = len(cases) == 1 and all(use.exact for use in heading_uses(brought.rows, {}))
    step = Step.CHECK if cases and clear and not brought.refused else Step.MAP
    single = 0 if len(cases) == 1 else None
    put(Work(step, tuple(typed), brought, cases=cases, open=single, said=work().said))


def choose(heading: str, target: str) -> None:
    """Read a heading as another field."""
    now = work()
    put(replace(now, choices={**now.choices, heading: target}, checked={}, alike={}))


def go(step: Step, position: int | None = None) -> None:
    """Go to another step, with a case open or none."""
    put(replace(work(), step=step, open=position, thing="", said=None))


def look_at(thing: str) -> None:
    """Choose a finding or a doubtful place."""
    put(replace(work(), thing=thing, said=None))


def change(case: BroughtCase, sentence: Bilingual | None = None) -> None:
    """Put a changed case in the place of what it was; it can be undone."""
    now = work()
    before = now.history.get(case.position, ())
    put(
        replace(
            now,
            cases={**now.cases, case.position: case},
            checked=_without(now.checked, case.position),
            alike={},
            history={**now.history, case.position: (*before, now.cases[case.position])},
            thing="",
            said=Said(sentence) if sentence else None,
        )
    )


def correct(case: BroughtCase, sentence: Bilingual, **wishes: object) -> None:
    """Add wishes to the corrections of a case."""
    changed: Corrections = replace(case.corrections, **wishes)  # type: ignore[arg-type]
    change(replace(case, corrections=changed), sentence)


def undo(position: int) -> None:
    """The case as it was before the last change."""
    now = work()
    *before, last = now.history[position]
    put(
        replace(
            now,
            cases={**now.cases, position: last},
            checked=_without(now.checked, position),
            history={**now.history, position: tuple(before)},
            alike={},
        )
    )


def checked(position: int) -> CheckedCase | Refused:
    """The case made safe; done once for every change."""
    now = work()
    found = now.checked.get(position)
    if found is None:
        found = desk().check(now.cases[position], now.choices)
        put(replace(now, checked={**now.checked, position: found}))
    return found


def alike(position: int) -> Alike | None:
    """What is like the case; None where it could not be read."""
    one = checked(position)
    if isinstance(one, Refused):
        return None
    now = work()
    if position not in now.alike:
        others = [other for other in now.checked.values() if isinstance(other, CheckedCase)]
        found = desk().alike(one, waiting=desk().waiting(), others=others)
        put(replace(now, alike={**now.alike, position: found}))
    return work().alike[position]


def is_ready(position: int) -> bool:
    """Whether nothing about a case asks for attention."""
    one, like = work().checked.get(position), work().alike.get(position)
    if not isinstance(one, CheckedCase) or like is None:
        return False
    return not open_suspects(one) and not like.twins and like.stored is Standing.NEW


def save(positions: Sequence[int]) -> None:
    """Save these cases; the others stay, the originals of the saved ones go."""
    chosen = [found for position in positions if isinstance(found := checked(position), CheckedCase)]
    done = desk().save(chosen)
    refused = {each.position for each in done.refused}
    away = {case.brought.position for case in chosen} - refused
    now = work()
    left = {position: case for position, case in now.cases.items() if position not in away}
    if not left:
        forget()
        put(Work(Step.DONE, saved=done))
        return
    rows = tuple(case.source for case in left.values())
    put(
        replace(
            now,
            step=Step.DONE,
            typed=(),
            brought=replace(now.brought, rows=rows),
            cases=left,
            checked=_only(now.checked, left),
            alike={},
            history=_only(now.history, left),
            open=None,
            thing="",
            saved=done,
        )
    )


def _without(results: Mapping[int, CheckedCase | Refused], position: int) -> dict[int, CheckedCase | Refused]:
    return {number: found for number, found in results.items() if number != position}


def _only(results: Mapping[int, _T], left: Mapping[int, BroughtCase]) -> dict[int, _T]:
    return {number: found for number, found in results.items() if number in left}
