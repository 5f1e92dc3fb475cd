# SPDX-License-Identifier: EUPL-1.2
"""Page Uitleg: what the databank is for and what it does not promise."""

import streamlit as st

from search_app.ui import session
from search_app.ui.about import about

st.html(about(session.language()))
