# SPDX-License-Identifier: EUPL-1.2
"""A Hugging Face model for token classification (BERTje, RobBERT …), from a folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from anonymise.engines.chunks import joined
from anonymise.engines.labels import bare_label, begins_name, kind_of_label
from anonymise.engines.name_engine import SCORE, NameEngineError
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_MOST_TOKENS, _OVERLAP = 512, 64
_BATCH = 16


class _Word(NamedTuple):
    """A word of a text with the label that the model gave it."""

    start: int
    end: int
    kind: Kind | None
    begins: bool


class TokenClassificationEngine:
    """Names as a model for token classification finds them; the labels come from its own settings.

    Reads only files in the folder: no download, no code of others, weights without pickle where it can.

    Raises:
        ModuleNotFoundError: transformers is not installed.
        OSError, ValueError: the folder holds no such model.
        NameEngineError: none of its labels is a person, place or organisation, or it cannot tell places.
    """

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModelForTokenClassification, AutoTokenizer

        self.name = f"hf:{folder.name}"
        self._tokenizer: Any = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        self._model: Any = AutoModelForTokenClassification.from_pretrained(str(folder), local_files_only=True)
        self._model.eval()
        self._labels = [str(label) for _, label in sorted(self._model.config.id2label.items())]
        self._length = _length(self._tokenizer, self._model)
        if not any(map(kind_of_label, self._labels)) or not self._tokenizer.is_fast:
            _refuse(folder)

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        """Persons, places and organisations in each text."""
        found: list[list[PiiSpan]] = [[] for _ in texts]
        filled = [at for at, text in enumerate(texts) if text.strip()]
        for first in range(0, len(filled), _BATCH):
            batch = filled[first : first + _BATCH]
            for at, words in self._read([texts[at] for at in batch]):
                found[batch[at]] += self._spans(words)
        return [joined(spans) for spans in found]

    def _read(self, texts: list[str]) -> Iterator[tuple[int, list[_Word]]]:
        """The words of each part of each text, with the number of the text; parts overlap."""
        import torch

        parts = self._tokenizer(
            texts,
            truncation=True,
            max_length=self._length,
            stride=min(_OVERLAP, self._length // 4),
            padding=True,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        owners, places = parts.pop("overflow_to_sample_mapping"), parts.pop("offset_mapping").tolist()
        with torch.inference_mode():
            chosen = self._model(**parts).logits.argmax(dim=-1).tolist()
        for part, owner in enumerate(owners.tolist()):
            yield owner, self._words(parts.word_ids(part), places[part], chosen[part])

    def _words(self, numbers: list[int | None], places: list[list[int]], chosen: list[int]) -> list[_Word]:
        """Pieces put together to words: a word is a name as soon as one of its pieces is."""
        words: dict[int, _Word] = {}
        for number, (start, end), label_id in zip(numbers, places, chosen, strict=True):
            if number is None or start == end:
                continue
            label = self._labels[label_id]
            word = words.get(number)
            if word is None:
                words[number] = _Word(start, end, kind_of_label(label), begins_name(label))
            else:
                words[number] = word._replace(end=end, kind=word.kind or kind_of_label(bare_label(label)))
        return list(words.values())

    def _spans(self, words: list[_Word]) -> list[PiiSpan]:
        """Words of one kind in a row as one name, until a label says that a new one begins."""
        spans: list[PiiSpan] = []
        before: _Word | None = None
        for word in words:
            if word.kind is not None:
                goes_on = before is not None and before.kind is word.kind and not word.begins
                start = spans.pop().start if goes_on else word.start
                spans.append(PiiSpan(start, word.end, word.kind, SCORE, self.name))
            before = word
        return spans


def _length(tokenizer: Any, model: Any) -> int:
    """How many tokens the model reads at once; RoBERTa keeps two places for itself."""
    places = getattr(model.config, "max_position_embeddings", _MOST_TOKENS)
    padding = getattr(model.config, "pad_token_id", 0) or 0
    own = padding + 1 if "roberta" in str(model.config.model_type) else 0
    return int(min(_MOST_TOKENS, places - own, tokenizer.model_max_length))


def _refuse(folder: Path) -> None:
    raise NameEngineError(
        f"Het model in '{folder}' kent geen personen, plaatsen of organisaties, of heeft geen snelle "
        "tokenizer. Kies een model voor namen (token classification).",
        f"The model in '{folder}' knows no persons, places or organisations, or has no fast tokenizer. "
        "Choose a model for names (token classification).",
    )
