"""A text in lines, for those who paint it: so many at most, and an ellipsis where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

LEAST = 40
"""Narrower than this nothing can be read."""


def wrapped(text: str, face: QFont, width: int, most: int) -> list[str]:
    """A text in lines of a width; where it is longer than `most` lines, the last one ends in an ellipsis."""
    if not text:
        return []
    layout = QTextLayout(text, face)
    option = QTextOption()
    # A word that is longer than a line is broken, not cut.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, LEAST))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        lines[most - 1 :] = [QFontMetrics(face).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines
