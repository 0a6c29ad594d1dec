"""Every colour, size and font of the window, light and dark, in one place.

How a page uses it: set the dynamic property "kind" with `dress(widget, "quiet")` and the style sheet
(resources/style/desk.qss) does the rest; whoever paints asks `colour("accent")` and `font("small")` inside
paintEvent, so that a change of theme needs no bookkeeping. Sizes that hold text are `px(32)`, never 32: the
reader may have asked for text at 200 %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import font_source_sans_pro as source_sans
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from referral_desk.texts import RESOURCES
from ui.collect import uncollected

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

RADIUS: Final = 6
ROW: Final = 32
FAMILY: Final = "Source Sans Pro"
TYPE: Final = {"small": 12, "note": 13, "body": 15, "title": 18, "page": 24}
TEXT_SIZES: Final = (100, 110, 125, 150, 175, 200)
MEDIUM: Final = QFont.Weight.DemiBold
"""The only weight beside normal: two are enough."""


class Mode(StrEnum):
    """What the person chose; SYSTEM follows the operating system, live."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Colours:
    """The tokens. `x_soft` is the ground on which the ink `x` may stand; `edge` is the outline of an input (3:1)."""

    page: str
    surface: str
    sunken: str
    hover: str
    chosen: str
    now: str
    line: str
    edge: str
    text: str
    quiet: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    late: str
    late_soft: str
    info: str
    info_soft: str
    shade: str
    dark: bool


LIGHT: Final = Colours(
    page="#F7F8F6",
    surface="#FFFFFF",
    sunken="#EEF1EE",
    hover="#F1F5F3",
    chosen="#E0F0ED",
    now="#F2F8F6",
    line="#E0E6E2",
    edge="#85928C",
    text="#17211E",
    quiet="#47564F",
    faint="#5F6D67",
    accent="#0B655D",
    accent_hover="#084F49",
    on_accent="#FFFFFF",
    accent_soft="#DFF0ED",
    good="#24683F",
    good_soft="#E0F2E7",
    warn="#7A5200",
    warn_soft="#FCF1D4",
    late="#A52E27",
    late_soft="#FCE6E3",
    info="#27548F",
    info_soft="#E4EDF9",
    shade="#17211E",
    dark=False,
)
DARK: Final = Colours(
    page="#131816",
    surface="#1A201E",
    sunken="#0F1412",
    hover="#212927",
    chosen="#1B3A35",
    now="#1A2825",
    line="#2B3532",
    edge="#6A7973",
    text="#E8EEEB",
    quiet="#B3C0BB",
    faint="#93A19B",
    accent="#63CABD",
    accent_hover="#86DBD0",
    on_accent="#08201D",
    accent_soft="#18352F",
    good="#7BD19B",
    good_soft="#17301F",
    warn="#E9BE5C",
    warn_soft="#332A12",
    late="#F4998F",
    late_soft="#3B1F1C",
    info="#96BCEF",
    info_soft="#1A2A40",
    shade="#000000",
    dark=True,
)

