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


@pytest.fixture(scope="session")
def invented_reviews(invented: ModuleType) -> ModuleType:
    """The module with invented cases that wait for review, and their databank."""
    module: ModuleType = invented.module("invented_reviews")
    return module


@pytest.fixture(scope="session")
def invented_map(invented: ModuleType) -> ModuleType:
    """The module with invented cases on a map, and their databank."""
    module: ModuleType = invented.module("invented_map")
    return module


@pytest.fixture(scope="session")
def invented_intake(invented: ModuleType) -> ModuleType:
    """The module with a databank in which cases can be brought in."""
    module: ModuleType = invented.module("invented_intake")
    return module


@pytest.fixture(scope="session")
def invented_pattern(invented: ModuleType) -> ModuleType:
    """The module with an invented pattern and its figures."""
    module: ModuleType = invented.module("invented_pattern")
    return module
