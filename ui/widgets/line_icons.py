"""Icons in a line to type in: Qt draws them 16 pixels wide whatever the text size is; here they grow with it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from ui.theme import TEXT_SIZES, px, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QStyleOption, QWidget

SIDE: Final = 16


class _GrownIcons(QProxyStyle):
    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric is QStyle.PixelMetric.PM_LineEditIconSize:
            return px(SIDE)
        return super().pixelMetric(metric, option, widget)


def grow_icons(line: QLineEdit) -> None:
    """Let what stands in a line grow with the text; to be called before an icon or the clear button is added."""
    if theme().text_size != TEXT_SIZES[0]:
        line.setStyle(_grown())


@functools.cache
def _grown() -> QStyle:
    made = _GrownIcons("Fusion")
    # A line does not own its style; the application outlives them all.
    made.setParent(QApplication.instance())
    return made
