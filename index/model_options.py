# SPDX-License-Identifier: EUPL-1.2
"""How a search model is used: the part of it, the precision and the machinery that a machine can bear."""

from dataclasses import dataclass, fields
from enum import StrEnum

from casebase.bilingual import DatabankError


class ModelOptionsError(DatabankError):
    """An option of the search model does not exist or has a value that cannot be used."""


class Precision(StrEnum):
    """Numbers that the model computes with; half precision takes half the memory."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    FLOAT16 = "float16"


class Backend(StrEnum):
    """What runs the model; the last two need packages that are not installed by default."""

    TORCH = "torch"
    ONNX = "onnx"
    OPENVINO = "openvino"


@dataclass(frozen=True)
class ModelOptions:
    """Everything but the name. Only ``batch`` and ``device`` leave the vectors as they are.

    ``dimensions`` keeps the first columns of each vector (for models trained so: Kusupati and others,
    Matryoshka Representation Learning, 2022). ``max_tokens`` lowers how much of a text is read, never
    raises it above what the model can. ``file`` is one of several ONNX or OpenVINO files in the folder.
    """

    dimensions: int | None = None
    max_tokens: int | None = None
    precision: Precision = Precision.FLOAT32
    backend: Backend = Backend.TORCH
    file: str = ""
    batch: int = 32
    device: str = ""

    def marks(self) -> tuple[str, ...]:
        """What changes the vectors, as words for the model's fingerprint; none when all is as usual."""
        return tuple(pair for pair in self._unusual() if not pair.startswith(("batch=", "device=")))

    def __str__(self) -> str:
        """As ``parse_options`` reads it."""
        return ",".join(self._unusual())

    def _unusual(self) -> list[str]:
        given = {each.name: (getattr(self, each.name), each.default) for each in fields(self)}
        return [f"{name}={value}" for name, (value, usual) in given.items() if value != usual]


USUAL = ModelOptions()
"""Everything as the model itself has it."""


def parse_options(text: str) -> ModelOptions:
    """Options from ``name=value`` pairs with commas between: ``dimensions=256, precision=bfloat16``.

    Raises:
        ModelOptionsError: a name is unknown, a value is of the wrong kind, or a pair stands there twice.
    """
    given: dict[str, object] = {}
    for pair in filter(None, map(str.strip, text.split(","))):
        name, _, value = (part.strip() for part in pair.partition("="))
        if name not in _READ or name in given:
            raise _unusable(name)
        try:
            given[name] = _READ[name](value)
        except ValueError:
            raise _unusable(name) from None
    return ModelOptions(**given)  # type: ignore[arg-type]


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError
    return number


def _word(value: str) -> str:
    if not value:
        raise ValueError
    return value


_READ = {
    "dimensions": _count,
    "max_tokens": _count,
    "precision": Precision,
    "backend": Backend,
    "file": _word,
    "batch": _count,
    "device": _word,
}

_POSSIBLE = (
    f"dimensions=256, max_tokens=512, precision={'|'.join(Precision)}, backend={'|'.join(Backend)}, "
    "file=onnx/model.onnx, batch=32, device=cpu|cuda"
)


def _unusable(name: str) -> ModelOptionsError:
    return ModelOptionsError(
        f"De optie '{name[:40]}' van het zoekmodel bestaat niet, staat er dubbel of heeft een verkeerde "
        f"waarde. Mogelijk is: {_POSSIBLE}.",
        f"The option '{name[:40]}' of the search model does not exist, is given twice or has a wrong value. "
        f"Possible are: {_POSSIBLE}.",
    )
