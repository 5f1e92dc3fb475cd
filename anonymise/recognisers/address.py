# SPDX-License-Identifier: EUPL-1.2
"""Streets with house numbers, moorings and post boxes.

Source: Basisregistratie Adressen en Gebouwen (house number 1 to 99999, one letter, an addition of up
to four signs) and the endings that Dutch street names have. Fictitious: Hobbemaplein 118-C, Op de
Bies 8, Botter 31-08, Lange Broekweg 61 unit 9, Krugerplein 14 II, postbus 4410.

A street without number is masked too when it is written as a name: in a village it points to few.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, one_of
from casebase.vocabulary import Kind

_ENDING = one_of(
    r"""straat str\. laan plein gracht singel kade steeg dreef plantsoen dijk weg pad hof hofje park
    markt baan wal erf haven boulevard allee passage meent gaarde werf vaart straatje laantje
    pleintje wegje stoep kaai zoom diep bocht gaard boogerd akker horst donk eind einde dam pad rak wiel
    terp schans brink oever zijde tuin"""
)
_SURE_ENDING = one_of(
    r"straat str str\. laan plein gracht singel kade steeg dreef plantsoen dijk weg hof straatje laantje pad"
)
_NO_STREET = one_of(
    r"""(?:snel|rijks|onder|spoor|water|om|voor|snij|werk|zij|uit|halver|kort)weg stappen tijd zorg loop
    groei leer kerkhof gerechtshof hof werkplein zelfkant maat over keten"""
)
_ONE_WORD = one_of(
    "Wal Dam Markt Dijk Brink Plein Kade Gracht Haven Singel Ring Hof Laan Heuvel Plantage Zoom Es"
)
_OF = one_of("Laan Plein Weg Hof Kade Park Allee Dijk Burcht Baan Pad Vliet")

_NO_NAME = one_of(
    r"""Zie Adres Woonadres Hij Zij Ze Ik Wij We U Hun Haar Zijn Deze Dit Dat Die De(?=\s[a-z]) Het Een
    En Maar Kl Mw Dhr Mevrouw Meneer Mevr Klant Cli[eë]nte? Betrokkene Naar Aan Op In Bij Van Tot
    Vanaf Woont Wonend Bsn BSN Nu"""
)
_NAME = rf"(?!{_NO_NAME}\b)[A-ZÀ-Þ][\wÀ-ÿ'’.-]{{1,30}}"
_STREET = rf"(?!{_NO_NAME}\b)[A-ZÀ-Þ'][\wÀ-ÿ'’.-]{{0,30}}{_ENDING}"
_PARTICLE = one_of(r"van de den der het ['’]t ter ten te op aan in bij la le St\. Sint mr\. dr\. prof\. ds\.")
_BEFORE_NAME = rf"(?:(?:{_NAME}|['’][st]|Van|De|Den) (?:(?:{_NAME}|{_PARTICLE}) ){{0,3}})?"

_UNIT = one_of(r"euro eur uur weken maanden dagen jaar jr % procent km x\b keer man\b mensen mnd wkn dgn")
_SUFFIX = one_of("[IVX]{1,4} hs bis huis boven onder rood zwart zw ws rd bg hoog beneden")
_ADDITION = rf"(?: ?[-/]? ?(?:[A-Za-z](?![\w'’])|{_SUFFIX}\b))?"
_ROOM = (
    r"(?:,? (?:unit|kamer|bus|app\.?|appartement|etage|woning|box) ?\d{1,4}[A-Za-z]?|"
    r",? (?:\d{1,2}(?:e|de|ste)? )?(?:hoog|verdieping|etage|achterhuis|voorhuis)(?: (?:achter|voor))?\b|"
    r" \((?:achter|voor|boven|beneden|ark|woonboot|garage|schuur)[a-z]{0,12}\)|"
    r" ?[-–/] ?\d{1,4}[A-Za-z]?|"
    r"(?:, \d{1,4}[a-z])?(?: en | t/m )\d{1,4}[a-z]?(?! ?(?:euro|uur|jaar|%|weken|maanden|dagen)))?"
)
_NUMBER = rf"[1-9]\d{{0,4}}(?! ?{_UNIT}){_ADDITION}{_ROOM}(?![\w%]|[.,]\d)"
_NO_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_NO_DATE = rf"(?! {one_of('jan feb m(?:aa)?r?t mei apr jun jul aug sep okt nov dec')})"

_HOME = one_of(
    r"""woont woonde wonende? wonen woonachtig adres woonadres postadres briefadres bezoekadres
    ligplaats standplaats kamer verhuisd verhuist gevestigd ingeschreven staat logeert verblijft
    slaapt huurt huis flat woning appartement kantoor"""
)
_SMALL_WORD = one_of(
    "nu sinds thans nog alleen samen zelf aan op in te de het naar is was van bij daar hij zij ze weer"
)
_CUE = rf"\b(?i:{_HOME})\b[ ]{{0,2}}[:;,]{{0,2}}[ ]{{0,2}}(?:{_SMALL_WORD}\s){{0,4}}"
_PREPOSITION = one_of("aan op in naar van bij achter voor")


_LOWER_BEFORE = one_of(
    r"""van v\. vd v\.d\. de der den het 't ter ten st\. sint dr\. mr\. ds\. prof\. burg\. burgemeester
    pastoor dokter professor koningin prins prinses koning generaal admiraal graaf lange korte oude nieuwe
    grote kleine hoge lage groene verlengde noord oost zuid west"""
)


_ABROAD = one_of(
    r"""[uU]l\. [uU]lica [aA]l\. [rR]ua [rR]ue [aA]venue [cC]alle [vV]iale? [pP]laza [sS]tr\. [sS]trada
    [bB]d\. [sS]okak [cC]adde(?:si)? [vV]ul\. [vV]ulytsja [aA]venida [bB]oulevard"""
)
"""Words for a street before its name, from Poland to Portugal."""


class AddressRecogniser(DutchPatternRecogniser):
    """A street name with its number, known by its ending, by a cue before it or a postcode behind it."""

    kind: ClassVar[Kind] = Kind.ADDRESS
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern(
            "ending",
            rf"(?<![\w-])(?:[1-9]e )?{_BEFORE_NAME}(?:{_STREET}|{_NAME} (?:[A-Z][a-z]{{0,2}})?{_ENDING})"
            rf"(?:,? (?:nr\.?|nummer) | (?:t/o|tegenover|achter|naast|bij) | ){_NUMBER}",
            0.7,
        ),
        Pattern(
            "comma",
            rf"(?<![\w-]){_BEFORE_NAME}[A-ZÀ-Þ'][\wÀ-ÿ'’.-]{{0,30}}"
            rf"(?:straat|laan|plein|singel|kade|gracht), {_NUMBER}",
            0.5,
        ),
        Pattern(
            "of",
            rf"(?<!\w){_OF} (?:van|der|naar|op|in|tot) (?:de |den |het )?{_BEFORE_NAME}{_NAME} {_NUMBER}",
            0.6,
        ),
        Pattern(
            "abroad",
            rf"(?<!\w){_ABROAD} (?:{_PARTICLE} ){{0,2}}(?:{_NAME} ){{1,3}}"
            rf"{_NO_YEAR}{_NUMBER}",
            0.7,
        ),
        Pattern("one word", rf"(?<!\w){_ONE_WORD} {_NO_YEAR}{_NUMBER}", 0.5),
        Pattern(
            "lower case",
            rf"(?<![\w-])(?:{_LOWER_BEFORE} ){{0,3}}(?!{_NO_STREET})[a-zà-ÿ.-]{{3,30}}{_SURE_ENDING},?"
            rf" (?:nr\.? )?{_NO_YEAR}{_NUMBER}",
            0.55,
        ),
        Pattern(
            "lower case behind a cue",
            rf"{_CUE}(?P<value>(?:[a-zà-ÿ.'-]{{1,14}} ){{0,3}}[a-zà-ÿ.'-]{{1,30}}{_ENDING}"
            rf",? (?:nr\.? )?{_NUMBER})",
            0.6,
        ),
        Pattern(
            "behind a cue",
            rf"{_CUE}(?P<value>{_BEFORE_NAME}{_NAME} (?:nr\.? )?{_NO_YEAR}{_NUMBER}{_NO_DATE})",
            0.6,
        ),
        Pattern(
            "before postcode",
            rf"(?<!\w)(?P<value>{_BEFORE_NAME}{_NAME},? {_NUMBER})"
            r"(?=[,;]?\s?\(?[1-9]\d{3}\s?[A-Z]{2}\b)",
            0.8,
        ),
        Pattern(
            "preposition in the name",
            r"(?<!\w)(?:Op|Aan|Achter|Onder|Tussen|In|Bij|Voor) (?:de|den|het|['’]t|d’) "
            rf"{_NAME} {_NO_YEAR}{_NUMBER}",
            0.5,
        ),
        Pattern(
            "behind a preposition",
            rf"(?<!\w)(?:aan|op|naar) (?:de|het) "
            rf"(?P<value>{_BEFORE_NAME}[A-ZÀ-Þ][a-zà-ÿ'’]{{2,30}} {_NO_YEAR}{_NUMBER}{_NO_DATE})",
            0.5,
        ),
        Pattern(
            "lower case behind a home",
            rf"\b(?i:{_HOME}|opvang|hotel|boot|caravan)\b[^.\n\d]{{0,40}} (?:aan|op) "
            rf"(?P<value>(?:de|het|['’]t) [a-zà-ÿ'’-]{{3,20}}(?: [a-zà-ÿ'’-]{{3,20}})? {_NO_YEAR}{_NUMBER})",
            0.5,
        ),
        Pattern("post box", r"(?<!\w)(?i:postbus|antwoordnummer) \d{1,5}(?!\w)", 0.6),
        Pattern(
            "street",
            rf"(?<!\w)(?i:{_PREPOSITION}) (?:de|het) (?P<value>(?:(?:{_NAME}|[Vv]an|[Dd]e[rn]?) ){{0,3}}"
            rf"[A-ZÀ-Þ][\wÀ-ÿ'’-]{{2,30}}{_SURE_ENDING})(?!\w)",
            0.5,
        ),
    )
