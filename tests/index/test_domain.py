# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import numpy as np
import pytest

import index.domain
from index.domain import Domain, load_domain
from index.encoder import load_encoder
from index.ranker import RankingFileError

MODEL = Path(__file__).parents[2] / "data" / "models" / "search-nl"


def _told(text: str) -> float:
    encoder = load_encoder(str(MODEL))
    return load_domain().of(encoder.encode_queries([text])[0], encoder.model_id)


def test_the_direction_belongs_to_the_shipped_encoder() -> None:
    assert load_domain().model == load_encoder(str(MODEL)).model_id


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("uitkering stopgezet om een verzuimde brief", "recept voor appeltaart met kaneel"),
        ("moeder moet toeslag terugbetalen", "beste route om te wandelen op de Veluwe"),
        ("eigen bijdrage veel te hoog na scheiding", "bezwaar tegen kapvergunning voor een eik"),
    ],
)
def test_hardship_by_rules_is_told_from_other_things(inside: str, outside: str) -> None:
    assert _told(inside) > _told(outside) + 1


def test_for_another_encoder_a_middling_value_stands_in() -> None:
    domain = Domain(model="one", usual=1.5, intercept=0.0, weights=(1.0, 2.0))
    assert domain.of(np.array([1.0, 1.0], np.float32), "one") == 3.0
    assert domain.of(np.array([1.0, 1.0], np.float32), "another") == 1.5
    assert domain.of(np.array([1.0], np.float32), "one") == 1.5


def test_a_broken_file_gives_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "domain.toml"
    broken.write_text("weights = [", "utf-8")
    monkeypatch.setattr(index.domain, "FILE", broken)
    load_domain.cache_clear()
    with pytest.raises(RankingFileError):
        load_domain()
    monkeypatch.undo()
    load_domain.cache_clear()
