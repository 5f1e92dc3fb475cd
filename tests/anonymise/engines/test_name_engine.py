# SPDX-License-Identifier: EUPL-1.2
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser, load_anonymiser
from anonymise.engines.chunks import chunks_of, joined
from anonymise.engines.labels import kind_of_label
from anonymise.engines.layer import EngineLayer, supported
from anonymise.engines.name_engine import SCORE, NameEngineError, load_name_engines
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


class Words:
    """An engine that takes certain words for names, wherever they stand."""

    name = "words"

    def __init__(self, **kinds: Kind) -> None:
        self._kinds = kinds

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        return [
            [
                PiiSpan(text.index(word), text.index(word) + len(word), kind, SCORE, self.name)
                for word, kind in self._kinds.items()
                if word in text
            ]
            for text in texts
        ]


@pytest.fixture(scope="module")
def with_words(lists: Path) -> Callable[..., Anonymiser]:
    return lambda **kinds: load_anonymiser(lists, engines=[Words(**kinds)])


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("B-PER", Kind.PERSON),
        ("I-per", Kind.PERSON),
        ("persoon", Kind.PERSON),
        ("PERSON", Kind.PERSON),
        ("GPE", Kind.CITY),
        ("B-LOC", Kind.CITY),
        ("locatie", Kind.CITY),
        ("S-ORG", Kind.ORG),
        ("ziekenhuis", Kind.ORG),
        ("O", None),
        ("B-MISC", None),
        ("DATE", None),
        ("LABEL_1", None),
    ],
)
def test_labels_of_other_models_become_our_kinds(label: str, kind: Kind | None) -> None:
    assert kind_of_label(label) is kind


def test_a_long_text_is_cut_in_parts_that_overlap_and_cover_it() -> None:
    text = "  ".join(f"w{number}" for number in range(23))
    chunks = chunks_of(text, words=10, overlap=3)
    assert [chunk.text.split()[0] for chunk in chunks] == ["w0", "w7", "w14"]
    assert all(text[chunk.start :].startswith(chunk.text) for chunk in chunks)
    assert chunks[-1].text.endswith("w22")
    assert chunks_of(" w0 w1", words=10, overlap=3)[0] == (" w0 w1", 0)
    assert chunks_of(" \n", words=10, overlap=3) == []


def test_a_name_in_two_parts_counts_once() -> None:
    def span(start: int, end: int, kind: Kind = Kind.PERSON) -> PiiSpan:
        return PiiSpan(start, end, kind, SCORE, "x")

    assert joined([span(5, 9), span(5, 9), span(7, 12), span(20, 22, Kind.ORG)]) == [
        span(5, 12),
        span(20, 22, Kind.ORG),
    ]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("flair:/x", "kent 'flair:/x' niet"),
        ("spacy", "kent 'spacy' niet"),
        ("deduce:/x", "kent 'deduce:/x' niet"),
        ("hf:/bestaat/niet", "bestaat niet"),
    ],
)
def test_a_wrong_setting_gives_one_clear_sentence(setting: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(NameEngineError, match=message) as error:
        load_name_engines([setting], tmp_path)
    assert "DATABANK_NAME_ENGINES" in error.value.message.en


@pytest.mark.parametrize(
    ("kind", "library"),
    [("spacy", "spacy"), ("hf", "transformers"), ("gliner", "gliner"), ("deduce", "deduce")],
)
def test_a_missing_library_gives_one_clear_sentence(
    kind: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    setting = kind if kind == "deduce" else f"{kind}:{tmp_path}"
    with pytest.raises(NameEngineError, match=f"pip install {library}"):
        load_name_engines([setting], tmp_path)


@pytest.mark.parametrize("kind", ["spacy", "hf"])
def test_a_folder_without_a_model_gives_one_clear_sentence(kind: str, tmp_path: Path) -> None:
    with pytest.raises(NameEngineError, match="niet lezen"):
        load_name_engines([f"{kind}:{tmp_path}"], tmp_path)


def test_without_a_setting_there_are_no_engines(tmp_path: Path, lists: Path) -> None:
    assert load_name_engines(["", " "], tmp_path) == []
    layer = EngineLayer([])
    assert layer.version == ""
    assert layer.find([TokenisedText("Jan", load_word_lists(lists))]) == [[]]


def test_what_an_engine_finds_is_masked(with_words: Callable[..., Anonymiser]) -> None:
    found = with_words(Blok=Kind.PERSON).find("Het blok van Blok is klaar.")
    assert [(span.start, span.end, span.kind, span.source) for span in found] == [
        (13, 17, Kind.PERSON, "words")
    ]


def test_a_finding_of_an_engine_alone_is_not_looked_for_elsewhere(
    with_words: Callable[..., Anonymiser],
) -> None:
    anonymiser, lessons = with_words(Blok=Kind.PERSON), "Blok lag in de weg. Een Blok."
    alone = anonymiser.find_in_fields({"title": "Blok lag er nog.", "lessons": lessons})
    assert [(span.start, span.source) for field in alone.values() for span in field] == [(0, "words")] * 2
    agreed = anonymiser.find_in_fields({"title": "Mevrouw Blok lag er nog.", "lessons": lessons})
    assert [span.start for span in agreed["lessons"]] == [0, lessons.rindex("Blok")]


def test_a_weak_finding_counts_as_sure_when_an_engine_agrees() -> None:
    weak = PiiSpan(3, 8, Kind.PERSON, 0.5, "rule")
    sure = PiiSpan(10, 14, Kind.PERSON, 0.9, "rule")
    other = PiiSpan(20, 24, Kind.ORG, 0.5, "rule")
    more = [PiiSpan(5, 12, Kind.PERSON, SCORE, "x"), PiiSpan(20, 24, Kind.PERSON, SCORE, "x")]
    assert [span.score for span in supported([weak, sure, other], more)] == [SCORE, 0.9, 0.5]


def test_an_engine_masks_no_laws_and_bodies(with_words: Callable[..., Anonymiser]) -> None:
    text = "Het UWV keek naar de Participatiewet."
    assert with_words(UWV=Kind.ORG, Participatiewet=Kind.PERSON).anonymise_text(text).text == text


def test_an_engine_uncovers_nothing(anonymiser: Anonymiser, with_words: Callable[..., Anonymiser]) -> None:
    text = "Mevrouw Yvonne Bulthuis, bsn 999900407, woont Kerkpad 6 te Urk; bel 06-41820977."
    more = with_words(**{"Yvonne": Kind.ORG, "999900407, woont": Kind.PERSON, "6 te Urk; bel 06": Kind.CITY})
    covered = {place for span in more.find(text) for place in range(span.start, span.end)}
    before = {place for span in anonymiser.find(text) for place in range(span.start, span.end)}
    assert {place for place in before if text[place].isalnum()} <= covered


def test_the_engines_are_part_of_the_version(
    anonymiser: Anonymiser, with_words: Callable[..., Anonymiser]
) -> None:
    assert with_words().engine_version != anonymiser.engine_version
