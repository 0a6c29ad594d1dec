"""What the leak alarm found, in place: each find in its field, to be taken out or kept with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from referral_desk.operations.leaks import Keep
from referral_desk.texts import say
from ui.language import label_text, language
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from referral_desk.guard.personal_data import Find


@dataclass
class _Line:
    field: str
    words: str
    reason: QLineEdit
    whole: QWidget
    is_removed: bool = False


class LeakLines(QWidget):
    """One line a find. `removed` tells field and words that are to be taken out of it."""

    removed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(10)

    def show_finds(
        self, finds: Mapping[str, tuple[Find, ...]], title: Callable[[str], str], *, may_keep: bool = True
    ) -> None:
        """Show what was found by field; a reason that was written for the same words stays."""
        before = {(line.field, line.words): line.reason.text() for line in self.lines}
        for line in self.lines:
            self.box.removeWidget(line.whole)
            line.whole.hide()
            line.whole.deleteLater()
        self.lines = []
        for field, found in finds.items():
            for find in found:
                made = self._line(field, title(field), find, may_keep=may_keep)
                made.reason.setText(before.get((field, made.words), ""))
                self.lines.append(made)
                self.box.addWidget(made.whole)
        self.setVisible(bool(self.lines))

    def kept(self) -> list[Keep]:
        """What may stand, with the reasons."""
        return [
            Keep(line.field, line.words, line.reason.text())
            for line in self.lines
            if not line.is_removed and line.reason.text().strip()
        ]

    def problem(self) -> str:
        """What is still to be decided before it can be tried again; empty where nothing is."""
        if any(not line.is_removed and not line.reason.text().strip() for line in self.lines):
            return self.tr("Take each find out, or say why it may stand.")
        return ""

    def _line(self, field: str, title: str, find: Find, *, may_keep: bool) -> _Line:
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("shield-warning-fill", "late"))
        said = f"{title}: “{find.words}” · {label_text(find.kind)}"
        head.addWidget(label(said, "lead", wraps=True), 1)
        box.addLayout(head)
        box.addWidget(label(say(find.why, language()), "note", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        remove = button(self.tr("Take it out"), "", "trash")
        remove.setAccessibleName(self.tr("Take it out: {words}").format(words=find.words))
        reason = QLineEdit()
        reason.setPlaceholderText(self.tr("Or keep it: say why it may stand"))
        reason.setAccessibleName(self.tr("Why it may stand: {words}").format(words=find.words))
        reason.setVisible(may_keep)
        row.addWidget(remove)
        row.addWidget(reason, 1)
        if not may_keep:
            row.addStretch()
        box.addLayout(row)
        made = _Line(field, find.words, reason, whole)
        remove.setProperty("line", len(self.lines))
        remove.clicked.connect(self._on_remove)
        return made

    @Slot()
    def _on_remove(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        line = self.lines[int(pressed.property("line"))]
        # The same words go wherever they stand in the field.
        for one in self.lines:
            if (one.field, one.words) == (line.field, line.words):
                one.is_removed = True
                one.whole.hide()
        self.removed.emit(line.field, line.words)
