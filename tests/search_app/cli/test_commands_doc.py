# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import click
import pytest

from casebase.bilingual import Language
from search_app.cli.main import build_cli
from search_app.settings import KNOWN

DOC = (Path(__file__).parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")


def _leaves(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        return [leaf for name, c in command.commands.items() for leaf in _leaves(c, f"{path} {name}")]
    return [(path, command)]


@pytest.mark.parametrize(("path", "command"), _leaves(build_cli(Language.NL), "databank"))
def test_every_command_is_documented_with_its_options(path: str, command: click.Command) -> None:
    lines = "\n".join(line for line in DOC.splitlines() if line.startswith(f"| `{path}"))
    assert lines, path
    missing = [o.opts[0] for o in command.params if isinstance(o, click.Option) and o.opts[0] not in lines]
    assert not missing or path == "databank search"


@pytest.mark.parametrize("name", sorted(set(KNOWN) - {"DATABANK_TEST_POSTGRES"}))
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in DOC
