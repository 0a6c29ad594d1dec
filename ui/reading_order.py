"""The order in which the Tab key goes through a page: as one reads it, whenever its parts were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui.widgets.boxes import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE: Final = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""What the keys stop at once, whatever Qt made it of."""


def stops(part: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in a part: what is laid out in the order of its layout, the rest from the top down."""
    if part.isHidden() or not part.isEnabled():
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
        yield part
    if isinstance(part, _WHOLE):
        return
    layout = part.layout()
    laid = parts_of(layout) if layout is not None else []
    known = set(laid)
    others = [made for made in part.children() if isinstance(made, QWidget) and made not in known]
    free = sorted((made for made in others if not made.isWindow()), key=lambda made: (made.y(), made.x()))
    for made in (*laid, *free):
        yield from stops(made)


def step(root: QWidget, *, is_next: bool, wraps: bool = False) -> bool:
    """Give the keys to the stop after or before the one that has them; False where there is none in `root`.

    Where a part has them that is no stop, such as a page, they go to what is in it.
    """
    here = QApplication.focusWidget()
    if here is None:
        return False
    found = list(stops(root))
    place = max((number for number, one in enumerate(found) if one is here or one.isAncestorOf(here)), default=-1)
    if place < 0:
        inside = [one for one in found if here.isAncestorOf(one)]
        goal = (inside[0] if is_next else inside[-1]) if inside else None
    elif wraps:
        goal = found[(place + (1 if is_next else -1)) % len(found)]
    else:
        goal = dict(enumerate(found)).get(place + (1 if is_next else -1))
    if goal is None:
        return False
    goal.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
    around = goal.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(goal)
        around = around.parentWidget()
    return True
