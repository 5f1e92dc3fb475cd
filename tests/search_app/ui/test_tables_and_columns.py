# SPDX-License-Identifier: EUPL-1.2
"""Tables and columns of figures."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from casebase.bilingual import Bilingual, Language
from patterns.periods import Period
from search_app.ui.columns_figure import NARROW, WIDE, Column, columns_svg
from search_app.ui.formats import period_name
from search_app.ui.table import Cell, table

HEAD = [Bilingual("Wat", "What"), Bilingual("Aantal", "Number")]


def test_a_table_names_its_columns_and_rows_and_puts_numbers_right() -> None:
    made = table(HEAD, [[Cell("appels"), Cell("3", number=True)]], Language.NL)
    assert '<th scope="col">Wat</th><th scope="col" class="mw-getal">Aantal</th>' in made
    assert '<th scope="row">appels</th><td class="mw-getal">3</td>' in made


def test_what_stands_in_a_cell_is_only_text() -> None:
    made = table(HEAD, [[Cell("<b>x</b>", link='a?b="c"'), Cell("<i>", mark="niet")]], Language.EN)
    assert "<b>" not in made
    assert "<i>" not in made
    assert 'href="a?b=&quot;c&quot;"' in made


@pytest.mark.parametrize("number", [0, 1, 5, 24])
def test_columns_are_valid_svg_with_every_number(number: int) -> None:
    columns = [Column(f"maand {place} & <x>", place * 3) for place in range(number)]
    made = columns_svg(columns)
    ElementTree.fromstring(made)
    assert re.findall(r'class="telling"[^>]*>(\d+)<', made) == [str(each.count) for each in columns]


def test_columns_are_as_high_as_their_numbers_and_the_running_one_looks_different() -> None:
    made = columns_svg([Column("a", 10), Column("b", 5, whole_period=False), Column("c", 0)])
    heights = [float(each) for each in re.findall(r'<rect[^>]* height="([\d.]+)"', made)]
    assert heights[0] == pytest.approx(2 * heights[1])
    assert heights[2] == 0
    assert made.count('class="loopt"') == 1


@pytest.mark.parametrize(("number", "width"), [(24, WIDE), (12, NARROW), (8, NARROW), (3, NARROW)])
def test_names_below_columns_never_stand_closer_than_there_is_room(number: int, width: float) -> None:
    made = columns_svg([Column("september 2025", 1) for _ in range(number)], width)
    places = sorted(float(each) for each in re.findall(r'x="([\d.]+)" y="180"', made))
    steps = [later - earlier for earlier, later in pairwise(places)]
    # 105 units is what a long name takes; the last one ends at its place, the one before is centred.
    assert min(steps, default=200) > 105 * 1.5


@pytest.mark.parametrize(
    ("first_day", "period", "nl", "en"),
    [
        (date(2025, 5, 1), Period.MONTH, "mei 2025", "May 2025"),
        (date(2025, 1, 1), Period.QUARTER, "1e kwartaal 2025", "quarter 1, 2025"),
        (date(2025, 10, 1), Period.QUARTER, "4e kwartaal 2025", "quarter 4, 2025"),
        (date(2025, 1, 1), Period.YEAR, "2025", "2025"),
    ],
)
def test_a_period_has_a_name_that_people_use(first_day: date, period: Period, nl: str, en: str) -> None:
    assert period_name(first_day, period, Language.NL) == nl
    assert period_name(first_day, period, Language.EN) == en
