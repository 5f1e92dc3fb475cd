# SPDX-License-Identifier: EUPL-1.2
"""Each engine with a model made here: trained for a few seconds to know a few invented names."""

import json
import logging
import shutil
import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from anonymise.engines.name_engine import NameEngineError, load_name_engines
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

NAMES = {"Zilvia": "PER", "Brandsma": "PER", "Urk": "LOC", "Halmbakker": "ORG"}
PLAIN = [
    "vandaag", "belde", "over", "de", "brief", "en", "vroeg", "naar", "uitleg", "bij", "het", "loket", "van",
]  # fmt: skip


def _sentences() -> list[list[tuple[str, str]]]:
    """Words with labels: every name in every place of a few sentences."""
    sentences = []
    for turn, (name, label) in enumerate(list(NAMES.items()) * 6):
        words = [(word, "O") for word in (PLAIN[turn % len(PLAIN) :] + PLAIN)[:7]]
        words.insert(turn % 6, (name, f"B-{label}"))
        sentences.append(words)
    sentences.append([("Zilvia", "B-PER"), ("Brandsma", "I-PER"), *((word, "O") for word in PLAIN[:4])])
    return sentences


def _found(spans: Sequence[PiiSpan], text: str) -> list[tuple[str, Kind]]:
    return [(text[span.start : span.end], span.kind) for span in spans]


