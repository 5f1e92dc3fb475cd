# SPDX-License-Identifier: EUPL-1.2
"""The map of cases, for one person: looking at it, drawing it anew, comparing and taking away selections."""

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from casebase import store
from casebase.bilingual import DatabankError
from casebase.pattern_vocabulary import PatternState
from casebase.record import SafeCase
from index.dutch import load_analysis
from index.manifest import IndexWriteError
from index.search import Searcher
from patterns import reading
from patterns.case_space import Points, whole_space
from patterns.contrast import Contrast, contrast
from patterns.map_layout import Layout, add, draw
from patterns.map_quality import map_quality
from patterns.map_store import KeptMap, MapFileError, has_map, only_writer, read_map, write_map
from patterns.proposal_numbers import load_numbers
from search_app.map_export import Export, record_export, table_file, vector_file
from search_app.map_points import CaseMap, MapPoint, values_of
from search_app.parts import Clock, Parts

log = logging.getLogger(__name__)

UNASKED = 2_000
"""Up to so many cases the first map is drawn when somebody wants to see it; it takes some seconds."""

_SETTLED = 60
"""A map of fewer cases is drawn anew each time that they have doubled: so few tell little of places."""

_ENDED = {PatternState.MERGED, PatternState.REJECTED}


class NoMapError(DatabankError):
    """No map was drawn yet, and drawing it takes too long to do so unasked."""

    def __init__(self) -> None:
        super().__init__(
            "Er is nog geen kaart. Bij zoveel casussen duurt tekenen even: doe het met databank map fit.",
            "There is no map yet. With so many cases drawing takes a while: do it with databank map fit.",
        )


@dataclass(frozen=True, repr=False)
class _Remembered:
    """What was read last, for as long as database and index stay as they are."""

    seal: tuple[int, int, str]
    kept: KeptMap
    cases: Mapping[str, SafeCase]


class MapMemory:
    """Holds the map between two looks at it, for all visitors."""

    def __init__(self) -> None:
        self.last: _Remembered | None = None


