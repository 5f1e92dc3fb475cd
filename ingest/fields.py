# SPDX-License-Identifier: EUPL-1.2
"""Which headings of a register or case form belong to which field: the table that docs/loading.md shows.

The names were collected from what Dutch public bodies call these things in registers, case forms
(afhandelingsformulier) and public reports on the Maatwerkplaats method, plus the English names of
the record itself. Spelling of a heading does not matter (see ingest/headings.py), so each name
stands here once.
"""

from dataclasses import dataclass
from enum import StrEnum

from casebase.bilingual import Bilingual
from casebase.vocabulary import Kind


class Shape(StrEnum):
    """How the value under a heading is read."""

    CASE_ID = "case_id"
    STORY = "story"
    LINE = "line"
    DATE = "date"
    LIST = "list"
    REGULATIONS = "regulations"
    TERM = "term"
    TERMS = "terms"
    FLAG = "flag"
    KNOWN = "known"


@dataclass(frozen=True)
class Column:
    """One field of the case record, or one kind of known personal data, and the headings that mean it.

    ``target`` is a field name (``legal_perspective.rating`` for a rating) or, for personal data that
    helps the anonymiser and is then dropped, ``@known:KIND:part``.
    A ``fallback`` column is read only where no better heading for its target has a value.
    """

    target: str
    label: Bilingual
    shape: Shape
    names: tuple[str, ...]
    kind: Kind | None = None
    fallback: bool = False


def _column(target: str, shape: Shape, nl: str, en: str, *names: str) -> Column:
    return Column(target, Bilingual(nl, en), shape, (nl, en, target, *names))


def _known(kind: Kind, part: str, nl: str, en: str, *names: str) -> Column:
    return Column(f"@known:{kind}:{part}", Bilingual(nl, en), Shape.KNOWN, (nl, en, *names), kind)


def _perspective(name: str, nl: dict[str, str], en: tuple[str, ...]) -> tuple[Column, Column]:
    """Text and rating of one field of the perspectiefcirkel; ``nl`` maps adjectives to inflected forms."""
    first_nl, first_en = next(iter(nl)), en[0]
    texts = [name, *nl, *en]
    ratings: list[str] = []
    for word, inflected in nl.items():
        texts += [f"{word} perspectief", f"perspectief {word}", f"{inflected} afweging", f"{inflected} kant"]
        for noun in _RATING_NOUNS:
            ratings += [f"{noun} {word}", f"{noun} {word} perspectief", f"{word} perspectief {noun}"]
            ratings += [f"{word} {noun}", f"{inflected} {noun}"]
    for word in en:
        texts += [f"{word} perspective", f"{word} perspective text"]
        ratings += [f"{word} rating", f"{word} score", f"rating {word}", f"{word} perspective rating"]
    label = Bilingual(f"{first_nl.capitalize()} perspectief", f"{first_en.capitalize()} perspective")
    rating_label = Bilingual(f"Oordeel {first_nl}", f"{first_en.capitalize()} rating")
    return (
        Column(f"{name}.text", label, Shape.STORY, (label.nl, label.en, *texts)),
        Column(f"{name}.rating", rating_label, Shape.TERM, (rating_label.nl, rating_label.en, *ratings)),
    )


_RATING_NOUNS = ("oordeel", "beoordeling", "score", "waardering", "weging", "rating")

