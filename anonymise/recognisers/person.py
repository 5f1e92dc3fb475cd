# SPDX-License-Identifier: EUPL-1.2
"""Names of persons, in full or alone: first names, surnames, initials.

Personal data by definition (art. 4(1) GDPR names the name first). See ``anonymise.names.persons``.
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class PersonRecogniser(NameRecogniser):
    """Names of persons, in full or alone: first names, surnames, initials."""

    kind: ClassVar[Kind] = Kind.PERSON
