# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of an evidence pack: headings, labels and templates that figures are put into."""

from anonymise.profiles import Profile
from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternState as S
from patterns.size import Rung
from patterns.spread import Aspect
from patterns.trend import Verdict

KICKER = Bilingual("Dossier bij een signaal", "Evidence pack of a signal")
SUBJECT = Bilingual("Dossier bij een patroon uit de maatwerk-databank", "Evidence pack of a pattern")
FACTS = {
    "number": Bilingual("Nummer", "Number"),
    "date": Bilingual("Datum", "Date"),
    "state": Bilingual("Stand", "State"),
    "sender": Bilingual("Van", "From"),
    "addressee": Bilingual("Aan", "To"),
    "solution": Bilingual("Soort oplossing", "Kind of solution"),
    "due": Bilingual("Reactie vóór", "Reply before"),
    "readers": Bilingual("Te lezen door", "May be read by"),
}
NO_ADDRESSEE = Bilingual("Nog niet bepaald", "Not decided yet")
THE_PLACES = Bilingual("De maatwerkplaatsen", "The maatwerkplaatsen")
READERS = {
    Profile.INTERN: Bilingual("De eigen organisatie", "The own organisation"),
    Profile.DELEN: Bilingual("Andere organisaties in het netwerk", "Other bodies in the network"),
    Profile.PUBLICATIE: Bilingual("Iedereen", "Everybody"),
}
PAGE, PAGE_OF = Bilingual("Pagina", "Page"), Bilingual("van", "of")

ASK = Bilingual("Wat wij vragen", "What we ask")
_TO_JUDGE = Bilingual(
    "Wij vragen {who} dit signaal te beoordelen en te laten weten wie het oppakt.",
    "We ask {who} to judge this signal and to tell who takes it up.",
)
_TO_DECIDE = Bilingual(
    "Wij vragen {who} te besluiten over een oplossing.", "We ask {who} to decide on a solution."
)
_NOTHING = Bilingual(
    "Er wordt nu niets gevraagd. Dit dossier is ter kennisname.",
    "Nothing is asked now. This pack is for information.",
)
ASKED = {
    S.SIGNALLED: _TO_JUDGE,
    S.CONFIRMED: Bilingual(
        "Wij vragen {who} dit patroon op de agenda te zetten en te laten weten wie het oppakt.",
        "We ask {who} to put this pattern on the agenda and to tell who takes it up.",
    ),
    S.ON_AGENDA: _TO_DECIDE,
    S.TEMPORARY: Bilingual(
        "Wij vragen {who} te besluiten over een structurele oplossing. Tot die tijd geldt de tijdelijke.",
        "We ask {who} to decide on a structural solution. Until then the temporary one holds.",
    ),
    S.STRUCTURAL: Bilingual(
        "Wij vragen {who} de oplossing in te voeren en samen te volgen of er nieuwe casussen komen.",
        "We ask {who} to bring the solution into practice and to follow together whether new cases come.",
    ),
    S.FOLLOWED: Bilingual(
        "Wij vragen {who} te melden of de oplossing in de praktijk werkt.",
        "We ask {who} to tell whether the solution works in practice.",
    ),
    S.REOPENED: Bilingual(
        "Wij vragen {who} dit patroon opnieuw te beoordelen en te laten weten wie het oppakt.",
        "We ask {who} to judge this pattern anew and to tell who takes it up.",
    ),
    S.CLOSED: _NOTHING,
    S.REJECTED: _NOTHING,
    S.MERGED: _NOTHING,
}
WHOEVER = Bilingual("de verantwoordelijke organisatie", "the body that is responsible")

TILES = {
    "cases": Bilingual("Casussen", "Cases"),
    "trend": Bilingual("Ontwikkeling", "Trend"),
    "outcome": Bilingual("Opgelost", "Solved"),
    "size": Bilingual("Omvang", "Size"),
}
LAST_MONTHS = Bilingual("laatste drie maanden", "last three months")
NO_DATES = Bilingual("zonder datum van ontvangst", "without a date of receipt")
VERDICTS = {
    Verdict.GROWING: Bilingual("Groeit", "Growing"),
    Verdict.STEADY: Bilingual("Stabiel", "Steady"),
    Verdict.FALLING: Bilingual("Neemt af", "Falling"),
    Verdict.TOO_FEW: Bilingual("Te weinig om te zeggen", "Too few to tell"),
}

