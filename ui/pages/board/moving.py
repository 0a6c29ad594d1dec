"""The card "Moving": what goes up between the bodies and what comes home, how long already, and when it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.moving_rows import MOST_COUNTED, Way
from referral_desk.vocabulary import EscalationLane, EscalationState, Label
from ui.escalation_words import STATE_LOOKS, age_text, late_text
from ui.language import day_text, label_text
from ui.places import Place, wishes
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, label
from ui.widgets.plain_words import plain_tip
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.moving_rows import Moving, MovingRow

SHOWN: Final = 3
STACKED_BELOW: Final = 560
UP: Final = Place("cases", view="lanes")
DOWN: Final = Place("cases", wishes=wishes(lane=EscalationLane.ANSWERED))


class MovingSide(QWidget):
    """One way: its name, how many go it, and those that have waited longest. `opened` tells a Place."""

    opened = Signal(object)

    def __init__(self, title: str, icon_name: str, empty: str, all_of_them: Place) -> None:
        super().__init__()
        self._all = all_of_them
        self.title = label(title, "field")
        self.count = button("", "link")
        self.count.clicked.connect(self._on_count)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(6)
        head.addWidget(IconLabel(icon_name, "quiet"))
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.count)
        self.rows = RowList(empty, SHOWN)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.rows)
        box.addStretch()
        self.rows.opened.connect(self.opened)

    def show_rows(self, rows: list[tuple[RowLook, object]], total: int, spoken: str) -> None:
        """Show what goes this way; `spoken` says what the figure counts."""
        self.rows.set_rows(rows)
        self.count.setText(f"{MOST_COUNTED}+" if total >= MOST_COUNTED else str(total))
        self.count.setAccessibleName(spoken)
        self.count.setToolTip(plain_tip(spoken))
        self.count.setVisible(total > 0)

    @Slot()
    def _on_count(self) -> None:
        self.opened.emit(self._all)


class MovingCard(Card):
    """Both ways beside one another; `opened` tells a Place."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", margin=16, gap=8, parent=parent)
        self.setAccessibleName(self.tr("Moving"))
        self.title.setText(self.tr("Moving"))
        self.up = MovingSide(
            self.tr("On the way up"),
            "arrow-up",
            self.tr("No group waits for a body above it: what is carried up shows here."),
            UP,
        )
        self.down = MovingSide(
            self.tr("On the way home"),
            "arrow-down",
            self.tr("No answer is on its way: it shows here until the group that asked has heard it."),
            DOWN,
        )
        self.head.addWidget(self.title)
        self.head.setContentsMargins(8, 0, 8, 0)
        self.body.addLayout(self.head)
        self.body.setContentsMargins(8, 12, 8, 8)
        self.sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.sides.setSpacing(12)
        for side in (self.up, self.down):
            self.sides.addWidget(side, 1)
            side.opened.connect(self.opened)
        self.body.addLayout(self.sides)

    def show_moving(self, moving: Moving, today: dt.date) -> None:
        """Show what moves as seen on a day."""
        self.up.show_rows(
            [self._row(row, today) for row in moving.up],
            moving.up_total,
            self.tr("%n on the way up: show all", "", moving.up_total),
        )
        self.down.show_rows(
            [self._row(row, today) for row in moving.down],
            moving.down_total,
            self.tr("%n on the way home: show all", "", moving.down_total),
        )

    def _row(self, row: MovingRow, today: dt.date) -> tuple[RowLook, object]:
        icon, tone = STATE_LOOKS[row.state]
        late = (today - row.due).days if row.is_late and row.due is not None else 0
        age = age_text(row.age_days)
        trailing = late_text(late) if late else age
        detail = " · ".join(part for part in (row.origin, self._merged(row), self._next(row)) if part)
        said = self.tr("for {time}").format(time=age) if row.age_days else age
        withheld = label_text(Label.CONFIDENTIAL)
        spoken = [row.reference, row.title or withheld, detail, late_text(late) if late else said]
        look = RowLook(
            row.title or f"{row.reference} · {withheld}",
            detail,
            icon,
            "late" if late else tone,
            trailing=trailing,
            trailing_tone="late" if late else "faint",
            spoken=". ".join(part.rstrip(".") for part in spoken),
        )
        return look, Place("case", row.case_id)

    def _merged(self, row: MovingRow) -> str:
        return self.tr("and %n more", "", row.merged) if row.merged else ""

    def _next(self, row: MovingRow) -> str:
        """What comes next: the meeting's day where it stands on an agenda, else its state and who has it."""
        if row.day is None:
            return f"{label_text(row.state)}: {row.holder}" if row.way is Way.UP else label_text(row.state)
        day = day_text(row.day, "day")
        if row.way is Way.DOWN or row.state is not EscalationState.ON_AGENDA:
            return self.tr("heard on {day}").format(day=day)
        return self.tr("{group} decides on {day}").format(group=row.holder, day=day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(STACKED_BELOW)
        self.sides.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
