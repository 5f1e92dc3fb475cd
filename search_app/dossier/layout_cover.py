# SPDX-License-Identifier: EUPL-1.2
"""The first page of an evidence pack, its history and its limits."""

from datetime import date

from anonymise.profiles import Profile
from casebase.bilingual import Bilingual, Language
from casebase.pattern_vocabulary import PatternState
from casebase.vocabulary import Outcome, Principle
from patterns.dossier import Dossier
from patterns.size import SizeStep
from search_app.dossier import words as w
from search_app.dossier.document import Block, Bullets, Callout, Cover, Table, Tile
from search_app.dossier.limits import limits
from search_app.ui.formats import listed, lowered, month_year, whole

NAMED_PLACES = 3


def cover(dossier: Dossier, profile: Profile, language: Language) -> Cover:
    """What it is, from whom, to whom, and the four figures to remember."""
    record = dossier.study.file.record
    facts = [
        ("number", record.pattern_id),
        ("date", long_day(dossier.study.as_of, language)),
        ("state", _state(dossier, language)),
        ("solution", record.solution.label.in_language(language) if record.solution else ""),
        ("addressee", record.addressee or w.NO_ADDRESSEE.in_language(language)),
        ("due", long_day(record.action_due, language) if record.action_due else ""),
        ("readers", w.READERS[profile].in_language(language)),
        ("sender", sender(dossier, language)),
    ]
    return Cover(
        kicker=w.KICKER.in_language(language),
        title=record.name,
        lead=record.mechanism,
        facts=tuple((w.FACTS[name].in_language(language), value) for name, value in facts if value),
        tiles=_tiles(dossier, language),
    )


def ask(dossier: Dossier, language: Language) -> Callout:
    """What is asked of whom, by the state of the pattern."""
    record = dossier.study.file.record
    who = record.addressee or w.WHOEVER.in_language(language)
    text = w.ASKED[record.state].in_language(language).format(who=who)
    if record.action_due and "{who}" in w.ASKED[record.state].nl:
        day = long_day(record.action_due, language)
        text += Bilingual(f" Graag vóór {day}.", f" Please before {day}.").in_language(language)
    return Callout(w.ASK.in_language(language), text)


def rule(dossier: Dossier, language: Language) -> list[Block]:
    """The rules and principles that its cases name; the mechanism stands in the head."""
    number = len(dossier.cases)
    principles = tuple(
        (Principle(value).label.in_language(language), count) for value, count in dossier.principles
    )
    items = [
        (w.REGULATIONS.in_language(language), _counts(dossier.regulations, number, language)),
        (w.PRINCIPLES.in_language(language), _counts(principles[:4], number, language)),
    ]
    return [Bullets(tuple((label, text) for label, text in items if text))]


def history(dossier: Dossier, language: Language) -> list[Block]:
    """The states that the pattern went through."""
    rows = tuple(
        (long_day(step.day, language), step.state.label.in_language(language), step.why)
        for step in dossier.history
    )
    heads = tuple(w.HEADS[name].in_language(language) for name in ("day", "state", "why"))
    return [Table(w.TABLES["history"].in_language(language), heads, rows, (1.1, 1.2, 3))]


def unknown(dossier: Dossier, language: Language) -> list[Block]:
    """The honest limits."""
    return [Bullets(tuple(("", each.in_language(language)) for each in limits(dossier)))]


def sender(dossier: Dossier, language: Language) -> str:
    """The maatwerkplaatsen that the cases came from, those with most cases first."""
    places = list(dossier.maatwerkplaatsen)
    if not places or dossier.detail.whole_years:
        return w.THE_PLACES.in_language(language)
    more = len(places) - NAMED_PLACES
    named = places[:NAMED_PLACES]
    if more > 0:
        named.append(Bilingual(f"{more} andere", f"{more} others").in_language(language))
    one, many = (
        Bilingual("Maatwerkplaats", "Maatwerkplaats"),
        Bilingual("Maatwerkplaatsen", "Maatwerkplaatsen"),
    )
    return f"{(one if len(places) == 1 else many).in_language(language)} {listed(named, language)}"


def received(day: date | None, dossier: Dossier, language: Language) -> str:
    """When a case came in, as exactly as the reader may know."""
    if day is None:
        return "–"
    return str(day.year) if dossier.detail.whole_years else month_year(day, language)


def long_day(day: date, language: Language) -> str:
    """A day in words: 2 juni 2025."""
    return f"{day.day} {month_year(day, language)}"


def people(step: SizeStep, language: Language) -> str:
    """How many people a step of the ladder says, with its bounds."""
    if step.high is None:
        at_least = Bilingual("ten minste", "at least").in_language(language)
        return f"{at_least} {whole(step.low, language)}"
    if step.low == step.high:
        return whole(step.estimate, language)
    return f"{whole(step.low, language)} – {whole(step.high, language)}"


def _state(dossier: Dossier, language: Language) -> str:
    record = dossier.study.file.record
    label = record.state.label.in_language(language)
    since = _since(dossier, record.state)
    if since is None:
        return label
    day = long_day(since, language)
    return Bilingual(f"{label} sinds {day}", f"{label} since {day}").in_language(language)


def _since(dossier: Dossier, state: PatternState) -> date | None:
    days = [step.day for step in dossier.history if step.state is state]
    return days[-1] if days else None


def _tiles(dossier: Dossier, language: Language) -> tuple[Tile, ...]:
    study = dossier.study
    strongest = study.size[0] if study.size else None
    solved = next((each.count for each in study.outcomes.shares if each.outcome is Outcome.SOLVED), 0)
    known = study.outcomes.known
    tiles = [
        ("cases", whole(len(dossier.cases), language), _span(dossier, language)),
        ("trend", w.VERDICTS[study.trend.verdict].in_language(language), w.LAST_MONTHS.in_language(language)),
        (
            "outcome",
            Bilingual(f"{solved} van {known}", f"{solved} of {known}").in_language(language),
            _not_known(study.outcomes.unknown).in_language(language),
        ),
    ]
    if strongest:
        evidence = lowered(w.RUNGS[strongest.rung].in_language(language))
        tiles.append(("size", people(strongest, language), evidence))
    return tuple(Tile(w.TILES[name].in_language(language), value, note) for name, value, note in tiles)


def _not_known(number: int) -> Bilingual:
    if not number:
        return Bilingual("elke afloop is bekend", "every outcome is known")
    return Bilingual(f"afloop van {number} onbekend", f"outcome of {number} unknown")


def _span(dossier: Dossier, language: Language) -> str:
    days = [case.received_on for case in dossier.cases if case.received_on]
    if not days:
        return w.NO_DATES.in_language(language)
    first, last = received(min(days), dossier, language), received(max(days), dossier, language)
    return first if first == last else f"{first} – {last}"


def _counts(values: tuple[tuple[str, int], ...], number: int, language: Language) -> str:
    if not values:
        return ""
    parts = [f"{value} ({count})" for value, count in values]
    total = Bilingual(f"van de {number} casussen", f"of the {number} cases").in_language(language)
    return f"{', '.join(parts)} {total}."
