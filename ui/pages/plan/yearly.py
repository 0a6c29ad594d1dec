"""The yearly contribution to the status report: looked at first, then saved as a document."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from referral_desk.queries.plan_activity import WHOLE
from referral_desk.queries.yearly import yearly
from ui.commands import Command
from ui.documents import DocumentDoor, add_languages
from ui.icons import icon
from ui.language import day_text, label_text, language, number_text
from ui.rows import Column, Heading
from ui.tables import RowView
from ui.theme import ROW, dress, px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.stacked_bars import BarPart, StackedBars
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.yearly_rows import GroupYear, Yearly
    from ui.pages.plan.page import PlanPage

NARROW: Final = 760
"""Below this width the charts stand below one another."""
HEAD: Final = 40


@dataclass(frozen=True)
class FigureRow:
    """A name and its figure."""

    name: str
    figure: str


@dataclass(frozen=True)
class KindRow:
    """A group and its cases of each kind, as they may be shown."""

    name: str
    figures: tuple[str, ...]


class YearlyView(TallArea):
    """Charts and tables of one year, and the button that makes a document of them."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__()
        self.page = page
        self.content: Yearly | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.line = ProgressLine()
        self.door = DocumentDoor(page.bridge, page, self.line)
        self.door.told.connect(page.told)
        self.figures = label("", "lead", wraps=True)
        self.note = label("", "note", wraps=True)
        self.save = button(self.tr("Save as PDF …"), "primary", "file-pdf")
        self.save.clicked.connect(self.open_menu)
        self.items = StackedBars(self.tr("Agenda items by quarter and area"))
        self.actions_agreed = StackedBars(self.tr("Actions agreed by quarter and area"))
        self.groups = self._group_table()
        self.activities = self._activity_table()
        self.by_kind = self._kind_table(())
        self.lists = self._list_table()
        self.total = label("", "faint")
        self.small = label("", "note", wraps=True)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.figures)
        words.addWidget(self.note)
        head.addLayout(words, 1)
        head.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        self.charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.charts.setSpacing(16)
        for title, chart in (
            (self.tr("Agenda items under the plan"), self.items),
            (self.tr("Actions agreed under the plan"), self.actions_agreed),
        ):
            card = Card(title)
            card.add(chart)
            self.charts.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self.cases = Card(self.tr("Cases"), gap=12).beside_title(self.total)
        self.cases.add(self.by_kind, self.lists, self.small)
        inside = QWidget()
        dress(inside, "page")
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(16)
        box.addWidget(self.line)
        box.addLayout(head)
        box.addLayout(self.charts)
        box.addWidget(Card(self.tr("The groups")).add(self.groups))
        box.addWidget(Card(self.tr("The activities of the plan")).add(self.activities))
        box.addWidget(self.cases)
        box.addStretch()
        self.setWidget(inside)

    def _group_table(self) -> RowView:
        days = self.tr("Days to the answer")
        columns = (
            Column("group", self.tr("Group"), lambda row: row.name, width=210, is_strong=True),
            _counted("meetings", self.tr("Meetings"), lambda row: row.meetings),
            *self._work_columns(),
            _counted("answered", self.tr("Answered"), lambda row: row.answered),
            Column("days", days, _days, lambda row: row.days, 130, is_number=True),
            _counted("circulars", self.tr("Circulars"), lambda row: row.tally.circulars),
        )
        return RowView("plan/groups", columns, self.tr("The groups in the year"), self._none())

    def _activity_table(self) -> RowView:
        columns = (
            Column("number", self.tr("No."), lambda row: row.number, width=60),
            Column("title", self.tr("Activity"), lambda row: row.title, width=320, is_strong=True),
            _counted("groups", self.tr("Groups"), lambda row: row.groups),
            *self._work_columns(),
            _counted("circulars", self.tr("Circulars"), lambda row: row.tally.circulars),
            _counted("cases", self.tr("Cases"), lambda row: row.cases),
        )
        name = self.tr("The activities in the year")
        return RowView("plan/activities", columns, name, self._none(), keeps_order=True)

    def _work_columns(self) -> list[Column]:
        return [
            _counted("items", self.tr("Items"), lambda row: row.tally.items),
            _counted("decisions", self.tr("Decisions"), lambda row: row.tally.decisions),
            _counted("actions", self.tr("Actions"), lambda row: row.tally.actions),
            _counted("on_time", self.tr("Done in time"), lambda row: row.tally.on_time),
            _counted("late", self.tr("Done late"), lambda row: row.tally.late),
            _counted("not_done", self.tr("Not done"), lambda row: row.tally.not_possible + row.tally.not_done),
            _counted("open", self.tr("Open"), lambda row: row.tally.open),
            _counted("sent", self.tr("Escalations"), lambda row: row.tally.escalations),
        ]

    def _kind_table(self, kinds: Sequence[str]) -> RowView:
        columns = [Column("group", self.tr("Group"), lambda row: row.name, width=230, is_strong=True)]
        for place, kind in enumerate((*kinds, self.tr("All"))):
            columns.append(Column(f"kind{place}", kind, functools.partial(_figure, place), width=130, is_number=True))
        name = self.tr("Cases by group and kind")
        return RowView("plan/kinds", columns, name, self._none(), keeps_order=True)

    def _list_table(self) -> RowView:
        columns = (
            Column("name", self.tr("Cases by"), lambda row: row.name, width=420, is_strong=True),
            Column("figure", self.tr("Cases"), lambda row: row.figure, width=110, is_number=True),
        )
        name = self.tr("Cases by theme, exploitation, setting and age")
        return RowView("plan/cases", columns, name, self._none(), keeps_order=True)

    def _none(self) -> EmptyState:
        return EmptyState("chart-bar", self.tr("Nothing to count yet."))

    # What is shown ------------------------------------------------------------------------------------------------

    @property
    def year(self) -> int:
        """The year that is told of: all years together have no contribution, so then it is this one."""
        work = self.page.work
        return work.year if work is not None and work.year != WHOLE else self.page.as_of.year

    def _wishes(self) -> dict[str, Any]:
        work = self.page.work
        code = work.tree.plan.code if work is not None and work.tree is not None else ""
        return {"year": self.year, "day": self.page.as_of, "code": code}

    def reload(self) -> None:
        """Ask for the figures."""
        self.page.bridge.ask(yearly, language=language(), **self._wishes()).then(self.show_content)

    @Slot(object)
    def show_content(self, content: Yearly) -> None:
        """Show the answer of the query."""
        self.content = content
        total, tally = content.total, content.total.tally
        parts = [
            str(content.year),
            self.tr("%n meeting(s)", "", total.meetings),
            self.tr("%n agenda item(s)", "", tally.items),
            self.tr("%n decision(s)", "", tally.decisions),
            self.tr("{done} of %n action(s) done", "", tally.actions).format(done=tally.done),
            self.tr("{answered} of %n escalation(s) answered", "", tally.escalations).format(answered=total.answered),
        ]
        self.figures.setText(" · ".join(parts))
        as_of = self.tr("As of {day}.").format(day=day_text(content.day, "date"))
        over = "" if content.is_whole else self.tr("The year is not over.")
        idle = self.tr("No group worked on {count} of the plan’s activities.").format(count=len(content.untouched))
        self.note.setText(" ".join(part for part in (as_of, over, idle if content.untouched else "") if part))
        quarters = [self.tr("Q{number}").format(number=number) for number in range(1, 5)]
        areas = content.areas
        items = [BarPart(area.title, tuple(quarter.items for quarter in area.quarters)) for area in areas]
        agreed = [BarPart(area.title, tuple(quarter.actions for quarter in area.quarters)) for area in areas]
        self.items.show_bars(quarters, items)
        self.actions_agreed.show_bars(quarters, agreed)
        self.groups.set_rows(content.groups)
        _fit(self.groups, len(content.groups))
        rows = [row for area in areas for row in (Heading(area.title), *area.activities)]
        self.activities.set_rows(rows)
        _fit(self.activities, len(rows))
        self._show_cases(content)

    def _show_cases(self, content: Yearly) -> None:
        cases = content.cases
        self.total.setText(self.tr("{count} written down in the year").format(count=cases.table.total))
        is_told = cases.table.total.isdigit() and cases.table.total != "0"
        old = self.by_kind
        self.by_kind = self._kind_table(cases.kinds)
        self.cases.body.replaceWidget(old, self.by_kind)
        old.hide()
        old.deleteLater()
        rows = [
            KindRow(name, (*figures, whole))
            for name, figures, whole in zip(cases.groups, cases.table.cells, cases.table.rows, strict=True)
        ]
        rows.append(KindRow(self.tr("All groups"), (*cases.table.columns, cases.table.total)))
        self.by_kind.set_rows(rows)
        _fit(self.by_kind, len(rows))
        listed: list[Heading | FigureRow] = []
        for one in cases.lists:
            if one.rows:
                listed.append(Heading(label_text(one.by)))
                listed += [FigureRow(name, text) for name, text in one.rows]
        self.lists.set_rows(listed)
        _fit(self.lists, len(listed))
        self.by_kind.setVisible(is_told)
        self.lists.setVisible(is_told)
        self.small.setText(self._about_small(content, is_told=is_told))
        self.small.setVisible(bool(self.small.text()))

    def _about_small(self, content: Yearly, *, is_told: bool) -> str:
        if content.cases.table.total == "0":
            return self.tr("No cases were written down in the year.")
        if not is_told:
            return self.tr("So few cases are not told apart any further: somebody could be known by them.")
        if content.has_small:
            return self.tr(
                "Figures from 1 to 4 are shown as “1–4”, and “–” is kept back too: nobody can be known by them."
            )
        return ""

    # The document -------------------------------------------------------------------------------------------------

    def offers(self) -> list[Command]:
        """What the palette offers."""
        if self.content is None:
            return []
        title = self.tr("Save the contribution of {year} as PDF …").format(year=self.year)
        return [Command("plan/save", title, "file-pdf", self.make)]

    @Slot()
    def make(self) -> None:
        """Typeset the document, and ask where it shall lie."""
        self.door.ask(yearly, **self._wishes())

    @Slot()
    def open_menu(self) -> None:
        """Show the menu below the button."""
        self.menu().popup(self.save.mapToGlobal(QPoint(0, self.save.height())))

    def menu(self) -> QMenu:
        """The document, and in which language."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Contribution of {year} …").format(year=self.year)
        act = QAction(icon("file-pdf"), title, made)
        act.triggered.connect(self.make)
        made.addAction(act)
        made.addSeparator()
        add_languages(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.viewport().width() < px(NARROW)
        self.charts.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)


def _counted(key: str, title: str, count: Callable[[Any], object]) -> Column:
    return Column(key, title, lambda row: str(count(row)), count, 92, is_number=True)


def _days(row: GroupYear) -> str:
    return number_text(row.days) if row.days is not None else "–"


def _figure(place: int, row: KindRow) -> str:
    return row.figures[place]


def _fit(table: RowView, rows: int) -> None:
    """Let a table be as tall as its rows; the page scrolls, not the table."""
    table.setFixedHeight(px(ROW) * max(rows, 1) + px(HEAD) + px(14))
