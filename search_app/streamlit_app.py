# SPDX-License-Identifier: EUPL-1.2
"""Frame of the app: page settings, logo, navigation, footer."""

from pathlib import Path

import streamlit as st

from search_app.ui import (
    figures_words,
    frame,
    intake_state,
    intake_words,
    map_words,
    pattern_words,
    patterns_words,
    review_words,
    session,
    words,
)

HERE = Path(__file__).resolve().parent
STATIC, VIEWS = HERE / "static", HERE / "views"

spoken = session.language()
st.logo(str(STATIC / "logo.svg"), size="large")
page = st.navigation(
    [
        st.Page(VIEWS / "zoeken.py", title=words.OPEN_SEARCH.in_language(spoken), default=True),
        st.Page(
            VIEWS / "casus.py",
            title=words.CASE_PAGE.in_language(spoken),
            url_path="casus",
            visibility="hidden",
        ),
        st.Page(
            VIEWS / "patroon.py",
            title=pattern_words.PAGE.in_language(spoken),
            url_path="patroon",
            visibility="hidden",
        ),
        st.Page(VIEWS / "inbrengen.py", title=intake_words.TITLE.in_language(spoken), url_path="inbrengen"),
        st.Page(VIEWS / "beoordelen.py", title=review_words.TITLE.in_language(spoken), url_path="beoordelen"),
        st.Page(VIEWS / "patronen.py", title=patterns_words.TITLE.in_language(spoken), url_path="patronen"),
        st.Page(VIEWS / "kaart.py", title=map_words.TITLE.in_language(spoken), url_path="kaart"),
        st.Page(VIEWS / "cijfers.py", title=figures_words.TITLE.in_language(spoken), url_path="cijfers"),
        st.Page(VIEWS / "uitleg.py", title=words.ABOUT_PAGE.in_language(spoken), url_path="uitleg"),
    ],
    position="top",
)
st.set_page_config(page_title=frame.page_title(page.title), page_icon=str(STATIC / "icon.png"), layout="wide")
if page.url_path != "inbrengen":
    intake_state.leave()
page.run()
st.html(frame.footer(spoken))
