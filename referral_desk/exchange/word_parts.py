"""What python-docx leaves to us of a Word file: language, styles, lists that begin anew, bookmarks, fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from referral_desk.shorthand.entry_text import BULLET, EntryBlock

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

FACT: Final = "Desk Fact"
RECORD: Final = "Desk Record"
_FONT: Final = "Calibri"
_INK, _QUIET, _ACCENT = RGBColor(0x18, 0x21, 0x1E), RGBColor(0x51, 0x60, 0x5A), RGBColor(0x0B, 0x65, 0x5D)
_SIZES: Final = {"Title": 22, "Subtitle": 12, "Heading 1": 14, "Heading 2": 10.5, "Normal": 11}
_DEEPEST: Final = 3
_DECIMAL: Final = re.compile(r"\d+\.")
_LINE: Final = "D5DCD8"
LONGEST: Final = 255
"""Letters of a property of a Word file."""


def dress(document: Document, tag: str, *, is_tracked: bool = True) -> None:
    """Set page, language (BCP 47), typeface and colours; `is_tracked`: changes are tracked from now on."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(_made("w:lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Normal", "Header", "Footer"):
        style = styles[name]
        _typeface(style)
        style.font.size = Pt(_SIZES.get(name, 9))
        style.font.color.rgb = _QUIET if name in {"Subtitle", "Header", "Footer", "Heading 2"} else _INK
    styles["Title"].font.bold = styles["Heading 1"].font.bold = styles["Heading 2"].font.bold = True
    styles["Subtitle"].font.italic = False
    styles["Heading 1"].paragraph_format.space_before = Pt(18)
    styles["Heading 2"].paragraph_format.space_before = Pt(9)
    styles["Heading 2"].font.color.rgb = _ACCENT
    _no_border(styles["Title"])
    quote = styles["Intense Quote"]
    quote.font.color.rgb, quote.font.italic = _ACCENT, False
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(0)
    _no_border(quote)
    styles["Body Text"].paragraph_format.space_after = Pt(6)
    for name, italic in ((FACT, False), (RECORD, True)):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        made.font.color.rgb, made.font.italic = _QUIET, italic
        made.paragraph_format.space_after = Pt(4)
    styles[FACT].paragraph_format.keep_with_next = True
    if is_tracked:
        document.settings.element.insert(1, _made("w:trackRevisions"))


def tell_about(document: Document, *, title: str, author: str, subject: str, tag: str, on: dt.date, label: str) -> None:
    """Fill the file's properties, each as long as one may be; `on` stands for both its days, so that bytes repeat."""
    about = document.core_properties
    about.title, about.subject, about.keywords = title[:LONGEST], subject[:LONGEST], label
    about.author = about.last_modified_by = author[:LONGEST]
    about.language, about.comments = tag, ""
    about.created = about.modified = dt.datetime.combine(on, dt.time(12))


