"""The writing room: items at the left, one big text at the right that saves itself, papers beside it on request."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from referral_desk.queries.entries import Room, owners_of_actions
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label
from ui.language import language
from ui.messages import announce
from ui.pages.meeting.room_shown import RoomShown
from ui.pages.meeting.room_who import owned, owner_fields

if TYPE_CHECKING:
    from referral_desk.shorthand.action_line import ActionLine, Owner
    from ui.bridge import Bridge

LETTERS: Final = {
    "d": EntryKind.DECISION,
    "b": EntryKind.DECISION,
    "a": EntryKind.ACTION,
    "o": EntryKind.ACTION,
    "n": EntryKind.NOTE,
}
CHOICES: Final = 5


class MinutesView(RoomShown):
    """Shows one item at a time; what is typed goes through the session, which outlives this widget."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(bridge, meeting_id, parent)
        self._connect()
        self._attach()

    def _connect(self) -> None:
        self.list.chosen.connect(self.open_item)
        self.list.opened.connect(self.text.setFocus)
        self.text.edited.connect(self._on_edited)
        self.text.commanded.connect(self._on_commanded)
        self.text.entered.connect(self._on_entered)
        self.text.pressed.connect(self._on_pressed)
        self.text.undo_wanted.connect(self.undo)
        self.text.redo_wanted.connect(self.redo)
        self.text.next_wanted.connect(self.go_on)
        self.text.previous_wanted.connect(self.go_back)
        self.pane.before.clicked.connect(self.go_back)
        self.pane.after.clicked.connect(self.go_on)
        self.pane.beside.toggled.connect(self._on_beside)
        self.pane.recommendation.taken.connect(self.take_recommendation)
        self.pane.offered.connect(self._on_offered)
        self.pane.bar.kind_wanted.connect(self.turn)
        self.pane.bar.lock_wanted.connect(self.lock)
        self.who.settled.connect(self._on_who)
        self.who.closed.connect(self.text.setFocus)
        self._understand.timeout.connect(self._hand_over)
        self.split.splitterMoved.connect(self._on_split)
        self._bridge.changed.connect(self._on_changes)
        calls: dict[str, Any] = {
            "Ctrl+I": self.take_recommendation,
            "Ctrl+L": self.lock,
            "Ctrl+P": self.pane.beside.toggle,
            "F2": functools.partial(self.ask_who, 0),
            "F4": self.say_outcome,
            "Alt+Up": functools.partial(self.move_entry, -1),
            "Alt+Down": functools.partial(self.move_entry, 1),
            "Ctrl+Return": self.go_on,
            "Ctrl+Shift+Return": self.go_back,
        }
        for number, kind in enumerate(EntryKind, 1):
            calls[f"Ctrl+{number}"] = functools.partial(self.turn, kind)
        for number in range(CHOICES):
            calls[f"Alt+{number + 1}"] = functools.partial(self._choose, number)
        for keys, call in calls.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _attach(self) -> None:
        self.session.seen.connect(self._on_seen)
        self.session.changed.connect(self._on_changed)
        self.session.saved.connect(self._on_saved)
        self.session.refused.connect(self._on_refused)
        self.session.due.connect(self._hand_over)

    # What the page asks for ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for what is new on the desk."""
        if not self._has_owners:
            self._has_owners = True
            job = self._bridge.ask(owners_of_actions, meeting_id=self.meeting_id, language=language())
            job.then(self._on_owners)
        self.session.look()

    def choose(self, item_id: int, entry_id: int = 0) -> None:
        """Go to an item, and to one of its entries."""
        self._wanted = (item_id, entry_id)
        if self.room is not None:
            self._go_to_wanted()

    def save_now(self) -> None:
        """Keep what is being typed, and let the log know that a stretch of writing is over."""
        self._hand_over()
        self.session.save_all()
        self.session.end()

    def is_unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        self._hand_over()
        return not self.session.is_clean

    def keep(self) -> dict[str, Any]:
        """Give the session, with what can be undone and what is on its way, to the view that takes this one's place."""
        self._hand_over()
        self.session.item_id = self.item.id if self.item is not None else None
        self.session.place = self.text.place()
        for signal in ("seen", "changed", "saved", "refused", "due"):
            getattr(self.session, signal).disconnect()
        self.session.setParent(None)
        return {"session": self.session, "beside": self.pane.beside.isChecked()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Go on writing."""
        self.session.deleteLater()
        self.session = kept["session"]
        self.session.setParent(self)
        self._attach()
        self.pane.beside.setChecked(kept["beside"])
        if self.session.item_id is not None:
            self._wanted = (self.session.item_id, 0)

    # Going from item to item --------------------------------------------------------------------------------------

    @Slot(int)
    def open_item(self, item_id: int) -> None:
        """Show an item's text; the one that was shown is kept."""
        if self.room is None:
            return
        self._settle(self.text.at)
        self._hand_over()
        self.session.save_all()
        self.item = next((item for item in self.room.items if item.id == item_id), None)
        if self.item is None:
            return
        self.text.marks.clear()
        self._marked.clear()
        self.list.choose(item_id)
        self._show_item()
        self._on_changed(item_id)
        self.text.go_to(list(self._sheet.now)[-1] if self._sheet.now else self.text.at)
        if self.beside is not None and self.beside.isVisible():
            self.beside.show_item(self.item, self.room.last_issue)

    @Slot()
    def go_on(self) -> None:
        """The next item."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """The item before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        found = self.list.neighbour(step)
        if found is not None:
            self.list.choose(found)
            self.text.setFocus()

    def _go_to_wanted(self) -> None:
        if self._wanted is None:
            return
        (item_id, entry_id), self._wanted = self._wanted, None
        self.list.choose(item_id)
        if self.item is None or self.item.id != item_id:
            self.open_item(item_id)
        key = next((key for key, kept in self._sheet.kept.items() if kept.id == entry_id), None)
        if key is not None:
            self.text.go_to(key)
        elif self.session.place is not None:
            place, self.session.place = self.session.place, None
            self.text.go_to(*place)
        self.text.setFocus()

    # What one does to entries -------------------------------------------------------------------------------------

    @Slot(object)
    def turn(self, kind: EntryKind) -> None:
        """Make the entry at the cursor a note, a decision or an action."""
        self._change(self.text.at, kind=kind)

    @Slot()
    def lock(self) -> None:
        """Put the entry at the cursor into the closed annex, or take it out."""
        said = self._said(self.text.at)
        label = Label.INTERNAL if said.label is Label.CONFIDENTIAL else Label.CONFIDENTIAL
        self._change(self.text.at, label=label)

    def move_entry(self, step: int) -> None:
        """Let the entry at the cursor stand one place further up (-1) or down (1)."""
        if self.item is None or not self._can_write:
            return
        self._hand_over()
        place = self.text.place()
        if self.session.move(self.item.id, place[0], step, place):
            self.text.go_to(*place)
            announce(self.text, self.tr("Moved up") if step < 0 else self.tr("Moved down"))

    @Slot()
    def take_recommendation(self) -> None:
        """Take the recommendation over as the wording of a decision."""
        if self.item is not None and self.item.recommendation.strip():
            self._begin_with(EntryKind.DECISION, self.item.recommendation.strip())

    @Slot(int)
    def ask_who(self, key: int) -> None:
        """Ask who does an action and by when; 0 is the one at the cursor."""
        key = key or self.text.at
        if self._can_write and self._said(key).kind is EntryKind.ACTION:
            self.text.go_to(key)
            self._hand_over()
            self.who.ask(key, self._said(key))

    @Slot()
    def undo(self) -> None:
        """Take back the last step, wherever it was."""
        self._hand_over()
        self._show_step(self.session.undo())

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._hand_over()
        self._show_step(self.session.redo())

    def _show_step(self, where: tuple[int, tuple[int, int]] | None) -> None:
        if where is None:
            return
        item_id, (key, sign) = where
        if self.item is None or self.item.id != item_id:
            self.list.choose(item_id)
        self.text.go_to(key, sign)

    def _change(self, key: int, **changes: Any) -> None:
        if self.item is None or not self._can_write:
            return
        self._hand_over()
        said = self._said(key)
        self.session.turn(self.item.id, {key: replace(said, **changes)}, self.text.place())
        self._show_cursor()

    def _begin_with(self, kind: EntryKind, words: str) -> None:
        if self.item is None or not self._can_write:
            return
        self._hand_over()
        key, place = self.text.at, self.text.place()
        said = self._said(key)
        if said.is_blank:
            self.session.turn(self.item.id, {key: replace(said, kind=kind, text=words)}, place)
        else:
            key = self.session.put_behind(self.item.id, key, replace(self._fresh, kind=kind, text=words), place)
        self.text.go_to(key)
        self.text.setFocus()

    def _settle(self, key: int, chosen: int | None = None) -> None:
        """Take who and when out of an action's words, if they are clear."""
        if self.item is None or not self._can_write or self._said(key).kind is not EntryKind.ACTION:
            return
        self._hand_over()
        found = self.reader.settled(self._said(key), chosen)
        if found is not None:
            self.session.turn(self.item.id, {key: found}, self.text.place())

    def _choose(self, number: int) -> None:
        self._settle(self.text.at, number)
        self._show_cursor()

    @Slot(int, object)
    def _on_who(self, key: int, read: ActionLine) -> None:
        if self.item is not None:
            self._change(key, **owner_fields(owned(self._said(key), read)))

    @Slot(int)
    def _on_offered(self, number: int) -> None:
        if self.item is not None and self.room is not None:
            self._begin_with(*self._words.offers(self.item, self.room)[number])

    @Slot(int, str)
    def _on_commanded(self, key: int, letter: str) -> None:
        if letter == "l":
            self.lock()
        elif letter in LETTERS:
            self._change(key, kind=LETTERS[letter])

    @Slot(int, str)
    def _on_pressed(self, key: int, action: str) -> None:
        verb, _colon, what = action.partition(":")
        match verb:
            case "who" | "when":
                self.ask_who(key)
            case "choose":
                self.text.go_to(key)
                self._settle(key, int(what))
            case "rival":
                self._choose_text(key, what)

    def _choose_text(self, key: int, what: str) -> None:
        """Two wrote one entry in two ways: this one stands, the one above, or both."""
        if self.item is None or not self._can_write:
            return
        self._hand_over()
        said = self._said(key)
        other = next((one for one, kept in self._sheet.kept.items() if kept.id == said.rival_of), None)
        gone = key if what == "theirs" or (what == "mine" and other is not None) else None
        changes = {} if what == "theirs" else {key: replace(said, rival_of=None)}
        if what == "mine" and other is not None:
            # The entry that was there first says it now: what rests on it, such as an escalation, still does.
            changes = {other: replace(said, rival_of=self._said(other).rival_of)}
        self.session.take_out(self.item.id, [] if gone is None else [gone], changes, self.text.place())

    # What is typed ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        self._is_edited = True
        self.session.typing()
        self.pane.offers.hide()
        if self._said(self.text.at).kind is EntryKind.ACTION:
            typed = self.text.textCursor()
            before = typed.block().text()[: typed.positionInBlock()]
            if before.endswith(": "):
                self._settle(self.text.at)
            self._understand.start()

    @Slot()
    def _hand_over(self) -> None:
        """Give the session what the text holds."""
        if not self._is_edited or self.item is None:
            return
        self._is_edited = False
        self.session.write(self.item.id, self.text.pieces(), self._fresh, self.text.place())
        self._show_marks()
        self.text.look.show_foot(self.text.at)

    @Slot(int, int)
    def _on_entered(self, left: int, _at: int) -> None:
        if left in self._sheet.now:
            self._settle(left)
        self._show_cursor()

    # What comes back ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_changes(self, changes: Any) -> None:
        if "entries" in changes.areas and self.isVisible():
            self.session.look()

    @Slot(object)
    def _on_owners(self, owners: tuple[Owner, ...]) -> None:
        self.reader.owners = owners
        self._show_marks()

    @Slot(object)
    def _on_seen(self, room: Room) -> None:
        self.room = room
        self.reader.next_meeting = room.next_meeting
        self.reader.strangers |= {row.said.owner[:2]: row.owner for row in room.entries if row.owner}
        self._show_list()
        if self.item is not None:
            self.item = next((item for item in room.items if item.id == self.item.id), None)
        if self._wanted is not None:
            self._go_to_wanted()
        elif self.item is None and room.items:
            begun = next((item for item in room.items if item.outcome is ItemOutcome.OPEN), room.items[0])
            self.list.choose(begun.id)
        if self.item is not None:
            self._show_item()

    @Slot(int)
    def _on_changed(self, item_id: int) -> None:
        if self.item is None or item_id != self.item.id:
            return
        shown = {key: said.text for key, said in self._sheet.now.items()}
        at = self.text.at
        if not shown:
            shown = {at if at not in self._sheet.ids else 0: ""}
            shown = {key: text for key, text in shown.items() if key}
        self.text.show_pieces(shown)
        self._is_edited = False
        self._show_marks()
        self._show_offers()
        self._show_cursor()