@pytest.fixture(scope="module")
def spacy_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline that knows the names by heart."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(1)
    pipeline = spacy.blank("nl")
    recogniser = pipeline.add_pipe("ner", config={"model": {"tok2vec": {"width": 32, "depth": 1}}})
    examples = []
    for words in _sentences() * 2:
        text, places = "", []
        for word, label in words:
            if label != "O":
                places.append((len(text), len(text) + len(word), label[2:]))
            text += f"{word} "
        examples.append(Example.from_dict(pipeline.make_doc(text.strip()), {"entities": places}))
    for label in set(NAMES.values()):
        recogniser.add_label(label)  # type: ignore[attr-defined]
    optimiser = pipeline.initialize(lambda: examples)
    optimiser.learn_rate = 0.01
    for _ in range(8):
        for first in range(0, len(examples), 8):
            pipeline.update(examples[first : first + 8], sgd=optimiser)
    folder = tmp_path_factory.mktemp("spacy") / "namen"
    pipeline.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def hf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two small layers that knows the names by heart; names are cut in pieces."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast

    pieces = [*PLAIN, "Zil", "##via", "Brand", "##sma", "Urk", "Halm", "##bakker", "##en", "."]
    numbers = {
        piece: at for at, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *dict.fromkeys(pieces)])
    }
    backend = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))
    backend.normalizer = normalizers.BertNormalizer(lowercase=False)
    backend.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    backend.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    )
    labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
    torch.manual_seed(1)
    model = BertForTokenClassification(
        BertConfig(
            vocab_size=len(numbers), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
            intermediate_size=32, max_position_embeddings=24, hidden_dropout_prob=0.0,
            id2label=dict(enumerate(labels)), label2id={label: at for at, label in enumerate(labels)},
        )
    )  # fmt: skip
    _learn(model, tokenizer, labels)
    folder = tmp_path_factory.mktemp("hf") / "bert-namen"
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _learn(model: Any, tokenizer: Any, labels: list[str]) -> None:
    import torch

    sentences = _sentences()
    parts = tokenizer(
        [[word for word, _ in words] for words in sentences],
        is_split_into_words=True,
        padding=True,
        return_tensors="pt",
    )
    wanted = torch.tensor(
        [
            [-100 if at is None else labels.index(words[at][1]) for at in parts.word_ids(row)]
            for row, words in enumerate(sentences)
        ]
    )
    optimiser = torch.optim.AdamW(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(120):
        model(**{k: parts[k] for k in ("input_ids", "attention_mask")}, labels=wanted).loss.backward()
        optimiser.step()
        optimiser.zero_grad()


TEXTS = [
    "vandaag belde Zilvia over de brief",
    "",
    "Halmbakker vroeg naar uitleg bij het loket van Urk",
]
WANTED = [[("Zilvia", Kind.PERSON)], [], [("Halmbakker", Kind.ORG), ("Urk", Kind.CITY)]]


def test_a_spacy_folder_finds_the_names_that_it_learned(spacy_folder: Path, tmp_path: Path) -> None:
    (engine,) = load_name_engines([f"spacy:{spacy_folder}"], tmp_path)
    assert engine.name == "spacy:namen"
    assert [_found(spans, text) for spans, text in zip(engine.find(TEXTS), TEXTS, strict=True)] == WANTED


def test_a_spacy_folder_reads_long_texts_in_parts(spacy_folder: Path, tmp_path: Path) -> None:
    (engine,) = load_name_engines([f"spacy:{spacy_folder}"], tmp_path)
    text = f"{'de brief ' * 2_500}vandaag belde Zilvia over de brief"
    (spans,) = engine.find([text])
    assert ("Zilvia", Kind.PERSON) in _found(spans, text)


def test_a_hugging_face_folder_finds_the_names_that_it_learned(hf_folder: Path, tmp_path: Path) -> None:
    (engine,) = load_name_engines([f"hf:{hf_folder}"], tmp_path)
    assert engine.name == "hf:bert-namen"
    assert [_found(spans, text) for spans, text in zip(engine.find(TEXTS), TEXTS, strict=True)] == WANTED


def test_a_name_of_two_words_is_one_finding(hf_folder: Path, tmp_path: Path) -> None:
    (engine,) = load_name_engines([f"hf:{hf_folder}"], tmp_path)
    text = "Zilvia Brandsma vandaag belde over de"
    assert _found(engine.find([text])[0], text) == [("Zilvia Brandsma", Kind.PERSON)]


def test_a_hugging_face_folder_reads_long_texts_in_parts_that_overlap(
    hf_folder: Path, tmp_path: Path
) -> None:
    (engine,) = load_name_engines([f"hf:{hf_folder}"], tmp_path)
    text = " ".join(["vandaag belde Zilvia over de brief en vroeg naar uitleg"] * 9)
    (spans,) = engine.find([text])
    assert _found(spans, text) == [("Zilvia", Kind.PERSON)] * 9


def test_a_model_without_names_is_refused(hf_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(hf_folder, tmp_path / "woordsoorten")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["id2label"] = {number: f"LABEL_{number}" for number in config["id2label"]}
    config["label2id"] = {label: int(number) for number, label in config["id2label"].items()}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(NameEngineError, match="geen personen"):
        load_name_engines([f"hf:{folder}"], tmp_path)


class _Gliner:
    """Answers as GLiNER does, from a list of words; remembers what it was asked."""

    asked: tuple[list[str], list[str], float]

    @classmethod
    def from_pretrained(cls, folder: str, local_files_only: bool) -> "_Gliner":
        assert local_files_only
        assert Path(folder).is_dir()
        return cls()

    def eval(self) -> None:
        """Nothing to do."""

    def inference(self, texts: list[str], labels: list[str], threshold: float) -> list[list[dict[str, Any]]]:
        _Gliner.asked = texts, labels, threshold
        kinds = {"PER": "person", "LOC": "city", "ORG": "organization"}
        return [
            [
                {"start": text.index(name), "end": text.index(name) + len(name), "label": kinds[label]}
                for name, label in NAMES.items()
                if name in text
            ]
            for text in texts
        ]


def test_gliner_reads_long_texts_in_parts_and_its_labels_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = types.ModuleType("gliner")
    module.GLiNER = _Gliner  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    (engine,) = load_name_engines([f"gliner:{tmp_path}"], tmp_path)
    long = f"{'de brief ' * 110}Zilvia belde{' over de' * 200} Urk"
    found = engine.find([*TEXTS, long])
    assert [_found(spans, text) for spans, text in zip(found, TEXTS, strict=False)] == WANTED
    assert _found(found[-1], long) == [("Zilvia", Kind.PERSON), ("Urk", Kind.CITY)]
    texts, labels, _ = _Gliner.asked
    assert labels == ["person", "city", "organization"]
    assert max(len(text.split()) for text in texts) == 250


@pytest.fixture
def gliner_folder(tmp_path: Path) -> Path:
    """A GLiNER model with one small layer that knows nothing."""
    gliner = pytest.importorskip("gliner")
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *PLAIN, *NAMES, "person", "city", "organization"]
    backend = Tokenizer(models.WordLevel({word: at for at, word in enumerate(words)}, unk_token="[UNK]"))
    backend.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    backend.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    encoder = tmp_path / "encoder"
    PreTrainedTokenizerFast(
        tokenizer_object=backend, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(encoder)
    BertModel(
        BertConfig(
            vocab_size=len(words), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=32,
        )
    ).save_pretrained(encoder)  # fmt: skip
    config = gliner.GLiNERConfig(model_name=str(encoder), hidden_size=32, max_width=4, max_len=300)
    gliner.GLiNER.from_config(config).save_pretrained(tmp_path / "namen")
    shutil.rmtree(encoder)
    return tmp_path / "namen"


@pytest.mark.filterwarnings("ignore")
def test_a_real_gliner_model_is_read_from_its_folder_alone(
    gliner_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anonymise.engines.gliner_folder._THRESHOLD", 0.0)
    (engine,) = load_name_engines([f"gliner:{gliner_folder}"], tmp_path)
    texts = [*TEXTS, "Zilvia belde " * 200]
    found = engine.find(texts)
    assert [bool(spans) for spans in found] == [True, False, True, True]
    assert all(span.end <= len(text) for spans, text in zip(found, texts, strict=True) for span in spans)
    assert max(span.end for span in found[-1]) > len(texts[-1]) - 20


def _stand_in_for_deduce(folder: Path) -> types.ModuleType:
    """A package with the lists and the habits of Deduce, and the names of above as all that it knows."""
    source = folder / "package" / "data" / "lookup" / "src"
    for name in ("names/lst_first_name", "locations/lst_street/lst_street_long"):
        (source / name).mkdir(parents=True)
        (source / name / "items.txt").write_text("veel\nnamen\n", encoding="utf-8")
    tags = {"PER": "persoon", "LOC": "locatie", "ORG": "ziekenhuis"}

    class Deduce:
        def __init__(self, lookup_data_path: Path, cache_path: Path) -> None:
            logging.getLogger().setLevel(logging.DEBUG)
            self.lists, self.cache = lookup_data_path, cache_path

        def deidentify(self, text: str) -> types.SimpleNamespace:
            found = [
                types.SimpleNamespace(
                    start_char=text.index(name),
                    end_char=text.index(name) + len(name),
                    tag=tags[label],
                    text=name,
                )
                for name, label in NAMES.items()
                if name in text
            ]
            street = types.SimpleNamespace(start_char=0, end_char=6, tag="locatie", text=text[:6])
            return types.SimpleNamespace(annotations=[*found, *([street] if text[:6] == "Pad 12" else [])])

    module = types.ModuleType("deduce")
    module.__file__ = str(folder / "package" / "__init__.py")
    module.Deduce = Deduce  # type: ignore[attr-defined]
    return module


def test_deduce_works_with_slim_lists_in_the_given_folder_and_leaves_logging_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "deduce", _stand_in_for_deduce(tmp_path))
    monkeypatch.setattr("importlib.metadata.version", lambda name: "0.0")
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    (engine,) = load_name_engines(["deduce"], tmp_path / "home")
    assert (root.level, list(root.handlers)) == before
    assert [_found(spans, text) for spans, text in zip(engine.find(TEXTS), TEXTS, strict=True)] == WANTED
    assert engine.find(["Pad 12 in Urk"])[0][0].start == 10
    slim = tmp_path / "home" / "deduce" / "lists-0.0" / "src"
    assert (slim / "names/lst_first_name/items.txt").read_text(encoding="utf-8") == "veel\nnamen\n"
    assert (slim / "locations/lst_street/lst_street_long/items.txt").read_text(encoding="utf-8") == "niets\n"


@pytest.mark.filterwarnings("ignore")
def test_the_real_deduce_finds_a_name_and_writes_nothing_in_its_own_folder(tmp_path: Path) -> None:
    pytest.importorskip("deduce")
    import deduce

    package = Path(deduce.__file__).parent
    before = sorted(path for path in package.rglob("*") if "__pycache__" not in path.parts)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    (engine,) = load_name_engines(["deduce"], tmp_path)
    text = "Gisteren sprak ik mevrouw Jansen uit Utrecht."
    assert ("Jansen", Kind.PERSON) in [
        (name.split()[-1], kind) for name, kind in _found(engine.find([text])[0], text)
    ]
    assert (list(root.handlers), root.level) == (handlers, level)
    assert sorted(path for path in package.rglob("*") if "__pycache__" not in path.parts) == before
