# SPDX-License-Identifier: EUPL-1.2
"""Private employers, schools, care providers and firms; public bodies stay.

A small employer singles its people out. See ``anonymise.names.organisations``.
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class OrganisationRecogniser(NameRecogniser):
    """Private employers, schools, care providers and firms; public bodies stay."""

    kind: ClassVar[Kind] = Kind.ORG
