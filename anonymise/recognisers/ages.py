# SPDX-License-Identifier: EUPL-1.2
"""Ages of people, which are made coarser (five-year bands), not removed.

An age is a quasi-identifier (WP29 Opinion 05/2014). Told from durations and rules by what stands
around it: behind a name or a word for a person ('Jelle, 33, heeft', 'man van 59', 'zij 84'), 'is 53',
'53-jarige', 'leeftijd: 53'. What stays: 'na 3 jaar', 'al 12 jaar in dienst', 'onder de 27 jaar',
'35-minners', 'ouder dan 56', 'tot 65 jaar'.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.age_forms import ADULT, ADVERBS, AGE, FIGURES, NOT_COUNTED, TENS, WORDS, YEARS
from anonymise.recognisers.base import DutchPatternRecogniser, one_of
from casebase.vocabulary import Kind

_PERSON = "(?i:" + one_of(
    r"""man vrouw jongen meisje jongeman jongedame dame heer meneer mevrouw cli[eë]nte? klant kl cl
    persoon kind kinderen zoon(?:tje)? zonen dochter(?:tje)? dochters kleinzoon kleindochter
    kleinkind broer(?:tje)? zus(?:je)? moeder vader oma opa partner echtgenote? baby peuter kleuter
    tiener puber jongere student leerling werknemer werkneemster weduwe weduwnaar collega ouder
    inwoner betrokkene wajonger ingenieur chauffeur lasser tweeling jongetje neef nicht burger
    inwoonster bewoner bewoonster mw dhr vriend(?:in)? alleenstaande beller oudste jongste middelste"""
) + ")"  # fmt: skip
_SUBJECT = "(?i:" + one_of(
    r"""hij zij ze die man vrouw cli[eë]nte? klant klantcontact kl\.? cl\.? meneer mevrouw mw\.? dhr\.?
    moeder vader zoon dochter partner kind betrokkene beller oudste jongste middelste broer zus oma opa
    (?:oudste|jongste)\s(?:zoon|dochter|kind)"""
) + ")"  # fmt: skip
_NO_NAME = one_of(
    """Art Artikel Code Fase Niveau Bijlage Blad Tabblad Lid Hoofdstuk Titel Boek Nr Nummer Pagina Groep
    Klas Stap Punt"""
)
_NAME = rf"(?<!\w)(?!{_NO_NAME}\b)[A-ZÀ-Þ][\w'’.-]{{1,30}}"
_STOP = r"(?=\s?[,.;:)!?](?!\d)| (?:en|met|maar|als|toen|oud|jong|inmiddels|nu|geworden)\b| \(|\s*$)"
_NO_PLURAL = r"(?! [a-zà-ÿ]+(?:en|s)\b)"
_CLOSES = r"(?=\s?[,;)/])"
_ENDS = r"(?=\s?[,;)/]|\.?$|\.\s)"
_WHEN_SUBJECT = (
    r"(?<!\w)(?i:toen|sinds|voor|voordat|als|dat|tot|totdat|zodra|nadat|wanneer|omdat) "
    rf"(?:hij|zij|ze|ik|u|je|(?:zijn|haar|mijn|hun|de) [a-z]{{3,14}}|{_NAME}) {ADVERBS}"
)
_BEING = r"(?= (?:was|werd|is|wordt|ben|waren|worden|werden|geworden)\b)"
_RECURRING = one_of("dienstverband jubileum contract huwelijk traject opleiding termijn bestaan")


_NO_PARENT = rf"(?!(?i:moeder|vader|ouder|oma|opa|mama|papa) van {ADVERBS}(?:[1-9]|1[0-3]|{WORDS})(?!\w))"
"""'Moeder van drie' has three children."""

_WHEN = one_of(
    "volgende deze in over een maand week jaar straks binnenkort [a-z]{3,9}ber januari februari maart mei"
)
_ABOUT = (
    "(?i:"
    + one_of("begin midden medio half eind einde")
    + r"(?: de)?|(?:achter|voor|ver|diep)(?:aan)? in de|(?:ver |ruim )?(?:boven|tegen|over|richting|rond) de)"
)
_CHILD = one_of(
    "baby kind(?:je)? zoon(?:tje)? dochter(?:tje)? klein(?:kind|zoon|dochter) tweeling pasgeborene meisje "
    "jongetje"
)
_SHORT_TIME = one_of("maanden maand mnd weken wkn wk dagen dgn")
_CHILDREN = one_of(
    "kinderen kids zonen zoons dochters jongens meisjes kleinkinderen broertjes zusjes tweeling"
)


def _value(age: str, behind: str = "") -> str:
    """The age with its word for years if it has one, with what may stand behind it."""
    return rf"(?P<value>{age}){behind}{NOT_COUNTED}"


def _nth_child(place: int) -> Pattern:
    """Ages in a row: 'kinderen (4, 7 en 9)'."""
    before = rf"(?:{AGE}(?:, | en )){{{place - 1}}}"
    age = _value(f"{AGE}{YEARS}?", r"(?=[,.;)]| en \d|$)")
    return Pattern(f"child {place}", rf"(?<!\w)(?i:{_CHILDREN})(?: van)?[ :(]{{1,3}}{before}{age}", 0.6)


class AgeRecogniser(DutchPatternRecogniser):
    """A number that tells how old somebody is."""

    kind: ClassVar[Kind] = Kind.AGE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("-jarige", rf"(?<![\w-])(?P<value>{AGE})[- ]?jarige?\b(?! {_RECURRING})", 0.8),
        Pattern(
            "labelled",
            rf"(?<!\w)(?i:leeftijd|lft)\.?(?: [a-zà-ÿ]{{1,14}})?[ :=]{{1,3}}{_value(AGE + YEARS + '?')}",
            0.8,
        ),
        Pattern(
            "old",
            rf"(?<!\w)(?P<value>{AGE} ?(?:jaar|jr\.?|{_SHORT_TIME})) (?:oud|jong)\b(?!er)",
            0.7,
        ),
        Pattern("springs", rf"(?<!\w)(?P<value>{AGE} (?:lentes|winters))\b", 0.7),
        Pattern(
            "about",
            rf"(?<!\w)(?P<value>{_ABOUT} (?:{TENS}|[2-9]0))(?![\w%]|[.,]\d| ?(?:euro|procent|uur|km|jaren))",
            0.7,
        ),
        Pattern(
            "in the",
            rf"(?<!\w)(?P<value>in de {TENS})(?=[,.;:)]|$| (?:en|met|die|is|was|heeft|woont)\b)",
            0.6,
        ),
        Pattern(
            "sex", rf"(?<![\w.-])(?:[mv]/[mvx]|[mvMV])[,/. ]{{1,2}}{_value(ADULT + YEARS + '?', _STOP)}", 0.6
        ),
        Pattern("years alone", rf"(?<=[(,/;:] ){_value(ADULT + YEARS, _CLOSES)}", 0.5),
        Pattern("years in brackets", rf"(?<=\(){_value(FIGURES + YEARS, _CLOSES)}", 0.5),
        Pattern("at that age", rf"{_WHEN_SUBJECT}{_value(f'{FIGURES}(?:{YEARS})?|{WORDS}', _BEING)}", 0.6),
        Pattern("years in words", rf"(?<=[(,/;:] ){_value(WORDS + ' jaar', _CLOSES)}", 0.5),
        Pattern(
            "two are",
            rf"(?<!\w)(?i:{_CHILDREN}|zij|ze) zijn (?:nu )?{_value(AGE, f'(?= en {AGE}{_ENDS})')}",
            0.6,
        ),
        Pattern(
            "second is",
            rf"(?<!\w)(?i:{_CHILDREN}|zij|ze) zijn (?:nu )?{AGE} en {_value(AGE + YEARS + '?', _ENDS)}",
            0.6,
        ),
        Pattern(
            "opens a sentence",
            rf"(?:^|(?<!art)(?<!nr)(?<!Art)(?<!blz)(?<!kst)[.] )(?P<value>{ADULT})(?=, [A-Za-z]{{4,}})",
            0.45,
        ),
        Pattern("between slashes", rf"(?<=[\w.] / )(?P<value>{ADULT})(?= / )", 0.5),
        Pattern(
            "I am",
            r"(?<!\w)(?i:ik ben|u bent|je bent|jij bent|ben ik|ben) "
            rf"{ADVERBS}{_value(f'{FIGURES}{YEARS}|{ADULT}', _STOP)}",
            0.6,
        ),
        Pattern(
            "small child",
            rf"(?<!\w)(?i:{_CHILD})(?: {_NAME})?(?: van|,| \() ?(?P<value>{AGE} ?{_SHORT_TIME})(?=[ ,.;)]|$)",
            0.6,
        ),
        Pattern(
            "turned",
            r"(?<!\w)(?:net|pas|onlangs|zojuist|gisteren|vandaag|is|was|in \w+) "
            rf"(?P<value>{AGE}{YEARS}?) geworden\b",
            0.7,
        ),
        Pattern("brackets", rf"\w\)? ?\({_value(f'{FIGURES}{YEARS}|{ADULT}', '(?=[,;)])')}", 0.7),
        Pattern("child in brackets", rf"{_NAME} ?\((?P<value>[1-9]|1[0-3]|{WORDS})(?=[,;)])", 0.6),
        Pattern(
            "in brackets behind a word",
            rf"\([^()\d]{{1,60}}[,/] ?{_value(AGE + YEARS + '?', '(?=[,;)])')}",
            0.7,
        ),
        Pattern(
            "behind a name",
            rf"{_NAME}, (?:[a-zà-ÿ-]{{3,24}}(?: [a-zà-ÿ-]{{2,24}})?, )?"
            + _value(f"{FIGURES}{YEARS}|{ADULT}", "(?=[,;.]| (?:en|uit|woont|met) |$)"),
            0.6,
        ),
        Pattern("between commas", rf"[a-zà-ÿ)\]-], {_value(ADULT + YEARS + '?', '(?=,)')}", 0.5),
        Pattern("years", rf"(?:^|[.;:\n] |, ){_value(ADULT + YEARS, '(?=,|[.]? ?$)')}", 0.5),
        Pattern(
            "is",
            rf"(?<!\w){_SUBJECT} (?:is|was|wordt|werd) {ADVERBS}{_value(AGE + YEARS + '?', _STOP)}",
            0.65,
        ),
        Pattern("name is", rf"{_NAME} (?:is|was|wordt) {ADVERBS}{_value(AGE + YEARS + '?', _STOP)}", 0.6),
        Pattern("is at last", rf"[,;] (?:en )?is (?:nu )?{_value(ADULT + YEARS + '?', '(?=,| en )')}", 0.5),
        Pattern(
            "pronoun",
            rf"(?<!\w)(?:hij|zij|ze|moeder|vader|oma|opa) {_value(ADULT + YEARS + '?', '(?=[,.;)]|$)')}",
            0.55,
        ),
        Pattern(
            "person of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van {ADVERBS}{_value(f'{ADULT}{YEARS}?|{FIGURES}{YEARS}')}",
            0.7,
        ),
        Pattern(
            "child of", rf"(?<!\w)(?i:{_CHILD})(?: {_NAME})? van {ADVERBS}{_value(AGE + YEARS + '?')}", 0.6
        ),
        Pattern(
            "person of few years",
            rf"(?<!\w){_NO_PARENT}{_PERSON}(?: {_NAME})? van {ADVERBS}"
            + _value(AGE + YEARS + "?", _NO_PLURAL),
            0.6,
        ),
        Pattern(
            "persons of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van {AGE}(?:, {AGE})?(?: en|,) {_value(AGE + YEARS + '?')}",
            0.7,
        ),
        Pattern(
            "person",
            rf"(?<!\w){_PERSON}(?: {_NAME})? (?:\(|, )?{_value(f'{FIGURES}{YEARS}|{ADULT}', '(?=[,;)])')}",
            0.6,
        ),
        Pattern(
            "turns",
            rf"(?<!\w)(?:wordt|werd) (?:{_WHEN} ){{1,3}}{_value(ADULT + YEARS + '?', '(?=[,.;)]| en |$)')}",
            0.6,
        ),
        *(_nth_child(place) for place in range(1, 6)),
        Pattern("now", rf"(?<!\w)(?:nu|inmiddels) {_value(ADULT + YEARS + '?', '(?=[,;)])')}", 0.5),
        Pattern("whole field", rf"\A{_value(ADULT + YEARS + '?', '(?=,| en )')}", 0.5),
    )

    def validate(self, value: str, rule: str) -> float | None:
        """'Een' counts nobody's years: 'de broer van een collega'."""
        return 0 if value.lower() in {"een", "één"} and not rule.startswith(("child", "two")) else None
