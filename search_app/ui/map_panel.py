# SPDX-License-Identifier: EUPL-1.2
"""The parts of the page Kaart that people work with (draws with Streamlit)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from casebase.bilingual import Language
from search_app.map_desk import MapDesk
from search_app.map_points import CaseMap, Field, MapPoint
from search_app.ui import map_sheet as html
from search_app.ui import map_words as words
from search_app.ui.map_address import (
    ROWS,
    SIDES,
    Area,
    MapView,
    Selection,
    area_of,
    box_of,
    chosen,
    from_query,
    to_query,
)
from search_app.ui.map_figure import CONFIG, figure
from search_app.ui.map_groups import COLOURED, FIRST_CHOICES, Choice, choices
from search_app.ui.map_sheet import cases, title_of

_FIGURE, _DRAWING = "kaartfiguur", "kaarttekening"


@dataclass(frozen=True, repr=False)
class Work:
    """What the page is about: the map, the view of it, and who looks."""

    desk: MapDesk
    found: CaseMap
    view: MapView
    language: Language


@dataclass(frozen=True)
class _Drawing:
    """The figure on the screen: what it was made for, and what somebody drew on it since.

    A figure that stays the same keeps what was drawn on it, and how far somebody zoomed in; ``number`` is
    another one when it must be made anew.
    """

    number: int
    made_for: tuple[object, ...]
    areas: tuple[Area, ...]
    drawn: tuple[Area, ...] = ()


def current_view() -> MapView:
    """The view in the address bar."""
    return from_query({name: st.query_params.get_all(name) for name in st.query_params})


def colours(work: Work) -> tuple[Choice, ...]:
    """The field that gives the colours, and its values to choose from."""
    texts = {field.value: label.in_language(work.language) for field, label in words.FIELDS.items()}
    st.session_state["kleur"] = work.view.colour.value
    st.segmented_control(
        words.COLOUR_BY.in_language(work.language),
        list(texts),
        format_func=texts.__getitem__,
        key="kleur",
        required=True,
        on_change=_colour,
        args=(work.view,),
    )
    found = choices(work.found.points, work.view.colour, work.found.patterns, work.language)
    _values(work, found)
    return found


def the_map(work: Work, found: Sequence[Choice]) -> None:
    """The map; a lasso or a box goes to the address."""
    drawing = st.session_state[_DRAWING] = _drawing(work)
    outlined = replace(work.view, selection=replace(work.view.selection, areas=drawing.areas))
    bright = {point.case_id for point in chosen(work.found, outlined.selection)}
    everything = not outlined.selection
    shown = figure(work.found, outlined, found, None if everything else bright, work.language)
    total = cases(len(work.found.points), work.language)
    field = words.FIELDS[work.view.colour].in_language(work.language)
    st.plotly_chart(
        shown,
        key=f"{_FIGURE}_{drawing.number}",
        on_select=lambda: _drawn(work.view, drawing, work.found.version),
        selection_mode=("lasso", "box"),
        config=CONFIG,
        alt=words.ALT.in_language(work.language).format(total=total, field=field.lower()),
    )


def conditions(work: Work) -> None:
    """Everything that narrows the selection as a button that lets go of it."""
    selection = work.view.selection
    parts = [
        (title_of(Selection(((field, values),)), work.found, work.language), selection.having(field, ()))
        for field, values in selection.values
    ]
    if selection.areas:
        parts.append((words.AREA.in_language(work.language), replace(selection, areas=())))
    if not parts:
        return
    with st.container(horizontal=True, key="kaartkeuze", gap="xsmall"):
        for number, (name, without) in enumerate(parts):
            label = words.LET_GO.in_language(work.language).format(name=name)
            st.button(
                f"{name} ✕", key=f"los_{number}", help=label, on_click=_choose, args=(work.view, without)
            )
        if len(parts) > 1:
            st.button(
                words.CLEAR.in_language(work.language),
                key="wis_kaart",
                type="tertiary",
                on_click=_choose,
                args=(work.view, Selection()),
            )


def the_cases(work: Work, points: Sequence[MapPoint]) -> None:
    """The chosen cases as a table, with more of them on request."""
    if not points:
        return
    st.html(html.table(points, work.view.shown, work.language))
    left = len(points) - work.view.shown
    if left > 0:
        label = words.SHOW_MORE.in_language(work.language).format(left=left)
        more = replace(work.view, shown=work.view.shown + 4 * ROWS)
        st.button(label, key="meer_casussen", type="tertiary", on_click=_go, args=(more,))


def acts(work: Work, points: Sequence[MapPoint]) -> None:
    """Keep the selection as A or B, or take it along."""
    if not points:
        return
    with st.container(horizontal=True, key="kaartacties", gap="small"):
        if work.view.selection:
            for side, name in enumerate(SIDES):
                label = words.KEEP_AS.in_language(work.language).format(side=name)
                st.button(label, key=f"bewaar_{name}", on_click=_go, args=(work.view.keeping(side),))
        ids = [point.case_id for point in points]
        _download(work, words.TABLE_FILE.in_language(work.language), "casussen.csv", ids)
        _download(work, words.VECTOR_FILE.in_language(work.language), "casussen-vectoren.npz", ids)


def comparison(work: Work) -> None:
    """A beside B; beside all other cases when only one of them was kept."""
    first, second = work.view.sides
    if not first and not second:
        st.html(f'<p class="mw-hulp">{words.HOW_TO_COMPARE.in_language(work.language)}</p>')
        return
    ids = [
        [point.case_id for point in chosen(work.found, side)] if side else None for side in (first, second)
    ]
    everything = [point.case_id for point in work.found.points]
    sides = [_rest(everything, other) if own is None else own for own, other in (ids, ids[::-1])]
    rest = words.THE_REST.in_language(work.language)
    titles = tuple(title_of(side, work.found, work.language) if side else rest for side in (first, second))
    with st.container(key="vergelijking"):
        made = work.desk.compare(*sides)
        st.html(html.comparison(made, (titles[0], titles[1]), work.found, work.language))
        with st.container(horizontal=True, gap="small"):
            for side, name in enumerate(SIDES):
                if work.view.sides[side]:
                    label = words.FORGET.in_language(work.language).format(side=name)
                    args = (work.view.without(side),)
                    st.button(label, key=f"vergeet_{name}", on_click=_go, args=args)


def about(work: Work) -> None:
    """How the map was made, and the button that draws it anew."""
    with st.expander(words.ABOUT.in_language(work.language), key="overkaart"):
        st.html(html.about(work.found, work.language))
        st.html(f'<p class="mw-hulp">{words.DRAW_WARNING.in_language(work.language)}</p>')
        st.button(words.DRAW_ANEW.in_language(work.language), key="teken", on_click=_draw, args=(work.desk,))


def _values(work: Work, found: Sequence[Choice]) -> None:
    coloured = min(COLOURED, sum(choice.colour is not None for choice in found))
    field = work.view.colour
    picked = work.view.selection.of(field)
    key, all_key = f"waarden_{field.value}", f"alles_{field.value}"
    shows_all = bool(st.session_state.get(all_key))
    named = {
        choice.value: _choice_text(choice)
        for n, choice in enumerate(found)
        if shows_all or n < FIRST_CHOICES or not choice.value or choice.value in picked
    }
    st.session_state[key] = [value for value in picked if value in named]
    with st.container(key=f"kleuren_{coloured}"):
        st.pills(
            words.CHOOSE.in_language(work.language).format(
                field=words.FIELDS[field].in_language(work.language).lower()
            ),
            list(named),
            selection_mode="multi",
            format_func=named.__getitem__,
            key=key,
            on_change=_choose_values,
            args=(field, key, work.view),
            wrap=True,
        )
        if shows_all or len(named) < len(found):
            text = words.FEWER_VALUES if shows_all else words.ALL_VALUES
            st.button(
                text.in_language(work.language).format(number=len(found)),
                key="alle_waarden",
                type="tertiary",
                on_click=_toggle,
                args=(all_key,),
            )
        if any(len(point.values[field]) > 1 for point in work.found.points):
            st.html(f'<p class="mw-hulp">{words.ONE_COLOUR.in_language(work.language)}</p>')


def _choice_text(choice: Choice) -> str:
    number = f"{choice.number} " if choice.number is not None else ""
    name = choice.name.replace("[", "\\[").replace("*", "\\*").replace("_", "\\_").replace(":", "\\:")
    return f":gray[{choice.sign}] {number}{name} ({choice.count})"


def _download(work: Work, label: str, name: str, ids: Sequence[str]) -> None:
    export = work.desk.export_table if name.endswith("csv") else work.desk.export_vectors
    profile = work.desk.profile
    st.download_button(
        label,
        lambda: export(ids).content,
        file_name=name,
        key=f"neem_{name}",
        help=words.EXPORT_NOTE.in_language(work.language).format(profile=profile),
        on_click="ignore",
    )


def _drawing(work: Work) -> _Drawing:
    """The figure that is there, as long as it fits the address; otherwise the next one."""
    view = work.view
    made_for = (view.colour, view.selection.values, view.sides, work.found.version, len(work.found.points))
    there: _Drawing | None = st.session_state.get(_DRAWING)
    if there and there.made_for == made_for and view.selection.areas == (there.areas or there.drawn):
        return there
    return _Drawing(there.number + 1 if there else 0, made_for, view.selection.areas)


def _drawn(view: MapView, drawing: _Drawing, version: int) -> None:
    """Put what was drawn on the map in the address; nothing when that was taken away again."""
    drawn = st.session_state[f"{_FIGURE}_{drawing.number}"].selection
    found = [area_of(each["x"], each["y"], version) for each in drawn.get("lasso", [])]
    found += [box_of(each["x"], each["y"], version) for each in drawn.get("box", [])]
    areas = tuple(each for each in found if len(each.corners) > 2)
    st.session_state[_DRAWING] = replace(drawing, drawn=areas)
    _choose(view, replace(view.selection, areas=areas))


def _draw(desk: MapDesk) -> None:
    desk.draw()


def _choose_values(field: Field, key: str, view: MapView) -> None:
    _choose(view, view.selection.having(field, st.session_state[key]))


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def _choose(view: MapView, selection: Selection) -> None:
    _go(replace(view, selection=selection, shown=ROWS))


def _colour(view: MapView) -> None:
    _go(replace(view, colour=Field(st.session_state["kleur"])))


def _go(view: MapView) -> None:
    st.query_params.from_dict(to_query(view))


def _rest(everything: Sequence[str], other: Sequence[str] | None) -> list[str]:
    taken = set(other or ())
    return [each for each in everything if each not in taken]
