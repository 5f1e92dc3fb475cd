# SPDX-License-Identifier: EUPL-1.2
"""A safe case as a row of words, so that every trait can be read in one pass over them."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from anonymise.case_texts import case_texts
from anonymise.edits import Place
from casebase.record import REGISTER_FIELDS, SafeCase


@dataclass(frozen=True, slots=True)
class Word:
    """A word, placeholder or closing sign; ``start`` and ``end`` count in the whole story."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def closes(self) -> bool:
        """Whether a sentence or line ends here."""
        return self.lower in _CLOSING

    @property
    def is_placeholder(self) -> bool:
        """Whether personal data stood here."""
        return self.text[0] == "["

    @property
    def without_prefix(self) -> "Word":
        """``oud-kok`` as ``kok``."""
        cut = self.lower.find("-") + 1
        return Word(self.text[cut:], self.lower[cut:], self.start + cut, self.end)

    @property
    def role(self) -> str:
        """What a placeholder stands for without its number: ``KIND``, ``PERSOON``; empty for a word."""
        match = _ROLE.match(self.text) if self.text[0] == "[" else None
        return match[1] if match else ""


@dataclass(frozen=True)
class Story:
    """All texts of a case after another, register fields last."""

    text: str
    fields: tuple[str, ...]
    starts: tuple[int, ...]
    register: int

    @cached_property
    def words(self) -> list[Word]:
        """Words and signs of the narrative, without the register fields."""
        return _words(self.text, 0, self.register)

    @cached_property
    def client(self) -> str:
        """The placeholder of the person of the case: named as such, or else the one named most often."""
        persons = Counter(word.text for word in self.words if word.role in ("PERSOON", "CLIËNT"))
        named = next((text for text in persons if text.startswith("[CLIËNT")), "")
        return named or (persons.most_common(1)[0][0] if persons else "")

    @cached_property
    def register_words(self) -> list[Word]:
        """Words and signs of the register fields."""
        return _words(self.text, self.register, len(self.text))

    def place(self, start: int, end: int) -> Place:
        """The field in which these characters stand, and where."""
        number = bisect_right(self.starts, start) - 1
        return Place(self.fields[number], start - self.starts[number], end - self.starts[number])


def story_of(case: SafeCase) -> Story:
    """The texts of a case in reading order."""
    texts = case_texts(case)
    fields, starts, parts = [], [], []
    position = 0
    register = -1
    for field, text in texts.items():
        if register < 0 and field.partition(".")[0] in REGISTER_FIELDS:
            register = position
        fields.append(field)
        starts.append(position)
        parts.append(text)
        position += len(text) + 1
    whole = "\n".join(parts)
    return Story(whole, tuple(fields), tuple(starts), len(whole) if register < 0 else register)


def _words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match[0], match[0].lower().replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
    ]


_ROLE = re.compile(r"\[([A-ZË-]*[A-ZË])")
_CLOSING = frozenset(".!?;\n")
_WORD = re.compile(r"\[[^\[\]\n]{1,60}\]|\w+(?:[-'’/+]\w+)*\+?|[.!?;\n]")
