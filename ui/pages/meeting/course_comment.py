"""One comment on the minutes: who said what, what would change, and the answer, by button or by key."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.comments import accept_comment, decline_comment
from referral_desk.operations.outcome import Done
from referral_desk.queries.comments import CommentRow
from referral_desk.queries.text_changes import word_changes
from referral_desk.vocabulary import CommentState
from ui.language import day_text, label_text, language
from ui.theme import RADIUS, colour
from ui.widgets.buttons import ElidedLink, button, icon_button
from ui.widgets.changed_text import ChangedText
from ui.widgets.chip import Chip
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import IconLabel, label
from ui.widgets.plain_words import aloud, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from referral_desk.errors import DeskError
    from ui.doing import UndoPage

LOOKS = {
    CommentState.OPEN: ("warn", "circle"),
    CommentState.ACCEPTED: ("good", "check-circle-fill"),
    CommentState.DECLINED: ("quiet", "x"),
}


class CommentCard(QFrame):
    """A accepts, D declines with a reply, W accepts in other words; arrows go to the next one."""

    wants_entry = Signal(int, int)
    """Show what it is about: the item and the entry."""
    answered = Signal(int)
    stepped = Signal(int)

    def __init__(self, page: UndoPage, row: CommentRow, *, may_answer: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.row = page, row
        self.may_answer = may_answer and row.state is CommentState.OPEN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._spoken())
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(6)
        box.addLayout(self._head())
        box.addLayout(self._about())
        if row.text:
            box.addWidget(label(row.text, "", wraps=True))
        if row.leaves_out and not row.text:
            box.addWidget(label(self.tr("Would leave this out."), "", wraps=True))
        if row.proposed or row.leaves_out:
            before = row.quoted or row.entry_text
            self.changed = ChangedText(word_changes(before, row.proposed))
            box.addWidget(self.changed)
        if row.has_changed and self.may_answer:
            box.addLayout(self._stale())
        if row.reply:
            said = self.tr("{who}: {reply}").format(who=row.answered_by, reply=row.reply)
            box.addWidget(label(said, "note", wraps=True))
        self.editor: QWidget | None = None
        if self.may_answer:
            box.addLayout(self._actions())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.row.who, "lead", wraps=True), 1)
        head.addWidget(label(day_text(self.row.said_on, "short"), "faint"))
        if self.row.state is not CommentState.OPEN:
            tone, glyph = LOOKS[self.row.state]
            head.addWidget(Chip(label_text(self.row.state), tone, glyph))
        return head

    def _about(self) -> QHBoxLayout:
        line = QHBoxLayout()
        if self.row.entry_id is None:
            line.addWidget(label(self.tr("On the minutes as a whole"), "faint"))
        else:
            whole = f"{self.row.number}.  {self.row.title}"
            about = ElidedLink(whole)
            about.setToolTip(plain_tip(f"{whole}\n{self.tr('Show what it is about')}"))
            line.addWidget(about, 1)
            about.clicked.connect(functools.partial(self.wants_entry.emit, self.row.item_id, self.row.entry_id))
        return line

    def _stale(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(IconLabel("warning-fill", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("The entry has changed since. It reads now: {text}").format(text=self.row.entry_text)
        line.addWidget(label(said, "note", wraps=True), 1)
        return line

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.accept = button(self.tr("Accept it"), "", "check", tip=self.tr("Accept  (A)"))
        self.decline = button(self.tr("Decline …"), "", "x", tip=self.tr("Decline with a reply  (D)"))
        self.reword = icon_button("pencil-simple", self.tr("Accept in other words"), keys="W")
        row.addWidget(self.accept)
        row.addWidget(self.decline)
        row.addStretch()
        row.addWidget(self.reword)
        if self.row.entry_id is None:
            self.reword.hide()
        self.accept.clicked.connect(self._on_accept)
        self.decline.clicked.connect(self._on_decline)
        self.reword.clicked.connect(self._on_reword)
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self._box.addWidget(self.wrong)
        return row

    @Slot()
    def _on_accept(self) -> None:
        if self.row.has_changed and (self.row.proposed or self.row.leaves_out):
            self._on_reword()
            return
        self._accept()

    def _accept(self, text: str | None = None) -> None:
        job = self.page.bridge.do(
            accept_comment,
            comment_id=self.row.id,
            version=self.row.version,
            text=text,
            entry_version=None if text is None else self.row.entry_version,
        )
        job.then(functools.partial(self._on_answered, self.tr("The comment by {who} is accepted."))).otherwise(
            self._on_refused
        )

    @Slot()
    def _on_decline(self) -> None:
        self._open(self.tr("Why it is declined"), "", self.tr("Decline"), self._on_declined)

    @Slot()
    def _on_reword(self) -> None:
        words = self.row.proposed or ("" if self.row.leaves_out else self.row.entry_text)
        asks = self.tr("How the entry shall read, or nothing if it goes")
        title = asks if self.row.leaves_out else self.tr("How the entry shall read")
        self._open(title, words, self.tr("Accept with these words"), self._accept)

    def _on_declined(self, reply: str) -> None:
        job = self.page.bridge.do(decline_comment, comment_id=self.row.id, version=self.row.version, reply=reply)
        job.then(functools.partial(self._on_answered, self.tr("The comment by {who} is declined."))).otherwise(
            self._on_refused
        )

    def _open(self, title: str, text: str, do_it: str, call: object) -> None:
        self._shut()
        self.editor = made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(title, "field"))
        self.words = GrowingText(2, 8)
        self.words.setAccessibleName(title)
        self.words.show_text(text)
        box.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.send = button(do_it, "primary", tip=QKeySequence("Ctrl+Return").toString())
        leave = button(self.tr("Cancel"))
        row.addWidget(self.send)
        row.addWidget(leave)
        row.addStretch()
        box.addLayout(row)
        self._call = call
        self.send.clicked.connect(self._on_send)
        leave.clicked.connect(self._shut)
        self._box.addWidget(made)
        self.words.setFocus()

    @Slot()
    def _on_send(self) -> None:
        self._call(self.words.toPlainText())  # type: ignore[operator]

    @Slot()
    def _shut(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.setFocus()

    def _on_answered(self, said: str, done: Done) -> None:
        self.page.say_done(said.format(who=self.row.who), done)
        self.answered.emit(self.row.id)

    def _on_refused(self, error: DeskError) -> None:
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()

    def _spoken(self) -> str:
        row = self.row
        about = f"{row.number}. {row.title}" if row.entry_id is not None else self.tr("On the minutes as a whole")
        return aloud(row.who, about, row.text, label_text(row.state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.editor is not None:
            if key == Qt.Key.Key_Escape:
                self._shut()
            elif held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_send()
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.stepped.emit(steps[Qt.Key(key)])
        elif self.may_answer and key == Qt.Key.Key_A:
            self._on_accept()
        elif self.may_answer and key == Qt.Key.Key_D:
            self._on_decline()
        elif self.may_answer and key == Qt.Key.Key_W and self.row.entry_id is not None:
            self._on_reword()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row.item_id is not None:
            self.wants_entry.emit(self.row.item_id, self.row.entry_id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), RADIUS, RADIUS)
