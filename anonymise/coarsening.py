# SPDX-License-Identifier: EUPL-1.2
"""From a stored safe case to one that tells less, for readers further away; the raw text is not needed.

Every profile tells as much as the one before it or less, so a case made safe for the databank itself becomes
one for other bodies or for everybody by rewriting its placeholders, dates and bands where they stand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from anonymise.amounts import rounded_amounts
from anonymise.case_texts import case_texts
from anonymise.edits import Edit, Place, apply_edits
from anonymise.placeholders import Placeholders, Tag
from anonymise.policy import Policy
from anonymise.profiles import (
    AmountDetail,
    DateDetail,
    DayDetail,
    NationalityDetail,
    OrganisationDetail,
    PersonDetail,
    PlaceDetail,
    Profile,
    Rules,
)
from anonymise.recognisers.date_forms import MONTHS
from anonymise.replacement import SafeText
from casebase.record import SafeCase, SafeSpan
from casebase.vocabulary import Kind


def coarsen_case(safe: SafeCase, profile: Profile, policy: Policy) -> SafeCase:
    """The case as the profile tells it; spans and suspects point at the same things as before.

    A case that tells less already stays as it is: nothing can be made finer without the raw text.
    """
    rules = policy.rules[profile]
    dated = coarsen_days(safe, profile, policy)
    return apply_edits(dated, _Coarsening(policy, rules).edits(case_texts(safe), safe.spans))


def coarsen_days(safe: SafeCase, profile: Profile, policy: Policy) -> SafeCase:
    """The case with the days of receipt and closing as the profile tells them: the first of month or year."""
    told = policy.rules[profile].received
    if told is DayDetail.DAY:
        return safe
    first = {"day": 1} if told is DayDetail.MONTH else {"day": 1, "month": 1}
    days = {"received_on": safe.received_on, "closed_on": safe.closed_on}
    return safe.model_copy(update={name: day and day.replace(**first) for name, day in days.items()})


def coarsen_texts(safe: Mapping[str, SafeText], profile: Profile, policy: Policy) -> dict[str, SafeText]:
    """The safe texts of a case by field as the profile tells them; what was found stays as it is."""
    rules = policy.rules[profile]
    if rules == Rules():
        return dict(safe)
    texts = {field: each.text for field, each in safe.items()}
    spans = [span for each in safe.values() for span in each.spans]
    edits = _Coarsening(policy, rules).edits(texts, spans)
    return {
        field: _edited(each, [edit for edit in edits if edit.place.field == field])
        for field, each in safe.items()
    }


@dataclass(frozen=True)
class _Standing:
    """A placeholder, month or band as it stands in a text; ``marked`` if a span of the case points at it."""

    place: Place
    text: str
    kind: Kind
    marked: bool


class _Coarsening:
    """Rewrites the placeholders of one case by the rules of a profile."""

    def __init__(self, policy: Policy, rules: Rules) -> None:
        self._policy = policy
        self._rules = rules
        self._words = policy.placeholders
        self._given: dict[tuple[Kind, str, int], int] = {}

    def edits(self, texts: Mapping[str, str], spans: Iterable[SafeSpan]) -> list[Edit]:
        """What to write where; places that stay as they are left out."""
        standing = list(_standing(texts, spans, self._words))
        changed = [(each, self._coarser(each)) for each in standing]
        edits = [
            Edit(each.place, new, each.kind if each.marked else None)
            for each, new in changed
            if new != each.text
        ]
        if self._rules.amount is AmountDetail.ROUNDED:
            edits += self._amounts(texts, standing)
        return sorted(edits, key=lambda edit: edit.place)

    def _coarser(self, standing: _Standing) -> str:
        tag = self._words.read(standing.text)
        if tag:
            return self._coarser_tag(tag, standing.kind).text
        if standing.kind is Kind.DATE:
            return self._date(standing.text)
        if standing.kind is Kind.AGE:
            return self._age(standing.text)
        return self._birth(standing.text) if standing.kind is Kind.BIRTHDATE else standing.text

    def _coarser_tag(self, tag: Tag, kind: Kind) -> Tag:
        rules = self._rules
        if (kind is Kind.PERSON and rules.person is PersonDetail.NUMBER) or (
            kind is Kind.ORG and rules.organisation is OrganisationDetail.NUMBER
        ):
            return self._renumbered(tag, kind)
        if kind is Kind.CITY and rules.place is PlaceDetail.PROVINCE:
            return replace(tag, detail=self._policy.regions.province(tag.detail))
        told = {
            Kind.ORG: rules.organisation is OrganisationDetail.KIND,
            Kind.CITY: rules.place is PlaceDetail.REGION,
            Kind.NATIONALITY: rules.nationality is NationalityDetail.GROUP,
        }
        return tag if told.get(kind, True) else replace(tag, detail="")

    def _renumbered(self, tag: Tag, kind: Kind) -> Tag:
        """A number of its own for each, in reading order, whatever role or kind it had."""
        taken = sum(1 for known, _, _ in self._given if known is kind)
        number = self._given.setdefault((kind, tag.word, tag.number), taken + 1)
        return Tag(self._words.words[kind], number)

    def _date(self, text: str) -> str:
        month = _MONTH.fullmatch(text)
        if self._rules.date is DateDetail.MONTH or not month or not month["year"]:
            return text
        return f"{month['lead'] or ''}{month['year']}"

    def _age(self, text: str) -> str:
        band = self._words.age_bands.fullmatch(text)
        if not band:
            return text
        return self._words.age_band(
            int(band["first"]), in_years=bool(band["years"]), width=self._rules.band_years
        )

    def _birth(self, text: str) -> str:
        band = self._words.birth_bands.fullmatch(text)
        return self._words.birth_band(int(band["first"]), self._rules.band_years) if band else text

    def _amounts(self, texts: Mapping[str, str], standing: Sequence[_Standing]) -> Iterator[Edit]:
        for field, text in texts.items():
            ends = [each.place.end for each in standing if each.place.field == field]
            starts = [each.place.start for each in standing if each.place.field == field]
            for amount in rounded_amounts(text, self._words.amount):
                after = bisect_right(ends, amount.start)
                if after == len(starts) or amount.end <= starts[after]:
                    yield Edit(Place(field, amount.start, amount.end), amount.text)


def _standing(
    texts: Mapping[str, str], spans: Iterable[SafeSpan], words: Placeholders
) -> Iterator[_Standing]:
    """What the spans point at, and other placeholders in brackets that stand there; in reading order."""
    kinds = {(span.field, span.start, span.end): span.kind for span in spans}
    kind_of = {word: kind for kind, word in words.words.items()}
    for field, text in texts.items():
        places = {place[1:]: kind for place, kind in kinds.items() if place[0] == field}
        found = {**places}
        for match in words.tags.finditer(text):
            found.setdefault(match.span(), kind_of.get(match["word"]) or _guess(match["detail"]))
        for (start, end), kind in sorted(found.items()):
            yield _Standing(Place(field, start, end), text[start:end], kind, (start, end) in places)


def _guess(detail: str | None) -> Kind:
    """Roles of people have no detail; what has one is an organisation."""
    return Kind.ORG if detail else Kind.PERSON


def _edited(safe: SafeText, edits: Sequence[Edit]) -> SafeText:
    if not edits:
        return safe
    pieces, read_to = [], 0
    ends, shifts = [], [0]
    for edit in edits:
        pieces += [safe.text[read_to : edit.place.start], edit.text]
        read_to = edit.place.end
        ends.append(read_to)
        shifts.append(shifts[-1] + len(edit.text) - (edit.place.end - edit.place.start))

    def moved(position: int) -> int:
        return position + shifts[bisect_right(ends, position)]

    return replace(
        safe,
        text="".join([*pieces, safe.text[read_to:]]),
        spans=tuple(
            span.model_copy(update={"start": moved(span.start), "end": moved(span.end)})
            for span in safe.spans
        ),
        doubts=tuple((moved(start), moved(end)) for start, end in safe.doubts),
    )


_MONTH = re.compile(rf"(?P<lead>[Ii]n )?(?:{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?")
