# SPDX-License-Identifier: EUPL-1.2
"""The sections of an evidence pack in which cases speak."""

from casebase.bilingual import Bilingual, Language
from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from patterns.dossier import LONGEST_LISTS, Dossier
from patterns.dossier_quotes import PerspectiveColumn
from patterns.dossier_stories import Story
from search_app.dossier import words as w
from search_app.dossier.document import Block, Bullets, Column, Columns, Heading, Paragraph, StoryBlock, Table
from search_app.dossier.layout_cover import long_day, received
from search_app.ui.formats import lowered

MOST_MEANWHILE = 6


def stories(dossier: Dossier, language: Language) -> list[Block]:
    """The chosen stories."""
    told = [_story(each, dossier, language) for each in dossier.stories]
    return [Paragraph(w.ON_BRACKETS.in_language(language), quiet=True), *told]


def perspectives(dossier: Dossier, language: Language) -> list[Block]:
    """Ratings counted and sentences quoted, side by side."""
    columns = tuple(_column(each, language) for each in dossier.perspectives)
    return [Paragraph(w.ON_QUOTES.in_language(language), quiet=True), Columns(columns)]


def counter_examples(dossier: Dossier, language: Language) -> list[Block]:
    """Cases that speak against the pattern, or turned out to be something else."""
    within, out = dossier.within_rules, dossier.taken_out
    if not within and not out:
        return [Paragraph(w.NO_COUNTER.in_language(language))]
    blocks: list[Block] = []
    if within:
        blocks += [
            _lead(f"{w.WITHIN_RULES.in_language(language)} ({len(within)})"),
            Bullets(tuple(_solved(case) for case in within[:LONGEST_LISTS])),
        ]
    if out:
        told = tuple((each.case_id or "–", each.removed_why or each.why) for each in out[:LONGEST_LISTS])
        blocks += [_lead(f"{w.TAKEN_OUT.in_language(language)} ({len(out)})"), Bullets(told)]
    return blocks


def meanwhile(dossier: Dossier, language: Language) -> list[Block]:
    """What is done until there is a solution: the answer to the submitters, and case by case."""
    record = dossier.study.file.record
    items: list[tuple[str, str]] = []
    if record.answer:
        since = f" ({long_day(record.answered_on, language)})" if record.answered_on else ""
        items.append((f"{w.TO_SUBMITTERS.in_language(language)}{since}", record.answer))
    items += [(each.case_id, each.text) for each in dossier.meanwhile[:MOST_MEANWHILE]]
    if not items:
        return [Paragraph(w.NO_MEANWHILE.in_language(language))]
    more = len(dossier.meanwhile) - MOST_MEANWHILE
    blocks: list[Block] = [Bullets(tuple(items))]
    if more > 0:
        told = Bilingual(f"En nog {more} andere casussen.", f"And {more} other cases.")
        blocks.append(Paragraph(told.in_language(language), quiet=True))
    return blocks


def list_of_cases(dossier: Dossier, language: Language) -> list[Block]:
    """Every case with its number."""
    reasons = {member.case_id: member.why for member in dossier.study.file.members}
    distinct = {reasons.get(case.case_id, "") for case in dossier.cases}
    blocks: list[Block] = []
    if len(distinct) == 1 and (why := next(iter(distinct))):
        blocks.append(Bullets(((w.SAME_REASON.in_language(language), why),)))
    rows = tuple(_row(case, dossier, language) for case in dossier.cases)
    heads = tuple(
        w.HEADS[name].in_language(language) for name in ("case", "received", "rule", "about", "outcome")
    )
    return [*blocks, Table(w.TABLES["cases"].in_language(language), heads, rows, (1.1, 1.4, 1.2, 3.6, 1.3))]


def outcome_of(case: SafeCase, language: Language) -> str:
    """How a case ended."""
    return (case.outcome or Outcome.UNKNOWN).label.in_language(language)


def _row(case: SafeCase, dossier: Dossier, language: Language) -> tuple[str, ...]:
    return (
        case.case_id,
        received(case.received_on, dossier, language),
        ", ".join(case.regulations) or "–",
        case.title or "–",
        outcome_of(case, language),
    )


def _story(story: Story, dossier: Dossier, language: Language) -> StoryBlock:
    about = [story.case_id, received(story.received_on, dossier, language), ", ".join(story.regulations)]
    about += [w.SHORTENED.in_language(language)] if story.shortened else []
    about += [w.EDITED.in_language(language)] if story.edited else []
    labelled = (
        (w.GUT_FEELING, story.gut_feeling),
        (w.DECISION, story.decision),
        (w.REASONING, story.reasoning),
        (w.OUTCOME, story.outcome.label.in_language(language)),
    )
    return StoryBlock(
        heading=story.title or story.case_id,
        about=" · ".join(part for part in about if part),
        paragraphs=story.paragraphs,
        labelled=tuple((label.in_language(language), text) for label, text in labelled if text.strip()),
    )


def _column(column: PerspectiveColumn, language: Language) -> Column:
    ratings = [f"{lowered(rating.label.in_language(language))} {count}" for rating, count in column.ratings]
    if column.unrated:
        ratings.append(f"{w.UNRATED.in_language(language)} {column.unrated}")
    return Column(
        heading=w.PERSPECTIVES[column.field].in_language(language),
        line=", ".join(ratings),
        quotes=tuple((each.text, each.case_id) for each in column.quotes),
        empty=w.NO_QUOTES.in_language(language),
    )


def _solved(case: SafeCase) -> tuple[str, str]:
    return case.case_id, " – ".join(text for text in (case.title, case.decision) if text)


def _lead(text: str) -> Heading:
    return Heading(text, level=2)
