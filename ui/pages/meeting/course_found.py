"""What one returned file says, line by line, each with its tick, and who returned it where the file does not tell."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.guard.reading import read_paper
from referral_desk.operations.comments import Said
from referral_desk.queries.comments import SentEntry, sent_entries
from referral_desk.queries.text_changes import word_changes
from ui.language import day_text, language
from ui.widgets.changed_text import ChangedText
from ui.widgets.labels import IconLabel, label, rule
from ui.widgets.pick_input import Pick, PickInput
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.errors import DeskError
    from referral_desk.exchange.comments import Found, Returned
    from referral_desk.queries.meeting import PersonChoice
    from ui.bridge import Bridge
    from ui.jobs import Progress

Known = frozenset[tuple[int | None, str, str]]
"""What stands among the comments already: the entry, what was said, what was proposed."""


def read_file(progress: Progress, path: Path) -> Returned:
    """Read a returned file: it is a stranger's, so a worker opens it. Runs beside the window."""
    from referral_desk.exchange.comments import read_returned  # noqa: PLC0415 - loaded when a file comes

    return read_returned(read_paper(path), path.name, cancel=progress.stop_event)


def compare(
    _progress: Progress, returned: Returned, entries: tuple[SentEntry, ...], told_in: str
) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """What a file asks for, and what must be known beside it. Runs beside the window."""
    from referral_desk.exchange.comments import cautions, found_in  # noqa: PLC0415 - loaded when a file comes

    return found_in(returned, entries, told_in), cautions(returned, entries, told_in)


class FoundLine(QWidget):
    """One thing that was found, with its tick."""

    def __init__(self, found: Found, title: str, is_known: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(2)
        day = day_text(found.said_on, "short")
        self.tick = QCheckBox(plain_face(" · ".join(part for part in (found.author, day, found.file, title) if part)))
        self.tick.setChecked(not is_known and not found.holds_cpr and not found.is_offer)
        self.tick.setEnabled(not found.holds_cpr)
        box.addWidget(self.tick)
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 0, 0, 0)
        inside.setSpacing(2)
        if found.text:
            inside.addWidget(label(found.text, "", wraps=True))
        if found.proposed or found.leaves_out:
            inside.addWidget(ChangedText(word_changes(found.quoted, found.proposed)))
        if found.holds_cpr:
            said = self.tr("It holds what looks like a CPR number: type it by hand, without the number.")
            inside.addWidget(label(said, "wrong", wraps=True))
        elif is_known:
            inside.addWidget(label(self.tr("It stands here already."), "faint"))
        box.addLayout(inside)


class FilePart(QWidget):
    """One returned file: read, compared and shown."""

    changed = Signal()
    """It was read, or a tick was set or taken."""

    def __init__(
        self, bridge: Bridge, path: Path, people: Sequence[PersonChoice], known: Known, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.path, self.people, self.known = bridge, path, people, known
        self.lines: list[FoundLine] = []
        self.is_read = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 8)
        self.box.setSpacing(2)
        self.title = label(self.tr("Reading “{name}” …").format(name=path.name), "lead", wraps=True)
        self.box.addWidget(self.title)
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self.box.addWidget(self.wrong)
        self.help = label("", "note", wraps=True)
        self.help.hide()
        self.box.addWidget(self.help)
        self.who = PickInput(self.tr("Who returned it"), hint=self.tr("Name; somebody else too"))
        self.who.set_picks([Pick(person.id, person.name, person.organisation) for person in people])
        self._who_line = QWidget()
        line = QHBoxLayout(self._who_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("Who returned it"), "field"))
        line.addWidget(self.who, 1)
        line.addStretch(1)
        self._who_line.hide()
        self.box.addWidget(self._who_line)

    def begin(self, meeting_id: int) -> None:
        """Read the file, then show what it asks for."""
        job = self.bridge.run(read_file, self.path)
        self._cancel = job.cancel
        job.then(functools.partial(self._on_read, meeting_id)).otherwise(self._on_unreadable)

    def stop(self) -> None:
        """Read no further."""
        self._cancel()

    def _on_read(self, meeting_id: int, returned: Returned) -> None:
        job = self.bridge.ask(sent_entries, meeting_id=meeting_id)
        job.then(functools.partial(self._compare, returned)).otherwise(self._on_unreadable)

    def _compare(self, returned: Returned, entries: tuple[SentEntry, ...]) -> None:
        job = self.bridge.run(compare, returned, entries, language())
        self._cancel = job.cancel
        job.then(functools.partial(self.show_found, entries)).otherwise(self._on_unreadable)

    def show_found(self, entries: tuple[SentEntry, ...], told: tuple[tuple[Found, ...], tuple[str, ...]]) -> None:
        """Show what was found, and what must be known beside it."""
        found, cautions = told
        titles = {entry.id: f"{entry.number}.  {entry.title}" for entry in entries}
        self.title.setText(self.tr("“{name}” says").format(name=self.path.name))
        for said in cautions:
            self.box.addLayout(self._caution(said))
        for one in found:
            if self.lines:
                self.box.addWidget(rule())
            whole = self.tr("On the minutes as a whole")
            title = titles[one.entry_id] if one.entry_id is not None else whole
            line = FoundLine(one, title, (one.entry_id, one.text, one.proposed) in self.known)
            line.tick.toggled.connect(self.changed)
            self.lines.append(line)
            self.box.addWidget(line)
        self._who_line.setVisible(any(not one.author for one in found))
        if not found:
            alike = self.tr("It says nothing new: all its text was compared, and reads as it was sent.")
            self.help.setText(self.tr("No comment and no changed entry was found.") if cautions else alike)
            self.help.show()
        self.is_read = True
        self.changed.emit()

    def _caution(self, said: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(IconLabel("warning-fill", "warn"))
        line.addWidget(label(said, "note", wraps=True), 1)
        return line

    def _on_unreadable(self, error: DeskError) -> None:
        self.title.setText(self.tr("“{name}” cannot be read").format(name=self.path.name))
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()
        self.is_read = True
        self.changed.emit()

    def chosen(self) -> list[Found]:
        """What is ticked."""
        return [line.found for line in self.lines if line.tick.isChecked()]

    @property
    def lacks_who(self) -> bool:
        """Whether something ticked has nobody who said it."""
        return any(not one.author for one in self.chosen()) and not self.who.text().strip()

    def said(self) -> list[Said]:
        """What is ticked, as it is kept."""
        return [self._said(one) for one in self.chosen()]

    def _said(self, found: Found) -> Said:
        name = found.author or self.who.new_words()
        person = next((one.id for one in self.people if one.name.casefold() == name.casefold()), None)
        today = self.bridge.today
        day = min(found.said_on, today) if found.said_on is not None else today
        return Said(
            text=found.text,
            entry_id=found.entry_id,
            person_id=person if found.author else self.who.pick() or person,
            author=name,
            said_on=day,
            quoted=found.quoted,
            proposed=found.proposed,
            leaves_out=found.leaves_out,
        )
