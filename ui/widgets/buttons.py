"""Buttons: one with words, one with only an icon (which then has a name and a tooltip)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.icons import icon
from ui.theme import dress, px
from ui.widgets.plain_words import plain_face, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

AIR = 4
"""Between an icon and its words, beside what the style leaves."""
_INK = {"primary": "on_accent", "link": "accent", "danger": "late"}


class PushButton(QPushButton):
    """A button that Enter presses as Space does, wherever it stands; Qt lets Enter do so in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            # Who keeps the key down pressed once: what opens has not been read yet.
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class ElidedLink(PushButton):
    """A link of one line that ends in an ellipsis where room ends; a screen reader says the whole."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        dress(self, "link")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        # As wide as a long title, a card would not know how high its text is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - px(AIR)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(plain_face(shown))


def button(text: str, kind: str = "", icon_name: str = "", *, tip: str = "") -> QPushButton:
    """A button with words. Kinds: "" plain, "primary" (one on a page), "danger", "link"."""
    made = PushButton(plain_face(text))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if kind:
        dress(made, kind)
    if icon_name:
        made.setIcon(icon(icon_name, _INK.get(kind, "quiet")))
        made.setIconSize(QSize(px(18 + AIR), px(18)))
    if tip:
        made.setToolTip(plain_tip(tip))
    return made


def icon_button(icon_name: str, name: str, *, ink: str = "quiet", shortcut: str = "", keys: str = "") -> QPushButton:
    """A button with an icon only; `name` is what a screen reader says and the tooltip, with its keys behind it.

    `shortcut` makes the keys press the button; `keys` only names them, where the window itself listens.
    """
    made = PushButton()
    dress(made, "icon")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.setIcon(icon(icon_name, ink, "accent"))
    made.setIconSize(QSize(px(18), px(18)))
    made.setAccessibleName(name)
    if shortcut:
        made.setShortcut(shortcut)
    shown = QKeySequence(shortcut or keys).toString(QKeySequence.SequenceFormat.NativeText)
    made.setToolTip(plain_tip(f"{name}  ({shown})" if shown else name))
    return made
