"""The minutes of the meeting: where they stand, the writing room, and beside it what members say."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from referral_desk.operations.corrections import correct_minutes
from referral_desk.queries.corrections import Correctable, correctable
from referral_desk.queries.meeting import Finding, Where
from referral_desk.queries.minutes import ItemState, MinutesDetail, minutes_detail
from referral_desk.queries.minutes_content import MinutesContent, minutes_content
from referral_desk.vocabulary import ItemOutcome, MinutesState, Stage
from ui.language import day_text, language
from ui.memory import recall_bytes, remember
from ui.pages.meeting.course_bar import CourseBar
from ui.pages.meeting.course_closing import ClosingCard
from ui.pages.meeting.course_comments import CommentsPanel
from ui.pages.meeting.course_correction import CorrectionForm
from ui.pages.meeting.course_editions import EditionsCard
from ui.pages.meeting.course_forms import ApprovalForm, DueForm, EarlierForm, TimesForm
from ui.pages.meeting.course_import import ImportForm, ask_for_files
from ui.pages.meeting.course_sheet import CourseSheet
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.inline_form import InlineForm
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from pathlib import Path

    from referral_desk.errors import DeskError
    from ui.doing import UndoPage
    from ui.pages.meeting.minutes_view import MinutesView

SPLIT = "meeting/minutes/split"
WIDE = frozenset({"closing", "correct", "editions", "import"})
"""What takes the place of the minutes while it is open."""


class CourseView(QWidget):
    """The tab "Minutes"."""

    started = Signal()
    """The meeting is to begin."""
    mend = Signal(object)
    opened = Signal()
    """A form opened or closed over the minutes."""

    def __init__(self, page: UndoPage, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.meeting_id = page, meeting_id
        self.minutes: MinutesDetail | None = None
        self.over: QWidget | None = None
        self._wish = ""
        self._correction: dict[str, Any] | None = None
        self._wants_comments: bool | None = None
        self._room: MinutesView | None = None
        self.bar = CourseBar()
        self.nudge = self._nudge()
        self.slot = QVBoxLayout()
        self.empty = EmptyState("note-pencil", "")
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self.comments = CommentsPanel(page, meeting_id)
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.pile.addWidget(self.empty)
        self.pile.addWidget(self.split)
        self.sheet = CourseSheet()
        self.pile.addWidget(self.sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.bar)
        box.addWidget(self.nudge)
        box.addLayout(self.slot)
        box.addWidget(self.pile, 1)
        self.bar.hide()
        self.bar.wants.connect(self.open)
        self.empty.started.connect(self.started)
        self.comments.wants_entry.connect(self.show_entry)
        self.comments.wants_files.connect(functools.partial(ask_for_files, self, self.take_in))
        self.comments.dropped.connect(self.take_in)
        self.split.splitterMoved.connect(self._on_split)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+K"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(functools.partial(self.open, "comments"))

    def _nudge(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("info-fill", "info"))
        self.nudge_words = label("", "note", wraps=True)
        row.addWidget(self.nudge_words, 1)
        self.nudge_button = button(self.tr("Approve and freeze …"), "link")
        self.nudge_button.clicked.connect(self._on_nudge)
        row.addWidget(self.nudge_button)
        made.hide()
        return made

    @property
    def room(self) -> MinutesView:
        """The writing room, built when there are minutes to write."""
        if self._room is None:
            from ui.pages.meeting.minutes_view import MinutesView  # noqa: PLC0415 - loaded when asked for

            self._room = made = MinutesView(self.page.bridge, self.meeting_id, self.split)
            self.split.insertWidget(0, made)
            self.split.addWidget(self.comments)
            self.split.setStretchFactor(0, 1)
            self.split.setStretchFactor(1, 0)
            self.split.setSizes([760, 340])
            self.split.restoreState(recall_bytes(SPLIT))
            made.told.connect(self.page.told)
            made.approves.connect(self.approve_earlier)
            self._show_comments()
        return self._room

    def reload(self) -> None:
        """Ask for all that is shown."""
        job = self.page.bridge.ask(minutes_detail, meeting_id=self.meeting_id, today=self.page.bridge.today)
        job.then(self._on_minutes)
        self.comments.reload()
        if self._room is not None:
            self._room.reload()

    def keep(self) -> dict[str, Any]:
        """What must survive building the page anew."""
        return {
            "comments": self._wants_comments,
            "comment": self.comments.keep(),
            "correction": self.over.keep() if isinstance(self.over, CorrectionForm) else None,
            "room": self._room.keep() if self._room is not None else None,
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self._wants_comments = kept["comments"]
        self.comments.take_up(kept["comment"])
        self._correction = kept["correction"]
        if self._correction is not None:
            self._wish = "correct"
        if kept["room"] is not None:
            self.room.take_up(kept["room"])

    def save_now(self) -> None:
        """Keep what is being typed."""
        if self._room is not None:
            self._room.save_now()

    def is_unsaved(self) -> bool:
        """Whether something typed is not kept: in the room, or in a form that is open."""
        return self._is_begun or self.comments.is_begun or (self._room is not None and self._room.is_unsaved())

    @property
    def _is_begun(self) -> bool:
        return isinstance(self.over, CorrectionForm | ImportForm) and self.over.is_begun

    def _ask_to_end(self) -> None:
        self.page.tell(self.tr("Keep or cancel first what is open above the minutes."), "late")

    @Slot(str)
    def open(self, key: str) -> None:
        """Open a part of the course over the minutes, or close it if it is open: times, due, approve, closing ..."""
        minutes = self.minutes
        if minutes is None:
            self._wish = key
            return
        if key == "comments":
            self._wants_comments = not self.comments.isVisible()
            self._show_comments()
            return
        if self.over is not None and self.over.objectName() == key:
            self.shut()
            return
        match key:
            case "times":
                self._lay(key, TimesForm(self.page, minutes))
            case "due":
                self._lay(key, DueForm(self.page, minutes))
            case "approve":
                self._lay(key, ApprovalForm(self.page, minutes))
            case "closing":
                self._lay_closing(minutes)
            case "correct":
                job = self.page.bridge.ask(correctable, meeting_id=self.meeting_id, language=language())
                job.then(self._on_correctable)
            case "editions":
                self._lay_editions(minutes)

    def show_part(self, key: str) -> None:
        """Open a part for a link that leads to it; what is open already stays so."""
        if key == "comments" and self.minutes is not None:
            self._wants_comments = True
            self._show_comments()
        elif self.over is None or self.over.objectName() != key:
            self.open(key)

    def show_comment(self, comment_id: int) -> None:
        """Go to a comment."""
        self._wants_comments = True
        self._show_comments()
        self.comments.show_comment(comment_id)

    @Slot(int, int)
    def show_entry(self, item_id: int, entry_id: int) -> None:
        """Go to an entry in the room."""
        if self._is_begun:
            self._ask_to_end()
            return
        if self.over is not None and self.over.objectName() in WIDE:
            self.shut()
        self.room.choose(item_id, entry_id)

    @Slot()
    def shut(self) -> None:
        """Close what is open over the minutes."""
        if self.over is not None:
            self.over.hide()
            self.over.deleteLater()
            self.over = None
            if self.minutes is not None:
                self._show_pile(self.minutes)
                self._show_nudge(self.minutes)
            self.opened.emit()

    def _lay(self, key: str, made: QWidget) -> None:
        if self._is_begun:
            made.deleteLater()
            self._ask_to_end()
            return
        self.shut()
        self.over = made
        made.setObjectName(key)
        self.nudge.hide()
        if key in WIDE:
            self.sheet.lay(made)
            self.pile.setCurrentWidget(self.sheet)
        else:
            self.slot.addWidget(made)
        if isinstance(made, InlineForm):
            made.cancelled.connect(self.shut)
            made.finished.connect(self.shut)  # type: ignore[attr-defined]
            made.begin()
        else:
            made.setFocus()
        self.opened.emit()

    def _lay_closing(self, minutes: MinutesDetail) -> None:
        made = ClosingCard(self.page)
        made.show_minutes(minutes)
        made.left.connect(self.shut)
        made.mend.connect(self.mend)
        made.approves.connect(self.approve_earlier)
        self._lay("closing", made)

    def _lay_editions(self, minutes: MinutesDetail) -> None:
        made = EditionsCard()
        made.show_editions(minutes, None)
        made.left.connect(self.shut)
        self._lay("editions", made)
        job = self.page.bridge.ask(minutes_content, meeting_id=self.meeting_id, language=language())
        job.then(functools.partial(self._on_content, made)).otherwise(self._on_broken)

    def _on_content(self, card: EditionsCard, content: MinutesContent) -> None:
        if self.over is card and self.minutes is not None:
            card.show_editions(self.minutes, content)

    def _on_broken(self, error: DeskError) -> None:
        self.page.tell(error.sentence(language()), "late")

    @Slot(list)
    def take_in(self, paths: list[Path]) -> None:
        """Show what returned files say, before anything of them is kept; more of them come below."""
        minutes = self.minutes
        if minutes is None or minutes.id is None or not paths:
            return
        if minutes.is_frozen:
            said = self.tr("The minutes are approved, so nothing was taken in: make a correction of what is wrong.")
            self.page.tell(said, "late")
        elif isinstance(self.over, ImportForm):
            self.over.read(paths)
        elif isinstance(self.over, InlineForm):
            self._ask_to_end()
        else:
            made = ImportForm(self.page, minutes.id, self.meeting_id, self.comments.people, self.comments.rows)
            self._lay("import", made)
            made.read(paths)

    @Slot(object)
    def approve_earlier(self, item: ItemState) -> None:
        """Ask whether an item's decision approves and freezes an earlier meeting's minutes."""
        if item.approves is not None:
            self._lay("earlier", EarlierForm(self.page, item.id, item.version, item.number, item.approves.day))

    @Slot(object)
    def _on_correctable(self, known: Correctable) -> None:
        if self.minutes is not None:
            made = CorrectionForm(self.page, self.minutes, known)
            self._lay("correct", made)
            if self._correction is not None:
                made.take_up(self._correction)
                self._correction = None

    @Slot(object)
    def _on_minutes(self, minutes: MinutesDetail) -> None:
        self.minutes = minutes
        today = self.page.bridge.today
        self.bar.show_minutes(minutes, today, may_change=self.page.bridge.may(correct_minutes))
        self.comments.show_minutes(minutes)
        self._show_pile(minutes)
        self._show_comments()
        self._show_nudge(minutes)
        if isinstance(self.over, ClosingCard):
            self.over.show_minutes(minutes)
        if self._wish:
            wish, self._wish = self._wish, ""
            self.show_part(wish)

    def _show_pile(self, minutes: MinutesDetail) -> None:
        if self.over is not None and self.over.objectName() in WIDE:
            return
        is_held = minutes.stage.step >= Stage.HELD.step
        if is_held or minutes.id is not None:
            self.pile.setCurrentWidget(self.split)
            self.room.show_minutes(minutes)
            return
        self.pile.setCurrentWidget(self.empty)
        if minutes.is_cancelled:
            self.empty.say(self.tr("The meeting is cancelled: there are no minutes of it."))
        elif minutes.day > self.page.bridge.today:
            said = self.tr("The minutes are written from {day} on, when the meeting is held.")
            self.empty.say(said.format(day=day_text(minutes.day, "full")))
        else:
            self.empty.say(
                self.tr(
                    "The meeting gets its number, everybody who holds a seat stands on its sheet, and one can write."
                ),
                self.tr("Begin the meeting")
                if minutes.day == self.page.bridge.today
                else self.tr("Record that it was held"),
            )

    def _show_comments(self) -> None:
        minutes = self.minutes
        is_wanted = self._wants_comments
        if is_wanted is None and minutes is not None:
            is_wanted = minutes.state is MinutesState.IN_COMMENT or minutes.open_comments > 0
        # They stand beside the room, once there is one.
        self.comments.setVisible(bool(is_wanted) and self._room is not None)

    def _show_nudge(self, minutes: MinutesDetail) -> None:
        waiting = [
            item
            for item in minutes.items
            if item.shown is ItemOutcome.DECIDED and item.approves is not None and item.approves.waits
        ]
        self._waiting = waiting[0] if waiting else None
        self.nudge.setVisible(bool(waiting) and minutes.stage.step >= Stage.HELD.step and self.over is None)
        if self._waiting is not None and self._waiting.approves is not None:
            said = self.tr("Item {number} decides on the minutes of {day}: they are not frozen yet.")
            day = day_text(self._waiting.approves.day, "date")
            self.nudge_words.setText(said.format(number=self._waiting.number, day=day))

    @Slot()
    def _on_nudge(self) -> None:
        if self._waiting is not None:
            self.approve_earlier(self._waiting)

    @Slot()
    def _on_split(self) -> None:
        remember(SPLIT, self.split.saveState())

    def mend_here(self, finding: Finding) -> None:
        """Go to where a finding about the minutes is mended."""
        match finding.where:
            case Where.COMMENT if finding.comment_id is not None:
                self.show_comment(finding.comment_id)
            case Where.MINUTES if finding.field_name == "comments_due":
                self.open("approve")
            case Where.ITEM if finding.field_name in {"outcome", "approves"}:
                self.open("closing")
            case Where.ENTRY if finding.field_name == "leak" and not isinstance(self.over, ClosingCard):
                self.open("closing")
            case Where.ENTRY if finding.item_id is not None and finding.entry_id is not None:
                self.show_entry(finding.item_id, finding.entry_id)
            case _:
                self.room.setFocus()
