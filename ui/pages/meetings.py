"""Meetings of a year, quarter by quarter: what comes, what each still needs, which quarters are empty."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from referral_desk.clock import Quarter
from referral_desk.operations.meetings import plan_meeting
from referral_desk.queries.meetings import EmptyRow, MeetingRow, MeetingsRow, meetings
from referral_desk.vocabulary import MeetingKind, Stage
from ui.commands import Command
from ui.language import day_text, label_text, language, time_text
from ui.memory import recall, remember
from ui.page import Page
from ui.places import Place, wishes
from ui.plan_form import Habit, PlanForm
from ui.theme import dress
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.group_box import GroupBox
from ui.widgets.labels import label
from ui.widgets.section_list import SectionHead, SectionLine, SectionList

if TYPE_CHECKING:
    from ui.bridge import Bridge

SORTS: Final = ("day", "group", "stage")
STATES: Final = ("all", "ahead", "held", "empty", "cancelled")


class MeetingsPage(Page):
    """A list under headings; one can look at one group, at what is ahead, at what is missing."""

    areas: ClassVar[frozenset[str]] = frozenset({"meetings", "agenda", "papers", "packs", "groups"})
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.year = int(place.wish("year", "0")) or bridge.today.year
        self.row: MeetingsRow | None = None
        self._group = int(place.wish("group", "0"))
        self._is_new_year = True
        self.plan = button(self.tr("Plan a meeting"), "primary", "calendar-plus")
        self.plan.setToolTip(self.tr("Plan a meeting  (Ctrl+N)"))
        self.plan.setShortcut("Ctrl+N")
        self.plan.setEnabled(bridge.may(plan_meeting))
        self.wheel = button(self.tr("Year wheel"), "", "calendar-check")
        self.header.add(self.wheel, self.plan)
        self.header.say(self.tr("Meetings"))
        self.body.setSpacing(12)
        self.form = PlanForm(bridge)
        self.body.addWidget(self.form)
        self.body.addLayout(self._build_bar())
        self.list = SectionList(self.tr("Meetings of the year"))
        self.empty = EmptyState(
            "calendar-blank",
            self.tr("No meetings here yet. A planned meeting shows here with all it still needs."),
            self.tr("Plan a meeting"),
        )
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.pile.addWidget(self.list)
        self.pile.addWidget(self.empty)
        card = Card(margin=4, gap=0)
        card.add(self.pile)
        self.body.addWidget(card, 1)
        self.plan.clicked.connect(self._on_plan)
        self.wheel.clicked.connect(self._on_wheel)
        self.empty.started.connect(self._on_plan)
        self.list.opened.connect(self._on_opened)
        self.form.planned.connect(self._on_planned)
        self.form.opened.connect(self._on_form)
        self._take_wishes(place)

    def _build_bar(self) -> QHBoxLayout:
        self.earlier = icon_button("caret-left", self.tr("Year before"))
        self.later = icon_button("caret-right", self.tr("Year after"))
        self.year_label = label(str(self.year), "title")
        self.group = GroupBox(self.tr("All groups"), self.tr("Group"))
        # Names of forums are long: the list shows them whole, the box need not.
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(14)
        states = (
            ("all", self.tr("All meetings")),
            ("ahead", self.tr("To be held")),
            ("held", self.tr("Held")),
            ("empty", self.tr("Empty quarters")),
            ("cancelled", self.tr("Cancelled or moved")),
        )
        self.state = ChoiceBox(states)
        self.state.setAccessibleName(self.tr("Which meetings"))
        sorts = (("day", self.tr("By quarter")), ("group", self.tr("By group")), ("stage", self.tr("By stage")))
        self.order = ChoiceBox(sorts)
        self.order.setAccessibleName(self.tr("Order"))
        remembered = recall("meetings/order", "day")
        self.order.setCurrentIndex(SORTS.index(remembered) if remembered in SORTS else 0)
        self.count = label("", "note")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.earlier, self.year_label, self.later):
            bar.addWidget(part)
        bar.addSpacing(8)
        for box in (self.group, self.state, self.order):
            bar.addWidget(box)
        bar.addStretch()
        bar.addWidget(self.count)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.group.currentIndexChanged.connect(self._on_group)
        self.state.currentIndexChanged.connect(self._show)
        self.order.currentIndexChanged.connect(self._on_order)
        return bar

    def reload(self) -> None:
        job = self.bridge.ask(meetings, year=self.year, today=self.bridge.today, language=language())
        job.then(self.show_meetings)

    def turn_to(self, place: Place) -> None:
        super().turn_to(place)
        self._take_wishes(place)

    def keep(self) -> dict[str, Any]:
        return {"year": self.year, "group": self._group, "state": self.state.value(), "form": self.form.keep()}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.year, self._group = kept["year"], kept["group"]
        self.state.setCurrentIndex(STATES.index(kept["state"]))
        self.form.take_up(kept["form"])

    def commands(self) -> list[Command]:
        return [Command("meetings/plan", self.tr("Plan a meeting"), "calendar-plus", self._on_plan, "Ctrl+N")]

    def _take_wishes(self, place: Place) -> None:
        """Do what the place asks for: a year, a group, a state, a plan for a group in a quarter."""
        self.year = int(place.wish("year", "0")) or self.year
        if place.wish("group"):
            self._group = int(place.wish("group"))
        if place.wish("state") in STATES:
            self.state.setCurrentIndex(STATES.index(place.wish("state")))
        if wanted := place.wish("plan"):
            quarter = int(place.wish("quarter", "0"))
            self.form.start(
                group_id=int(wanted) if wanted.isdigit() else self._group or None,
                quarter=Quarter(self.year, quarter) if quarter else None,
            )
            # Once only: coming back to the page does not open the form again.
            self.place = Place("meetings")

    @Slot(object)
    def show_meetings(self, row: MeetingsRow) -> None:
        """Show the answer of the query."""
        self.row = row
        self.year_label.setText(str(row.year))
        self.year_label.setAccessibleName(self.tr("Year shown: {year}").format(year=row.year))
        self.earlier.setEnabled(row.year > min(row.years))
        self.later.setEnabled(row.year <= max(row.years))
        self.group.blockSignals(True)
        self.group.offer_groups(row.groups)
        self.group.choose(self._group)
        self.group.blockSignals(False)
        self.form.set_groups(row.groups, _habits(row), self._group_without())
        self._show()

    @Slot()
    def _show(self) -> None:
        if self.row is None:
            return
        rows = [row for row in self.row.rows if self._likes(row)]
        state = self.state.value()
        empty = [one for one in self.row.empty if self._group in (0, one.group_id)] if state in ("all", "empty") else []
        if state == "empty":
            rows = []
        entries = self._entries(rows, empty)
        self.list.show_entries(entries)
        if self._is_new_year:
            self._is_new_year = False
            coming = next((row.id for row in rows if row.day >= self.bridge.today), None)
            self.list.bring(coming)
        self.pile.setCurrentIndex(0 if entries else 1)
        self.count.setText(self.tr("%n meeting(s)", "", len(rows)))

    def _likes(self, row: MeetingRow) -> bool:
        is_held = row.stage.step >= Stage.HELD.step
        fits = {
            "all": True,
            "ahead": not is_held and not row.is_cancelled,
            "held": is_held,
            "empty": False,
            "cancelled": row.is_cancelled or row.moved_from is not None,
        }
        return fits[self.state.value()] and self._group in (0, row.group_id)

    def _entries(self, rows: list[MeetingRow], empty: list[EmptyRow]) -> list[SectionHead | SectionLine]:
        sections: dict[Any, list[SectionLine]] = {}
        words: dict[Any, str] = {}
        order = self.order.value()
        for row in rows:
            key, title = self._section(row, order)
            sections.setdefault(key, []).append(self._line(row))
            words[key] = title
        for one in empty:
            if order == "stage":
                key, title = 99, self.tr("No meeting")
            elif order == "group":
                key, title = self._group_key(one.group_id), one.group
            else:
                key, title = one.quarter, self._quarter(one.quarter)
            sections.setdefault(key, []).append(self._empty_line(one))
            words[key] = title
        entries: list[SectionHead | SectionLine] = []
        for key in sorted(sections):
            met = sum(not line.icon for line in sections[key])
            entries.append(SectionHead(words[key], self.tr("%n meeting(s)", "", met)))
            entries += sections[key]
        return entries

    def _section(self, row: MeetingRow, order: str) -> tuple[Any, str]:
        if order == "group":
            return self._group_key(row.group_id), row.group
        if order == "stage":
            return row.stage.step, label_text(row.stage)
        # A moved meeting keeps its quarter; one of another year's quarter stands where its day is.
        quarter = row.quarter if row.year == self.year else Quarter.of(row.day).number
        return quarter, self._quarter(quarter)

    def _group_key(self, group_id: int) -> int:
        assert self.row is not None
        ids = [group.id for group in self.row.groups]
        return ids.index(group_id) if group_id in ids else len(ids)

    def _quarter(self, number: int) -> str:
        return self.tr("Quarter {number} of {year}").format(number=number, year=self.year)

    def _line(self, row: MeetingRow) -> SectionLine:
        weekday = day_text(row.day).split()[0]
        kind = "" if row.kind is MeetingKind.ORDINARY else label_text(row.kind)
        parts = [row.title, kind, f"{time_text(row.starts)}–{time_text(row.ends)}", row.place]
        title = row.group
        if self.order.value() == "group":
            # The heading names the group.
            title = row.title or label_text(row.kind)
            parts = parts[2:]
        is_over = row.stage.step >= Stage.HELD.step
        stage = self.tr("Cancelled") if row.is_cancelled else label_text(row.stage)
        chips = self._chips(row)
        said = [day_text(row.day, "full"), row.group, stage, *(word for word, _tone, _icon in chips)]
        return SectionLine(
            key=row.id,
            day=(day_text(row.day, "short"), weekday),
            title=title,
            detail=" · ".join(part for part in parts if part),
            stage=stage,
            step=0 if row.is_cancelled else row.stage.step + 1,
            steps=len(Stage),
            chips=chips,
            is_quiet=is_over or row.is_cancelled,
            spoken=". ".join(said),
        )

    def _chips(self, row: MeetingRow) -> tuple[tuple[str, str, str], ...]:
        chips = []
        if row.is_cancelled:
            chips.append((self.tr("Cancelled"), "quiet", "prohibit"))
        elif row.moved_from is not None:
            moved = self.tr("Moved from {day}").format(day=day_text(row.moved_from, "short"))
            chips.append((moved, "quiet", "calendar-blank"))
        is_open = not row.is_cancelled and row.stage.step < Stage.HELD.step
        if is_open and row.bad_papers:
            chips.append((self.tr("%n bad paper(s)", "", row.bad_papers), "late", "file-x"))
        if is_open and row.minutes_over:
            chips.append((self.tr("%n min over", "", row.minutes_over), "warn", "clock-fill"))
        if row.pack_due is not None:
            chips.append(self._pack_chip(row.pack_due))
        if is_open and row.day < self.bridge.today:
            chips.append((self.tr("Was it held?"), "late", "question-fill"))
        elif row.is_next and self.order.value() == "group":
            # Under its group; among all groups every coming meeting would be somebody's next.
            chips.append((self.tr("Next"), "accent", "arrow-right"))
        return tuple(chips)

    def _pack_chip(self, due: dt.date) -> tuple[str, str, str]:
        days = (due - self.bridge.today).days
        if days < 0:
            return (self.tr("Pack %n day(s) late", "", -days), "late", "paper-plane-tilt-fill")
        text = self.tr("Pack by {day}").format(day=day_text(due, "short"))
        return (text, "warn" if days <= 7 else "quiet", "paper-plane-tilt")  # noqa: PLR2004 - the last week

    def _empty_line(self, one: EmptyRow) -> SectionLine:
        quarter = Quarter(self.year, one.quarter)
        is_late = quarter.last < self.bridge.today or self.bridge.today in quarter
        said = self.tr("{group}: no meeting in quarter {number}").format(group=one.group, number=one.quarter)
        word = self.tr("No meeting") if quarter.last < self.bridge.today else self.tr("Not planned")
        return SectionLine(
            key=("plan", one.group_id, one.quarter),
            icon="calendar-plus",
            title=one.group,
            detail=self.tr("Press to plan a meeting"),
            chips=((word, "late" if is_late else "quiet", "calendar-x-fill" if is_late else "calendar-blank"),),
            spoken=said,
        )

    @Slot(object)
    def _on_opened(self, key: Any) -> None:
        if isinstance(key, tuple):
            _plan, group_id, quarter = key
            self.form.start(group_id=group_id, quarter=Quarter(self.year, quarter))
        else:
            self.go(Place("meeting", key))

    @Slot(bool)
    def _on_form(self, is_open: bool) -> None:
        self.plan.setHidden(is_open)
        if not is_open and self.isVisible():
            # One stands where one began.
            self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_plan(self) -> None:
        self.form.start(group_id=self._group or self._group_without())

    @Slot()
    def _on_wheel(self) -> None:
        self.go(Place("wheel", wishes=wishes(year=self.year)))

    def _group_without(self) -> int | None:
        """The group to offer first: one that has no meeting in this quarter or a later one of the year."""
        now, empty = Quarter.of(self.bridge.today), self.row.empty if self.row is not None else ()
        open_ones = (one.group_id for one in empty if Quarter(self.year, one.quarter).first >= now.first)
        return next(open_ones, None)

    @Slot(int)
    def _on_planned(self, meeting_id: int) -> None:
        self.go(Place("meeting", meeting_id))

    @Slot()
    def _on_group(self) -> None:
        self._group = self.group.value() or 0
        self._show()

    @Slot()
    def _on_order(self) -> None:
        remember("meetings/order", self.order.value())
        self._show()

    @Slot()
    def _on_earlier(self) -> None:
        self._turn_year(-1)

    @Slot()
    def _on_later(self) -> None:
        self._turn_year(1)

    def _turn_year(self, step: int) -> None:
        self.year += step
        self._is_new_year = True
        self.place = Place("meetings", wishes=wishes(year=self.year))
        self.refresh()


def _habits(row: MeetingsRow) -> dict[int, Habit]:
    """Where and when each group met last."""
    return {one.group_id: Habit(one.place, one.starts, one.ends) for one in row.rows if not one.is_cancelled}
