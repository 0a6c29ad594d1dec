"""What comes back on every agenda: for all groups, for a tier, or for one group in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.standing_items import (
    add_standing_item,
    change_standing_item,
    load_standing_items,
    move_standing_item,
    remove_standing_item,
)
from referral_desk.queries.meetings import GroupChoice, groups_that_meet
from referral_desk.queries.standing_items import StandingRow, standing_items
from referral_desk.vocabulary import Tier
from ui.language import language
from ui.pages.settings.standing_form import StandingForm
from ui.pages.settings.standing_line import StandingLine
from ui.theme import px
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, rule

if TYPE_CHECKING:
    from ui.doing import UndoPage

WIDTH: Final = 820
TIERS: Final = (Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)


class StandingSection(Card):
    """The list of one scope, in the order of an agenda, with what the meeting is about in its middle."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(gap=8)
        self._page = page
        self.setMaximumWidth(px(WIDTH))
        self.may = page.bridge.may(change_standing_item)
        self.rows: tuple[StandingRow, ...] = ()
        self.lines: list[StandingLine] = []
        self.form: StandingForm | None = None
        self._wanted: object = None
        self._focus: tuple[int, int] | None = None
        self.scope_box = ChoiceBox(self._scopes(()))
        self.scope_box.setAccessibleName(self.tr("Whose standing items"))
        self.scope_box.setMinimumWidth(px(260))
        self.add_button = button(self.tr("Add an item"), "", "plus")
        self.add_button.setEnabled(page.bridge.may(add_standing_item))
        head = QHBoxLayout()
        head.setSpacing(8)
        said = label(self.tr("For"), "field")
        said.setBuddy(self.scope_box)
        head.addWidget(said)
        head.addWidget(self.scope_box)
        head.addStretch()
        head.addWidget(self.add_button)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.formed = QVBoxLayout()
        self.empty = EmptyState(
            "list-numbers",
            self.tr("Items that come back on every agenda stand here: they fill in when a meeting is planned."),
            self.tr("Take the usual items"),
        )
        self.empty.hide()
        self.note = label(
            self.tr("A change counts for agendas that are made from now on. Those that stand keep their items."), "note"
        )
        self.add(head, rule(), self.formed, self.empty, self.list, self.note)
        self.scope_box.currentIndexChanged.connect(self._on_scope)
        self.add_button.clicked.connect(self._on_add)
        self.empty.started.connect(self._on_load)

    @property
    def scope(self) -> dict[str, Any]:
        """Whose list is shown, as the operations want it."""
        value = self.scope_box.value()
        if isinstance(value, Tier):
            return {"tier": value}
        return {"group_id": value} if value else {}

    def reload(self) -> None:
        """Ask for the groups and the list."""
        bridge = self._page.bridge
        bridge.ask(groups_that_meet, day=bridge.today, language=language()).then(self._on_groups)
        self._ask()

    def choose_group(self, group_id: int) -> None:
        """Show the list of a group."""
        self._wanted = group_id

    def keep(self) -> dict[str, Any]:
        """Whose list is shown."""
        return {"scope": self.scope_box.value()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Show it again."""
        self._wanted = kept["scope"]

    def _scopes(self, groups: tuple[GroupChoice, ...]) -> tuple[tuple[object, str], ...]:
        tiers = {
            Tier.REGIONAL: self.tr("All regional groups"),
            Tier.NATIONAL: self.tr("The national group"),
            Tier.INTERMINISTERIAL: self.tr("The inter-ministerial group"),
        }
        # A tier of one group is that group.
        single = {tier for tier in TIERS[1:] if sum(group.tier is tier for group in groups) == 1}
        named = tuple((group.id, group.name) for group in groups if group.tier not in single)
        return ((None, self.tr("All groups")), *((tier, tiers[tier]) for tier in TIERS), *named)

    def _ask(self) -> None:
        scope = self.scope
        self._page.bridge.ask(standing_items, language=language(), **scope).then(self._on_rows)

    @Slot(object)
    def _on_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self.scope_box.blockSignals(True)
        self.scope_box.offer(self._scopes(groups))
        self.scope_box.blockSignals(False)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted in self.scope_box.values:
            self.scope_box.setCurrentIndex(self.scope_box.values.index(wanted))

    @Slot(object)
    def _on_rows(self, rows: tuple[StandingRow, ...]) -> None:
        self.rows = rows
        clear_box(self.list)
        self.lines = []
        is_wide = self.scope_box.value() is None
        behind = False
        for row in rows:
            if row.is_behind and not behind:
                behind = True
                self._add_divider()
            line = StandingLine(row, may=self.may, is_wide=is_wide)
            line.moved.connect(self._on_moved)
            line.switched.connect(self._on_switched)
            line.wanted.connect(self._on_wanted)
            line.dropped.connect(self._on_dropped)
            self.list.addWidget(line)
            self.lines.append(line)
        if rows and not behind:
            self._add_divider()
        for place, line in enumerate(self.lines):
            line.up.setEnabled(self.may and place + row_gap(line.row) > 0)
            line.down.setEnabled(self.may and (place < len(self.lines) - 1 or not line.row.is_behind))
        self.empty.setVisible(not rows)
        self.note.setVisible(bool(rows))
        self._give_focus()

    def _give_focus(self) -> None:
        """Let the keys stay on an item that was just moved."""
        if self._focus is None:
            return
        place, step = self._focus
        self._focus = None
        for line in self.lines:
            if place_of(self.rows, line.row) == place:
                (line.up if step < 0 else line.down).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_divider(self) -> None:
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(12)
        box.addWidget(rule(), 1)
        box.addWidget(label(self.tr("What the meeting is about"), "section"))
        box.addWidget(rule(), 1)
        self.list.addWidget(made)

    def _open(self, row: StandingRow | None) -> None:
        self._close()
        self.form = StandingForm(self._page, self.scope, row)
        self.form.finished.connect(self._close)
        self.form.cancelled.connect(self._close)
        self.formed.addWidget(self.form)
        self.form.begin()

    @Slot()
    def _close(self) -> None:
        clear_box(self.formed)
        self.form = None

    @Slot()
    def _on_scope(self) -> None:
        self._close()
        self._ask()

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    @Slot()
    def _on_load(self) -> None:
        self._page.bridge.do(load_standing_items)

    @Slot(object)
    def _on_wanted(self, row: StandingRow) -> None:
        self._open(row)

    @Slot(object, bool)
    def _on_switched(self, row: StandingRow, on: bool) -> None:
        said = self.tr("“{title}” comes again.") if on else self.tr("“{title}” no longer comes.")
        self._page.change(
            said.format(title=row.title),
            change_standing_item,
            item_id=row.id,
            version=row.version,
            is_active=on,
            **self.scope,
        )

    @Slot(object, int)
    def _on_moved(self, row: StandingRow, step: int) -> None:
        place = place_of(self.rows, row) + step
        if not 0 <= place <= len(self.rows):
            return
        self._focus = (place, step)
        self._page.change(
            self.tr("“{title}” was moved.").format(title=row.title),
            move_standing_item,
            item_id=row.id,
            version=row.version,
            place=place,
            **self.scope,
        )

    @Slot(object)
    def _on_dropped(self, row: StandingRow) -> None:
        said = self.tr("“{title}” is as for the others again.") if row.replaces else self.tr("“{title}” was removed.")
        self._page.change(said.format(title=row.title), remove_standing_item, item_id=row.id, version=row.version)


def place_of(rows: tuple[StandingRow, ...], row: StandingRow) -> int:
    """The place of an item in its list, what the meeting is about counted as one."""
    return next((place for place, one in enumerate(rows) if one.id == row.id), 0) + row_gap(row)


def row_gap(row: StandingRow) -> int:
    """How many places what the meeting is about takes before an item."""
    return int(row.is_behind)
