# SPDX-License-Identifier: EUPL-1.2
"""How many cases of a collection share a description: exact counts for any combination of traits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from anonymise.risk.traits import Trait

Pair = tuple[str, str]
"""A trait and its value, as in ``TraitValue``."""


class Collection:
    """The traits of all cases, one bit a case for each pair of trait and value.

    A count is an intersection of bit rows, so that nothing has to be counted before somebody asks:
    10,000 cases take a few microseconds a combination. Grows case by case; a case that is added again
    takes the place of the earlier one.
    """

    def __init__(self, cases: Mapping[str, Iterable[Pair]] | None = None) -> None:
        self._numbers: dict[str, int] = {}
        self._bits: defaultdict[Pair, int] = defaultdict(int)
        self._next = 0
        if cases:
            self._fill(cases)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, case_id: str) -> bool:
        return case_id in self._numbers

    def add(self, case_id: str, pairs: Iterable[Pair]) -> None:
        """Count a case."""
        self.remove(case_id)
        number = self._numbers[case_id] = self._next
        self._next += 1
        for pair in pairs:
            self._bits[pair] |= 1 << number

    def remove(self, case_id: str) -> None:
        """Count a case no longer; nothing happens when it was not counted."""
        number = self._numbers.pop(case_id, None)
        if number is not None:
            for pair in self._bits:
                self._bits[pair] &= ~(1 << number)

    def pairs_of(self, case_id: str) -> frozenset[Pair]:
        """What is counted of a case."""
        number = self._numbers.get(case_id)
        if number is None:
            return frozenset()
        return frozenset(pair for pair, row in self._bits.items() if row >> number & 1)

    def copy(self) -> "Collection":
        """The same counts, to be changed apart."""
        other = Collection()
        other._numbers = dict(self._numbers)
        other._bits = self._bits.copy()
        other._next = self._next
        return other

    def with_case(self, case_id: str, pairs: Iterable[Pair]) -> "Collection":
        """The same collection with one case more, or another version of one; this one stays as it is."""
        other = self.copy()
        other.add(case_id, pairs)
        return other

    def count(self, pairs: Iterable[Pair]) -> int:
        """The number of cases that have all of these."""
        shared = -1
        for pair in pairs:
            shared &= self._row(pair)
            if not shared:
                return 0
        return shared.bit_count() if shared >= 0 else len(self)

    def share(self, pair: Pair) -> float:
        """The share of the collection that has this, never 0: one case is added that has everything."""
        return (self._bits.get(pair, 0).bit_count() + 1) / (len(self) + 1)

    def _row(self, pair: Pair) -> int:
        row = self._bits.get(pair, 0)
        if pair[0] == Trait.AGE and (halves := _halves(pair[1])):
            for half in halves:
                row |= self._bits.get((pair[0], half), 0)
        return row

    def _fill(self, cases: Mapping[str, Iterable[Pair]]) -> None:
        width = len(cases) // 8 + 1
        rows: defaultdict[Pair, bytearray] = defaultdict(lambda: bytearray(width))
        for number, (case_id, pairs) in enumerate(cases.items()):
            self._numbers[case_id] = number
            for pair in pairs:
                rows[pair][number >> 3] |= 1 << (number & 7)
        for pair, row in rows.items():
            self._bits[pair] = int.from_bytes(row, "little")
        self._next = len(cases)


def _halves(band: str) -> tuple[str, ...]:
    """The two bands of five years in a band of ten: a case of either fits the wider one."""
    first, _, last = band.partition("-")
    if not last or int(last) - int(first) != _TEN_YEARS:
        return ()
    return (f"{first}-{int(first) + 4}", f"{int(first) + 5}-{last}")


_TEN_YEARS = 9
