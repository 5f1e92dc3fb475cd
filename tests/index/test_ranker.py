# SPDX-License-Identifier: EUPL-1.2
import pytest

from index.ranker import FILE, RankingFileError, load_ranker, read_ranker


def test_the_shipped_numbers_are_read():
    ranker = load_ranker()
    assert sum(ranker.weights.signals) > 0
    assert ranker.weights.whole + ranker.weights.best == pytest.approx(1.0)
    assert 0 < ranker.bands.possible < ranker.bands.strong < 1


def test_every_number_says_what_it_means():
    lines = [line for line in FILE.read_text("utf-8").splitlines() if " = " in line]
    assert lines
    assert all(line.partition("  # ")[2] for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("words = ", "wrods = "),
        ("[bands]", "[bends]"),
        ("latent = 1", "latent = -1"),
        ("most = ", "most = nan  # "),
        ("[weights]", "[weights"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence_without_its_content(tmp_path, before, after):
    text = FILE.read_text("utf-8")
    assert before in text
    path = tmp_path / "ranking.toml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(RankingFileError) as error:
        read_ranker(path)
    assert "wrods" not in str(error.value) + error.value.message.en


def test_a_missing_file_is_told_likewise(tmp_path):
    with pytest.raises(RankingFileError):
        read_ranker(tmp_path / "ranking.toml")
