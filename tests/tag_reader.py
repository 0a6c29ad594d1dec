"""Read a tagged PDF as a screen reader does: the tree of elements with the text that each marks, by pikepdf alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Node:
    """An element: its tag, the text it marks itself, its alternative text, its kids, where it begins (page from 1)."""

    tag: str
    text: str = ""
    alt: str = ""
    page: int = 0
    links: list[int] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)
    scope: str = ""

    def all(self, *tags: str) -> Iterator[Node]:
        """Give this node and those below it that have one of the tags (any if none is named)."""
        if not tags or self.tag in tags:
            yield self
        for kid in self.kids:
            yield from kid.all(*tags)

    @property
    def words(self) -> str:
        """All text from here down, in reading order."""
        return self.text


def read_tags(pdf: pikepdf.Pdf) -> Node:
    """Give the structure tree with its text."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    marks = [dict(_marked(page.obj)) for page in pdf.pages]
    tree = pdf.Root.StructTreeRoot
    return _node(tree.K, pages, marks, None)


def _node(element: Any, pages: dict, marks: list[dict[int, str]], home: int | None) -> Node:
    node = Node(str(element.S)[1:], alt=str(element.get("/Alt", "")))
    if "/Pg" in element:
        home = pages[element.Pg.objgen]
    if "/A" in element and "/Scope" in element.A:
        node.scope = str(element.A.Scope)[1:]
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, int):
            node.text += marks[home].pop(kid)
            node.page = node.page or home + 1
        elif kid.get("/Type") == "/MCR":
            page = pages[kid.Pg.objgen]
            node.text += marks[page].pop(int(kid.MCID))
            node.page = node.page or page + 1
        elif kid.get("/Type") == "/OBJR":
            node.links.append(pages[kid.Obj.Dest[0].objgen] + 1 if "/Dest" in kid.Obj else 0)
        else:
            inner = _node(kid, pages, marks, home)
            node.kids.append(inner)
            node.text += inner.text + ("" if inner.tag in {"Link", "Span", "Reference"} else "\n")
            node.page = node.page or inner.page
    return node


def artifacts(pdf: pikepdf.Pdf, page: int) -> str:
    """Give the text of a page (from 1) that is furniture."""
    return "".join(text for mark, text in _marked(pdf.pages[page - 1].obj, furniture=True) if mark == -1)


def _marked(page: Any, *, furniture: bool = False) -> Iterator[tuple[int, str]]:
    """Give (mark, text) of a page; furniture has the mark -1. Text outside any mark is a fault."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[tuple[str, int, str]] = []
    found: dict[int, str] = {}
    silent: list[str] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else {}
                mark = int(about["/MCID"]) if "/MCID" in about else -2
                actual = str(about["/ActualText"]) if "/ActualText" in about else ""
                stack.append((str(operands[0])[1:], mark, actual))
                if mark >= 0:
                    found[mark] = ""
                if actual:
                    _say(stack[:-1], found, silent, actual)
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj":
                if not any(actual for _, _, actual in stack):
                    _say(stack, found, silent, "".join(font[code] for code in bytes(operands[0])))
    yield from found.items()
    if furniture:
        yield -1, "".join(silent)


def _say(stack: list[tuple[str, int, str]], found: dict[int, str], silent: list[str], text: str) -> None:
    marks = [mark for _, mark, _ in stack if mark >= 0]
    if marks:
        found[marks[-1]] += text
    else:
        assert any(tag == "Artifact" for tag, _, _ in stack), f"untagged text: {text!r}"
        silent.append(text)


def _unicode(font: Any) -> dict[int, str]:
    """Read a ToUnicode map of ReportLab's kind."""
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    table: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, values in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            codes = re.findall(r"<(\w+)>", values)
            for code, value in zip(range(int(first, 16), int(last, 16) + 1), codes, strict=True):
                table[code] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return table
