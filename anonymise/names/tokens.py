# SPDX-License-Identifier: EUPL-1.2
"""The words of a text with what a name hunter wants to know about each."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<initials>(?<![\w’'])(?:[^\W\d_]\.)+(?:[^\W\d_](?![\w’']))?)"
    r"|(?P<word>['’]t\b|(?:[^\W\d_][\u0300-\u036f]*)+(?:[-'’](?:[^\W\d_]+))*)"
    r"|(?P<number>\d[\w.,:/-]*\w|\d)"
    r"|(?P<amp>[&+])"
)
_SENTENCE_END = re.compile(r"[.!?:;•>|\n\t–—]\s*[\"'“‘„(]*\s*$|\s-+\s*$|(?:^|\s)[\"“„]\s*$")
_LONG_GAP = 12
"""So many signs without a letter or digit are a rule, a table or a blank line."""

_SHORT_FORMS = frozenset(
    {"mw", "mevr", "mvr", "dhr", "hr", "dr", "drs", "mr", "ir", "ing", "prof", "fam", "ds", "kl", "cl", "clt"}
    | {
        "wg",
        "wgr",
        "wn",
        "gem",
        "gemt",
        "dd",
        "nr",
        "art",
        "lid",
        "jr",
        "geb",
        "tel",
        "bv",
        "o.a",
        "va",
        "ad",
    }
    | {"evt", "incl", "excl", "ca", "resp", "vlg", "cf", "bijv", "bv", "nl", "vd", "vh", "echtg", "arb", "st"}
    | {"afd", "adm", "dir", "mej", "wed", "betr", "mdw", "o.b.v", "t.o.v", "i.v.m", "m.b.t", "a.d", "n.a.v"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a row of initials, a number or an ampersand, with its place and what stands before it.

    ``gap`` is the text since the token before; ``begins`` tells that a sentence, line or quote
    begins here, so that a capital says nothing.
    """

    text: str
    start: int
    end: int
    lower: str
    gap: str
    kind: str
    begins: bool

    @property
    def capital(self) -> bool:
        """Starts with a capital letter."""
        return self.kind in ("word", "initials") and self.text[0].isupper()

    @property
    def upper(self) -> bool:
        """All in capitals, two letters or more."""
        return self.kind == "word" and len(self.text) > 1 and self.text.isupper()

    @property
    def is_word(self) -> bool:
        """Letters only, no initials."""
        return self.kind == "word"

    @property
    def is_initials(self) -> bool:
        """``J.`` or ``J.P.``, in capitals."""
        return self.kind == "initials" and self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in reading order."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        tokens.append(
            Token(
                text=match[0],
                start=match.start(),
                end=match.end(),
                lower=match[0].lower().replace("’", "'"),
                gap=gap,
                kind=match.lastgroup or "word",
                begins=_begins(gap, tokens),
            )
        )
        end = match.end()
    return tokens


def _begins(gap: str, before: list[Token]) -> bool:
    if not before or len(gap) > _LONG_GAP:
        return True
    if not _SENTENCE_END.search(gap):
        return before[-1].kind == "initials" and before[-1].text[0].islower() and gap == "\n"
    abbreviated = gap.strip() == "." and "\n" not in gap and before[-1].lower in _SHORT_FORMS
    return not abbreviated
