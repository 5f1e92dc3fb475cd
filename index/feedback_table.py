# SPDX-License-Identifier: EUPL-1.2
"""The figures by what people said, as lines to read."""

from collections.abc import Mapping

from casebase.bilingual import Bilingual, Language
from index.feedback import MEASURES, BandShare, Estimate, FeedbackReport
from index.hits import Band

_JUDGED_ONLY = Bilingual("alleen beoordeelde casussen", "judged cases only")
_STRICT = Bilingual("niet beoordeeld is niet bruikbaar", "not judged is not useful")


def feedback_table(report: FeedbackReport, language: Language) -> list[str]:
    """The figures as lines of text; what too little is known of says so."""
    lines = [_counts(report).in_language(language)]
    if report.judged_only and report.unjudged_not_useful:
        rows = {_JUDGED_ONLY: report.judged_only, _STRICT: report.unjudged_not_useful}
        lines += [_reading(report).in_language(language), *_measures(rows, language)]
    else:
        lines.append(_too_few(report).in_language(language))
    shown = (_band_line(Band(name), share) for name, share in report.bands.items())
    return lines + [line.in_language(language) for line in shown]


def _counts(report: FeedbackReport) -> Bilingual:
    return Bilingual(
        f"{report.searches} zoekvragen, {report.judgements} oordelen, {report.people} mensen, "
        f"{report.versions} versies; model nu {report.model_id}",
        f"{report.searches} searches, {report.judgements} judgements, {report.people} people, "
        f"{report.versions} versions; model now {report.model_id}",
    )


def _too_few(report: FeedbackReport) -> Bilingual:
    return Bilingual(
        f"Te weinig om iets over de volgorde te zeggen: er zijn minstens {report.fewest_searches} "
        "beoordeelde zoekvragen nodig.",
        f"Too few to tell anything about the ranking: at least {report.fewest_searches} judged searches "
        "are needed.",
    )


def _reading(report: FeedbackReport) -> Bilingual:
    share = f"{report.judged_at_10 or 0:.0%}"
    return Bilingual(
        f"Van de eerste tien casussen is {share} beoordeeld; bij {report.without_useful} zoekvragen was "
        "niets bruikbaar. De waarheid ligt meestal tussen de twee regels.",
        f"Of the first ten cases {share} was judged; for {report.without_useful} searches nothing was "
        "useful. The truth mostly lies between the two lines.",
    )


def _measures(rows: Mapping[Bilingual, Mapping[str, Estimate]], language: Language) -> list[str]:
    width = max(len(name.in_language(language)) for name in rows) + 2
    heading = " " * width + "".join(f"{name:>20}" for name in MEASURES)
    return [
        heading,
        *(
            f"{name.in_language(language):<{width}}" + "".join(f"{_shown(row[m]):>20}" for m in MEASURES)
            for name, row in rows.items()
        ),
    ]


def _shown(found: Estimate) -> str:
    return f"{found.mean:.3f} ({found.low:.2f}-{found.high:.2f})"


def _band_line(band: Band, found: BandShare) -> Bilingual:
    name, counted = band.label, (found.useful, found.judgements)
    if found.share is None:
        return Bilingual(
            f"{name.nl}: {counted[0]} van {counted[1]} bruikbaar; te weinig om iets te zeggen",
            f"{name.en}: {counted[0]} of {counted[1]} useful; too few to tell",
        )
    share = f"{found.share.mean:.0%} ({found.share.low:.0%}-{found.share.high:.0%})"
    return Bilingual(
        f"{name.nl}: {counted[0]} van {counted[1]} bruikbaar, {share}",
        f"{name.en}: {counted[0]} of {counted[1]} useful, {share}",
    )
