# SPDX-License-Identifier: EUPL-1.2
import pytest

from benchmarks.patterns.sample_bursts import BURSTS, Watched, watched_themes


@pytest.fixture(scope="module", params=[0, 40])
def watched(request: pytest.FixtureRequest) -> dict[str, Watched]:
    return {one.theme: one for one in watched_themes(quiet=request.param)}


def test_every_burst_is_one_alarm_within_six_weeks_of_its_third_case(watched: dict[str, Watched]) -> None:
    assert {theme: len(watched[theme].alarms) for theme in BURSTS} == dict.fromkeys(BURSTS, 1)
    assert all((watched[theme].days_after_third or 99) <= 42 for theme in BURSTS)


def test_no_theme_that_is_steady_rises_slowly_or_fades_is_ever_an_alarm(watched: dict[str, Watched]) -> None:
    assert {theme for theme, one in watched.items() if one.alarms} == set(BURSTS)
    assert len(watched) == 20
