# SPDX-License-Identifier: EUPL-1.2
"""What someone is looking at on the map, as it stands in the address bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

import numpy as np
import numpy.typing as npt

from patterns.map_layout import Places
from search_app.map_points import MISSING, CaseMap, Field, MapPoint

ROWS = 12
"""Cases in the table at first."""
MOST_ROWS = 500

COLOUR, AREA, SHOWN = "kleur", "gebied", "toon"
SIDES = ("A", "B")
_EMPTY = "-"
_FINEST = 1.5
"""Corners of an area that lie nearer than this to the line between others are left out."""
_CORNERS = 60
_LONGEST = 2_000

Query = Mapping[str, Sequence[str]]
Corners = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Area:
    """What was drawn around with the lasso, on the map of that version."""

    version: int
    corners: Corners


@dataclass(frozen=True)
class Selection:
    """Cases by their values (any within a field, all fields) that lie in any of the areas."""

    values: tuple[tuple[Field, tuple[str, ...]], ...] = ()
    areas: tuple[Area, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values or self.areas)

    def of(self, field: Field) -> tuple[str, ...]:
        """The values that are wanted of a field."""
        return dict(self.values).get(field, ())

    def having(self, field: Field, values: Sequence[str]) -> "Selection":
        """The same with other values of one field."""
        others = dict(self.values) | {field: tuple(values)}
        return replace(self, values=tuple((each, others[each]) for each in Field if others.get(each)))


@dataclass(frozen=True)
class MapView:
    """The field that gives the colours, the selection, what was kept as A and as B, rows in the table."""

    colour: Field = Field.REGULATION
    selection: Selection = Selection()
    sides: tuple[Selection, Selection] = (Selection(), Selection())
    shown: int = ROWS

    def keeping(self, side: int) -> "MapView":
        """The view with its selection kept as A (0) or B (1), and nothing chosen."""
        return replace(self._with(side, self.selection), selection=Selection(), shown=ROWS)

    def without(self, side: int) -> "MapView":
        """The view without A (0) or B (1)."""
        return self._with(side, Selection())

    def _with(self, side: int, selection: Selection) -> "MapView":
        sides = (selection, self.sides[1]) if side == 0 else (self.sides[0], selection)
        return replace(self, sides=sides)


def from_query(query: Query) -> MapView:
    """The view in an address; what is unknown or malformed there is ignored."""
    colours = {field.value: field for field in Field}
    shown = _last(query, SHOWN)
    return MapView(
        colour=colours.get(_last(query, COLOUR), Field.REGULATION),
        selection=_selection(query),
        sides=(_kept(_last(query, SIDES[0].lower())), _kept(_last(query, SIDES[1].lower()))),
        shown=max(ROWS, min(MOST_ROWS, int(shown))) if shown.isdecimal() and len(shown) < 6 else ROWS,
    )


def to_query(view: MapView) -> dict[str, list[str]]:
    """The address of a view, without what has its usual value."""
    query = {
        COLOUR: [view.colour.value] if view.colour is not Field.REGULATION else [],
        **_parameters(view.selection),
        **{
            name.lower(): [urlencode(_parameters(side), doseq=True)]
            for name, side in zip(SIDES, view.sides, strict=True)
            if side
        },
        SHOWN: [str(view.shown)] if view.shown != ROWS else [],
    }
    return {name: values for name, values in query.items() if values}


def chosen(found: CaseMap, selection: Selection) -> tuple[MapPoint, ...]:
    """The cases of a selection, by number; areas of another map count for nothing."""
    areas = [each for each in selection.areas if each.version == found.version]
    if selection.areas and not areas:
        return ()
    kept = [
        point for point in found.points if all(point.has(field, values) for field, values in selection.values)
    ]
    if not areas or not kept:
        return tuple(kept)
    places = np.array([(point.x, point.y) for point in kept])
    inside = np.any([_inside(places, area.corners) for area in areas], axis=0)
    return tuple(point for point, is_in in zip(kept, inside.tolist(), strict=True) if is_in)


def area_of(xs: Sequence[float], ys: Sequence[float], version: int) -> Area:
    """The area that was drawn, with no more corners than tell (Douglas and Peucker 1973)."""
    drawn = np.array(list(zip(xs, ys, strict=True)), dtype=np.float64).reshape(-1, 2)
    finest = _FINEST
    kept = _simplified(drawn, finest)
    while len(kept) > _CORNERS:
        finest *= 1.5
        kept = _simplified(drawn, finest)
    corners = tuple((round(x), round(y)) for x, y in kept.tolist())
    return Area(version, corners)


def box_of(xs: Sequence[float], ys: Sequence[float], version: int) -> Area:
    """The area of a box by two opposite corners."""
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    return area_of([left, right, right, left], [low, low, high, high], version)


def _selection(query: Query) -> Selection:
    values = [
        (
            field,
            tuple(
                dict.fromkeys(
                    MISSING if each == _EMPTY else each for each in query.get(field.value, ()) if each
                )
            ),
        )
        for field in Field
    ]
    areas = [area for each in query.get(AREA, ()) if (area := _area(each)) is not None]
    return Selection(tuple((field, wanted) for field, wanted in values if wanted), tuple(areas))


def _parameters(selection: Selection) -> dict[str, list[str]]:
    found = {field.value: [each or _EMPTY for each in values] for field, values in selection.values}
    areas = [
        "_".join([str(each.version), *(f"{x}.{y}" for x, y in each.corners)]) for each in selection.areas
    ]
    return found | ({AREA: areas} if areas else {})


def _kept(text: str) -> Selection:
    return _selection(parse_qs(text, max_num_fields=200)) if text else Selection()


def _area(text: str) -> Area | None:
    version, *corners = text[:_LONGEST].split("_")
    try:
        pairs = [each.split(".") for each in corners]
        found = tuple((int(x), int(y)) for x, y in pairs)
        return Area(int(version), found) if len(found) > 2 else None
    except ValueError:
        return None


def _inside(places: Places, corners: Corners) -> npt.NDArray[np.bool_]:
    """Which places lie within the corners, by the even-odd rule (Shimrat 1962, CACM 5)."""
    x, y = places.T
    inside = np.zeros(len(places), dtype=np.bool_)
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        crosses = (y1 > y) != (y2 > y)
        if y1 != y2:
            inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def _simplified(line: Places, finest: float) -> Places:
    """The corners of an open line that lie farther than ``finest`` from the line between those kept."""
    keep = np.zeros(len(line), dtype=np.bool_)
    keep[[0, -1]] = True
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        away = _away(line[first + 1 : last], line[first], line[last])
        farthest = int(np.argmax(away))
        if away[farthest] > finest:
            keep[first + 1 + farthest] = True
            parts += [(first, first + 1 + farthest), (first + 1 + farthest, last)]
    return line[keep]


def _away(points: Places, start: Places, end: Places) -> Places:
    along, gaps = end - start, points - start
    length = float(np.hypot(along[0], along[1]))
    if not length:
        return np.asarray(np.hypot(gaps[:, 0], gaps[:, 1]))
    return np.asarray(np.abs(along[0] * gaps[:, 1] - along[1] * gaps[:, 0]) / length)


def _last(query: Query, name: str) -> str:
    return (query.get(name) or [""])[-1]
