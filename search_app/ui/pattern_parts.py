# SPDX-License-Identifier: EUPL-1.2
"""The parts of a pattern's page (draws with Streamlit)."""

import streamlit as st

from casebase.bilingual import Language
from search_app.pattern_view import PatternView, typical_first
from search_app.ui import (
    pattern_dossier,
    pattern_history,
    pattern_members,
    pattern_size,
    pattern_spread,
    pattern_story,
    pattern_treatment,
    pattern_trend,
    session,
)
from search_app.ui.outcome_figure import outcome_alt, outcome_svg
from search_app.ui.pattern_links import Part
from search_app.ui.pattern_more_like import more_like_these
from search_app.ui.trend_figure import NARROW, WIDE, trend_alt, trend_svg


def draw(part: Part, view: PatternView, language: Language) -> None:
    """Draw one part of the page."""
    DRAWN[part](view, language)


def _story(view: PatternView, language: Language) -> None:
    typical = typical_first(session.databank(), view)
    with st.container(key="patroonverhaal"):
        short, told = st.columns([3, 5], gap="large")
        short.html(pattern_story.in_short(view, language))
        told.html(pattern_story.stories(typical, language))
        if typical:
            told.html(pattern_story.counter_examples(typical, language))


def _figures(view: PatternView, language: Language) -> None:
    trend, registered_on = view.study.trend, view.record.registered_on
    st.html(pattern_trend.title(language))
    with st.container(key="patroongroei"):
        verdict, drawn = st.columns([3, 5], gap="large")
        known, members = len(view.member_cases), view.study.file.case_ids
        verdict.html(pattern_trend.told(trend, registered_on, known, language, view.burst, members))
        with drawn:
            for width in (WIDE, NARROW):
                with st.container(key=f"groeifiguur_{width}"):
                    svg = trend_svg(trend, registered_on, language, width=width)
                    st.image(svg, alt=trend_alt(trend, language), width="stretch")
            st.html(pattern_trend.compared(trend, language) + pattern_trend.months_table(trend, language))
    st.html(pattern_spread.spread_section(view.study.spread, language))
    st.html(pattern_size.size_section(view.study.size, language))


def _treatment(view: PatternView, language: Language) -> None:
    study = view.study
    st.html(pattern_treatment.introduction(language))
    left, right = st.columns([5, 4], gap="large")
    left.html(pattern_treatment.outcome_table(study.outcomes, language))
    if study.outcomes.known:
        right.image(outcome_svg(study.outcomes, language), alt=outcome_alt(study.outcomes, language))
    st.html(pattern_treatment.compared(study.treatment, view.cases, language))
    st.html(pattern_treatment.offices(study.offices, language))


def _cases(view: PatternView, language: Language) -> None:
    st.html(pattern_members.members_section(view, language))
    more_like_these(view.details, language)


def _course(view: PatternView, language: Language) -> None:
    st.html(pattern_history.history(view.events, language))


def _dossier(view: PatternView, language: Language) -> None:
    pattern_dossier.dossier(view.study, language)


DRAWN = {
    Part.STORY: _story,
    Part.FIGURES: _figures,
    Part.TREATMENT: _treatment,
    Part.CASES: _cases,
    Part.COURSE: _course,
    Part.DOSSIER: _dossier,
}
"""What draws each part."""
