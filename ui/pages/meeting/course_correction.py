"""Correct approved minutes: choose what was wrong, put it right, see what changes, say why."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referral_desk.operations.corrections import Addition, Corrected, correct_minutes
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.queries.entries import owners_of_actions
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.queries.organisations import organisation_choices
from referral_desk.queries.people import person_choices
from referral_desk.queries.text_changes import fact_changes, word_changes
from referral_desk.shorthand.action_line import ActionLine, read_action
from referral_desk.vocabulary import CorrectedPart, EntryKind
from ui.doing import OperationForm, UndoPage
from ui.language import day_text, label_text, language
from ui.pages.meeting.correction_parts import CorrectionParts
from ui.pages.meeting.correction_rows import HEAD, Known, Place
from ui.widgets.changed_text import ChangedText
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label
from ui.widgets.leak_list import LeakList, leak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.errors import DeskError
    from referral_desk.queries.comments import EntryRow
    from referral_desk.queries.corrections import Correctable
    from referral_desk.queries.groups import ChoiceRow
    from referral_desk.queries.minutes import MinutesDetail
    from referral_desk.shorthand.action_line import Owner

SHOWN = 60


class CorrectionForm(OperationForm):
    """A new edition: any number of entries written anew, what was missed added, and facts of the meeting put right."""

    def __init__(self, page: UndoPage, minutes: MinutesDetail, known: Correctable) -> None:
        super().__init__(page)
        self.minutes = minutes
        entries = known.entries
        self.parts = CorrectionParts(Known(minutes, known, page.bridge.today))
        self._owners: tuple[Owner, ...] = ()
        self._before: dict[Place, str] = {(None, entry.id): entry.text for entry in entries}
        self._after: dict[Place, str] = {}
        self._names = dict(self._choices(entries))
        self._chosen: dict[object, Place] = {}
        self.name_it(self.tr("Correct the approved minutes"), self.tr("Freeze the corrected edition"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why they are corrected"))
        self.reason.setPlaceholderText(self.tr("It stands in the new edition, and in the document"))
        parts = {_part(place) for place in self._names}
        self.part = _box([(part, name) for part, name in self._parts() if part in parts], self.tr("What is corrected"))
        self.which = _box([], self.tr("Which one"))
        self.text = GrowingText(2, 8)
        self.text.setAccessibleName(self.tr("How it shall read"))
        self.changes = QVBoxLayout()
        self.changes.setSpacing(6)
        changed = QWidget()
        changed.setLayout(self.changes)
        self.changes.setContentsMargins(0, 0, 0, 0)
        self.words = QWidget()
        words = QVBoxLayout(self.words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(label(self.tr("How it shall read"), "field"))
        words.addWidget(self.text)
        self.add(self.tr("What is corrected"), self.part, 5).add(self.tr("Which one"), self.which, 7)
        self.add("", self.words).add("", self.parts)
        self.hint = label("", "note", wraps=True)
        self.hint.hide()
        self.add("", self.hint).add("", changed).add(self.tr("Why they are corrected"), self.reason)
        self._kept: dict[tuple[str, str], str] = {}
        self._found: list[tuple[str, Place]] = []
        self.leaks = LeakList(goes=True)
        self.leaks.hide()
        self.leaks.went.connect(self._on_went)
        self.leaks.changed.connect(self._on_kept)
        self.add("", self.leaks)
        self.say(self.tr("The edition before stays as it was approved; the new one says what it corrects."))
        self.part.currentIndexChanged.connect(self._on_part)
        self.which.currentIndexChanged.connect(self._on_which)
        self.text.textChanged.connect(self._on_text)
        self.parts.changed.connect(self._show_changes)
        self._on_part()
        ask = page.bridge.ask
        ask(owners_of_actions, meeting_id=minutes.meeting_id, language=language()).then(self._on_owners)
        ask(person_choices, day=minutes.day, language=language()).then(self._on_people)

    @Slot(object)
    def _on_people(self, people: tuple[ChoiceRow, ...]) -> None:
        job = self.page.bridge.ask(organisation_choices, day=self.minutes.day, language=language())
        job.then(functools.partial(self.parts.offer, people))

    def _choices(self, entries: tuple[EntryRow, ...]) -> Iterable[tuple[Place, str]]:
        for entry in entries:
            words = " ".join(entry.text.split())
            words = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
            yield (None, entry.id), f"{entry.number}.  {label_text(entry.kind)}: {words}"
        for item in self.minutes.items:
            for kind in EntryKind:
                said = self.tr("{number}.  New: {kind}")
                yield (kind, item.id), said.format(number=item.number, kind=label_text(kind).lower())
        yield from self.parts.choices()

    def _parts(self) -> Iterable[tuple[object, str]]:
        yield None, self.tr("What an entry says")
        yield EntryKind, self.tr("Something that is missing")
        yield CorrectedPart.MEETING, self.tr("The meeting itself")
        for part in (CorrectedPart.PEOPLE, CorrectedPart.OUT, CorrectedPart.OUTCOME):
            yield part, label_text(part)

    def _heading(self, place: Place) -> str:
        """What of the minutes a change is about."""
        name = self._names[place]
        if place[0] is None:
            return name.partition(":")[0]
        if _part(place) in {EntryKind, CorrectedPart.MEETING}:
            return name
        return f"{self.part.itemText(self.part.values.index(_part(place)))}: {name}"

    def go_to(self, place: Place) -> None:
        """Choose what is corrected."""
        self.part.setCurrentIndex(self.part.values.index(_part(place)))
        self.which.setCurrentIndex(self.which.values.index(place))

    @Slot()
    def _on_part(self) -> None:
        part = self.part.value()
        blocker = QSignalBlocker(self.which)
        self.which.offer([(place, name) for place, name in self._names.items() if _part(place) is part])
        if (before := self._chosen.get(part)) is not None:
            self.which.setCurrentIndex(self.which.values.index(before))
        blocker.unblock()
        self._on_which()

    @Slot()
    def _on_which(self) -> None:
        place = self.which.value()
        if place is not None:
            self._chosen[_part(place)] = place
        is_action = place is not None and place[0] is EntryKind.ACTION
        self.hint.setText(self.tr("One action a line, who and by when first: “3F 3 March: call the municipality”"))
        self.hint.setVisible(is_action)
        self.words.setVisible(place is None or not isinstance(place[0], CorrectedPart))
        self.parts.show_place(place)
        self.text.show_text(self._after.get(place, self._before.get(place, "")), place)

    @Slot(object)
    def _on_owners(self, owners: tuple[Owner, ...]) -> None:
        self._owners = owners
        self.parts.offer_owners(owners)
        self._show_changes()

    def _read(self, text: str) -> list[ActionLine]:
        """What is understood of new actions, one a line."""
        today = self.page.bridge.today
        lines = [" ".join(line.split()) for line in text.splitlines()]
        return [read_action(line, owners=self._owners, today=today) for line in lines if line]

    @Slot()
    def _on_text(self) -> None:
        place, text = self.which.value(), self.text.toPlainText()
        if place is None or isinstance(place[0], CorrectedPart):
            return
        if text.strip() == self._before.get(place, "").strip():
            self._after.pop(place, None)
        else:
            self._after[place] = text
        self._show_changes()

    @Slot()
    def _show_changes(self) -> None:
        while (taken := self.changes.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, text in self._after.items():
            if place[0] is EntryKind.ACTION:
                self._show_actions(place, text)
                continue
            self.changes.addWidget(label(self._heading(place), "field"))
            self.changes.addWidget(ChangedText(word_changes(self._before.get(place, ""), text)))
        for place in self.parts.values:
            self.changes.addWidget(label(self._heading(place), "field", wraps=True))
            for before, after in self.parts.told(place):
                self.changes.addWidget(ChangedText(fact_changes(before, after)))

    def _show_actions(self, place: Place, text: str) -> None:
        """Show who does what by when, as it was understood."""
        self.changes.addWidget(label(self._names[place], "field"))
        for read in self._read(text):
            if read.problem:
                names = ", ".join(owner.name for owner in read.candidates)
                self.changes.addWidget(label(f"{read.sentence(language())} {names}".strip(), "wrong", wraps=True))
                continue
            who = read.owner.name if read.owner else self.tr("Who?")
            when = day_text(read.day, "date") if read.day else self.tr("When?")
            self.changes.addWidget(label(f"{who} · {when}", "note", wraps=True))
            self.changes.addWidget(ChangedText(word_changes("", read.text)))

    @property
    def is_begun(self) -> bool:
        """Whether something was written that is not frozen yet."""
        return bool(self._after) or bool(self.parts.values) or bool(self.reason.text().strip())

    def keep(self) -> dict[str, Any]:
        """What was written."""
        parts = dict(self.parts.values)
        return {"after": dict(self._after), "parts": parts, "reason": self.reason.text(), "which": self.which.value()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self._after = {place: text for place, text in kept["after"].items() if place in self._names}
        self.parts.values = {place: value for place, value in kept["parts"].items() if place in self._names}
        self.reason.setText(kept["reason"])
        if kept["which"] in self._names:
            self.go_to(kept["which"])
        self._on_which()
        self._show_changes()

    @Slot()
    def submit(self) -> None:
        self.parts.settle()
        texts = {key: text for (kind, key), text in self._after.items() if kind is None}
        added: list[Addition] = []
        self._added: list[Place] = []
        for (kind, key), text in self._after.items():
            if kind is EntryKind.ACTION:
                read = self._read(text)
                wrong = next((line for line in read if line.problem), None)
                if wrong is not None:
                    self.go_to((kind, key))
                    self.stop(wrong.sentence(language()), self.text)
                    return
                added += [_action(key, line) for line in read]
            elif isinstance(kind, EntryKind):
                added.append(Addition(key, kind, text))
            self._added += [(kind, key)] * (len(added) - len(self._added))
        corrected = self.parts.into(Corrected(texts, added=tuple(added)))
        self._texts = corrected.words()
        self.run(
            self.tr("The corrected edition is frozen."),
            correct_minutes,
            minutes_id=self.minutes.id,
            version=self.minutes.version,
            reason=self.reason.text(),
            corrected=corrected,
            wording=minutes_wording,
            kept=tuple(Keep(field, words, reason) for (field, words), reason in self._kept.items()),
        )

    def _on_refused(self, error: DeskError) -> None:
        super()._on_refused(error)
        finds = error.finds if isinstance(error, LeaksFound) else {}
        told = [(field, self._place_of(field), find) for field, found in finds.items() for find in found]
        self._found = [(field, place) for field, place, _ in told]
        self.leaks.show_leaks(
            leak(field, self._heading(place), self._texts[field], find) for field, place, find in told
        )

    def _place_of(self, field: str) -> Place:
        kind, _, number = field.partition(" ")
        if not number:
            return HEAD
        if kind == "added":
            return self._added[int(number) - 1]
        return (CorrectedPart.OUTCOME if kind == "outcome" else None, int(number))

    @Slot(int)
    def _on_went(self, place: int) -> None:
        field, found = self._found[place]
        self.go_to(found)
        head, outcome = self.parts.head, self.parts.outcome
        lines = {"title": head.title, "place": head.place, "outcome": outcome.why}
        lines.get(field.partition(" ")[0], self.text).setFocus()

    @Slot()
    def _on_kept(self) -> None:
        self._kept |= {(field, words): reason for field, words, reason in self.leaks.keeps()}


def _box(choices: Sequence[tuple[object, str]], name: str) -> ChoiceBox:
    made = ChoiceBox(choices)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _part(place: Place) -> object:
    """Under which part of the minutes it is offered."""
    if isinstance(place[0], EntryKind):
        return EntryKind
    return CorrectedPart.MEETING if place[0] is CorrectedPart.TIMES else place[0]


def _action(item_id: int, read: ActionLine) -> Addition:
    owner = read.owner
    return Addition(
        item_id,
        EntryKind.ACTION,
        read.text,
        owner_person_id=owner.person_id if owner is not None else None,
        owner_organisation_id=owner.organisation_id if owner is not None else None,
        due=read.day,
    )
