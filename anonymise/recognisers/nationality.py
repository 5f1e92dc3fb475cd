# SPDX-License-Identifier: EUPL-1.2
"""Nationality and origin of a person.

A special category of personal data (art. 9 GDPR). See ``anonymise.names.nationalities``.
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class NationalityRecogniser(NameRecogniser):
    """Nationality and origin of a person."""

    kind: ClassVar[Kind] = Kind.NATIONALITY
