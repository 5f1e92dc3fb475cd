# SPDX-License-Identifier: EUPL-1.2
"""Texts, lists, terms of a closed list, and yes or no, as people fill them in."""

import re
import unicodedata
from functools import cache
from typing import TypeVar

from casebase.vocabulary import Level, Nature, Outcome, Principle, Rating, Term
from ingest.problems import ValueProblemError

LONGEST_VALUE = 200
"""Longest entry of a list, in characters: more than that is a story in the wrong column."""

AnyTerm = TypeVar("AnyTerm", bound=Term)

_EMPTY = {"", "nvt", "ntb", "nb", "leeg", "none", "null", "nan", "na", "naderbepalen", "naderteepalen"}
_UNKNOWN = {"onbekend", "nietbekend", "nognietbekend", "nietingevuld", "nognietingevuld", "unknown", "geen"}
_LONGEST_EMPTY = 30
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_LINE_ENDS = re.compile("[\u2028\u2029\u0085]")
_SPACE_BEFORE_END = re.compile(r" +\n")
_MANY_ENDS = re.compile(r"\n{3,}")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_BOX = re.compile(r"([☑☒✓✔✗✘■]|\[[xX]\])|[☐□❑❏]|\[ ?\]")
_BULLET = re.compile(r"^\s*(?:[-–•*·▪o]|\d{1,2}[.)])\s+")
_BRACKETED = re.compile(r"\([^()]*\)")

_YES = {"ja", "j", "yes", "y", "true", "waar", "x", "1", "v"}
_NO = {"nee", "neen", "n", "no", "false", "onwaar", "0"}

_SYNONYMS: dict[type[Term], dict[Term, str]] = {
    Nature: {
        Nature.FINANCIAL: "financien|financieel probleem|geld|inkomen|finance",
        Nature.REINTEGRATION: "werk|werk en re-integratie|re-integratie en werk|arbeidsparticipatie",
        Nature.OTHER: "anders|overige|ander|diversen",
    },
    Level: {
        Level.LEGAL: "wet en beleid|wet- en regelgeving|wet|wetgeving|wet/beleid|beleid|wettelijk"
        "|juridisch (wet/beleid)|law and policy",
        Level.EXECUTION: "uitvoerend|in de uitvoering|uitvoeringspraktijk|uitvoeringsproces|proces|processen"
        "|werkproces|werkprocessen",
        Level.OTHER: "anders|overige|ander",
    },
    Outcome: {
        Outcome.SOLVED: "geheel opgelost|volledig opgelost|helemaal opgelost|naar tevredenheid opgelost|ja"
        "|yes|wel opgelost|resolved|fully solved",
        Outcome.PARTLY: "gedeeltelijk opgelost|gedeeltelijk|deels|ten dele|ten dele opgelost|voor een deel"
        "|voor een deel opgelost|partially solved|partly|partially",
        Outcome.NOT_SOLVED: "onopgelost|nee|no|geen oplossing|niet|niet gelukt|unsolved|unresolved",
        Outcome.UNKNOWN: "niet bekend|nog niet bekend|niet geregistreerd",
    },
    Rating: {
        Rating.INSUFFICIENT: "niet voldoende|ontoereikend|onv",
        Rating.SUFFICIENT: "toereikend|vold",
        Rating.GOOD: "heel goed|zeer goed",
    },
    Principle: {
        Principle.TRUST: "vertrouwen|gewekt vertrouwen|opgewekt vertrouwen|rechtmatig vertrouwen|trust",
        Principle.PROPORTIONALITY: "evenredigheid|proportionaliteit|proportionaliteitsbeginsel",
        Principle.EQUALITY: "gelijkheid|gelijke behandeling",
        Principle.DUE_CARE: "zorgvuldigheid|zorgvuldige voorbereiding|care",
        Principle.REASONING: "motivering|motiveringsplicht|deugdelijke motivering",
        Principle.LEGAL_CERTAINTY: "rechtszekerheid",
        Principle.MISUSE_OF_POWER: "détournement de pouvoir|verbod op détournement de pouvoir|misuse of power"
        "|misbruik van bevoegdheid|verbod van misbruik van bevoegdheid|verbod op misbruik van bevoegdheid",
        Principle.FAIR_PLAY: "fair play|fair play beginsel|beginsel van fair play",
    },
}  # fmt: skip


def clean_text(text: str) -> str:
    """The text with one kind of line end and space, without invisible characters, in composed Unicode."""
    # _x000D_ is how Excel files spell a carriage return.
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    text = _SPACES.sub(" ", text)
    text = _LINE_ENDS.sub("\n", text)
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _SPACE_BEFORE_END.sub("\n", text)
    text = _MANY_ENDS.sub("\n\n", text).strip()
    return "" if _is_empty(text) else text


def _is_empty(text: str) -> bool:
    if len(text) > _LONGEST_EMPTY:
        return False
    return _key(text) in _EMPTY and not any(box[1] for box in _BOX.finditer(text))


