# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for tests of the app."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

INVENTED = Path(__file__).parent / "invented.py"


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    """The module with the invented cases and their databank."""
    spec = importlib.util.spec_from_file_location("invented_cases", INVENTED)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented_cases"] = module
    spec.loader.exec_module(module)
    return module
