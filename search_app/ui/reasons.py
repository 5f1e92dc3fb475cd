# SPDX-License-Identifier: EUPL-1.2
"""Why a found case is alike, in one line, with the sentences that say the same, and what is different."""

from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.vocabulary import Principle, Term
from index.hits import Explanation, NamePair, SentencePair
from search_app.ui import reason_words as words
from search_app.ui.field_labels import field_label
from search_app.ui.formats import listed, lowered
from search_app.ui.markup import excerpt, plain

MOST_WORDS = 6
SENTENCE_WIDTH = 260


def why_alike(explanation: Explanation, language: Language, *, asked: Bilingual = words.YOUR_TEXT) -> str:
    """What is shared, on which side of the case, and the sentences behind it, folded.

    ``asked`` names what the case is compared with.
    """
    parts = [part for part in _shared(explanation, language) if part]
    line = "; ".join(parts) or escape(words.SAME_MEANING.in_language(language))
    return (
        f"<p>{line[:1].upper()}{line[1:]}. {_aspects(explanation, language)}</p>"
        f"{_sentences(explanation, asked.in_language(language), language)}"
    )


def differences(explanation: Explanation, language: Language) -> str:
    """In which respects the case differs; empty when nothing is known to be different."""
    told = [difference.in_language(language) for difference in explanation.differences]
    return plain("; ".join(told)[:1].upper() + "; ".join(told)[1:] + ("." if told else ""))


def best_pair(explanation: Explanation, asked: Bilingual, language: Language) -> str:
    """The sentence that is most alike beside the one it is like; empty when no two lie side by side."""
    pair = next((pair for pair in explanation.sentences if pair.asked), None)
    if pair is None:
        return ""
    told = _sentence_pair(pair, asked.in_language(language), language)
    return f'<div class="mw-zinnen"><ul><li>{told}</li></ul></div>'


def _shared(explanation: Explanation, language: Language) -> list[str]:
    principles = [_principle(name, language) for name in explanation.shared_principles]
    pairs = [_pair(pair, language) for pair in explanation.same_things]
    return [
        _told(words.SAME_REGULATION, [plain(name) for name in explanation.shared_regulations], language),
        _told(words.SAME_PRINCIPLE, [plain(name) for name in principles], language),
        _told(words.SHARED_WORDS, [plain(name) for name in explanation.shared_terms[:MOST_WORDS]], language),
        _told(words.OTHER_WORDS, pairs, language),
        _told(words.SAME_NATURE, _label(explanation.nature, language), language),
        _told(words.SAME_LEVEL, _label(explanation.level, language), language),
    ]


def _told(sentence: Bilingual, names: list[str], language: Language) -> str:
    """A sentence around names that are HTML already; empty without names."""
    return escape(sentence.in_language(language)).format(names=", ".join(names)) if names else ""


def _label(term: Term | None, language: Language) -> list[str]:
    return [plain(lowered(term.label.in_language(language)))] if term else []


def _principle(name: str, language: Language) -> str:
    known = {principle.value: principle for principle in Principle}
    return lowered(known[name].label.in_language(language)) if name in known else name


def _pair(pair: NamePair, language: Language) -> str:
    means = escape(words.MEANS.in_language(language))
    link = f'<span aria-hidden="true">↔</span><span class="mw-gehoord"> {means} </span>'
    return f'<span class="mw-paar"><i>{plain(pair.asked)}</i> {link} <i>{plain(pair.found)}</i></span>'


def _aspects(explanation: Explanation, language: Language) -> str:
    names = [words.ASPECTS[aspect].in_language(language) for aspect in explanation.aspects]
    told = words.ALIKE_IN.in_language(language).format(names=listed(names, language))
    return escape(told) if names else ""


def _sentences(explanation: Explanation, other: str, language: Language) -> str:
    pairs = explanation.sentences
    if not pairs:
        return ""
    beside = any(pair.asked for pair in pairs)
    alone = words.BEST_SENTENCE if len(pairs) == 1 else words.BEST_SENTENCES
    title = escape((words.SIDE_BY_SIDE if beside else alone).in_language(language))
    items = "".join(f"<li>{_sentence_pair(pair, other, language)}</li>" for pair in pairs)
    return f'<details class="mw-zinnen"><summary>{title}</summary><ul>{items}</ul></details>'


def _sentence_pair(pair: SentencePair, other: str, language: Language) -> str:
    field = lowered(field_label(pair.field, language))
    this = words.THIS_CASE.in_language(language).format(field=field)
    asked = _sentence(other, pair.asked, pair.asked_marks) if pair.asked else ""
    return asked + _sentence(this, pair.found, pair.found_marks)


def _sentence(source: str, text: str, marks: tuple[tuple[int, int], ...]) -> str:
    return f'<p><span class="mw-bron">{escape(source)}</span> {excerpt(text, marks, SENTENCE_WIDTH)}</p>'
