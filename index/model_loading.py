# SPDX-License-Identifier: EUPL-1.2
"""How models of sentence-transformers are loaded, and what is told when that fails."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.encoder import EncoderError
from index.model_options import Backend, ModelOptions, Precision

_PACKAGES = {
    Backend.TORCH: (),
    Backend.ONNX: ("optimum", "onnxruntime"),
    Backend.OPENVINO: ("optimum", "openvino"),
}


def arguments(name_or_folder: str, options: ModelOptions) -> dict[str, Any]:
    """What SentenceTransformer and CrossEncoder get. Code that a model brings along is never run.

    Raises:
        EncoderError: the options need a package that is not there, or do not go together.
    """
    _check(options)
    model: dict[str, Any] = {"dtype": options.precision.value} if options.backend is Backend.TORCH else {}
    if options.file:
        model["file_name"] = options.file
    return {
        "backend": options.backend.value,
        "device": options.device or None,
        "local_files_only": Path(name_or_folder).exists(),
        "trust_remote_code": False,
        "model_kwargs": model,
    }


@contextmanager
def explained(name_or_folder: str, options: ModelOptions) -> Iterator[None]:
    """Turns whatever goes wrong while loading into one sentence that helps.

    Raises:
        EncoderError: instead of every other exception.
    """
    try:
        yield
    except EncoderError:
        raise
    except ImportError:  # the libraries below wrap it and raise it as it is
        if options.backend is Backend.TORCH:
            raise _cannot_load(name_or_folder, options) from None
        raise _does_not_fit(options.backend) from None
    except Exception:  # the libraries below raise errors of every kind
        raise _cannot_load(name_or_folder, options) from None


def _check(options: ModelOptions) -> None:
    absent = [package for package in _PACKAGES[options.backend] if find_spec(package) is None]
    if absent:
        raise EncoderError(
            f"Voor backend={options.backend} ontbreekt: {', '.join(absent)}. Installeer dat erbij (zie "
            "docs/models.md), of laat deze optie weg.",
            f"For backend={options.backend} this is missing: {', '.join(absent)}. Install it (see "
            "docs/models.md), or leave this option out.",
        )
    if options.backend is not Backend.TORCH and options.precision is not Precision.FLOAT32:
        raise EncoderError(
            f"'precision' werkt niet samen met backend={options.backend}. Kies met 'file' een bestand met "
            "kleinere getallen.",
            f"'precision' does not go with backend={options.backend}. Choose a file with smaller numbers "
            "by 'file'.",
        )
    if options.precision is Precision.FLOAT16 and not _on_accelerator(options.device):
        raise EncoderError(
            "precision=float16 is alleen voor een grafische kaart; op deze processor is dat traag of "
            "onnauwkeurig. Kies precision=bfloat16 of laat de optie weg.",
            "precision=float16 is for a graphics card only; on this processor it is slow or inexact. "
            "Choose precision=bfloat16 or leave the option out.",
        )


def _does_not_fit(backend: Backend) -> EncoderError:
    return EncoderError(
        f"De pakketten voor backend={backend} passen niet bij de andere die hier zijn geïnstalleerd. Zie "
        "docs/models.md, of laat deze optie weg.",
        f"The packages for backend={backend} do not fit the others that are installed here. See "
        "docs/models.md, or leave this option out.",
    )


def _on_accelerator(device: str) -> bool:
    import torch

    return device.startswith(("cuda", "mps", "xpu")) or (not device and torch.cuda.is_available())


def _cannot_load(name: str, options: ModelOptions) -> EncoderError:
    if _brings_code(Path(name).expanduser()):
        return EncoderError(
            f"Het zoekmodel '{name}' brengt eigen programmacode mee die hier niet bekend is. De databank "
            "voert die om veiligheid niet uit; kies een ander model.",
            f"The search model '{name}' brings program code of its own that is not known here. For safety "
            "the databank does not run it; choose another model.",
        )
    used = f" ({options})" if str(options) else ""
    return EncoderError(
        f"Het zoekmodel '{name}'{used} kan niet worden geladen. Controleer de naam of de map, en of het "
        "model volledig is; een model van internet moet eerst zijn opgehaald.",
        f"The search model '{name}'{used} cannot be loaded. Check the name or the folder, and whether the "
        "model is complete; a model from the internet has to be fetched first.",
    )


def _brings_code(folder: Path) -> bool:
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        return bool(config.get("auto_map"))
    except (OSError, ValueError, AttributeError):
        return False
