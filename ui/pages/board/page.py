"""The Board: one look says where every group stands in the year and what waits for me."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from referral_desk.clock import Quarter
from referral_desk.queries.board_rows import BoardRow, CellRow, ComingRow, LineRow
from referral_desk.queries.loose_end_rows import NeedKind
from referral_desk.vocabulary import Stage, Tier
from ui.icons import icon
from ui.language import day_text, label_text, language, time_text
from ui.page import Page
from ui.pages.board.moving import MovingCard
from ui.pages.board.need_words import LOOKS
from ui.pages.board.needs import NeedsPanel
from ui.pages.board.reminders import QuarterReminders
from ui.places import Place, wishes
from ui.theme import dress, px
from ui.widgets.buttons import PushButton, button, icon_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.quarter_cells import GridCell, GridLine
from ui.widgets.quarter_grid import LINE, QuarterGrid
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.bridge import Bridge

BESIDE: Final = 320
STACKED_BELOW: Final = 900
FITS: Final = 752
"""The height at which the Board fills the page; more is shared out."""
NEEDS_SHOWN: Final = 6
COMING_SHOWN: Final = 5


class BoardPage(Page):
    """Quarter grid, what needs somebody, what comes up, what moves between the bodies."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {
            "meetings",
            "agenda",
            "groups",
            "seats",
            "papers",
            "packs",
            "people",
            "minutes",
            "actions",
            "mailings",
            "settings",
            "cases",
            "escalations",
            "circulars",
        }
    )
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.year = int(place.wish("year", "0")) or self.as_of.year
        self.row: BoardRow | None = None
        self.plan = button(self.tr("Plan a meeting"), "primary", "calendar-plus")
        self.header.add(self.plan)
        self.header.say(self.tr("Board"), day_text(self.as_of, "full"))
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(16)
        self.columns.addLayout(self._build_left(), 1)
        self.beside = QWidget()
        self.columns.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        self._build_beside()
        self.body.addLayout(self.columns)
        self.body.addStretch()
        self.reminders = QuarterReminders(bridge, self)
        self.plan.clicked.connect(self._on_plan)
        self.grid.opened.connect(self.go)
        self.needs.opened.connect(self.go)
        self.needs.wants_me.connect(self._on_wants_me)
        self.needs.reminds.connect(self.reminders.begin)
        self.reminders.told.connect(self.told)
        self.coming.opened.connect(self.go)
        self.moving.opened.connect(self.go)

    def _build_left(self) -> QVBoxLayout:
        self.earlier = icon_button("caret-left", self.tr("Year before"))
        self.later = icon_button("caret-right", self.tr("Year after"))
        self.year_label = label(str(self.year), "title")
        self.year_label.setAccessibleName(self.tr("Year shown"))
        self.figures = [self._figure(key) for key in ("held", "ahead", "empty")]
        head = QHBoxLayout()
        head.setContentsMargins(6, 8, 10, 0)
        head.setSpacing(2)
        for part in (self.earlier, self.year_label, self.later):
            head.addWidget(part)
        head.addStretch()
        for figure in self.figures:
            head.addWidget(figure)
        self.grid = QuarterGrid(self.tr("Meetings of the year, by group and quarter"))
        self.year_card = Card(margin=1, gap=0)
        self.year_card.body.setContentsMargins(1, 1, 1, 6)
        said = self.tr("Set up the groups first: then the year's meetings stand here, a line for each group.")
        self.no_groups = EmptyState("users-three", said, self.tr("Go to the groups"))
        self.no_groups.hide()
        self.no_groups.started.connect(self._on_groups)
        self.year_card.add(head, self.grid, self.no_groups)
        self.moving = MovingCard()
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.year_card)
        column.addWidget(self.moving)
        column.addStretch()
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        return column

    def _build_beside(self) -> None:
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.needs = NeedsPanel(self.tr("Needs you"), NEEDS_SHOWN)
        column.addWidget(self.needs)
        self.coming = RowList(self.tr("No meeting in the next 30 days."), COMING_SHOWN)
        coming = Card(self.tr("Coming up"), gap=6)
        coming.body.setContentsMargins(8, 12, 8, 8)
        coming.head.setContentsMargins(8, 0, 8, 0)
        coming.beside_title(label(self.tr("30 days"), "faint")).add(self.coming)
        column.addWidget(coming)

    def _figure(self, key: str) -> QPushButton:
        made = PushButton()
        dress(made, "figure")
        made.setObjectName(key)
        made.setIconSize(QSize(px(16), px(16)))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(self._on_figure)
        return made

    def reload(self) -> None:
        seen = self.bridge.take_first_look()
        if seen is not None and (seen.year, seen.today) == (self.year, self.as_of):
            self.show_board(seen)
            return
        from referral_desk.queries.board import board  # noqa: PLC0415 - it loads the store, which may still be opening

        self.bridge.ask(board, year=self.year, day=self.as_of, language=language()).then(self.show_board)

    def see_as_of(self, day: dt.date) -> None:
        if day.year != self.as_of.year:
            self.year = day.year
        super().see_as_of(day)

    def turn_to(self, place: Place) -> None:
        self.year = int(place.wish("year", "0")) or self.year
        super().turn_to(place)

    def keep(self) -> dict[str, Any]:
        return {"year": self.year, "needs": self.needs.keep()}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.year = kept["year"]
        self.needs.take_up(kept["needs"])

    @Slot()
    def _on_wants_me(self) -> None:
        # Loads the store, so only once somebody asks.
        from referral_desk.queries.action_search import me  # noqa: PLC0415 - same

        self.bridge.ask(me, user=self.bridge.user.name).then(self._on_me)

    @Slot(object)
    def _on_me(self, person_id: int | None) -> None:
        self.needs.show_as(person_id, self.bridge.user.roles)

    @Slot(object)
    def show_board(self, row: BoardRow) -> None:
        """Show the answer of the query."""
        self.row = row
        now = Quarter.of(row.today)
        left = self.tr("%n working day(s) left", "", row.working_days_left)
        quarter = self.tr("quarter {number}").format(number=now.number)
        self.call_it(self.tr("Board"), f"{_first_large(day_text(row.today, 'full'))} · {quarter}, {left}")
        self.year_label.setText(str(row.year))
        self.year_label.setAccessibleName(self.tr("Year shown: {year}").format(year=row.year))
        self.earlier.setEnabled(row.year > min(row.years))
        self.later.setEnabled(row.year <= max(row.years))
        self._show_figures(row)
        names = [self.tr("{number} quarter").format(number=self._ordinal(n)) for n in range(1, 5)]
        present = now.number if row.year == now.year else -1
        if present > 0:
            names[present - 1] += self.tr(" · now")
        self.no_groups.setVisible(not row.lines)
        self.grid.setVisible(bool(row.lines))
        self.grid.show_lines([self.tr("Group"), *names], [self._line(line, row) for line in row.lines], present)
        self.needs.show_needs(row.needs, row.today)
        if row.today == self.bridge.today:
            # What waited on another day waits for nobody.
            self.waits.emit("board", self.needs.waiting)
        self.moving.show_moving(row.moving, row.today)
        self.coming.set_rows([self._coming(coming, row.today) for coming in row.coming])

    def _ordinal(self, number: int) -> str:
        return [self.tr("1st"), self.tr("2nd"), self.tr("3rd"), self.tr("4th")][number - 1]

    def _show_figures(self, row: BoardRow) -> None:
        words = {
            "held": (self.tr("%n held", "", row.held), "check-circle", "good", row.held),
            "ahead": (self.tr("%n ahead", "", row.ahead), "calendar-blank", "quiet", row.ahead),
            "empty": (self.tr("%n empty quarter(s)", "", row.empty), "calendar-x", "late", row.empty),
        }
        for figure in self.figures:
            text, icon_name, tone, count = words[figure.objectName()]
            figure.setText(text)
            figure.setIcon(icon(icon_name, tone))
            figure.setVisible(bool(count))

    def _line(self, line: LineRow, row: BoardRow) -> GridLine:
        detail, tone = self._fault(line, row)
        detail = detail or line.place
        if line.represented is not None:
            detail = self.tr("{count} of {all} regions represented").format(
                count=line.represented, all=line.represented_of
            )
            tone = "faint" if line.represented == line.represented_of else "late"
        cells = tuple(self._cell(line, cell, row) for cell in line.cells)
        return GridLine(line.name, detail, cells, Place("group", line.group_id), line.tier is Tier.NATIONAL, tone)

    def _fault(self, line: LineRow, row: BoardRow) -> tuple[str, str]:
        """What a group lacks however its meetings stand: a voice above, or sectors."""
        kinds = {need.kind: need for need in row.needs if need.group_id == line.group_id}
        if NeedKind.NO_REPRESENTATIVE in kinds:
            return self.tr("No representative"), "late"
        if NeedKind.NOBODY in kinds:
            return self.tr("Nobody has a seat yet"), "warn"
        sectors = next((need.sectors for need in kinds.values() if need.sectors), ())
        if sectors:
            named = ", ".join(label_text(sector) for sector in sectors)
            return self.tr("Without {sectors}").format(sectors=named.lower()), "warn"
        return "", "faint"

    def _cell(self, line: LineRow, cell: CellRow, row: BoardRow) -> GridCell:
        quarter = Quarter(row.year, cell.quarter)
        if cell.meeting_id is None or cell.stage is None:
            return self._empty_cell(line, cell, quarter, row.today)
        stage = label_text(cell.stage)
        note, tone, icon_name = stage, "quiet", ""
        is_over = cell.stage in (Stage.APPROVED, Stage.CLOSED)
        if cell.flag is not None:
            note = self._flag(cell)
            icon_name, tone = LOOKS[cell.flag]
        elif is_over:
            tone, icon_name = "good", "check"
        said = self.tr("{group}, quarter {number}: {day}, {stage}").format(
            group=line.name, number=cell.quarter, day=day_text(cell.day, "full"), stage=stage
        )
        return GridCell(
            day_text(cell.day),
            day_text(cell.day, "short"),
            note,
            tone,
            icon_name,
            cell.stage.step + 1,
            len(Stage),
            is_over and cell.flag is None,
            f"+{cell.more}" if cell.more else "",
            Place("meeting", cell.meeting_id),
            f"{said}. {note}" if cell.flag else said,
        )

    def _flag(self, cell: CellRow) -> str:
        """What a cell says of what its meeting lacks: a cell has room for two short words."""
        if cell.flag is NeedKind.BAD_PAPERS:
            return self.tr("%n bad paper(s)", "", cell.count)
        short = {
            NeedKind.UPDATE_DUE: self.tr("Change unsent"),
            NeedKind.CALL_FOR_ITEMS: self.tr("Call for items"),
            NeedKind.MINUTES_DUE: self.tr("No minutes yet"),
            NeedKind.WITH_CHAIR: self.tr("With chair"),
            NeedKind.COMMENTS_OPEN: self.tr("Comments"),
            NeedKind.NOT_APPROVED: self.tr("Not approved"),
            NeedKind.NO_OUTCOME: self.tr("No outcome"),
            NeedKind.NOT_CLOSED: self.tr("Not closed"),
        }
        return "" if cell.flag is None else short.get(cell.flag) or label_text(cell.flag)

    def _empty_cell(self, line: LineRow, cell: CellRow, quarter: Quarter, today: dt.date) -> GridCell:
        place = Place("meetings", wishes=wishes(plan=line.group_id, year=quarter.year, quarter=quarter.number))
        is_past, is_now = quarter.last < today, today in quarter
        text, note, tone, icon_name = "", self.tr("Not planned"), "quiet", "calendar-plus"
        if not line.keeps_rhythm or (is_past and not cell.stands):
            note, icon_name = "–", ""
        elif is_past:
            note, tone, icon_name = self.tr("No meeting"), "late", "calendar-x-fill"
        elif is_now:
            tone, icon_name = "late", "calendar-x-fill"
        if cell.was_cancelled:
            text = self.tr("Cancelled")
        more = f"+{cell.more}" if cell.more else ""
        said = self.tr("{group}, quarter {number}: no meeting").format(group=line.name, number=cell.quarter)
        if text:
            said = f"{said}. {text}"
        return GridCell(text, note=note, tone=tone, icon=icon_name, more=more, place=place, spoken=said)

    def _coming(self, coming: ComingRow, today: dt.date) -> tuple[RowLook, Place]:
        days = (coming.day - today).days
        soon = [self.tr("today"), self.tr("tomorrow")]
        when = soon[days] if days < len(soon) else self.tr("in %n day(s)", "", days)
        weekday = _first_large(day_text(coming.day, "weekday"))
        detail = f"{weekday} {time_text(coming.starts)} · {label_text(coming.stage)}"
        month = day_text(coming.day, "mon")
        spoken = (
            f"{coming.group}. {day_text(coming.day, 'full')}, {time_text(coming.starts)}. {label_text(coming.stage)}"
        )
        look = RowLook(coming.group, detail, day=(str(coming.day.day), month), trailing=when, spoken=spoken)
        return look, Place("meeting", coming.meeting_id)

    @Slot()
    def _on_plan(self) -> None:
        self.go(Place("meetings", wishes=wishes(plan="new", year=self.year)))

    @Slot()
    def _on_groups(self) -> None:
        self.go(Place("groups"))

    @Slot()
    def _on_figure(self) -> None:
        key = self.sender().objectName()
        self.go(Place("meetings", wishes=wishes(state=key, year=self.year)))

    @Slot()
    def _on_earlier(self) -> None:
        self.year -= 1
        self.refresh()

    @Slot()
    def _on_later(self) -> None:
        self.year += 1
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(STACKED_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self.columns.direction() != direction:
            self.columns.setDirection(direction)
        self.columns.setAlignment(self.beside, Qt.AlignmentFlag(0) if is_narrow else Qt.AlignmentFlag.AlignTop)
        spare = max(0, self.height() - px(FITS))
        self.grid.set_line_height(LINE + min(12, spare // 16))
        self.needs.rows.show_at_most(NEEDS_SHOWN + spare // px(98))
        self.coming.show_at_most(COMING_SHOWN + spare // px(98))
        wide = px(BESIDE) + max(0, (self.width() - px(1100)) // 5)
        self.beside.setMinimumWidth(0 if is_narrow else wide)
        self.beside.setMaximumWidth(16777215 if is_narrow else wide)


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]
