# SPDX-License-Identifier: EUPL-1.2
"""The figures of a registered pattern, printed as sentences."""

from typing import TYPE_CHECKING

from casebase.bilingual import Bilingual

if TYPE_CHECKING:
    from patterns.equal_treatment import ComparedPair, Comparisons
    from patterns.size import SizeStep
    from patterns.study import PatternStudy
    from search_app.cli.output import Voice

FIRST_PAIRS = 3


def print_study(voice: "Voice", study: "PatternStudy | Bilingual") -> None:
    """The figures; a sentence in place of them is printed as it is."""
    if isinstance(study, Bilingual):
        voice.say(study)
        return
    voice.both(f"Cijfers tot en met {study.as_of:%d-%m-%Y}:", f"Figures up to {study.as_of:%Y-%m-%d}:")
    _indented(voice, study.trend.reason)
    for sentence in [words for spread in study.spread for words in spread.words] or [_NO_SPREAD]:
        _indented(voice, sentence)
    _indented(voice, study.outcomes.words)
    _indented(voice, study.offices.words)
    for step in study.size:
        _indented(voice, _size(step))
    _indented(voice, _counted(study.treatment))
    for pair in study.treatment.pairs[:FIRST_PAIRS]:
        _indented(voice, _pair(pair))


_NO_SPREAD = Bilingual(
    "Geen regio, organisatie, functie of regeling valt op.",
    "No region, organisation, function or regulation stands out.",
)


_ENDINGS = {
    "anders": Bilingual("liep anders af", "ended differently"),
    "gelijk": Bilingual("liep gelijk af", "ended the same"),
    "onbekend": Bilingual("afloop niet bekend", "outcome not known"),
}


def _indented(voice: "Voice", sentence: Bilingual) -> None:
    voice.both(f"  {sentence.nl}", f"  {sentence.en}")


def _size(step: "SizeStep") -> Bilingual:
    bounds = f"{step.low}" if step.high == step.low else f"{step.low} – {step.high}"
    if step.high is None:
        at_least = Bilingual(f"ten minste {step.low}", f"at least {step.low}")
    else:
        at_least = Bilingual(bounds, bounds)
    source = f"{step.source}, {step.dated:%Y-%m-%d}"
    return Bilingual(
        f"Omvang: {at_least.nl} ({source}). {step.method.nl}",
        f"Size: {at_least.en} ({source}). {step.method.en}",
    )


def _counted(compared: "Comparisons") -> Bilingual:
    pairs = compared.pairs
    telling = sum(pair.nearly_identical and pair.ending.value == "anders" for pair in pairs)
    left_out = compared.other_rules + compared.other_period + compared.period_unknown
    return Bilingual(
        f"{len(pairs)} {'paar' if len(pairs) == 1 else 'paren'} naast elkaar; "
        f"{telling} bijna gelijk en anders afgelopen. "
        f"Niet vergeleken: {left_out} (andere regels, andere periode of geen datum).",
        f"{len(pairs)} {'pair' if len(pairs) == 1 else 'pairs'} side by side; "
        f"{telling} nearly identical that ended differently. "
        f"Not compared: {left_out} (other rules, another period or no date).",
    )


def _pair(pair: "ComparedPair") -> Bilingual:
    ending = _ENDINGS[pair.ending]
    cases, rules = (pair.first, pair.second), ", ".join(pair.shared_regulations)
    days = pair.days_apart
    return Bilingual(
        f"  {' en '.join(cases)}: {ending.nl}; {rules}; {days} {'dag' if days == 1 else 'dagen'} ertussen",
        f"  {' and '.join(cases)}: {ending.en}; {rules}; {days} {'day' if days == 1 else 'days'} apart",
    )
