# SPDX-License-Identifier: EUPL-1.2
"""Files that offices call after the person in them: 'het Jansen-dossier', 'de Yilmaz-zaak'."""

from collections.abc import Iterator, Sequence

from anonymise.names.findings import NameFinding
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_FILES = frozenset({"dossier", "zaak", "casus", "kwestie", "map", "gezin", "huishouden", "familie"})
_SCORE = 0.8


def find_named_files(tokens: Sequence[Token], lists: WordLists) -> Iterator[NameFinding]:
    """The name before the hyphen, when it stands in a list of names and is no term ('Wajong-dossier')."""
    for token in tokens:
        name, hyphen, file = token.text.rpartition("-")
        if not (hyphen and file in _FILES and name[:1].isupper()):
            continue
        if lists.is_name(name.lower()) and not lists.is_term(name.lower()):
            yield NameFinding(token.start, token.start + len(name), Kind.PERSON, _SCORE, "file of a person")
