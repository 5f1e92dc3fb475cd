# SPDX-License-Identifier: EUPL-1.2
"""Tick boxes in text: ``☒ opgelost ☐ niet opgelost`` says ``opgelost``."""

import re

_BOX = re.compile(r"[☐☑☒□▢❏❑◻⬜✅🗹🗷🗵]|\[[ xXvV✓✔✗]?\]")
_EMPTY = frozenset("☐□▢❏❑◻⬜") | {"[ ]", "[]"}
_EDGES = " \t,;/|"


def ticked(text: str) -> str:
    """The text with each line of boxes replaced by what is ticked, and left out where nothing is."""
    lines: list[str] = []
    choices: list[str] = []
    for line in text.split("\n"):
        if not _BOX.search(line):
            lines.append(line)
        else:
            choices.extend(_ticked_labels(line))
    if choices:
        lines.insert(0, "; ".join(choices))
    return "\n".join(lines).strip()


def has_box(text: str) -> bool:
    """Whether there is a tick box in the text."""
    return bool(_BOX.search(text))


def _ticked_labels(line: str) -> list[str]:
    """A label follows its box, unless the line ends with a box that nothing follows: ``ja ☒ nee ☐``."""
    boxes = _BOX.findall(line)
    texts = [part.strip(_EDGES) for part in _BOX.split(line)]
    label_first = texts[0] and not texts[-1]
    labels = texts[:-1] if label_first else texts[1:]
    return [label for box, label in zip(boxes, labels, strict=True) if box not in _EMPTY and label]
