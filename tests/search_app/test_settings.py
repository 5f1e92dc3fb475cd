# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.profiles import Profile
from casebase.bilingual import Language
from search_app.settings import Settings, SettingsError, load_settings


def test_without_variables_everything_has_a_sensible_value() -> None:
    settings = load_settings({"PATH": "x"})
    assert settings.home == Path(".databank").absolute()
    assert settings.url.endswith(".databank/databank.sqlite")
    assert settings.language is Language.NL
    assert (settings.data_dir / "lists").is_dir()


def test_variables_are_taken_over(tmp_path: Path) -> None:
    settings = load_settings(
        {"DATABANK_HOME": str(tmp_path), "DATABANK_LANG": "en", "DATABANK_MODEL": "m", "DATABANK_USER": "u"}
    )
    assert (settings.home, settings.language, settings.encoder, settings.actor) == (tmp_path, "en", "m", "u")


def test_a_profile_is_taken_over_and_is_intern_otherwise() -> None:
    assert load_settings({"DATABANK_PROFILE": "Publicatie"}).profile is Profile.PUBLICATIE
    assert load_settings({"PATH": "x"}).profile is Profile.INTERN


def test_engines_for_names_stand_with_commas_between() -> None:
    assert load_settings({"DATABANK_NAME_ENGINES": "spacy:/m, deduce,"}).name_engines == (
        "spacy:/m",
        "deduce",
    )
    assert load_settings({"PATH": "x"}).name_engines == ()


def test_an_empty_variable_counts_as_not_set() -> None:
    assert load_settings({"DATABANK_LANG": ""}).language is Language.NL


@pytest.mark.parametrize(
    "wrong", [{"DATABANK_HOEM": "x"}, {"DATABANK_LANG": "frysk"}, {"DATABANK_PROFILE": "x"}]
)
def test_a_wrong_setting_gives_one_sentence(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"DATABANK_"):
        load_settings(wrong)


def test_a_database_elsewhere_replaces_the_file(tmp_path: Path) -> None:
    url = "postgresql+psycopg://server/databank"
    assert Settings(home=tmp_path, database_url=url).url == url
