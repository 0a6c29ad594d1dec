"""What a returned file says, before anything is kept: chosen one by one, each with who said it and what it is about."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.guard.reading import read_paper
from referral_desk.operations.comments import Said, add_comments
from referral_desk.queries.comments import CommentRow, SentEntry, sent_entries
from referral_desk.queries.text_changes import word_changes
from ui.doing import OperationForm, UndoPage
from ui.language import day_text, language
from ui.widgets.changed_text import ChangedText
from ui.widgets.labels import label, rule
from ui.widgets.pick_input import Pick, PickInput
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.errors import DeskError
    from referral_desk.exchange.comments import Found, Returned
    from referral_desk.queries.meeting import PersonChoice
    from ui.jobs import Progress


def read_file(progress: Progress, path: Path) -> Returned:
    """Read a returned file: it is a stranger's, so a worker opens it. Runs beside the window."""
    from referral_desk.exchange.comments import read_returned  # noqa: PLC0415 - loaded when a file comes

    return read_returned(read_paper(path), path.name, cancel=progress.stop_event)


class FoundLine(QWidget):
    """One thing that was found, with its tick."""

    def __init__(self, found: Found, title: str, is_known: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(2)
        day = day_text(found.said_on, "short")
        self.tick = QCheckBox(plain_face(" · ".join(part for part in (found.author, day, title) if part)))
        self.tick.setChecked(not is_known and not found.holds_cpr)
        self.tick.setEnabled(not found.holds_cpr)
        box.addWidget(self.tick)
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 0, 0, 0)
        inside.setSpacing(2)
        if found.text:
            inside.addWidget(label(found.text, "", wraps=True))
        if found.proposed:
            inside.addWidget(ChangedText(word_changes(found.quoted, found.proposed)))
        if found.holds_cpr:
            said = self.tr("It holds what looks like a CPR number: type it by hand, without the number.")
            inside.addWidget(label(said, "wrong", wraps=True))
        elif is_known:
            inside.addWidget(label(self.tr("It stands here already."), "faint"))
        box.addLayout(inside)


class ImportForm(OperationForm):
    """The preview. What is ticked is kept, all at once, and can be taken back."""

    refused = Signal(object)

    def __init__(
        self,
        page: UndoPage,
        minutes_id: int,
        meeting_id: int,
        people: Sequence[PersonChoice],
        known: Iterable[CommentRow],
    ) -> None:
        super().__init__(page)
        self.minutes_id, self.meeting_id = minutes_id, meeting_id
        self.people = people
        self.known = {(row.entry_id, row.text, row.proposed) for row in known}
        self.lines: list[FoundLine] = []
        self.name_it(self.tr("Reading the file …"), "")
        self.save.hide()
        self.who = PickInput(self.tr("Who returned it"), hint=self.tr("Name; somebody else too"))
        self.who.set_picks([Pick(person.id, person.name, person.organisation) for person in people])
        self.list = QVBoxLayout()
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setSpacing(0)
        self.rows = QWidget()
        self.rows.setLayout(self.list)
        self._who_line = QWidget()
        line = QHBoxLayout(self._who_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("Who returned it"), "field"))
        line.addWidget(self.who, 1)
        line.addStretch(1)
        self._who_line.hide()
        self.add("", self._who_line).add("", self.rows)

    def read(self, path: Path) -> None:
        """Read a file, then show what it asks for."""
        job = self.page.bridge.run(read_file, path)
        job.then(functools.partial(self._on_read, path.name)).otherwise(self._on_unreadable)
        self.cancelled.connect(job.cancel)

    def _on_read(self, name: str, returned: Returned) -> None:
        job = self.page.bridge.ask(sent_entries, meeting_id=self.meeting_id)
        job.then(functools.partial(self.show_returned, name, returned))

    def show_returned(self, name: str, returned: Returned, entries: tuple[SentEntry, ...]) -> None:
        """Show what was found."""
        from referral_desk.exchange.comments import found_in  # noqa: PLC0415 - loaded when a file comes

        found = found_in(returned, entries, language())
        titles = {entry.id: f"{entry.number}.  {entry.title}" for entry in entries}
        self.name_it(self.tr("“{name}” says").format(name=name), "")
        for one in found:
            if self.lines:
                self.list.addWidget(rule())
            whole = self.tr("On the minutes as a whole")
            title = titles[one.entry_id] if one.entry_id is not None else whole
            line = FoundLine(one, title, (one.entry_id, one.text, one.proposed) in self.known)
            line.tick.toggled.connect(self._count)
            self.lines.append(line)
            self.list.addWidget(line)
        self._who_line.setVisible(any(not one.author for one in found))
        if found:
            self._count()
            self.save.show()
        else:
            self.say(self.tr("It says nothing new: no comment, and no entry reads otherwise than it was sent."))

    def _on_unreadable(self, error: DeskError) -> None:
        self.name_it(self.tr("The file cannot be read"), "")
        self.refuse(error.sentence(language()))

    @Slot()
    def _count(self) -> None:
        chosen = len(self.chosen())
        self.save.setText(self.tr("Keep %n comment(s)", "", chosen))
        self.save.setEnabled(chosen > 0)

    def chosen(self) -> list[Found]:
        """What is ticked."""
        return [line.found for line in self.lines if line.tick.isChecked()]

    @property
    def is_begun(self) -> bool:
        """Whether a preview is open that was not kept."""
        return bool(self.lines)

    @Slot()
    def submit(self) -> None:
        chosen = self.chosen()
        if any(not one.author for one in chosen) and not self.who.text().strip():
            self.stop(self.tr("Say who returned the file."), self.who)
            return
        said = self.tr("%n comment(s) kept.", "", len(chosen))
        self.run(said, add_comments, minutes_id=self.minutes_id, comments=[self._said(one) for one in chosen])

    def _said(self, found: Found) -> Said:
        name = found.author or self.who.new_words()
        person = next((one.id for one in self.people if one.name.casefold() == name.casefold()), None)
        today = self.page.bridge.today
        day = min(found.said_on, today) if found.said_on is not None else today
        return Said(
            text=found.text,
            entry_id=found.entry_id,
            person_id=person if found.author else self.who.pick() or person,
            author=name,
            said_on=day,
            quoted=found.quoted,
            proposed=found.proposed,
        )
