"""Everything in the year that wants a look: what finds no day, conflicts, empty quarters without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.language import language
from ui.pages.wheel.state import EmptyKey
from ui.theme import dress
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from ui.pages.wheel.scene import SceneMaker
    from ui.pages.wheel.state import PlanState


class FindingsPanel(QWidget):
    """A list; each row leads to its chip."""

    chosen = Signal(object)

    def __init__(self, maker: SceneMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maker = maker
        self.rows = RowList(self.tr("Nothing speaks against the plan of this year."), at_most=50)
        area = QScrollArea()
        dress(area, "plain")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.rows)
        column.addStretch()
        area.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        self.rows.opened.connect(self.chosen)

    def show_state(self, state: PlanState) -> int:
        """Show what is to be looked at; give how much it is."""
        assert state.row is not None
        found: list[tuple[RowLook, object]] = []
        for clash in state.clashes:
            title = self.tr("{group}: no day").format(group=self._maker.name(state, clash.slot))
            said = " ".join(rule.sentence(language()) for rule in clash.rules)
            found.append((RowLook(title, said, "calendar-x-fill", "late"), clash.slot))
        for one in state.row.empty:
            if not one.reason:
                key = EmptyKey(one.group_id, one.quarter)
                title = self.tr("{group}: no meeting was held").format(group=self._maker.name(state, key))
                found.append((RowLook(title, self.tr("Say why the quarter stayed empty."), "flag-fill", "late"), key))
        for conflict in sorted(state.conflicts, key=lambda one: not one.stops):
            icon, tone = ("warning-circle-fill", "late") if conflict.stops else ("warning-fill", "warn")
            name = self._maker.name(state, conflict.key)
            found.append((RowLook(name, conflict.sentence(language()), icon, tone), conflict.key))
        self.rows.set_rows(found)
        return len(found)
