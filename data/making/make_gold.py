# SPDX-License-Identifier: EUPL-1.2
"""Make the marked gold files under tests/gold from invented cases with inline [[KIND|text]] marks.

Every BSN is swapped for a number of the official test series (starts with 9999, passes the
11-proef); a number that was written with an error keeps an error of the same kind.
The split is by theme and frozen: nobody writes a rule by looking at the test part.

    python data/making/make_gold.py CASES.jsonl QUERIES.jsonl
"""

import json
import re
import sys
from itertools import count
from pathlib import Path

TEST_THEMES = {"T03", "T06", "T09", "T12", "T15", "T18"}
GOLD = Path(__file__).parents[2] / "tests" / "gold"
_BSN_MARK = re.compile(r"\[\[BSN\|(.*?)\]\]", re.S)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def main(cases_file: Path, queries_file: Path) -> None:
    """Write dev.jsonl, test.jsonl and queries.jsonl."""
    swap = BsnSwap()
    cases = [json.loads(swap.in_text(line)) for line in _lines(cases_file)]
    loose = sorted(case["case_id"] for case in cases if case["theme"] == "none")
    loose_test = set(loose[1::2])
    parts: dict[str, list[dict[str, object]]] = {"dev": [], "test": []}
    for case in cases:
        is_test = case["theme"] in TEST_THEMES or case["case_id"] in loose_test
        parts["test" if is_test else "dev"].append(case)
    GOLD.mkdir(parents=True, exist_ok=True)
    for part, members in parts.items():
        _write(GOLD / f"{part}.jsonl", members)
    _write(GOLD / "queries.jsonl", [json.loads(swap.in_text(line)) for line in _lines(queries_file)])


class BsnSwap:
    """Replaces marked BSNs one for one by numbers of the test series, spelling kept."""

    def __init__(self) -> None:
        self._numbers = (n for n in (f"9999{i * 37 % 100000:05d}" for i in count(1)) if passes_11(n))
        self._given: dict[str, str] = {}

    def in_text(self, text: str) -> str:
        """The text with every BSN swapped, in the marks and wherever else the same digits stand."""
        for mark in _BSN_MARK.findall(text):
            text = text.replace(mark, self._spelled_like(mark))
        return text

    def _spelled_like(self, written: str) -> str:
        digits = iter(self._number_for(written))
        return "".join(next(digits, "") if c.isdigit() else c for c in written)

    def _number_for(self, written: str) -> str:
        key = re.sub(r"\W", "", written)
        if key.startswith("9999"):
            return re.sub(r"\D", "", written)
        if key not in self._given:
            number = next(self._numbers)
            if key.isdigit() and len(key) == 9 and not passes_11(key):
                number = number[:-1] + str((int(number[-1]) + 3) % 10)
            self._given[key] = number
        return self._given[key]


def passes_11(number: str) -> bool:
    """The 11-proef of the BSN: weights 9 to 2 and minus 1 (Logisch Ontwerp BSN)."""
    return len(number) == 9 and sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=True)) % 11 == 0


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
