"""The right side of the agenda: the item that is written with its papers, or a paper's pages in its place."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from referral_desk.operations.agenda import edit_item
from referral_desk.queries.agenda import ActivityRow, ItemDetail, OwnerChoice
from referral_desk.queries.papers import PaperContent, PaperRow, safe_paper
from ui.pages.meeting.item_editor import ItemEditor
from ui.pages.meeting.matter_strip import MatterStrip
from ui.papers.intake import Holder
from ui.papers.panel import PapersPanel
from ui.papers.preview import Preview
from ui.theme import dress
from ui.widgets.card import Card
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.bridge import Bridge

PAPER = "paper:"


class ItemPane(QStackedWidget):
    """Says to choose an item, until one is shown. Editor and preview are built when they are first needed."""

    told = Signal(object)
    done = Signal(str, object)
    wants_save = Signal(str, object)
    menu_wanted = Signal()
    gone = Signal(object)
    went = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._editor: ItemEditor | None = None
        self._papers: PapersPanel | None = None
        self._preview: Preview | None = None
        self._zone: DropZone | None = None
        self._choices: tuple[tuple[OwnerChoice, ...], tuple[ActivityRow, ...]] | None = None
        dress(self, "plain")
        self.nothing = Card(margin=1, gap=0)
        self.nothing.add(EmptyState("list-numbers", self.tr("Choose an item to read and write it.")))
        self.addWidget(self.nothing)
        self.frame = Card(margin=1, gap=0, parent=self)
        self.area = QScrollArea(self.frame)
        dress(self.area, "plain")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frame.add(self.area)
        self.addWidget(self.frame)

    @property
    def editor(self) -> ItemEditor:
        """The item's fields."""
        if self._editor is None:
            self._build()
        assert self._editor is not None
        return self._editor

    @property
    def papers(self) -> PapersPanel:
        """The item's papers."""
        if self._papers is None:
            self._build()
        assert self._papers is not None
        return self._papers

    @property
    def preview(self) -> Preview:
        """A paper's pages."""
        if self._preview is None:
            self._preview = Preview(self._bridge, self.tr("The paper's pages"), parent=self)
            self.addWidget(self._preview)
            self._preview.closed.connect(self._on_preview_closed)
        return self._preview

    def _build(self) -> None:
        # Files may be dropped anywhere on the item, not only on the list of its papers.
        self._zone = content = DropZone(self.tr("The item"))
        box = content.body
        box.setContentsMargins(16, 12, 16, 16)
        box.setSpacing(16)
        self.matter = MatterStrip(self._bridge, content)
        self.matter.went.connect(self.went)
        self._editor = editor = ItemEditor(self._bridge, content)
        self._papers = papers = PapersPanel(self._bridge, content)
        box.addWidget(self.matter)
        box.addWidget(editor)
        box.addWidget(papers)
        box.addStretch()
        for made in editor.form.inputs.values():
            made.setAcceptDrops(False)
        content.dropped.connect(papers.take_files)
        self.area.setWidget(content)
        if self._choices is not None:
            editor.set_choices(*self._choices)
        editor.menu_wanted.connect(self.menu_wanted)
        editor.gone.connect(self.gone)
        papers.told.connect(self.told)
        papers.done.connect(self.done)
        papers.wants_look.connect(self.look)
        papers.wants_save.connect(self.wants_save)

    def set_choices(self, owners: tuple[OwnerChoice, ...], activities: tuple[ActivityRow, ...]) -> None:
        """Offer owners and activities."""
        self._choices = (owners, activities)
        if self._editor is not None:
            self._editor.set_choices(owners, activities)

    def show_item(self, detail: ItemDetail, focus: str = "") -> None:
        """Show an item; `focus` is a field to write in, or "paper:7"."""
        is_other = self._editor is None or self._editor.item is None or self._editor.item.id != detail.id
        self.editor.show_item(detail)
        self.matter.show_item(detail.id)
        is_closed = detail.is_closed_to_change or not self._bridge.may(edit_item)
        self.papers.show_papers(Holder(detail.id), detail.papers, is_closed=is_closed)
        if self._zone is not None:
            self._zone.setAcceptDrops(not is_closed)
        if is_other or self.currentWidget() is self.nothing:
            self._close_preview()
            self.setCurrentWidget(self.frame)
            self.area.verticalScrollBar().setValue(0)
        if focus:
            self.focus_on(focus)

    def show_nothing(self) -> None:
        """There is no item to be shown."""
        self._close_preview()
        self.setCurrentWidget(self.nothing)

    def focus_on(self, focus: str) -> None:
        """Go to a field of the item, or to one of its papers."""
        self._close_preview()
        self.setCurrentWidget(self.frame)
        made: QWidget = self.papers
        if focus.startswith(PAPER):
            self.papers.focus_paper(int(focus.removeprefix(PAPER)))
        else:
            self.editor.focus_field(focus)
            made = self.editor.form.inputs.get(focus, self.editor.title)
        self.area.ensureWidgetVisible(made)

    def save_now(self) -> None:
        """Hand on what is being typed."""
        if self._editor is not None:
            self._editor.leave()

    @property
    def unkept(self) -> list[int]:
        """Items in which something typed is not kept yet."""
        return [] if self._editor is None else [draft.key for draft in self._editor.drafts.unkept]

    def keep(self) -> dict[str, Any] | None:
        """What survives building the page anew: texts that are not kept yet, and what can be undone."""
        return None if self._editor is None else self._editor.hand_over()

    def take_up(self, kept: dict[str, Any] | None) -> None:
        """Go on writing."""
        if kept is not None:
            self.editor.take_over(kept)

    @Slot(int)
    def forget(self, item_id: int) -> None:
        """The item was removed on purpose."""
        if self._editor is not None:
            self._editor.forget(item_id)

    @Slot(object)
    def look(self, row: PaperRow) -> None:
        """Look at a paper."""
        self.save_now()
        self._bridge.ask(safe_paper, paper_id=row.id).then(functools.partial(self._on_paper, row))

    def _on_paper(self, row: PaperRow, paper: PaperContent) -> None:
        self.setCurrentWidget(self.preview)
        self.preview.show_paper(f"{row.number}  {row.title}", paper)

    def _close_preview(self) -> None:
        if self._preview is not None and self.currentWidget() is self._preview:
            self._preview.artist.close()

    @Slot()
    def _on_preview_closed(self) -> None:
        self.setCurrentWidget(self.frame)
        self.papers.list.setFocus()