HEADINGS = {
    "rule": Bilingual("Om welke regels het gaat", "Which rules it is about"),
    "stories": Bilingual("Hoe het mensen raakt", "How it hits people"),
    "perspectives": Bilingual("Drie perspectieven naast elkaar", "Three perspectives side by side"),
    "trend": Bilingual("Aantal en ontwikkeling", "Number and trend"),
    "spread": Bilingual("Waar het voorkomt", "Where it occurs"),
    "counter": Bilingual("Tegenvoorbeelden", "Counter-examples"),
    "treatment": Bilingual("Gelijke gevallen, gelijke uitkomst?", "Like cases, like outcomes?"),
    "size": Bilingual("Hoe groot is de groep?", "How large is the group?"),
    "meanwhile": Bilingual("Wat er in de tussentijd gebeurt", "What is done in the meantime"),
    "history": Bilingual("Geschiedenis van het signaal", "History of the signal"),
    "unknown": Bilingual("Wat we niet weten", "What we do not know"),
    "cases": Bilingual("De casussen", "The cases"),
}
PERSPECTIVES = {
    "legal_perspective": Bilingual("Juridisch", "Legal"),
    "financial_perspective": Bilingual("Financieel", "Financial"),
    "social_perspective": Bilingual("Maatschappelijk", "Social"),
}
ASPECTS = {
    Aspect.REGION: Bilingual("Maatwerkplaats", "Maatwerkplaats"),
    Aspect.BODY: Bilingual("Organisatie", "Body"),
    Aspect.UNIT: Bilingual("Afdeling", "Unit"),
    Aspect.FUNCTION: Bilingual("Functie van de inbrenger", "Function of the submitter"),
    Aspect.REGULATION: Bilingual("Regeling", "Regulation"),
}
RUNGS = {
    Rung.REGISTER: Bilingual("Telling in een register", "Count in a register"),
    Rung.TWO_LISTS: Bilingual("Twee lijsten vergeleken", "Two lists compared"),
    Rung.MULTIPLIER: Bilingual("Ophoging met een meldkans", "Multiplied by a reporting rate"),
    Rung.KNOWN_CASES: Bilingual("Casussen in de databank", "Cases in the databank"),
}

