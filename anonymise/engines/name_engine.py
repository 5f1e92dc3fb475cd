# SPDX-License-Identifier: EUPL-1.2
"""What an engine for names is, and how one is chosen by a setting."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, Protocol

from anonymise.spans import PiiSpan
from casebase.bilingual import DatabankError

SCORE = 0.75
"""How sure a finding of an engine counts: surer than a weak rule, less sure than a list with a title."""


class NameEngine(Protocol):
    """Finds names in texts; knows nothing of cases, lists or public bodies."""

    @property
    def name(self) -> str:
        """Kind and folder name of the engine, without the path."""

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        """For each text the names of persons, places and organisations in it, in reading order."""


class NameEngineError(DatabankError):
    """An engine that the setting names cannot be used."""


def load_name_engines(settings: Sequence[str], cache: Path) -> list[NameEngine]:
    """The engines that ``settings`` name, such as ``spacy:/folder`` or ``deduce``, in that order.

    ``cache`` is a folder for what an engine builds once (only Deduce does). Nothing is downloaded.

    Raises:
        NameEngineError: an unknown engine, or a library or folder that is missing or cannot be read.
    """
    return [_load(setting.strip(), cache) for setting in settings if setting.strip()]


def _load(setting: str, cache: Path) -> NameEngine:
    kind, _, place = setting.partition(":")
    if kind == "deduce" and not place:
        return _loaded(kind, "anonymise.engines.deduce", "DeduceEngine", cache / "deduce")
    if kind not in _WITH_FOLDER or not place:
        _refuse(setting)
    folder = Path(place).expanduser()
    if not folder.is_dir():
        raise NameEngineError(
            f"De map '{place}' van de namenherkenner '{kind}' bestaat niet. Zet het model in die map of pas "
            "DATABANK_NAME_ENGINES aan.",
            f"The folder '{place}' of the name engine '{kind}' does not exist. Put the model there or change "
            "DATABANK_NAME_ENGINES.",
        )
    return _loaded(kind, *_WITH_FOLDER[kind], folder)


_WITH_FOLDER = {
    "spacy": ("anonymise.engines.spacy_folder", "SpacyEngine"),
    "hf": ("anonymise.engines.token_classification", "TokenClassificationEngine"),
    "gliner": ("anonymise.engines.gliner_folder", "GlinerEngine"),
}
_LIBRARY = {"spacy": "spacy", "hf": "transformers", "gliner": "gliner", "deduce": "deduce"}


def _loaded(kind: str, module: str, engine: str, folder: Path) -> NameEngine:
    """The engine, with one clear sentence instead of the error of its library, which may quote anything."""
    make: Callable[[Path], NameEngine] = getattr(import_module(module), engine)
    try:
        return make(folder)
    except ModuleNotFoundError:
        library = _LIBRARY[kind]
        raise NameEngineError(
            f"De namenherkenner '{kind}' heeft de bibliotheek '{library}' nodig, en die is hier niet "
            f"(volledig) geïnstalleerd. Installeer haar met 'pip install {library}' of haal '{kind}' uit "
            "DATABANK_NAME_ENGINES.",
            f"The name engine '{kind}' needs the library '{library}', which is not (fully) installed here. "
            f"Install it with 'pip install {library}' or take '{kind}' out of DATABANK_NAME_ENGINES.",
        ) from None
    except NameEngineError:
        raise
    except Exception:  # libraries raise anything for a folder that they cannot read
        raise NameEngineError(
            f"De namenherkenner '{kind}' kan het model in '{folder}' niet lezen. Controleer of de map "
            "volledig is en bij deze versie van de bibliotheek past.",
            f"The name engine '{kind}' cannot read the model in '{folder}'. Check that the folder is "
            "complete and fits this version of the library.",
        ) from None


def _refuse(setting: str) -> NoReturn:
    raise NameEngineError(
        f"DATABANK_NAME_ENGINES kent '{setting}' niet. Mogelijk zijn spacy:/map, hf:/map, gliner:/map en "
        "deduce, gescheiden door komma's.",
        f"DATABANK_NAME_ENGINES does not know '{setting}'. Possible are spacy:/folder, hf:/folder, "
        "gliner:/folder and deduce, separated by commas.",
    )
