"""The comments on the minutes beside them: the unanswered first, typed, pasted or taken from what came back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from referral_desk.operations.comments import add_comments
from referral_desk.queries.comments import CommentRow, EntryRow, comments_on, entries_on
from referral_desk.queries.meeting import PersonChoice, people_to_name
from referral_desk.queries.minutes import MinutesDetail
from referral_desk.vocabulary import CommentState
from ui.language import language
from ui.pages.meeting.course_comment import CommentCard
from ui.pages.meeting.course_comment_form import CommentForm
from ui.theme import dress, px
from ui.widgets.buttons import icon_button
from ui.widgets.drop_zone import DropZone
from ui.widgets.labels import label, rule
from ui.widgets.segments import Segments
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from ui.doing import UndoPage


class CommentsPanel(DropZone):
    """A column of comments. Files dropped on it are told by `dropped`; so is the button, by `wants_files`."""

    wants_entry = Signal(int, int)
    wants_files = Signal()

    def __init__(self, page: UndoPage, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Comments"))
        dress(self, "card")
        self.page, self.meeting_id = page, meeting_id
        self.minutes: MinutesDetail | None = None
        self.rows: tuple[CommentRow, ...] = ()
        self.entries: tuple[EntryRow, ...] = ()
        self.people: tuple[PersonChoice, ...] = ()
        self.cards: list[CommentCard] = []
        self.form: CommentForm | None = None
        self._wanted: int | None = None
        self._has_filter = False
        self._typed: dict[str, Any] | None = None
        self.body.setContentsMargins(4, 10, 4, 4)
        self.body.addLayout(self._head())
        self.hint = label("", "note", wraps=True)
        self.hint.setContentsMargins(12, 0, 12, 8)
        self.body.addWidget(self.hint)
        self.body.addWidget(self._list(), 1)
        # Its words decide from here on: large text asks for more.
        self.area.setMinimumWidth(px(272))

    def _head(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(4)
        head.addWidget(label(self.tr("Comments"), "lead"))
        head.addStretch()
        self.add_one = icon_button("plus", self.tr("Add a comment"))
        self.take_in = icon_button("upload-simple", self.tr("Take in a Word file or mail that came back"))
        head.addWidget(self.take_in)
        head.addWidget(self.add_one)
        self.filter = Segments(
            (("open", self.tr("Unanswered")), ("all", self.tr("All"))), self.tr("Which comments are shown")
        )
        across = QHBoxLayout()
        across.setContentsMargins(4, 0, 8, 0)
        across.addWidget(self.filter)
        self.add_one.clicked.connect(self.add_comment)
        self.take_in.clicked.connect(self.wants_files)
        self.filter.chosen.connect(self._on_filter)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(across)
        return whole

    def _list(self) -> TallArea:
        area = TallArea()
        dress(area, "plain")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.slot = QVBoxLayout()
        self.slot.setContentsMargins(8, 0, 8, 0)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        whole.addLayout(self.slot)
        whole.addLayout(self.list)
        whole.addStretch()
        area.setWidget(inside)
        self.area = area
        return area

    def reload(self) -> None:
        """Ask for the comments, and for what they can be about."""
        self.page.bridge.ask(entries_on, meeting_id=self.meeting_id).then(self._on_entries)
        self.page.bridge.ask(comments_on, meeting_id=self.meeting_id).then(self._on_rows)

    def show_minutes(self, minutes: MinutesDetail) -> None:
        """Know the minutes: approved ones take no comments."""
        is_first = self.minutes is None
        self.minutes = minutes
        is_open = minutes.id is not None and not minutes.is_frozen and self.page.bridge.may(add_comments)
        self.add_one.setEnabled(is_open)
        self.take_in.setEnabled(is_open)
        # A drop on approved minutes is told why nothing is taken.
        self.setAcceptDrops(minutes.id is not None and self.page.bridge.may(add_comments))
        if is_first:
            job = self.page.bridge.ask(people_to_name, day=minutes.day, language=language())
            job.then(self._on_people)

    def show_comment(self, comment_id: int) -> None:
        """Go to a comment."""
        self._wanted = comment_id
        self._fill()

    def keep(self) -> dict[str, Any] | None:
        """What is being typed, for the panel that takes this one's place."""
        return self.form.keep() if self.form is not None else None

    def take_up(self, kept: dict[str, Any] | None) -> None:
        """Go on typing, as soon as it is known what a comment can be about."""
        self._typed = kept

    def _go_on(self) -> None:
        if self._typed is not None and self.entries and self.people and self.minutes is not None:
            typed, self._typed = self._typed, None
            self.add_comment()
            if self.form is not None:
                self.form.take_up(typed)

    @property
    def is_begun(self) -> bool:
        """Whether a comment is being typed."""
        return self.form is not None and self.form.is_begun

    @Slot()
    def add_comment(self, entry_id: int | None = None) -> None:
        """Open the form for a comment."""
        if self.minutes is None or self.minutes.id is None or self.minutes.is_frozen:
            return
        if self.is_begun and self.form is not None:
            self.form.begin()
            return
        self._shut()
        self.form = made = CommentForm(self.page, self.minutes.id, self.entries, self.people, entry_id)
        made.finished.connect(self._shut)
        made.cancelled.connect(self._shut)
        self.slot.addWidget(made)
        self.area.verticalScrollBar().setValue(0)
        made.begin()

    @Slot()
    def _shut(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    @Slot(object)
    def _on_people(self, people: tuple[PersonChoice, ...]) -> None:
        self.people = people
        self._go_on()

    @Slot(object)
    def _on_entries(self, entries: tuple[EntryRow, ...]) -> None:
        self.entries = entries
        self._go_on()

    @Slot(object)
    def _on_rows(self, rows: tuple[CommentRow, ...]) -> None:
        is_same, self.rows = rows == self.rows, rows
        waiting = sum(row.state is CommentState.OPEN for row in rows)
        self.filter.set_word("open", self.tr("Unanswered ({count})").format(count=waiting))
        self.filter.set_word("all", self.tr("All ({count})").format(count=len(rows)))
        if not self._has_filter and rows:
            self._has_filter = True
            if not waiting:
                self.filter.choose("all")
        if not is_same or not self.cards:
            self._fill()

    @Slot(str)
    def _on_filter(self, _key: str) -> None:
        self._fill()

    def _fill(self) -> None:
        while (taken := self.list.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        only_open = self.filter.key() == "open"
        shown = [row for row in self.rows if not only_open or row.state is CommentState.OPEN]
        if self._wanted is not None and self._wanted not in {row.id for row in shown}:
            shown = list(self.rows)
        may = self.minutes is not None and not self.minutes.is_frozen and self.page.bridge.may(add_comments)
        self.cards = [CommentCard(self.page, row, may_answer=may) for row in shown]
        for place, card in enumerate(self.cards):
            if place:
                self.list.addWidget(rule())
            self.list.addWidget(card)
            card.wants_entry.connect(self.wants_entry)
            card.stepped.connect(functools.partial(self._step, place))
            card.answered.connect(functools.partial(self._on_answered, place))
        self._say()
        if self._wanted is not None:
            for card in self.cards:
                if card.row.id == self._wanted:
                    card.setFocus()
                    self.area.ensureWidgetVisible(card)
            self._wanted = None

    def _say(self) -> None:
        said = ""
        if not self.rows:
            said = self.tr("Nobody has said anything yet. Paste what comes by mail, or drop the returned file here.")
        elif not self.cards:
            said = self.tr("Every comment is answered.")
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _step(self, place: int, by: int) -> None:
        if self.cards:
            card = self.cards[max(0, min(place + by, len(self.cards) - 1))]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(card)

    def _on_answered(self, place: int, _comment_id: int) -> None:
        # The next one takes its place, so that answering goes on by keys.
        rest = [card for number, card in enumerate(self.cards) if number != place]
        if rest:
            self._wanted = rest[min(place, len(rest) - 1)].row.id
