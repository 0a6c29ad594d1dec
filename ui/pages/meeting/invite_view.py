"""Invite to a meeting: what is owed, to whom, the letter in both languages, what went out, and the answers."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from referral_desk.queries.invitations import (
    Finding,
    InviteSheet,
    MailingRow,
    invite_sheet,
)
from referral_desk.vocabulary import MailingKind
from ui.forms import Choice, Form
from ui.icons import icon
from ui.language import label_text, language
from ui.memory import recall, recall_bytes, remember
from ui.pages.meeting.invite_doing import InviteActions
from ui.pages.meeting.invite_letter import LetterPane, Shown, compose
from ui.pages.meeting.invite_people import HistoryCard, PeopleCard
from ui.pages.meeting.invite_reminders import RemindersCard
from ui.pages.meeting.invite_words import InviteWords
from ui.places import Place, wishes
from ui.theme import dress, px
from ui.widgets.beside import Beside
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.drop_zone import DropZone
from ui.widgets.labels import IconLabel, label
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from ui.bridge import Bridge

SPLIT: Final = "meeting/invite/split"
EACH: Final = "invite/each"


class InviteView(QWidget):
    """Draft, save, mark as sent, take in answers. The desk itself sends nothing."""

    told = Signal(object)
    went = Signal(object)
    mend = Signal(object)
    """A Finding that the person wants to mend."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.sheet: InviteSheet | None = None
        self._chosen: MailingKind | None = None
        self._is_busy = False
        self._words = InviteWords(self)
        self.doing = InviteActions(bridge, meeting_id, self)
        self.people, self.history = PeopleCard(self._words), HistoryCard(self._words)
        self.reminders = RemindersCard(bridge, meeting_id)
        self.letter = LetterPane()
        self.zone = DropZone(self.tr("Answers that came back"))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(16)
        self.split.addWidget(self._build_left())
        right = QWidget()
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.letter)
        self.split.addWidget(scrolled(right, QScrollArea()))
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([400, 600])
        self.split.restoreState(recall_bytes(SPLIT))
        self.zone.body.addWidget(self.split)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.zone)
        self._connect()

    def _connect(self) -> None:
        self.split.splitterMoved.connect(self._on_split)
        self.zone.dropped.connect(self._on_dropped)
        self.letter.written.connect(self.doing.write)
        self.doing.told.connect(self.told)
        self.doing.busy.connect(self._on_busy)
        self.form.edited.connect(self._on_edited)
        made: Any
        for made in self.form.inputs.values():
            made.activated.connect(self.form.hand_on)
        self.save.clicked.connect(self._on_save)
        self.mark.clicked.connect(self._on_mark)
        self.people.take.clicked.connect(self._on_answers)
        self.findings.opened.connect(self.mend)
        self.people.opened.connect(self._on_person)
        self.reminders.opened.connect(self._on_person)
        self.reminders.told.connect(self.told)

    def _build_left(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._build_state(), self.people, self.reminders, self.history):
            column.addWidget(card)
        column.addStretch()
        area = scrolled(content, QScrollArea())
        area.setMinimumWidth(px(290))
        return area

    def _build_state(self) -> Card:
        self.sign = IconLabel("envelope-simple", "info", size=20)
        self.state = label("", "lead", wraps=True)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.state, 1)
        self.changes = label("", "note", wraps=True)
        self.findings = RowList("", 4)
        self.findings.empty.hide()
        ways = ((False, self.tr("per language")), (True, self.tr("per person")))
        self.form = Form(
            (
                Choice(
                    "kind", self.tr("What to send"), 7, choices=tuple((one, label_text(one)) for one in MailingKind)
                ),
                Choice("each", self.tr("One mail"), 5, choices=ways),
            )
        )
        self.form.fill({"each": recall(EACH) == "each"})
        self.save = button(self.tr("Save drafts …"), "primary", "envelope-simple")
        self.mark = button(self.tr("Mark as sent"), "", "check")
        self.hint = label("", "faint", wraps=True)
        self.buttons = Beside(self.save, self.mark)
        return Card(gap=10).add(line, self.changes, self.findings, self.form, self.buttons, self.hint)

    def reload(self) -> None:
        """Ask anew what stands."""
        job = self._bridge.ask(invite_sheet, meeting_id=self.meeting_id, today=self._bridge.today, language=language())
        job.then(self._on_sheet)
        self.reminders.reload()

    def save_now(self) -> None:
        """Keep own words that are being typed."""
        self.letter.save_now()

    def is_unsaved(self) -> bool:
        """Whether own words are not kept yet."""
        return self.letter.form.is_waiting

    @property
    def kind(self) -> MailingKind | None:
        """What is to be sent, as it is chosen: what is owed, unless somebody chose something else."""
        sheet = self.sheet
        if sheet is None or not sheet.can_send:
            return None
        return self._chosen if self._chosen in sheet.can_send else sheet.can_send[0]

    @property
    def draft(self) -> MailingRow | None:
        """The draft of what is chosen, where one was saved and not sent."""
        rows = self.sheet.mailings if self.sheet is not None else ()
        return next((row for row in rows if row.kind is self.kind and row.sent_at is None), None)

    @Slot(object)
    def _on_sheet(self, sheet: InviteSheet) -> None:
        self.sheet = sheet
        self._show_state(sheet)
        self.people.show_sheet(sheet)
        self.history.show_sheet(sheet)
        self.letter.set_read_only(not self.doing.may())
        kind = self.kind or (MailingKind.CANCELLATION if sheet.letter.is_cancelled else MailingKind.INVITATION)
        self._bridge.run(compose, sheet, kind).then(functools.partial(self._on_composed, sheet, kind))

    def _on_composed(self, sheet: InviteSheet, kind: MailingKind, shown: Shown) -> None:
        if sheet is self.sheet:
            self.letter.show_letters(sheet, kind, shown)

    def _show_state(self, sheet: InviteSheet) -> None:
        icon_name, tone, said = self._words.state(sheet, self._bridge.today)
        self.sign.show_icon(icon_name, tone)
        self.state.setText(said)
        changes = self._words.changes(sheet)
        self.changes.setText(changes)
        self.changes.setVisible(bool(changes))
        self.findings.set_rows([self._finding(finding) for finding in sheet.findings])
        self.findings.empty.hide()
        self.findings.setVisible(bool(sheet.findings))
        choices: Any = self.form.inputs["kind"]
        choices.blockSignals(True)
        choices.offer(tuple((one, label_text(one)) for one in sheet.can_send))
        choices.blockSignals(False)
        self.form.fill({"kind": self.kind})
        self._show_buttons()

    def _show_buttons(self) -> None:
        sheet, kind = self.sheet, self.kind
        can_do = sheet is not None and kind is not None and self.doing.may() and not self._is_busy
        is_stopped = sheet is not None and any(finding.stops for finding in sheet.findings)
        has_kind = kind is not None
        self.form.setVisible(has_kind)
        self.buttons.setVisible(has_kind)
        is_needed = sheet is not None and kind is sheet.kind
        draft = self.draft
        is_ready = draft is not None and draft.is_as_now
        for part, is_next in ((self.save, is_needed and not is_ready), (self.mark, is_needed and is_ready)):
            part.setEnabled(can_do and not is_stopped)
            dress(part, "primary" if is_next else "")
        self._show_icons()
        hint = ""
        if has_kind and draft is None and is_needed:
            hint = self.tr("The drafts open in your mail program. You look at them and send them: the desk never does.")
        elif draft is not None and not draft.is_as_now:
            hint = self.tr(
                "The draft that was saved tells another day, time or place: save it anew before it goes out."
            )
        elif draft is not None:
            hint = self.tr("Drafts are saved. Mark them as sent once they have gone out and the others are phoned.")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.people.take.setEnabled(self.doing.may() and not self._is_busy)

    def _show_icons(self) -> None:
        for part, name in ((self.save, "envelope-simple"), (self.mark, "check")):
            part.setIcon(icon(name, "on_accent" if part.property("kind") == "primary" else "quiet"))

    def _finding(self, finding: Finding) -> tuple[RowLook, Finding]:
        icon_name, tone = ("warning-circle-fill", "late") if finding.stops else ("warning-fill", "warn")
        return RowLook(finding.sentence(language()), "", icon_name, tone, lines=6), finding

    @Slot(str, object)
    def _on_edited(self, name: str, value: Any) -> None:
        if name == "each":
            remember(EACH, "each" if value else "")
            return
        self._chosen = value
        if self.sheet is not None:
            self._on_sheet(self.sheet)

    @Slot()
    def _on_save(self) -> None:
        if self.kind is not None:
            self.save_now()
            self.doing.ask_folder(
                self.tr("Where shall the drafts lie?"), self.kind, each=bool(self.form.values()["each"])
            )

    @Slot()
    def _on_mark(self) -> None:
        if self.kind is not None:
            self.doing.mark(self.kind, self.draft.id if self.draft is not None else None)

    @Slot()
    def _on_answers(self) -> None:
        self.doing.ask_answers(self.tr("Which files hold answers?"), self.tr("Answers"))

    @Slot(list)
    def _on_dropped(self, paths: list[Path]) -> None:
        self.doing.read(paths)

    @Slot(bool)
    def _on_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._show_buttons()

    @Slot(int)
    def _on_person(self, person_id: int) -> None:
        self.went.emit(Place("directory", view="people", wishes=wishes(person=person_id)))

    @Slot()
    def _on_split(self) -> None:
        remember(SPLIT, self.split.saveState())
