"""The agenda beside the item that is written: order, time, text and papers in one sight."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from referral_desk.operations.agenda import edit_item
from referral_desk.queries.agenda import (
    AgendaRow,
    ItemDetail,
    activities_to_choose,
    agenda,
    agenda_item,
    owners_to_choose,
)
from referral_desk.vocabulary import ItemKind
from ui.icons import icon
from ui.language import language, time_text
from ui.memory import recall_bytes, remember
from ui.messages import Message
from ui.pages.meeting.agenda_actions import AgendaActions
from ui.pages.meeting.agenda_words import AgendaWords
from ui.pages.meeting.item_pane import PAPER, ItemPane
from ui.pages.meeting.undoing import Undoing
from ui.theme import dress
from ui.widgets.agenda_list import AgendaList
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_words import plain_tip
from ui.widgets.running_clock import RunningClock

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.drafts import Draft

SPLIT: Final = "meeting/agenda/split"


class AgendaView(QWidget):
    """List at the left, item or a paper's pages at the right."""

    told = Signal(object)
    wants_save = Signal(str, object)
    went = Signal(object)
    shown = Signal(object)
    """An AgendaRow, whenever it is new."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.agenda: AgendaRow | None = None
        self._words = AgendaWords(self)
        self._wanted: int | None = None
        self._focus = ""
        self._has_choices = False
        self.undoing = Undoing(self)
        self.doing = AgendaActions(bridge, meeting_id, self.undoing, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(16)
        self.split.addWidget(self._build_list())
        self.pane = ItemPane(bridge, self.split)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 11)
        self.split.setStretchFactor(1, 10)
        self.split.setSizes([1100, 1000])
        self.split.restoreState(recall_bytes(SPLIT))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)
        self._connect()

    def _build_list(self) -> QWidget:
        self.list = AgendaList(self.tr("Agenda"))
        self.clock = RunningClock()
        self.add = button(self.tr("Add an item"), "link", "plus")
        self.add.setToolTip(self.tr("Add an item  (Ctrl+N)"))
        self.fill = button(self.tr("Fill in"), "link", "arrows-clockwise")
        self.fill.setToolTip(self.tr("Add the standing items that are missing, and items that wait for a meeting"))
        self.empty = EmptyState(
            "list-numbers",
            self.tr("What shall the group talk about? Every item gets its time, its owner and its papers."),
            self.tr("Add the first item"),
        )
        self.list_pile = QStackedWidget()
        dress(self.list_pile, "plain")
        self.list_pile.addWidget(self.list)
        self.list_pile.addWidget(self.empty)
        card = Card(margin=8, gap=4, parent=self.split)
        card.body.setContentsMargins(8, 12, 8, 8)
        clock = QVBoxLayout()
        clock.setContentsMargins(8, 0, 8, 0)
        clock.addWidget(self.clock)
        card.add(clock, self.list_pile)
        card.body.setStretch(2, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 8, 0)
        foot.setSpacing(20)
        foot.addWidget(self.add)
        foot.addWidget(self.fill)
        foot.addStretch()
        card.add(foot)
        return card

    def _connect(self) -> None:
        self.undoing.told.connect(self.told)
        self.doing.wanted.connect(self._on_wanted)
        self.doing.leaving.connect(self.pane.forget)
        self.list.chosen.connect(self.open_item)
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        self.list.wants_new.connect(self.add_item)
        self.list.wants_removed.connect(self.remove_item)
        self.list.files_dropped.connect(self._on_files)
        self.list.paper_dropped.connect(self._on_paper_dropped)
        self.list.menu_wanted.connect(self._on_menu)
        self.clock.chosen.connect(self.list.choose)
        self.add.clicked.connect(self.add_item)
        self.fill.clicked.connect(self.doing.fill)
        self.empty.started.connect(self.add_item)
        self.pane.menu_wanted.connect(self._on_editor_menu)
        self.pane.gone.connect(self._on_gone)
        self.pane.told.connect(self.told)
        self.pane.went.connect(self.went)
        self.pane.done.connect(self.undoing.add)
        self.pane.wants_save.connect(self.wants_save)
        self.split.splitterMoved.connect(self._on_split)
        for keys, call in (
            (QKeySequence.StandardKey.Paste, self._on_paste),
            (QKeySequence.StandardKey.Undo, self._on_undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def reload(self) -> None:
        """Ask for the agenda, and for the item that is open."""
        self._bridge.ask(agenda, meeting_id=self.meeting_id, language=language()).then(self._on_agenda)
        if not self._has_choices:
            self._has_choices = True
            day = self._bridge.today
            self._bridge.ask(owners_to_choose, day=day, language=language()).then(self._on_owners)

    def choose(self, item_id: int, field: str = "", paper_id: int | None = None) -> None:
        """Open an item, and go to one of its fields or papers."""
        self._focus = field if paper_id is None else f"{PAPER}{paper_id}"
        if self.list.agenda.row_of(item_id) < 0:
            self._wanted = item_id
        elif self.list.chosen_id() == item_id:
            self.open_item(item_id)
        else:
            self.list.choose(item_id)

    def keep(self) -> dict[str, Any]:
        """What must survive building the page anew: the open item, and what is written in it."""
        return {"item": self.list.chosen_id(), "writing": self.pane.keep()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self.pane.take_up(kept["writing"])
        if kept["item"] is not None:
            self.choose(kept["item"])

    def save_now(self) -> None:
        """Hand on what is being typed."""
        self.pane.save_now()

    def is_unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return bool(self.pane.unkept)

    def show_unsaved(self) -> None:
        """Open an item with text that is not kept yet."""
        self.choose(self.pane.unkept[0])

    @property
    def may_change(self) -> bool:
        """Whether the person's roles cover writing agendas."""
        return self._bridge.may(edit_item)

    @property
    def is_open(self) -> bool:
        """Whether the agenda can be changed."""
        return self.may_change and self.agenda is not None and not self.agenda.is_closed_to_change

    @property
    def may_add(self) -> bool:
        """Whether items can be added: while the agenda is made, and as raised at the meeting while its draft is."""
        return self.is_open or (self.may_change and self.agenda is not None and self.agenda.takes_raised)

    def _is_free(self, item_id: int | None) -> bool:
        """Whether an item can be changed and taken off."""
        items = self.agenda.items if self.agenda is not None else ()
        return self.may_change and any(item.id == item_id and not item.is_fixed for item in items)

    @Slot()
    def add_item(self) -> None:
        """Add an item behind the chosen one, or last."""
        if not self.may_add:
            return
        self.save_now()
        assert self.agenda is not None
        chosen = self.list.agenda.row_of(self.list.chosen_id() or 0)
        position = chosen + 1 if chosen >= 0 else None
        if chosen >= 0 and self.agenda.items[chosen].kind is ItemKind.ANY_OTHER_BUSINESS:
            position = None
        self.doing.add(self.tr("New item"), position)

    @Slot(int)
    def remove_item(self, item_id: int) -> None:
        """Take an item off the agenda; it can be put back."""
        if self._is_free(item_id):
            self.save_now()
            self.doing.remove(item_id)

    @Slot()
    def choose_papers(self) -> None:
        """Ask for files to put behind the open item."""
        if self._is_free(self.list.chosen_id()):
            self.pane.papers.choose_files()

    @Slot(int)
    def open_item(self, item_id: int) -> None:
        """Show an item in the editor."""
        self.save_now()
        self.clock.choose(item_id)
        self._bridge.ask(agenda_item, item_id=item_id, language=language()).then(self._on_item)

    @Slot(object)
    def _on_agenda(self, row: AgendaRow) -> None:
        self.agenda = row
        before = self.list.chosen_id()
        at = self.list.agenda.row_of(before) if before is not None else -1
        self.list.agenda.may_move = self.is_open
        self.list.show_lines([self._words.line(item, row) for item in row.items], self._wanted)
        self._wanted = None
        self.add.setVisible(self.may_add and bool(row.items))
        raised = self.tr("Add an item that was raised at the meeting  (Ctrl+N)")
        self.add.setToolTip(plain_tip(self.tr("Add an item  (Ctrl+N)") if self.is_open else raised))
        self.fill.setVisible(self.is_open)
        self.empty.start.setVisible(self.is_open)
        self.list_pile.setCurrentIndex(0 if row.items else 1)
        self.clock.setVisible(bool(row.items))
        over = self._words.over(row.over, row) if row.over else ""
        self.clock.show_clock(
            self._words.stretches(row),
            row.length,
            starts=time_text(row.starts),
            ends=time_text(row.ends),
            summary=f"{self._words.planned(row)}. {over}",
            over=over,
        )
        self._choose_some(row, at)
        self.shown.emit(row)

    def _choose_some(self, row: AgendaRow, before: int) -> None:
        """Keep an item open: the one that was, its neighbour once it is gone, or the first."""
        chosen = self.list.chosen_id()
        self.pane.setVisible(bool(row.items))
        if not row.items:
            self.pane.show_nothing()
        elif chosen is None or self.list.agenda.row_of(chosen) < 0:
            self.list.choose(row.items[max(0, min(before, len(row.items) - 1))].id)
        else:
            self.open_item(chosen)

    @Slot(object)
    def _on_owners(self, owners: Any) -> None:
        job = self._bridge.ask(activities_to_choose, day=self._bridge.today, language=language())
        job.then(functools.partial(self.pane.set_choices, owners))

    @Slot(object)
    def _on_item(self, detail: ItemDetail) -> None:
        if detail.id == self.list.chosen_id():
            focus, self._focus = self._focus, ""
            self.pane.show_item(detail, focus)

    @Slot()
    def _on_opened(self) -> None:
        self.pane.focus_on("title")

    @Slot(int, str)
    def _on_wanted(self, item_id: int, field: str) -> None:
        self._focus = field
        if self.list.agenda.row_of(item_id) >= 0:
            self.list.choose(item_id)
        else:
            self._wanted = item_id

    @Slot(int, int)
    def _on_moved(self, item_id: int, position: int) -> None:
        self.save_now()
        self.doing.move(item_id, position)

    @Slot(object)
    def _on_gone(self, draft: Draft) -> None:
        said = self.tr("Somebody removed the item you were writing in. Your text is not lost.")
        put_back = functools.partial(self.doing.put_back, draft, self.tr("New item"))
        self.told.emit(Message(said, "warn", self.tr("Put it back"), put_back))

    @Slot(int, list)
    def _on_files(self, item_id: int, paths: list[Path]) -> None:
        if self.may_change:
            self.pane.papers.take_files(paths, item_id)
        self.list.choose(item_id)

    @Slot(int, int)
    def _on_paper_dropped(self, item_id: int, paper_id: int) -> None:
        self.pane.papers.move_to(paper_id, item_id)

    @Slot()
    def _on_paste(self) -> None:
        # Texts take what is pasted themselves: this comes from anywhere else.
        if self._is_free(self.list.chosen_id()):
            self.pane.papers.paste()

    @Slot()
    def _on_undo(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.undo()
        else:
            self.undoing.undo()

    @Slot()
    def _on_editor_menu(self) -> None:
        item = self.pane.editor.item
        if item is not None:
            more = self.pane.editor.more
            self._on_menu(item.id, more.mapToGlobal(QPoint(0, more.height())))

    @Slot(int, QPoint)
    def _on_menu(self, item_id: int, at: QPoint) -> None:
        self.menu(item_id).popup(at)

    def menu(self, item_id: int) -> QMenu:
        """What one can do with an item."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text, glyph, is_on in (
            ("duplicate", self.tr("Duplicate"), "copy", self.is_open),
            ("carry", self.tr("Carry to the next meeting"), "arrow-bend-up-right", self.may_change),
            ("remove", self.tr("Remove"), "trash", self._is_free(item_id)),
        ):
            made = QAction(icon(glyph), text, menu)
            made.setEnabled(is_on)
            made.setData((key, item_id))
            menu.addAction(made)
        menu.triggered.connect(self._on_action)
        return menu

    @Slot(QAction)
    def _on_action(self, chosen: QAction) -> None:
        key, item_id = chosen.data()
        self.save_now()
        match key:
            case "duplicate":
                self.doing.duplicate(item_id)
            case "carry":
                self.doing.carry(item_id)
            case "remove":
                self.remove_item(item_id)

    @Slot()
    def _on_split(self) -> None:
        remember(SPLIT, self.split.saveState())
