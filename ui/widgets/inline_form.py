"""A small form that opens on the page where one is: fields, one sentence if it is refused, save and cancel.

Ctrl+Enter saves, Enter in a line too, Esc cancels. A field is any input; its title is its buddy.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.messages import announce
from ui.reading_order import step
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label

_COLUMNS: Final = 12


class InlineForm(QFrame):
    """Fields in a grid of twelve columns. `saved` tells that the person wants it done, `cancelled` that not."""

    saved = Signal()
    cancelled = Signal()
    over = Signal()
    """It was closed: done, cancelled, or taken away."""

    def __init__(self, *, kind: str = "inline", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, kind)
        self._inputs: list[QWidget] = []
        self._fields_by_input: dict[QWidget, QWidget] = {}
        self._row = self._column = 0
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(12)
        self.title = label("", "lead")
        self.title.hide()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        for number in range(_COLUMNS):
            self.grid.setColumnStretch(number, 1)
        self.help = label("", "note", wraps=True)
        self.help.hide()
        self._wrong_mark = IconLabel("warning-circle-fill", "late")
        self.wrong = label("", "wrong", wraps=True)
        self._wrong_line = QWidget()
        wrong = QHBoxLayout(self._wrong_line)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.addWidget(self._wrong_mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self.wrong, 1)
        self._wrong_line.hide()
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.save = button("", "primary")
        self.cancel = button(self.tr("Cancel"))
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch()
        box.addWidget(self.title)
        box.addLayout(self.grid)
        box.addWidget(self.help)
        box.addWidget(self._wrong_line)
        box.addLayout(self.foot)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.cancelled)

    def name_it(self, title: str, save: str) -> None:
        """Say what the form is for, and what its button does."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.save.setText(save)

    def fit_in(self) -> None:
        """Take frame and margins away: the form stands in a frame already."""
        dress(self, "")
        self._box.setContentsMargins(0, 0, 0, 0)

    def add(self, title: str, made: QWidget, span: int = _COLUMNS) -> InlineForm:
        """Put an input below its title, `span` of twelve columns wide."""
        if self._column + span > _COLUMNS:
            self._row, self._column = self._row + 1, 0
        part = self._fields_by_input[made] = self._titled(title, made) if title else made
        self.grid.addWidget(part, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span
        self._inputs.append(made)
        for watched in (made, made.focusProxy()):
            if watched is not None:
                watched.installEventFilter(self)
        return self

    def show_field(self, made: QWidget, *, is_shown: bool) -> None:
        """Show an input with its title, or neither: where nothing is to be said there."""
        self._fields_by_input[made].setVisible(is_shown)

    def _titled(self, title: str, made: QWidget) -> QWidget:
        around = QWidget()
        # Every column is as wide as the others, whatever stands in it.
        around.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(around)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        said = label(title, "field")
        said.setBuddy(made)
        box.addWidget(said)
        box.addWidget(made)
        return around

    def say(self, sentence: str) -> None:
        """Say a quiet line below the fields."""
        self.help.setText(sentence)
        self.help.setVisible(bool(sentence))

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; an empty sentence takes that back."""
        self.wrong.setText(sentence)
        self._wrong_line.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    @property
    def is_written(self) -> bool:
        """Whether it is open and somebody has written something in it."""
        lines = any(made.isModified() and made.text().strip() for made in self.findChildren(QLineEdit))
        texts = self.findChildren(QPlainTextEdit)
        return not self.isHidden() and (
            lines or any(made.document().isModified() and made.toPlainText().strip() for made in texts)
        )

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self.refuse("")
        if self._inputs:
            self._inputs[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return step(self, is_next=next) or super().focusNextPrevChild(next)

    @Slot()
    def _on_save(self) -> None:
        self.refuse("")
        self.saved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if is_enter and (held or (isinstance(watched, QLineEdit) and not isinstance(watched, QPlainTextEdit))):
                self._on_save()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.over.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
