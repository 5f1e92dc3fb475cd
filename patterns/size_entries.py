# SPDX-License-Identifier: EUPL-1.2
"""What people entered about how many people a pattern hits: keeping it, and reading it as a step."""

from dataclasses import replace

from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session, begin_write
from casebase.pattern_vocabulary import SizeStep as Kind
from casebase.store import SizeFinding
from patterns.acts import Act, checked_text
from patterns.errors import SizeRangeError
from patterns.size import Rung, SizeError, SizeStep, multiplied, register_count, two_lists

SOURCE = Bilingual("de bron van het aantal", "the source of the number")

LONGEST_SOURCE = 200
"""Longest source, in characters."""


def enter_size(session: Session, pattern_id: str, finding: SizeFinding, act: Act) -> int:
    """Keep a count or an estimate with its source, and give its number.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: the range is not in order, or the source is empty, too long, or tells who somebody is.
    """
    begin_write(session)
    if not 0 <= finding.low <= finding.high:
        raise SizeRangeError
    source = checked_text(finding.source, SOURCE, LONGEST_SOURCE, act)
    checked = replace(finding, source=source)
    return store.add_size_evidence(session, pattern_id, checked, actor=act.actor, now=act.now)


def entered_step(finding: SizeFinding) -> SizeStep:
    """A finding as a step of the ladder, with the range as it was entered.

    ``inputs`` are named as the parameters of ``patterns.size.multiplied`` (cases, lowest_rate, highest_rate)
    and ``two_lists`` (first, second, both). When these give the range that was entered, the step tells them,
    with the warning of the method; otherwise it says that a range was entered, with its middle.
    """
    made = _from_inputs(finding)
    if made is not None and (made.low, made.high) == (finding.low, finding.high):
        return made
    return SizeStep(
        _RUNGS[finding.step],
        finding.low,
        round((finding.low + finding.high) / 2),
        finding.high,
        finding.source,
        finding.on_date,
        Bilingual(f"{finding.step.label.nl}, ingevoerd.", f"{finding.step.label.en}, entered."),
        None if finding.step is Kind.REGISTER else _ENTERED,
    )


_RUNGS = {
    Kind.REGISTER: Rung.REGISTER,
    Kind.TWO_LISTS: Rung.TWO_LISTS,
    Kind.MULTIPLIER: Rung.MULTIPLIER,
}
_ENTERED = Bilingual(
    "Dit is een schatting die iemand invoerde; waar die op rust, staat er niet bij.",
    "This is an estimate that somebody entered; what it rests on was not told.",
)


def _from_inputs(finding: SizeFinding) -> SizeStep | None:
    """The step that the inputs give; None when they are not there or the method does not carry them."""
    given, source, day = finding.inputs, finding.source, finding.on_date
    try:
        if finding.step is Kind.REGISTER:
            return register_count(finding.low, source, day)
        if finding.step is Kind.TWO_LISTS:
            first, second, both = (int(given[name]) for name in ("first", "second", "both"))
            return two_lists(first, second, both, source, day)
        rates = given["lowest_rate"], given["highest_rate"]
        return multiplied(int(given["cases"]), *rates, source, day)
    except (KeyError, SizeError):
        return None
