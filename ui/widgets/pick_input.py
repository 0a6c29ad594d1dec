"""Choose one of many by typing a part of its name; what is typed may also be somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from ui.theme import px
from ui.widgets.line_icons import grow_icons

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN: Final = 9


class Pick(NamedTuple):
    """Something to choose: its id, its name, and what tells it from others of that name."""

    id: int
    name: str
    detail: str = ""

    @property
    def words(self) -> str:
        """What stands in the list."""
        return f"{self.name} · {self.detail}" if self.detail else self.name


class PickInput(QLineEdit):
    """A line with a list below it that narrows as one types. `picked` tells the id, None while nothing fits."""

    picked = Signal(object)

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picks: dict[str, Pick] = {}
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        grow_icons(self)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear"))
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(SHOWN)
        if (popup := completer.popup()) is not None:
            popup.setAccessibleName(name)
            popup.setMinimumWidth(px(280))
        self.setCompleter(completer)
        self.textChanged.connect(self._on_text)
        completer.activated.connect(self._on_activated)

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Offer other choices; what stands in the line stays."""
        self._picks = {}
        for pick in picks:
            words = pick.words
            while words in self._picks:
                # Two people of one name in one organisation still are two.
                words += " "
            self._picks[words] = pick
        self._model.setStringList(list(self._picks))

    def pick(self) -> int | None:
        """The id of what is chosen; None where the line is empty or names nothing that is offered."""
        found = self._found()
        return found.id if found is not None else None

    def new_words(self) -> str:
        """What was typed where it names nothing that is offered."""
        return "" if self._found() is not None else " ".join(self.text().split())

    def choose(self, pick_id: int | None) -> None:
        """Show a choice by its id, or nothing."""
        words = next((words for words, pick in self._picks.items() if pick.id == pick_id), "")
        self.setText(words)
        self.setCursorPosition(0)

    def _found(self) -> Pick | None:
        exact = self._picks.get(self.text()) or self._picks.get(self.text().strip())
        if exact is not None:
            return exact
        named = [pick for pick in self._picks.values() if pick.name.casefold() == self.text().strip().casefold()]
        return named[0] if len(named) == 1 else None

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self.picked.emit(self.pick())

    @Slot(str)
    def _on_activated(self, _words: str) -> None:
        self.setCursorPosition(0)
