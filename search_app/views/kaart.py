# SPDX-License-Identifier: EUPL-1.2
"""Page Kaart: all cases at once, chosen by drawing or by value, and two selections beside each other."""

import streamlit as st

from search_app.ui import map_panel as panel
from search_app.ui import map_sheet as html
from search_app.ui import session
from search_app.ui.map_address import chosen
from search_app.ui.map_panel import Work


def map_page(work: Work) -> None:
    points = chosen(work.found, work.view.selection)
    choices = panel.colours(work)
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="kaartkolom"):
        panel.the_map(work, choices)
    with right, st.container(key="kaartlijst"):
        panel.conditions(work)
        with st.container(key="telling"):
            st.html(html.counts(points, work.found, work.view.selection, work.language))
        panel.acts(work, points)
        panel.the_cases(work, points)
    panel.comparison(work)
    panel.about(work)


spoken = session.language()
st.html(html.introduction(spoken))
desk = session.databank().map_of(session.actor())
found = desk.map()
if found.points:
    map_page(Work(desk, found, panel.current_view(), spoken))
else:
    st.html(html.empty(spoken))
