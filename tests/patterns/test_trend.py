# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from patterns.alarms import AlarmRule
from patterns.power import power_to_see_growth
from patterns.receipts import PatternReceipts, Receipt
from patterns.trend import Trend, Verdict, trends

LAST_LOOK = date(2026, 11, 22)
INFLOW = [LAST_LOOK - timedelta(days) for days in range(900)]


def pattern(ages: Sequence[int], name: str = "P1", source: str | None = None) -> PatternReceipts:
    return PatternReceipts(name, tuple(Receipt(LAST_LOOK - timedelta(age), source) for age in ages))


def trend_of(one: PatternReceipts, as_of: date = LAST_LOOK, others: int = 0) -> Trend:
    quiet = [pattern([200, 300], f"Q{number}") for number in range(others)]
    return trends([one, *quiet], INFLOW, as_of)[0]


@pytest.mark.parametrize(
    ("ages", "verdict"),
    [
        ([3, 10, 20, 30, 40, 50, 60, 300], Verdict.GROWING),
        ([3, 200], Verdict.TOO_FEW),
        ([], Verdict.TOO_FEW),
        (range(0, 455, 8), Verdict.STEADY),
        (range(95, 455, 12), Verdict.FALLING),
    ],
)
def test_the_verdict_follows_the_figures(ages: Sequence[int], verdict: Verdict) -> None:
    assert trend_of(pattern(ages)).verdict is verdict


def test_growth_is_told_with_its_counts_interval_and_origin() -> None:
    ages = [3, 10, 20, 30, 40, 50, 60, 300]
    told = trend_of(
        PatternReceipts("P", tuple(Receipt(LAST_LOOK - timedelta(age), f"unit {age}") for age in ages))
    )
    assert told.emerging
    assert told.sources == 7
    assert "7 meldingen, in het jaar daarvoor 1: 36 keer zoveel" in told.reason.nl
    assert "95%" in told.reason.nl
    assert "Ze komen van 7 eenheden." in told.reason.nl
    assert "They come from 7 units." in told.reason.en


def test_growth_from_one_unit_carries_a_warning() -> None:
    told = trend_of(pattern([3, 10, 20, 30, 40, 50, 60], source="Wajong Noord"))
    assert (told.verdict, told.from_one_source) == (Verdict.GROWING, True)
    assert "alles komt van één eenheid" in told.reason.nl


def test_a_batch_of_one_team_in_one_week_is_no_growth() -> None:
    assert trend_of(pattern([0, 1, 2, 3, 4, 5], source="Wajong Noord")).verdict is Verdict.TOO_FEW


def test_a_busier_time_for_everybody_is_no_growth() -> None:
    ages = [3, 10, 20, 30, 40, 50, 60, 300]
    busy = INFLOW + [LAST_LOOK - timedelta(days % 91) for days in range(3000)]
    assert trends([pattern(ages)], busy, LAST_LOOK)[0].verdict is not Verdict.GROWING


def test_the_more_patterns_are_watched_the_more_proof_is_asked() -> None:
    ages = [3, 20, 40, 60, 150]
    assert trend_of(pattern(ages)).verdict is Verdict.GROWING
    assert trend_of(pattern(ages), others=59).verdict is not Verdict.GROWING


def test_cases_from_before_the_registration_do_not_prove_growth() -> None:
    ages = [3, 10, 20, 30, 40, 50, 60]
    registered = PatternReceipts("P", pattern(ages).receipts, registered_on=LAST_LOOK - timedelta(15))
    assert trend_of(registered).verdict is Verdict.TOO_FEW
    assert trend_of(registered).comparisons[-1].recent == 2
    reason = trend_of(registered).reason
    assert reason.nl.startswith(
        "Sinds de registratie op 7 november 2026 2 meldingen, in het jaar tot 13 weken"
    )
    assert "bewijst geen groei" in reason.nl
    assert "Since the registration on 7 November 2026 2 reports" in reason.en


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        (
            [100],
            "0 meldingen, in het jaar daarvoor 1: hoeveel keer het verwachte dat is, valt niet te zeggen.",
        ),
        ([10], "1 melding, in het jaar daarvoor 0: ten minste 0,1 keer het verwachte."),
        ([], "0 meldingen, in het jaar daarvoor 0. Te weinig om iets te zeggen"),
    ],
)
def test_an_interval_with_one_bound_is_told_as_such(ages: Sequence[int], words: str) -> None:
    assert words in trend_of(pattern(ages)).reason.nl


