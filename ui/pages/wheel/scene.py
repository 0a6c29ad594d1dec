"""The plan in words and shapes: lanes, chips, shaded days and gaps for the wheel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from referral_desk.clock import Quarter, working_days
from referral_desk.vocabulary import ClosingKind, Stage, Tier
from referral_desk.wheel.check import GAP_ABOVE, Entry, gap_above
from referral_desk.wheel.reasons import Conflict
from referral_desk.wheel.words import WEEKDAYS
from referral_desk.wheel.year import Slot
from ui.language import day_text, label_text, language, time_text
from ui.pages.wheel.state import EmptyKey, PlanState, merged
from ui.widgets.year_wheel_rows import ChipLook, DayLook, WheelChip, WheelGap, WheelLane, WheelScene, WheelShade

if TYPE_CHECKING:
    from referral_desk.queries.wheel_rows import WheelRow, WishRow

MOST_LINES = 4


class SceneMaker(QObject):
    """Makes the scene of a plan in the language in force."""

    def scene(self, state: PlanState, today: dt.date, lifted: Hashable | None = None) -> WheelScene:
        """The whole year."""
        row = state.row
        assert row is not None
        places = {body.id: place for place, body in enumerate(row.plan.bodies)}
        chips = [*self._meetings(state, row, places), *self._missing(state, row, places)]
        months = tuple(
            day_text(dt.date(row.year, number, 1), "mon").rstrip(".").capitalize() for number in range(1, 13)
        )
        return WheelScene(
            year=row.year,
            today=today,
            lanes=tuple(self._lanes(row)),
            chips=tuple(chips),
            shades=tuple(self._shades(row)),
            gaps=tuple(self._gaps(state, row, places)),
            months=months,
            quarters=tuple(self.tr("Q{number}").format(number=number) for number in range(1, 5)),
            week=self.tr("Week"),
            heat=state.heat(lifted) if lifted is not None else {},
        )

    def look(self, state: PlanState, key: Hashable, day: dt.date) -> DayLook:
        """What a day says of a chip that is carried there."""
        conflicts, told = state.looked_at(key, day)
        lines = self.conflict_lines(conflicts)
        shown = {one.kind for one in conflicts}
        for leaning in told:
            if leaning.told.kind not in shown:
                icon, tone = ("check", "good") if leaning.cost == 0 else ("info", "faint")
                lines.append((icon, tone, leaning.told.sentence(language())))
        if not conflicts:
            lines.insert(0, ("check-circle-fill", "good", self.tr("Nothing speaks against the day.")))
        week = self.tr("week {week}").format(week=day.isocalendar().week)
        title = f"{day_text(day, 'full')} · {week}"
        spoken = ". ".join([day_text(day, "full"), *(said for _icon, _tone, said in lines[:MOST_LINES])])
        return DayLook(title, tuple(lines[:MOST_LINES]), spoken)

    @staticmethod
    def day_words(day: dt.date) -> str:
        """A day as it stands on a chip: with the first letters of its weekday."""
        letters = 2 if language() == "da" else 3
        return f"{WEEKDAYS[language()][day.weekday()][:letters]} {day_text(day, 'short')}"

    def conflict_lines(self, conflicts: Sequence[Conflict]) -> list[tuple[str, str, str]]:
        """Icon, tone and sentence of each kind of conflict."""
        lines = []
        for one, more in merged(conflicts):
            said = one.sentence(language())
            if more:
                said = self.tr("{sentence} (and %n more alike)", "", more).format(sentence=said.rstrip("."))
            lines.append(("warning-circle-fill", "late", said) if one.stops else ("warning-fill", "warn", said))
        return lines

    def wish_words(self, wish: WishRow, starts: dt.time, ends: dt.time) -> str:
        """A group's wishes in a few words; without wishes when it usually meets."""
        parts = []
        if wish.weekdays:
            parts.append(", ".join(WEEKDAYS[language()][day][:3] for day in wish.weekdays))
        if wish.week:
            parts.append(self.tr("wk {week}").format(week=wish.week))
        parts.append(f"{time_text(starts)}–{time_text(ends)}")
        return " · ".join(parts)

    def name(self, state: PlanState, key: Hashable) -> str:
        """What a chip is called in a list: group and quarter."""
        assert state.row is not None
        group_id, quarter = None, 0
        if isinstance(key, EmptyKey):
            group_id, quarter = key.group_id, key.quarter
        elif isinstance(key, Slot):
            group_id, quarter = key.group_id, key.quarter.number
        elif (entry := state.entry(key)) is not None:
            group_id, quarter = entry.group_id, entry.due.number
        body = state.row.plan.body.get(group_id or 0)
        words = self.tr("{group}, quarter {quarter}")
        return words.format(group=body.name, quarter=quarter) if body else ""

    def _lanes(self, row: WheelRow) -> list[WheelLane]:
        lanes, before = [], None
        for body in row.plan.bodies:
            words = self.wish_words(row.wishes[body.id], body.wish.starts, body.wish.ends)
            if body.rhythm is None and body.tier is not Tier.OTHER:
                words = self.tr("No number of meetings set")
            spoken = self.tr("{group}: {wishes}").format(group=body.name, wishes=words)
            lanes.append(WheelLane(body.id, body.name, words, spoken, begins_tier=before not in (None, body.tier)))
            before = body.tier
        return lanes

    def _meetings(self, state: PlanState, row: WheelRow, places: dict[int, int]) -> list[WheelChip]:
        assert state.checker is not None
        marks = {mark.id: mark for mark in row.marks}
        chips = []
        for entry in state.checker.plan:
            if row.year not in (entry.day.year, entry.due.year):
                continue
            mark = marks.get(entry.key) if isinstance(entry.key, int) else None
            if entry.is_proposal:
                look = ChipLook.PINNED if entry.key in state.pinned else ChipLook.PROPOSED
            elif mark is None or mark.stage.step >= Stage.HELD.step:
                look = ChipLook.HELD
            elif not entry.counts:
                look = ChipLook.BESIDE
            else:
                look = ChipLook.TOLD if mark.was_told else ChipLook.PLANNED
            conflicts = state.own_conflicts(entry.key)
            is_beside = not entry.counts
            chips.append(
                WheelChip(
                    key=entry.key,
                    lane=places[entry.group_id],
                    day=entry.day,
                    text="" if is_beside else self.day_words(entry.day),
                    look=ChipLook.BESIDE if is_beside else look,
                    tone=_tone(conflicts),
                    spoken=self._spoken(state, entry, look, conflicts),
                    tip=self._tip(state, entry, conflicts),
                    can_move=entry.is_proposal or (mark is not None and not mark.is_closed_to_change),
                    came_from=mark.day if mark and mark.day != entry.day else None,
                )
            )
        return chips

    def _missing(self, state: PlanState, row: WheelRow, places: dict[int, int]) -> list[WheelChip]:
        chips = [
            WheelChip(
                key=clash.slot,
                lane=places[clash.slot.group_id],
                day=_middle(clash.quarter, row.plan.today),
                text=self.tr("No day"),
                look=ChipLook.NO_DAY,
                spoken=clash.sentence(row.plan, language()),
                can_move=True,
            )
            for clash in state.clashes
        ]
        for one in row.empty:
            name = row.plan.body[one.group_id].name
            told = self.tr("{group} held no meeting in quarter {quarter}.").format(group=name, quarter=one.quarter)
            reason = (
                self.tr("Reason: {reason}").format(reason=one.reason) if one.reason else self.tr("No reason given.")
            )
            chips.append(
                WheelChip(
                    key=EmptyKey(one.group_id, one.quarter),
                    lane=places[one.group_id],
                    day=_middle(Quarter(row.year, one.quarter), None),
                    text=self.tr("Explained") if one.reason else self.tr("No meeting"),
                    look=ChipLook.EXPLAINED if one.reason else ChipLook.EMPTY,
                    spoken=f"{told} {reason}",
                )
            )
        return chips

    def _spoken(self, state: PlanState, entry: Entry, look: ChipLook, conflicts: tuple[Conflict, ...]) -> str:
        words = {
            ChipLook.PROPOSED: self.tr("proposed"),
            ChipLook.PINNED: self.tr("proposed, set by hand"),
            ChipLook.PLANNED: self.tr("planned"),
            ChipLook.TOLD: self.tr("planned, members were told"),
            ChipLook.HELD: self.tr("held"),
        }
        mark = state.mark(entry.key)
        kind = label_text(mark.kind) if mark is not None and not entry.counts else ""
        times = f"{time_text(entry.starts)}–{time_text(entry.ends)}"
        parts = [self.name(state, entry.key), kind, words.get(look, ""), day_text(entry.day, "full"), times]
        said = ", ".join(part for part in parts if part)
        return ". ".join([said, *(one.sentence(language()).rstrip(".") for one in conflicts)])

    def _tip(self, state: PlanState, entry: Entry, conflicts: tuple[Conflict, ...]) -> str:
        mark = state.mark(entry.key)
        head = self.name(state, entry.key)
        if mark is not None and not entry.counts:
            head = " · ".join(part for part in (label_text(mark.kind), mark.title) if part)
        when = f"{day_text(entry.day, 'full')}, {time_text(entry.starts)}–{time_text(entry.ends)}"
        return "\n".join([head, when, *(f"• {one.sentence(language())}" for one in conflicts)])

    @staticmethod
    def _shades(row: WheelRow) -> list[WheelShade]:
        shades = [
            WheelShade(
                max(one.first_day, dt.date(row.year, 1, 1)),
                min(one.last_day, dt.date(row.year, 12, 31)),
                one.name,
                "office" if one.kind is ClosingKind.OFFICE_CLOSED else "school",
            )
            for one in row.closings
            if not one.is_left_out
        ]
        shades += [
            WheelShade(day, day, name, "holiday")
            for day, name in sorted(row.plan.holidays.items())
            if day.year == row.year
        ]
        return shades

    def _gaps(self, state: PlanState, row: WheelRow, places: dict[int, int]) -> list[WheelGap]:
        assert state.checker is not None
        gaps = []
        for quarter in row.plan.quarters:
            due = [entry for entry in state.checker.plan if entry.counts and entry.due == quarter]
            for upper in due:
                tier = row.plan.body[upper.group_id].tier
                below = next((low for low, high in GAP_ABOVE.items() if high is tier), None)
                lower = [
                    entry.day for entry in due if row.plan.body[entry.group_id].tier is below and entry.day < upper.day
                ]
                if below is None or not lower or upper.day.year != row.year:
                    continue
                count = working_days(max(lower), upper.day)
                is_short = count < gap_above(row.plan, below) and not upper.is_over
                gaps.append(
                    WheelGap(
                        places[upper.group_id],
                        max(lower),
                        upper.day,
                        self.tr("{count} wd").format(count=count),
                        is_short,
                    )
                )
        return gaps


def _tone(conflicts: tuple[Conflict, ...]) -> str:
    return "late" if any(one.stops for one in conflicts) else "warn" if conflicts else ""


def _middle(quarter: Quarter, today: dt.date | None) -> dt.date:
    """A working day in the middle of what is left of a quarter."""
    first = max(quarter.first, today) if today else quarter.first
    day = first + (quarter.last - first) // 2
    while day.weekday() > 4:  # noqa: PLR2004 - Friday
        day -= dt.timedelta(days=1)
    return day
