# SPDX-License-Identifier: EUPL-1.2
"""Ages behind the name of a person. See ``anonymise.names.ages_of_persons``.

An age is a quasi-identifier (WP29 Opinion 05/2014).
"""

from typing import ClassVar

from anonymise.recognisers.named import NameRecogniser
from casebase.vocabulary import Kind


class AgeBehindNameRecogniser(NameRecogniser):
    """A number that tells how old the person before it is."""

    kind: ClassVar[Kind] = Kind.AGE
