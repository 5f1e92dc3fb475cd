# SPDX-License-Identifier: EUPL-1.2
"""Dutch number words up to ninety-nine, as they are used for ages and days."""

_UNITS = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_ACCENTS = str.maketrans("éëï", "eei")


def number_from_words(word: str) -> int | None:
    """The number that a word stands for ('drieënvijftig' is 53); None for any other word."""
    plain = word.lower().translate(_ACCENTS)
    return _NUMBERS.get(plain)


def _all_numbers() -> dict[str, int]:
    numbers = {word: number for number, word in enumerate(_UNITS)} | dict(_TENS)
    for tens, amount in _TENS.items():
        for unit, word in enumerate(_UNITS[1:10], start=1):
            numbers[f"{word}en{tens}"] = amount + unit
    return numbers


_NUMBERS = _all_numbers()
