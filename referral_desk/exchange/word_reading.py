"""Find the entries of minutes again in a Word file that came back: each entry's words as they now stand in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from referral_desk.errors import Invalid
from referral_desk.exchange.word_files import BOOKMARK, TEXT_STYLE
from referral_desk.exchange.word_sent import BesideLine
from referral_desk.shorthand.entry_text import BULLET, EntryBlock, Span, write_entry

if TYPE_CHECKING:
    from docx.document import Document

LARGEST: Final = 50 << 20  # of all parts, unpacked
MOST_PARTS: Final = 2000
_LEVEL: Final = re.compile(r"^List (Bullet|Number|Continue)(?: (\d))?$", re.IGNORECASE)
_ENTRY: Final = re.compile(rf"{BOOKMARK}(\d+)")

_GONE: Final = ("w:del", "w:moveFrom")
_STRUCK: Final = ("w:strike", "w:dstrike", "w:vanish")
_TWICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARGIN: Final = re.compile(r"\.(?:header|footer|footnotes|endnotes)\+xml$")


def open_word(data: bytes) -> Document:
    """Open a Word file from outside; Invalid where it is none, or unfolds to more than minutes can be."""
    import docx  # noqa: PLC0415 - only where a Word file is read

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                raise Invalid("This Word file is too large to be minutes: ask for one without pictures.")
        document: Document = docx.Document(io.BytesIO(data))
    except Invalid:
        raise
    except Exception as fault:
        # A stranger's file may break a reader in ways nobody knows.
        raise Invalid("This is not a Word file that can be read: save it as .docx and try again.") from fault
    return document


def read_entries(document: Document) -> dict[int, str]:
    """The words of each entry by its id, as they would be typed; insertions are in, what was struck out is not.

    Paragraphs that somebody added behind an entry belong to it. An entry whose place is gone is not in the answer.
    """
    found: dict[int, list[EntryBlock]] = {}
    for key, block in _Reader(document).blocks():
        found.setdefault(key, []).append(block)
    return {key: write_entry(block for block in blocks if block.text.strip()) for key, blocks in found.items()}


def paragraphs(document: Document) -> Iterator[tuple[int | None, Any]]:
    """Every paragraph (`w:p`) in order, with the id of the entry that it belongs to, or None outside of all."""
    return _Reader(document).places()


def beside(document: Document) -> list[BesideLine]:
    """Every line beside all entries: of the text in order, then of heads, feet and notes; empty ones are left out."""
    reader = _Reader(document)
    found = [reader.line(paragraph) for entry, paragraph in reader.places() if entry is None]
    found += [reader.line(paragraph) for paragraph in reader.margins()]
    return [line for line in found if line.words or line.before]


class _Reader:
    def __init__(self, document: Document) -> None:
        from docx.oxml.ns import qn  # noqa: PLC0415 - only where a Word file is read

        self.document, self.qn = document, qn
        self.names = {style.style_id: style.name or "" for style in document.styles}
        self.counted: Counter[str] = Counter()
        self.begun: set[int] = set()
        self.formats, self.lists = self._numbering()

    def blocks(self) -> Iterator[tuple[int, EntryBlock]]:
        """Every paragraph that belongs to an entry, in order."""
        for entry, paragraph in self.places():
            if entry is not None:
                yield entry, self._block(paragraph, self._style(paragraph))

    def places(self) -> Iterator[tuple[int | None, Any]]:
        """Every paragraph in order, with the entry that it belongs to, or None."""
        qn, entry, is_open, cell = self.qn, None, 0, None
        bodies = self.document.element.body.iter(qn("w:p"))
        for paragraph in bodies:
            here = paragraph.getparent()
            starts = [
                int(match[1])
                for mark in paragraph.iter(qn("w:bookmarkStart"))
                if (match := _ENTRY.fullmatch(mark.get(qn("w:name")) or ""))
            ]
            if starts:
                entry, is_open, cell = starts[0], 1, here
            style = self._style(paragraph)
            if entry is not None and (here is not cell or not (style == TEXT_STYLE or _LEVEL.match(style) or is_open)):
                entry = None
            yield entry, paragraph
            if any(True for _ in paragraph.iter(qn("w:bookmarkEnd"))):
                is_open = 0

    def margins(self) -> Iterator[Any]:
        """Every paragraph of running heads and feet, footnotes and endnotes."""
        from docx.oxml.parser import parse_xml  # noqa: PLC0415 - only where a Word file is read

        parts = [part for part in self.document.part.package.iter_parts() if _MARGIN.search(part.content_type)]
        for part in sorted(parts, key=lambda part: str(part.partname)):
            yield from parse_xml(part.blob).iter(self.qn("w:p"))

    def line(self, paragraph: Any) -> BesideLine:
        """A paragraph that is of no entry; numbers that Word counts itself, such as pages, are left out."""
        if next(paragraph.iterancestors(_TWICE), None) is not None:
            return BesideLine("", "", "")  # it stands there twice
        words, before = (self._words(paragraph, undone=undone) for undone in (False, True))
        return BesideLine(words, before, write_entry([self._block(paragraph, self._style(paragraph))]))

    def _words(self, paragraph: Any, *, undone: bool) -> str:
        qn, words, is_counted = self.qn, [], False
        gone = ("w:ins", "w:moveTo") if undone else _GONE
        for run in paragraph.iter(qn("w:r")):
            marks = {mark.get(qn("w:fldCharType")) for mark in run.findall(qn("w:fldChar"))}
            is_counted = (is_counted or "separate" in marks) and "end" not in marks
            if is_counted or self._is_elsewhere(run, paragraph, gone):
                continue
            for part in run:
                if part.tag in {qn("w:t"), qn("w:delText")}:
                    words.append(part.text or "")
                elif part.tag in {qn("w:tab"), qn("w:br"), qn("w:cr")}:
                    words.append(" ")
        return " ".join("".join(words).split())

    def _is_elsewhere(self, run: Any, paragraph: Any, gone: Iterable[str]) -> bool:
        """Whether a run is struck out, counted by Word, or of a paragraph within this one."""
        above = run.iterancestors(*(self.qn(tag) for tag in (*gone, "w:fldSimple", "w:p")))
        return next(above) is not paragraph or any(self._is_on(run, tag) for tag in _STRUCK)

    def _is_on(self, run: Any, tag: str) -> bool:
        told = run.rPr.find(self.qn(tag)) if run.rPr is not None else None
        return told is not None and told.get(self.qn("w:val")) not in {"0", "false", "off"}

    def _style(self, paragraph: Any) -> str:
        properties = paragraph.pPr
        style = properties.pStyle.val if properties is not None and properties.pStyle is not None else ""
        return self.names.get(style, style)

    def _block(self, paragraph: Any, style: str) -> EntryBlock:
        lines = self._lines(paragraph)
        match = _LEVEL.match(style)
        level = int(match[2] or 1) - 1 if match else 0
        number, kind = self._number(paragraph), match[1].lower() if match else ""
        if number is not None and not match:
            kind = "bullet" if self.formats.get(number[0]) == "bullet" else "number"
            level = number[1]
        if kind == "number":
            if number is None:
                return EntryBlock(lines, "1.", level)
            return EntryBlock(lines, f"{self._count(number[0])}.", level)
        if kind == "bullet":
            return EntryBlock(lines, BULLET, level)
        if kind == "continue" and lines and lines[0]:
            first = lines[0][0]
            label, _, rest = first.text.partition(" ")
            return EntryBlock(((Span(rest, bold=first.bold), *lines[0][1:]), *lines[1:]), label, level)
        return EntryBlock(lines)

    def _count(self, key: int) -> int:
        """The number that a paragraph of a list shows: lists of one shape go on counting, unless one begins anew."""
        shape, start = self.lists.get(key, ("", None))
        if start is not None and key not in self.begun:
            self.counted[shape] = start - 1
        self.begun.add(key)
        self.counted[shape] += 1
        return self.counted[shape]

    def _number(self, paragraph: Any) -> tuple[int, int] | None:
        properties = paragraph.pPr
        told = properties.numPr if properties is not None else None
        if told is None or told.numId is None:
            return None
        return int(told.numId.val), int(told.ilvl.val) if told.ilvl is not None else 0

    def _lines(self, paragraph: Any) -> tuple[tuple[Span, ...], ...]:
        """The words of a paragraph, line by line, bold ones apart; what was struck out is not there."""
        qn = self.qn
        lines: list[list[Span]] = [[]]
        for run in paragraph.iter(qn("w:r")):
            if self._is_elsewhere(run, paragraph, _GONE):
                continue
            bold = self._is_on(run, "w:b")
            for part in run:
                if part.tag == qn("w:t"):
                    _add(lines[-1], part.text or "", bold=bold)
                elif part.tag == qn("w:tab"):
                    _add(lines[-1], " ", bold=bold)
                elif part.tag in {qn("w:br"), qn("w:cr")}:
                    lines.append([])
        return tuple(tuple(_tidy(line)) for line in lines)

    def _numbering(self) -> tuple[dict[int, str], dict[int, tuple[str, int | None]]]:
        """What each list looks like, and of which shape it is, with the number at which it begins anew."""
        qn = self.qn
        try:
            element: Any = self.document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return {}, {}
        looks = {}
        for one in element.findall(qn("w:abstractNum")):
            look = one.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
            looks[one.get(qn("w:abstractNumId"))] = look.get(qn("w:val")) if look is not None else ""
        formats, lists = {}, {}
        for one in element.findall(qn("w:num")):
            key, shape = int(one.get(qn("w:numId"))), one.find(qn("w:abstractNumId")).get(qn("w:val"))
            begins = one.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
            formats[key] = looks.get(shape, "")
            lists[key] = (shape, int(begins.get(qn("w:val"))) if begins is not None else None)
        return formats, lists


def _add(line: list[Span], text: str, *, bold: bool) -> None:
    if not text:
        return
    if line and line[-1].bold is bold:
        line[-1] = Span(line[-1].text + text, bold=bold)
    else:
        line.append(Span(text, bold=bold))


def _tidy(line: list[Span]) -> Iterator[Span]:
    """Put blanks at the edges of bold words outside: stars beside a blank would mark nothing."""
    for span in line:
        text = span.text.strip() if span.bold else ""
        if not text:
            yield Span(span.text)
            continue
        before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        yield from (one for one in (Span(before), Span(text, bold=True), Span(after)) if one.text)
