"""Going from one part of the window to the next with F6: the first thing there that takes the keys has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def go_on(panes: Sequence[QWidget], focus: QWidget | None, step: int) -> None:
    """Put the keys `step` panes further than where they are; round and round."""
    at = next(
        (n for n, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), 0
    )
    pane = panes[(at + step) % len(panes)]
    target = next((child for child in pane.findChildren(QWidget) if _takes_focus(child)), pane)
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
