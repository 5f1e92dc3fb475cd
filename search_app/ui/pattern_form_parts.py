# SPDX-License-Identifier: EUPL-1.2
"""Boxes and buttons that the forms of a pattern share (draws with Streamlit)."""

from collections.abc import Callable
from datetime import date, timedelta
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual
from search_app.ui import pattern_act_words as words
from search_app.ui.pattern_said import Said, Work, do
from search_app.ui.typed_values import written_day

_EXAMPLE = timedelta(weeks=6)


def hint(work: Work, sentence: Bilingual) -> None:
    """A quiet sentence above a form."""
    st.html(f'<p class="mw-hulp">{escape(work.told(sentence))}</p>')


def part_heading(work: Work, text: Bilingual) -> None:
    """The heading of one of several forms."""
    st.html(f'<h3 class="mw-h3">{escape(work.told(text))}</h3>')


def line_box(work: Work, box: Bilingual, name: str, value: str = "", *, how: Bilingual | None = None) -> None:
    """A box for one line; ``how`` tells in a few words how to fill it in."""
    label = f"{work.told(box)} ({work.told(how)})" if how else work.told(box)
    st.text_input(label, value, key=work.key(name))


def text_box(work: Work, box: Bilingual, name: str, value: str = "") -> None:
    """A box for some sentences."""
    st.text_area(work.told(box), value, key=work.key(name), height=96)


def day_box(work: Work, box: Bilingual, name: str, value: date | None = None) -> None:
    """A box for a day to come, with an example of how to write it."""
    _day_box(work, box, name, value, work.desk.today + _EXAMPLE)


def past_day_box(work: Work, box: Bilingual, name: str) -> None:
    """A box for a day that has come."""
    _day_box(work, box, name, None, work.desk.today)


def why_box(work: Work, name: str, box: Bilingual = words.WHY) -> None:
    """The box for the reason, which every act asks for."""
    st.text_input(work.told(box), key=work.key(name))


def submit(
    work: Work,
    text: str,
    name: str,
    action: Callable[[], Said],
    *,
    closes: bool = True,
    primary: bool = True,
) -> None:
    """The button of a form; afterwards the form closes unless it is used time after time."""
    st.form_submit_button(
        text,
        key=work.key(name),
        type="primary" if primary else "secondary",
        on_click=do,
        args=(work, action),
        kwargs={"closes": closes},
    )


def _day_box(work: Work, box: Bilingual, name: str, value: date | None, example: date) -> None:
    how = work.told(words.DAY_HINT).format(day=written_day(example))
    st.text_input(f"{work.told(box)} ({how})", written_day(value), key=work.key(name))
