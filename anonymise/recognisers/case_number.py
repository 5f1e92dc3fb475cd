# SPDX-License-Identifier: EUPL-1.2
"""Numbers of cases, files, clients, policies, decisions, firms and professionals.

No law gives them a form: every organisation makes its own. Two things give them away: a label
('zaaknr', 'kenmerk', 'klantnummer', 'KvK'), or a code of letters, digits, hyphens and slashes.
KvK numbers have 8 digits, RSIN 9, branch numbers 12 (Handelsregisterbesluit 2008); BIG numbers 11
(Wet BIG); a VAT number of a sole trader held the BSN until 2020 (NL999900407B01).
Fictitious: BB.2021.00417-zl, 4410-73-2816, WIA-D-118204, 2022/BZ/60913, ZK 88.402.117.

What stays: parliamentary papers (kst-29362), case law (ECLI:NL:CRVB:…, C-55/18), law journals
(RSV 2019/123), EU acts (2016/679), Stb. and Stcrt. numbers, articles, amounts.
"""

import re
from typing import ClassVar

from anonymise.presidio import Pattern
from anonymise.recognisers.base import ANY_CASE, DutchPatternRecogniser, labelled, one_of
from casebase.vocabulary import Kind

_OTHER_KINDS = one_of(
    r"""bsn b\.s\.n burgerservice sofi tel mob gsm rek bank giro iban paspoort pas id rijbewijs verblijf
    identiteit v[-.\s]?n vreemdeling huis kenteken kamer art blad blz regel functie sbi sbc post bel
    lokaal spoor toegangs"""
)
_SOMETHING = one_of(
    "zaak dossier doss klant polis cli[eë]nt relatie bezwaar beroep beschikking aanvr(?:aag)?"
)
_LABEL = (
    rf"(?!{_OTHER_KINDS})(?:[a-zà-ÿ&/.-]{{2,24}}[ -]?)?"
    r"(?:nummers?|nr(?:'?s)?|num|kenmerk(?:en)?|ref(?:erentie)?|refs)\b|"
    rf"{_SOMETHING}-?(?:nummer|nr|no|ref|id|code)\b|kvk|rsin|\bbig\b|agb|vat|cjib"
)
_WEAK_LABEL = one_of(
    r"""(?:bezwaar|beroeps|klacht|hoger\sberoeps)?zaak
    dossiers? doss(?:ier)? dos\. zk\.? klant\s?:
    procedure beschikking beslissing besluit polis factuur aanslag rekest ticket melding onderwerp
    aanvr\. aanvraag inzake betreft betr re: bezwaar vordering dwangbevel incident casus contract order
    bon nota parketnr zaakid
    case\sid klantcode vorderingen beroep abonnement lidmaatschap pakket track toevoeging"""
)

