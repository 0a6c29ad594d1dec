"""The fields of a correction beside the words: an entry's kind and label, times, who came, what became of an item."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from referral_desk.operations.corrections import Corrected, Missed
from referral_desk.vocabulary import AttendanceState, CorrectedPart, EntryKind, ItemOutcome, Label
from ui.language import label_text, language, time_text
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label
from ui.widgets.pick_input import Pick, PickInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.queries.corrections import Correctable, Line
    from referral_desk.queries.groups import ChoiceRow
    from referral_desk.queries.minutes import MinutesDetail

Place = tuple[EntryKind | CorrectedPart | None, int]
"""An entry (None, its id), something new of a kind under an item (its id), or another part of the minutes."""
TIMES: Place = (CorrectedPart.TIMES, 0)
MISSED: Place = (CorrectedPart.PEOPLE, 0)
CAME = (AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT)
BECAME = (ItemOutcome.NOTED, ItemOutcome.DECIDED, ItemOutcome.CARRIED, ItemOutcome.DROPPED)
KINDS = (EntryKind.NOTE, EntryKind.DECISION)


class CorrectionParts(QWidget):
    """One row of fields for what is corrected; keeps what differs from the approved minutes, by its place."""

    changed = Signal()

    def __init__(self, minutes: MinutesDetail, known: Correctable) -> None:
        super().__init__()
        self.values: dict[Place, Any] = {}
        self._place: Place | None = None
        self._people: dict[int, str] = {}
        self._lines: dict[int, Line] = {line.id: line for line in known.people}
        self._entries = {entry.id: entry for entry in known.entries}
        self._items = {item.id: item for item in minutes.items}
        self._times = (minutes.began or minutes.starts, minutes.ended or minutes.ends)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.kind = ChoiceBox([(kind, label_text(kind)) for kind in EntryKind])
        self.access = ChoiceBox([(one, label_text(one)) for one in Label])
        self.began, self.ended = self._time(), self._time()
        self.state = ChoiceBox([(state, label_text(state)) for state in CAME])
        self.deputy = PickInput(self.tr("Who came instead"), hint=self.tr("Name; somebody new too"))
        self.person = PickInput(self.tr("Who came as a guest"), hint=self.tr("Name; somebody new too"))
        self.whom = PickInput(self.tr("Comes from"), hint=self.tr("The person's organisation"))
        self.outcome = ChoiceBox([(one, label_text(one)) for one in BECAME])
        self.why = QLineEdit()
        self.rows = {
            None: self._row((self.tr("Kind of entry"), self.kind), (self.tr("Who may read it"), self.access)),
            CorrectedPart.TIMES: self._row((self.tr("Began"), self.began), (self.tr("Ended"), self.ended)),
            CorrectedPart.PEOPLE: self._row(
                (self.tr("Was the person there?"), self.state), (self.tr("Who came instead"), self.deputy)
            ),
            MISSED: self._row((self.tr("Who came as a guest"), self.person), (self.tr("Comes from"), self.whom)),
            CorrectedPart.OUTCOME: self._row(
                (self.tr("What became of it"), self.outcome), (self.tr("Why, if carried or dropped"), self.why)
            ),
        }
        for box in (self.kind, self.access, self.state, self.outcome):
            box.currentIndexChanged.connect(self._on_change)
        for line in (self.deputy, self.person, self.whom, self.why):
            line.textChanged.connect(self._on_change)
        for time in (self.began, self.ended):
            time.timeChanged.connect(self._on_change)

    def _time(self) -> QTimeEdit:
        made = QTimeEdit()
        made.setDisplayFormat("H.mm" if language() == "da" else "HH:mm")
        return made

    def _row(self, *fields: tuple[str, QWidget]) -> QWidget:
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for name, field in fields:
            field.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(4)
            said = label(name, "field")
            said.setBuddy(field)
            column.addWidget(said)
            column.addWidget(field)
            across.addLayout(column, 1)
        made.hide()
        self._box.addWidget(made)
        return made

    def offer(self, people: Sequence[ChoiceRow], organisations: Sequence[ChoiceRow]) -> None:
        """Offer who can have come, and from where."""
        self._people = {row.id: row.name for row in people}
        for made, rows in ((self.deputy, people), (self.person, people), (self.whom, organisations)):
            made.set_picks([Pick(row.id, row.name, row.detail) for row in rows])

    def choices(self) -> Iterable[tuple[Place, str]]:
        """What can be corrected beside the entries."""
        yield TIMES, self.tr("When the meeting began and ended")
        for line in self._lines.values():
            who = ", ".join(word for word in (line.name, line.organisation) if word)
            yield (CorrectedPart.PEOPLE, line.id), self.tr("Who was there: {name}").format(name=who)
        yield MISSED, self.tr("Who was there: a guest is missing")
        for item in self._items.values():
            if item.approves is None:
                said = self.tr("{number}.  What became of it: {title}")
                yield (CorrectedPart.OUTCOME, item.id), said.format(number=item.number, title=item.title)

    def show_place(self, place: Place | None) -> None:
        """Show the fields of what is chosen."""
        self._place = None
        key = self._key(place)
        for name, row in self.rows.items():
            row.setVisible(place is not None and name == key)
        if place is None or key not in self.rows:
            return
        blockers = [QSignalBlocker(made) for made in self.findChildren(QWidget)]
        self._fill(place, self.values.get(place, self._base(place)))
        del blockers
        self._place = place

    @staticmethod
    def _key(place: Place | None) -> Any:
        return MISSED if place == MISSED else place[0] if place is not None else ""

    def _base(self, place: Place) -> Any:
        """What the approved minutes say there."""
        match place:
            case (None, key):
                return (self._entries[key].kind, self._entries[key].label)
            case (CorrectedPart.TIMES, _):
                return self._times
            case (CorrectedPart.PEOPLE, 0):
                return (None, "", None)
            case (CorrectedPart.PEOPLE, key):
                return (self._lines[key].state, None, "")
            case (_, key):
                return (self._items[key].shown, self._items[key].reason)

    def _fill(self, place: Place, value: Any) -> None:
        match place:
            case (None, key):
                kinds = EntryKind if self._entries[key].kind is EntryKind.ACTION else KINDS
                self.kind.offer([(kind, label_text(kind)) for kind in kinds])
                _choose(self.kind, value[0])
                _choose(self.access, value[1])
            case (CorrectedPart.TIMES, _):
                for made, at in zip((self.began, self.ended), value, strict=True):
                    made.setTime(QTime(at.hour, at.minute))
            case (CorrectedPart.PEOPLE, 0):
                _pick(self.person, value[0], value[1])
                _pick(self.whom, value[2], "")
            case (CorrectedPart.PEOPLE, key):
                _choose(self.state, value[0])
                _pick(self.deputy, value[1], value[2])
                self.deputy.setEnabled(self._lines[key].can_be_replaced)
            case _:
                _choose(self.outcome, value[0])
                self.why.setText(value[1])

    def _read(self, place: Place) -> Any:
        match place:
            case (None, _):
                return (self.kind.value(), self.access.value())
            case (CorrectedPart.TIMES, _):
                return tuple(_at(made) for made in (self.began, self.ended))
            case (CorrectedPart.PEOPLE, 0):
                return (self.person.pick(), self.person.new_words(), self.whom.pick())
            case (CorrectedPart.PEOPLE, key):
                state = self.state.value() or self._lines[key].state
                return (state, self.deputy.pick(), self.deputy.new_words())
            case _:
                return (self.outcome.value(), self.why.text().strip())

    @Slot()
    def _on_change(self) -> None:
        place = self._place
        if place is None:
            return
        value = self._read(place)
        if value == self._base(place):
            self.values.pop(place, None)
        else:
            self.values[place] = value
        self.changed.emit()

    def told(self, place: Place) -> list[tuple[str, str]]:
        """What is changed there, before and after, each in a few words."""
        before, after = self._base(place), self.values[place]
        match place:
            case (None, _):
                return [
                    (label_text(old), label_text(new)) for old, new in zip(before, after, strict=True) if old != new
                ]
            case (CorrectedPart.TIMES, _):
                return [(_span(before), _span(after))]
            case (CorrectedPart.PEOPLE, 0):
                return [("", self._name(after[0]) or after[1] or "…")]
            case (CorrectedPart.PEOPLE, _):
                said = label_text(before[0]), label_text(after[0])
                instead = self.tr("Who came instead") + ": " + (after[2] or self._name(after[1]))
                return ([said] if said[0] != said[1] else []) + ([("", instead)] if after[1:] != (None, "") else [])
            case _:
                return [(_became(before), _became(after))]

    def _name(self, person_id: int | None) -> str:
        return self._people.get(person_id, "") if person_id is not None else ""

    def into(self, words: Corrected) -> Corrected:
        """The whole correction, the words among it."""
        kinds: dict[int, EntryKind] = {}
        labels: dict[int, Label] = {}
        came: dict[int, AttendanceState] = {}
        missed: list[Missed] = []
        outcomes: dict[int, tuple[ItemOutcome, str]] = {}
        times: tuple[dt.time, dt.time] | None = None
        for place, value in self.values.items():
            match place:
                case (None, key):
                    kinds[key], labels[key] = value
                case (CorrectedPart.TIMES, _):
                    times = value
                case (CorrectedPart.PEOPLE, 0):
                    missed.append(Missed(value[0], value[1], value[2]))
                case (CorrectedPart.PEOPLE, key):
                    if value[0] is not self._lines[key].state:
                        came[key] = value[0]
                    if value[1:] != (None, ""):
                        missed.append(Missed(value[1], value[2], instead_of=key))
                case (_, key):
                    outcomes[key] = value
        return Corrected(words.texts, kinds, labels, words.added, came, tuple(missed), outcomes, times)


def _choose(box: ChoiceBox, value: Any) -> None:
    box.setCurrentIndex(box.values.index(value) if value in box.values else -1)


def _pick(made: PickInput, key: int | None, words: str) -> None:
    made.setText(words)
    if key is not None:
        made.choose(key)


def _at(made: QTimeEdit) -> dt.time:
    return dt.time(made.time().hour(), made.time().minute())


def _span(times: tuple[dt.time, dt.time]) -> str:
    return f"{time_text(times[0])}–{time_text(times[1])}"


def _became(value: tuple[ItemOutcome, str]) -> str:
    return ": ".join(word for word in (label_text(value[0]), value[1]) if word)
