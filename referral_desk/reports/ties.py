"""Headings stand with the beginning of what follows, not with all of it: a long paragraph still fills the page."""

from __future__ import annotations

from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate
from reportlab.platypus.flowables import Flowable, KeepTogether

from referral_desk.reports.boxes import stack_height


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


class Document(BaseDocTemplate):  # type: ignore[misc]
    """ReportLab's document with our way of keeping headings with what follows."""

    def __init__(self, *arguments: Any, **wishes: Any) -> None:
        super().__init__(*arguments, keepTogetherClass=Tied, **wishes)
