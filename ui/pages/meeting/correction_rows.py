"""The fields of one kind of change in a correction: of an entry, an item, the meeting and its times."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from referral_desk.operations.corrections import Terms
from referral_desk.vocabulary import CorrectedPart, EntryKind, ItemOutcome, Label
from ui.language import day_text, label_text, language, time_text
from ui.theme import px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.labels import label
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from referral_desk.queries.corrections import Correctable
    from referral_desk.queries.groups import ChoiceRow
    from referral_desk.queries.minutes import MinutesDetail
    from referral_desk.shorthand.action_line import Owner

Place = tuple[EntryKind | CorrectedPart | None, int]
"""An entry (None, its id), something new of a kind under an item (its id), or another part of the minutes."""
HEAD: Place = (CorrectedPart.MEETING, 0)
LED: Place = (CorrectedPart.MEETING, 1)
TIMES: Place = (CorrectedPart.TIMES, 0)
BECAME = (ItemOutcome.NOTED, ItemOutcome.DECIDED, ItemOutcome.CARRIED, ItemOutcome.DROPPED)
KINDS = (EntryKind.NOTE, EntryKind.DECISION)


class Known(NamedTuple):
    """What a correction is made of, and the day on which it is made."""

    minutes: MinutesDetail
    said: Correctable
    today: dt.date


class Row(QWidget):
    """Fields side by side. A value is what they say of one thing; `changed` tells that a person changed it."""

    changed = Signal()

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(10)
        self.hide()

    def lay(self, *fields: tuple[str, QWidget]) -> list[QWidget]:
        """Lay fields with their names side by side; give the column of each."""
        across = QHBoxLayout()
        across.setSpacing(12)
        columns = []
        for name, field in fields:
            field.setAccessibleName(name)
            column = QWidget()
            down = QVBoxLayout(column)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(4)
            said = label(name, "field")
            said.setBuddy(field)
            down.addWidget(said)
            down.addWidget(field)
            across.addWidget(column, 1)
            columns.append(column)
        self.box.addLayout(across)
        return columns

    def choices(self) -> Iterable[tuple[Place, str]]:
        """What can be corrected with it beside entries."""
        raise NotImplementedError

    def base(self, key: int) -> Any:
        """What the approved minutes say."""
        raise NotImplementedError

    def fill(self, key: int, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def read(self, key: int) -> Any:
        """What the fields say now."""
        raise NotImplementedError

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        """What is changed, before and after, each in a few words."""
        raise NotImplementedError

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        """Put it among the arguments of a correction."""
        raise NotImplementedError


class EntryRow(Row):
    """What an entry is and who may read it; of an action also who does it by when."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._entries = {entry.id: entry for entry in known.said.entries}
        self.kind = ChoiceBox([(kind, label_text(kind)) for kind in EntryKind])
        self.access = ChoiceBox([(one, label_text(one)) for one in Label])
        self.owner = SearchChoice(self.tr("A member, or a member's organisation"))
        self.due = DayInput(self.tr("By when it was agreed"), known.today, is_ahead=True)
        self.lay((self.tr("Kind of entry"), self.kind), (self.tr("Who may read it"), self.access))
        agreed = (self.tr("Who does it"), self.owner), (self.tr("By when it was agreed"), self.due)
        self._columns = self.lay(*agreed)
        for terms in known.said.terms.values():
            self.owner.name_value((terms.owner_person_id, terms.owner_organisation_id), terms.owner)
        for box in (self.kind, self.access):
            box.currentIndexChanged.connect(self.changed)
        self.owner.chosen.connect(self.changed)
        self.due.line.textChanged.connect(self.changed)

    def offer(self, owners: Sequence[Owner]) -> None:
        """Offer whom an action can be given to."""
        offer(
            self.owner,
            [Option((owner.person_id, owner.organisation_id), owner.name, owner.detail) for owner in owners],
        )

    def choices(self) -> Iterable[tuple[Place, str]]:
        return ()

    def base(self, key: int) -> Any:
        entry, terms = self._entries[key], self.known.said.terms.get(key)
        agreed = ((terms.owner_person_id, terms.owner_organisation_id), terms.due) if terms else (None, None)
        return (entry.kind, entry.label, *agreed)

    def fill(self, key: int, value: Any) -> None:
        kinds = EntryKind if self._entries[key].kind is EntryKind.ACTION else KINDS
        self.kind.offer([(kind, label_text(kind)) for kind in kinds])
        choose(self.kind, value[0])
        choose(self.access, value[1])
        for column in self._columns:
            column.setVisible(key in self.known.said.terms)
        self.owner.show_value(value[2])
        if isinstance(value[3], str):
            self.due.line.setText(value[3])
        else:
            self.due.set_day(value[3])

    def read(self, key: int) -> Any:
        if key not in self.known.said.terms:
            return (self.kind.value(), self.access.value(), None, None)
        # A day that is half typed is kept as it is typed.
        due = self.due.day() or self.due.line.text().strip() or None
        return (self.kind.value(), self.access.value(), self.owner.value(), due)

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        before, after = (
            (label_text(said[0]), label_text(said[1]), self.owner.name_of(said[2]), _day(said[3]))
            for said in (self.base(key), value)
        )
        words = "", "", self.tr("Who does it"), self.tr("By when it was agreed")
        return differences(words, before, after)

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        base = self.base(key)
        asked["kinds"][key], asked["labels"][key] = value[:2]
        if value[2:] != base[2:] and value[0] is EntryKind.ACTION:
            person, organisation = value[2] or (None, None)
            due = value[3] if isinstance(value[3], dt.date) else None
            asked["agreed"][key] = Terms(person, organisation, due)


