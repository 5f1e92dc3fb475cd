# SPDX-License-Identifier: EUPL-1.2
"""Found cases, on the terminal and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from casebase.bilingual import Language
from casebase.record import CaseRecord
from casebase.store import StoredCase
from casebase.vocabulary import Term
from index.hits import Band, Explanation, Hit, NearDuplicate, SearchResult
from search_app.answers import ListView
from search_app.cli.output import Voice

_EXCERPT = 220
_IN_THE_DISTANCE = 3
"""So many weak hits are shown when nothing is comparable."""


def print_hits(result: SearchResult, cases: Mapping[str, StoredCase], voice: Voice) -> None:
    """Hits with what was decided and why they are alike."""
    hits = result.hits
    _tell_what_was_searched(result, voice)
    if not result.comparable:
        voice.both(
            "Niets vergelijkbaars gevonden. Deze situatie lijkt nieuw: leg haar voor aan de maatwerkplaats.",
            "Nothing comparable found. This situation seems new: take it to the maatwerkplaats.",
        )
        hits = hits[:_IN_THE_DISTANCE]
    for place, hit in enumerate(hits, start=1):
        click.echo(f"\n{place:2}. {hit.title}  [{hit.band.label.in_language(voice.language)}]")
        click.echo(f"    {_facts(hit, cases, voice.language)}")
        if hit.passages:
            click.echo(f"    {_excerpt(hit.passages[0].text)}")
        for line in _reasons(hit.explanation, voice.language):
            click.echo(f"    {line}")
        for line in _near_duplicates(hit.near_duplicates, voice.language):
            click.echo(f"    {line}")
    if hits:
        click.echo()


def hit_json(hit: Hit, language: Language) -> dict[str, Any]:
    """A hit with all reasons, as other programs read it; the format is a contract (docs/commands.md)."""
    return {
        "case_id": hit.case_id,
        "title": hit.title,
        "score": round(hit.score, 6),
        "band": hit.band.value,
        "passages": [{"field": passage.field, "text": passage.text} for passage in hit.passages],
        "explanation": _explanation_json(hit.explanation, language),
        "near_duplicates": [
            {
                "case_id": other.case_id,
                "title": other.title,
                "outcome": other.outcome.value if other.outcome else None,
                "ended_differently": other.ended_differently,
            }
            for other in hit.near_duplicates
        ],
    }


def case_json(case: CaseRecord) -> dict[str, Any]:
    """A case that meets conditions in the same form; it was compared with nothing."""
    bare = Hit(case.case_id, case.title, 0.0, Band.WEAK, (), Explanation())
    return hit_json(bare, Language.NL) | {"score": None, "band": None}


def print_list(view: ListView, voice: Voice) -> None:
    """Cases that meet conditions, newest first, with how they ended."""
    voice.both(
        f"Aantal casussen met deze filters: {view.matched}. De nieuwste staan bovenaan.",
        f"Number of cases with these filters: {view.matched}. The newest come first.",
    )
    for stored in view.cases:
        click.echo(f"\n    {stored.case.title or stored.case.case_id}")
        click.echo(f"    {_facts_of(stored.case, voice.language)}")
    if view.cases:
        click.echo()


def _explanation_json(alike: Explanation, language: Language) -> dict[str, Any]:
    return {
        "shared_regulations": list(alike.shared_regulations),
        "shared_principles": list(alike.shared_principles),
        "shared_terms": list(alike.shared_terms),
        "same_things": [{"asked": pair.asked, "found": pair.found} for pair in alike.same_things],
        "nature": alike.nature.value if alike.nature else None,
        "level": alike.level.value if alike.level else None,
        "aspects": [aspect.value for aspect in alike.aspects],
        "sentences": [
            {"asked": pair.asked, "found": pair.found, "field": pair.field, "aspect": pair.aspect.value}
            for pair in alike.sentences
        ],
        "differences": [difference.in_language(language) for difference in alike.differences],
        "most_like": alike.most_like or None,
    }


def _tell_what_was_searched(result: SearchResult, voice: Voice) -> None:
    for each in result.corrections:
        nl, en = " of ".join(each.meant), " or ".join(each.meant)
        voice.both(
            f"U typte '{each.typed}'. Ook gezocht naar {nl}.",
            f"You typed '{each.typed}'. Also searched for {en}.",
        )
    if result.also_searched:
        words = ", ".join(result.also_searched)
        voice.both(f"Ook gezocht op: {words}.", f"Also searched for: {words}.")


def _facts(hit: Hit, cases: Mapping[str, StoredCase], language: Language) -> str:
    return _facts_of(cases[hit.case_id].case, language) if hit.case_id in cases else hit.case_id


def _facts_of(case: CaseRecord, language: Language) -> str:
    outcome = case.outcome.label.in_language(language) if case.outcome else ""
    facts = (case.case_id, case.maatwerkplaats, ", ".join(case.regulations), outcome)
    return " · ".join(fact for fact in facts if fact)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _near_duplicates(others: Sequence[NearDuplicate], language: Language) -> list[str]:
    """How many cases are nearly the same, and each of them with how it ended."""
    if not others:
        return []
    nl = language is Language.NL
    if len(others) == 1:
        lines = ["Ook 1 bijna gelijke zaak:" if nl else "Also 1 case that is nearly the same:"]
    else:
        number = len(others)
        lines = [f"Ook {number} bijna gelijke zaken:" if nl else f"Also {number} cases nearly the same:"]
    for other in others:
        facts = [other.case_id, other.outcome.label.in_language(language) if other.outcome else ""]
        differently = ("anders afgelopen" if nl else "ended differently") if other.ended_differently else ""
        lines.append("  " + " · ".join(fact for fact in (*facts, differently) if fact))
    return lines


def _reasons(alike: Explanation, language: Language) -> list[str]:
    nl = language is Language.NL
    lines = [
        (("Lijkt het meest op: " if nl else "Most like: "), [alike.most_like] if alike.most_like else []),
        (("Zelfde regeling: " if nl else "Same regulation: "), alike.shared_regulations),
        (("Zelfde beginsel: " if nl else "Same principle: "), alike.shared_principles),
        (("Gedeelde woorden: " if nl else "Shared words: "), alike.shared_terms),
        (
            ("Andere woorden voor hetzelfde: " if nl else "Other words for the same: "),
            [f"{pair.asked} ↔ {pair.found}" for pair in alike.same_things],
        ),
        (("Zelfde aard: " if nl else "Same nature: "), _label(alike.nature, language)),
        (("Zelfde niveau: " if nl else "Same level: "), _label(alike.level, language)),
        (("Verschilt: " if nl else "Differs: "), [each.in_language(language) for each in alike.differences]),
    ]
    return [label + ", ".join(values) for label, values in lines if values]


def _label(term: Term | None, language: Language) -> list[str]:
    return [term.label.in_language(language).lower()] if term else []
