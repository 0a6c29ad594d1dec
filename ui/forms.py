"""A form out of a list of fields: labels are buddies, the wrong field is marked where it stands, text saves itself.

self.form = Form((Text("title", self.tr("Title")), Choice("label", self.tr("May read"), CHOICES), ...))
self.form.fill({"title": row.title, ...})
self.form.edited.connect(self._on_edited)     # (name, value), within a second of the last key, at once on leaving
self.form.mark("title", error.sentence(language()))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ui.language import language
from ui.theme import font, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label

NARROW: Final = 300
PAUSE: Final = 800
"""Milliseconds after the last key until a text is handed on: nothing typed stays unsaved for a second."""


@dataclass(frozen=True)
class Field:
    """What all fields have: a name in the code, a title for people, how many of twelve columns they take."""

    name: str
    title: str
    span: int = 12
    hint: str = ""
    """Grey words in the empty field."""
    help: str = ""
    """A quiet line below it."""
    is_bare: bool = False
    """Without its title above, where what stands around says what it is."""


@dataclass(frozen=True)
class Text(Field):
    """One line of words; its value is a str."""

    at_most: int = 300
    is_secret: bool = False


@dataclass(frozen=True)
class LongText(Field):
    """Some lines of words; its value is a str."""

    lines: int = 4


@dataclass(frozen=True)
class Growing(Field):
    """Words that may become long; the field grows with them, from `lines` to `at_most`. Its value is a str."""

    lines: int = 2
    at_most: int = 16

    def make(self) -> GrowingText:
        """The field."""
        made = GrowingText(self.lines, self.at_most)
        made.setPlaceholderText(self.hint)
        return made


@dataclass(frozen=True)
class Choice(Field):
    """One of some choices (value, word); its value is the value."""

    choices: tuple[tuple[Any, str], ...] = ()


@dataclass(frozen=True)
class Number(Field):
    """A figure; its value is an int."""

    at_least: int = 0
    at_most: int = 9999
    unit: str = ""


@dataclass(frozen=True)
class Day(Field):
    """A day that is typed; its value is a date, None where none can be read. Without a year it is one to come."""

    _: KW_ONLY
    today: dt.date
    may_be_empty: bool = False
    """Whether no day is an answer too: emptying the field hands None on."""


@dataclass(frozen=True)
class Time(Field):
    """A clock time; its value is a time."""


@dataclass(frozen=True)
class Check(Field):
    """Yes or no; its value is a bool."""


@dataclass(frozen=True)
class Own(Field):
    """A widget of one's own: it has `value()`, `show_value(value)` and a signal `chosen`."""

    make: Callable[[], QWidget] = QWidget


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

    def _make(self, field: Field) -> QWidget:
        box = QVBoxLayout()
        whole = QWidget()
        whole.setLayout(box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        made = field.make() if isinstance(field, Own | Growing) else _input(field)
        made.setObjectName(field.name)
        made.setAccessibleName(field.title)
        self.inputs[field.name] = made
        if not isinstance(field, Check) and not field.is_bare:
            title = label(field.title, "field")
            title.setBuddy(made)
            box.addWidget(title)
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
        _changed_signal(made).connect(self._on_changed)
        self._known[field.name] = _value(made)
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
            now = _value(made)
            # What the desk keeps ends without blanks: who types on has just set one.
            is_typed = now != self._known[name] or str(now).split() == str(value).split()
            is_being_typed = is_typed and not is_other and made.hasFocus()
            self._known[name] = value
            if isinstance(made, GrowingText):
                made.show_text(made.toPlainText() if is_being_typed else value, of)
            elif not is_being_typed and now != value:
                _show(made, value)
                if isinstance(made, DayInput):
                    self.mark(name, "")
        self._is_filling = False
        if is_other:
            self._typing.stop()

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {name: _value(made) for name, made in self.inputs.items()}

    def mark(self, name: str, sentence: str) -> None:
        """Say at a field what is wrong with it; an empty sentence takes the mark away."""
        made, wrong = self.inputs[name], self._wrong[name]
        made = made.line if isinstance(made, DayInput) else made
        wrong.setText(sentence)
        wrong.setVisible(bool(sentence))
        if bool(made.property("wrong")) != bool(sentence):
            made.setProperty("wrong", bool(sentence))
            made.style().unpolish(made)
            made.style().polish(made)
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
        for made in (made for name, made in self.inputs.items() if name in names or not names):
            if isinstance(made, QLineEdit | QPlainTextEdit):
                made.setReadOnly(is_read_only)
            else:
                made.setEnabled(not is_read_only)

    @Slot()
    def hand_on(self) -> None:
        """Tell `edited` now for every field whose value is new."""
        self._typing.stop()
        for name, made in self.inputs.items():
            value = _value(made)
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

    def minimumSizeHint(self) -> QSize:  # fields shrink before they push others away
        return QSize(px(160), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            if isinstance(made := watched.parent(), DayInput):
                self._judge(made)
            if self._typing.isActive():
                self.hand_on()
        return super().eventFilter(watched, event)


_COLUMNS: Final = 12


def _input(field: Field) -> QWidget:
    made: QWidget
    match field:
        case Text():
            made = line = QLineEdit()
            line.setMaxLength(field.at_most)
            line.setPlaceholderText(field.hint)
            if field.is_secret:
                line.setEchoMode(QLineEdit.EchoMode.Password)
        case LongText():
            made = text = QPlainTextEdit()
            text.setPlaceholderText(field.hint)
            text.setTabChangesFocus(True)
            text.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * field.lines + px(20))
        case Choice():
            made = combo = ChoiceBox(field.choices)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        case Number():
            made = figure = QSpinBox()
            figure.setRange(field.at_least, field.at_most)
            figure.setSuffix(f" {field.unit}" if field.unit else "")
            figure.lineEdit().setTextMargins(px(8), 0, 0, 0)
        case Day():
            made = day = DayInput(field.title, field.today, hint=field.hint, is_ahead=True)
            day.is_optional = field.may_be_empty
        case Time():
            made = time = QTimeEdit()
            time.setDisplayFormat("H.mm" if language() == "da" else "HH:mm")
            time.lineEdit().setTextMargins(px(8), 0, 0, 0)
        case Check():
            made = QCheckBox(field.title)
        case _:
            message = f"a form knows no {type(field).__name__}"
            raise TypeError(message)
    return made


def _changed_signal(made: QWidget) -> Any:
    return getattr(made, _SIGNALS.get(type(made), "chosen"))


def _value(made: Any) -> Any:
    read = _VALUES.get(type(made))
    return made.value() if read is None else read(made)


_SIGNALS: Final[dict[type[QWidget], str]] = {
    QLineEdit: "textChanged",
    QPlainTextEdit: "textChanged",
    GrowingText: "textChanged",
    ChoiceBox: "currentIndexChanged",
    QSpinBox: "valueChanged",
    QTimeEdit: "timeChanged",
    DayInput: "changed",
    QCheckBox: "toggled",
}
_VALUES: Final[dict[type[QWidget], Callable[[Any], Any]]] = {
    QLineEdit: QLineEdit.text,
    QPlainTextEdit: QPlainTextEdit.toPlainText,
    GrowingText: QPlainTextEdit.toPlainText,
    ChoiceBox: lambda made: made.value(),
    QSpinBox: QSpinBox.value,
    QTimeEdit: lambda made: dt.time(made.time().hour(), made.time().minute()),
    DayInput: DayInput.day,
    QCheckBox: QCheckBox.isChecked,
}


def _show(made: Any, value: Any) -> None:
    if type(made) not in _VALUES:
        # A widget of one's own, which may well be a kind of line.
        made.show_value(value)
        return
    match made:
        case QLineEdit():
            made.setText(value)
        case QPlainTextEdit():
            # Not setPlainText: that would forget what can be undone.
            cursor = made.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(value)
        case ChoiceBox():
            made.setCurrentIndex(made.values.index(value) if value in made.values else -1)
        case QSpinBox():
            made.setValue(value)
        case QTimeEdit():
            made.setTime(QTime(value.hour, value.minute))
        case DayInput():
            made.set_day(value)
        case QCheckBox():
            made.setChecked(value)
