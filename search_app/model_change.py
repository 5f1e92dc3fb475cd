# SPDX-License-Identifier: EUPL-1.2
"""From one search model to another: which one serves meanwhile, and what people are told."""

from pathlib import Path

from casebase.bilingual import Bilingual
from casebase.progress import Progress
from index.encoder import Encoder, EncoderError, encoder_id
from index.known_models import KnownModel, load_known
from index.rebuilding import Rebuild, RebuildState
from search_app.settings import Settings


def as_known(settings: Settings, model_id: str) -> KnownModel:
    """The model of the settings, to be found again after the settings have changed."""
    folder = Path(settings.encoder).expanduser()
    name = str(folder.resolve()) if folder.exists() else settings.encoder
    return KnownModel(model_id=model_id, name=name, options=settings.model_options)


def former_encoder(settings: Settings, model_id: str) -> Encoder | None:
    """The model that an index was made with, when it is still where it was or is the shipped one."""
    shipped = Settings(home=settings.home, data_dir=settings.data_dir).encoder
    try:
        others = [KnownModel(model_id=encoder_id(shipped), name=shipped)]
    except EncoderError:
        others = []
    return load_known(settings.index_folder, model_id, *others)


def told(rebuild: Rebuild) -> Bilingual:
    """How far a change of model is, for everybody who searches."""
    if rebuild.state is RebuildState.FAILED and rebuild.problem:
        return Bilingual(
            f"Het nieuwe zoekmodel werkt nog niet: {rebuild.problem.nl} U zoekt met het vorige.",
            f"The new search model cannot be used yet: {rebuild.problem.en} You search with the former one.",
        )
    if rebuild.state is RebuildState.STOPPED:
        return Bilingual(
            f"Het nieuwe zoekmodel is voor {rebuild.percent}% klaar; het werk ligt stil en gaat verder bij "
            "de volgende zoekvraag of met 'databank index build'. U zoekt met het vorige.",
            f"The new search model is {rebuild.percent}% ready; the work has stopped and goes on at the next "
            "search or with 'databank index build'. You search with the former one.",
        )
    return Bilingual(
        f"Het nieuwe zoekmodel is voor {rebuild.percent}% klaar. Tot dan zoekt u met het vorige.",
        f"The new search model is {rebuild.percent}% ready. Until then you search with the former one.",
    )


def follow(rebuild: Rebuild | None, progress: Progress, told_until: int = 0) -> int:
    """Pass on how far another process is; gives what was told, for the next time."""
    if rebuild is None:
        return told_until
    progress.expect(rebuild.total)
    progress.advance(max(0, rebuild.done - told_until), label="vectors")
    return max(rebuild.done, told_until)