REGULATIONS = Bilingual("Regelingen", "Regulations")
PRINCIPLES = Bilingual("Beginselen die in het geding zijn", "Principles at stake")
DECISION = Bilingual("Besluit", "Decision")
REASONING = Bilingual("Waarom", "Why")
GUT_FEELING = Bilingual("Buikpijn van de inbrenger", "The submitter's stomach ache")
OUTCOME = Bilingual("Afloop", "Outcome")
SHORTENED = Bilingual("ingekort", "shortened")
EDITED = Bilingual("herschreven voor dit dossier", "written anew for this pack")
ON_BRACKETS = Bilingual(
    "Deze verhalen zijn echt. Woorden tussen [haken] staan op de plaats van namen en andere gegevens.",
    "These stories are real. Words in [brackets] stand in the place of names and other details.",
)
ON_QUOTES = Bilingual(
    "Per perspectief: hoe vaak elk oordeel is gegeven, en zinnen die het meest delen met wat in de andere "
    "casussen staat.",
    "For each perspective: how often each rating was given, and sentences of the cases that share most with "
    "what the other cases say.",
)
NO_QUOTES = Bilingual("Hierover is niets opgeschreven.", "Nothing was written about this.")
UNRATED = Bilingual("zonder oordeel", "without a rating")
NO_STAND_OUT = Bilingual(
    "Geen plaats, organisatie, functie of regeling komt duidelijk vaker voor dan in alle casussen samen.",
    "No place, body, function or regulation occurs clearly more often than in all cases together.",
)
NOT_FILLED_IN = Bilingual("niet ingevuld", "not filled in")
OTHERS = Bilingual("overige", "others")
STANDS_OUT_MARK = Bilingual(
    "* Vaker dan in alle casussen samen, meer dan toeval verklaart.",
    "* More often than in all cases together, more than chance explains.",
)
WITHIN_RULES = Bilingual(
    "Opgelost zonder van de regels af te wijken", "Solved without departing from the rules"
)
TAKEN_OUT = Bilingual("Leek erop, maar hoort er niet bij", "Looked like it, but does not belong")
NO_COUNTER = Bilingual(
    "Geen enkele casus is opgelost zonder van de regels af te wijken, en geen casus is weer uit het patroon "
    "gehaald.",
    "No case was solved without departing from the rules, and none was taken out of the pattern again.",
)
NO_PAIRS = Bilingual(
    "Er zijn geen twee casussen van dit patroon die genoeg op elkaar lijken en onder dezelfde regels in "
    "dezelfde tijd vielen. Vergelijken kan dus niet.",
    "No two cases of this pattern are enough alike and fell under the same rules in the same time, so that "
    "nothing can be compared.",
)
NO_MEANWHILE = Bilingual(
    "In geen casus staat wat er in de tussentijd gebeurt.", "No case tells what is done in the meantime."
)
TO_SUBMITTERS = Bilingual("Antwoord aan de inbrengers", "Answer to the submitters")
SAME_REASON = Bilingual("Waarom deze casussen erbij horen", "Why these cases belong")
TABLES = {
    "windows": Bilingual(
        "Meldingen in de laatste weken naast het jaar ervoor",
        "Reports in the last weeks against the year before",
    ),
    "spread": Bilingual("Verdeling van de casussen", "Spread of the cases"),
    "outcomes": Bilingual("Hoe de casussen afliepen", "How the cases ended"),
    "pairs": Bilingual(
        "Casussen die op elkaar lijken, onder dezelfde regels", "Like cases under the same rules"
    ),
    "size": Bilingual("Ladder van bewijs, het sterkste bovenaan", "Ladder of evidence, the strongest first"),
    "history": Bilingual("Stappen in het register", "Steps in the register"),
    "cases": Bilingual("Alle casussen in dit dossier", "All cases in this pack"),
}
HEADS = {
    "window": Bilingual("Laatste", "Last"),
    "recent": Bilingual("Meldingen", "Reports"),
    "before": Bilingual("Jaar ervoor", "Year before"),
    "ratio": Bilingual("Keer verwacht", "Times expected"),
    "interval": Bilingual("95%-interval", "95% interval"),
    "aspect": Bilingual("Wat", "What"),
    "values": Bilingual("Aantal casussen", "Number of cases"),
    "outcome": Bilingual("Afloop", "Outcome"),
    "count": Bilingual("Aantal", "Number"),
    "share": Bilingual("Deel van bekend", "Share of known"),
    "first": Bilingual("De ene casus", "One case"),
    "second": Bilingual("De andere casus", "The other case"),
    "shared": Bilingual("Gelijk", "The same"),
    "different": Bilingual("Verschil", "Different"),
    "evidence": Bilingual("Bewijs", "Evidence"),
    "people": Bilingual("Mensen", "People"),
    "source": Bilingual("Bron en datum", "Source and date"),
    "method": Bilingual("Hoe, en wat het onzeker maakt", "How, and what makes it uncertain"),
    "day": Bilingual("Datum", "Date"),
    "state": Bilingual("Stand", "State"),
    "why": Bilingual("Waarom", "Why"),
    "case": Bilingual("Casus", "Case"),
    "received": Bilingual("Ontvangen", "Received"),
    "rule": Bilingual("Regeling", "Regulation"),
    "about": Bilingual("Waar het over gaat", "What it is about"),
}
KNOWN_CASES = Bilingual("bekende casussen", "known cases")


def not_named(aspects: str) -> Bilingual:
    """What is not told because the numbers are too small."""
    return Bilingual(
        f"Niet genoemd omdat de aantallen te klein zijn: {aspects}.",
        f"Not named because the numbers are too small: {aspects}.",
    )


def profile_note(profile: Profile) -> Bilingual:
    """How the texts were made ready for the readers."""
    if profile is Profile.PUBLICATIE:
        return Bilingual(
            "De teksten zijn geanonimiseerd voor publicatie: bedragen zijn afgerond; regio's, soorten "
            "werkgevers en de maand van ontvangst zijn weggelaten. Kleine groepen zijn samengeteld.",
            "The texts are anonymised for publication: amounts are rounded; regions, kinds of "
            "employers and the month of receipt are left out. Small groups are counted together.",
        )
    return Bilingual(
        "De teksten zijn geanonimiseerd om te delen binnen het netwerk. Publiceer dit dossier niet.",
        "The texts are anonymised for sharing within the network. Do not publish this pack.",
    )
