# SPDX-License-Identifier: EUPL-1.2
from hypothesis import given
from hypothesis import strategies as st

from anonymise.case_texts import case_texts
from anonymise.risk.story import story_of
from casebase.record import SafeCase

TEXTS = st.text(max_size=40)


@given(title=TEXTS, situation=TEXTS, decision=TEXTS, role=TEXTS, bodies=st.lists(TEXTS, max_size=3))
def test_every_word_leads_back_to_its_field(
    title: str, situation: str, decision: str, role: str, bodies: list[str]
) -> None:
    case = SafeCase(
        case_id="A-1",
        title=title,
        situation=situation,
        decision=decision,
        submitter_role=role,
        organisations_involved=tuple(bodies),
    )
    texts = case_texts(case)
    story = story_of(case)
    for word in (*story.words, *story.register_words):
        place = story.place(word.start, word.end)
        if word.text != "\n":  # a line end may stand between two fields
            assert texts[place.field][place.start : place.end] == word.text


def test_register_fields_are_kept_apart() -> None:
    story = story_of(SafeCase(case_id="A-1", situation="verhaal", submitter_role="rol"))
    assert [word.text for word in story.words if word.text != "\n"] == ["verhaal"]
    assert [word.text for word in story.register_words] == ["rol"]


def test_the_client_is_named_as_such_or_else_named_most() -> None:
    def client(text: str) -> str:
        return story_of(SafeCase(case_id="A-1", situation=text)).client

    assert client("[PERSOON-1] en [PERSOON-2] en [PERSOON-2]") == "[PERSOON-2]"
    assert client("[PERSOON-1] en [PERSOON-1] en [CLIËNT]") == "[CLIËNT]"
    assert client("[KIND-1]") == ""
