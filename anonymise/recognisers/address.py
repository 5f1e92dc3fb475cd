# SPDX-License-Identifier: EUPL-1.2
"""Streets with house numbers, moorings and post boxes.

Source: Basisregistratie Adressen en Gebouwen (house number 1 to 99999, one letter, an addition of up
to four signs) and the endings that Dutch street names have. Fictitious: Hobbemaplein 118-C, Op de
Bies 8, Botter 31-08, Lange Broekweg 61 unit 9, Krugerplein 14 II, postbus 4410.

A street without number is masked too when it is written as a name: in a village it points to few.
"""

from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser
from casebase.vocabulary import Kind

_ENDING = (
    r"(?:straat|str\.|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen|dijk|weg|pad|hof|hofje|park|markt|baan|wal|erf|"
    r"haven|boulevard|allee|passage|meent|gaarde|werf|vaart|straatje|laantje|pleintje|wegje|stoep|kaai|zoom|ceintuur)"
)
_SURE_ENDING = (
    r"(?:straat|laan|plein|gracht|singel|kade|steeg|dreef|plantsoen|dijk|weg|hof|straatje|laantje|pad)"
)
_PART = r"(?:van|de|den|der|het|'t|’t|ter|ten|te|op|aan|in|bij|la|le|St\.|Sint|mr\.|dr\.|prof\.|ds\.)"
_NAME = r"[A-ZÀ-Þ][\wÀ-ÿ'’.-]{1,30}"
_WORDS = rf"(?:(?:{_NAME}|'[st]) (?:(?:{_NAME}|{_PART}) ){{0,3}})?"
_NUMBER = (
    r"[1-9]\d{0,4}(?! ?(?:euro|eur|uur|weken|maanden|dagen|jaar|%|procent|km|x|keer|man|mensen)\b)"
    r"(?: ?[-/]? ?(?:[A-Za-z](?![\w'’])|[IVX]{1,4}\b|hs\b|bis\b|huis\b|boven\b|onder\b|rood\b|zw\b))?"
    r"(?:,? (?:unit|kamer|bus|app\.?|appartement|etage|woning|box) ?\d{1,4}[A-Za-z]?| ?[-–] ?\d{1,4}[A-Za-z]?)?(?![\w%]|[.,]\d)"
)
_CUE = (
    r"\b(?i:woont|woonde|wonend[e]?|wonen|woonachtig|adres|woonadres|postadres|briefadres|bezoekadres|corr\. adres|ligplaats|"
    r"standplaats|kamer|verhuisd|verhuist|gevestigd|ingeschreven|staat|logeert|verblijft|slaapt|huurt|huis|flat|woning|"
    r"appartement|kantoor|aan huis)\b[ ]{0,2}[.:;,]{0,2}[ ]{0,2}"
    r"(?:(?:nu|sinds|thans|nog|alleen|samen|zelf|aan|op|in|te|de|het|naar|is|was|van|bij|daar|hij|zij|ze|weer|tijdelijk)\s){0,4}"
)
_SMALL_NUMBER = rf"(?!(?:19|20)\d\d(?!\d)){_NUMBER}"
_NO_STREET = (
    r"(?:snel|rijks|onder|spoor|water|om|voor|snij|werk|zij|uit|halver|kort)weg|stappen|tijd|zorg|loop|groei|leer|"
    r"kerkhof|gerechtshof|hof|werkplein|zelfkant|maat|over|keten"
)
_ONE_WORD = r"(?:Wal|Dam|Markt|Dijk|Brink|Plein|Kade|Gracht|Haven|Singel|Ring|Hof|Laan|Dorp|Heuvel|Plantage|Oude ?dijk|Zoom|Es)"


class AddressRecogniser(DutchPatternRecogniser):
    """A street name with its number, known by its ending, by a cue before it or a postcode behind it."""

    kind: ClassVar[Kind] = Kind.ADDRESS
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern(
            "ending",
            rf"(?<![\w-])(?:[1-9]e )?{_WORDS}(?:[A-ZÀ-Þ'][\wÀ-ÿ'’.-]{{0,30}}{_ENDING}|{_NAME}[ ](?:[A-Z][a-z]{{0,2}})?{_ENDING})"
            rf"(?:,? (?:nr\.?|nummer) | ){_NUMBER}",
            0.7,
        ),
        Pattern(
            "comma",
            rf"(?<![\w-]){_WORDS}[A-ZÀ-Þ'][\wÀ-ÿ'’.-]{{0,30}}(?:straat|laan|plein|singel|kade|dijk|gracht), {_NUMBER}",
            0.5,
        ),
        Pattern(
            "of",
            rf"(?<!\w)(?:Laan|Plein|Weg|Hof|Kade|Park|Allee|Dijk|Burcht|Baan|Pad|Vliet) (?:van|der|naar|op|in|tot|1)[\w ]{{0,4}} ?{_WORDS}{_NAME} {_NUMBER}",
            0.6,
        ),
        Pattern("one word", rf"(?<!\w){_ONE_WORD}[ ]{_NUMBER}", 0.5),
        Pattern(
            "lower case",
            rf"(?<![\w-])(?!{_NO_STREET})[a-zà-ÿ.-]{{3,30}}{_SURE_ENDING},? (?:nr\.? )?{_NUMBER}",
            0.55,
        ),
        Pattern(
            "lower case behind a cue",
            rf"{_CUE}(?P<value>(?:[a-zà-ÿ.'-]{{1,14}} ){{0,3}}[a-zà-ÿ.'-]{{1,30}}{_ENDING},? (?:nr\.? )?{_NUMBER})",
            0.6,
        ),
        Pattern(
            "behind a cue",
            rf"{_CUE}(?P<value>{_WORDS}{_NAME} (?:nr\.? )?{_SMALL_NUMBER}(?! (?:jan|feb|m|apr|jun|jul|aug|sep|okt|nov|dec)))",
            0.6,
        ),
        Pattern(
            "before postcode",
            rf"(?<!\w)(?P<value>{_WORDS}{_NAME},? {_NUMBER})(?=[,;]?\s?\(?[1-9]\d{{3}}\s?[A-Z]{{2}}\b)",
            0.8,
        ),
        Pattern(
            "op de",
            rf"(?<!\w)(?:Op|Aan|Achter|Onder|Tussen|In|Bij|Voor) (?:de|den|het|'t|’t|d’) {_NAME} {_NUMBER}",
            0.5,
        ),
        Pattern(
            "at the",
            rf"(?<!\w)(?:aan|op|naar) (?:de|het) (?P<value>{_WORDS}[A-ZÀ-Þ][a-zà-ÿ'’]{{2,30}} {_SMALL_NUMBER})",
            0.5,
        ),
        Pattern("post box", r"(?<!\w)(?i:postbus|antwoordnummer) \d{1,5}(?!\w)", 0.6),
        Pattern(
            "street",
            rf"(?<!\w)(?i:aan|op|in|naar|van|bij|achter|voor) (?:de|het) (?P<value>(?:(?:{_NAME}|van|de|der|den)[ ]){{0,3}}"
            rf"[A-ZÀ-Þ][\wÀ-ÿ'’-]{{2,30}}{_SURE_ENDING})(?!\w)",
            0.5,
        ),
    )
