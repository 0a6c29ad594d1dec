"""The fields of a correction for people: who was there, who else, and who was out of the room for an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referral_desk.operations.corrections import Missed
from referral_desk.vocabulary import AttendanceState, CorrectedPart
from ui.language import label_text
from ui.pages.meeting.correction_rows import Known, Place, Row, choose
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.pick_input import Pick, PickInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.queries.groups import ChoiceRow

MISSED: Place = (CorrectedPart.PEOPLE, 0)
CAME = (AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT)
IN, OUT, CONFLICT = "in", "out", "conflict"
WHY: dict[str, bool | None] = {IN: None, OUT: False, CONFLICT: True}


class CameRow(Row):
    """Whether somebody was there, and who came instead."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._lines = {line.id: line for line in known.said.people}
        self._names: dict[int, str] = {}
        self.state = ChoiceBox([(state, label_text(state)) for state in CAME])
        self.deputy = PickInput(self.tr("Who came instead"), hint=self.tr("Name; somebody new too"))
        self.lay((self.tr("Was the person there?"), self.state), (self.tr("Who came instead"), self.deputy))
        self.state.currentIndexChanged.connect(self.changed)
        self.deputy.textChanged.connect(self.changed)

    def offer(self, people: Sequence[ChoiceRow]) -> None:
        """Offer who can have come."""
        self._names = {row.id: row.name for row in people}
        self.deputy.set_picks(_picks(people))

    def choices(self) -> Iterable[tuple[Place, str]]:
        for line in self._lines.values():
            who = ", ".join(word for word in (line.name, line.organisation) if word)
            yield (CorrectedPart.PEOPLE, line.id), who

    def base(self, key: int) -> Any:
        return (self._lines[key].state, None, "")

    def fill(self, key: int, value: Any) -> None:
        choose(self.state, value[0])
        _pick(self.deputy, value[1], value[2])
        self.deputy.setEnabled(self._lines[key].can_be_replaced)

    def read(self, key: int) -> Any:
        return (self.state.value() or self._lines[key].state, self.deputy.pick(), self.deputy.new_words())

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        said = label_text(self._lines[key].state), label_text(value[0])
        instead = self.tr("Who came instead") + ": " + (value[2] or self._names.get(value[1], ""))
        return ([said] if said[0] != said[1] else []) + ([("", instead)] if value[1:] != (None, "") else [])

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        if value[0] is not self._lines[key].state:
            asked["came"][key] = value[0]
        if value[1:] != (None, ""):
            asked["missed"].append(Missed(value[1], value[2], instead_of=key))


class Guest(QObject):
    """The two lines for a guest: who, and from where."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = PickInput("", hint=self.tr("Name; somebody new too"))
        self.whom = PickInput("", hint=self.tr("The person's organisation"))
        for made in (self.person, self.whom):
            made.textChanged.connect(self.changed)

    def value(self) -> tuple[int | None, str, int | None]:
        """Their id or their name, and the id of the organisation."""
        return (self.person.pick(), self.person.new_words(), self.whom.pick())

    def show_value(self, value: tuple[int | None, str, int | None]) -> None:
        """Show what `value` gave."""
        _pick(self.person, value[0], value[1])
        _pick(self.whom, value[2], "")


EMPTY = (None, "", None)


class GuestsRow(Row):
    """Guests that are missing: a line for each, and an empty one for the next."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self.guests: list[Guest] = []
        self._people: Sequence[ChoiceRow] = ()
        self._organisations: Sequence[ChoiceRow] = ()
        self._add()

    def _add(self) -> None:
        guest = Guest(self)
        names = [self.tr("Who came as a guest"), self.tr("Comes from")]
        if number := len(self.guests):
            # The names above the first line stand for all; a screen reader is told which line it is.
            names = [f"{name} ({number + 1})" for name in names]
            across = QHBoxLayout()
            across.setSpacing(12)
            for name, made in zip(names, (guest.person, guest.whom), strict=True):
                made.setAccessibleName(name)
                across.addWidget(made, 1)
            self.box.addLayout(across)
        else:
            self.lay(*zip(names, (guest.person, guest.whom), strict=True))
        self.guests.append(guest)
        guest.changed.connect(self._on_change)
        self._offer(guest)

    def _offer(self, guest: Guest) -> None:
        guest.person.set_picks(_picks(self._people))
        guest.whom.set_picks(_picks(self._organisations))

    @Slot()
    def _on_change(self) -> None:
        self._make_room()
        self.changed.emit()

    def _make_room(self) -> None:
        if self.guests[-1].value() != EMPTY:
            self._add()

    def offer(self, people: Sequence[ChoiceRow], organisations: Sequence[ChoiceRow]) -> None:
        """Offer who can have come, and from where."""
        self._people, self._organisations = people, organisations
        for guest in self.guests:
            self._offer(guest)

    def choices(self) -> Iterable[tuple[Place, str]]:
        yield MISSED, self.tr("Guests are missing")

    def base(self, key: int) -> Any:  # noqa: ARG002 - there is one sheet
        return ()

    def fill(self, key: int, value: Any) -> None:  # noqa: ARG002
        while len(self.guests) <= len(value):
            self._add()
        for guest, said in zip(self.guests, (*value, *[EMPTY] * len(self.guests)), strict=False):
            guest.show_value(said)

    def read(self, key: int) -> Any:  # noqa: ARG002
        return tuple(guest.value() for guest in self.guests if guest.value() != EMPTY)

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        names = {row.id: row.name for row in self._people}
        return [("", names.get(said[0], "") or said[1] or "…") for said in value]

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:  # noqa: ARG002
        asked["missed"] += [Missed(*said) for said in value]