_EURO = r"(?:[.,/-]\d|,-| ?(?:euro|eur)\b)"
_UNIT = one_of(r"euro eur jaar jr uur weken dagen maanden mnd % x\b keer")
_NO_SHORT_CODE = one_of(
    "art blz par groep fase mbo hbo covid max min niveau versie bijlage kamer code stap klas"
)
_PAIR = r"(?!en/of|in/uit|man/vr)[a-z]{2,4}[-/][a-z]{2,4}"
_PREFIX = (
    rf"(?:(?:B ?& ?B|[A-Z]{{1,3}}&[A-Z]{{1,3}}|[A-Z]{{1,6}}|"
    rf"[A-Z][A-Za-z]{{1,4}}|{_PAIR})[ ./_-]{{1,2}}(?=[A-Z]{{0,3}}\d))?"
)
_CORE = r"[A-Za-z]{0,6}\d[A-Za-z0-9]{0,14}"
_LETTERS_FIRST = r"[A-Za-z&]{1,8}(?:[./_-][A-Za-z&]{1,6}){0,2}[./_-]"
_MORE = rf"(?:(?:[._\\]|:(?=\d)| ?[/–-] ?)[A-Za-z0-9]{{1,12}}| \d{{2,6}}(?![\d.,]*[ -]?{_UNIT})){{0,6}}"
_TAIL = r"(?: (?:WIA|WW|ZW|PW|WAO|AOW|WAJONG|[A-HJ-TV-Z])(?![\w.]))?"
_VALUE = (
    rf"(?<![\w€])(?<!€ )(?:{_LETTERS_FIRST}{_CORE}|{_PREFIX}{_CORE}){_MORE}{_TAIL}"
    rf"(?![\w%]|[.,-]\d|,-| ?{_UNIT})"
)
_SHORT_LABEL = one_of("kenm(?:erk)? ref(?:erentie)? nummer nr zaak(?:nr|code)? dossier(?:nr|code)?")
_SHORT_CODE = (
    rf"(?!{_NO_SHORT_CODE})[a-z]{{2,8}}[-/]\d{{2,3}}(?:[-/][a-z]{{1,4}})?(?!\w|[.,/:-]\d|-|%| ?{_UNIT})"
)
_COURT_LAW = one_of("WIA WW ZW PW WAO AOW WAJONG WWB BIJSTAND TW WLZ WMO AKW ANW WAZO WSF")
_BEFORE_CODE = r"(?<![\w./:€&-])"
_BEFORE_DIGITS = r"(?<![\w.,/€+:-])(?<!€ )"
_CHUNK = r"(?<![\w€.,:/+@-])(?<!€ )[A-Za-z0-9]{1,10}(?:[./+-][A-Za-z0-9]{1,10}){1,6}(?![\w@]|[./:-]\w|,\d)"
"""Anything of digits, letters and signs without a blank; ``validate`` counts its digits."""
_OTHER_NUMBER = r"(?!(?:[Vv][-.]?(?:nr|nummer)|BSN|Bsn|ID|Geb|GEB|Doc|Tel|Mob|Fax)\b)"
"""What stands before a number of another kind, or a date."""
_COMPOSED = (
    _BEFORE_CODE
    + _OTHER_NUMBER
    + r"(?:[A-Z][A-Za-z+&]{0,7}(?:[-./+]{1,2}[A-Za-z]{1,6}){1,3}[-./ ]|[A-Z]{1,6}[-./ ])"
    r"\d{1,6}(?:[-./]\d{1,8}){1,4}(?:[-. ][A-Z]{2,4}\b| ?/ ?[A-Za-z]{2,4}\b)?(?![\w/]|[-.]\w)"
)
"""'BZW-KOT 22/0318-7', 'C/18-77031 FA', 'LLV-24.0113 / afw'."""
_AFTER_DIGITS = rf"(?!\w|{_EURO})"


