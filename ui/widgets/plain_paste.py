"""What is pasted becomes lines of plain text: lists and **bold** stay as signs, all else of its looks is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QTextDocument, QTextListFormat

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QTextBlock, QTextList

BULLET: Final = "•"
LIST_LINE: Final = re.compile(r"(\s*)(•|\d{1,3}[.)]) ")
_WRITTEN: Final = re.compile(r"^(\s*)[-*–•] (?=\S)")
_STYLES: Final = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)


class _Copied(QTextDocument):
    """What was copied from a page: nothing that it names is fetched, neither a style sheet nor a picture."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        # On Windows a far name would be asked with the person's own sign-in.
        return None


def shown_line(line: str) -> str:
    """A line as the window shows it: "- one" has a bullet."""
    return _WRITTEN.sub(rf"\1{BULLET} ", line, count=1)


def written_line(line: str) -> str:
    """A line as it is kept: a bullet is "- "."""
    found = LIST_LINE.match(line)
    if found is None or found[2] != BULLET:
        return line
    return f"{found[1]}- {line[found.end() :]}"


def lines_of(source: QMimeData) -> list[str]:
    """The lines of what was copied somewhere, as they are kept; lines that say nothing are left out."""
    if source.hasHtml():
        document = _Copied()
        document.setHtml(source.html())
        found, block = [], document.begin()
        while block.isValid():
            found.append(_line(block))
            block = block.next()
    else:
        found = source.text().replace("\u2029", "\n").splitlines()
    return [line.rstrip() for line in found if line.strip()]


def _line(block: QTextBlock) -> str:
    text = ""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        words = fragment.text().replace("\u2028", " ").replace("\ufffc", "")
        core = words.strip()
        if core and fragment.charFormat().fontWeight() >= QFont.Weight.DemiBold:
            words = words.replace(core, f"**{core}**", 1)
        text += words
        iterator += 1
    text = " ".join(text.replace("****", "").split())
    belongs: QTextList | None = block.textList()
    if belongs is None or not text:
        return text
    deep = "  " * max(0, belongs.format().indent() - 1)
    sign = "-" if belongs.format().style() in _STYLES else f"{belongs.itemNumber(block) + 1}."
    return f"{deep}{sign} {text}"
