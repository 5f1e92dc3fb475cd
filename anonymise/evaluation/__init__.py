# SPDX-License-Identifier: EUPL-1.2
"""How much personal data the anonymiser finds, measured on gold files.

Measures, per kind and per group:

- *recall*: share of marks of which every letter and digit is covered by found spans of any kind;
  *same-kind recall* asks for spans of the mark's own kind;
- *entity recall*: share of persons, numbers, places … of which all mentions in a case are covered;
  one missed mention gives a person away (TAB, Pilán et al. 2022, Computational Linguistics 48(4));
- *precision*: share of found spans of a kind that touch a mark of any kind;
- *over-masking*: share of the letters and digits outside all marks that is masked nevertheless.

Recall is told by origin of the names and by style of writing too, and what is missed by why it may have
been missed and whether a reviewer is pointed to it. The main shares have 95% intervals over cases.
A full case is searched as a whole, as in production: a name found in one field counts in all.
"""

from anonymise.evaluation.finders import AnonymiserFinder, CaseFinder, Finding, ReviewingFinder
from anonymise.evaluation.measuring import evaluate, evaluate_parts
from anonymise.evaluation.name_knowledge import NameKnowledge, load_name_knowledge
from anonymise.evaluation.scores import (
    DIRECT,
    QUASI,
    AnonymisationScores,
    Interval,
    Leftover,
    LeftoverReason,
    Score,
    StyleScores,
)

__all__ = [
    "DIRECT",
    "QUASI",
    "AnonymisationScores",
    "AnonymiserFinder",
    "CaseFinder",
    "Finding",
    "Interval",
    "Leftover",
    "LeftoverReason",
    "NameKnowledge",
    "ReviewingFinder",
    "Score",
    "StyleScores",
    "evaluate",
    "evaluate_parts",
    "load_name_knowledge",
]
