"""Bars of several parts one above the other: every part has its figure, and a list beside names the parts in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from referral_desk.reports.chrome import shortened
from referral_desk.reports.paragraphs import Block
from referral_desk.reports.style import ACCENT, FAINT, INK, LINE, QUIET, WHITE, Colour, Style
from referral_desk.reports.tags import Element, TagCanvas, width_of

_HEIGHT: Final = 164.0
_FOOT: Final = 20.0
_HEAD: Final = 18.0
_LEAST: Final = 11.0  # a part lower than this has no room for its figure
_NAMES: Final = 0.46  # of the width, for the list of parts
_TOTAL: Final = Style(family="Sans", bold=True, size=9)
_FIGURE: Final = Style(family="Sans", bold=True, size=8)
_BELOW: Final = Style(family="Sans", size=8.5, colour=QUIET)
_NAME: Final = Style(family="Sans", size=8.5, colour=INK)
# Dark and light by turns, so that neighbours differ without their hue too; (ground, ink upon it).
TONES: Final[tuple[tuple[Colour, Colour], ...]] = (
    (ACCENT, WHITE),
    ((0.706, 0.851, 0.827), INK),
    ((0.325, 0.392, 0.525), WHITE),
    ((0.949, 0.851, 0.667), INK),
    ((0.482, 0.247, 0.373), WHITE),
    ((0.808, 0.843, 0.898), INK),
    ((0.353, 0.353, 0.329), WHITE),
    ((0.925, 0.796, 0.816), INK),
    ((0.216, 0.341, 0.251), WHITE),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of each bar, from the bottom up: its name, and its figure in each bar."""

    name: str
    values: tuple[int, ...]


class StackedBars(Block):
    """A bar for each name, its parts one above the other; `element` is a Figure whose Alt tells the figures."""

    def __init__(self, names: Sequence[str], parts: Sequence[Part], element: Element) -> None:
        super().__init__(before=4, after=6)
        self.names, self.parts, self.element = list(names), list(parts), element

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take the whole width."""
        self.width, self.height = width, _HEIGHT
        return width, _HEIGHT

    def draw(self) -> None:
        """Draw the list at the left and the bars at the right of it."""
        canvas = self.canv
        # A figure says where it stands (PDF/UA-1 7.3, ISO 32000-1 table 344).
        self.element.box = canvas.area(self.width, self.height)
        start = self.width * _NAMES
        totals = [sum(part.values[place] for part in self.parts) for place in range(len(self.names))]
        tallest = max(totals, default=0) or 1
        step = (self.width - start) / max(1, len(self.names))
        with canvas.content(self.element):
            self._list(canvas, start - 16)
            for place, name in enumerate(self.names):
                left = start + place * step
                self._bar(canvas, (left + step * 0.2, left + step * 0.8), place, (_HEIGHT - _FOOT - _HEAD) / tallest)
                _centred(canvas, name, left + step / 2, 6.0, _BELOW)
            canvas.hairline((start, _FOOT, self.width, _FOOT), LINE)

    def _bar(self, canvas: TagCanvas, sides: tuple[float, float], place: int, scale: float) -> None:
        left, right = sides
        foot, total = _FOOT, 0
        for (ground, ink), part in zip(_tones(len(self.parts)), self.parts, strict=True):
            value = part.values[place]
            if not value:
                continue
            tall = value * scale
            canvas.fill_box((left, foot, right, foot + tall - 0.8), ground)
            if tall >= _LEAST:
                _centred(canvas, str(value), (left + right) / 2, foot + tall / 2 - 3.2, _FIGURE.but(colour=ink))
            foot, total = foot + tall, total + value
        _centred(canvas, str(total), (left + right) / 2, foot + 5, _TOTAL.but(colour=INK if total else FAINT))

    def _list(self, canvas: TagCanvas, width: float) -> None:
        # In the order of the bars: what is above there is above here.
        step = min(22.0, (_HEIGHT - _HEAD) / max(1, len(self.parts)))
        rows = list(zip(_tones(len(self.parts)), self.parts, strict=True))
        top = _FOOT + step * len(rows)
        for number, ((ground, _), part) in enumerate(reversed(rows)):
            base = top - (number + 1) * step + 4
            canvas.fill_box((0, base - 1.5, 10, base + 8.5), ground)
            canvas.words(17, base, shortened(part.name, _NAME.face, _NAME.size, width - 17), _NAME)


def _tones(count: int) -> list[tuple[Colour, Colour]]:
    return [TONES[place % len(TONES)] for place in range(count)]


def _centred(canvas: TagCanvas, text: str, middle: float, y: float, style: Style) -> None:
    canvas.words(middle - width_of(text, style.face, style.size) / 2, y, text, style)