COLUMNS: tuple[Column, ...] = (
    _column("case_id", Shape.CASE_ID, "Casusnummer", "Case number",
        "casusnr", "casus-ID", "casuscode", "nummer casus", "zaaknummer", "zaaknr", "zaak-ID", "zaakcode",
        "dossiernummer", "dossiernr", "meldingsnummer", "meldingsnr", "signaalnummer", "registratienummer",
        "registratienr", "case no"),
    Column("case_id", Bilingual("Nummer", "Number"), Shape.CASE_ID, (
        "Nummer", "Number", "nr", "volgnummer", "volgnr", "ID", "kenmerk", "referentie",
        "referentienummer", "reference", "reference number"),
        fallback=True),
    _column("title", Shape.LINE, "Titel", "Title",
        "onderwerp", "casusnaam", "naam casus", "titel casus", "casustitel", "korte omschrijving",
        "kernprobleem", "omschrijving kort", "trefwoord casus", "subject", "short description", "case title"),
    _column("maatwerkplaats", Shape.LINE, "Maatwerkplaats", "Maatwerkplaats",
        "naam maatwerkplaats", "maatwerk plaats", "MWP", "regio", "regio maatwerkplaats",
        "arbeidsmarktregio", "maatwerkplaats regio", "vestiging maatwerkplaats", "maatwerkloket", "region"),
    _column("received_on", Shape.DATE, "Datum ontvangst", "Received on",
        "ontvangen op", "ontvangstdatum", "datum ontvangen", "ontvangen", "datum binnenkomst",
        "binnengekomen op", "binnenkomst", "binnengekomen", "datum aanmelding", "aanmelddatum",
        "aangemeld op", "aangemeld", "datum melding", "meldingsdatum", "meldatum", "gemeld op",
        "datum inbreng", "inbrengdatum", "ingebracht op", "datum intake", "intakedatum", "startdatum",
        "datum start", "begindatum", "datum in", "datum registratie", "registratiedatum", "date received",
        "received", "received date", "intake date", "start date"),
    _column("closed_on", Shape.DATE, "Datum afgesloten", "Closed on",
        "afgesloten op", "afgesloten", "datum afsluiting", "afsluitdatum", "afsluitingsdatum",
        "sluitingsdatum", "gesloten op", "datum gesloten", "datum afgerond", "afgerond op",
        "afrondingsdatum", "datum afronding", "datum afhandeling", "afhandeldatum", "afgehandeld op",
        "datum afgehandeld", "datum afdoening", "afgedaan op", "afdoeningsdatum", "einddatum",
        "datum einde", "datum uit", "date closed", "closed", "closing date", "closed date", "end date"),
    _column("submitter_role", Shape.LINE, "Functie inbrenger", "Submitter role",
        "inbrenger functie", "functie van de inbrenger", "functie van inbrenger", "rol inbrenger",
        "inbrenger rol", "inbrenger", "inbrenger (functie)", "ingebracht door", "ingebracht door (functie)",
        "functie", "rol", "functie melder", "functie indiener", "aangemeld door (functie)", "role",
        "role of submitter", "submitter", "job title"),
    _column("submitter_unit", Shape.LINE, "Onderdeel", "Submitter unit",
        "onderdeel inbrenger", "organisatieonderdeel", "bedrijfsonderdeel", "afdeling",
        "afdeling inbrenger", "divisie", "divisie inbrenger", "eenheid", "team", "team inbrenger", "unit",
        "cluster inbrenger", "directie", "inbrenger onderdeel", "inbrenger afdeling",
        "ingebracht door (onderdeel)", "ingebracht door (afdeling)", "department", "division",
        "unit of submitter"),
    _column("submitter_organisation", Shape.LINE, "Organisatie inbrenger", "Submitter organisation",
        "inbrenger organisatie", "inbrengende organisatie", "organisatie van de inbrenger",
        "organisatie van inbrenger", "ingebracht door (organisatie)", "ingebracht door organisatie",
        "aangemeld door (organisatie)", "organisatie melder", "organisatie", "instantie inbrenger",
        "inbrengende partij", "inbrengende instantie", "submitter organization",
        "organisation of submitter", "organization of submitter", "organisation", "organization"),
    _column("organisations_involved", Shape.LIST, "Betrokken organisaties", "Organisations involved",
        "betrokken organisatie", "betrokken partijen", "betrokken instanties", "betrokken instantie",
        "betrokkenen organisaties", "organisaties", "instanties", "partijen", "organisations",
        "andere organisaties", "andere betrokken organisaties", "overige organisaties", "ketenpartners",
        "ketenpartner", "partners in de keten", "samenwerkingspartners", "externe partijen",
        "extern betrokken", "partijen aan tafel", "organizations involved", "involved organisations",
        "involved organizations", "parties involved"),
    _column("regulations", Shape.REGULATIONS, "Wet- en regelgeving", "Regulations",
        "wet/regeling", "wet of regeling", "wetten en regelingen", "wetten/regelingen",
        "wet en regelgeving", "regelgeving", "wetgeving", "wet", "wetten", "regeling", "regelingen",
        "betrokken wet", "betrokken wetten", "betrokken regelingen", "betrokken wet- en regelgeving",
        "relevante wetgeving", "welke wet", "welke wet of regeling", "uitkering", "soort uitkering",
        "uitkeringssoort", "wettelijk kader", "regulation", "law", "laws", "legislation", "act"),
    _column("nature", Shape.TERM, "Aard", "Nature",
        "aard casus", "aard van de casus", "aard van het probleem", "aard probleem", "aard problematiek",
        "aard van de problematiek", "soort probleem", "type probleem", "type problematiek",
        "nature of the case"),
    _column("level", Shape.TERM, "Niveau", "Level",
        "niveau casus", "niveau van het probleem", "niveau probleem", "niveau knelpunt",
        "niveau van het knelpunt", "knelpunt niveau", "soort knelpunt", "type knelpunt",
        "level of the problem"),
    _column("principles", Shape.TERMS, "Beginselen", "Principles",
        "beginsel", "abbb", "algemene beginselen", "algemene beginselen van behoorlijk bestuur",
        "beginselen van behoorlijk bestuur", "betrokken beginselen", "geraakte beginselen",
        "rechtsbeginselen", "rechtsbeginsel", "welke beginselen", "principle",
        "principles of good administration"),
    _column("situation", Shape.STORY, "Situatie", "Situation",
        "situatieschets", "situatie klant", "situatie van de klant", "situatie cliënt",
        "situatie van de cliënt", "beschrijving situatie", "beschrijving van de situatie",
        "omschrijving situatie", "wat is de situatie", "casusbeschrijving", "casusomschrijving",
        "beschrijving casus", "beschrijving van de casus", "omschrijving casus", "casus", "omschrijving",
        "beschrijving", "toelichting casus", "feiten", "feiten en omstandigheden", "wat is er aan de hand",
        "wat speelt er", "probleem", "probleemomschrijving", "probleembeschrijving", "probleemstelling",
        "achtergrond", "aanleiding", "context", "facts", "problem", "description", "case description",
        "background"),
    _column("gut_feeling", Shape.STORY, "Buikpijn", "Gut feeling",
        "waar knelt het", "waar wringt het", "wat knelt", "wat wringt", "knelpunt", "knelpunten",
        "het knelpunt", "professionele buikpijn", "buikpijn van de professional", "buikpijn inbrenger",
        "waar zit de buikpijn", "waarom buikpijn", "waarover buikpijn", "waar heb je buikpijn van",
        "knelpunt/buikpijn", "wat voelt niet goed", "what does not feel right", "stomach ache", "bottleneck"),
    _column("tried_before", Shape.STORY, "Eerder geprobeerd", "Tried before",
        "wat is al geprobeerd", "wat is er al geprobeerd", "al geprobeerd", "wat is al gedaan",
        "wat is er al gedaan", "eerdere pogingen", "eerder ondernomen", "reeds ondernomen", "al ondernomen",
        "eerdere stappen", "ondernomen stappen", "ondernomen acties", "eerdere acties",
        "welke acties zijn al ondernomen", "wat hebben we al gedaan", "wat is tot nu toe gedaan",
        "already tried", "what has been tried"),
    *_perspective("legal_perspective", {"juridisch": "juridische"}, ("legal",)),
    *_perspective("financial_perspective",
        {"financieel-economisch": "financieel-economische", "financieel": "financiële",
         "economisch": "economische"},
        ("financial", "financial-economic", "economic")),
    *_perspective("social_perspective",
        {"maatschappelijk": "maatschappelijke", "sociaal": "sociale",
         "sociaal-maatschappelijk": "sociaal-maatschappelijke"},
        ("social",)),
    _column("meanwhile", Shape.STORY, "In de tussentijd", "Meanwhile",
        "tussentijd", "wat doen we in de tussentijd", "wat doen we in tussentijd", "tussenoplossing",
        "tijdelijke oplossing", "tijdelijke maatregel", "tijdelijke maatregelen", "noodoplossing",
        "voorlopige oplossing", "overbrugging", "overbruggingsmaatregel", "interim solution",
        "in the meantime"),
    _column("decision", Shape.STORY, "Besluit", "Decision",
        "besluit/oplossing", "oplossing", "de oplossing", "gekozen oplossing", "maatwerkoplossing",
        "beslissing", "genomen besluit", "afdoening", "wat is besloten", "wat hebben we besloten",
        "wat is de oplossing", "maatwerk", "geboden oplossing", "geboden maatwerk", "advies maatwerkplaats",
        "solution", "decision taken"),
    _column("reasoning", Shape.STORY, "Afweging", "Reasoning",
        "afweging/motivering", "afwegingen", "motivering", "motivatie", "onderbouwing", "overwegingen",
        "overweging", "waarom deze oplossing", "waarom dit besluit", "redenering", "belangenafweging",
        "toelichting besluit", "motivering besluit", "motivering van het besluit", "onderbouwing besluit",
        "toelichting afweging", "integrale afweging", "totaalafweging", "grounds", "motivation",
        "considerations"),
    _column("outcome", Shape.TERM, "Uitkomst", "Outcome",
        "resultaat", "resultaat/uitkomst", "uitkomst/resultaat", "uitkomst voor de klant", "uitkomst klant",
        "uitkomst voor de cliënt", "uitkomst cliënt", "resultaat voor de klant", "opgelost",
        "is het opgelost", "is de casus opgelost", "status oplossing", "eindresultaat", "result", "solved"),
    _column("deviates_from_rules", Shape.FLAG, "Afwijking van regels", "Deviates from rules",
        "afwijking van de regels", "afwijking regels", "afgeweken van regels", "afgeweken van de regels",
        "is er afgeweken van de regels", "is afgeweken van de regels", "wijkt af van regels",
        "afwijking van beleid", "afwijking van wet- en regelgeving", "afgeweken van beleid", "afwijking",
        "afgeweken", "contra legem", "deviation from rules", "deviation", "deviates"),
    _column("lessons", Shape.STORY, "Geleerde lessen", "Lessons",
        "lessen", "les", "geleerd", "wat hebben we geleerd", "wat leren we", "wat leren we hiervan",
        "wat kunnen we leren", "leerpunten", "leerpunt", "lering", "geleerde les", "lessons learned",
        "lesson", "aanbeveling", "aanbevelingen", "verbeterpunten"),
    _known(Kind.PERSON, "client", "Naam cliënt", "Client name",
        "naam", "namen", "naam klant", "naam cliënte", "cliënte", "klantnaam", "klant naam", "cliëntnaam",
        "cliënt", "klant", "naam betrokkene", "betrokkene", "naam burger", "burger", "naam inwoner",
        "inwoner", "naam werknemer", "volledige naam", "naam verzekerde", "naam uitkeringsgerechtigde",
        "name", "client", "full name", "customer name"),
    _known(Kind.PERSON, "client-initials", "Voorletters", "Initials",
        "initialen", "voorletters cliënt", "voorletters klant"),
    _known(Kind.PERSON, "client-first", "Voornaam", "First name",
        "voornamen", "roepnaam", "voornaam cliënt", "voornaam klant", "roepnaam cliënt", "given name",
        "first names"),
    _known(Kind.PERSON, "client-infix", "Tussenvoegsel", "Name infix",
        "tussenvoegsels", "voorvoegsel", "voorvoegsels"),
    _known(Kind.PERSON, "client-last", "Achternaam", "Last name",
        "familienaam", "geslachtsnaam", "achternaam cliënt", "achternaam klant", "surname", "family name"),
    _known(Kind.PERSON, "maiden", "Geboortenaam", "Birth name",
        "meisjesnaam", "naam bij geboorte", "maiden name"),
    _known(Kind.PERSON, "partner", "Naam partner", "Partner name",
        "partner", "echtgenoot", "echtgenote", "naam echtgenoot", "naam echtgenote", "naam ex-partner",
        "ex-partner"),
    _known(Kind.PERSON, "family", "Namen gezinsleden", "Names of relatives",
        "kinderen", "naam kind", "namen kinderen", "naam kinderen", "gezinsleden", "naam ouder",
        "naam ouders", "naam moeder", "naam vader", "naam familielid", "names of children"),
    _known(Kind.PERSON, "submitter", "Naam inbrenger", "Submitter name",
        "inbrenger naam", "naam van de inbrenger", "naam van inbrenger", "naam melder", "naam indiener",
        "ingebracht door (naam)", "melder", "name of submitter"),
    _known(Kind.PERSON, "official", "Behandelaar", "Handled by",
        "naam behandelaar", "casusbehandelaar", "contactpersoon", "naam contactpersoon", "procesbegeleider",
        "naam procesbegeleider", "begeleider", "casushouder", "casuseigenaar", "eigenaar", "regisseur",
        "klantmanager", "naam medewerker", "medewerker", "medewerkers", "deelnemers", "aanwezig",
        "aanwezigen", "case handler", "contact person", "participants", "employee name"),
    _known(Kind.PERSON, "third", "Naam derde", "Name of third party",
        "gemachtigde", "naam gemachtigde", "bewindvoerder", "naam bewindvoerder", "huisarts",
        "naam huisarts", "behandelend arts", "naam arts", "advocaat", "naam advocaat", "mentor", "curator",
        "representative"),
    _known(Kind.BSN, "", "BSN", "Citizen service number",
        "burgerservicenummer", "bsn nummer", "bsn-nr", "bsn cliënt", "bsn klant", "sofinummer",
        "sofi-nummer"),
    _known(Kind.BIRTHDATE, "", "Geboortedatum", "Date of birth",
        "geb datum", "gebdatum", "geboren op", "geboren", "geboortedatum cliënt", "geboortedatum klant",
        "birth date", "birthdate", "DOB"),
    _known(Kind.ADDRESS, "street", "Adres", "Address",
        "straat", "straatnaam", "straat en huisnummer", "woonadres", "adres cliënt", "adres klant",
        "adresgegevens", "postadres", "street"),
    _known(Kind.ADDRESS, "number", "Huisnummer", "House number",
        "huisnr", "huisnummer en toevoeging"),
    _known(Kind.POSTCODE, "", "Postcode", "Postal code",
        "postcode cliënt", "zip code"),
    _known(Kind.CITY, "", "Woonplaats", "Place of residence",
        "plaats", "plaatsnaam", "woongemeente", "woonplaats cliënt", "woonplaats klant", "city", "town"),
    _known(Kind.PHONE, "", "Telefoon", "Phone",
        "telefoonnummer", "telefoonnr", "tel", "telnr", "tel nr", "mobiel", "mobiel nummer", "06-nummer",
        "telefoon cliënt", "telefoon klant", "telefoonnummer klant", "phone number", "telephone", "mobile"),
    _known(Kind.EMAIL, "", "E-mail", "E-mail address",
        "mail", "e-mailadres", "mailadres", "e-mail cliënt", "e-mail klant", "e-mail inbrenger"),
    _known(Kind.IBAN, "", "IBAN", "Bank account",
        "rekeningnummer", "bankrekening", "bankrekeningnummer", "rekeningnr", "account number"),
    _known(Kind.ORG, "employer", "Werkgever", "Employer",
        "naam werkgever", "ex-werkgever", "laatste werkgever", "naam ex-werkgever", "bedrijf",
        "naam bedrijf", "bedrijfsnaam", "company", "employer name"),
    _known(Kind.ORG, "other", "Naam instelling", "Institution name",
        "school", "naam school", "zorgverlener", "naam zorgverlener", "zorginstelling",
        "naam zorginstelling", "opleider", "re-integratiebedrijf", "naam re-integratiebedrijf",
        "school name"),
    _known(Kind.CASE_NUMBER, "", "Klantnummer", "Customer number",
        "klantnr", "cliëntnummer", "cliëntnr", "relatienummer", "uitkeringsnummer", "correspondentienummer",
        "polisnummer", "vorderingsnummer", "beschikkingsnummer", "personeelsnummer", "ons kenmerk",
        "uw kenmerk", "client number", "client id"),
    _known(Kind.LICENSE_PLATE, "", "Kenteken", "Licence plate",
        "kentekennummer", "license plate"),
    _known(Kind.ID_DOCUMENT, "", "Documentnummer", "Document number",
        "paspoortnummer", "nummer paspoort", "ID-nummer", "nummer identiteitsbewijs", "identiteitsbewijs",
        "rijbewijsnummer", "passport number"),
    _known(Kind.V_NUMBER, "", "V-nummer", "V-number",
        "vreemdelingennummer", "vnr"),
    _known(Kind.NATIONALITY, "", "Nationaliteit", "Nationality",
        "nationaliteit cliënt"),
    _known(Kind.AGE, "", "Leeftijd", "Age",
        "leeftijd cliënt", "leeftijd klant"),
)  # fmt: skip
"""All headings that are read; no name means two things (a test checks this)."""
