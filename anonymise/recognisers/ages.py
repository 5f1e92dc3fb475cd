# SPDX-License-Identifier: EUPL-1.2
"""Ages of people, which are made coarser (five-year bands), not removed.

An age is a quasi-identifier (WP29 Opinion 05/2014). Told from durations and rules by what stands
around it: behind a name or a word for a person ('Jelle, 33, heeft', 'man van 59', 'zij 84'), 'is 53',
'53-jarige', 'leeftijd: 53'. What stays: 'na 3 jaar', 'al 12 jaar in dienst', 'onder de 27 jaar',
'35-minners', 'ouder dan 56', 'tot 65 jaar'.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser
from casebase.vocabulary import Kind

_N = r"(?:1[01]\d|[1-9]\d|[1-9])"
_ADULT = r"(?:1[4-9]|[2-9]\d|10\d)"
_WORD_NUMBER = (
    r"(?:één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    r"achttien|negentien|twintig|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)(?:twintig|dertig|veertig|"
    r"vijftig|zestig|zeventig|tachtig)|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
)
_ANY = rf"(?:{_N}|{_WORD_NUMBER})"
_YEARS = r"(?: ?(?:jaar|jr\b\.?|jarig|j\b))"
_UNIT = (
    r"(?!\w|[.,:/]\d|-\d|/|[ -]?(?:euro|eur|uur|uren|u\b|dagen|dgn|weken|wkn|maanden|mnd|procent|%|km|keer|x\b|kilo|kg|"
    r"minuten|min\b|meter|man\b|mensen|personen|stuks|graden|punten|kinderen|dienstjaren|bruto|netto|p/|per\b|jaar (?:in|bij|als|lang|"
    r"geleden|gewerkt|werk|ervaring|getrouwd|les|ziek|later|dienst|daar|terug|WW|ww|uitkering|planner)))"
)
_PERSON = (
    r"(?i:man|vrouw|jongen|meisje|jongeman|jongedame|dame|heer|meneer|mevrouw|cli[eë]nte?|klant|kl|cl|persoon|kind|"
    r"kinderen|zoon(?:tje)?|zonen|dochter(?:tje)?|dochters|kleinzoon|kleindochter|kleinkind|broer(?:tje)?|zus(?:je)?|moeder|"
    r"vader|oma|opa|partner|echtgenote?|baby|peuter|kleuter|tiener|puber|jongere|student|leerling|werknemer|werkneemster|"
    r"weduwe|weduwnaar|collega|ouder|inwoner|betrokkene|wajonger|ingenieur|chauffeur|lasser|tweeling|jongetje|neef|nicht|"
    r"burger|inwoonster|bewoner|bewoonster|mw|dhr|vriend(?:in)?|alleenstaande|vijftiger|beller)"
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]{1,30}"
_SUBJECT = r"(?i:hij|zij|ze|die|man|vrouw|cli[eë]nte?|klant|kl\.?|cl\.?|meneer|mevrouw|mw\.?|dhr\.?|moeder|vader|zoon|dochter|partner|kind|betrokkene)"
_ADVERB = r"(?:(?:nu|pas|net|inmiddels|bijna|al|ook|dan|zelf|bij ons|toen|nog maar|nog|straks|ruim|amper|vandaag|gisteren) ){0,2}"


class AgeRecogniser(DutchPatternRecogniser):
    """A number that tells how old somebody is."""

    kind: ClassVar[Kind] = Kind.AGE
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern(
            "-jarige",
            rf"(?<![\w-])(?P<value>{_ANY})[- ]?jarige?\b(?! (?:dienstverband|jubileum|contract|huwelijk|traject|opleiding|termijn|bestaan|leeftijd van))",
            0.8,
        ),
        Pattern(
            "labelled",
            rf"(?<!\w)(?i:leeftijd|lft)\.?[ :=]{{1,3}}(?:van )?(?P<value>{_ANY}{_YEARS}?){_UNIT}",
            0.8,
        ),
        Pattern("old", rf"(?<!\w)(?P<value>{_ANY} jaar) (?:oud|jong)\b(?!er)", 0.7),
        Pattern(
            "turned",
            rf"(?<!\w)(?:net|pas|onlangs|zojuist|gisteren|vandaag|is|was|werd|wordt|werden) (?P<value>{_ANY}{_YEARS}?) (?:geworden|wordt|werd)\b",
            0.7,
        ),
        Pattern("brackets", rf"\w\)? ?\((?P<value>{_N}{_YEARS}|{_ADULT})(?=[,;)]){_UNIT}", 0.7),
        Pattern("child in brackets", rf"{_NAME} ?\((?P<value>[1-9]|1[0-3]|{_WORD_NUMBER})(?=[,;)])", 0.6),
        Pattern(
            "in brackets behind a word",
            rf"\((?:[^()\d]{{2,60}}), (?P<value>{_ANY}{_YEARS}?)(?=[,;)]){_UNIT}",
            0.7,
        ),
        Pattern(
            "behind a name",
            rf"{_NAME},? (?:[a-zà-ÿ-]{{3,24}}(?: [a-zà-ÿ-]{{2,24}})?, )?(?P<value>{_N}{_YEARS}|{_ADULT})(?=[,;.]| (?:en|uit|woont|met) |$){_UNIT}",
            0.6,
        ),
        Pattern("between commas", rf"[a-zà-ÿ)\]-], (?P<value>{_ADULT}{_YEARS}?)(?=,){_UNIT}", 0.5),
        Pattern("years", rf"(?:^|[.;:\n] |, )(?P<value>{_N}{_YEARS})(?=,|\.? ?$){_UNIT}", 0.5),
        Pattern(
            "is",
            rf"(?<!\w){_SUBJECT} (?:is|was|wordt|werd|wordt nu) {_ADVERB}(?P<value>{_ANY}{_YEARS}?)(?=[,.;:)]| (?:en|jaar|met|maar|als|toen)\b| \(|$){_UNIT}",
            0.65,
        ),
        Pattern(
            "name is",
            rf"{_NAME} (?:is|was|wordt) {_ADVERB}(?P<value>{_ANY}{_YEARS}?)(?=[,.;:)]| (?:en|met|maar)\b| \(|$){_UNIT}",
            0.6,
        ),
        Pattern(
            "pronoun",
            rf"(?<!\w)(?:hij|zij|ze|moeder|vader|oma|opa) (?P<value>{_ADULT}{_YEARS}?)(?=[,.;)]|$){_UNIT}",
            0.55,
        ),
        Pattern(
            "person of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van (?:net |bijna |nu )?(?P<value>{_ANY}{_YEARS}?){_UNIT}",
            0.7,
        ),
        Pattern(
            "persons of",
            rf"(?<!\w){_PERSON}(?: {_NAME})? van {_ANY}(?:, {_ANY})?(?: en|,) (?P<value>{_ANY}{_YEARS}?){_UNIT}",
            0.7,
        ),
        Pattern(
            "person",
            rf"(?<!\w){_PERSON}(?: {_NAME})? (?:\(|, )?(?P<value>{_N}{_YEARS}|{_ADULT})(?=[,;)]){_UNIT}",
            0.6,
        ),
        Pattern("whole field", rf"\A(?P<value>{_ADULT}{_YEARS}?)(?=,| en ){_UNIT}", 0.5),
    )