def clean_line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean_text(text).split())


def parse_flag(text: str) -> bool | None:
    """Yes or no; None where nothing is filled in.

    Raises:
        ValueProblemError: something else is filled in.
    """
    answers = _ticked(text)
    if not any(answers):
        return None
    keys = {_key(answer) for answer in answers}
    if keys <= _YES or keys <= _NO:
        return keys <= _YES
    if keys <= _UNKNOWN:
        return None
    raise ValueProblemError(
        "vul hier alleen ja of nee in; zet een toelichting bij Afweging",
        "fill in only yes or no here; put an explanation under Reasoning",
    )


def parse_term(text: str, vocabulary: type[AnyTerm]) -> AnyTerm | None:
    """The term of a closed list that a text means; None where nothing is filled in.

    Raises:
        ValueProblemError: another word, or more than one term; the sentence names the allowed terms.
    """
    found = {_term(answer, vocabulary) for answer in _ticked(text)} - {None}
    if len(found) > 1:
        raise _choose(vocabulary, one=True)
    return next(iter(found), None)


def parse_terms(text: str, vocabulary: type[AnyTerm]) -> tuple[AnyTerm, ...]:
    """All terms in a list, each once, in the order given.

    Raises:
        ValueProblemError: one of them is another word.
    """
    found: list[AnyTerm | None] = []
    for answer in _ticked(text):
        if _key(answer) in _names(vocabulary):
            found.append(_term(answer, vocabulary))
        else:
            parts = [part for item in split_list(answer) for part in re.split(r" (?:en|and|&) ", item)]
            found += [_term(part, vocabulary) for part in parts]
    return tuple(dict.fromkeys(term for term in found if term is not None))


def split_list(text: str) -> tuple[str, ...]:
    """The entries of a list, each once.

    Semicolons and line ends part entries; only where there are none, commas and slashes do,
    but not between digits, and nothing parts what stands in brackets.

    Raises:
        ValueProblemError: an entry is longer than a name can be.
    """
    lines = [_BULLET.sub("", line) for answer in _ticked(text) for line in clean_text(answer).split("\n")]
    entries = _split(lines, ";")
    if len(entries) == 1:
        entries = _split(entries, r"(?<!\d),|,(?!\d)|(?<!\d)/|/(?!\d)")
    entries = [entry for entry in entries if _key(entry) not in _EMPTY | _UNKNOWN]
    if any(len(entry) > LONGEST_VALUE for entry in entries):
        raise ValueProblemError(
            f"een van de waarden is langer dan {LONGEST_VALUE} tekens;"
            " zet hier alleen namen, gescheiden door een puntkomma",
            f"one of the values is longer than {LONGEST_VALUE} characters;"
            " use only names here, separated by semicolons",
        )
    return tuple(dict.fromkeys(entries))


def _split(texts: list[str], separator: str) -> list[str]:
    parts: list[str] = []
    for text in texts:
        # Same length without letters in brackets, so that positions stay.
        outside = _BRACKETED.sub(lambda found: "(" + "x" * (len(found[0]) - 2) + ")", text)
        start = 0
        for cut in re.finditer(separator, outside):
            parts.append(text[start : cut.start()])
            start = cut.end()
        parts.append(text[start:])
    return [part for part in (" ".join(part.split()).strip(" ,;") for part in parts) if part]


def _ticked(text: str) -> list[str]:
    """The answers beside ticked boxes (``☒ Ja ☐ Nee``); the whole text where there are no boxes."""
    text = clean_text(text)
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return [text]
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    answers = [text[box.end() : end].strip(" \n,;/|") for box, end in zip(boxes, ends, strict=True) if box[1]]
    return [answer or "x" for answer in answers]


def _term(text: str, vocabulary: type[AnyTerm]) -> AnyTerm | None:
    key = _key(text)
    if key in _names(vocabulary):
        return vocabulary(_names(vocabulary)[key])
    if key in _EMPTY | _UNKNOWN:
        return None
    raise _choose(vocabulary)


@cache
def _names(vocabulary: type[Term]) -> dict[str, str]:
    """Values of the list by every name that is understood."""
    names: dict[str, str] = {}
    for term in vocabulary:
        synonyms = _SYNONYMS[vocabulary][term].split("|")
        for name in (term.value, term.label.nl, term.label.en, term.name, *synonyms):
            names[_key(name)] = term.value
    return names


def _choose(vocabulary: type[Term], *, one: bool = False) -> ValueProblemError:
    dutch = ", ".join(term.value for term in vocabulary)
    english = ", ".join(f"{term.value} ({term.label.en})" for term in vocabulary)
    if one:
        return ValueProblemError(f"kies één van: {dutch}", f"choose one of: {english}")
    return ValueProblemError(
        f"deze waarde staat niet in de lijst; kies uit: {dutch}",
        f"this value is not in the list; choose from: {english}",
    )


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in folded if c.isalnum())
