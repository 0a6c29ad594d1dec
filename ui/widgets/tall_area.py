"""A column that scrolls and is as tall as its wrapped words need at the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class TallArea(QScrollArea):
    """Qt asks a scrolled column for its least height without telling it how wide it is: this tells it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            inside.setMinimumHeight(max(0, layout.totalHeightForWidth(self.viewport().width())))
