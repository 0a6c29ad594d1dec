"""Circulars: what the national group sends to every region, written here, sent, and noted group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from referral_desk.operations.circulars import (
    acknowledge_circular,
    remove_circular,
    take_back_circular,
    write_circular,
)
from referral_desk.queries.actions import theme_names
from referral_desk.queries.circulars import circular_page, circular_rows
from referral_desk.queries.meetings import groups_that_meet
from referral_desk.vocabulary import CircularKind, Tier
from ui.commands import Command
from ui.doing import UndoPage
from ui.language import label_text, language
from ui.pages.circulars.forms import CircularForm, SendForm
from ui.pages.circulars.panel import CircularPanel
from ui.pages.circulars.words import CircularWords
from ui.places import Place
from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_words import plain_tip
from ui.widgets.section_list import SectionList
from ui.widgets.side import Side

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.circulars import CircularList, DeliveryRow
    from referral_desk.queries.circulars import CircularPage as CircularView
    from referral_desk.queries.meetings import GroupChoice
    from ui.bridge import Bridge

ONE_AT_A_TIME: Final = 860
"""Below this width the list makes room for what is open."""


class CircularsPage(UndoPage):
    """The list at the left, one circular or its form at the right."""

    areas: ClassVar[frozenset[str]] = frozenset({"circulars", "agenda", "meetings", "minutes", "groups"})
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self._words = CircularWords(self)
        self._open_id = int(place.wish("circular", "0")) or None
        self._national: int | None = None
        self._themes: tuple[tuple[str, str], ...] = ()
        self._kept: dict[str, Any] | None = None
        self.form: CircularForm | None = None
        self.send_form: SendForm | None = None
        self.header.say(self.tr("Circulars"), self.tr("What the national group sends to every region"))
        kinds = ((None, self.tr("All kinds")), *((kind, label_text(kind)) for kind in CircularKind))
        self.kind = ChoiceBox(kinds)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.add = button(self.tr("New circular"), "primary", "plus", tip=self.tr("New circular  (Ctrl+N)"))
        self.add.setShortcut("Ctrl+N")
        self.add.setEnabled(False)
        self.header.add(self.kind, self.add)
        self._build()
        self.kind.currentIndexChanged.connect(self.refresh)
        self.add.clicked.connect(self.open_new)

    def _build(self) -> None:
        self.list = SectionList(self.tr("Circulars"), is_beside=True)
        self.empty = EmptyState("megaphone", "", "")
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.pile.addWidget(self.list)
        self.pile.addWidget(self.empty)
        self.card = Card(margin=4, gap=0)
        self.card.add(self.pile)
        self.panel = CircularPanel(self.bridge)
        self.side = Side((self.panel,), is_tall=True)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.card, 5)
        across.addWidget(self.side, 4)
        self.body.addLayout(across, 1)
        self.list.opened.connect(self.open_circular)
        self.empty.started.connect(self._on_start)
        self.side.left.connect(self.close_side)
        self.panel.wished.connect(self._on_wished)
        self.panel.noted.connect(self._on_noted)
        self.panel.went.connect(self.go)

    # Page ---------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        day, said = self.bridge.today, language()
        self.bridge.ask(theme_names, language=said).then(self._on_themes)
        self.bridge.ask(groups_that_meet, day=day, language=said).then(self._on_groups)
        self.bridge.ask(circular_rows, language=said, kind=self.kind.value()).then(self.show_list)
        if self._open_id is not None:
            self.open_circular(self._open_id)

    def turn_to(self, place: Place) -> None:
        if wanted := place.wish("circular"):
            self._open_id = int(wanted)
        super().turn_to(place)

    def keep(self) -> dict[str, Any]:
        form = self.form.keep() if self.form is not None else None
        return {"kind": self.kind.value(), "open": self._open_id, "form": form}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.kind.setCurrentIndex(self.kind.values.index(kept["kind"]))
        self._open_id, self._kept = kept["open"], kept["form"]

    def is_unsaved(self) -> bool:
        return self.form is not None and self.form.is_begun

    def show_unsaved(self) -> None:
        if self.form is not None:
            self.form.begin()

    def commands(self) -> list[Command]:
        if not self.add.isEnabled():
            return []
        return [Command("circulars/new", self.tr("New circular"), "plus", self.open_new, "Ctrl+N")]

    # What is shown ------------------------------------------------------------------------------------------------

    def _on_themes(self, themes: dict[str, str]) -> None:
        self._themes = tuple(themes.items())

    def _on_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self._national = next((group.id for group in groups if group.tier is Tier.NATIONAL), None)
        self.add.setEnabled(self._national is not None and self.bridge.may(write_circular))
        if self._national is None:
            self.add.setToolTip(plain_tip(self.tr("There is no national group today that could send one.")))
        self._say_empty()
        if self._kept is not None and self._kept["id"] is None and self.add.isEnabled():
            self._open_form(None)

    @Slot(object)
    def show_list(self, found: CircularList) -> None:
        """Show the list."""
        self.list.show_entries(self._words.entries(found.rows))
        self.list.stand_on(self._open_id)
        self.pile.setCurrentWidget(self.list if found.rows else self.empty)
        self._say_empty()

    def _say_empty(self) -> None:
        if self.kind.value() is not None:
            self.empty.say(self.tr("No circular of this kind."), self.tr("Show all kinds"))
        else:
            said = self.tr(
                "A circular tells all six regions the same: a common framework, a warning of a trend, good practice."
                " It stands on the next agenda of each, and here one sees who has taken note of it."
            )
            self.empty.say(said, self.tr("New circular") if self.add.isEnabled() else "")

    @Slot(object)
    def open_circular(self, circular_id: int) -> None:
        """Show one circular beside the list."""
        if self._open_id != circular_id:
            self._close_send()
        self._open_id = circular_id
        job = self.bridge.ask(circular_page, circular_id=circular_id, day=self.bridge.today, language=language())
        job.then(self.show_circular).otherwise(self._on_gone)

    @Slot(object)
    def show_circular(self, view: CircularView) -> None:
        """Show the answer of the query."""
        if view.id != self._open_id:
            return
        self.panel.show_circular(view)
        self.list.stand_on(view.id)
        if self.send_form is not None:
            self.send_form.take_view(view)
            if view.sent_at is not None:
                self._close_send()
        if self._kept is not None and self._kept["id"] == view.id and view.may_change:
            self._open_form(view)
        elif self.form is None:
            self._show_side(self.panel)

    def _on_gone(self, _error: DeskError) -> None:
        # It was removed: the list says what there is.
        self.close_side()

    def _show_side(self, part: QWidget) -> None:
        self.side.show_part(part)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < px(ONE_AT_A_TIME)
        self.card.setVisible(not (is_narrow and not self.side.isHidden()))

    # Doing --------------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        view = self.panel.view
        if view is None:
            return
        key = {"circular_id": view.id, "version": view.version}
        match wish:
            case "edit":
                self._open_form(view)
            case "send":
                self._open_send(view)
            case "remove":
                self.change(self.tr("{reference} is removed.").format(reference=view.reference), remove_circular, **key)
            case "take_back":
                said = self.tr("{reference} is taken back: it is a draft again.").format(reference=view.reference)
                self.change(said, take_back_circular, **key)

    @Slot(object)
    def _on_noted(self, row: DeliveryRow) -> None:
        said = self.tr("{group} has taken note of it.").format(group=row.group)
        self.change(said, acknowledge_circular, delivery_id=row.id, version=row.version)

    @Slot()
    def open_new(self) -> None:
        """Write a new circular."""
        if self.form is None or self.form.view is not None:
            self._open_form(None)
        self.show_unsaved()

    def _open_form(self, view: CircularView | None) -> None:
        self._close_form()
        self._close_send()
        self.form = CircularForm(self, self._national or 0, self._themes, view)
        self.form.cancelled.connect(self._on_cancelled)
        self.form.finished.connect(self._on_written)
        self.side.put_form(self.form)
        self.form.show()
        kept, self._kept = self._kept, None
        if kept is not None:
            self.form.take_up(kept)
        self._show_side(self.side.blank)
        self.form.begin()

    def _open_send(self, view: CircularView) -> None:
        if self.send_form is None:
            self.send_form = SendForm(self, view)
            self.send_form.cancelled.connect(self._close_send)
            self.panel.slot.addWidget(self.send_form)
            self.send_form.show()
            # What is open has the page's one primary button.
            self.panel.acts.hide()
        self.send_form.begin()

    @Slot()
    def _close_send(self) -> None:
        if self.send_form is not None:
            self.send_form.hide()
            self.send_form.deleteLater()
            self.send_form = None
            self.panel.acts.show()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    @Slot()
    def _on_cancelled(self) -> None:
        was_new = self.form is None or self.form.view is None
        self._close_form()
        if was_new and self._open_id is None:
            self.close_side()
        else:
            self._show_side(self.panel)

    @Slot(object)
    def _on_written(self, done: Done) -> None:
        self._close_form()
        assert done.id is not None
        self.open_circular(done.id)

    @Slot()
    def close_side(self) -> None:
        """Give the list the whole page again."""
        self._close_form()
        self._close_send()
        self._open_id = None
        self.side.hide()
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_start(self) -> None:
        if self.kind.value() is not None:
            self.kind.setCurrentIndex(0)
        else:
            self.open_new()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.side.isHidden() and not self.is_unsaved():
            self.close_side()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
