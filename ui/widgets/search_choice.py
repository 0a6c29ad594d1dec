"""Choose one of many by typing any part of its name; what is not found cannot be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.icons import icon
from ui.theme import dress, px
from ui.widgets.line_icons import grow_icons

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Option:
    """Something to choose: its value, its name, and a quiet word that tells it from others of that name."""

    value: Any
    name: str
    detail: str = ""

    @property
    def line(self) -> str:
        """Name and detail as one searches for them."""
        return f"{self.name} · {self.detail}" if self.detail else self.name


class SearchChoice(QLineEdit):
    """A line with suggestions. `chosen` tells the new value; emptying the line chooses None."""

    chosen = Signal(object)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._name = ""
        self._by_line: dict[str, Option] = {}
        self._by_value: dict[Any, Option] = {}
        self._names: dict[Any, str] = {}
        self._lines = QStringListModel(self)
        self._finder = QCompleter(self._lines, self)
        self._finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self._finder.setMaxVisibleItems(10)
        popup = self._finder.popup()
        assert popup is not None
        popup.setMinimumWidth(px(320))
        dress(popup, "suggestions")
        self._popup = popup
        self.setCompleter(self._finder)
        self.setPlaceholderText(hint)
        self._clear = QAction(icon("x"), self.tr("Empty the field"), self)
        self._clear.triggered.connect(self._on_clear)
        grow_icons(self)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        # Only now: the line makes its button visible when it takes the action.
        self._clear.setVisible(False)
        self.textChanged.connect(self._show_clear)
        self._finder.activated.connect(self._on_activated)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._settle)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the value stays."""
        self._by_line = {option.line: option for option in options}
        self._by_value = {option.value: option for option in options}
        self._lines.setStringList(list(self._by_line))

    def value(self) -> Any:
        """What is chosen, or None."""
        return self._value

    def show_value(self, value: Any, name: str = "") -> None:
        """Show a choice without telling; `name` is what it is called where it is not among the options."""
        self._value = value
        self._name = name or self.name_of(value)
        if self.text() != self._name:
            self.setText(self._name)
        self.setCursorPosition(0)

    def name_value(self, value: Any, name: str) -> None:
        """Say what a value is called that is not among the options."""
        self._names[value] = name

    def name_of(self, value: Any) -> str:
        """What a value is called."""
        known = self._by_value.get(value)
        return known.name if known else self._names.get(value, "")

    def choose(self, value: Any) -> None:
        """Choose and tell."""
        known = self._by_value.get(value)
        if value is not None and known is None:
            return
        self.show_value(value)
        self.chosen.emit(value)

    @Slot(str)
    def _on_activated(self, line: str) -> None:
        option = self._by_line.get(line)
        if option is not None and option.value != self._value:
            self.choose(option.value)
        elif option is not None:
            self.show_value(option.value)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if not text.strip() and self._value is not None:
            self.choose(None)

    @Slot()
    def _on_clear(self) -> None:
        self.clear()
        if self._value is not None:
            self.choose(None)

    @Slot(str)
    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text) and not self.isReadOnly())

    def setReadOnly(self, is_read_only: bool) -> None:
        super().setReadOnly(is_read_only)
        self._show_clear(self.text())

    @Slot()
    def _settle(self) -> None:
        """What was typed either is an option, or the one before stays."""
        text = self.text().strip()
        if text == self._name:
            return
        wanted = text.casefold()
        exact = [option for option in self._by_line.values() if option.name.casefold() == wanted]
        if len(exact) == 1:
            self.choose(exact[0].value)
        else:
            self.setText(self._name)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            # All there is, as in a list box.
            self._finder.setCompletionPrefix("" if self.text() == self._name else self.text())
            self._finder.complete()
            return
        if event.key() == Qt.Key.Key_Escape and self.text() != self._name:
            self.setText(self._name)
            return
        super().keyPressEvent(event)
