"""A box to tick whose words end in an ellipsis where room ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import px
from ui.widgets.plain_words import plain_face, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedCheck(QCheckBox):
    """The box; its whole words are its tooltip and its accessible name."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(plain_face(words), parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def whole(self) -> str:
        """The words without an ellipsis."""
        return self._words

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width() - px(4)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(plain_face(shown))
        self.setToolTip(plain_tip(self._words if shown != self._words else ""))
