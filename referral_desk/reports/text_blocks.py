"""What a stranger's plain text is made of: headings, paragraphs, items, tables, notes, page furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"
    FURNITURE = "furniture"
    RULE = "rule"
    PAGE = "page"


@dataclass(slots=True)
class TextBlock:
    """One block. `lines` hold its text; the breaks between them are meant. `level`: of headings (1..6), items (0..).

    `label` is an item's own number or bullet, `rows` a table's cells, `heads` how many of its rows are heads.
    """

    kind: Kind
    lines: list[str] = field(default_factory=list)
    level: int = 0
    label: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
