# SPDX-License-Identifier: EUPL-1.2
"""In which style a case is written, measured from its text where the gold file does not tell.

The first rule that holds decides, on the longest text of the case:

1. *hoofdletters*: more than half of the letters are capitals;
2. *mail*: two header lines (Van:, Aan:, Onderwerp: …), or a greeting and a closing;
3. *kleine letters*: fewer than one letter in 67 is a capital;
4. *telegram*: hardly any articles, pronouns and forms of *zijn* (under 6% of the words), or few (8.5%) and
   lines that begin with a dash;
5. *slordig*: three or more slips of the keyboard (a full stop or comma glued to the next word, signs
   repeated), or a fifth of the sentences without a capital;
6. *telefoonnotitie*: short sentences (under 8.5 words) and a word for a phone call;
7. *verhaal*: anything else.

The bounds were set on cases whose writers told the style (``data/training/anonymise``).
"""

import re
from collections.abc import Mapping

UNKNOWN = "onbekend"


def writing_style(texts: Mapping[str, str]) -> str:
    """The style of a case with these texts by field; ``onbekend`` when there are no letters in it."""
    text = max(texts.values(), key=len, default="")
    letters = [sign for sign in text if sign.isalpha()]
    if not letters:
        return UNKNOWN
    capitals = sum(sign.isupper() for sign in letters) / len(letters)
    if capitals > 0.5:
        return "hoofdletters"
    if _is_mail(text):
        return "mail"
    if capitals < 0.015:
        return "kleine letters"
    return _by_sentences(text)


def _is_mail(text: str) -> bool:
    return len(_HEADER.findall(text)) > 1 or bool(_GREETING.search(text) and _CLOSING.search(text))


def _by_sentences(text: str) -> str:
    small_words = _share(_SMALL_WORD, text, _WORD)
    if small_words < 0.06 or (small_words < 0.085 and _share(_DASHED, text, _LINE) > 0.3):
        return "telegram"
    if len(_SLIP.findall(text)) > 2 or _share(_LOW_START, text, _START) > 0.2:
        return "slordig"
    sentences = [words for part in re.split(r"[.!?\n]+", text) if (words := part.split())]
    if _PHONE.search(text) and sum(map(len, sentences)) / len(sentences) < 8.5:
        return "telefoonnotitie"
    return "verhaal"


def _share(part: re.Pattern[str], text: str, whole: re.Pattern[str]) -> float:
    return len(part.findall(text)) / max(1, len(whole.findall(text)))


_HEADER = re.compile(r"^(?:van|aan|onderwerp|verzonden|from|to|subject|cc) ?:", re.I | re.M)
_GREETING = re.compile(r"^ *(?:geachte|beste|hoi|hallo|dag|goede(?:morgen|middag))\b", re.I | re.M)
_CLOSING = re.compile(r"\b(?:groet(?:en|jes)?|hoogachtend|mvg|gr\.)", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = re.compile(r"\b(?:de|het|een|is|zijn|heeft|was|ik|hij|zij|ze)\b", re.I)
_LINE = re.compile(r"^.*\S", re.M)
_DASHED = re.compile(r"^[ \t]*[-*•>]", re.M)
_SLIP = re.compile(r"[a-z][,.][A-Za-z]{2}| [,.]|\.\.+|!!+|\?\?+")
_START = re.compile(r"""(?:\A|[.!?]\s+|\n+)[\s"'‘“(-]*[^\W\d_]""")
_LOW_START = re.compile(r"""(?:\A|[.!?]\s+|\n+)[\s"'‘“(-]*[a-zß-ÿ]""")
_PHONE = re.compile(
    r"\b(?:belt|belde|gebeld|tel\b|telefo\w+|terug(?:gebeld|bellen)|gesprek|aan de lijn)", re.I
)
