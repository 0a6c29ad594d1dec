"""My week: what I owe this week and next, and who I am where the desk does not know yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from referral_desk.queries.my_week import DutyKind, DutyRow, MyWeekRow
from ui.language import day_text, time_text
from ui.pages.actions.words import STATE_ICONS, due_text, section_title
from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.search_choice import Option, SearchChoice
from ui.widgets.section_list import SectionHead, SectionLine, SectionList

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referral_desk.queries.actions import ActionRow
    from referral_desk.queries.groups import ChoiceRow

SECTIONS = ("overdue", "this_week", "next_week", "undated")


class MeChooser(Card):
    """Who of the directory the person at the desk is: asked once. `named` tells the id."""

    named = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.who = SearchChoice(self.tr("Your name in the directory"))
        self.who.setAccessibleName(self.tr("Who are you?"))
        self.who.setMinimumWidth(px(260))
        self.save = button(self.tr("That is me"), "primary")
        self.add(label(self.tr("Who are you?"), "title"))
        self.add(
            label(
                self.tr("Say it once, and the desk shows what you owe: actions, minutes, meetings."),
                "quiet",
                wraps=True,
            )
        )
        across = QHBoxLayout()
        across.addWidget(self.who, 1)
        across.addWidget(self.save)
        across.addStretch(1)
        self.add(across)
        self.save.clicked.connect(self._on_save)
        self.who.returnPressed.connect(self._on_save)

    def offer(self, people: Sequence[ChoiceRow]) -> None:
        """Offer the people of the directory."""
        self.who.set_options([Option(row.id, row.name, row.detail) for row in people])

    @Slot()
    def _on_save(self) -> None:
        if self.who.value() is not None:
            self.named.emit(self.who.value())


class MyWeek(QWidget):
    """Two weeks of one person as a diary. Tells which action or meeting to open, and that it is somebody else's."""

    action_opened = Signal(int)
    meeting_opened = Signal(int, str)
    not_me = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "note")
        self.other = button(self.tr("Somebody else?"), "link")
        self.list = SectionList(self.tr("My week"))
        self.empty = EmptyState("check-circle", self.tr("Nothing is due from you this week or next. Enjoy it."))
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.pile.addWidget(self.list)
        self.pile.addWidget(self.empty)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addWidget(self.other)
        head.addStretch()
        card = Card(margin=4, gap=0)
        card.add(self.pile)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(card, 1)
        self.list.opened.connect(self._on_opened)
        self.other.clicked.connect(self.not_me)

    def show_week(self, week: MyWeekRow) -> None:
        """Show the answer of the query."""
        span = self.tr("{name}: {first} to {last}")
        first, last = day_text(week.first, "short"), day_text(week.end, "date")
        self.name.setText(span.format(name=week.person, first=first, last=last))
        entries: list[SectionHead | SectionLine] = []
        for section in SECTIONS:
            lines = self._lines(week, section)
            if lines:
                entries.append(SectionHead(section_title(section), str(len(lines))))
                entries += lines
        self.list.show_entries(entries)
        self.pile.setCurrentIndex(0 if entries else 1)

    def _lines(self, week: MyWeekRow, section: str) -> list[SectionLine]:
        duties = [(duty.due, self._duty(duty, week.day)) for duty in week.duties if _section(duty.due, week) == section]
        mine = [
            (row.due or week.end, self._action(row, week.day))
            for row in week.actions
            if _section(row.due, week) == section
        ]
        return [line for _day, line in sorted((*duties, *mine), key=lambda pair: pair[0])]

    def _action(self, row: ActionRow, today: dt.date) -> SectionLine:
        detail = " · ".join(part for part in (row.group, row.item) if part)
        return SectionLine(
            key=("action", row.id),
            day=_day(row.due, today),
            icon="" if row.due else STATE_ICONS[row.state][0],
            title=" ".join(row.text.split()),
            detail=detail,
            chips=((due_text(row), "late", "warning-circle-fill"),) if row.is_overdue else (),
            spoken=f"{row.text}. {due_text(row)}. {detail}",
        )

    def _duty(self, duty: DutyRow, today: dt.date) -> SectionLine:
        words = {
            DutyKind.LEAD: self.tr("Lead the meeting of {group}"),
            DutyKind.TAKE_MINUTES: self.tr("Take the minutes of {group}"),
            DutyKind.WRITE_MINUTES: self.tr("Finish the minutes of {group}"),
        }[duty.kind].format(group=duty.group)
        if duty.kind is DutyKind.WRITE_MINUTES:
            detail = self.tr("Meeting on {day}").format(day=day_text(duty.day, "date"))
        else:
            detail = " · ".join(part for part in (time_text(duty.starts), duty.place, duty.title) if part)
        chips = ((self.tr("Overdue"), "late", "warning-circle-fill"),) if duty.is_overdue else ()
        return SectionLine(
            key=(duty.kind.value, duty.meeting_id),
            day=_day(duty.due, today),
            title=words,
            detail=detail,
            chips=chips or ((self.tr("Meeting"), "accent", "calendar-blank"),),
            spoken=f"{words}. {detail}",
        )

    @Slot(object)
    def _on_opened(self, key: tuple[str, int]) -> None:
        kind, key_id = key
        if kind == "action":
            self.action_opened.emit(key_id)
        else:
            self.meeting_opened.emit(key_id, "minutes" if kind == DutyKind.WRITE_MINUTES else "agenda")


def _section(due: dt.date | None, week: MyWeekRow) -> str:
    if due is None:
        return "undated"
    if due < week.day:
        return "overdue"
    return "this_week" if due < week.next_week else "next_week"


def _day(due: dt.date | None, today: dt.date) -> tuple[str, str]:
    if due is None:
        return ("", "")
    # One of another year would be taken for one to come.
    beside = str(due.year) if due.year != today.year else day_text(due, "day").split(" ")[0]
    return (day_text(due, "short"), beside)
