"""Icons: one set (Phosphor, in the package qtawesome), drawn in a token's colour of the theme in force.

`icon("calendar-plus", "accent")` for buttons, `paint_icon` for whoever paints. The glyphs are read from the
package's font by its own table; the package itself is not imported, for it loads eleven fonts and costs a tenth of
a second before the first window.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

PREFIX: Final = "phosphor"
OPTICAL: Final = 1.0


@cache
def _charmap() -> dict[str, str]:
    return {name: chr(int(code, 16)) for name, code in json.loads(_file("charmap", ".json").read_text("utf-8")).items()}


def _file(kind: str, suffix: str) -> Path:
    package = find_spec("qtawesome")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "fonts"
    wanted = f"{PREFIX}-charmap-" if kind == "charmap" else f"{PREFIX}-"
    found = [
        path
        for path in sorted(folder.iterdir())
        if path.name.startswith(wanted) and path.suffix == suffix and (kind == "charmap") == ("charmap" in path.name)
    ]
    return found[-1]


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file("font", ".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def names() -> frozenset[str]:
    """Every icon there is (for tests)."""
    return frozenset(_charmap())


def check_icon(name: str) -> str:
    """Give the name back; KeyError where Phosphor has no such icon, before anything is painted with it."""
    if name:
        _charmap()[name]
    return name


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, ink: QColor) -> None:
    """Draw an icon centred in a rectangle; the shorter side is its size."""
    size = min(rect.width(), rect.height())
    glyphs = QFont(_family())
    glyphs.setPixelSize(max(1, round(size * OPTICAL)))
    glyphs.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    glyphs.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(glyphs)
    painter.setPen(ink)
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, _charmap().get(name, "?"))
    painter.restore()


class _Engine(QIconEngine):
    """Draws when asked: so a change of theme needs no new icons."""

    def __init__(self, name: str, token: str, checked: str) -> None:
        super().__init__()
        self._name, self._token, self._checked = name, token, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = self._checked if state == QIcon.State.On else self._token
        ink = colour(token)
        if mode == QIcon.Mode.Disabled:
            # As the words beside it; the ink of an accented button would vanish on the grey ground.
            ink = colour("faint")
            ink.setAlphaF(0.7)
        # A place wider than high has air behind the icon, for the words that follow.
        side = min(rect.width(), rect.height())
        paint_icon(painter, QRect(rect.x(), rect.y(), side, rect.height()), self._name, ink)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size / scale), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token, self._checked)


@cache
def icon(name: str, ink: str = "quiet", checked: str = "") -> QIcon:
    """An icon in a token's colour; `checked` is the colour while a checkable button is on.

    Raises KeyError for a name that Phosphor does not have.
    """
    check_icon(name)
    return QIcon(_Engine(name, ink, checked or ink))
