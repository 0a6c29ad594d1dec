"""A form out of a list of fields: labels are buddies, the wrong field is marked where it stands, text saves itself.

self.form = Form((Text("title", self.tr("Title")), Choice("label", self.tr("May read"), CHOICES), ...))
self.form.fill({"title": row.title, ...})
self.form.edited.connect(self._on_edited)     # (name, value), within a second of the last key, at once on leaving
self.form.mark("title", error.sentence(language()))
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.form_fields import (
    Check,
    Choice,
    Day,
    Field,
    Growing,
    LongText,
    Number,
    Own,
    Text,
    Time,
    changed_signal,
    input_for,
    show_beginning,
    show_value,
    value_of,
)
from ui.theme import font, px, repolish
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label

# Who lays out a form finds its fields here too.
__all__ = ["Check", "Choice", "Day", "Field", "Form", "Growing", "LongText", "Number", "Own", "Text", "Time"]

NARROW: Final = 300
LEFT: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason}
)
PAUSE: Final = 800
"""Milliseconds after the last key until a text is handed on: nothing typed stays unsaved for a second."""


class Form(QWidget):
    """Fields in a grid of twelve columns."""

    edited = Signal(str, object)
    """A field has a new value: its name and the value."""

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {field.name: field for field in fields}
        self.inputs: dict[str, QWidget] = {}
        self._wrong: dict[str, QLabel] = {}
        self._known: dict[str, Any] = {}
        self._hints: dict[str, str] = {}
        self._of: Hashable = None
        self._is_filling = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(PAUSE)
        self._typing.timeout.connect(self.hand_on)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self._boxes = [(field, self._make(field)) for field in fields]
        self._widening = 0
        self._arrange(1)

    def _arrange(self, widening: int) -> None:
        """Put the fields in the grid, each so many times as wide as it asks for."""
        if widening == self._widening:
            return
        self._widening = widening
        row = column = 0
        for field, box in self._boxes:
            span = min(_COLUMNS, field.span * widening)
            if column + span > _COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, span)
            column += span
        # More height than it needs goes below the fields, not between them.
        self._grid.setRowStretch(len(self._boxes), 1)

    def _make(self, field: Field) -> QWidget:
        box = QVBoxLayout()
        whole = QWidget()
        whole.setLayout(box)
        # Every column is as wide as the others, whatever stands in it.
        whole.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        made = field.make() if isinstance(field, Own | Growing) else input_for(field)
        made.setObjectName(field.name)
        made.setAccessibleName(field.title)
        self.inputs[field.name] = made
        if not isinstance(field, Check) and not field.is_bare:
            title = label(field.title, "field")
            title.setBuddy(made)
            box.addWidget(title)
        if isinstance(field, Check) and field.is_bare:
            # Beside fields with titles it stands where they do.
            box.addSpacing(QFontMetrics(font("note")).lineSpacing() + 4 + px(4))
        box.addWidget(made)
        if field.help:
            made.setAccessibleDescription(field.help)
            box.addWidget(label(field.help, "faint", wraps=True))
        wrong = label("", "wrong", wraps=True)
        wrong.hide()
        self._wrong[field.name] = wrong
        box.addWidget(wrong)
        box.addStretch()
        (made.line if isinstance(made, DayInput) else made).installEventFilter(self)
        changed_signal(made).connect(self._on_changed)
        self._known[field.name] = value_of(made)
        return whole

    def fill(self, values: dict[str, Any], of: Hashable = None) -> None:
        """Show values; a field in which somebody types keeps its text.

        `of` is the key of the record they belong to: another record takes every field, and has its own undo.
        """
        is_other = of != self._of
        self._of = of
        self._is_filling = True
        for name, value in values.items():
            made = self.inputs[name]
            now = value_of(made)
            # What the desk keeps ends without blanks: who types on has just set one.
            is_typed = now != self._known[name] or str(now).split() == str(value).split()
            is_being_typed = is_typed and not is_other and made.hasFocus()
            self._known[name] = value
            if isinstance(made, GrowingText):
                made.show_text(made.toPlainText() if is_being_typed else value, of)
            elif not is_being_typed and now != value:
                show_value(made, value)
                if isinstance(made, DayInput):
                    self.mark(name, "")
        self._is_filling = False
        if is_other:
            self._typing.stop()

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {name: value_of(made) for name, made in self.inputs.items()}

    def mark(self, name: str, sentence: str) -> None:
        """Say at a field what is wrong with it; an empty sentence takes the mark away."""
        made, wrong = self.inputs[name], self._wrong[name]
        made = made.line if isinstance(made, DayInput) else made
        wrong.setText(sentence)
        wrong.setVisible(bool(sentence))
        if bool(made.property("wrong")) != bool(sentence):
            made.setProperty("wrong", bool(sentence))
            repolish(made)
        if sentence or not isinstance(self.inputs[name], DayInput):  # a day tells itself what was understood
            made.setAccessibleDescription(sentence or self.fields[name].help)

    def clear_marks(self) -> None:
        """Take all marks away."""
        for name in self.inputs:
            self.mark(name, "")

    def can_be_read(self) -> bool:
        """Whether every day can be read; those that cannot are marked, and one stands at the first of them."""
        unread = [made for made in self.inputs.values() if isinstance(made, DayInput) and self._judge(made)]
        if unread:
            unread[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not unread

    def _judge(self, made: DayInput) -> str:
        """Say at a day why it cannot be read, if so."""
        if problem := made.problem(is_needed=not made.is_optional):
            self.mark(made.objectName(), problem)
        return problem

    def set_read_only(self, is_read_only: bool, names: Collection[str] = ()) -> None:
        """Let nobody write, or everybody; in the named fields, or in all."""
        for name, made in ((name, made) for name, made in self.inputs.items() if name in names or not names):
            if isinstance(made, QLineEdit | QPlainTextEdit):
                made.setReadOnly(is_read_only)
                # Nobody is asked for what nobody can write.
                hint = self._hints.setdefault(name, made.placeholderText())
                made.setPlaceholderText("" if is_read_only else hint)
                repolish(made)
            else:
                made.setEnabled(not is_read_only)

    @Slot()
    def hand_on(self) -> None:
        """Tell `edited` now for every field whose value is new."""
        self._typing.stop()
        for name, made in self.inputs.items():
            value = value_of(made)
            if value != self._known[name] and not (isinstance(made, DayInput) and made.is_half_typed()):
                self._known[name] = value
                self.edited.emit(name, value)

    @property
    def is_waiting(self) -> bool:
        """Whether something typed has not been told yet."""
        return self._typing.isActive()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self._typing.start()
            made = self.sender()
            if isinstance(made, DayInput):
                self.mark(made.objectName(), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room, or the text is large, fields stand below one another.
        self._arrange(2 if event.size().width() < px(NARROW) else 1)
        for made in self.inputs.values():
            if isinstance(made, QLineEdit) and not made.hasFocus():
                show_beginning(made)

    def minimumSizeHint(self) -> QSize:  # fields shrink before they push others away
        return QSize(px(160), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            if isinstance(watched, QLineEdit) and isinstance(event, QFocusEvent) and event.reason() in LEFT:
                show_beginning(watched)
            if isinstance(made := watched.parent(), DayInput):
                self._judge(made)
            if self._typing.isActive():
                self.hand_on()
        return super().eventFilter(watched, event)


_COLUMNS: Final = 12
