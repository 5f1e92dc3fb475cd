# SPDX-License-Identifier: EUPL-1.2
"""The message that tells somebody what is new: names of what was saved, numbers of cases, and links."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from casebase.bilingual import Bilingual, Language
from patterns.news import News
from search_app.mailing import Message

MOST_NAMED = 10
"""Cases that are named; the others are counted."""

_SUBJECT = Bilingual("Nieuw in de maatwerk-databank: {number}", "New in the databank: {number}")
_ONE = Bilingual("1 onderwerp dat u volgt", "1 subject that you follow")
_MANY = Bilingual("{count} onderwerpen die u volgt", "{count} subjects that you follow")
_FOUND = Bilingual("Nieuwe vergelijkbare casussen", "New comparable cases")
_ADDED = Bilingual("Toegevoegd aan het patroon", "Added to the pattern")
_OFFERED = Bilingual("Past misschien bij het patroon", "May belong to the pattern")
_ACTS = Bilingual("Gedaan door anderen", "Done by others")
_AND_MORE = Bilingual("en nog {count}", "and {count} more")
_ENDING = Bilingual(
    "U krijgt dit bericht omdat u dit volgt. In de app ziet u alles en kunt u ermee stoppen.",
    "You get this message because you follow this. The app shows all and lets you stop it.",
)


def message(news: Sequence[News], app_url: str, language: Language) -> Message:
    """What is new in each search and pattern, as a plain message.

    app_url: where people open the app; without it there are no links.
    """
    count = _ONE if len(news) == 1 else _MANY
    number = count.in_language(language).format(count=len(news))
    parts = ["\n".join(_told(each, app_url, language)) for each in news]
    ending = _ENDING.in_language(language)
    return Message(_SUBJECT.in_language(language).format(number=number), "\n\n".join([*parts, ending]) + "\n")


def _told(news: News, app_url: str, language: Language) -> Iterator[str]:
    pattern_id = news.saved.pattern_id
    yield " ".join(filter(None, [pattern_id, news.saved.name]))
    cases = _ADDED if pattern_id else _FOUND
    for words, case_ids in ((cases, news.case_ids), (_OFFERED, news.offered)):
        if case_ids:
            yield f"- {words.in_language(language)}: {_numbers(case_ids, language)}"
    if news.events:
        acts = dict.fromkeys(event.action.label.in_language(language) for event in news.events)
        yield f"- {_ACTS.in_language(language)}: {', '.join(acts)}"
    if app_url:
        yield f"  {app_url}/{_place(news)}"


def _numbers(case_ids: Sequence[str], language: Language) -> str:
    named = ", ".join(case_ids[:MOST_NAMED])
    rest = len(case_ids) - MOST_NAMED
    return named if rest <= 0 else f"{named} {_AND_MORE.in_language(language).format(count=rest)}"


def _place(news: News) -> str:
    if news.saved.pattern_id:
        return "patroon?" + urlencode({"id": news.saved.pattern_id})
    return "patronen"
