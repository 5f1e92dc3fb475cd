# SPDX-License-Identifier: EUPL-1.2
"""Where the models lie that indexes were made with, so that a former one can go on serving.

``models.json`` in the index folder; it holds names, folders and options, nothing of cases.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from casebase.durable import write_durably
from index.encoder import Encoder, EncoderError, encoder_id, load_encoder
from index.model_options import ModelOptions

_FILE = "models.json"
_KEPT = 5


class KnownModel(BaseModel):
    """A model by its fingerprint, with the folder or hub name it was loaded from."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    model_id: str
    name: str
    options: ModelOptions = ModelOptions()


class _Models(BaseModel):
    models: tuple[KnownModel, ...] = ()


def remember_model(folder: Path, model: KnownModel) -> None:
    """Write down where a model lies, the newest first; of the older ones a few are kept.

    When the folder cannot be written nothing is remembered: searching goes on.
    """
    known = known_models(folder)
    if known[:1] == (model,):
        return
    others = tuple(each for each in known if each.model_id != model.model_id)
    content = _Models(models=(model, *others)[:_KEPT]).model_dump_json(indent=1).encode()
    beside = folder / f"{_FILE}.tmp"
    try:
        write_durably(beside, content)
        beside.replace(folder / _FILE)
    except OSError:
        return


def known_models(folder: Path) -> tuple[KnownModel, ...]:
    """The models that were remembered, the newest first."""
    try:
        return _Models.model_validate_json((folder / _FILE).read_bytes()).models
    except (OSError, ValidationError):
        return ()


def load_known(folder: Path, model_id: str, *others: KnownModel) -> Encoder | None:
    """The encoder with this fingerprint, from where it was last or from one of the ``others``.

    None when no place holds exactly this model any more.
    """
    for model in (*known_models(folder), *others):
        if model.model_id == model_id:
            try:
                if encoder_id(model.name, model.options) == model_id:
                    return load_encoder(model.name, model.options)
            except EncoderError:
                continue
    return None
