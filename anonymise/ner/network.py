# SPDX-License-Identifier: EUPL-1.2
"""The network of the name model, run with numpy alone: no torch at work, milliseconds a case.

A piece of text becomes the sum of what is known of it (word, letter groups, shape, lists, place);
convolutions with growing reach mix in its neighbours (Strubell et al. 2017, Fast and accurate entity
recognition with iterated dilated convolutions, EMNLP); a last layer gives each label a probability.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from anonymise.ner.features import FormFeatures, Forms, may_be_remembered, places
from anonymise.ner.tokens import Pieces

Array = npt.NDArray[np.float32]

DILATIONS = (1, 2, 4, 8)
"""Reach of each convolution: three pieces, this far apart; 15 pieces on either side together."""

_EPSILON = 1e-5
_MEMORY = 30_000


class Network:
    """Weights and how to run them. Remembers what ordinary words and signs bring, never a name."""

    def __init__(self, weights: Mapping[str, Array], forms: Forms) -> None:
        self._w = {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}
        self._turned = {
            name: np.ascontiguousarray(value.T) for name, value in self._w.items() if value.ndim == 2
        }
        # The weights of each convolution for the pieces before, at and after the place.
        self._thirds = [
            np.split(self._turned[f"layers.{layer}.weight"], 3) for layer in range(len(DILATIONS))
        ]
        self._forms = forms
        self._inputs: dict[str, Array] = {}
        self._nothing = np.zeros_like(self._w["input.bias"])

    def probabilities(self, texts: Sequence[Pieces]) -> list[Array]:
        """Probability of each label for each piece, (pieces, labels) a text; rows add up to 1.

        The texts are laid end to end; a convolution mixes in no neighbour from another text.
        """
        if not texts:
            return []
        forms = list(dict.fromkeys(word for pieces in texts for word in pieces.words))
        number = {form: at for at, form in enumerate(forms)}
        brought = np.stack([self._nothing, *map(self._input_of, forms)])
        ends = np.cumsum([len(pieces) for pieces in texts])
        state = np.concatenate([self._brought_by_place(pieces) for pieces in texts])
        state += brought[[number[word] + 1 for pieces in texts for word in pieces.words]]
        owners = np.repeat(np.arange(len(texts)), [len(pieces) for pieces in texts])
        return np.split(self._shares(state, owners), ends[:-1])

    def _shares(self, state: Array, owners: npt.NDArray[np.intp]) -> Array:
        """Probabilities from what is brought; ``owners`` holds of each piece the number of its text."""
        normed = _normed(state, self._w["input_norm.weight"], self._w["input_norm.bias"])
        state = np.maximum(normed, 0, out=normed)
        for layer, dilation in enumerate(DILATIONS):
            together = (owners[dilation:] == owners[:-dilation]).astype(np.float32)[:, None]
            state += self._convolved(state, layer, dilation, together)
        logits = state @ self._turned["output.weight"] + self._w["output.bias"]
        exp = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares: Array = exp / exp.sum(axis=1, keepdims=True)
        return shares

    def _brought_by_place(self, pieces: Pieces) -> Array:
        """What the place of each piece in its line brings, (pieces, width)."""
        by_place: Array = places(pieces) @ self._turned["place.weight"] + self._w["input.bias"]
        return by_place

    def _input_of(self, form: str) -> Array:
        """What the written form brings, (width,)."""
        known = self._inputs.get(form)
        if known is not None:
            return known
        seen = self._forms.of(form)
        brought = self._brought_by(seen)
        if may_be_remembered(form, seen) and len(self._inputs) < _MEMORY:
            self._inputs[form] = brought
        return brought

    def _brought_by(self, seen: FormFeatures) -> Array:
        w = self._w
        letters = np.add.reduce(w["ngram.weight"][list(seen.ngrams)]) / len(seen.ngrams)
        brought: Array = w["word.weight"][seen.word] + letters + w["shape.weight"][seen.shape]
        flags = [at for at, flag in enumerate(seen.lists) if flag]
        return brought + np.add.reduce(self._turned["lists.weight"][flags]) if flags else brought

    def _convolved(self, state: Array, layer: int, dilation: int, together: Array) -> Array:
        """Each piece with those ``dilation`` before and behind it where they stand ``together`` in a text."""
        before, middle, after = self._thirds[layer]
        mixed = state @ middle + self._w[f"layers.{layer}.bias"]
        mixed[dilation:] += state[:-dilation] @ before * together
        mixed[:-dilation] += state[dilation:] @ after * together
        normed = _normed(mixed, self._w[f"norms.{layer}.weight"], self._w[f"norms.{layer}.bias"])
        return np.maximum(normed, 0, out=normed)


def label_names(kinds: Sequence[str]) -> list[str]:
    """All labels in the order of the outputs: none, then beginning and inside of each kind."""
    return ["O", *(f"{part}-{kind}" for kind in kinds for part in "BI")]


def _normed(rows: Array, weight: Array, bias: Array) -> Array:
    centred: Array = rows - rows.mean(axis=1, keepdims=True, dtype=np.float32)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / rows.shape[1] + _EPSILON)
    centred /= spread[:, None].astype(np.float32)
    centred *= weight
    centred += bias
    return centred
