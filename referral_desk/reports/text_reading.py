"""Read a stranger's plain text: find its paragraphs, headings, lists and tables. Every word stays, once and in order.

Text comes hard-wrapped or in long lines, with page furniture, with light marks of emphasis; nobody promised a format.
What is sure is marked up, what is not stays a paragraph: a wrong guess may look plain, but it never loses a word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from referral_desk.reports import text_furniture, text_mending, text_tables
from referral_desk.reports.text_blocks import Kind, TextBlock
from referral_desk.reports.text_lines import BULLET, CAPS, Line, Marker, lines_of, marker_of, wraps

_ATX: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t#]*$")
_RULE: Final = re.compile(
    r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|(?:~[ \t]*){3,}|[─━═]{3,})$"
)
_NUMBERED: Final = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+\S")
_CHAPTER: Final = re.compile(
    r"^(?:chapter|part|section|appendix|annex|kapitel|afsnit|del|bilag)[ \t]+[\dIVX]+\b", re.IGNORECASE
)
_BOLD_LINE: Final = re.compile(r"^(?:\*\*(?P<stars>[^*]+)\*\*|<b>(?P<tags>[^<]+)</b>):?$", re.IGNORECASE)
_SUPER: Final = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_NOTE: Final = re.compile(rf"^(?:[{_SUPER}]+|<sup>\d+</sup>|\[\d+\])[ \t]*\S", re.IGNORECASE)
_LOOSE_NOTE: Final = re.compile(r"^(\d{1,3})[ \t]+[A-ZÆØÅ(\"“”]\S*[ \t]")
_TITLE_LETTERS: Final = 70
_LONGEST_NOTE: Final = 350
_MARKED: Final = 3
_LONG: Final = 90  # a line that is surely running text
_SENTENCE: Final = 50  # ... or if it ends like a sentence


def read_text(text: str) -> list[TextBlock]:
    """Give the blocks of a text in its own order; what a page's end put into a sentence stands behind it."""
    lines = lines_of(text)
    furniture = text_furniture.find(lines)
    reader = _Reader(lines, furniture)
    blocks = text_mending.mended(reader.read())
    _agree(blocks)
    _settle_levels(blocks)
    return blocks


