# SPDX-License-Identifier: EUPL-1.2
"""Which words in a form are a label and which are its value."""

import re
from dataclasses import dataclass

from ingest.readers.ticks import has_box
from ingest.readers.types import IsLabel

MAX_LABEL = 80
RATING_WORDS = frozenset(("oordeel", "beoordeling", "score", "waardering", "weging", "rating"))
"""Labels that say something only with the label above them: ``Juridisch perspectief``, ``Oordeel``."""

_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]|\d{1,2}(?:\.\d{1,2})+|[a-zA-Z][.)])\s+")
_TRAILING = re.compile(r"[\s:*]+$")
_FORMED_LABEL = re.compile(r"[A-ZÀ-Þ][^:.!?;\n]{1,50}")
_MAX_WORDS = 6
_GAP = re.compile(r"\t+| {2,}")
_CASE_NUMBER = re.compile(
    r"(?:casus|zaak|dossier|meldings?|signaal|registratie|case)[\s_-]*(?:nummer|nr\.?|id|code|number|no\.?)",
    re.I,
)
_NUMBERED_CASE = re.compile(rf"({_CASE_NUMBER.pattern}|casus|zaak|case)\s+(\S*\d\S*)", re.I)
_CHOICE_LABEL = re.compile(r"(?:aard|niveau|nature|level)\b", re.I)
_CHOICE = re.compile(r"juridisch|financieel|maatschappelijk|legal|financial|social", re.I)
_CLOSED_VALUE = re.compile(
    r"(?:deels |niet |gedeeltelijk )?opgelost|onbekend|ja|nee|(?:on)?voldoende|goed|financieel|re-?integratie"
    r"|overig|juridisch|uitvoering|(?:\d{1,2}[-/. ]){2}\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2} [a-z]+ \d{4}",
    re.I,
)
_CLOSED_SENTENCE = (".", ",", ";", "!")
_WRAPPED_LINE = 60


@dataclass(frozen=True)
class Piece:
    """A part of a line: a label with what stands beside it, or text alone."""

    label: str | None
    text: str


class Labels:
    """Knows labels by the given function, or by their form where there is none."""

    def __init__(self, is_heading: IsLabel | None) -> None:
        self._is_heading = is_heading

    @property
    def by_form(self) -> bool:
        """Whether labels are recognised by their form only."""
        return self._is_heading is None

    def known(self, text: str) -> bool:
        """Whether the given function knows this label; never true without one."""
        label = bare_label(text)
        # A box belongs to a choice, an angle to a mail that was pasted in.
        fits = 0 < len(label) <= MAX_LABEL and not has_box(label) and not label.startswith(">")
        return bool(fits and self._is_heading and self._is_heading(label))

    def is_label_line(self, line: str, *, marked: bool, before: str) -> bool:
        """Whether a whole line is a label; ``marked`` is bold or a heading, ``before`` the line above."""
        line = line.strip()
        if not line or len(line) > MAX_LABEL:
            return False
        if self.by_form:
            return marked or (line.endswith(":") and bool(_FORMED_LABEL.fullmatch(bare_label(line))))
        if line.endswith(_CLOSED_SENTENCE) or not self.known(line):
            return False
        return marked or line.endswith(":") or (_begins_large(line) and not _wraps(before))

    def pieces(self, line: str, *, before: str = "") -> list[Piece]:
        """A line cut at its labels: ``Zaaknummer: A-1   Datum: 4 maart`` gives two."""
        if numbered := _NUMBERED_CASE.fullmatch(line.strip()):
            return [Piece(numbered[1] if is_case_number(numbered[1]) else "Casusnummer", numbered[2])]
        segments = [segment for segment in _GAP.split(line.strip()) if segment]
        if len(segments) > 1 and (self._beside_colon(segments[0]) or self.known(segments[0])):
            return self._columns(segments)
        piece = self._beside_colon(line)
        wrong_place = piece and not _begins_large(line) and _wraps(before)
        return [piece if piece and not wrong_place else Piece(None, line)]

    def _columns(self, segments: list[str]) -> list[Piece]:
        pieces: list[Piece] = []
        waiting: str | None = None
        for segment in segments:
            piece = self._beside_colon(segment)
            if piece or (waiting is None and self.known(segment)):
                if waiting is not None:
                    pieces.append(Piece(waiting, ""))
                label, text = (piece.label, piece.text) if piece else (bare_label(segment), "")
                waiting = label if not text else None
                if text:
                    pieces.append(Piece(label, text))
            elif waiting is not None:
                pieces.append(Piece(waiting, segment))
                waiting = None
            else:
                last = pieces.pop()
                pieces.append(Piece(last.label, f"{last.text} {segment}"))
        return [*pieces, Piece(waiting, "")] if waiting is not None else pieces

    def _beside_colon(self, line: str) -> Piece | None:
        label, colon, text = line.partition(":")
        if not colon or not label.strip() or len(label) > MAX_LABEL or text.startswith("//"):
            return None
        if self.by_form:
            short = len(label.split()) <= _MAX_WORDS and not text[:1].isdigit()
            fits = short and bool(_FORMED_LABEL.fullmatch(bare_label(label)))
        else:
            fits = self.known(label)
        return Piece(bare_label(label), text.strip()) if fits else None


def bare_label(text: str) -> str:
    """A label without numbering in front and colon or star behind."""
    return _TRAILING.sub("", _NUMBERING.sub("", text)).strip()


def is_case_number(label: str) -> bool:
    """Whether this is the label of the number that tells cases apart; a second one begins a new case."""
    return bool(_CASE_NUMBER.fullmatch(bare_label(label)))


def is_rating_word(label: str) -> bool:
    """Whether a label needs the one above it to mean something."""
    return bare_label(label).lower() in RATING_WORDS


def is_choice(label: str, text: str) -> bool:
    """Whether a text that may be a label elsewhere is a choice under this one (aard, niveau)."""
    return bool(_CHOICE_LABEL.match(bare_label(label)) and _CHOICE.fullmatch(text.strip()))


def is_closed_value(text: str) -> bool:
    """Whether a text is a date, a ticked box or a word from a closed list, as stories seldom say."""
    return bool(_CLOSED_VALUE.fullmatch(text.strip())) or has_box(text)


def _begins_large(line: str) -> bool:
    first = bare_label(line)[:1]
    return not first.islower()


def _wraps(before: str) -> bool:
    """Whether the line above runs on into this one."""
    return len(before) >= _WRAPPED_LINE and not before.rstrip().endswith(
        (".", "!", "?", ":", ";", ")", "'", '"')
    )