@pytest.mark.parametrize(("registered", "falling"), [(95, False), (454, False), (455, True)])
def test_fewer_cases_than_led_to_the_registration_are_no_decline(registered: int, falling: bool) -> None:
    receipts = pattern(range(95, 455, 12)).receipts
    told = trend_of(PatternReceipts("P", receipts, registered_on=LAST_LOOK - timedelta(registered)))
    assert (told.verdict is Verdict.FALLING) is falling


def test_an_alarm_that_goes_on_is_one_episode_and_nothing_later_is_known() -> None:
    burst = pattern([3, 10, 20, 30, 40, 50, 60, 300])
    now, then = trend_of(burst), trend_of(burst, LAST_LOOK - timedelta(70))
    assert len(now.episodes) == 1
    assert now.episodes[0].began_on < LAST_LOOK == now.episodes[0].last_on
    assert (then.verdict, then.emerging, then.episodes) == (Verdict.TOO_FEW, False, ())


SAMPLE = {  # when the cases of invented themes in the sample came in: three bursts, a rise, a decline
    "letters": "2021-05-18 2022-09-06 2023-10-03 2023-10-11 2023-10-19 2023-10-26 2023-11-02 2023-11-14",
    "portal": "2022-05-10 2023-06-06 2024-03-12 2024-11-05 2024-11-12 2024-11-18 2024-11-26 2024-12-03",
    "merger": "2021-06-15 2022-10-18 2023-04-12 2024-08-22 2025-03-20 2025-03-24 2025-03-25 2025-03-27",
    "slow": "2022-09-27 2023-03-14 2023-10-10 2024-01-23 2024-05-21 2024-11-05 2025-01-21 2025-03-20",
    "fading": "2021-01-14 2021-02-03 2021-02-26 2021-03-18 2021-04-21 2021-05-27 2022-02-08 2023-11-02",
}


@pytest.mark.parametrize(
    ("name", "third"),
    [("letters", date(2023, 10, 19)), ("portal", date(2024, 11, 18)), ("merger", date(2025, 3, 25))],
)
def test_bursts_in_the_sample_are_seen_within_six_weeks_of_their_third_case(name: str, third: date) -> None:
    told = {one.pattern_id: one for one in sample_trends()}
    assert [third <= one.began_on <= third + timedelta(weeks=6) for one in told[name].episodes] == [True]
    assert told["slow"].episodes == told["fading"].episodes == ()


def sample_trends() -> tuple[Trend, ...]:
    inflow = [date(2021, 1, 1) + timedelta(days=round(6.6 * number)) for number in range(270)]
    patterns = [
        PatternReceipts(name, tuple(Receipt(date.fromisoformat(day)) for day in days.split()))
        for name, days in SAMPLE.items()
    ]
    quiet = [PatternReceipts(f"quiet {number}", ()) for number in range(15)]
    return trends([*patterns, *quiet], inflow, date(2025, 11, 6), weeks_back=260)


def test_after_the_alarm_the_reason_says_until_when_it_was() -> None:
    burst = pattern([133, 140, 150, 160, 170, 180, 190])
    told = trends([burst], INFLOW, LAST_LOOK)[0]
    assert told.verdict is not Verdict.GROWING
    assert told.emerging
    assert "viel groei op" in told.reason.nl


def test_an_empty_databank_and_no_patterns_give_no_error() -> None:
    assert trends([], [], LAST_LOOK) == ()
    assert trends([PatternReceipts("P", ())], [], LAST_LOOK)[0].verdict is Verdict.TOO_FEW


@pytest.mark.parametrize(("rate", "power"), [(0.5, 0.18), (1.0, 0.44), (2.0, 0.79)])
def test_the_power_is_that_of_a_simulation(rate: float, power: float) -> None:
    # simulated with numpy, 3 months at three times the rate against 12 months, p < 0.01 and 3 cases
    total = round(15 * rate)
    assert power_to_see_growth(total, 0.2, 0.01) == pytest.approx(power, abs=0.04)


def test_the_power_is_counted_as_by_hand() -> None:
    # one case in all, both windows as long: means 1.5 and 0.5; only 3 or more against 0 has p <= 1/8
    from scipy import stats

    by_hand = sum(
        stats.poisson.pmf(recent, 1.5) * stats.poisson.pmf(before, 0.5)
        for recent in range(3, 40)
        for before in range(40)
        if stats.binom.sf(recent - 1, recent + before, 0.5) <= 0.125
    )
    assert power_to_see_growth(1, 0.5, 0.125) == pytest.approx(by_hand)
    assert AlarmRule().minimum == 3
