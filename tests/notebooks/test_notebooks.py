# SPDX-License-Identifier: EUPL-1.2
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.filterwarnings("ignore")
def test_exploring_runs_in_a_kernel_on_the_sample_cases(
    root: Path, sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABANK_HOME", str(sample_home))
    notebook = nbformat.read(root / "notebooks" / "verkennen.ipynb", as_version=4)
    NotebookClient(notebook, timeout=240, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = str([cell.get("outputs") for cell in notebook.cells])
    assert "270 vrijgegeven casussen" in shown
    assert "270 vectoren" in shown
    assert not re.search(r"<script[^>]+src=", shown)
    assert shown.count("Plotly.newPlot") == 3
    assert (tmp_path / "selectie.csv").read_text(encoding="utf-8-sig").startswith("case_id;title;")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