class _Reader:
    def __init__(self, lines: Sequence[Line], furniture: frozenset[int]) -> None:
        self.lines, self.furniture = lines, furniture
        self.blocks: list[TextBlock] = []
        # A text that marks its headings itself means those; then nothing is guessed from capitals or short lines.
        self.explicit = sum(bool(_ATX.match(line.text)) for line in lines) >= _MARKED
        notes = "".join(line.text for line in lines)
        self.raised = {str("¹²³⁴⁵⁶⁷⁸⁹".index(sign) + 1) for sign in "¹²³⁴⁵⁶⁷⁸⁹" if sign in notes}
        self.raised |= {number for line in lines for number in re.findall(r"<sup>(\d+)</sup>", line.text)}

    def read(self) -> list[TextBlock]:
        """Go through the text chunk by chunk; a chunk ends at an empty line, a page end or furniture."""
        chunk: list[Line] = []
        for number, line in enumerate(self.lines):
            if line.page_break or number in self.furniture or not line.text.strip() or _RULE.match(line.text):
                if line.text.strip() and _underlines(chunk, line):
                    self._heading(chunk[0].text.strip(), 1 if "=" in line.text else 2)
                    chunk = []
                    continue
                self._chunk(chunk, number)
                chunk = []
                if line.page_break:
                    self._page()
                elif number in self.furniture:
                    self.blocks.append(TextBlock(Kind.FURNITURE, [line.text.strip()]))
                elif line.text.strip():
                    self.blocks.append(TextBlock(Kind.RULE))
            else:
                chunk.append(line)
        self._chunk(chunk, len(self.lines))
        while self.blocks and self.blocks[-1].kind is Kind.PAGE:
            self.blocks.pop()
        return self.blocks

    def _page(self) -> None:
        if self.blocks and self.blocks[-1].kind is not Kind.PAGE:
            self.blocks.append(TextBlock(Kind.PAGE))

    def _heading(self, text: str, level: int) -> None:
        self.blocks.append(TextBlock(Kind.HEADING, [text], level))

    def _chunk(self, chunk: list[Line], end: int) -> None:
        """Read lines that stand together."""
        alone = len(chunk) == 1
        while chunk:
            first = chunk[0].text
            if found := _ATX.match(first):
                self._heading(found[2].strip(), len(found[1]))
                chunk = chunk[1:]
                continue
            count, rows, heads = text_tables.at_start([line.text for line in chunk])
            if count:
                self.blocks.append(TextBlock(Kind.TABLE, rows=rows, heads=heads))
                chunk = chunk[count:]
                continue
            if alone and (level := self._heading_level(chunk[0], end)):
                text = first.strip()
                bullet = BULLET.match(text)
                self._heading(text[bullet.end() :] if bullet else text, level)
                return
            count = self._list_or_text(chunk)
            chunk = chunk[count:]

    def _list_or_text(self, chunk: list[Line]) -> int:
        """Read an item or a paragraph at the start of a chunk; give how many lines it took."""
        marker = marker_of(chunk[0].text)
        count = 1
        while count < len(chunk):
            line = chunk[count].text
            if _ATX.match(line) or marker_of(line) or text_tables.at_start([one.text for one in chunk[count:]])[0]:
                break
            count += 1
        taken = chunk[:count]
        if marker and not self._prose(taken, marker):
            texts = [marker.rest, *(line.text for line in taken[1:])]
            self.blocks.append(TextBlock(Kind.ITEM, self._flow(taken, texts), marker.indent, marker.label))
            return count
        kind = Kind.NOTE if self._is_note(chunk[0].text.strip()) else Kind.PARAGRAPH
        self.blocks.append(TextBlock(kind, self._flow(taken, [line.text for line in taken])))
        return count

    @staticmethod
    def _prose(taken: list[Line], marker: Marker) -> bool:
        """A line such as "1. juni 2026 var ..." in the middle of wrapped text begins with a date, not a list number."""
        return bool(re.match(r"\d{1,2}\.$", marker.label) and re.match(r"[a-zæøå]+ \d{4}\b", marker.rest) and taken)

    def _flow(self, taken: list[Line], texts: list[str]) -> list[str]:
        """Join lines that were only broken because the next word did not fit."""
        flowing = [texts[0].strip()]
        for i in range(1, len(texts)):
            if wraps(taken, i):
                # A hyphen at a line end may belong to the word: it stays, but the two halves stand together.
                glue = "" if re.search(r"[^\W\d_]-$", flowing[-1]) and texts[i].strip()[:1].islower() else " "
                flowing[-1] += glue + texts[i].strip()
            else:
                flowing.append(texts[i].strip())
        return flowing

    def _is_note(self, text: str) -> bool:
        if len(text) > _LONGEST_NOTE:
            return False  # running text got caught in it: small print would hide that
        loose = _LOOSE_NOTE.match(text)
        return bool(_NOTE.match(text)) or bool(loose and loose[1] in self.raised)

    def _heading_level(self, line: Line, end: int) -> int:
        """Give the level of a line that stands alone if it is a heading, else 0."""
        text = line.text.strip()
        bullet = BULLET.match(text)
        bare = text[bullet.end() :].strip() if bullet else text
        if not bare or len(bare) > _TITLE_LETTERS + 30 or self._is_note(text):
            return 0
        bold = bool(_BOLD_LINE.match(bare)) and not bullet
        if self.explicit or bold:
            return (5 if self.explicit else 3) if bold else 0
        if CAPS.fullmatch(bare) and sum(c.isalpha() for c in bare) > 2:  # noqa: PLR2004 - "EU" alone is no heading
            return 1
        return 0 if bullet else self._guess(bare, self._next(end))

    def _guess(self, bare: str, after: str) -> int:
        """Judge a line that stands alone by its look and by what follows; the first line of all may be the title."""
        longest = _TITLE_LETTERS if self.blocks else _TITLE_LETTERS + 40
        if not after or len(bare) > longest or bare[-1] in ".;,!" or "@" in bare or "://" in bare:
            return 0
        numbered = _NUMBERED.match(bare)
        if numbered and not re.match(r"\d+\.?\s+\d", bare) and not marker_of(after):
            return min(numbered[1].count(".") + 2, 4)
        if _CHAPTER.match(bare):
            return 1
        if not bare[0].isupper() or bare.endswith(":") or re.search(r"\d[\d .]{5,}", bare):
            return 0
        sentence = len(after) >= _SENTENCE and after[-1] in ".:"
        leads = sentence or len(after) >= _LONG or bool(CAPS.fullmatch(after)) or bool(BULLET.match(after))
        sure = leads and ": " not in bare and after[0] != "|" and not after[0].islower()
        return 1 if not self.blocks else 3 if sure else 0

    def _next(self, end: int) -> str:
        for number in range(end, len(self.lines)):
            text = self.lines[number].text.strip()
            if text and number not in self.furniture and not _RULE.match(text):
                return text
        return ""


def _underlines(chunk: list[Line], line: Line) -> bool:
    """Whether a row of = or - under a single line makes it a heading."""
    if len(chunk) != 1 or not re.fullmatch(r"\s*(?:=+|-{3,})\s*", line.text):
        return False
    above = chunk[0].text.strip()
    return (
        len(above) <= _TITLE_LETTERS
        and not marker_of(above)
        and abs(len(above) - len(line.text.strip())) <= max(3, len(above) // 3)
    )


def _agree(blocks: Sequence[TextBlock]) -> None:
    """Let a line that comes again and again be the same everywhere: what it mostly is, at its commonest level."""
    same: dict[str, list[TextBlock]] = defaultdict(list)
    for block in blocks:
        if block.kind in {Kind.HEADING, Kind.PARAGRAPH} and len(block.lines) == 1 and not block.label:
            same[block.lines[0].strip()].append(block)
    for together in same.values():
        levels = Counter(block.level for block in together if block.kind is Kind.HEADING)
        if len(together) < _MARKED or 2 * levels.total() <= len(together):
            continue
        level = min(levels, key=lambda one: (-levels[one], one))
        for block in together:
            block.kind, block.level = Kind.HEADING, level


def _settle_levels(blocks: list[TextBlock]) -> None:
    """Make heading levels begin at 1 and never skip one on the way down (PDF/UA-1 7.4.2)."""
    used = sorted({block.level for block in blocks if block.kind is Kind.HEADING})
    rank = {level: number for number, level in enumerate(used, start=1)}
    last = 0
    for block in blocks:
        if block.kind is Kind.HEADING:
            last = block.level = min(rank[block.level], last + 1)
