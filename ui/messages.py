"""All words that the program says about itself: the banner, the question before destruction, the crash page.

Say it on the page: `page.tell("Moved to 3 December.", action="Undo", call=self._on_undo)`. What was said stays until
it is read; the same sentence twice is one message with a count; screen readers hear it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.clipboard import copy
from ui.theme import dress, px
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import TONE_ICON
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT: Final = 20


@dataclass(frozen=True)
class Message:
    """A sentence in a tone ("info", "good", "warn", "late"), with one thing to do about it."""

    text: str
    tone: str = "info"
    action: str = ""
    call: Callable[[], object] | None = None
    count: int = 1


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say a text at the next pause."""
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Banner(QFrame):
    """One line over the page. The newest message is in front; the others wait behind it."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Message] = deque(maxlen=KEPT)
        self.setAccessibleName(self.tr("Messages"))
        box = QHBoxLayout(self)
        box.setContentsMargins(32, 6, 16, 6)
        box.setSpacing(10)
        self.mark = IconLabel("info-fill", "info", size=18)
        self.text = label("", wraps=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more = label("", "note")
        self.action = button("", "link")
        self.close_button = icon_button("x", self.tr("Close the message"))
        box.addWidget(self.mark)
        box.addWidget(self.text, 1)
        for part in (self.more, self.action, self.close_button):
            box.addWidget(part)
        self.action.clicked.connect(self._on_action)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    @Slot(object)
    def tell(self, message: Message) -> None:
        """Show a message in front of those that are still unread."""
        same = next((kept for kept in self._waiting if _is_same(kept, message)), None)
        if same is not None:
            self._waiting.remove(same)
            message = replace(message, count=same.count + 1)
        self._waiting.append(message)
        self._show_front()
        announce(self, message.text)

    def messages(self) -> list[Message]:
        """What is unread, oldest first."""
        return list(self._waiting)

    @Slot()
    def dismiss(self) -> None:
        """Take the message in front as read."""
        if self._waiting:
            self._waiting.pop()
        self._show_front()

    def _show_front(self) -> None:
        if not self._waiting:
            self.hide()
            self.emptied.emit()
            return
        front = self._waiting[-1]
        dress(self, f"banner-{front.tone}")
        self.mark.show_icon(TONE_ICON[front.tone], front.tone)
        times = self.tr("(%n times)", "", front.count) if front.count > 1 else ""
        self.text.setText(f"{front.text} {times}".strip())
        others = len(self._waiting) - 1
        self.more.setText(self.tr("%n more", "", others) if others else "")
        self.more.setVisible(others > 0)
        self.action.setText(front.action)
        self.action.setVisible(bool(front.action))
        self.show()

    @Slot()
    def _on_action(self) -> None:
        if self._waiting and (call := self._waiting.pop().call) is not None:
            call()
        self._show_front()


def _is_same(one: Message, other: Message) -> bool:
    return (one.text, one.tone, one.action) == (other.text, other.tone, other.action)


class Confirm(QDialog):
    """The question before something is destroyed; everything else can be undone and is not asked about."""

    def __init__(self, parent: QWidget, question: str, do_it: str, then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._then = then
        self.setWindowTitle(self.tr("Are you sure?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(20)
        words = label(question, wraps=True)
        words.setMinimumWidth(px(360))
        box.addWidget(words)
        self.yes = button(do_it, "danger")
        self.no = button(self.tr("Keep it"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addWidget(buttons)
        buttons.accepted.connect(self._on_yes)
        buttons.rejected.connect(self.reject)
        self.no.setFocus()

    @Slot()
    def _on_yes(self) -> None:
        self.accept()
        self._then()


def confirm(parent: QWidget, question: str, do_it: str, then: Callable[[], object]) -> Confirm:
    """Ask before destruction, without stopping the program; `then` is called on yes. Gives the dialog (for tests)."""
    dialog = Confirm(parent, question, do_it, then)
    dialog.open()
    return dialog


class CrashReport(QDialog):
    """Something went wrong in the program itself: what to do, and the details to send on. Nothing leaves by itself."""

    def __init__(self, details: str, log_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(px(620), px(420))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(self.tr("Something went wrong in the program"), "title"))
        said = self.tr(
            "What you saved is safe. You can go on working; if it happens again, restart the program. "
            "The details below hold no names and no texts from the desk: copy them when you report the fault."
        )
        box.addWidget(label(said, "quiet", wraps=True))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details of the fault"))
        box.addWidget(self.details, 1)
        box.addWidget(label(self.tr("Log file: {path}").format(path=log_path), "faint", wraps=True))
        self.copy = button(self.tr("Copy details"), "", "copy")
        self.go_on = button(self.tr("Go on"), "primary")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.copy)
        row.addWidget(self.go_on)
        box.addLayout(row)
        self.copy.clicked.connect(self._on_copy)
        self.go_on.clicked.connect(self.accept)
        self.copy.setShortcut(QKeySequence("Ctrl+Shift+C"))

    @Slot()
    def _on_copy(self) -> None:
        copy(self.details.toPlainText())
        self.copy.setText(self.tr("Copied"))
