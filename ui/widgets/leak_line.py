"""One find of the leak alarm: its sentence with the words hidden, and the two things that may become of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.labels import IconLabel, label


class LeakLine(QWidget):
    """A find. `remove_wanted` asks for its words to go, `reason_given` tells why it stays; "" takes that back."""

    remove_wanted = Signal()
    reason_given = Signal(str)

    def __init__(
        self, kind: str, title: str, *, shown: str, told: str, why: str, reason: str, parent: QWidget | None = None
    ) -> None:
        """`shown` is the sentence as rich text with the find marked, `told` the same in plain words."""
        super().__init__(parent)
        self.setAccessibleName(f"{kind}: {told}")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.kind, self.chip = kind, Chip(kind, "late")
        head.addWidget(self.chip)
        head.addWidget(label(title, "note"))
        head.addStretch()
        self.sentence = label("", wraps=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setText(shown)
        self.sentence.setAccessibleName(told)
        self.why = label(why, "note", wraps=True)
        box.addLayout(head)
        box.addWidget(self.sentence)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.why, 1)
        across.addWidget(self._make_choice(kind))
        box.addLayout(across)
        box.addWidget(self._make_form())
        box.addWidget(self._make_kept())
        self.show_reason(reason)

    def _make_choice(self, kind: str) -> QWidget:
        self.choice = QWidget()
        row = _row(self.choice)
        self.remove, self.keep = button(self.tr("Take out")), button(self.tr("Keep …"))
        self.remove.setAccessibleName(self.tr("Take out: {kind}").format(kind=kind))
        self.keep.setAccessibleName(self.tr("Keep: {kind}").format(kind=kind))
        self.remove.clicked.connect(self.remove_wanted)
        self.keep.clicked.connect(self._on_keep)
        row.addWidget(self.remove)
        row.addWidget(self.keep)
        return self.choice

    def _make_form(self) -> QWidget:
        self.form = QWidget()
        row = _row(self.form)
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.reason.setPlaceholderText(self.tr("Why may it stand?"))
        self.reason.setAccessibleName(self.tr("Why it may stand"))
        self.reason.setMinimumWidth(px(160))
        self.reason.installEventFilter(self)
        self.done, self.cancel = button(self.tr("Keep it"), "primary"), button(self.tr("Cancel"))
        self.done.setEnabled(False)
        self.reason.textChanged.connect(self._on_typed)
        self.reason.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)
        self.cancel.clicked.connect(self._on_cancel)
        row.addWidget(self.reason, 1)
        row.addWidget(self.done)
        row.addWidget(self.cancel)
        return self.form

    def _make_kept(self) -> QWidget:
        self.kept = QWidget()
        row = _row(self.kept)
        self.kept_words: QLabel = label("", "note", wraps=True)
        self.back = button(self.tr("Decide again"), "link")
        self.back.clicked.connect(self._on_back)
        row.addWidget(IconLabel("check-circle-fill", "good"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.kept_words, 1)
        row.addWidget(self.back)
        return self.kept

    def lead_there(self) -> None:
        """Let the first button lead to where the words stand, for they are not taken out from here."""
        self.remove.setText(self.tr("Go there"))
        self.remove.setAccessibleName(self.tr("Go there: {kind}").format(kind=self.kind))

    def show_reason(self, reason: str) -> None:
        """Show why it is kept, or the choice again where it is not."""
        self.kept_words.setText(self.tr("Kept: {reason}").format(reason=reason))
        self.chip.show_chip(self.kind, "good" if reason else "late")
        self._turn(self.kept if reason else self.choice)

    def _turn(self, shown: QWidget) -> None:
        for part in (self.choice, self.form, self.kept):
            part.setVisible(part is shown)
        self.why.setVisible(shown is not self.kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reason and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._on_cancel()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_keep(self) -> None:
        self._turn(self.form)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.done.setEnabled(bool(text.strip()))

    @Slot()
    def _on_done(self) -> None:
        if self.reason.text().strip():
            self.reason_given.emit(self.reason.text().strip())

    @Slot()
    def _on_cancel(self) -> None:
        self._turn(self.choice)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.reason_given.emit("")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(owner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
