# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a case that someone wants to store or change."""

from casebase.bilingual import DatabankError


class UnknownCaseError(DatabankError):
    """There is no case with this number."""

    def __init__(self, case_id: str) -> None:
        # What was typed may be anything; an error stays one readable line.
        shown = "".join(sign for sign in case_id if sign.isprintable())[:60]
        super().__init__(
            f"Er is geen casus met nummer {shown}. Controleer het nummer.",
            f"There is no case with number {shown}. Check the number.",
        )


class UnstorableCaseError(DatabankError):
    """A case number is missing or far too long, or a value in a list is a story."""


class SameReviewerError(DatabankError):
    """One person cannot be both pairs of eyes."""

    def __init__(self, case_id: str) -> None:
        super().__init__(
            f"U hebt casus {case_id} al goedgekeurd. Vraag een collega om er ook naar te kijken.",
            f"You approved case {case_id} already. Ask a colleague to look at it too.",
        )


class UnknownTermError(DatabankError):
    """Nothing on the lists of words has this number."""

    def __init__(self, term_id: int) -> None:
        super().__init__(
            f"Op de woordenlijsten staat geen nummer {term_id}. Kijk welke er zijn.",
            f"The lists of words have no number {term_id}. See which there are.",
        )


class UnknownPatternError(DatabankError):
    """There is no pattern with this number."""

    def __init__(self, pattern_id: str) -> None:
        shown = "".join(sign for sign in pattern_id if sign.isprintable())[:60]
        super().__init__(
            f"Er is geen patroon met nummer {shown}. Kijk welke er zijn met: databank patterns list.",
            f"There is no pattern with number {shown}. See which there are with: databank patterns list.",
        )


class UnknownProposalError(DatabankError):
    """There is no open proposal with this number."""

    def __init__(self, proposal_id: int) -> None:
        super().__init__(
            f"Er is geen open voorstel met nummer {proposal_id}. Vraag de voorstellen opnieuw op.",
            f"There is no open proposal with number {proposal_id}. Ask for the proposals anew.",
        )


class UnknownSavedSearchError(DatabankError):
    """This person saved no search with this number."""

    def __init__(self, saved_id: int) -> None:
        super().__init__(
            f"U hebt geen zoekvraag bewaard met nummer {saved_id}. Kijk welke u hebt bewaard.",
            f"You saved no search with number {saved_id}. See which ones you saved.",
        )
