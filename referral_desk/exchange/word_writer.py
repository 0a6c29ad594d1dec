"""What every Word file of the desk begins and ends with: its language, its styles, what it tells about itself."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from referral_desk.exchange.word_files import TAGS, settled, written_day
from referral_desk.shorthand.entry_text import EntryBlock
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph


class WordWriter:
    """Writes into a `document` in one language; the same words give the same bytes."""

    heading: ClassVar[str] = "Heading 1"
    """The style of what `add_heading` writes."""

    def __init__(self, language: str) -> None:
        import docx  # noqa: PLC0415 - only where a Word file is made

        from referral_desk.exchange import word_parts  # noqa: PLC0415 - same

        self.language, self.parts = language, word_parts
        self.document: Document = docx.Document()
        self.numbers = word_parts.Numbers(self.document)

    def dress(
        self,
        head: str,
        corner: str,
        *,
        title: str,
        author: str,
        subject: str,
        on: dt.date,
        label: str,
        is_tracked: bool,
    ) -> None:
        """Set styles, what stands above and below every page, and what the file tells about itself."""
        tag = TAGS[self.language]
        self.parts.dress(self.document, tag, is_tracked=is_tracked)
        self.parts.furnish(self.document, head, corner, self.say(N_("page {page} of {pages}"), page="\0", pages="\0"))
        self.parts.tell_about(self.document, title=title, author=author, subject=subject, tag=tag, on=on, label=label)

    def saved(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        self.document.save(out)
        return settled(out.getvalue())

    def say(self, text: str, /, **values: object) -> str:
        """A text in the language of the file."""
        return say(text, self.language, **values)

    def day(self, day: dt.date) -> str:
        """A day as it is written there."""
        return written_day(day, self.language)

    def add_heading(self, name: str) -> None:
        """Write a heading."""
        self.document.add_paragraph(self.say(name), self.heading)

    def add_blocks(self, blocks: Sequence[EntryBlock], style: str, into: Any = None) -> list[Paragraph]:
        """Write blocks as paragraphs at the end, or `into` a cell, and give those.

        Numbers begin anew where the text says so.
        """
        return self.parts.write_blocks(self.document, self.numbers, blocks, style, into)

    def add_table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
        """Write a table, `widths` in centimetres; a head may be empty."""
        return self.parts.table(self.document, [self.say(head) if head else "" for head in heads], rows, widths)