def furnish(document: Document, head: str, right: str, pages: str) -> None:
    """Write the running head and foot; `pages` holds two NUL where the page and the number of pages stand."""
    section = document.sections[0]
    width = Cm(16)
    line = section.header.paragraphs[0]
    line.text = f"{head}\t{right}"
    foot = section.footer.paragraphs[0]
    before, between, after = pages.split("\0")
    foot.add_run("\t" + before)
    _field(foot, "PAGE")
    foot.add_run(between)
    _field(foot, "NUMPAGES")
    foot.add_run(after)
    for paragraph in (line, foot):
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    for name in ("Header", "Footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()


def table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """Add a table whose first row is its head and comes again on every page; widths in centimetres."""
    made: Table = document.add_table(rows=1 + len(rows), cols=len(heads))
    made.style = "Table Grid"
    made.autofit = False
    borders = made._tbl.tblPr  # noqa: SLF001 - python-docx has no way to say it
    borders.append(_borders())
    for place, head in enumerate(heads):
        run = made.rows[0].cells[place].paragraphs[0].add_run(head)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(9.5), _QUIET
    made.rows[0]._tr.get_or_add_trPr().append(_made("w:tblHeader"))  # noqa: SLF001 - same
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            if text:
                made.rows[number].cells[place].paragraphs[0].add_run(text)
        made.rows[number]._tr.get_or_add_trPr().append(_made("w:cantSplit"))  # noqa: SLF001 - same
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    for cell in made.rows[0].cells:
        # The head does not stay behind at the foot of a page.
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return made


def style_of(block: EntryBlock, text_style: str) -> str:
    """The style that a block is set in: lists have those that Word itself knows."""
    if not block.label:
        return text_style
    kind = (
        "List Bullet"
        if block.label == BULLET
        else "List Number"
        if _DECIMAL.fullmatch(block.label)
        else "List Continue"
    )
    level = min(block.level + 1, _DEEPEST)
    return kind if level == 1 else f"{kind} {level}"


def is_literal(block: EntryBlock) -> bool:
    """Whether its label is written out, because Word's own numbers do not look like it."""
    return block.is_numbered and not _DECIMAL.fullmatch(block.label)


def write_blocks(
    document: Document, numbers: Numbers, blocks: Sequence[EntryBlock], style: str, into: Any = None
) -> list[Paragraph]:
    """Write blocks of a text as paragraphs (into a cell, if one is given) and give those; numbers begin anew."""
    made = []
    numbers.begin()
    for block in blocks:
        paragraph = (into or document).add_paragraph("", style_of(block, style))
        if block.is_numbered:
            numbers.give(paragraph, block)
        else:
            numbers.pause(block)
        if is_literal(block):
            paragraph.add_run(f"{block.label} ")
        for number, line in enumerate(block.lines):
            if number:
                paragraph.add_run().add_break()
            for span in line:
                paragraph.add_run(span.text).bold = span.bold or None
        made.append(paragraph)
    return made


class Numbers:
    """Gives numbered paragraphs their numbers: a list begins anew where the text does not go on counting."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._open: dict[int, tuple[int, int]] = {}  # by level: the list and its last number

    def begin(self) -> None:
        """A new text begins."""
        self._open.clear()

    def pause(self, block: EntryBlock) -> None:
        """A block without a number stands between: lists that are deeper, or all above a paragraph, are over."""
        if not block.label:
            self._open.clear()
        for level in [one for one in self._open if one >= block.level]:
            del self._open[level]

    def give(self, paragraph: Paragraph, block: EntryBlock) -> None:
        """Number a paragraph as its block says."""
        if is_literal(block):
            self.pause(block)
            return
        number = int(block.label[:-1])
        for level in [one for one in self._open if one > block.level]:
            del self._open[level]
        known = self._open.get(block.level)
        if known is None or known[1] + 1 != number:
            known = (self._new_list(min(block.level, _DEEPEST - 1), number), number)
        self._open[block.level] = (known[0], number)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no way to say it
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = known[0]

    def _new_list(self, level: int, start: int) -> int:
        style = self.document.styles["List Number" if not level else f"List Number {level + 1}"]
        numbering: Any = self.document.part.numbering_part.element
        like = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
        made = numbering.add_num(like.abstractNumId.val)
        made.add_lvlOverride(0).add_startOverride(start)
        return int(made.numId)


def bookmark(first: Paragraph, last: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around the text of paragraphs."""
    start = _made("w:bookmarkStart", id=str(number), name=name)
    content = first._p  # noqa: SLF001 - python-docx knows no bookmarks
    content.insert(1 if content.pPr is not None else 0, start)
    last._p.append(_made("w:bookmarkEnd", id=str(number)))  # noqa: SLF001 - same


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "shown" else "")
        if kind in {"begin", "separate", "end"}:
            run._r.append(_made("w:fldChar", fldCharType=kind))  # noqa: SLF001 - python-docx knows no fields
        elif text == code:
            told = _made("w:instrText")
            told.text = f" {code} "
            run._r.append(told)  # noqa: SLF001 - same


def _typeface(style: Any) -> None:
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for side in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{side}"), None)
    for side in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{side}"), _FONT)


def _no_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _borders() -> Any:
    made = _made("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        shown = side in {"bottom", "insideH"}
        made.append(_made(f"w:{side}", val="single" if shown else "nil", sz="4", space="0", color=_LINE))
    return made


def _made(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
