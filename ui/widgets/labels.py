"""Words on a page: a label with a look of the style sheet, a label that ends in an ellipsis, an icon as a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.icons import check_icon, paint_icon
from ui.theme import colour, dress, px
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


LONG: Final = 14
"""Shorter words than this fit everywhere."""
BREAK: Final = "\N{ZERO WIDTH SPACE}"


def label(text: str = "", kind: str = "", *, wraps: bool = False) -> QLabel:
    """A label; `kind` is one of the looks under "Words" in desk.qss. Text is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if kind:
        dress(made, kind)
    return made


def rule() -> QFrame:
    """A hairline from side to side."""
    made = QFrame()
    dress(made, "rule")
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where room ends; the whole text is its tooltip and its accessible name."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if kind:
            dress(self, kind)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """The text without its ellipsis."""
        return self._whole

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole if shown != self._whole else ""))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class WrappedLabel(QLabel):
    """Words that go on in another line where room ends; like an ElidedLabel it can be asked for the whole text."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._whole = ""
        if kind:
            dress(self, kind)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """The text."""
        return self._whole

    def _fit(self) -> None:
        """Let a word that is longer than a line go on in the next one."""
        metrics, width = self.fontMetrics(), self.width() - 2
        words = re.split(r"(\s+)", self._whole) if len(self._whole) > LONG else [self._whole]
        shown = "".join(
            BREAK.join(word) if len(word) > LONG and metrics.horizontalAdvance(word) > width else word for word in words
        )
        if shown != self.text():
            self.setText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        # One line is what it wants; how many it gets is asked of it for the width there is.
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), self.fontMetrics().height())


class IconLabel(QWidget):
    """An icon that says something, with the word for those who do not see it."""

    def __init__(self, name: str, token: str, spoken: str = "", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = check_icon(name), token, size
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self.setFixedSize(self.sizeHint())

    def show_icon(self, name: str, token: str, spoken: str = "") -> None:
        """Show another icon."""
        self._name, self._token = check_icon(name), token
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self._name, colour(self._token))
