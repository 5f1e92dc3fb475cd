# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.profiles import Profile
from casebase.bilingual import DatabankError, Language
from index.model_options import ModelOptions, Precision
from search_app.settings import Settings, SettingsError, environment_of, load_settings


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


def test_another_process_finds_the_same_settings(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path,
        model="/modellen/bge-m3",
        model_options=ModelOptions(dimensions=256, precision=Precision.BFLOAT16),
        reranker="/modellen/reranker",
        reranker_options=ModelOptions(max_tokens=256),
        reranker_first=30,
        reranker_seconds=0.5,
        language=Language.EN,
        profile=Profile.DELEN,
        name_engines=("spacy:/m", "deduce"),
        actor="wie",
    )
    assert load_settings(environment_of(settings)) == settings
    assert load_settings(environment_of(Settings(home=tmp_path, actor="wie"))).model == ""


@pytest.mark.parametrize("value", ["0", "-1", "veel"])
@pytest.mark.parametrize("name", ["DATABANK_RERANKER_FIRST", "DATABANK_RERANKER_SECONDS"])
def test_numbers_of_the_second_look_are_above_zero(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} moet een getal boven nul zijn"):
        load_settings({name: value})


def test_a_wrong_option_of_the_model_is_named() -> None:
    with pytest.raises(DatabankError, match="dimensoins"):
        load_settings({"DATABANK_MODEL_OPTIONS": "dimensoins=256"})


def test_a_database_elsewhere_replaces_the_file(tmp_path: Path) -> None:
    url = "postgresql+psycopg://server/databank"
    assert Settings(home=tmp_path, database_url=url).url == url
