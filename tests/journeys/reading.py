"""Read a pack as a person with an ordinary reader does: what stands on its pages, and where its bookmarks lead."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pikepdf
import pypdfium2

# Above stands the strip or running head, below the foot (points).
HEAD, FOOT = 45, 50


@dataclass(frozen=True)
class Page:
    """The words of a page, whole and without what stands in its head and foot."""

    head: str
    body: str


def pages_of(pdf: bytes) -> list[Page]:
    """The text of every page, in the order in which PDFium reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def _page(page: pypdfium2.PdfPage) -> Page:
    wide, high = page.get_size()
    text = page.get_textpage()
    head = text.get_text_bounded(left=0, bottom=high - HEAD, right=wide, top=high)
    body = text.get_text_bounded(left=0, bottom=FOOT, right=wide, top=high - HEAD)
    # PDFium marks a hyphen at a line's end, and joins the halves: our lines break only at hyphens that stand there.
    return Page(" ".join(head.split()), body.replace("\x02", "-"))


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Every bookmark in order: how deep it stands, what it says, to which page it leads (from 1)."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            (mark.level, mark.get_title(), mark.get_dest().get_index() + 1)
            for mark in document.get_toc(max_depth=8)
            if mark.get_dest() is not None
        ]


def links(pdf: pikepdf.Pdf, page: int) -> list[int]:
    """The pages (from 1) to which the links of a page lead."""
    numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages, 1)}
    found = []
    for link in pdf.pages[page - 1].obj.get("/Annots", []):
        target = link.get("/Dest") or link.get("/A", {}).get("/D")
        if link.Subtype == "/Link" and isinstance(target, pikepdf.Array):
            found.append(numbers[target[0].objgen])
    return found


# What in a plain text is a mark and no word: it is shown as what it means.
_MARKS = (
    (re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE), ""),  # a heading: set as one
    (re.compile(r"^[ \t]*[-*_]{3,}[ \t]*$", re.MULTILINE), ""),  # a rule: drawn
    (re.compile(r"^[ \t]*[-•][ \t]+", re.MULTILINE), ""),  # a bullet, which the page has too: left out on both sides
    (re.compile(r"\[([^\[\]\n]+)\]\((https?://[^\s()]+)\)"), r"\1 (\2)"),  # a link: words and address
    (re.compile(r"</?(?:b|u|sup)>"), ""),  # emphasis: set as such
    (re.compile(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])"), ""),
    # A word that a page's end cut in two is whole again.
    (re.compile(r"\b(as|experi)-\s+(sistance|ence)\b"), r"\1-\2"),
    # Here the source lost the rest of a word; PDFium takes the note that follows for it.
    (re.compile(r"\bsup-\s+4\b"), "sup-4"),
)


def words_of_text(text: str) -> list[str]:
    """The words of a plain text in order, without its marks."""
    for mark, meaning in _MARKS:
        text = mark.sub(meaning, text)
    return text.split()


def words_of_pages(pages: list[Page]) -> list[str]:
    """The words of pages in order, without the bullets of lists."""
    return [word for page in pages for word in page.body.split() if word != "•"]
