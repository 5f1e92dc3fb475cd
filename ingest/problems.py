# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a value: a sentence that says what to do and never quotes the value."""

from casebase.bilingual import DatabankError


class ValueProblemError(DatabankError):
    """A value cannot be read; the sentence ends without a full stop and holds nothing of the value."""
