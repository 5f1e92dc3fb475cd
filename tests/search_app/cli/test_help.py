# SPDX-License-Identifier: EUPL-1.2
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from casebase.bilingual import Language
from search_app.cli.english import ENGLISH
from search_app.cli.main import build_cli, run


def _all_commands(command: click.Command, path: str = "databank") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _all_commands(below, f"{path} {name}")


COMMANDS = dict(_all_commands(build_cli(Language.NL)))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_is_explained_in_dutch_and_in_english(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert path in ENGLISH
    for option in command.params:
        if isinstance(option, click.Option) and option.name not in ("help", "version"):
            assert option.help, f"{path} {option.opts[0]}"
            assert f"{path} {option.opts[0]}" in ENGLISH


def test_no_english_explanation_is_left_of_a_command_that_is_gone() -> None:
    options = {f"{path} {o.opts[0]}" for path, command in COMMANDS.items() for o in command.params}
    assert set(ENGLISH) <= set(COMMANDS) | options


@pytest.mark.parametrize(
    ("language", "words"), [("nl", ("Gebruik:", "Opties")), ("en", ("Usage:", "Search for cases"))]
)
def test_help_speaks_the_users_language(
    language: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABANK_LANG", language)
    assert run(["search", "--help"]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in words)


@pytest.mark.parametrize(
    "wrong", [["zoek"], ["search", "--limiet", "3"], ["search", "--limit", "nul"], ["search"]]
)
def test_wrong_use_gives_a_dutch_sentence_and_exit_code_2(
    wrong: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABANK_LANG", "nl")
    assert run(wrong) == 2
    said = capsys.readouterr().err
    assert "Fout:" in said
    assert "Traceback" not in said


def test_help_does_not_wait_for_heavy_libraries() -> None:
    heavy = (
        "{'torch', 'sentence_transformers', 'faiss', 'presidio_analyzer', 'streamlit', 'sklearn', 'pandas'}"
    )
    code = (
        "import sys; from search_app.cli.main import run; code = run(['--help']); "
        f"sys.exit(code or ','.join({heavy} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