class CaseNumberRecogniser(DutchPatternRecogniser):
    """A number behind the label of a case, client or firm, and codes that look like one."""

    kind: ClassVar[Kind] = Kind.CASE_NUMBER
    rules: ClassVar[tuple[Pattern, ...]] = (
        Pattern("labelled", labelled(_LABEL, _VALUE, fillers=3, letters=ANY_CASE), 0.9),
        Pattern("behind a word", labelled(_WEAK_LABEL, _VALUE, fillers=3, letters=ANY_CASE), 0.7),
        Pattern("short code", labelled(_SHORT_LABEL, _SHORT_CODE, fillers=0), 0.7),
        Pattern(
            "code",
            _BEFORE_CODE + r"[A-Z]{1,5}\d{0,4}(?:[-/.][A-Z0-9]{1,12}){1,5}(?:-[a-z]{2})?(?![\w/]|-\w|\.\d)",
            0.55,
        ),
        Pattern(
            "year first",
            _BEFORE_CODE + r"(?:19|20)?\d{2}[./-][A-Z]{1,6}[./-]\d{3,9}(?:[./-]\w{1,4})?(?![\w/])",
            0.6,
        ),
        Pattern("digits first", _BEFORE_CODE + r"\d{3,6}/[A-Z]{1,4}/[\d/-]{3,12}(?![\w/])", 0.6),
        Pattern("court", _BEFORE_CODE + r"[A-Z]{2,4} \d\d/\d{2,5}(?: [A-Z]{2,6}\b)?(?![\w/])", 0.6),
        Pattern("higher court", _BEFORE_CODE + rf"\d\d/\d{{2,5}} {_COURT_LAW}(?![\w-])", 0.6),
        Pattern(
            "letters and groups",
            _BEFORE_CODE
            + _OTHER_NUMBER
            + r"(?!Mob|Tel|Fax|Art|Vo|Nr|Wet|VO)(?:B&B|[A-Z]{2,3}|[A-Z][a-z]{1,3}\.) "
            r"\d{2,4}(?:[./-]\d{2,10}){1,3}(?:-[A-Z]{1,3})?"
            r"(?![\w/]|[.,]\d)",
            0.5,
        ),
        Pattern(
            "small letters",
            _BEFORE_CODE + r"(?!art|blz|kst|nr|par|lid|bl)[a-z]{1,4}[-/]?\d{2,4}[-/.]\d{3,8}"
            r"(?:[-/.]\w{1,6})?(?![\w/])",
            0.5,
        ),
        Pattern("composed", _COMPOSED, 0.55),
        Pattern("police", r"(?<!\w)PL\d{4}-\d{4} ?\d{3} ?\d{3}(?:-\d{1,2})?(?![\w/])", 0.9),
        Pattern(
            "court roll",
            r"(?<!\w)(?:C/\d\d/\d{5,6} ?/? ?)?(?:HA|FA|FT|KG|JE|EJ) (?:ZA|RK|EA|RV) \d\d[-/]\d{1,5}(?!\w)",
            0.9,
        ),
        Pattern(
            "pair and groups",
            _BEFORE_CODE + _PAIR + r" \d{2,4}(?:[/-]\d{3,6}|\.\d{4,6})(?![\w/]|[.,-]\d)",
            0.5,
        ),
        Pattern("chunk", _CHUNK, 0.42),
        Pattern("digits and letters", _BEFORE_CODE + r"\d{1,3}/\d{3,6}/[a-z]{2,4}(?!\w)", 0.5),
        Pattern("four times four", _BEFORE_DIGITS + r"\d{4}([ .-])\d{4}\1\d{4}\1\d{4}" + _AFTER_DIGITS, 0.6),
        Pattern("glued small code", _BEFORE_CODE + r"[a-z]{1,2}\d{7,12}(?![\w/]|-\w)", 0.5),
        Pattern("glued code", _BEFORE_CODE + r"[A-Z]{1,4}\d{6,12}[A-Z]?(?![\w/]|-\w)", 0.5),
        Pattern(
            "letters and digits",
            _BEFORE_CODE + r"(?!EUR|NLG|BSN|TEL|MOB|ID |DOC)[A-Z]{2,4} \d{6,9}(?![\w/]|[-.,]\d)",
            0.45,
        ),
        Pattern("hash", r"(?<!\w)# ?\d{4,12}(?!\w)", 0.6),
        Pattern("VAT", r"(?<!\w)(?i:nl) ?\d{9} ?[Bb] ?\d{2}(?!\w)", 0.9),
        Pattern("many digits", _BEFORE_DIGITS + r"\d{8,16}" + _AFTER_DIGITS, 0.45),
        Pattern("some digits", _BEFORE_DIGITS + r"\d{6,7}" + _AFTER_DIGITS, 0.15),
        Pattern(
            "two groups", _BEFORE_DIGITS + r"(?:\d{5,8}[-/]\d{2,5}|\d{2,4}[-/]\d{5,8})" + _AFTER_DIGITS, 0.45
        ),
        Pattern(
            "four and four", _BEFORE_DIGITS + r"\d{4} \d{4}(?:[ .]\d{2,4}){0,2}(?! \d)" + _AFTER_DIGITS, 0.15
        ),
        Pattern("dotted", _BEFORE_DIGITS + r"\d{2,3}\.\d{3}\.\d{2}[1-9]" + _AFTER_DIGITS, 0.42),
        Pattern(
            "grouped digits",
            _BEFORE_DIGITS + r"\d{2,4}([.-])\d{2,4}\1\d{2,6}(?:\1\d{2,6})?(?:-[A-Z])?" + _AFTER_DIGITS,
            0.4,
        ),
    )
    context_words: ClassVar[tuple[str, ...]] = (
        "zaak", "dossier", "kenmerk", "klant", "klantnummer", "nummer", "nr", "polis", "bezwaar",
        "beschikking", "zaaknummer", "dossiernummer", "zaaknr", "klantnr", "ref", "referentie",
        "debiteurnummer", "polisnummer", "aanslagnummer", "factuurnummer", "relatienummer", "kvk-nummer",
        "beschikkingsnummer", "dossiernr", "polisnr", "aanslagnr", "debiteurnr", "relatienr",
    )  # fmt: skip

    def validate(self, value: str, rule: str) -> float | None:
        """Public references and things that are too short to be a number stay."""
        digits = sum(sign.isdigit() for sign in value)
        if digits < _FEWEST_DIGITS.get(rule, 4) or _STAYS.match(value) or _DATE.match(value):
            return 0
        if (rule == "chunk" and not _is_code(value)) or (rule == "composed" and _HOLDS_DATE.search(value)):
            return 0
        if rule not in _BEHIND_WORDS and _EUROPEAN.match(value):
            return 0
        return 0 if rule not in _MAY_LOOK_LIKE_AMOUNTS and _AMOUNT.match(value) else None

    def stays(self, text: str, start: int, end: int) -> bool:
        """Numbers of European acts; a round sum or one with a point that no label stands right before."""
        if _ACT_BEFORE.search(text, max(0, start - _REACH), start):
            return True
        return bool(_ROUND.match(text, start, end)) and not _LABEL_BEFORE.search(
            text, max(0, start - _REACH), start
        )


