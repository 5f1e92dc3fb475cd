# SPDX-License-Identifier: EUPL-1.2
"""Streets known by nothing but their house number. See ``anonymise.names.streets``.

Source: Basisregistratie Adressen en Gebouwen, for the form of house numbers.
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class StreetWithNumberRecogniser(NameRecogniser):
    """An unknown word with a capital and a house number."""

    kind: ClassVar[Kind] = Kind.ADDRESS
