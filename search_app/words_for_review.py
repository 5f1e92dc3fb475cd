# SPDX-License-Identifier: EUPL-1.2
"""How kinds of personal data and reasons for doubt are called by people."""

from casebase.bilingual import Bilingual
from casebase.vocabulary import Kind

_KINDS = {
    Kind.PERSON: Bilingual("persoon", "person"),
    Kind.BSN: Bilingual("burgerservicenummer", "citizen service number"),
    Kind.IBAN: Bilingual("rekeningnummer", "account number"),
    Kind.PHONE: Bilingual("telefoonnummer", "phone number"),
    Kind.EMAIL: Bilingual("e-mailadres", "e-mail address"),
    Kind.ADDRESS: Bilingual("adres", "address"),
    Kind.POSTCODE: Bilingual("postcode", "postal code"),
    Kind.CITY: Bilingual("plaats", "place"),
    Kind.BIRTHDATE: Bilingual("geboortedatum", "date of birth"),
    Kind.DATE: Bilingual("datum", "date"),
    Kind.AGE: Bilingual("leeftijd", "age"),
    Kind.CASE_NUMBER: Bilingual("zaaknummer", "case number"),
    Kind.ORG: Bilingual("organisatie", "organisation"),
    Kind.LICENSE_PLATE: Bilingual("kenteken", "licence plate"),
    Kind.ID_DOCUMENT: Bilingual("documentnummer", "document number"),
    Kind.V_NUMBER: Bilingual("V-nummer", "V-number"),
    Kind.URL: Bilingual("webadres", "web address"),
    Kind.NATIONALITY: Bilingual("nationaliteit", "nationality"),
}
_DOUBT = Bilingual(
    "Hier staat misschien nog iets persoonlijks.", "There may still be something personal here."
)


def kind_name(kind: Kind) -> Bilingual:
    """The kind in running text."""
    return _KINDS[kind]


def reason_words(reason: str) -> Bilingual:
    """Why a place is suspect, in a sentence; the value that is kept with the case is not for people."""
    from anonymise.suspects import SuspectReason

    known = {each.value: each for each in SuspectReason}
    return known[reason].label if reason in known else _DOUBT
