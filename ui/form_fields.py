"""What a form can ask for: each field with its widget, how a value is read from that and put into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any, Final

from PySide6.QtCore import QTime
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from ui.language import language
from ui.theme import font, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText

MARGINS: Final = 24


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


def input_for(field: Field) -> QWidget:
    """The widget that a field is filled in with; for those that make none of their own (TypeError for others)."""
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


def changed_signal(made: QWidget) -> Any:
    """The signal by which a widget tells that its value is another."""
    return getattr(made, _SIGNALS.get(type(made), "chosen"))


def value_of(made: Any) -> Any:
    """What stands in a widget, as its field promises it."""
    read = _VALUES.get(type(made))
    return made.value() if read is None else read(made)


def show_beginning(line: QLineEdit) -> None:
    """Let words that are longer than their field be read from their beginning."""
    if line.fontMetrics().horizontalAdvance(line.text()) > line.width() - px(MARGINS):
        line.setCursorPosition(0)


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


def show_value(made: Any, value: Any) -> None:
    """Put a value into a widget."""
    if type(made) not in _VALUES:
        # A widget of one's own, which may well be a kind of line.
        made.show_value(value)
        return
    match made:
        case QLineEdit():
            made.setText(value)
            show_beginning(made)
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
