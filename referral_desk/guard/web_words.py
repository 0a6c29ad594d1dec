"""The words of a web page, whole as a reader sees them, and what it tells of itself; runs in the child that reads."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Final

_TAG: Final = re.compile(r"<(?:script|style)\b[^>]*>.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    }
)
"""What parts no words: the letters before and behind belong together."""
_UNSEEN: Final = frozenset({"script", "style"})
_TELLING: Final = frozenset({"alt", "content", "href", "placeholder", "title", "value"})


def web_words(page: str) -> tuple[str, str]:
    """What a page tells of itself (its links, comments and hidden texts), and its words, a line for each block."""
    reader = _Reader()
    try:
        reader.feed(page)
        reader.close()
    except AssertionError:
        # The reader gives up on declarations that nobody knows.
        return "", html.unescape(_TAG.sub(" ", page))
    return "\n".join(reader.told), "".join(reader.words).lstrip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.told: list[str] = []
        self._is_unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_unseen = tag in _UNSEEN
        self._part(tag)
        self.told += [text for name, text in attrs if name in _TELLING and text]

    def handle_endtag(self, tag: str) -> None:
        self._is_unseen = False
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._is_unseen:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.told.append(data)

    def _part(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.words.append("\t")
        elif tag not in _INLINE:
            self.words.append("\n")
