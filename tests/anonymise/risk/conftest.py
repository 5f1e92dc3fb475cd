# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from anonymise.risk.reading import traits_of
from anonymise.risk.rules import RiskRules, load_risk_rules
from anonymise.risk.traits import Traits
from casebase.record import SafeCase

Read = Callable[..., Traits]


@pytest.fixture(scope="session")
def rules(root: Path) -> RiskRules:
    """The shipped lists."""
    return load_risk_rules(root / "data" / "lists")


@pytest.fixture
def read(rules: RiskRules) -> Read:
    """``read(situation, title=…)``: the traits of a case with this story."""

    def traits_of_story(situation: str, **fields: object) -> Traits:
        given = {"case_id": "A-1", "received_on": date(2024, 5, 2), "situation": situation, **fields}
        return traits_of(SafeCase.model_validate(given), rules)

    return traits_of_story
