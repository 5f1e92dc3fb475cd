# SPDX-License-Identifier: EUPL-1.2
"""The dossier part of a pattern's page: choose, rewrite, look, download (draws with Streamlit)."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from html import escape

import streamlit as st

from anonymise.profiles import Profile
from casebase.bilingual import Bilingual, DatabankError, Language
from patterns.dossier import MOST_STORIES, Dossier
from patterns.study import PatternStudy
from search_app.dossier.desk import Choice, DossierDesk, Form
from search_app.dossier.document import Document
from search_app.dossier.layout import lay_out
from search_app.ui import pattern_dossier_words as words
from search_app.ui import session
from search_app.ui.frame import trouble

FOR, STORY = "voor", "verhaal"
"""Names in the address: for whom, and the chosen stories."""

_PICTURES = "dossier_bladzijden"
_MIME = {
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
}


def dossier(study: PatternStudy, language: Language) -> None:
    """Preview of the evidence pack beside what can be chosen in it, and the files to download."""
    desk = session.databank().dossiers_of(session.actor())
    pattern_id = study.file.record.pattern_id
    st.html(
        f"<h2>{escape(words.TITLE.in_language(language))}</h2>"
        f'<p class="mw-hulp">{escape(words.LEAD.in_language(language))}</p>'
    )
    left, right = st.columns([2, 3], gap="large")
    with left:
        profile = _profile(language)
        try:
            plain = desk.compose(pattern_id, Choice(profile, as_of=study.as_of))
            stories = _stories(plain, language)
            choice = Choice(profile, stories, study.as_of)
            told = desk.compose(pattern_id, choice) if stories else plain
        except DatabankError as problem:
            st.html(trouble(problem.message.in_language(language)))
            return
        told = _rewritten(desk, told, choice, language)
        document = lay_out(told, profile, language)
        _downloads(desk, told, document, profile, language)
    with right:
        _preview(document, language)


def stories_asked(parameters: list[str], among: Mapping[str, object]) -> list[str]:
    """The stories that the address names and that there are, each once, three at most."""
    return [each for each in dict.fromkeys(parameters) if each in among][:MOST_STORIES]


def profile_asked(parameter: str) -> Profile:
    """For whom the address says that it is; sharing with other bodies where it says nothing usable."""
    return Profile.PUBLICATIE if parameter == Profile.PUBLICATIE else Profile.DELEN


def file_name(document: Document, pattern_id: str, day: date, form: Form) -> str:
    """What the file is called: number and day, no words of a case."""
    return f"{words.FILE.in_language(document.language)}-{pattern_id}-{day.isoformat()}.{form.value}"


def edits(told: Dossier, written: Mapping[str, str]) -> dict[str, str]:
    """Of each told story another text, where what was written differs from what stands there."""
    standing = {story.case_id: "\n".join(story.paragraphs) for story in told.stories}
    return {
        case_id: text.strip()
        for case_id, text in written.items()
        if case_id in standing and text.strip() and text.strip() != standing[case_id]
    }


def _profile(language: Language) -> Profile:
    options = list(words.PROFILES)
    key = "dossier_voor"
    chosen = st.radio(
        words.FOR_WHOM.in_language(language),
        options,
        index=options.index(profile_asked(st.query_params.get(FOR, ""))),
        format_func=lambda each: words.PROFILES[each].in_language(language),
        key=key,
        on_change=lambda: st.query_params.update({FOR: st.session_state[key].value}),
    )
    return Profile(chosen)


def _stories(plain: Dossier, language: Language) -> tuple[str, ...]:
    asked = stories_asked(st.query_params.get_all(STORY), plain.by_id)
    key = "dossier_verhalen"

    def remember() -> None:
        st.query_params[STORY] = st.session_state[key]

    chosen = st.multiselect(
        words.STORIES.in_language(language),
        [case.case_id for case in plain.cases],
        default=asked or [story.case_id for story in plain.stories],
        format_func=lambda each: f"{each} · {plain.by_id[each].title or '–'}",
        max_selections=MOST_STORIES,
        placeholder=words.STORIES_EMPTY.in_language(language),
        key=key,
        on_change=remember,
        wrap=True,
    )
    return tuple(chosen)


def _rewritten(desk: DossierDesk, told: Dossier, choice: Choice, language: Language) -> Dossier:
    """The pack with the stories that this person wrote anew; as it stood when a text is refused."""
    written: dict[str, str] = {}
    pattern_id = told.study.file.record.pattern_id
    with st.expander(words.EDIT.in_language(language)), st.form(f"dossier_tekst_{pattern_id}", border=False):
        st.html(f'<p class="mw-hulp">{escape(words.EDIT_LEAD.in_language(language))}</p>')
        for story in told.stories:
            label = words.STORY_TEXT.in_language(language).format(case=story.case_id)
            key = f"dossier_{choice.profile.value}_{story.case_id}"
            written[story.case_id] = st.text_area(label, "\n".join(story.paragraphs), height=220, key=key)
        st.form_submit_button(words.USE.in_language(language))
    changed = edits(told, written)
    if not changed:
        return told
    try:
        numbers = tuple(story.case_id for story in told.stories)
        return desk.compose(pattern_id, Choice(choice.profile, numbers, choice.as_of, changed))
    except DatabankError as problem:
        st.html(trouble(problem.message.in_language(language)))
        return told


def _downloads(
    desk: DossierDesk, told: Dossier, document: Document, profile: Profile, language: Language
) -> None:
    day, pattern_id = told.study.as_of, told.study.file.record.pattern_id
    buttons = st.container(horizontal=True)
    for form, label in ((Form.WORD, words.AS_WORD), (Form.PDF, words.AS_PDF)):
        buttons.download_button(
            label.in_language(language),
            data=_handing_out(desk, told, document, profile, form),
            file_name=file_name(document, pattern_id, day, form),
            mime=_MIME[form],
            type="primary" if form is Form.WORD else "secondary",
            on_click="ignore",
            key=f"dossier_{form.value}",
        )
    st.html(f'<p class="mw-hulp">{escape(words.AUDITED.in_language(language))}</p>')


def _handing_out(
    desk: DossierDesk, told: Dossier, document: Document, profile: Profile, form: Form
) -> Callable[[], bytes]:
    """Makes the file when somebody asks for it, and only then puts that in the log."""

    def hand_out() -> bytes:
        content = desk.content(document, form)
        desk.note(told, profile, form)
        return content

    return hand_out


def _preview(document: Document, language: Language) -> None:
    st.html(f"<h3>{escape(words.PREVIEW.in_language(language))}</h3>")
    try:
        pictures = _pictures(document)
    except DatabankError as problem:
        st.html(trouble(problem.message.in_language(language)))
        return
    for number, picture in enumerate(pictures, start=1):
        alt = _page(words.PAGE, number, len(pictures), language)
        with st.container(border=True):
            st.image(picture, alt=alt, width="stretch")


def _pictures(document: Document) -> list[bytes]:
    """The pages as pictures; those of the last document stay in the session: drawing takes a moment."""
    from search_app.dossier.typeset import content_of, page_pictures

    mark = sha256(content_of(document).encode()).hexdigest()
    kept = st.session_state.get(_PICTURES)
    if kept is None or kept[0] != mark:
        kept = (mark, page_pictures(document))
        st.session_state[_PICTURES] = kept
    return list(kept[1])


def _page(told: Bilingual, number: int, total: int, language: Language) -> str:
    return told.in_language(language).format(number=number, all=total)