_GROUNDS: Final = ("page", "surface", "sunken", "hover", "chosen", "now")
TEXT_PAIRS: Final = (
    *((ink, ground) for ink in ("text", "quiet", "faint", "accent") for ground in _GROUNDS),
    *((ink, ground) for ink in ("good", "warn", "late", "info") for ground in ("page", "surface", "hover", "now")),
    *((ink, f"{ink}_soft") for ink in ("accent", "good", "warn", "late", "info")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)
"""Every ink that may stand on every ground: all of them keep 4.5:1 in both themes (WCAG 2.2, 1.4.3)."""
EDGE_PAIRS: Final = (("edge", "surface"), ("edge", "page"), ("accent", "surface"), ("accent", "page"))
"""Outlines that show where a control is: 3:1 (WCAG 2.2, 1.4.11)."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours "#RRGGBB", 1 to 21, in either order (WCAG 2.2, relative luminance)."""

    def luminance(value: str) -> float:
        parts = (int(value[n : n + 2], 16) / 255 for n in (1, 3, 5))
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Theme(QObject):
    """What is in force now; one for the program, made on first use."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.SYSTEM
        self.text_size = 100
        self.colours = LIGHT
        self._fonts_loaded = False
        self._following = False

    def use(self, mode: Mode, text_size: int = 100) -> None:
        """Put a theme and a text size (per cent, 100 to 200) in force in the running application."""
        self.mode, self.text_size = mode, max(100, min(200, text_size))
        self._apply()

    @Slot()
    def _apply(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if not self._fonts_loaded:
            for name in ("SourceSansPro", "SourceSansProIt", "SourceSansProSemibold", "SourceSansProBold"):
                QFontDatabase.addApplicationFont(getattr(source_sans, name))
            app.setStyle("Fusion")
            self._fonts_loaded = True
        if not self._following:
            # A bound method: the connection lives as long as the program.
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
            self._following = True
        self.colours = self._wanted()
        with uncollected():
            app.setFont(font())
            app.setPalette(palette(self.colours))
            app.setStyleSheet(sheet(self.colours))
        self.changed.emit()

    def _wanted(self) -> Colours:
        if high_contrast():
            return from_system(QGuiApplication.palette())
        if self.mode is Mode.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self.mode is Mode.DARK
        return DARK if dark else LIGHT

    @Slot()
    def _on_system_scheme(self) -> None:
        if self.mode is Mode.SYSTEM and self._wanted() is not self.colours:
            self._apply()


_theme: Theme | None = None


def theme() -> Theme:
    """The program's one theme."""
    global _theme  # noqa: PLW0603 - there is one window system, and one look in it
    if _theme is None:
        _theme = Theme()
    return _theme


def colour(token: str, alpha: int = 255) -> QColor:
    """The present colour of a token, by name."""
    made = QColor(getattr(theme().colours, token))
    made.setAlpha(alpha)
    return made


def px(length: int) -> int:
    """A length that holds text, grown with the text size."""
    return round(length * theme().text_size / 100)


def sized(key: str) -> str:
    """The key under which lengths are remembered: those for large text do not fit small text."""
    size = theme().text_size
    return key if size == TEXT_SIZES[0] else f"{key}@{size}"


def font(size: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font by its step on the type scale."""
    made = QFont(FAMILY)
    made.setPixelSize(px(TYPE[size]))
    made.setWeight(weight)
    return made


def dress(widget: QWidget, kind: str) -> None:
    """Give a widget a look of the style sheet, also after it has been shown."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Draw a widget as the style sheet says of what it has become, such as one that nobody can write in."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def high_contrast() -> bool:
    """Whether the system asks for high contrast; then its own colours are used, not ours."""
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def from_system(system: QPalette) -> Colours:
    """Tokens out of the system's own palette, for high contrast."""
    role = QPalette.ColorRole
    ground, text = system.color(role.Window).name(), system.color(role.WindowText).name()
    accent, on_accent = system.color(role.Highlight).name(), system.color(role.HighlightedText).name()
    values = {field.name: text for field in fields(Colours) if field.name != "dark"}
    values |= {name: ground for name in values if name.endswith("_soft") or name in {*_GROUNDS}}
    values |= {"accent_hover": accent, "on_accent": on_accent, "accent": accent}
    return Colours(**values, dark=system.color(role.Window).lightness() < 128)  # noqa: PLR2004 - half of 255


def palette(colours: Colours) -> QPalette:
    """Qt's palette for the parts that the style draws itself."""
    role = QPalette.ColorRole
    made = QPalette()
    for key, value in {
        role.Window: colours.page,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.faint,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.BrightText: colours.late,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.sunken,
    }.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.faint))
    return made


def sheet(colours: Colours) -> str:
    """The style sheet: `@token` becomes a colour or a size of the type scale, `8sp` a length grown with the text."""
    values: dict[str, str] = {field.name: str(getattr(colours, field.name)) for field in fields(Colours)}
    values |= {f"size_{name}": f"{px(size)}px" for name, size in TYPE.items()}
    values |= {"icons": (RESOURCES / "icons").as_posix(), "scheme": "dark" if colours.dark else "light"}
    values |= {"radius": f"{RADIUS}px"}
    source = (RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8")
    grown = re.sub(r"(\d+)sp\b", lambda found: f"{px(int(found[1]))}px", source)
    return re.sub(r"@(\w+)", lambda found: values[found[1]], grown)
