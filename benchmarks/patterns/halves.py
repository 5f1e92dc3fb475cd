# SPDX-License-Identifier: EUPL-1.2
"""The invented cases with their themes: odd themes choose, even themes are only counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.material import CASES, MODEL, SEARCHES, Material, read_material
from index.collection import Collection
from index.encoder import load_encoder
from index.evaluation import collection_of


@dataclass(frozen=True, repr=False)
class Themes:
    """A collection with the theme of each case; loose cases go to a half by the parity of their number."""

    material: Material
    collection: Collection

    @property
    def of_case(self) -> Mapping[str, str]:
        """The theme of each case; ``none`` for a loose one."""
        return self.material.themes

    def half(self, *, odd: bool) -> set[str]:
        """The cases of the odd or of the even themes, with their part of the loose cases."""
        return {case for case, theme in self.of_case.items() if _number(case, theme) % 2 == odd}


def read_halves(model: str = str(MODEL), cases: Sequence[Path] = CASES, searches: Path = SEARCHES) -> Themes:
    """The invented cases (or others with themes) as a collection, made with a search model."""
    material = read_material(cases, searches)
    return Themes(material, collection_of(material.cases, load_encoder(model)))


def _number(case: str, theme: str) -> int:
    return int(theme[1:]) if theme != "none" else int("0" + "".join(filter(str.isdigit, case)))
