# SPDX-License-Identifier: EUPL-1.2
"""The page Uitleg: what the databank is for, how searching works, and what it does not promise."""

from html import escape

from casebase.bilingual import Bilingual, Language
from index.hits import Band
from search_app.ui.labels import band_label
from search_app.ui.markup import plain

TITLE = Bilingual("Over deze databank", "About this databank")

_PURPOSE = (
    Bilingual("Waarvoor", "What for"),
    Bilingual(
        "Hier staan afgesloten casussen van maatwerkplaatsen: wat er speelde, hoe juridisch, financieel "
        "en maatschappelijk is gewogen, wat er is besloten en wat daarvan is geleerd. Ook casussen "
        "waarin geen oplossing is gevonden staan erbij. Zo krijgen gelijke gevallen een gelijke "
        "behandeling, en ongelijke gevallen een behandeling naar de mate waarin zij verschillen.",
        "Here are closed cases of maatwerkplaatsen: what was the matter, how the legal, financial and "
        "social sides were weighed, what was decided and what was learned. Cases without a solution are "
        "here too. That is how like cases are treated alike, and unlike cases according to their "
        "difference.",
    ),
)
_SEARCHING = (
    Bilingual("Hoe zoeken werkt", "How searching works"),
    Bilingual(
        "U beschrijft wat er is gebeurd. De databank vergelijkt de betekenis en de woorden van uw tekst "
        "met alle casussen. Bij elke casus staat waarom hij lijkt en waarin hij verschilt, zodat u het "
        "zelf kunt nagaan. Hoe goed een casus past, staat er in woorden bij:",
        "You describe what happened. The databank compares the meaning and the words of your text with "
        "all cases. With each case it says why it is alike and in which respects it differs, so that "
        "you can check. How well a case fits is told in words:",
    ),
)
_BANDS = {
    Band.STRONG: Bilingual("gaat waarschijnlijk over hetzelfde", "is probably about the same thing"),
    Band.POSSIBLE: Bilingual(
        "heeft er iets van; de moeite van het bekijken", "has something of it; worth a look"
    ),
    Band.WEAK: Bilingual(
        "staat ingeklapt onder de lijst; steun er niet op", "is folded under the list; do not rely on it"
    ),
}
_AFTER_BANDS = (
    (
        Bilingual("Niets gevonden is ook een antwoord", "Finding nothing is an answer too"),
        Bilingual(
            "Lijkt geen enkele casus genoeg op uw vraag, dan zegt de databank dat. Breng de situatie "
            "dan in bij de maatwerkplaats.",
            "When no case is enough like your question, the databank says so. Then bring the situation "
            "to the maatwerkplaats.",
        ),
    ),
    (
        Bilingual("Persoonsgegevens", "Personal data"),
        Bilingual(
            "Namen, nummers en adressen zijn vervangen door aanduidingen zoals [PERSOON-1], "
            "[KIND-1] of [WERKGEVER: bakkerij]; dezelfde persoon heeft binnen een casus dezelfde "
            "aanduiding. Pas na vrijgave is een casus te zien. "
            "Toch blijft een verhaal soms herkenbaar: behandel wat u leest vertrouwelijk. Ook uit uw "
            "zoekvraag halen wij persoonsgegevens voordat wij zoeken, en uw vraag gaat niet naar een "
            "andere dienst.",
            "Names, numbers and addresses were replaced by tags such as [PERSOON-1], [KIND-1] "
            "or [WERKGEVER: bakkerij]; within a case the same person has the same tag. A case is seen "
            "only after its release. A story may still be "
            "recognisable: treat what you read as confidential. We also take personal data out of your "
            "question before we search, and your question does not go to any other service.",
        ),
    ),
    (
        Bilingual("Uw oordeel over een casus", "Your judgement of a case"),
        Bilingual(
            "Onder elke gevonden casus kunt u zeggen of hij u helpt. Daarmee meten wij of het zoeken goed "
            "gaat. Wij bewaren uw oordeel, uw naam en uw zoekvraag zonder persoonsgegevens. Nog een keer op "
            "dezelfde knop drukken haalt uw oordeel weg. Uw beheerder kan alles verwijderen wat u hebt "
            "gezegd.",
            "Under each case that was found you can say whether it helps you. With that we measure whether "
            "searching goes well. We keep your judgement, your name and your question without personal "
            "data. Pressing the same button again takes your judgement away. Your administrator can delete "
            "all that you said.",
        ),
    ),
    (
        Bilingual("Wat de databank niet doet", "What the databank does not do"),
        Bilingual(
            "De databank beslist niet en geeft mensen geen score. Een eerdere uitkomst is geen recept: "
            "vergelijk de feiten en weeg opnieuw.",
            "The databank does not decide and does not score people. An earlier outcome is no recipe: "
            "compare the facts and weigh again.",
        ),
    ),
)


def about(language: Language) -> str:
    """The whole page."""
    sections = [_section(*_PURPOSE, language), _section(*_SEARCHING, language, after=_bands(language))]
    sections += [_section(title, body, language) for title, body in _AFTER_BANDS]
    return f'<div class="mw-uitleg"><h1>{escape(TITLE.in_language(language))}</h1>{"".join(sections)}</div>'


def _section(title: Bilingual, body: Bilingual, language: Language, *, after: str = "") -> str:
    heading = escape(title.in_language(language))
    return f"<section><h2>{heading}</h2><p>{plain(body.in_language(language))}</p>{after}</section>"


def _bands(language: Language) -> str:
    rows = "".join(
        f"<dt>{band_label(band, language)}</dt><dd>{escape(text.in_language(language))}</dd>"
        for band, text in _BANDS.items()
    )
    return f"<dl>{rows}</dl>"
