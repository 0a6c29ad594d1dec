"""One standing item in the list: whether it comes, what it asks of the group, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from referral_desk.queries.standing_items import StandingRow
from referral_desk.vocabulary import StandingRole
from ui.language import label_text
from ui.theme import dress
from ui.widgets.buttons import icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label


class StandingLine(QFrame):
    """One standing item; Alt and an arrow key move it."""

    moved = Signal(object, int)
    """The row, and by how many places."""
    switched = Signal(object, bool)
    wanted = Signal(object)
    """To be changed: the row."""
    dropped = Signal(object)
    """To be removed, or taken back to what wider lists have: the row."""

    def __init__(self, row: StandingRow, *, may: bool, is_wide: bool) -> None:
        super().__init__()
        self.row = row
        dress(self, "")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(4)
        self.on = QCheckBox()
        self.on.setChecked(row.is_active)
        self.on.setAccessibleName(self.tr("On the agenda: {title}").format(title=row.title))
        self.on.setToolTip(self.tr("On the agenda"))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = label(row.title.replace("{day}", "…"), "" if row.is_active else "quiet", wraps=True)
        self.detail = label(self._detail(), "note")
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self.chip = Chip()
        if not row.is_own and not is_wide:
            wider = label_text(row.tier) if row.tier else self.tr("All groups")
            self.chip.show_chip(wider, "quiet", "users-three")
        elif row.replaces:
            self.chip.show_chip(self.tr("Its own way"), "accent", "pencil-simple")
        else:
            self.chip.hide()
        self.up = icon_button("caret-up", self.tr("Further up: {title}").format(title=row.title))
        self.down = icon_button("caret-down", self.tr("Further down: {title}").format(title=row.title))
        self.edit = icon_button("pencil-simple", self.tr("Change: {title}").format(title=row.title))
        self.drop = icon_button(
            "arrow-counter-clockwise" if row.replaces else "trash",
            (self.tr("As the others again: {title}") if row.replaces else self.tr("Remove: {title}")).format(
                title=row.title
            ),
        )
        if not (row.is_own and may and (row.replaces or row.role is StandingRole.ORDINARY)):
            self.drop.hide()
        box.addWidget(self.on)
        box.addSpacing(4)
        box.addLayout(words, 1)
        box.addWidget(self.chip)
        box.addSpacing(8)
        for made in (self.up, self.down, self.edit, self.drop):
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
            made.setEnabled(may)
            made.installEventFilter(self)
            box.addWidget(made)
        self.on.setEnabled(may)
        self.on.installEventFilter(self)
        self.on.clicked.connect(self._on_switched)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.edit.clicked.connect(self._on_edit)
        self.drop.clicked.connect(self._on_drop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(self.row, step)
                return True
        return super().eventFilter(watched, event)

    def _detail(self) -> str:
        row = self.row
        often = (
            self.tr("once a year, from quarter {number} on").format(number=row.yearly_from) if row.yearly_from else ""
        )
        does = {
            StandingRole.MINUTES_APPROVAL: self.tr("names the minutes whose turn it is"),
            StandingRole.OPEN_ACTIONS: self.tr("from the second meeting on"),
            StandingRole.FROM_ABOVE: self.tr("only when there is something"),
        }.get(row.role, "")
        time = self.tr("%n min", "", row.minutes)
        return " · ".join(filter(None, (label_text(row.purpose), time, often or does)))

    @Slot(bool)
    def _on_switched(self, on: bool) -> None:
        self.switched.emit(self.row, on)

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(self.row, -1)

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(self.row, 1)

    @Slot()
    def _on_edit(self) -> None:
        self.wanted.emit(self.row)

    @Slot()
    def _on_drop(self) -> None:
        self.dropped.emit(self.row)
