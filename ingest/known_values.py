# SPDX-License-Identifier: EUPL-1.2
"""Columns with personal data: never stored, but what stands in them must be found in the story."""

import re
from collections.abc import Iterator, Mapping, Sequence

from casebase.record import KnownValue
from casebase.vocabulary import Kind
from ingest.fields import Column
from ingest.values import clean_text

LONGEST_KNOWN = 100
"""A longer text, in characters, is a story and not a name or number."""

_PUBLIC_BODY = re.compile(
    r"(?:uwv|svb|duo|cak|ciz|coa|ind|szw|cjib|rdw|kvk|ggd|belastingdienst|dienst toeslagen|politie|defensie"
    r"|gemeente|ministerie|provincie|waterschap|rijk|rijks(?:waterstaat|dienst|overheid)|rechtbank"
    r"|openbaar ministerie)\b",
    re.I,
)
"""Public bodies stay readable in a case, also where one is the employer."""

_MAY_BE_FUNCTION = (":official", ":third", ":family", ":submitter")
"""Columns in which people write ``arbeidsdeskundige``, ``SMZ`` or ``ja, twee`` as often as a name."""

_LONGEST_CODE = 4
_NAME_PARTS = ("client-first", "client-initials", "client-infix", "client-last")
_NOBODY = frozenset(("onbekend", "geen", "anoniem", "nvt", "n.v.t.", "ja", "nee", "unknown", "none", "x"))
_SEVERAL = re.compile(r"\s*(?:[;\n|]|/)\s*")
_SEVERAL_PEOPLE = re.compile(r"\s*(?:[;\n|/&]|\ben\b|\bmet\b)\s*")
_UNSPLIT = frozenset((Kind.ADDRESS, Kind.DATE, Kind.BIRTHDATE, Kind.CASE_NUMBER, Kind.URL))


def known_values(columns: Sequence[tuple[Column, str]]) -> tuple[KnownValue, ...]:
    """The personal data in these columns, each once; a name or address in parts becomes one value."""
    by_part: dict[str, list[str]] = {}
    for column, text in columns:
        if column.kind is not None and (value := clean_text(text)):
            by_part.setdefault(column.target, []).append(value)
    kinds = {column.target: column.kind for column, _ in columns if column.kind is not None}
    found = [value for whole in (*_client(by_part), *_address(by_part)) for value in _separate(whole)]
    for target, texts in by_part.items():
        whose = target.rpartition(":")[2] if target.endswith((":client", ":official")) else ""
        values = (value for text in texts for value in _separate(KnownValue(kinds[target], text, whose)))
        found += [value for value in values if _names_someone(target, value)]
    return tuple(dict.fromkeys(found))


def _names_someone(target: str, value: KnownValue) -> bool:
    """Whether a value may be looked for everywhere: ``3 kinderen``, ``bakker`` or ``UWV`` may not."""
    text = value.text
    if value.kind is Kind.ORG:
        return not text.islower() and not _PUBLIC_BODY.match(text)
    if value.kind is not Kind.PERSON:
        return True
    code = text.isupper() and len(text) <= _LONGEST_CODE
    function = target.endswith(_MAY_BE_FUNCTION) and (code or text.islower())
    return not function and not any(character.isdigit() for character in text)


def _client(by_part: dict[str, list[str]]) -> Iterator[KnownValue]:
    """``Voornaam`` and ``Achternaam`` are one person: kept apart they would get two placeholders."""
    targets = [f"@known:{Kind.PERSON}:{part}" for part in _NAME_PARTS]
    parts = _taken(by_part, targets)
    first, initials, infix, last = (parts.get(target, "") for target in targets)
    if last:
        yield KnownValue(
            Kind.PERSON, " ".join(part for part in (first or initials, infix, last) if part), "client"
        )
    elif first:
        yield KnownValue(Kind.PERSON, first, "client")


def _address(by_part: dict[str, list[str]]) -> Iterator[KnownValue]:
    targets = [f"@known:{Kind.ADDRESS}:street", f"@known:{Kind.ADDRESS}:number"]
    parts = _taken(by_part, targets)
    if targets[0] in parts:  # a house number alone would mask every such number in the story
        yield KnownValue(Kind.ADDRESS, " ".join(parts[target] for target in targets if target in parts))


def _taken(by_part: dict[str, list[str]], targets: Sequence[str]) -> Mapping[str, str]:
    return {target: " ".join(by_part.pop(target)) for target in targets if target in by_part}


def _separate(value: KnownValue) -> Iterator[KnownValue]:
    """A cell may name several people; ``Jansen, Jan`` is one."""
    splitter = _SEVERAL_PEOPLE if value.kind is Kind.PERSON else _SEVERAL
    parts = [value.text] if value.kind in _UNSPLIT else splitter.split(value.text)
    for part in parts:
        text = " ".join(part.split()).strip(" ,;")
        if 1 < len(text) <= LONGEST_KNOWN and text.casefold() not in _NOBODY:
            yield KnownValue(value.kind, text, value.whose)