class OutcomeRow(Row):
    """What became of an item."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._items = {item.id: item for item in known.minutes.items}
        self.outcome = ChoiceBox([(one, label_text(one)) for one in BECAME])
        self.why = QLineEdit()
        self.lay((self.tr("What became of it"), self.outcome), (self.tr("Why, if carried or dropped"), self.why))
        self.outcome.currentIndexChanged.connect(self.changed)
        self.why.textChanged.connect(self.changed)

    def choices(self) -> Iterable[tuple[Place, str]]:
        for item in self._items.values():
            if item.approves is None:
                said = self.tr("{number}.  {title}")
                yield (CorrectedPart.OUTCOME, item.id), said.format(number=item.number, title=item.title)

    def base(self, key: int) -> Any:
        return (self._items[key].shown, self._items[key].reason)

    def fill(self, key: int, value: Any) -> None:  # noqa: ARG002 - every item has the same fields
        choose(self.outcome, value[0])
        self.why.setText(value[1])

    def read(self, key: int) -> Any:  # noqa: ARG002
        return (self.outcome.value(), self.why.text().strip())

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        before, after = (
            ": ".join(word for word in (label_text(said[0]), said[1]) if word) for said in (self.base(key), value)
        )
        return [(before, after)]

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        asked["outcomes"][key] = value


class TimesRow(Row):
    """When the meeting began and ended."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self.began, self.ended = QTimeEdit(), QTimeEdit()
        self.lay((self.tr("Began"), self.began), (self.tr("Ended"), self.ended))
        for made in (self.began, self.ended):
            made.setDisplayFormat("H.mm" if language() == "da" else "HH:mm")
            made.lineEdit().setTextMargins(px(8), 0, 0, 0)
            made.timeChanged.connect(self.changed)

    def choices(self) -> Iterable[tuple[Place, str]]:
        yield TIMES, self.tr("When the meeting began and ended")

    def base(self, key: int) -> Any:  # noqa: ARG002 - there is one meeting
        minutes = self.known.minutes
        return (minutes.began or minutes.starts, minutes.ended or minutes.ends)

    def fill(self, key: int, value: Any) -> None:  # noqa: ARG002
        for made, at in zip((self.began, self.ended), value, strict=True):
            made.setTime(QTime(at.hour, at.minute))

    def read(self, key: int) -> Any:  # noqa: ARG002
        return tuple(dt.time(made.time().hour(), made.time().minute()) for made in (self.began, self.ended))

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        before, after = (f"{time_text(said[0])}–{time_text(said[1])}" for said in (self.base(key), value))
        return [(before, after)]

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:  # noqa: ARG002
        asked["times"] = value


