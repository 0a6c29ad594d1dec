"""The words of the presence sheet: how a row looks, what the keys are called, what the numbers say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.queries.attendance_rows import AttendanceSheet, AttendeeRow
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind
from ui.language import day_text, label_text, language
from ui.widgets.place_dots import AWAY, DEPUTY, FILLED, OPEN
from ui.widgets.presence_line import CONFLICT, IN, OUT, PresenceLook, StateLook
from ui.widgets.presence_list import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

ICONS: Final = {
    AttendanceState.UNANSWERED: ("quiet", "circle"),
    AttendanceState.ACCEPTED: ("good", "check-bold"),
    AttendanceState.TENTATIVE: ("warn", "question-bold"),
    AttendanceState.APOLOGY: ("info", "envelope-simple-bold"),
    AttendanceState.PRESENT: ("good", "check-bold"),
    AttendanceState.ABSENT: ("late", "x-bold"),
}
BEFORE: Final = (AttendanceState.ACCEPTED, AttendanceState.TENTATIVE, AttendanceState.APOLOGY)
AT_MEETING: Final = (AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT)
NOTE, DEPUTISE, GUEST = "note", "deputise", "guest"
YES = "yes"
"""Present, or before the meeting coming."""
# The letters of both languages work in both: what stands in a legend is the one of the language in force.
KEYS: Final = {
    "T": YES,
    "P": YES,
    "J": YES,
    "A": AttendanceState.APOLOGY.value,
    "F": AttendanceState.ABSENT.value,
    "X": AttendanceState.ABSENT.value,
    "M": AttendanceState.TENTATIVE.value,
    "S": DEPUTISE,
    "D": DEPUTISE,
    "G": GUEST,
    "N": NOTE,
    "I": "conflict",
    "DEL": AttendanceState.UNANSWERED.value,
}


def key_of(row: AttendeeRow) -> str:
    """What a row is known under, called or not: the person, or the seat of a body that names nobody."""
    return f"p{row.person_id}" if row.person_id is not None else f"s{row.seat_id}"


def initials(name: str) -> str:
    """Two letters for a ring."""
    words = [word for word in name.replace("(", " ").split() if word[0].isalpha()]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "–"


class PeopleWords(QObject):
    """Says what a sheet shows."""

    may = True
    """Whether the person at the desk may note anything."""

    def states(self, sheet: AttendanceSheet) -> tuple[StateLook, ...]:
        """What can be noted: answers before the meeting's day, from it on presence."""
        return tuple(self.state(state) for state in (AT_MEETING if sheet.has_come else BEFORE))

    def state(self, state: AttendanceState) -> StateLook:
        """How a state looks."""
        tone, icon_name = ICONS[state]
        return StateLook(state.value, label_text(state), tone, icon_name)

    def items(self, sheet: AttendanceSheet) -> tuple[tuple[str, str], ...]:
        """Number and title of each item."""
        return tuple((str(item.number), f"{item.number}. {item.title}") for item in sheet.items)

    def sections(self, sheet: AttendanceSheet) -> tuple[Section, ...]:
        """The rows under their roles; a deputy stands with the one whose place it is."""
        titles = {
            AttendeeRole.CHAIR: self.tr("Chair and secretary"),
            AttendeeRole.SECRETARY: self.tr("Chair and secretary"),
            AttendeeRole.MEMBER: self.tr("Members"),
            AttendeeRole.OBSERVER: self.tr("Observers"),
            AttendeeRole.GUEST: self.tr("Guests"),
            AttendeeRole.DEPUTY: self.tr("Deputies who are not needed"),
        }
        found: dict[str, list[tuple[str, PresenceLook]]] = {}
        title = ""
        for row in sheet.rows:
            title = title if row.deputy_for_id is not None else titles[row.role]
            found.setdefault(title, []).append((key_of(row), self.look(row, sheet)))
        return tuple(Section(name, tuple(people)) for name, people in found.items())

    def look(self, row: AttendeeRow, sheet: AttendanceSheet) -> PresenceLook:
        """How a row looks."""
        flag = self._flag(row)
        state = self.state(row.state)
        if sheet.has_come and row.state in {AttendanceState.ACCEPTED, AttendanceState.TENTATIVE}:
            # What was answered says little once the meeting is there.
            state = replace(state, tone="quiet")
        is_away = row.state in {AttendanceState.APOLOGY, AttendanceState.ABSENT}
        cells: tuple[str, ...] = ()
        if row.state is AttendanceState.PRESENT:
            kinds = {None: IN, False: OUT, True: CONFLICT}
            cells = tuple(kinds[row.out.get(item.id)] for item in sheet.items)
        note = self._note(row)
        role = self._role(row)
        return PresenceLook(
            who=row.who,
            initials=initials(row.who),
            organisation=row.organisation if row.name else self.tr("nobody named"),
            sector=role,
            state=state,
            note=note,
            flag=flag,
            is_indented=row.deputy_for_id is not None,
            is_faint=is_away,
            is_open=self.may and not sheet.closed,
            cells=cells,
            spoken=". ".join(
                part
                for part in (
                    row.who,
                    row.organisation,
                    role,
                    state.word,
                    flag[0] if flag else "",
                    note,
                    self._out(row, sheet),
                )
                if part
            ),
        )

    def _role(self, row: AttendeeRow) -> str:
        if row.deputy_for_id is not None:
            return self.tr("for {name}").format(name=row.deputy_for)
        parts = []
        if row.leads:
            parts.append(self.tr("leads the meeting"))
        elif row.writes:
            parts.append(self.tr("writes the minutes"))
        elif row.seat_kind in {SeatKind.CHAIR, SeatKind.DEPUTY_CHAIR, SeatKind.SECRETARY} and row.seat_kind is not None:
            parts.append(label_text(row.seat_kind))
        if row.represents:
            parts.append(row.represents)
        if not parts or row.role is AttendeeRole.MEMBER:
            parts += [label_text(sector) for sector in row.sectors]
        return ", ".join(parts)

    def _flag(self, row: AttendeeRow) -> tuple[str, str, str] | None:
        if not row.is_entitled:
            return (self.tr("No seat on the day"), "late", "warning-circle-fill")
        is_away = row.state in {AttendanceState.APOLOGY, AttendanceState.ABSENT}
        if row.needs_declaration and row.declaration is None and not is_away:
            return (self.tr("Declaration missing"), "warn", "pen-nib")
        return None

    def _note(self, row: AttendeeRow) -> str:
        parts = []
        if row.deputy:
            parts.append(self.tr("{name} comes instead").format(name=row.deputy))
        elif row.is_late and row.answered_on is not None:
            parts.append(self.tr("after the deadline, {day}").format(day=day_text(row.answered_on, "short")))
        elif row.answered_on is not None and row.state is AttendanceState.APOLOGY:
            parts.append(self.tr("answered {day}").format(day=day_text(row.answered_on, "short")))
        if row.note:
            parts.append(row.note)
        return " · ".join(parts)

    def _out(self, row: AttendeeRow, sheet: AttendanceSheet) -> str:
        out = [str(item.number) for item in sheet.items if row.out.get(item.id) is False]
        conflict = [str(item.number) for item in sheet.items if row.out.get(item.id)]
        parts = []
        if out:
            parts.append(self.tr("out for items {numbers}").format(numbers=", ".join(out)))
        if conflict:
            parts.append(self.tr("conflict of interest for items {numbers}").format(numbers=", ".join(conflict)))
        return ", ".join(parts)

    def legend(self, sheet: AttendanceSheet, *, with_items: bool) -> list[tuple[str, str]]:
        """The keys that mean something now, in the language in force."""
        is_danish = language() == "da"
        if sheet.closed or not self.may:
            return [("↑ ↓", self.tr("move")), ("/", self.tr("find"))]
        keys: list[tuple[str, str]] = []
        if sheet.has_come:
            keys.append(("T" if is_danish else "P", label_text(AttendanceState.PRESENT)))
            keys.append(("A", label_text(AttendanceState.APOLOGY)))
            keys.append(("F" if is_danish else "X", label_text(AttendanceState.ABSENT)))
        else:
            keys.append(("T" if is_danish else "P", label_text(AttendanceState.ACCEPTED)))
            keys.append(("M", label_text(AttendanceState.TENTATIVE)))
            keys.append(("A", label_text(AttendanceState.APOLOGY)))
        if with_items:
            keys += [
                ("← →", self.tr("item")),
                (self.tr("Space"), self.tr("in or out")),
                ("I", self.tr("conflict")),
                ("⇧ ←", self.tr("came here")),
                ("⇧ →", self.tr("left here")),
            ]
        else:
            keys += [
                ("S" if is_danish else "D", self.tr("deputy")),
                ("G", self.tr("guest")),
                ("N", self.tr("note")),
                ("⌫", self.tr("take the mark away")),
            ]
        return [*keys, ("Ctrl Z", self.tr("undo"))]

    def places(self, rows: Iterable[AttendeeRow], sheet: AttendanceSheet) -> list[str]:
        """What each place at the table looks like as a dot."""
        by_id = {row.id: row for row in rows}
        good = {AttendanceState.PRESENT} if sheet.has_come else {AttendanceState.PRESENT, AttendanceState.ACCEPTED}
        found = []
        for row in sheet.rows:
            if not row.is_place:
                continue
            deputy = by_id.get(row.deputy_id) if row.deputy_id is not None else None
            if row.state in good:
                found.append(FILLED)
            elif deputy is not None and deputy.state in good:
                found.append(DEPUTY)
            elif row.state in {AttendanceState.APOLOGY, AttendanceState.ABSENT}:
                found.append(AWAY)
            else:
                found.append(OPEN)
        order = [FILLED, DEPUTY, OPEN, AWAY]
        return sorted(found, key=order.index)
