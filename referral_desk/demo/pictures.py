"""Two pictures for the demo desk, drawn from its data: the year's figures and the quarter at a glance (PNG)."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SCALE: Final = 2
INK: Final = "#18211E"
QUIET: Final = "#51605A"
LINE: Final = "#D5DCD8"
ACCENT: Final = "#0B655D"
PAPER: Final = "#FFFFFF"


def bar_chart(title: str, note: str, bars: Sequence[tuple[str, int]]) -> bytes:
    """Draw figures as bars with their values written above; gives PNG bytes. `bars` are (label, value) in order."""
    wide, high, left, foot, top = 1000, 600, 40, 90, 150
    image, draw = _sheet(wide, high)
    _text(draw, (left, 30), title, 26, INK, bold=True)
    _text(draw, (left, 66), note, 16, QUIET)
    tallest = max(value for _, value in bars)
    step = (wide - 2 * left) / len(bars)
    for place, (label, value) in enumerate(bars):
        x = left + place * step
        height = (high - foot - top) * value / tallest
        base = high - foot
        draw.rectangle(_scaled(x + step * 0.14, base - height, x + step * 0.86, base), fill=ACCENT)
        _text(draw, (x + step / 2, base - height - 24), str(value), 17, INK, centred=True)
        _text(draw, (x + step / 2, base + 10), label, 15, QUIET, centred=True)
    draw.line(_scaled(left, high - foot, wide - left, high - foot), fill=LINE, width=SCALE)
    _text(draw, (left, high - 42), "Kilde: offentliggjorte årstal; summen er regnet af programmet.", 14, QUIET)
    return _png(image)


def quarter_picture(title: str, rows: Sequence[tuple[str, Sequence[bool]]]) -> bytes:
    """Draw which group met in which quarter; gives PNG bytes. Each row has a name and one truth for each quarter."""
    wide, line, left, top = 1000, 58, 40, 150
    high = top + line * len(rows) + 50
    image, draw = _sheet(wide, high)
    _text(draw, (left, 30), title, 26, INK, bold=True)
    _text(draw, (left, 66), "Udfyldt: mødet er holdt eller indkaldt. Tom med streg: intet møde.", 16, QUIET)
    columns = [430 + 140 * place for place in range(4)]
    for place, x in enumerate(columns):
        _text(draw, (x + 45, top - 34), f"{place + 1}. kvartal", 16, QUIET, centred=True)
    for number, (name, met) in enumerate(rows):
        y = top + number * line
        draw.line(_scaled(left, y, wide - left, y), fill=LINE, width=SCALE)
        _text(draw, (left, y + 17), name, 18, INK)
        for x, was in zip(columns, met, strict=True):
            box = _scaled(x + 27, y + 11, x + 63, y + 47)
            if was:
                draw.ellipse(box, fill=ACCENT)
            else:
                draw.ellipse(box, outline=QUIET, width=2 * SCALE)
                draw.line(_scaled(x + 36, y + 29, x + 54, y + 29), fill=QUIET, width=2 * SCALE)
    return _png(image)


def _sheet(wide: int, high: int) -> tuple[Image, ImageDraw]:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only the demo draws

    image = Image.new("RGB", (wide * SCALE, high * SCALE), PAPER)
    return image, ImageDraw.Draw(image)


@cache
def _font(size: int, bold: bool) -> FreeTypeFont:
    import font_source_sans_pro as sans  # noqa: PLC0415
    from PIL import ImageFont  # noqa: PLC0415

    face = sans.SourceSansProSemibold if bold else sans.SourceSansPro
    return ImageFont.truetype(str(Path(face).with_suffix(".ttf")), size * SCALE)


def _text(
    draw: ImageDraw,
    at: tuple[float, float],
    text: str,
    size: int,
    ink: str,
    *,
    bold: bool = False,
    centred: bool = False,
) -> None:
    draw.text((at[0] * SCALE, at[1] * SCALE), text, font=_font(size, bold), fill=ink, anchor="ma" if centred else "la")


def _scaled(*places: float) -> list[float]:
    return [round(place * SCALE) for place in places]


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(220, 220))
    return out.getvalue()