class OutRow(Row):
    """Who was out of the room for an item: a person, and whether they were in it."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._items = {item.id: item for item in known.minutes.items}
        self._names = {line.id: line.name for line in known.said.people}
        self._key, self._said = 0, dict[int, str]()
        self._words = {
            IN: self.tr("In the room"),
            OUT: self.tr("Out of the room"),
            CONFLICT: self.tr("Out of the room because of a conflict of interest"),
        }
        self.person = ChoiceBox([])
        self.how = ChoiceBox(list(self._words.items()))
        self.lay((self.tr("Person"), self.person), (self.tr("Where they were during the item"), self.how))
        self.person.currentIndexChanged.connect(self._on_person)
        self.how.currentIndexChanged.connect(self.changed)

    def offer(self, came: dict[int, AttendanceState]) -> None:
        """Offer those who were there, by the sheet and by what is corrected of it."""
        self.person.offer(
            [
                (line.id, self._names[line.id])
                for line in self.known.said.people
                if (came[line.id] is AttendanceState.PRESENT if line.id in came else line.came)
            ]
        )

    def choices(self) -> Iterable[tuple[Place, str]]:
        for item in self._items.values():
            said = self.tr("{number}.  {title}")
            yield (CorrectedPart.OUT, item.id), said.format(number=item.number, title=item.title)

    def _was(self, item_id: int, line_id: int) -> str:
        why = self.known.said.out.get(item_id, {}).get(line_id)
        return next(how for how, told in WHY.items() if told is why)

    def base(self, key: int) -> Any:  # noqa: ARG002 - only what differs is kept
        return ()

    def fill(self, key: int, value: Any) -> None:
        self._key, self._said = key, dict(value)
        self._on_person()

    @Slot()
    def _on_person(self) -> None:
        line_id = self.person.value()
        if line_id is not None and self._key:
            # Looking at somebody says nothing of them.
            blocker = QSignalBlocker(self.how)
            choose(self.how, self._said.get(line_id, self._was(self._key, line_id)))
            blocker.unblock()

    def read(self, key: int) -> Any:
        line_id = self.person.value()
        if line_id is not None:
            self._said[line_id] = self.how.value()
        self._said = {one: how for one, how in self._said.items() if how != self._was(key, one)}
        return tuple(sorted(self._said.items()))

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        words = {how: word[:1].lower() + word[1:] for how, word in self._words.items()}
        named = [(self._names[one], words[self._was(key, one)], words[how]) for one, how in value]
        return [(f"{name}: {before}", f"{name}: {after}") for name, before, after in named]

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        asked["out"][key] = {line_id: WHY[how] for line_id, how in value}


def _picks(rows: Sequence[ChoiceRow]) -> list[Pick]:
    return [Pick(row.id, row.name, row.detail) for row in rows]


def _pick(made: PickInput, key: int | None, words: str) -> None:
    made.setText(words)
    if key is not None:
        made.choose(key)
