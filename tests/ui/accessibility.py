"""Walk a page as a screen reader or a keyboard does, and tell what is wrong with it.

`faults(page)` is the list to compare with []: controls without a name, icons without words, labels without a buddy,
mnemonics that clash, tables whose cells say nothing, controls that the Tab key never reaches.
"""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

# Parts of Qt's own widgets: their owner has the name.
INNER = ("qt_spinbox_lineedit", "qt_calendar_", "qt_scrollarea_viewport", "qt_tabwidget_stackedwidget")


def faults(page):
    """Everything wrong, as sentences; an empty list is a page that everybody can use."""
    # Widgets that wait for their deletion are not part of the page any more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    controls = [widget for widget in page.findChildren(QWidget) if _is_control(page, widget)]
    return [
        *(f"{_where(widget)} has no name" for widget in controls if not name_of(widget).strip()),
        *_clashing_mnemonics(page),
        *_silent_cells(controls),
        *_unreachable(page, controls),
        *(f"{_where(label)} is cut off: {label.text()!r}" for label in page.findChildren(QLabel) if _is_cut_off(label)),
    ]


def name_of(widget):
    """What a screen reader calls a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _is_control(page, widget):
    if any(widget.objectName().startswith(inner) for inner in INNER) or not _is_shown(widget):
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return False
    if widget.window() is not page.window() or isinstance(parent, QComboBox | QAbstractSpinBox):
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


def _is_shown(widget):
    return widget.isVisibleTo(widget.window())


def _where(widget):
    path = []
    while widget is not None and len(path) < 4:
        path.append(f"{type(widget).__name__}{'#' + widget.objectName() if widget.objectName() else ''}")
        widget = widget.parentWidget()
    return " in ".join(path)


def _clashing_mnemonics(page):
    words = [
        widget.text()
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLabel) and _is_shown(widget) and _has_mnemonic(widget)
    ]
    letters = Counter(text.replace("&&", "").partition("&")[2][:1].casefold() for text in words)
    return [f"Alt+{letter} means {count} things" for letter, count in letters.items() if letter and count > 1]


def _has_mnemonic(widget):
    is_words = isinstance(widget, QAbstractButton) or widget.buddy() is not None
    return is_words and "&" in widget.text().replace("&&", "")


def _silent_cells(controls):
    for view in controls:
        if not isinstance(view, QAbstractItemView) or view.model() is None:
            continue
        model = view.model()
        for row in range(min(model.rowCount(), 20)):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
                if not str(said or "").strip():
                    yield f"{_where(view)}: the cell {row}, {column} says nothing"


def _unreachable(page, controls):
    """Controls that take the Tab key's focus but do not stand in its chain."""
    chain, widget = set(), page.window()
    for _step in range(5000):
        widget = widget.nextInFocusChain()
        if widget in chain:
            break
        chain.add(widget)
    wanted = [control for control in controls if control.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [f"{_where(control)} is not reached by Tab" for control in wanted if control not in chain]


def _is_cut_off(label):
    """Whether a label that does not wrap is narrower than its words (an elided one tells its whole text itself)."""
    if label.wordWrap() or not _is_shown(label) or not label.text() or hasattr(label, "whole") or "\n" in label.text():
        return False
    QApplication.processEvents()
    return label.width() + 1 < label.fontMetrics().horizontalAdvance(label.text())
