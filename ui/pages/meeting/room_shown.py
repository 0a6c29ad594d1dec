"""What the writing room shows: items, the text with its marks, what is kept; MinutesView says what one can do."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from referral_desk.operations.entries import save_entries
from referral_desk.queries.entries import Room, RoomItem, Said
from referral_desk.texts import say
from referral_desk.vocabulary import EntryKind, Label
from ui.language import label_text, language, time_text
from ui.memory import recall_bytes, remember
from ui.pages.meeting.agenda_words import CHIPS
from ui.pages.meeting.matter_strip import MatterStrip
from ui.pages.meeting.room_beside import RoomBeside
from ui.pages.meeting.room_outcome import RoomOutcome
from ui.pages.meeting.room_pane import RoomPane
from ui.pages.meeting.room_session import RoomSession
from ui.pages.meeting.room_who import Reader, WhoLine
from ui.pages.meeting.room_words import OUTCOMES, RoomWords
from ui.theme import dress, px
from ui.widgets.block_marks import PLAIN
from ui.widgets.card import Card
from ui.widgets.room_items import RoomItems

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.minutes import MinutesDetail
    from referral_desk.shorthand.action_line import ActionLine
    from ui.bridge import Bridge
    from ui.pages.meeting.room_sheet import Sheet

SPLIT: Final = "meeting/room/split"
NARROW: Final = 400
UNDERSTAND: Final = 120
"""How long one stops, in milliseconds, before who and when are understood anew."""


class RoomShown(QWidget):
    """The room's parts, and how a state of the session looks in them."""

    told = Signal(object)
    went = Signal(object)
    approves = Signal(object)
    """The item decides on other minutes: that they are approved by it is asked for elsewhere (ItemState)."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self._words = RoomWords(self)
        self.reader = Reader()
        self.reader.today = bridge.today
        self.room: Room | None = None
        self.item: RoomItem | None = None
        self._wanted: tuple[int, int] | None = None
        self._is_edited = self._has_owners = False
        self._marked: dict[int, tuple[Said, ActionLine | None, str, bool]] = {}
        self.session = RoomSession(bridge, meeting_id, self)
        self.list = RoomItems(self.tr("Items of the meeting"))
        self.left = left = Card(margin=8, gap=0)
        left.setMinimumWidth(px(180))
        left.body.addWidget(self.list)
        self.pane = RoomPane()
        self.text = self.pane.text
        self.minutes: MinutesDetail | None = None
        self.outcome = RoomOutcome(bridge)
        self.pane.outcome_slot.addWidget(self.outcome)
        self.matter = MatterStrip(bridge)
        self.matter.went.connect(self.went)
        self.pane.above.insertWidget(0, self.matter)
        self.outcome.told.connect(self.told)
        self.outcome.approves.connect(self.approves)
        self.outcome.left.connect(self.leave_outcome)
        self.pane.became.toggled.connect(self._on_became)
        self.who = WhoLine(self.text, self.reader)
        self.beside: RoomBeside | None = None
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self.split.addWidget(left)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([280, 820])
        self.split.restoreState(recall_bytes(SPLIT))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)
        dress(self, "plain")
        self.setFocusProxy(self.text)
        self._understand = QTimer(self)
        self._understand.setSingleShot(True)
        self._understand.setInterval(UNDERSTAND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where both would be too narrow to read, the text stays: arrows and keys go from item to item.
        self.left.setVisible(event.size().width() >= px(NARROW))

    @property
    def _sheet(self) -> Sheet:
        return self.session.sheet(self.item.id if self.item is not None else 0)

    @property
    def _fresh(self) -> Said:
        """What a new entry is: a note, in the closed annex where the whole item is confidential."""
        is_closed = self.item is not None and self.item.label is Label.CONFIDENTIAL
        return Said(label=Label.CONFIDENTIAL if is_closed else Label.INTERNAL)

    @property
    def _can_write(self) -> bool:
        return self.room is not None and not self._closed

    @property
    def _closed(self) -> str:
        """Why nobody, or only this person, can write here; empty where one can."""
        if self.room is not None and self.room.closed:
            return say(self.room.closed, language())
        return "" if self._bridge.may(save_entries) else self.tr("Your role lets you read the minutes, not write them.")

    def _said(self, key: int) -> Said:
        return self._sheet.now.get(key, self._fresh)

    def _show_list(self) -> None:
        if self.room is not None:
            unkept = {item_id for item_id in self.session.sheets if self.session.trouble(item_id)}
            self.list.show_lines([self._words.line(item, is_unkept=item.id in unkept) for item in self.room.items])

    def _show_item(self) -> None:
        item = self.item
        if item is None or self.room is None:
            return
        self.pane.name.set_whole(f"{item.number}. {item.title}")
        tone, icon_name = CHIPS[item.purpose]
        self.pane.purpose.show_chip(label_text(item.purpose), tone, icon_name)
        icon_name, tone = OUTCOMES[item.outcome]
        self.pane.outcome.setVisible(bool(icon_name))
        self.pane.outcome.show_chip(label_text(item.outcome), tone or "quiet", icon_name)
        if item.id != self.matter.item_id:
            # Not at every change of the text: what hangs on an item stays while one writes.
            self.matter.show_item(item.id)
        self.pane.recommendation.show_words(item.recommendation, can_take=self._can_write)
        self.pane.closed.setText(self._closed)
        self.pane.closed.setVisible(bool(self._closed))
        self.pane.bar.set_open(is_open=self._can_write)
        self.text.setReadOnly(not self._can_write)
        self.text.setAccessibleName(
            self.tr("Minutes of item {number}, {title}").format(number=item.number, title=item.title)
        )
        self.pane.before.setEnabled(self.list.neighbour(-1) is not None)
        self.pane.after.setEnabled(self.list.neighbour(1) is not None)
        self._show_offers()
        self._show_state()
        self._show_outcome()

    def show_minutes(self, minutes: MinutesDetail) -> None:
        """The minutes are at another step, or something else became of an item: ask whether one can write."""
        self.minutes = minutes
        self._show_outcome()
        self.session.look()

    def _show_outcome(self) -> None:
        can_say = self.outcome.can_say(self.minutes) and self.item is not None
        self.pane.became.setEnabled(can_say)
        if not can_say:
            self.pane.became.setChecked(False)
        self.outcome.show_item(self.minutes, self.item.id if self.item is not None else 0)

    @Slot()
    def say_outcome(self) -> None:
        """Open the strip that says what became of the item and go there; from there back to the text."""
        at = self.window().focusWidget()
        if at is not None and self.outcome.isAncestorOf(at):
            self.leave_outcome()
        elif self.pane.became.isEnabled():
            self.pane.became.setChecked(True)
            self.outcome.go_in()

    @Slot()
    def leave_outcome(self) -> None:
        """Close the strip and go on writing."""
        self.pane.became.setChecked(False)
        self.text.setFocus()

    @Slot(bool)
    def _on_became(self, is_on: bool) -> None:
        self.outcome.setVisible(is_on)
        if is_on:
            self.outcome.go_in()

    @Slot(int)
    def _on_saved(self, item_id: int) -> None:
        if self.item is not None and item_id == self.item.id:
            self._show_state()
            self._show_marks()

    @Slot(int, str)
    def _on_refused(self, item_id: int, _sentence: str) -> None:
        if self.item is not None and item_id == self.item.id:
            self._show_state()

    def _show_offers(self) -> None:
        is_empty = all(said.is_blank for said in self._sheet.now.values()) and not self._is_edited
        words: list[str] = []
        if self.item is not None and self.room is not None:
            words = [words for _kind, words in self._words.offers(self.item, self.room)]
        self.pane.offers.show_words(words if is_empty and self._can_write else [])

    def _show_marks(self) -> None:
        """Show what stands around entries; only what has changed is drawn anew."""
        sheet = self._sheet
        for key, said in sheet.now.items():
            read = self.reader.line(said)
            kept = sheet.kept.get(key)
            wanted = (said, read, kept.action if kept else "", self._can_write)
            if self._marked.get(key) != wanted:
                self._marked[key] = wanted
                owner = self.reader.name_of(said)
                plain = said.kind is EntryKind.NOTE and said.label is not Label.CONFIDENTIAL and not said.has_cpr
                is_plain = plain and said.rival_of is None
                mark = self._words.mark(said, wanted[2], owner, read, can_write=self._can_write)
                self.text.mark(key, PLAIN if is_plain else mark)

    @Slot()
    def _show_cursor(self) -> None:
        said = self._said(self.text.at)
        is_locked = said.label is Label.CONFIDENTIAL
        self.text.look.show_foot(self.text.at)
        self.pane.bar.show_entry(said.kind, self._words.spoken(said, self.reader.name_of(said)), is_locked=is_locked)

    def _show_state(self) -> None:
        if self.item is None:
            return
        trouble = self.session.trouble(self.item.id)
        at = self.session.saved_at.get(self.item.id)
        said = self.tr("Saved {time}").format(time=time_text(at)) if at else ""
        self.pane.state.setText(self.tr("Not saved") if trouble else said)
        self.pane.trouble.setText(trouble)
        self.pane.trouble.setVisible(bool(trouble))

    @Slot(bool)
    def _on_beside(self, is_on: bool) -> None:
        if is_on and self.beside is None:
            self.beside = RoomBeside(self._bridge, self.meeting_id, self.split)
            self.split.addWidget(self.beside)
            self.beside.closed.connect(functools.partial(self.pane.beside.setChecked, False))
        if self.beside is not None:
            self.beside.setVisible(is_on)
            if is_on and self.item is not None and self.room is not None:
                self.beside.show_item(self.item, self.room.last_issue)
            elif not is_on:
                self.beside.leave()

    @Slot()
    def _on_split(self) -> None:
        remember(SPLIT, self.split.saveState())