class HeadRow(Row):
    """What the meeting is called, where it was, and who may read of it."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self.title, self.place = QLineEdit(), QLineEdit()
        self.access = ChoiceBox([(one, label_text(one)) for one in Label])
        self.lay(
            (self.tr("Title"), self.title),
            (self.tr("Place"), self.place),
            (self.tr("Who may read the minutes"), self.access),
        )
        self.access.currentIndexChanged.connect(self.changed)
        for line in (self.title, self.place):
            line.textChanged.connect(self.changed)

    def choices(self) -> Iterable[tuple[Place, str]]:
        yield HEAD, self.tr("Title, place and access")

    def base(self, key: int) -> Any:  # noqa: ARG002 - there is one meeting
        head = self.known.said.head
        return (head.title, head.place, head.label)

    def fill(self, key: int, value: Any) -> None:  # noqa: ARG002
        self.title.setText(value[0])
        self.place.setText(value[1])
        choose(self.access, value[2])

    def read(self, key: int) -> Any:  # noqa: ARG002
        return (" ".join(self.title.text().split()), self.place.text().strip(), self.access.value())

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        before, after = ((*said[:2], label_text(said[2])) for said in (self.base(key), value))
        return differences((self.tr("Title"), self.tr("Place"), self.tr("Who may read the minutes")), before, after)

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        put_head(asked, ("title", "place", "label"), self.base(key), value)


class LedRow(Row):
    """Who led the meeting and who took its minutes."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self.chair, self.secretary = (SearchChoice(self.tr("Type a name")) for _ in range(2))
        self.lay((self.tr("Chair"), self.chair), (self.tr("Minutes taken by"), self.secretary))
        for made, row in zip((self.chair, self.secretary), self._rows(), strict=True):
            if row is not None:
                made.name_value(row.id, row.name)
            made.chosen.connect(self.changed)

    def _rows(self) -> tuple[ChoiceRow | None, ChoiceRow | None]:
        return self.known.said.head.chair, self.known.said.head.secretary

    def offer(self, people: Sequence[ChoiceRow]) -> None:
        """Offer who can have led it."""
        for made in (self.chair, self.secretary):
            offer(made, [Option(row.id, row.name, row.detail) for row in people])

    def choices(self) -> Iterable[tuple[Place, str]]:
        yield LED, self.tr("Chair and who took the minutes")

    def base(self, key: int) -> Any:  # noqa: ARG002 - there is one meeting
        return tuple(row.id if row is not None else None for row in self._rows())

    def fill(self, key: int, value: Any) -> None:  # noqa: ARG002
        self.chair.show_value(value[0])
        self.secretary.show_value(value[1])

    def read(self, key: int) -> Any:  # noqa: ARG002
        return (self.chair.value(), self.secretary.value())

    def told(self, key: int, value: Any) -> list[tuple[str, str]]:
        names: tuple[Callable[[Any], str], ...] = (self.chair.name_of, self.secretary.name_of)
        before, after = (
            [name(one) or "–" for name, one in zip(names, said, strict=True)] for said in (self.base(key), value)
        )
        return differences((self.tr("Chair"), self.tr("Minutes taken by")), before, after)

    def put(self, asked: dict[str, Any], key: int, value: Any) -> None:
        put_head(asked, ("chair_id", "secretary_id"), self.base(key), value)


def put_head(asked: dict[str, Any], names: Sequence[str], before: Sequence[Any], after: Sequence[Any]) -> None:
    """Put what differs of the meeting itself among the arguments of a correction."""
    asked["head"] |= {name: new for name, old, new in zip(names, before, after, strict=True) if old != new}


def differences(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """What differs of some facts, each behind its name where it has one."""
    return [
        (f"{word}: {old}", f"{word}: {new}") if word else (old, new)
        for word, old, new in zip(words, before, after, strict=True)
        if old != new
    ]


def offer(made: SearchChoice, options: Sequence[Option]) -> None:
    """Offer options, and name what is chosen by them unless somebody is typing there."""
    made.set_options(options)
    if not made.hasFocus():
        made.show_value(made.value())


def choose(box: ChoiceBox, value: Any) -> None:
    """Show a value, or nothing where it is not offered."""
    box.setCurrentIndex(box.values.index(value) if value in box.values else -1)


def _day(due: dt.date | str | None) -> str:
    return due if isinstance(due, str) else day_text(due, "date")
