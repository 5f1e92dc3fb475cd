# SPDX-License-Identifier: EUPL-1.2
"""A small databank with invented cases, and an encoder that needs no model."""

import re
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from casebase.database import Sessions, open_engine, sessions
from casebase.migrating import migrate
from casebase.record import Perspective, SafeCase
from casebase.store import save_case, set_state
from casebase.vocabulary import Level, Nature, Outcome, Principle, ReviewState
from index.encoder import prepared

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


@dataclass
class FakeEncoder:
    """Words hashed into columns: texts are near when they share words. Counts what it encodes."""

    model_id: str = "fake@1"
    dimension: int = 64
    encoded: int = 0

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([self._vector(text) for text in texts], np.float32).reshape(-1, self.dimension)

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += len(texts)
        return self.encode_queries(texts)

    def _vector(self, text: str) -> np.ndarray:
        vector = np.zeros(self.dimension, np.float32)
        for word in re.findall(r"[^\W\d_]{3,}", prepared(text).lower()):
            vector[zlib.crc32(word.encode()) % self.dimension] += 1
        length = np.linalg.norm(vector)
        return vector / length if length else vector


def case(number: int, **fields: object) -> SafeCase:
    return SafeCase.model_validate({"case_id": f"C-{number:03}", **fields})


CASES = [
    case(
        1,
        title="Voorschot moet terug",
        situation="Mevrouw kreeg elf maanden een voorschot op haar WIA-uitkering, omdat er geen "
        "verzekeringsarts beschikbaar was. Nu moet zij alles terugbetalen. Volgens [PERSOON-1] kan dat niet.",
        legal_perspective=Perspective(text="Terugvordering is verplicht volgens art. 77 WIA."),
        social_perspective=Perspective(text="Zij slaapt niet meer en durft de post niet te openen."),
        decision="De invordering is opgeschort.",
        regulations=("WIA",),
        principles=(Principle.PROPORTIONALITY, Principle.DUE_CARE),
        nature=Nature.FINANCIAL,
        level=Level.LEGAL,
        outcome=Outcome.SOLVED,
        deviates_from_rules=True,
        received_on=date(2021, 2, 1),
    ),
    case(
        2,
        title="Te laat gekeurd en nu een schuld",
        situation="Door de wachtlijst is meneer negen maanden te laat gekeurd. Het voorschot dat hij in die "
        "tijd ontving wordt nu teruggevorderd.",
        reasoning="Er is een dringende reden: de fout lag bij het UWV zelf. Het evenredigheidsbeginsel weegt "
        "zwaar.",
        decision="Het voorschot hoeft niet te worden terugbetaald.",
        regulations=("WIA", "Awb"),
        principles=(Principle.PROPORTIONALITY,),
        nature=Nature.FINANCIAL,
        level=Level.EXECUTION,
        outcome=Outcome.NOT_SOLVED,
        deviates_from_rules=False,
        received_on=date(2024, 5, 6),
    ),
    case(
        3,
        title="Boete tijdens opname",
        situation="Meneer lag in het ziekenhuis en gaf een wijziging niet door. Hij kreeg een boete wegens "
        "schending van de inlichtingenplicht.",
        decision="De boete is ingetrokken.",
        regulations=("TW",),
        outcome=Outcome.SOLVED,
        nature=Nature.FINANCIAL,
        received_on=date(2023, 1, 10),
    ),
    case(
        4,
        title="Loonkostenvoordeel misgelopen",
        situation="De werkgever vroeg de doelgroepverklaring twee weken te laat aan en loopt het "
        "loonkostenvoordeel mis.",
        regulations=("WTL",),
        nature=Nature.REINTEGRATION,
        received_on=date(2022, 7, 1),
    ),
    case(
        5,
        title="Dagloon te laag",
        situation="Het dagloon is te laag vastgesteld, omdat in de referteperiode een maand zonder loon zat.",
        regulations=("WW",),
        nature=Nature.FINANCIAL,
        outcome=Outcome.PARTLY,
        received_on=date(2020, 3, 9),
    ),
    case(6, title="Scholing geweigerd", situation="Een opleiding tot laborant duurt langer dan een jaar.",
         regulations=("WW",), nature=Nature.REINTEGRATION),
    case(7, title="Brieven", situation="De brieven komen terug, omdat hij geen vast adres heeft.",
         nature=Nature.OTHER),
    case(8, title="Verhuizing naar Duitsland", situation="Na de verhuizing stopte de toeslag.",
         regulations=("TW",)),
]  # fmt: skip


