# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the dossier part of a pattern's page."""

from anonymise.profiles import Profile
from casebase.bilingual import Bilingual

LEAD = Bilingual(
    "Een notitie voor beleid of bestuur: de verhalen, de cijfers en wat we niet weten. Lees haar door "
    "voordat u haar verstuurt.",
    "A note for policy or board: the stories, the figures and what we do not know. Read it through before "
    "you send it.",
)
TITLE = Bilingual("Dossier", "Evidence pack")
FOR_WHOM = Bilingual("Wie mag het lezen?", "Who may read it?")
PROFILES = {
    Profile.DELEN: Bilingual("Andere organisaties", "Other bodies"),
    Profile.PUBLICATIE: Bilingual("Iedereen", "Everybody"),
}
STORIES = Bilingual("Welke verhalen? (ten hoogste drie)", "Which stories? (three at most)")
STORIES_EMPTY = Bilingual("De meest kenmerkende casussen", "The most typical cases")
EDIT = Bilingual("Verhalen herschrijven", "Write stories anew")
EDIT_LEAD = Bilingual(
    "Maak een verhaal korter of duidelijker. Zet er geen namen of nummers in. Uw tekst staat alleen in dit "
    "dossier; de casus verandert niet.",
    "Make a story shorter or clearer. Put no names or numbers in it. Your text is in this pack only; the "
    "case does not change.",
)
STORY_TEXT = Bilingual("Verhaal van {case}", "Story of {case}")
USE = Bilingual("Zet in het dossier", "Put in the pack")
AS_WORD = Bilingual("Download als Word", "Download as Word")
AS_PDF = Bilingual("Download als pdf", "Download as PDF")
AUDITED = Bilingual(
    "Wie een dossier downloadt, komt in het logboek: welk patroon, voor wie, hoeveel casussen.",
    "Whoever downloads a pack is put in the log: which pattern, for whom, how many cases.",
)
PREVIEW = Bilingual("Zo ziet het eruit", "This is how it looks")
PAGE = Bilingual(
    "Bladzijde {number} van {all} van het dossier. Dezelfde tekst staat in het bestand.",
    "Page {number} of {all} of the pack. The file holds the same text.",
)
FILE = Bilingual("dossier", "evidence-pack")
