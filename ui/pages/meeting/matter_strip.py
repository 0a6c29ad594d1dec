"""A slim strip above an item: what hangs on it, who asks for what by when, and the way to the case or circular."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.item_matters import MatterKind, MatterRow, item_matters
from ui.escalation_words import due_text
from ui.language import label_text, language
from ui.places import Place, wishes
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, WrappedLabel

if TYPE_CHECKING:
    import datetime as dt

    from ui.bridge import Bridge

ICONS: Final = {
    MatterKind.ESCALATION: "arrow-up",
    MatterKind.ANSWER: "arrow-down",
    MatterKind.CIRCULAR: "megaphone",
    MatterKind.CASE: "folder",
}
MOST: Final = 3


class MatterStrip(QFrame):
    """Hidden where nothing hangs on the item; `went` tells a Place."""

    went = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "inset")
        self.setAccessibleName(self.tr("What hangs on this item"))
        self._bridge = bridge
        self.item_id = 0
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 4, 8, 4)
        self._box.setSpacing(0)
        self.hide()

    def show_item(self, item_id: int) -> None:
        """Ask what hangs on an item; the lines of another one go at once."""
        if item_id != self.item_id:
            self._show(())
        self.item_id = item_id
        job = self._bridge.ask(item_matters, item_id=item_id, day=self._bridge.today, language=language())
        job.then(functools.partial(self._on_rows, item_id))

    def words(self) -> list[str]:
        """What the lines say (for tests)."""
        return [line.accessibleName() for line in self.lines]

    def _on_rows(self, item_id: int, rows: tuple[MatterRow, ...]) -> None:
        if item_id == self.item_id:
            self._show(rows)

    def _show(self, rows: tuple[MatterRow, ...]) -> None:
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(row) for row in rows[:MOST]]
        for line in self.lines:
            self._box.addWidget(line)
        self.setVisible(bool(rows))

    def _line(self, row: MatterRow) -> QWidget:
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        tone = "late" if row.is_late else "accent"
        across.addWidget(IconLabel("warning-circle-fill" if row.is_late else ICONS[row.kind], tone))
        said = self._said(row, self._bridge.today)
        whole.setAccessibleName(said)
        across.addWidget(WrappedLabel(said, "note"), 1)
        is_circular = row.circular_id is not None
        there = button(self.tr("Open the circular") if is_circular else self.tr("Open the case"), "link", "arrow-right")
        there.setAccessibleName(self.tr("Open {reference}").format(reference=row.reference))
        place = Place("circulars", wishes=wishes(circular=row.circular_id)) if is_circular else None
        there.clicked.connect(functools.partial(self._go, place or Place("case", row.case_id)))
        across.addWidget(there, 0, Qt.AlignmentFlag.AlignRight)
        return whole

    def _said(self, row: MatterRow, today: dt.date) -> str:
        first = {
            MatterKind.ESCALATION: self.tr("{reference} from {group}"),
            MatterKind.ANSWER: self.tr("Answer to {reference} from {group}"),
            MatterKind.CIRCULAR: self.tr("Circular {reference} from {group}"),
            MatterKind.CASE: self.tr("Case {reference} of {group}"),
        }[row.kind].format(reference=row.reference, group=row.group)
        parts = [first]
        if row.role is not None:
            parts.append(label_text(row.role))
        if row.merged:
            parts.append(self.tr("with %n merged into it", "", row.merged))
        if row.due is not None:
            parts.append(due_text(row.due, today, is_late=row.is_late))
        elif row.state is not None and row.kind is MatterKind.ESCALATION:
            parts.append(label_text(row.state))
        return " · ".join(parts)

    def _go(self, place: Place, *_is_checked: bool) -> None:
        self.went.emit(place)
