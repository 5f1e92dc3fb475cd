# SPDX-License-Identifier: EUPL-1.2
"""Page Cijfers: what came in, how complete it is, what became of the signals, how well it works."""

import streamlit as st

from casebase.bilingual import Language
from patterns.periods import Period
from patterns.report import Figures
from search_app.measurements import read_measurements
from search_app.ui import figures_page as page
from search_app.ui import session
from search_app.ui.as_of import day_asked
from search_app.ui.columns_figure import NARROW, WIDE, columns_svg
from search_app.ui.measured import measured


def period_asked() -> Period:
    asked = st.query_params.get("per", "")
    return Period(asked) if asked in set(Period) else Period.QUARTER


def received(figures: Figures, period: Period, language: Language) -> None:
    with st.container(key="binnengekomen"):
        st.html(page.received_heading(figures, period, session.databank().today, language))
        for width, most in ((WIDE, page.SHOWN_PERIODS), (NARROW, page.SHOWN_NARROW)):
            with st.container(key=f"perioden_{width:.0f}"):
                columns = page.columns(figures, period, language, most)
                told = ", ".join(f"{each.name}: {each.count}" for each in columns)
                st.image(columns_svg(columns, width), alt=told, width="stretch")
        st.html(page.periods_table(figures, period, language))


def all_figures(figures: Figures, period: Period, language: Language) -> None:
    received(figures, period, language)
    st.html(page.made_of(figures, language))
    left, right = st.columns(2, gap="large")
    left.html(page.completeness(figures, language) + page.signals(figures, language))
    right.html(page.offices(figures, language))


spoken = session.language()
databank = session.databank()
length = period_asked()
counted = databank.reporting.figures(day_asked(st.query_params, databank.today), length)
st.html(page.heading(counted, databank.reporting.waiting(), databank.today, spoken))
if counted.cases:
    all_figures(counted, length, spoken)
else:
    st.html(page.nothing(spoken))
st.html(measured(read_measurements(databank.settings.data_dir, databank.settings.home), spoken))
