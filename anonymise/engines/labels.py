# SPDX-License-Identifier: EUPL-1.2
"""What the labels of other people's models mean here."""

from casebase.vocabulary import Kind

_MEANINGS = {
    Kind.PERSON: "per pers person persoon persons name naam patient patiënt people",
    Kind.CITY: "loc location locatie gpe city town place plaats woonplaats",
    Kind.ORG: "org organization organisation organisatie company bedrijf ziekenhuis zorginstelling",
}
_KINDS = {label: kind for kind, labels in _MEANINGS.items() for label in labels.split()}


def kind_of_label(label: str) -> Kind | None:
    """PERSON, CITY or ORG for a label such as ``B-PER``, ``GPE`` or ``persoon``; None for anything else."""
    return _KINDS.get(bare_label(label).lower())


def bare_label(label: str) -> str:
    """A label without the sign for its place in a name (``B-``, ``I-``, ``E-``, ``S-``, ``L-``, ``U-``)."""
    return label[2:] if label[:2] in _PLACES else label


def begins_name(label: str) -> bool:
    """Whether the label says that a new name begins here."""
    return label[:2] in ("B-", "S-", "U-")


_PLACES = tuple(f"{letter}-" for letter in "BIESLU")