def _is_code(value: str) -> bool:
    """Letters, signs and five digits, or seven digits in three groups; no dates, times, years or sums."""
    groups = re.findall(r"\d+", value)
    digits, letters = sum(map(len, groups)), sum(sign.isalpha() for sign in value)
    if (
        _NO_CODE.search(value)
        or _HOLDS_DATE.search(value)
        or all(_A_YEAR.fullmatch(group) for group in groups)
    ):
        return False
    return digits >= _DIGITS_OF_CODE and (
        letters > 0 or (digits > _DIGITS_OF_CODE + 1 and len(groups) > _GROUPS)
    )


_HOLDS_DATE = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)?\d\d(?!\d)")
_DIGITS_OF_CODE, _GROUPS = 5, 2
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_CODE = re.compile(
    r"^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d|^\d{1,2}[.:]\d\d-\d{1,2}[.:]\d\d$|^\d{1,3}(?:\.\d{3})+-\d|^(?:19|20)\d\d-\d\d-\d\d"
    r"|[a-z]{4}|^\d{1,3}(?:\.\d{3})+$|^\d+\.\d+-\d+\.\d+$|(?:^|/)0\d"
)
_JOURNAL = one_of("RSV USZ JB AB NJ JAR NJB RVR Stb Stcrt Trb LJN PbEU JWWB RAR TRA")
_ACT_BEFORE = re.compile(
    rf"\b(?:{_JOURNAL}\.?|[Vv]erordening|Vo|VO|[Rr]ichtlijn|\(?(?:EG|EU|EEG)(?:\)? nr|\))?"
    r"|[Zz]aak C)[ .(]{1,3}"
    r"(?:nr\.? )?$"
)
_REACH = 30
_ROUND = re.compile(r"(?:\d{1,3}\.\d{3}|\d{1,2}00)$")
_LABEL_BEFORE = re.compile(
    rf"(?i:(?:n[ru]m?m?e?r?s?|kenmerk|ref|kvk|rsin|id|{_WEAK_LABEL})(?: is)?\W{{0,4}})$"
)
_BEHIND_WORDS = frozenset({"labelled", "behind a word"})
_MAY_LOOK_LIKE_AMOUNTS = frozenset({"labelled", "dotted"})
_FEWEST_DIGITS = {"short code": 2, "composed": 5, "labelled": 3, "letters and groups": 5, "grouped digits": 8}
_STAYS = re.compile(
    r"(?i)kst[-. ]|ECLI|BWB[RV]|CELEX|COM[ (/]|C-\d{2,3}/\d\d$|(?:EU|EG)[ /]|COVID|SARS|ICF|DSM|ISO[ -]|NEN|"
    rf"{_JOURNAL}[ ./-]|"
    r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?$|"
    r"(?:WGA|WIA|WAO|IVA|WAZ|AO) \d{1,3}-\d{1,3}$|(?:NOW|TOZO|TVL)[ -]?\d(?:\.\d)?$|[AN]\d{1,3}$|Q\d|H\d\b|"
    r"I{1,2} (?:19|20)\d\d|(?:[01]\d|2[0-3])\.[0-5]\d(?: ?[-–] ?[a-z]{1,12})?$|(?:SB[IC]|TK|WI|DWU|VWEU)\b|"
    r"\d{1,2}:\d{1,4}[a-z]?$|(?:35|45|55|65)-(?:45|55|65|80)$|80-100$"
)
_EUROPEAN = re.compile(r"(?:19|20)\d\d/\d{1,4}(?:/(?:EU|EG|EEG))?$")
"""'2016/679' is an act of the Union, behind the word dossier a number."""
_DATE = re.compile(
    r"(?:[0-2]?\d|3[01])([-/.])(?:0?\d|1[0-2])\1(?:19|20)?\d\d$|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}$"
)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+$|\d+[,.]\d\d$")
