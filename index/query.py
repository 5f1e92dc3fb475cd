# SPDX-License-Identifier: EUPL-1.2
"""What a person typed: the words to search for, phrases that must occur, words that must not."""

import re
from dataclasses import dataclass

from index.text import well_formed

LONGEST_QUERY = 20_000
"""Characters that are searched for; what follows is left out."""

MOST_OPERATOR_WORDS = 20
"""In longer texts, such as a pasted story, quotation marks and hyphens are just that."""

_OPERATOR = re.compile(
    r"(?<!\S)(?P<minus>-)?(?:[\"“”„«](?P<phrase>[^\"“”„«»\n]+)[\"“”»]|(?<=-)(?P<word>\w[\w'’-]*))(?=[\s,;.]|$)"
)


@dataclass(frozen=True, repr=False)
class Query:
    """A parsed search; ``text`` holds the phrases too, without what is excluded."""

    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def has_conditions(self) -> bool:
        """Whether the text of each found case must be looked at."""
        return bool(self.phrases or self.excluded)


def parse_query(typed: str) -> Query:
    """``"dringende reden" boete -fraude``: the phrase must occur, the word after the hyphen must not.

    Only in short searches of one line; anything longer is a story and is taken as it stands.
    """
    text = well_formed(typed[:LONGEST_QUERY]).strip()
    if is_story(text):
        return Query(text)
    phrases: list[str] = []
    excluded: list[str] = []
    for match in _OPERATOR.finditer(text):
        (excluded if match["minus"] else phrases).append((match["phrase"] or match["word"]).strip())
    rest = _OPERATOR.sub(lambda match: " " if match["minus"] else f" {match['phrase']} ", text)
    return Query(" ".join(rest.split()), tuple(filter(None, phrases)), tuple(filter(None, excluded)))


def is_story(text: str) -> bool:
    """Whether a text is too long for operators: more than one line, or many words."""
    return "\n" in text.strip() or len(text.split()) > MOST_OPERATOR_WORDS
