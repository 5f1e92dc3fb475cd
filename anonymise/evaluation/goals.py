# SPDX-License-Identifier: EUPL-1.2
"""What the databank asks of its anonymiser; the report sets these figures beside the measured ones."""

from casebase.vocabulary import Kind

RECALL = {
    Kind.PERSON: 0.98,
    Kind.BSN: 0.99,
    Kind.IBAN: 0.99,
    Kind.PHONE: 0.99,
    Kind.EMAIL: 0.99,
    Kind.ADDRESS: 0.97,
    Kind.POSTCODE: 0.99,
    Kind.CITY: 0.95,
    Kind.BIRTHDATE: 0.97,
    Kind.DATE: 0.97,
    Kind.AGE: 0.97,
    Kind.CASE_NUMBER: 0.97,
    Kind.ORG: 0.90,
    Kind.LICENSE_PLATE: 0.99,
    Kind.ID_DOCUMENT: 0.99,
    Kind.V_NUMBER: 0.99,
    Kind.URL: 0.99,
    Kind.NATIONALITY: 0.90,
}
"""Least share of marks of each kind that is covered."""

PERSON_ENTITY_RECALL = 0.97
PERSON_PRECISION = 0.97
GROUP_RECALL = 0.95
"""Least share of marks of persons in each group of origin and of direct identifiers in each style."""

OVER_MASKING = 0.005
"""Most of the other text that may be masked."""
