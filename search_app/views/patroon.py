# SPDX-License-Identifier: EUPL-1.2
"""Page Patroon: one pattern, its story, its figures, its cases and what became of it."""

import streamlit as st

from casebase.store import UnknownPatternError
from search_app.pattern_studies import NotRegisteredYetError
from search_app.pattern_view import read_pattern
from search_app.ui import pattern_page, session
from search_app.ui.as_of import day_asked
from search_app.ui.frame import page_title
from search_app.ui.pattern_acts import acts
from search_app.ui.pattern_links import part_asked
from search_app.ui.pattern_parts import DRAWN, draw

spoken = session.language()
databank, actor = session.databank(), session.actor()
number = st.query_params.get("id", "").strip()
today = databank.patterns_of(actor).today
day = day_asked(st.query_params, today)
st.html(pattern_page.back_link(spoken, day if day < today else None))
try:
    shown = read_pattern(databank, actor, number, day, today)
except NotRegisteredYetError as early:
    st.html(pattern_page.not_yet(number, early, spoken))
except UnknownPatternError:
    st.html(pattern_page.unknown(number, spoken))
else:
    st.set_page_config(page_title=page_title(shown.record.name))
    part = part_asked(st.query_params, DRAWN)
    st.html(pattern_page.head(shown, spoken))
    if not shown.earlier:
        acts(shown.details, spoken)
    st.html(pattern_page.parts(shown, part, spoken, among=DRAWN))
    draw(part, shown, spoken)
