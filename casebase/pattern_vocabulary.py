# SPDX-License-Identifier: EUPL-1.2
"""Closed lists of values in the register of patterns, each with its label for people.

The states follow a signal as the Maatwerkplaatsen handle it: from a first signal to an answer and, where
rules or practice change, to a follow-up. ``tijdelijke oplossing`` is the "fix" for whoever is hit now;
``structurele oplossing`` is the "solve". The kinds of solution are those by which the network sorts signals.
"""

from enum import StrEnum

from casebase.bilingual import Bilingual


class PatternTerm(StrEnum):
    """A value of a closed list of the register; its label is looked up by list and value."""

    @property
    def label(self) -> Bilingual:
        """How the value is shown to people."""
        return _LABELS[type(self).__name__][self.value]


class PatternState(PatternTerm):
    """Where a pattern stands; which steps are allowed is told by ``patterns.states``."""

    SIGNALLED = "gesignaleerd"
    CONFIRMED = "bevestigd"
    ON_AGENDA = "geagendeerd"
    TEMPORARY = "tijdelijke oplossing"
    STRUCTURAL = "structurele oplossing"
    FOLLOWED = "gevolgd"
    CLOSED = "gesloten"
    REJECTED = "afgewezen"
    MERGED = "samengevoegd"
    REOPENED = "heropend"


class SolutionKind(PatternTerm):
    """What has to change for a pattern to stop coming back."""

    LAW = "wet- en regelgeving"
    POLICY = "beleid"
    PROCESS = "werkproces"
    COOPERATION = "samenwerking"
    CRAFT = "vakmanschap en kennis"
    ICT = "ICT"


class PatternAction(PatternTerm):
    """What was done to a pattern."""

    REGISTERED = "geregistreerd"
    STATE = "stand gewijzigd"
    EDITED = "gegevens gewijzigd"
    ANSWERED = "antwoord gegeven"
    ADDED = "casussen toegevoegd"
    REMOVED = "casussen eruit gehaald"
    CASE_DELETED = "casus verwijderd"
    ABSORBED = "ander patroon opgenomen"
    SPLIT = "patroon gesplitst"


class ProposalState(PatternTerm):
    """What became of a group that was proposed."""

    OFFERED = "aangeboden"
    ACCEPTED = "aangenomen"
    REJECTED = "afgewezen"


class SizeStep(PatternTerm):
    """A step on the ladder of evidence for how large the group behind a pattern is."""

    REGISTER = "telling in een register"
    MULTIPLIER = "ophoging met meldkans"
    TWO_LISTS = "vergelijking van twee lijsten"


_LABELS: dict[str, dict[str, Bilingual]] = {
    "PatternState": {
        "gesignaleerd": Bilingual("Gesignaleerd", "Signalled"),
        "bevestigd": Bilingual("Bevestigd", "Confirmed"),
        "geagendeerd": Bilingual("Geagendeerd", "On the agenda"),
        "tijdelijke oplossing": Bilingual("Tijdelijke oplossing", "Temporary solution"),
        "structurele oplossing": Bilingual("Structurele oplossing", "Structural solution"),
        "gevolgd": Bilingual("Gevolgd", "Being followed"),
        "gesloten": Bilingual("Gesloten", "Closed"),
        "afgewezen": Bilingual("Afgewezen", "Rejected"),
        "samengevoegd": Bilingual("Samengevoegd", "Merged"),
        "heropend": Bilingual("Heropend", "Reopened"),
    },
    "SolutionKind": {
        "wet- en regelgeving": Bilingual("Wet- en regelgeving", "Law and regulations"),
        "beleid": Bilingual("Beleid", "Policy"),
        "werkproces": Bilingual("Werkproces", "Work process"),
        "samenwerking": Bilingual("Samenwerking", "Cooperation"),
        "vakmanschap en kennis": Bilingual("Vakmanschap en kennis", "Craft and knowledge"),
        "ICT": Bilingual("ICT", "ICT"),
    },
    "PatternAction": {
        "geregistreerd": Bilingual("Geregistreerd", "Registered"),
        "stand gewijzigd": Bilingual("Stand gewijzigd", "State changed"),
        "gegevens gewijzigd": Bilingual("Gegevens gewijzigd", "Details changed"),
        "antwoord gegeven": Bilingual("Antwoord gegeven", "Answer given"),
        "casussen toegevoegd": Bilingual("Casussen toegevoegd", "Cases added"),
        "casussen eruit gehaald": Bilingual("Casussen eruit gehaald", "Cases taken out"),
        "casus verwijderd": Bilingual("Casus verwijderd uit de databank", "Case deleted from the databank"),
        "ander patroon opgenomen": Bilingual("Ander patroon opgenomen", "Other pattern taken in"),
        "patroon gesplitst": Bilingual("Patroon gesplitst", "Pattern split"),
    },
    "ProposalState": {
        "aangeboden": Bilingual("Aangeboden", "Offered"),
        "aangenomen": Bilingual("Aangenomen", "Accepted"),
        "afgewezen": Bilingual("Afgewezen", "Rejected"),
    },
    "SizeStep": {
        "telling in een register": Bilingual("Telling in een register", "Count in a register"),
        "ophoging met meldkans": Bilingual("Ophoging met meldkans", "Multiplier with a reporting rate"),
        "vergelijking van twee lijsten": Bilingual("Vergelijking van twee lijsten", "Two lists compared"),
    },
}
