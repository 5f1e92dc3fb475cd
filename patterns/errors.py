# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with something that people want to do to a pattern."""

from collections.abc import Iterable, Sequence

from casebase.bilingual import Bilingual, DatabankError
from casebase.pattern_vocabulary import PatternState
from patterns.states import Demand


class PatternError(DatabankError):
    """Something that cannot be done to a pattern."""


class StepNotAllowedError(PatternError):
    """From this state that step is not allowed."""

    def __init__(self, source: PatternState, target: PatternState, allowed: Sequence[PatternState]) -> None:
        names = ", ".join(state.value for state in allowed)
        super().__init__(
            f"Van '{source.value}' kan een patroon niet naar '{target.value}'. Wel naar: {names}.",
            f"A pattern cannot go from '{source.value}' to '{target.value}'. It can go to: {names}.",
        )


class MergeInsteadError(PatternError):
    """A state that comes from merging only."""

    def __init__(self) -> None:
        super().__init__(
            "Zet een patroon niet zelf op 'samengevoegd'. Gebruik: databank patterns merge.",
            "Do not set a pattern to 'samengevoegd' yourself. Use: databank patterns merge.",
        )


class EndedPatternError(PatternError):
    """Nothing can be done to a pattern that came to an end, except reopening it."""

    def __init__(self, pattern_id: str, state: PatternState) -> None:
        super().__init__(
            f"Patroon {pattern_id} is {state.value}. Heropen het eerst.",
            f"Pattern {pattern_id} is {state.label.en.lower()}. Reopen it first.",
        )


class MissingDetailError(PatternError):
    """A step asks for something that was not given."""

    def __init__(self, demand: Demand) -> None:
        super().__init__(_DEMANDS[demand].nl, _DEMANDS[demand].en)


class DateInPastError(PatternError):
    """A promise cannot be for a day that is over."""

    def __init__(self) -> None:
        super().__init__(
            "De datum waarop de inbrengers iets horen, ligt in het verleden. Kies vandaag of later.",
            "The date by which the submitters hear is in the past. Choose today or later.",
        )


class EmptyTextError(PatternError):
    """A text that must be there is not."""

    def __init__(self, what: Bilingual) -> None:
        super().__init__(f"Vul in: {what.nl}.", f"Fill in: {what.en}.")


class LongTextError(PatternError):
    """A text is too long to be of use."""

    def __init__(self, what: Bilingual, longest: int) -> None:
        super().__init__(
            f"Te lang: {what.nl}. Gebruik ten hoogste {longest} tekens.",
            f"Too long: {what.en}. Use at most {longest} characters.",
        )


class PersonalDataError(PatternError):
    """A text seems to tell who somebody is; what stands in it is not repeated."""

    def __init__(self, what: Bilingual) -> None:
        super().__init__(
            f"Hier lijkt een persoonsgegeven te staan: {what.nl}. Schrijf het zonder naam, nummer of precieze"
            " dag. Is het er geen? Vraag uw beheerder om het woord toe te staan (databank review allow add).",
            f"Personal data seems to stand here: {what.en}. Write it without a name, number or exact day."
            " If it is none, ask your administrator to allow the word (databank review allow add).",
        )


class UnreleasedCaseError(PatternError):
    """Only released cases can be put in a pattern."""

    def __init__(self, case_ids: Iterable[str]) -> None:
        names = ", ".join(case_ids)
        super().__init__(
            f"Nog niet vrijgegeven: {names}. Laat deze casussen eerst beoordelen.",
            f"Not released yet: {names}. Have these cases reviewed first.",
        )


class AlreadyMemberError(PatternError):
    """A case is in the pattern already."""

    def __init__(self, case_ids: Iterable[str]) -> None:
        names = ", ".join(case_ids)
        super().__init__(
            f"Deze casussen horen al bij het patroon: {names}. Laat ze weg.",
            f"These cases are in the pattern already: {names}. Leave them out.",
        )


class NotMemberError(PatternError):
    """A case is not in the pattern."""

    def __init__(self, case_ids: Iterable[str]) -> None:
        names = ", ".join("".join(sign for sign in name if sign.isprintable())[:60] for name in case_ids)
        super().__init__(
            f"Deze casussen horen niet bij het patroon: {names}. Controleer de nummers.",
            f"These cases are not in the pattern: {names}. Check the numbers.",
        )


class NoCasesError(PatternError):
    """A pattern without cases says nothing."""

    def __init__(self) -> None:
        super().__init__(
            "Noem ten minste één casus die bij het patroon hoort.",
            "Name at least one case that belongs to the pattern.",
        )


class SplitAllError(PatternError):
    """Splitting all cases off leaves an empty pattern."""

    def __init__(self) -> None:
        super().__init__(
            "Zo blijft er geen casus over. Splits een deel af, of pas naam en mechanisme aan.",
            "No case would be left. Split a part off, or change the name and the mechanism.",
        )


class MergeItselfError(PatternError):
    """A pattern cannot be merged with itself."""

    def __init__(self) -> None:
        super().__init__(
            "Kies een of meer andere patronen om samen te voegen.",
            "Choose one or more other patterns to merge.",
        )


class SizeRangeError(PatternError):
    """A range of a size that cannot be."""

    def __init__(self) -> None:
        super().__init__(
            "Het laagste aantal moet nul of meer zijn, en niet hoger dan het hoogste.",
            "The lowest number must be zero or more, and not above the highest.",
        )


_DEMANDS = {
    Demand.ANSWER_DUE: Bilingual(
        "Noem de datum waarop de inbrengers (opnieuw) iets horen.",
        "Name the date by which the submitters hear (more).",
    ),
    Demand.ANSWER: Bilingual(
        "Schrijf het antwoord dat de inbrengers te lezen krijgen.",
        "Write the answer that the submitters will read.",
    ),
    Demand.ADDRESSEE: Bilingual(
        "Noem aan wie het patroon is voorgelegd: een afdeling, organisatie of ministerie.",
        "Name whom the pattern was put to: a department, body or ministry.",
    ),
    Demand.SOLUTION: Bilingual(
        "Kies het soort oplossing: wet- en regelgeving, beleid, werkproces, samenwerking,"
        " vakmanschap en kennis, of ICT.",
        "Choose the kind of solution: law, policy, work process, cooperation, craft and knowledge, or ICT.",
    ),
}
