"""Several of many: what is chosen stands as removable lines, more is found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import icon_button
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    from collections.abc import Sequence


class TagField(QWidget):
    """A list of values. `chosen` tells the new list, a tuple in the order of choosing."""

    chosen = Signal(object)

    def __init__(self, icon_name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._values: tuple[Any, ...] = ()
        self._names: dict[Any, str] = {}
        self._is_read_only = False
        self._lines: list[QWidget] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(2)
        self.search = SearchChoice(hint)
        self.search.setAccessibleName(hint)
        self.box.addWidget(self.search)
        self.setFocusProxy(self.search)
        self.search.chosen.connect(self._on_found)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; what is chosen stays."""
        self._names |= {option.value: option.line for option in options}
        self.search.set_options(options)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let nobody change it, or everybody."""
        self._is_read_only = is_read_only
        self.search.setVisible(not is_read_only)
        self._build()

    def value(self) -> tuple[Any, ...]:
        """What is chosen."""
        return self._values

    def name_values(self, names: dict[Any, str]) -> None:
        """Say what values are called that are not among the options."""
        self._names |= names

    def name_of(self, value: Any) -> str:
        """What a value is called."""
        return self._names.get(value, "")

    def show_value(self, values: Sequence[Any]) -> None:
        """Show a choice without telling."""
        self._values = tuple(values)
        self._build()

    def _build(self) -> None:
        for old in self._lines:
            self.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(value) for value in self._values]
        for place, line in enumerate(self._lines):
            self.box.insertWidget(place, line)

    def _line(self, value: Any) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = self._names.get(value, "")
        row.addWidget(IconLabel(self._icon, "quiet"))
        row.addWidget(ElidedLabel(name), 1)
        drop = icon_button("x", self.tr("Remove {name}").format(name=name))
        drop.setProperty("value", value)
        drop.clicked.connect(self._on_dropped)
        row.addWidget(drop, 0, Qt.AlignmentFlag.AlignRight)
        drop.setVisible(not self._is_read_only)
        return made

    @Slot(object)
    def _on_found(self, value: Any) -> None:
        if value is None:
            return
        self.search.show_value(None)
        if value not in self._values:
            self.show_value((*self._values, value))
            self.chosen.emit(self._values)

    @Slot()
    def _on_dropped(self) -> None:
        value = self.sender().property("value")
        self.show_value([other for other in self._values if other != value])
        self.chosen.emit(self._values)
        self.search.setFocus()
