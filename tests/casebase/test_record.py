# SPDX-License-Identifier: EUPL-1.2
import pytest
from pydantic import BaseModel, ValidationError

from casebase.record import (
    NARRATIVE_FIELDS,
    PERSPECTIVE_FIELDS,
    REGISTER_FIELDS,
    CaseRecord,
    KnownValue,
    Perspective,
    RawCase,
    SafeCase,
    SafeSpan,
)
from casebase.vocabulary import Kind, Rating

SECRET = "Jan Jansen"


def full(kind: type[CaseRecord]) -> CaseRecord:
    texts = {name: SECRET for name, field in kind.model_fields.items() if field.annotation is str}
    perspectives = {name: Perspective(text=SECRET, rating=Rating.GOOD) for name in PERSPECTIVE_FIELDS}
    lists = {"regulations": (SECRET,), "organisations_involved": (SECRET,)}
    return kind.model_validate({**texts, **perspectives, **lists})


@pytest.mark.parametrize("kind", [CaseRecord, RawCase, SafeCase])
@pytest.mark.parametrize(
    "show", [repr, str, "{}".format, lambda case: f"{[case]}", lambda case: f"{(case,)!r}"]
)
def test_printing_a_case_shows_no_text(kind: type[CaseRecord], show: object) -> None:
    assert callable(show)
    shown = show(full(kind))
    assert SECRET not in shown
    assert "11 fields with text" in shown


@pytest.mark.parametrize("value", [Perspective(text=SECRET), KnownValue(Kind.PERSON, SECRET)])
def test_printing_a_part_of_a_case_shows_no_text(value: object) -> None:
    assert SECRET not in f"{value!r} {value}"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (RawCase, {"case_id": "A", "outcome": SECRET}),
        (RawCase, {"case_id": "A", "received_on": SECRET}),
        (RawCase, {"case_id": "A", "situation": [SECRET]}),
        (RawCase, {"case_id": "A", "deviates_from_rules": SECRET}),
        (RawCase, {"case_id": "A", "unknown": SECRET}),
        (RawCase, {"case_id": "A", "principles": (SECRET,)}),
        (SafeCase, {"case_id": "A", "legal_perspective": {"text": "x", "rating": SECRET}}),
        (SafeCase, {"case_id": "A", "spans": [{"field": SECRET}]}),
        (Perspective, {"text": "x", "rating": SECRET}),
    ],
)
def test_a_validation_error_names_the_field_and_shows_no_text(
    kind: type[BaseModel], fields: dict[str, object]
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(fields)
    assert SECRET not in f"{caught.value} {caught.value!r}"
    assert caught.value.errors()[0]["loc"]


def test_a_case_needs_nothing_but_a_number() -> None:
    assert CaseRecord(case_id="A").narrative() == {}
    with pytest.raises(ValidationError):
        CaseRecord.model_validate({})


def test_the_story_is_told_in_reading_order_without_empty_fields() -> None:
    case = SafeCase(
        case_id="A", lessons="Les", title="Titel", meanwhile="  ", legal_perspective=Perspective(text="Wet")
    )
    assert list(case.narrative().items()) == [
        ("title", "Titel"),
        ("legal_perspective", "Wet"),
        ("lessons", "Les"),
    ]


def test_every_text_field_is_a_narrative_or_a_register_field() -> None:
    texts = {name for name, field in CaseRecord.model_fields.items() if field.annotation is str}
    known = {*NARRATIVE_FIELDS, *REGISTER_FIELDS, "case_id"}
    assert texts | {*PERSPECTIVE_FIELDS, "organisations_involved", "regulations"} == known


def test_new_texts_take_the_place_of_the_old_and_ratings_stay() -> None:
    case = SafeCase(case_id="A", title="oud", legal_perspective=Perspective(text="oud", rating=Rating.GOOD))
    changed = case.with_narrative({"title": "nieuw", "legal_perspective": "nieuw"})
    assert changed.narrative() == {"title": "nieuw", "legal_perspective": "nieuw"}
    assert changed.legal_perspective.rating is Rating.GOOD
    assert type(changed) is SafeCase
    assert case.narrative() == {"title": "oud", "legal_perspective": "oud"}


def test_a_case_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(SafeCase(case_id="A"), "title", "anders")  # noqa: B010


def test_a_safe_case_survives_json() -> None:
    case = full(SafeCase).model_copy(
        update={"spans": (SafeSpan(field="title", start=0, end=3, kind=Kind.PERSON),)}
    )
    assert SafeCase.model_validate_json(case.model_dump_json()) == case
