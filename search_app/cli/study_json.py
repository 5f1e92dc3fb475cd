# SPDX-License-Identifier: EUPL-1.2
"""What the figures tell of a pattern, as JSON; the keys are told in docs/commands.md."""

from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casebase.bilingual import Language
    from patterns.bursts import Burst
    from patterns.equal_treatment import Comparisons, OutcomeCounts
    from patterns.exact import Interval
    from patterns.office_difference import OfficeDifference
    from patterns.size import SizeStep
    from patterns.spread import Spread
    from patterns.study import PatternStudy
    from patterns.trend import Trend


def study_json(study: "PatternStudy", language: "Language") -> dict[str, object]:
    """The figures of a registered pattern as of a day."""
    return {
        "as_of": study.as_of,
        "trend": trend_json(study.trend, language),
        "emerging": study.trend.emerging,
        "spread": [spread_json(each, language) for each in study.spread],
        "outcomes": _outcomes(study.outcomes, language),
        "pairs": _pairs(study.treatment),
        "offices": _offices(study.offices, language),
        "size": [size_json(step, language) for step in study.size],
    }


def trend_json(trend: "Trend", language: "Language") -> dict[str, object]:
    """Whether a pattern grows, with the reason and every window that was looked at."""
    return {
        "verdict": trend.verdict.value,
        "reason": trend.reason.in_language(language),
        "q_value": round(trend.q_value, 6),
        "power": round(trend.power, 4),
        "looked_on": trend.looked_on,
        "windows": [
            {
                "weeks": each.weeks,
                "recent": each.recent,
                "before": each.before,
                "ratio": _interval(each.ratio),
            }
            for each in trend.comparisons
        ],
        "episodes": [{"from": each.began_on, "to": each.last_on} for each in trend.episodes],
    }


def burst_json(burst: "Burst", language: "Language") -> dict[str, object]:
    """Like cases that came in close together."""
    return {
        "case_ids": list(burst.case_ids),
        "weeks": burst.weeks,
        "looked_on": burst.looked_on,
        "p_value": round(burst.p_value, 4),
        "reason": burst.reason.in_language(language),
    }


def spread_json(spread: "Spread", language: "Language") -> dict[str, object]:
    """How cases lie over the values of one aspect."""
    return {
        "aspect": spread.aspect.value,
        "values": {each.value: each.count for each in spread.values},
        "unknown": spread.unknown,
        "withheld": spread.withheld,
        "stands_out": [sentence.in_language(language) for sentence in spread.words],
    }


def size_json(step: "SizeStep", language: "Language") -> dict[str, object]:
    """One step of the ladder; ``high`` is None where only a least number is known."""
    return {
        "rung": step.rung.name.lower(),
        "low": step.low,
        "estimate": step.estimate,
        "high": step.high,
        "source": step.source,
        "date": step.dated,
        "method": step.method.in_language(language),
        "warning": step.warning.in_language(language) if step.warning else None,
    }


def _outcomes(counts: "OutcomeCounts", language: "Language") -> dict[str, object]:
    return {
        "known": counts.known,
        "unknown": counts.unknown,
        "shares": {
            each.outcome.value: {"count": each.count, "share": _interval(each.share)}
            for each in counts.shares
        },
        "words": counts.words.in_language(language),
    }


def _pairs(compared: "Comparisons") -> dict[str, object]:
    return {
        "compared": [
            {
                "cases": [pair.first, pair.second],
                "score": round(pair.score, 4),
                "nearly_identical": pair.nearly_identical,
                "ending": pair.ending.value,
                "shared_regulations": list(pair.shared_regulations),
                "other_regulations": list(pair.other_regulations),
                "days_apart": pair.days_apart,
            }
            for pair in compared.pairs
        ],
        "other_rules": compared.other_rules,
        "other_period": compared.other_period,
        "period_unknown": compared.period_unknown,
    }


def _offices(difference: "OfficeDifference", language: "Language") -> dict[str, object]:
    return {
        "p_value": difference.p_value,
        "method": difference.method.value,
        "cases": difference.cases,
        "strata": difference.strata,
        "offices": difference.offices,
        "words": difference.words.in_language(language),
    }


def _interval(interval: "Interval") -> dict[str, float | None]:
    """JSON knows no infinity: an open end is None."""
    numbers = {"estimate": interval.estimate, "low": interval.low, "high": interval.high}
    return {name: _finite(value) for name, value in numbers.items()}


def _finite(value: float | None) -> float | None:
    return round(value, 4) if value is not None and isfinite(value) else None
