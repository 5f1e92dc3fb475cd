# SPDX-License-Identifier: EUPL-1.2
"""Running the cells of a notebook in this process, so that a test can look at what they made."""

import ast
import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import plotly.io
import pytest


@dataclass
class Run:
    """A notebook that was run: its variables, and all that its cells showed, as text."""

    variables: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    shown: str = ""

    def cell(self, name: str, source: str) -> None:
        """Run one cell; the value of its last line is shown, as in a notebook."""
        tree = ast.parse(source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, name, "exec"), self.variables)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), name, "eval"), self.variables)
                printed.write(f"{_as_shown(value)}\n")
        self.shown += printed.getvalue()


def _as_shown(value: object) -> str:
    """What a notebook shows of a value: a figure with its data, a table as HTML, the rest as written."""
    if hasattr(value, "add_trace"):
        return str(value.to_json())
    if hasattr(value, "_repr_html_"):
        return str(value._repr_html_())
    return "" if value is None else repr(value)


@pytest.fixture(scope="module")
def run_cells() -> Iterator[Callable[..., Run]]:
    """Runs the code cells of a notebook, all or the first few; its temporary folder goes afterwards."""
    runs = []

    def run(path: Path, first: int | None = None) -> Run:
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        done = Run()
        runs.append(done)
        for cell in cells[:first]:
            done.cell(f"{path.stem}/{cell.id}", cell.source)
        return done

    renderer, template = plotly.io.renderers.default, plotly.io.templates.default
    yield run
    plotly.io.renderers.default, plotly.io.templates.default = renderer, template
    for each in runs:
        if "databank" in each.variables:
            each.variables["databank"].engine.dispose()
        each.variables["scratch"].cleanup()
