# SPDX-License-Identifier: EUPL-1.2
"""From what an evidence pack says to a document: its sections in the order of a policy note."""

from anonymise.profiles import Profile
from casebase.bilingual import Language
from patterns.dossier import Dossier
from search_app.dossier import layout_cases, layout_cover, layout_figures
from search_app.dossier import words as w
from search_app.dossier.document import Block, Document, Heading, Paragraph

SECTIONS = (
    ("rule", layout_cover.rule),
    ("stories", layout_cases.stories),
    ("perspectives", layout_cases.perspectives),
    ("trend", layout_figures.trend),
    ("spread", layout_figures.spread),
    ("counter", layout_cases.counter_examples),
    ("treatment", layout_figures.treatment),
    ("size", layout_figures.size),
    ("meanwhile", layout_cases.meanwhile),
    ("history", layout_cover.history),
    ("unknown", layout_cover.unknown),
    ("cases", layout_cases.list_of_cases),
)


def lay_out(dossier: Dossier, profile: Profile, language: Language) -> Document:
    """The document of an evidence pack, in one language; ``profile`` tells for whom its cases are ready."""
    record = dossier.study.file.record
    cover, ask = layout_cover.cover(dossier, profile, language), layout_cover.ask(dossier, language)
    blocks: list[Block] = [cover, ask]
    for name, section in SECTIONS:
        blocks += [Heading(w.HEADINGS[name].in_language(language)), *section(dossier, language)]
    blocks.append(Paragraph(w.profile_note(profile).in_language(language), quiet=True))
    return Document(
        title=record.name,
        subject=f"{w.SUBJECT.in_language(language)} ({record.pattern_id})",
        sender=layout_cover.sender(dossier, language),
        running=f"{record.pattern_id} · {record.name}",
        readers=w.READERS[profile].in_language(language),
        page=w.PAGE.in_language(language),
        page_of=w.PAGE_OF.in_language(language),
        language=language,
        day=dossier.study.as_of,
        blocks=tuple(blocks),
    )
