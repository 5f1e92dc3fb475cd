# SPDX-License-Identifier: EUPL-1.2
"""Which laws and regulations a text names, by their short names."""

from collections.abc import Sequence
from pathlib import Path

from index.dutch import LISTS, Analysis, law_names, load_analysis, read_word_list

_LONGEST_NAME = 12


class Laws:
    """Finds the names of laws in a text, also in a compound: *WIA-voorschot* names the WIA."""

    def __init__(self, names: Sequence[tuple[str, Sequence[str]]], analysis: Analysis) -> None:
        self._analysis = analysis
        self._by_stems: dict[tuple[str, ...], str] = {}
        for short, others in names:
            for name in (short, *others):
                self._by_stems.setdefault(self._stems(name), short)
        self._by_stems.pop((), None)

    def named(self, text: str) -> tuple[str, ...]:
        """The short names of the laws in a text, in its order; of overlapping names the longest."""
        stems = self._stems(text)
        found: list[str] = []
        start = 0
        while start < len(stems):
            length, name = self._longest(stems[start : start + _LONGEST_NAME])
            found += [name] if name else []
            start += length
        return tuple(dict.fromkeys(found))

    def short(self, name: str) -> str:
        """The short name of a law; another name stays as it is."""
        return self._by_stems.get(self._stems(name), name)

    def _stems(self, text: str) -> tuple[str, ...]:
        return self._analysis.stems(text.replace("-", " "))

    def _longest(self, stems: Sequence[str]) -> tuple[int, str]:
        for length in range(len(stems), 0, -1):
            name = self._by_stems.get(tuple(stems[:length]))
            if name:
                return length, name
        return 1, ""


def load_laws(lists: Path = LISTS, also: Sequence[str] = ()) -> Laws:
    """The laws in a folder of lists (regulations.tsv: short name, full name, other names).

    ``also`` are names that the table may lack, such as those in a collection.
    """
    names = law_names(read_word_list(lists / "regulations.tsv"))
    return Laws([*names, *((name, ()) for name in also)], load_analysis(lists))