class MapDesk:
    """The map over the released cases of the index that serves."""

    def __init__(
        self,
        parts: Parts,
        *,
        actor: str,
        clock: Clock,
        searcher: Callable[[], Searcher],
        memory: MapMemory,
    ) -> None:
        self._parts, self._actor, self._clock = parts, actor, clock
        self._searcher, self._memory = searcher, memory

    @property
    def profile(self) -> str:
        """How much the texts of this databank tell."""
        return self._parts.settings.profile.value

    def map(self) -> CaseMap:
        """The map as it is now; new cases get their place, and cases that are gone leave it.

        The first map of a collection that is not large is drawn at once.

        Raises:
            NoMapError: there is no map, and the collection is large.
            MapFileError: the file of the map is damaged.
        """
        searcher = self._searcher()
        memory = self._remembered(searcher)
        with self._parts.session() as session:
            files = reading.pattern_files(session, [each for each in PatternState if each not in _ENDED])
            waiting = len(self._parts.released.now(session)) - len(memory.kept.layout)
        patterns = {file.record.pattern_id: file.record.name for file in files}
        belongs = defaultdict(list)
        for file in files:
            for case_id in file.case_ids:
                belongs[case_id].append(file.record.pattern_id)
        kept = memory.kept
        return CaseMap(
            points=_points(kept.layout, memory.cases, belongs),
            patterns=patterns,
            version=kept.version,
            drawn_on=kept.drawn_on,
            later=int((~kept.layout.drawn).sum()),
            waiting=max(0, waiting),
            other_model=kept.model_id != searcher.manifest.model_id,
            quality=kept.quality,
        )

    def drawn(self) -> CaseMap | None:
        """The same when a map was drawn before; None when not. Draws none."""
        return self.map() if has_map(self._folder) else None

    def draw(self) -> CaseMap:
        """Draw the map anew, laid on the one before as well as can be; what the page shows then.

        Raises:
            MapFileError, IndexWriteError: the map cannot be kept.
        """
        searcher = self._searcher()
        with only_writer(self._folder):
            try:
                before = read_map(self._folder)
            except MapFileError:  # a map that cannot be read is what this mends
                before = None
            write_map(self._folder, self._drawn(searcher, before))
        self._memory.last = None
        return self.map()

    def forget_gone(self) -> None:
        """Take cases that are no longer released out of the file of the map, if there is one."""
        if not has_map(self._folder):
            return
        with self._parts.session() as session:
            released = store.released_ids(session)
        with only_writer(self._folder):
            before = read_map(self._folder)
            if before is not None:
                write_map(self._folder, replace(before, layout=before.layout.only(released)))

    def compare(self, first: Sequence[str], second: Sequence[str]) -> Contrast:
        """What tells two selections of cases apart, by case number; cases that are gone are left out."""
        with self._parts.session() as session:
            released = set(store.released_ids(session))
            known = store.get_cases(session, sorted(released.intersection([*first, *second])))
        one, other = ([known[each].case for each in ids if each in known] for ids in (first, second))
        return contrast(one, other, load_analysis(self._parts.settings.lists))

    def export_table(self, case_ids: Sequence[str]) -> Export:
        """The fields of these cases as a table, without their stories; kept in the audit log."""
        shown = {point.case_id: point for point in self.map().points}
        with self._parts.session() as session:
            found = store.get_cases(session, [each for each in case_ids if each in shown])
        made = table_file([found[each].case for each in sorted(found)], shown)
        return self._recorded(made)

    def export_vectors(self, case_ids: Sequence[str]) -> Export:
        """The vectors of these cases with their places on the map; kept in the audit log."""
        shown = {point.case_id: point for point in self.map().points}
        ids, points = self._space(self._searcher())
        rows = [row for row, each in enumerate(ids) if each in shown and each in set(case_ids)]
        chosen = [shown[ids[row]] for row in rows]
        return self._recorded(vector_file(chosen, points[rows], self._searcher().manifest.model_id))

    def _recorded(self, made: Export) -> Export:
        with self._parts.writing() as session:
            record_export(session, made, self._parts.settings.profile, actor=self._actor, now=self._clock())
        return made

    @property
    def _folder(self) -> Path:
        return self._parts.settings.home / "map"

    def _remembered(self, searcher: Searcher) -> _Remembered:
        """The map with a place for every case, and none for those that are gone."""
        with self._parts.session() as session:
            released = self._parts.released.now(session)
        seal = (released.revision, searcher.manifest.revision, searcher.manifest.model_id)
        last = self._memory.last
        if last is not None and last.seal == seal:
            return last
        ids = [each for each in released.case_ids if each in searcher.collection.row_of]
        kept = self._brought_up_to_date(searcher, ids)
        with self._parts.session() as session:
            cases = {each: stored.case for each, stored in store.get_cases(session, ids).items()}
        self._memory.last = _Remembered(seal, kept, cases)
        return self._memory.last

    def _brought_up_to_date(self, searcher: Searcher, ids: Sequence[str]) -> KeptMap:
        try:
            with only_writer(self._folder):
                before = read_map(self._folder)
                kept = self._with_places(searcher, before, ids)
                if before is None or kept.layout.case_ids != before.layout.case_ids:
                    write_map(self._folder, kept)
        except IndexWriteError:  # somebody who may only read sees the same map, and keeps nothing
            log.warning("the map cannot be kept")
            kept = self._with_places(searcher, read_map(self._folder), ids)
        return kept

    def _with_places(self, searcher: Searcher, before: KeptMap | None, ids: Sequence[str]) -> KeptMap:
        if before is None:
            if len(ids) > UNASKED:
                raise NoMapError
            return self._drawn(searcher, None)
        drawn = int(before.layout.drawn.sum())
        if drawn < _SETTLED and len(ids) >= 2 * max(1, drawn):
            return self._drawn(searcher, before)
        if set(ids) <= set(before.layout.case_ids):
            return replace(before, layout=before.layout.only(ids))
        indexed, points = self._space(searcher)
        return replace(before, layout=add(before.layout, indexed, points).only(ids))

    def _drawn(self, searcher: Searcher, before: KeptMap | None) -> KeptMap:
        ids, points = self._space(searcher)
        layout = draw(ids, points, before.layout if before else None)
        version = before.version + 1 if before else 1
        quality = map_quality(points, layout.places)
        return KeptMap(layout, version, searcher.manifest.model_id, self._clock(), quality)

    def _space(self, searcher: Searcher) -> tuple[tuple[str, ...], Points]:
        collection = searcher.collection
        rows = np.arange(len(collection))
        if not len(rows):
            return (), np.zeros((0, 1), dtype=np.float32)
        return collection.case_ids, whole_space(collection, rows, load_numbers().space)


def _points(
    layout: Layout, cases: Mapping[str, SafeCase], belongs: Mapping[str, Sequence[str]]
) -> tuple[MapPoint, ...]:
    return tuple(
        MapPoint(
            case_id,
            cases[case_id].title.strip(),
            cases[case_id].received_on,
            float(x),
            float(y),
            values_of(cases[case_id], belongs.get(case_id, ())),
        )
        for case_id, (x, y) in zip(layout.case_ids, layout.places.tolist(), strict=True)
        if case_id in cases
    )
