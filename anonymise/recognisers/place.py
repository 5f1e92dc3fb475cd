# SPDX-License-Identifier: EUPL-1.2
"""Towns and villages where people of a case live, work or come from.

A place narrows the circle of persons (WP29 opinion 05/2014: singling out). See ``anonymise.names.places``.
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class PlaceRecogniser(NameRecogniser):
    """Towns and villages where people of a case live, work or come from."""

    kind: ClassVar[Kind] = Kind.CITY
