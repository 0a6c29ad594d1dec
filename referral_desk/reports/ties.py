"""Headings stand with the beginning of what follows, and what ends a document with the last lines before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus.doctemplate import BaseDocTemplate
from reportlab.platypus.flowables import Flowable, KeepTogether

from referral_desk.reports.boxes import draw_stack, stack_height
from referral_desk.reports.paragraphs import Block

_LINES: Final = (1, 24, 48)
"""How much less than all of it may stay, so that lines go on where a paragraph, a row or a table splits."""


class Tied(KeepTogether):  # type: ignore[misc]
    """Flowables that stand together; the last may go on over the page's end where it can be split."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Stay on this page if the last flowable can begin on it, else move to the next as one."""
        *heads, last = self._content
        if heads:
            white = max(heads[-1].getSpaceAfter(), last.getSpaceBefore())
            room = height - stack_height(heads, width) - white
            if room > 0 and len(last.split(width, room)) > 1:
                return list(self._content)
        parts: list[Flowable] = super().split(width, height)
        return parts


class Ending(Block):
    """What ends a document, such as a signature: whole, and below the last lines of what stands before it.

    Where it does not fit any more, those lines go on to the next page with it, or all of what stands before where that
    does not split.
    """

    def __init__(self, last: Flowable, stack: Sequence[Flowable]) -> None:
        super().__init__(before=last.getSpaceBefore(), after=stack[-1].getSpaceAfter())
        self.last, self.stack = last, list(stack)

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Measure."""
        self.width, self.height = width, stack_height([self.last, *self.stack], width)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Let as much of what stands before it stay as may, but not all."""
        whole = self.last.wrap(width, height)[1]
        for less in _LINES:
            parts = self.last.split(width, min(height, whole - less)) if whole > less else []
            if len(parts) > 1:
                *stay, goes = parts
                return [*stay, Ending(goes, self.stack)]
        return []

    def draw(self) -> None:
        """Draw one above the other."""
        draw_stack([self.last, *self.stack], self.canv, 0, self.height, self.width)


class Document(BaseDocTemplate):  # type: ignore[misc]
    """ReportLab's document with our way of keeping headings with what follows."""

    def __init__(self, *arguments: Any, **wishes: Any) -> None:
        super().__init__(*arguments, keepTogetherClass=Tied, **wishes)
