# SPDX-License-Identifier: EUPL-1.2
"""The map as a figure. The same view gives the same figure, so that what was drawn on it stays."""

from collections.abc import Collection, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from casebase.bilingual import Language
from search_app.map_points import CaseMap, Field, MapPoint
from search_app.ui import words as app_words
from search_app.ui.formats import month_year
from search_app.ui.map_address import SIDES, Area, MapView
from search_app.ui.map_groups import Choice, choice_of
from search_app.ui.markup import shortened

if TYPE_CHECKING:
    import plotly.graph_objects as go

HEIGHT = 560
COLOURS = ("#2f7ab5", "#bf5b17", "#2c8a63", "#9a5fb8", "#d0455a", "#87791a", "#14879c")
"""Each is at least three times as light or dark as both papers, the white and the dark one."""
GREY = "#7b8794"
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star")
_OTHER, _MISSING = "circle-open", "circle"
_SIZE, _OTHER_SIZE, _MISSING_SIZE = 9, 7, 5
_FADED, _FULL = 0.13, 0.92
_MARGIN = 0.03
_TITLE_WIDTH = 60

CONFIG = {
    "displaylogo": False,
    "displayModeBar": True,
    "scrollZoom": False,
    "modeBarButtons": [["lasso2d", "select2d", "pan2d"], ["zoomIn2d", "zoomOut2d", "resetScale2d"]],
}


def figure(
    found: CaseMap,
    view: MapView,
    choices: Sequence[Choice],
    bright: Collection[str] | None,
    language: Language,
) -> "go.Figure":
    """The cases in the colours and symbols of a field; all but the ``bright`` ones (None: all) are faded.

    Every dot is an element of the page: WebGL in plotly makes code while it runs, which our content security
    policy forbids.
    """
    import plotly.graph_objects as go

    made = go.Figure()
    for choice, points in _traces(found.points, view.colour, choices):
        seen = [point for point in points if bright is None or point.case_id in bright]
        faded = [point for point in points if bright is not None and point.case_id not in bright]
        for some, opacity in ((faded, _FADED), (seen, _FULL)):
            if some:
                made.add_trace(go.Scatter(**_trace(choice, some, opacity, language)))
    for name, side in (("", view.selection), *zip(SIDES, view.sides, strict=True)):
        for area in side.areas:
            if area.version == found.version:
                _outline(made, name, area)
    for choice in choices:
        if choice.number is not None:
            _number(made, choice, [p for p in found.points if choice.value in p.values[view.colour]])
    made.update_layout(**_layout(found.points))
    return made


def _traces(
    points: Sequence[MapPoint], field: Field, choices: Sequence[Choice]
) -> list[tuple[Choice | None, list[MapPoint]]]:
    """The points by colour: those of the rest first, so that they lie below."""
    known = {choice.value: choice for choice in choices}
    groups: dict[Choice | None, list[MapPoint]] = {}
    for point in points:
        choice = choice_of(point, field, known)
        missing = known.get("") if not point.values[field] else None
        groups.setdefault(choice or missing, []).append(point)
    coloured = [choice for choice in choices if choice.colour is not None]
    order = [known.get(""), None, *reversed(coloured)] if "" in known else [None, *reversed(coloured)]
    return [(choice, groups[choice]) for choice in order if choice in groups]


def _trace(
    choice: Choice | None,
    points: Sequence[MapPoint],
    opacity: float,
    language: Language,
) -> dict[str, Any]:
    """One trace; what is faded stays so when something is drawn around it."""
    colour = choice.colour if choice is not None else None
    size = _SIZE if colour is not None else _OTHER_SIZE if choice is None else _MISSING_SIZE
    symbol = _SYMBOLS[colour] if colour is not None else _MISSING if choice is not None else _OTHER
    return {
        "x": [point.x for point in points],
        "y": [point.y for point in points],
        "mode": "markers",
        "customdata": [[point.case_id] for point in points],
        "text": [_told(point, language) for point in points],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": size,
            "symbol": symbol,
            "color": GREY if colour is None else COLOURS[colour],
            "opacity": opacity,
            "line": {"width": 1.4 if choice is None else 0},
        },
        "selected": {"marker": {"opacity": opacity}},
        "unselected": {"marker": {"opacity": _FADED}},
        "showlegend": False,
    }


def _told(point: MapPoint, language: Language) -> str:
    title = shortened(point.title, _TITLE_WIDTH) or app_words.NO_TITLE.in_language(language)
    facts = [
        point.case_id,
        month_year(point.received_on, language),
        ", ".join(point.values[Field.REGULATION]),
    ]
    return f"<b>{escape(title)}</b><br>{escape(' · '.join(filter(None, facts)))}"


def _outline(made: "go.Figure", name: str, area: Area) -> None:
    corners = " L ".join(f"{x},{y}" for x, y in area.corners)
    made.add_shape(
        type="path",
        path=f"M {corners} Z",
        line={"color": GREY, "width": 2, "dash": "dash" if name else "solid"},
        layer="below",
    )
    if not name:
        return
    x, y = max(area.corners, key=lambda corner: (corner[1], corner[0]))
    made.add_annotation(x=x, y=y, text=f"<b>{name}</b>", showarrow=False, yshift=12, font={"size": 15})


def _number(made: "go.Figure", choice: Choice, points: Sequence[MapPoint]) -> None:
    """The number of a pattern at its most central case."""
    if not points:
        return
    places = np.array([(point.x, point.y) for point in points])
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2).sum(axis=1)
    x, y = places[int(np.argmin(gaps))].tolist()
    made.add_annotation(
        x=x,
        y=y,
        text=f"<b>{choice.number}</b>",
        showarrow=False,
        yshift=14,
        font={"size": 14, "color": "#ffffff"},
        bgcolor="#3f4b57",
        borderpad=2,
    )


def _layout(points: Sequence[MapPoint]) -> dict[str, Any]:
    axis: dict[str, Any] = {"visible": False, "fixedrange": False, "zeroline": False, "showgrid": False}
    xs, ys = [point.x for point in points], [point.y for point in points]
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 34, "b": 0},
        "dragmode": "lasso",
        "xaxis": axis | {"range": _range(xs)},
        "yaxis": axis | {"range": _range(ys)},
        "hoverlabel": {"align": "left"},
        "separators": ",.",
        "newselection": {"line": {"color": GREY, "width": 2, "dash": "solid"}},
    }


def _range(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    room = max(high - low, 1.0) * _MARGIN
    return [low - room, high + room]
