# SPDX-License-Identifier: EUPL-1.2
"""Ages of people, which are made coarser (five-year bands), not removed.

An age is a quasi-identifier (WP29 Opinion 05/2014). Told from durations and rules by what stands
around it: behind a name or a word for a person ('Jelle, 33, heeft', 'man van 59', 'zij 84'), 'is 53',
'53-jarige', 'leeftijd: 53'. What stays: 'na 3 jaar', 'al 12 jaar in dienst', 'onder de 27 jaar',
'35-minners', 'ouder dan 56', 'tot 65 jaar'.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, one_of
from casebase.vocabulary import Kind

_FIGURES = r"(?:1[01]\d|[1-9]\d|[1-9])"
_ADULT = r"(?:1[4-9]|[2-9]\d|10\d)"
_UNITS = one_of("één een twee drie vier vijf zes zeven acht negen")
_TENS = one_of("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_IN_WORDS = (
    rf"(?:{_UNITS}[eë]n{_TENS}|{_TENS}|"
    + one_of("twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien")
    + "|"
    + one_of("zestien zeventien achttien negentien één een")
    + ")"
)
_ANY = rf"(?:{_FIGURES}|{_IN_WORDS})"
_YEARS = r"(?: ?(?:jaar|jr\b\.?|jarig|j\b))"
_NOT_COUNTED = (
    r"(?!\w|[.,:/]\d|-\d|/|[ -]?"
    + one_of(
        r"""euro eur uur uren u\b dagen dgn weken wkn maanden mnd procent % km keer x\b kilo kg minuten
    min\b meter man\b mensen personen stuks graden punten kinderen dienstjaren bruto netto p/ per\b"""
    )
    + "| jaar "
    + one_of(
        r"""in bij als lang geleden gewerkt werk ervaring getrouwd les ziek later dienst daar terug WW ww
    uitkering planner"""
    )
    + ")"
)
_PERSON = "(?i:" + one_of(
    r"""man vrouw jongen meisje jongeman jongedame dame heer meneer mevrouw cli[eë]nte? klant kl cl
    persoon kind kinderen zoon(?:tje)? zonen dochter(?:tje)? dochters kleinzoon kleindochter
    kleinkind broer(?:tje)? zus(?:je)? moeder vader oma opa partner echtgenote? baby peuter kleuter
    tiener puber jongere student leerling werknemer werkneemster weduwe weduwnaar collega ouder
    inwoner betrokkene wajonger ingenieur chauffeur lasser tweeling jongetje neef nicht burger
    inwoonster bewoner bewoonster mw dhr vriend(?:in)? alleenstaande beller"""
) + ")"  # fmt: skip
_SUBJECT = "(?i:" + one_of(
    r"""hij zij ze die man vrouw cli[eë]nte? klant klantcontact kl\.? cl\.? meneer mevrouw mw\.? dhr\.?
    moeder vader zoon dochter partner kind betrokkene beller"""
) + ")"  # fmt: skip
_ADVERBS = (
    r"(?:(?:nu|pas|net|inmiddels|bijna|al|ook|dan|zelf|toen|nog maar|nog|straks|ruim|amper|vandaag) ){0,2}"
)
_NO_NAME = one_of(
    """Art Artikel Code Fase Niveau Bijlage Blad Tabblad Lid Hoofdstuk Titel Boek Nr Nummer Pagina Groep
    Klas Stap Punt"""
)
_NAME = rf"(?<!\w)(?!{_NO_NAME}\b)[A-ZÀ-Þ][\w'’.-]{{1,30}}"
_STOP = r"(?=[,.;:)]| (?:en|jaar|met|maar|als|toen)\b| \(|$)"
_RECURRING = one_of("dienstverband jubileum contract huwelijk traject opleiding termijn bestaan")


_WHEN = one_of(
    "volgende deze in over een maand week jaar straks binnenkort [a-z]{3,9}ber januari februari maart mei"
)
_CHILDREN = one_of("kinderen kids zonen dochters jongens meisjes")


def _value(age: str, behind: str = "") -> str:
    """The age with its word for years if it has one, with what may stand behind it."""
    return rf"(?P<value>{age}){behind}{_NOT_COUNTED}"


def _nth_child(place: int) -> Pattern:
    """Ages in a row: 'kinderen (4, 7 en 9)'."""
    before = rf"(?:{_ANY}(?:, | en )){{{place - 1}}}"
    age = _value(f"{_ANY}{_YEARS}?", r"(?=[,.;)]| en \d|$)")
    return Pattern(f"child {place}", rf"(?<!\w)(?i:{_CHILDREN})(?: van)?[ :(]{{1,3}}{before}{age}", 0.6)


class AgeRecogniser(DutchPatternRecogniser):
    """A number that tells how old somebody is."""

    kind: ClassVar[Kind] = Kind.AGE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("-jarige", rf"(?<![\w-])(?P<value>{_ANY})[- ]?jarige?\b(?! {_RECURRING})", 0.8),
        Pattern(
            "labelled",
            rf"(?<!\w)(?i:leeftijd|lft)\.?(?: [a-zà-ÿ]{{1,14}})?[ :=]{{1,3}}{_value(_ANY + _YEARS + '?')}",
            0.8,
        ),
        Pattern("old", rf"(?<!\w)(?P<value>{_ANY} jaar) (?:oud|jong)\b(?!er)", 0.7),
        Pattern(
            "turned",
            r"(?<!\w)(?:net|pas|onlangs|zojuist|gisteren|vandaag|is|was|in \w+) "
            rf"(?P<value>{_ANY}{_YEARS}?) geworden\b",
            0.7,
        ),
        Pattern("brackets", rf"\w\)? ?\({_value(f'{_FIGURES}{_YEARS}|{_ADULT}', '(?=[,;)])')}", 0.7),
        Pattern("child in brackets", rf"{_NAME} ?\((?P<value>[1-9]|1[0-3]|{_IN_WORDS})(?=[,;)])", 0.6),
        Pattern(
            "in brackets behind a word",
            rf"\([^()\d]{{1,60}}[,/] ?{_value(_ANY + _YEARS + '?', '(?=[,;)])')}",
            0.7,
        ),
        Pattern(
            "behind a name",
            rf"{_NAME},? (?:[a-zà-ÿ-]{{3,24}}(?: [a-zà-ÿ-]{{2,24}})?, )?"
            + _value(f"{_FIGURES}{_YEARS}|{_ADULT}", "(?=[,;.]| (?:en|uit|woont|met) |$)"),
            0.6,
        ),
        Pattern("between commas", rf"[a-zà-ÿ)\]-], {_value(_ADULT + _YEARS + '?', '(?=,)')}", 0.5),
        Pattern("years", rf"(?:^|[.;:\n] |, ){_value(_ADULT + _YEARS, '(?=,|[.]? ?$)')}", 0.5),
        Pattern(
            "is",
            rf"(?<!\w){_SUBJECT} (?:is|was|wordt|werd) {_ADVERBS}{_value(_ANY + _YEARS + '?', _STOP)}",
            0.65,
        ),
        Pattern("name is", rf"{_NAME} (?:is|was|wordt) {_ADVERBS}{_value(_ANY + _YEARS + '?', _STOP)}", 0.6),
        Pattern("is at last", rf"[,;] (?:en )?is (?:nu )?{_value(_ADULT + _YEARS + '?', '(?=,| en )')}", 0.5),
        Pattern(
            "pronoun",
            rf"(?<!\w)(?:hij|zij|ze|moeder|vader|oma|opa) {_value(_ADULT + _YEARS + '?', '(?=[,.;)]|$)')}",
            0.55,
        ),
        Pattern(
            "person of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van (?:net |bijna |nu )?{_value(_ANY + _YEARS + '?')}",
            0.7,
        ),
        Pattern(
            "persons of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van {_ANY}(?:, {_ANY})?(?: en|,) {_value(_ANY + _YEARS + '?')}",
            0.7,
        ),
        Pattern(
            "person",
            rf"(?<!\w){_PERSON}(?: {_NAME})? (?:\(|, )?{_value(f'{_FIGURES}{_YEARS}|{_ADULT}', '(?=[,;)])')}",
            0.6,
        ),
        Pattern(
            "turns",
            rf"(?<!\w)(?:wordt|werd) (?:{_WHEN} ){{1,3}}{_value(_ADULT + _YEARS + '?', '(?=[,.;)]| en |$)')}",
            0.6,
        ),
        *(_nth_child(place) for place in range(1, 6)),
        Pattern(
            "child of",
            rf"(?<!\w)(?:zoon|zoontje|dochter|dochtertje) {_NAME} {_value(_FIGURES + _YEARS)}",
            0.6,
        ),
        Pattern("now", rf"(?<!\w)(?:nu|inmiddels) {_value(_ADULT + _YEARS + '?', '(?=[,;)])')}", 0.5),
        Pattern("whole field", rf"\A{_value(_ADULT + _YEARS + '?', '(?=,| en )')}", 0.5),
    )
