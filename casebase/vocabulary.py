# SPDX-License-Identifier: EUPL-1.2
"""Closed lists of values in a case record, each with its label for people.

The stored values are the Dutch terms of the case form, so that exports and
spreadsheets read naturally; ``label`` gives both languages.
Terms: public descriptions of the Maatwerkplaats method (perspectiefcirkel,
afhandelingsformulier) and the general principles of good administration
(chapters 2 and 3 of the Awb and unwritten law).
"""

from enum import StrEnum

from casebase.bilingual import Bilingual


class Term(StrEnum):
    """A value of a closed list; its label is looked up by list and value."""

    @property
    def label(self) -> Bilingual:
        """How the value is shown to people."""
        return _LABELS[type(self).__name__][self.value]


class Nature(Term):
    """What the case is about (aard)."""

    FINANCIAL = "financieel"
    REINTEGRATION = "re-integratie"
    OTHER = "overig"


class Level(Term):
    """Where the rule pinches (niveau)."""

    LEGAL = "juridisch"
    EXECUTION = "uitvoering"
    OTHER = "overig"


class Outcome(Term):
    """How the case ended for the client (uitkomst)."""

    SOLVED = "opgelost"
    PARTLY = "deels opgelost"
    NOT_SOLVED = "niet opgelost"
    UNKNOWN = "onbekend"


class Rating(Term):
    """Judgement in one field of the perspectiefcirkel."""

    INSUFFICIENT = "onvoldoende"
    SUFFICIENT = "voldoende"
    GOOD = "goed"


class Principle(Term):
    """General principles of good administration (algemene beginselen van behoorlijk bestuur)."""

    TRUST = "vertrouwensbeginsel"
    PROPORTIONALITY = "evenredigheidsbeginsel"
    EQUALITY = "gelijkheidsbeginsel"
    DUE_CARE = "zorgvuldigheidsbeginsel"
    REASONING = "motiveringsbeginsel"
    LEGAL_CERTAINTY = "rechtszekerheidsbeginsel"
    MISUSE_OF_POWER = "verbod van détournement de pouvoir"
    FAIR_PLAY = "fair-playbeginsel"


class ReviewState(Term):
    """Where a case stands between being read and being found."""

    TO_REVIEW = "te beoordelen"
    RELEASED = "vrijgegeven"
    HELD = "aangehouden"


class TermList(Term):
    """What a reviewer says about words: they are no personal data, or they are to be masked always."""

    ALLOWED = "mag blijven"
    MASKED = "altijd maskeren"


class TermScope(Term):
    """Where a reviewer's word about words holds."""

    CASE = "casus"
    MAATWERKPLAATS = "maatwerkplaats"
    EVERYWHERE = "overal"


class Kind(StrEnum):
    """Kinds of personal data, as in the marks of a gold file."""

    PERSON = "PERSON"
    BSN = "BSN"
    IBAN = "IBAN"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    CITY = "CITY"
    BIRTHDATE = "BIRTHDATE"
    DATE = "DATE"
    AGE = "AGE"
    CASE_NUMBER = "CASE_NUMBER"
    ORG = "ORG"
    LICENSE_PLATE = "LICENSE_PLATE"
    ID_DOCUMENT = "ID_DOCUMENT"
    V_NUMBER = "V_NUMBER"
    URL = "URL"
    NATIONALITY = "NATIONALITY"


_LABELS: dict[str, dict[str, Bilingual]] = {
    "Nature": {
        "financieel": Bilingual("Financieel", "Financial"),
        "re-integratie": Bilingual("Re-integratie", "Re-integration"),
        "overig": Bilingual("Overig", "Other"),
    },
    "Level": {
        "juridisch": Bilingual("Juridisch (wet en beleid)", "Legal (law and policy)"),
        "uitvoering": Bilingual("Uitvoering", "Execution"),
        "overig": Bilingual("Overig", "Other"),
    },
    "Outcome": {
        "opgelost": Bilingual("Opgelost", "Solved"),
        "deels opgelost": Bilingual("Deels opgelost", "Partly solved"),
        "niet opgelost": Bilingual("Niet opgelost", "Not solved"),
        "onbekend": Bilingual("Onbekend", "Unknown"),
    },
    "Rating": {
        "onvoldoende": Bilingual("Onvoldoende", "Insufficient"),
        "voldoende": Bilingual("Voldoende", "Sufficient"),
        "goed": Bilingual("Goed", "Good"),
    },
    "Principle": {
        "vertrouwensbeginsel": Bilingual("Vertrouwensbeginsel", "Legitimate expectations"),
        "evenredigheidsbeginsel": Bilingual("Evenredigheidsbeginsel", "Proportionality"),
        "gelijkheidsbeginsel": Bilingual("Gelijkheidsbeginsel", "Equality"),
        "zorgvuldigheidsbeginsel": Bilingual("Zorgvuldigheidsbeginsel", "Due care"),
        "motiveringsbeginsel": Bilingual("Motiveringsbeginsel", "Duty to give reasons"),
        "rechtszekerheidsbeginsel": Bilingual("Rechtszekerheidsbeginsel", "Legal certainty"),
        "verbod van détournement de pouvoir": Bilingual(
            "Verbod van détournement de pouvoir", "Prohibition of misuse of power"
        ),
        "fair-playbeginsel": Bilingual("Fair-playbeginsel", "Fair play"),
    },
    "ReviewState": {
        "te beoordelen": Bilingual("Te beoordelen", "To be reviewed"),
        "vrijgegeven": Bilingual("Vrijgegeven", "Released"),
        "aangehouden": Bilingual("Aangehouden", "Held back"),
    },
    "TermList": {
        "mag blijven": Bilingual("Mag blijven staan", "May stay"),
        "altijd maskeren": Bilingual("Altijd maskeren", "Always mask"),
    },
    "TermScope": {
        "casus": Bilingual("Alleen in deze casus", "In this case only"),
        "maatwerkplaats": Bilingual("In casussen van deze maatwerkplaats", "In cases of this maatwerkplaats"),
        "overal": Bilingual("In alle casussen", "In all cases"),
    },
}