@dataclass
class Bank:
    """A database in a folder, the place of its index, and what changes it."""

    sessions: Sessions
    folder: Path

    def add(self, *cases: SafeCase, state: ReviewState = ReviewState.RELEASED) -> None:
        with self.sessions.begin() as session:
            for each in cases:
                save_case(session, each, content_key=repr(hash(each)), actor="t", now=NOW, replace=True)
                if state is not ReviewState.TO_REVIEW:
                    set_state(session, each.case_id, state, actor="t", now=NOW)

    def hold(self, case_id: str) -> None:
        with self.sessions.begin() as session:
            set_state(session, case_id, ReviewState.HELD, actor="t", now=NOW)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Database files to copy, since making one takes a while: without cases, and with all released."""
    folder = tmp_path_factory.mktemp("banks")
    for name, cases in (("empty", []), ("full", CASES)):
        engine = open_engine(f"sqlite:///{folder}/{name}.sqlite")
        migrate(engine)
        Bank(sessions(engine), folder).add(*cases)
        engine.dispose()
    return folder


@pytest.fixture
def empty_bank(templates: Path, tmp_path: Path) -> Iterator[Bank]:
    yield from _copied(templates / "empty.sqlite", tmp_path)


@pytest.fixture
def bank(templates: Path, tmp_path: Path) -> Iterator[Bank]:
    yield from _copied(templates / "full.sqlite", tmp_path)


def _copied(template: Path, folder: Path) -> Iterator[Bank]:
    shutil.copy(template, folder / "bank.sqlite")
    engine = open_engine(f"sqlite:///{folder}/bank.sqlite")
    yield Bank(sessions(engine), folder / "index")
    engine.dispose()


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def make_case() -> Callable[..., SafeCase]:
    return case


@pytest.fixture
def cases() -> list[SafeCase]:
    return list(CASES)


@pytest.fixture
def other_encoder() -> FakeEncoder:
    return FakeEncoder(model_id="fake@2", dimension=32)


@pytest.fixture(scope="session")
def tiny_bert() -> Callable[..., Path]:
    """Saves a tiny BERT with random weights and its word pieces in a folder, and gives the folder.

    With ``labels`` it scores pairs (a cross-encoder), else it is an encoder of 32 numbers and 64 tokens.
    """

    def saved(folder: Path, labels: int = 0) -> Path:
        import torch
        from sentence_transformers import SentenceTransformer
        from tokenizers import BertWordPieceTokenizer
        from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

        pieces = BertWordPieceTokenizer()
        texts = [text for each in CASES for text in each.narrative().values()]
        pieces.train_from_iterator(texts, vocab_size=400, show_progress=False)
        words = BertTokenizerFast(tokenizer_object=pieces._tokenizer, model_max_length=64)
        torch.manual_seed(7)
        config = BertConfig(
            vocab_size=len(words),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=64,
            num_labels=labels or 2,
            initializer_range=0.5,
        )
        plain = folder.with_name(f"{folder.name}-plain") if not labels else folder
        (BertForSequenceClassification if labels else BertModel)(config).save_pretrained(plain)
        words.save_pretrained(plain)
        if not labels:
            SentenceTransformer(str(plain), device="cpu").save(str(folder), create_model_card=False)
        return folder

    return saved
