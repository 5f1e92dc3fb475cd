# SPDX-License-Identifier: EUPL-1.2
"""Are the bursts in the invented cases flagged in the right month, and the steady themes never?

Run: ``python -m benchmarks.patterns.sample_bursts [quiet]``. The themes are the patterns that are watched,
none of them registered; ``quiet`` is how many patterns without cases are watched besides. Every Sunday from
2022 up to and including 2025 looks at the cases that had come in by then. The table is in docs/patterns.md.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.search.material import read_material
from casebase.record import SafeCase
from patterns.alarms import Episode, episodes, weekly_looks
from patterns.case_traits import receipts_of
from patterns.receipts import PatternReceipts
from patterns.trend import Verdict, trends

BURSTS = {"T11": date(2023, 10, 1), "T15": date(2024, 11, 1), "T20": date(2025, 3, 20)}
"""From when on the theme bursts, as the invented cases were written."""

RISING, FADING = ("T04", "T08", "T12", "T19"), ("T01",)
FIRST, LAST = date(2022, 1, 2), date(2025, 12, 28)


@dataclass(frozen=True)
class Watched:
    """A theme: how it was written, its third case since a burst began, and the alarms about it."""

    theme: str
    kind: str
    third: date | None
    alarms: tuple[Episode, ...]

    @property
    def days_after_third(self) -> int | None:
        """From the third case of the burst to the first alarm since; None without one."""
        later = [one.began_on for one in self.alarms if self.third and one.began_on >= self.third]
        return (min(later) - self.third).days if self.third and later else None


def main(quiet: int) -> None:
    print("| theme | written as | third case | alarm on Sundays | days after the third |")
    print("|---|---|---|---|---|")
    for one in watched_themes(quiet):
        told = ", ".join(f"{each.began_on} – {each.last_on}" for each in one.alarms) or "none"
        days = one.days_after_third
        print(f"| {one.theme} | {one.kind} | {one.third or ''} | {told} | {'' if days is None else days} |")


def watched_themes(quiet: int = 0) -> list[Watched]:
    """Every theme with its alarms, week after week; each week knows only what had come in by then."""
    material = read_material()
    members: dict[str, list[SafeCase]] = defaultdict(list)
    for case in material.cases:
        members[material.themes[case.case_id]].append(case)
    members.pop("none", None)
    looks = weekly_looks(LAST, (LAST - FIRST).days // 7 + 1)
    seen = [growing(members, material.cases, look, quiet) for look in looks]
    return [
        Watched(theme, _kind(theme), _third(theme, cases), _alarms(theme, seen, looks))
        for theme, cases in sorted(members.items())
    ]


def growing(
    members: Mapping[str, Sequence[SafeCase]], cases: Sequence[SafeCase], look: date, quiet: int
) -> set[str]:
    """The themes that are an alarm on a day, by what had come in by then."""
    inflow = [case.received_on for case in cases if case.received_on and case.received_on <= look]
    watched = [
        PatternReceipts(theme, tuple(r for r in receipts_of(several) if r.received_on <= look))
        for theme, several in sorted(members.items())
    ]
    watched += [PatternReceipts(f"quiet {number}", ()) for number in range(quiet)]
    return {
        one.pattern_id
        for one in trends(watched, inflow, look, weeks_back=1)
        if one.verdict is Verdict.GROWING
    }


def _alarms(theme: str, seen: Sequence[set[str]], looks: Sequence[date]) -> tuple[Episode, ...]:
    return episodes([theme in each for each in seen], looks, pause=13)


def _third(theme: str, cases: Sequence[SafeCase]) -> date | None:
    if theme not in BURSTS:
        return None
    days = sorted(case.received_on for case in cases if case.received_on)
    return [day for day in days if day >= BURSTS[theme]][2]


def _kind(theme: str) -> str:
    if theme in BURSTS:
        return f"burst from {BURSTS[theme]:%B %Y}"
    return "rising" if theme in RISING else "fading" if theme in FADING else "steady"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
