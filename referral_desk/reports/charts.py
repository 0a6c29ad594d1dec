"""Bars for figures: drawn as one picture with words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from referral_desk.reports.paragraphs import Block
from referral_desk.reports.style import ACCENT, LINE, QUIET, Style
from referral_desk.reports.tags import Element, width_of

_HEIGHT: Final = 170.0
_FOOT: Final = 20.0
_HEAD: Final = 18.0
_VALUE: Final = Style(family="Sans", bold=True, size=8.5)
_NAME: Final = Style(family="Sans", size=8.5, colour=QUIET)


class Bars(Block):
    """A bar for each (label, value); `element` is a Figure whose Alt tells the figures."""

    def __init__(
        self, bars: Sequence[tuple[str, int]], element: Element, *, before: float = 6, after: float = 10
    ) -> None:
        super().__init__(before=before, after=after)
        self.bars, self.element = list(bars), element

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take the whole width."""
        self.width, self.height = width, _HEIGHT
        return width, _HEIGHT

    def draw(self) -> None:
        """Draw the bars from the left, each with its value above and its label below."""
        canvas = self.canv
        # A figure says where it stands (PDF/UA-1 7.3, ISO 32000-1 table 344).
        self.element.box = canvas.area(self.width, self.height)
        tallest = max((value for _, value in self.bars), default=1) or 1
        step = self.width / max(1, len(self.bars))
        with canvas.content(self.element):
            for place, (name, value) in enumerate(self.bars):
                tall = (_HEIGHT - _FOOT - _HEAD) * value / tallest
                left = place * step
                canvas.fill_box((left + step * 0.16, _FOOT, left + step * 0.84, _FOOT + tall), ACCENT)
                for text, y, style in ((str(value), _FOOT + tall + 5, _VALUE), (name, 6.0, _NAME)):
                    x = left + (step - width_of(text, style.face, style.size)) / 2
                    canvas.words(x, y, text, style)
            canvas.hairline((0, _FOOT, self.width, _FOOT), LINE)
