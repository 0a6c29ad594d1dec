"""What one does with invitations: save drafts where one chooses, note that they went out, take in answers."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from referral_desk.errors import DeskError
from referral_desk.operations.invitations import draft_mailing, mark_sent, write_words
from referral_desk.operations.replies import Taken, take_answers
from referral_desk.queries.invitations import Dispatch, dispatch
from referral_desk.queries.mailed_papers import MailedPapers, mailed_papers
from referral_desk.texts import LANGUAGES
from referral_desk.vocabulary import MailingKind
from ui.draft_folder import FOLDER, folder_dialog
from ui.language import language
from ui.memory import recall, remember
from ui.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from referral_desk.exchange.mail import Attachment
    from referral_desk.operations.outcome import Done, Undo
    from referral_desk.operations.replies import Answer
    from ui.bridge import Bridge
    from ui.jobs import Progress

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Read:
    """What files held: the answers, and a sentence for each file that is none."""

    answers: tuple[Answer, ...]
    refused: tuple[DeskError, ...]


def write_drafts(
    progress: Progress, told: Dispatch, folder: Path, said: str, papers: MailedPapers, *, each: bool
) -> list[Path]:
    """Write the drafts of a mailing into a folder, beside the window; Unavailable where the folder refuses."""
    from referral_desk.exchange.mail import save_drafts  # noqa: PLC0415 - only when drafts are saved
    from referral_desk.exchange.outgoing import draft_files  # noqa: PLC0415 - same

    attachments = {one: attached(progress, papers, one) for one in LANGUAGES}
    return save_drafts(folder, draft_files(told, each=each, language=said, attachments=attachments))


def attached(progress: Progress, papers: MailedPapers, said: str) -> tuple[Attachment, ...]:
    """The papers of a mailing for those who read a language; of minutes only the open part is ever mailed."""
    from referral_desk.exchange.mail import Attachment  # noqa: PLC0415 - only when drafts are saved
    from referral_desk.exchange.word import minutes_docx  # noqa: PLC0415 - same
    from referral_desk.queries.document_names import minutes_name  # noqa: PLC0415 - same
    from referral_desk.queries.minutes_record import open_part  # noqa: PLC0415 - same
    from referral_desk.reports.documents import build_in_worker  # noqa: PLC0415 - same

    if papers.pack is not None:
        return (Attachment(papers.pack[0], PDF, papers.pack[1]),)
    content = papers.minutes.get(said)
    if content is None:
        return ()
    if papers.is_word:
        name = minutes_name(open_part(content), annex=False, suffix=".docx")
        return (Attachment(name, WORD, minutes_docx(content)),)
    made = build_in_worker(content, cancel=progress.stop_event)
    return (Attachment(made.name, PDF, made.pdf),)


def read_files(progress: Progress, paths: Sequence[Path]) -> Read:
    """Read the answers in files, each in a process of its own, beside the window."""
    from referral_desk.exchange.replies import read_answers  # noqa: PLC0415 - only when answers come in
    from referral_desk.guard.reading import read_paper  # noqa: PLC0415 - same

    answers: list[Answer] = []
    refused = []
    for number, path in enumerate(paths):
        progress(number, len(paths), path.name)
        try:
            answers += read_answers(read_paper(path), path.name, cancel=progress.stop_event)
        except DeskError as error:
            refused.append(error)
    return Read(tuple(answers), tuple(refused))


class InviteActions(QObject):
    """Changes what was told of one meeting. `told` says what came of it."""

    told = Signal(object)
    busy = Signal(bool)
    """Whether files are being written or read."""

    def __init__(self, bridge: Bridge, meeting_id: int, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._meeting_id, self._window = bridge, meeting_id, window

    def may(self) -> bool:
        """Whether the person's roles allow drafting."""
        return self._bridge.may(draft_mailing)

    def ask_folder(self, title: str, kind: MailingKind, *, each: bool) -> QFileDialog:
        """Ask for the folder that drafts go to, then write them there; gives the dialog (for tests)."""
        dialog = folder_dialog(self._window, title)
        dialog.fileSelected.connect(functools.partial(self.save, kind, each))
        dialog.open()
        return dialog

    def save(self, kind: MailingKind, each: bool, folder: str) -> None:
        """Draft a mailing and write its mails into a folder."""
        remember(FOLDER, folder)
        self.busy.emit(True)
        job = self._bridge.do(draft_mailing, meeting_id=self._meeting_id, kind=kind)
        job.then(functools.partial(self._on_drafted, each, Path(folder))).otherwise(self._on_refused)

    def mark(self, kind: MailingKind, mailing_id: int | None) -> None:
        """Note that a mailing went out; without a draft it is drafted first, for who was told in another way."""
        if mailing_id is not None:
            self._mark(mailing_id)
            return
        job = self._bridge.do(draft_mailing, meeting_id=self._meeting_id, kind=kind)
        job.then(self._on_drafted_only).otherwise(self._on_refused)

    @Slot(str, str)
    def write(self, said: str, words: str) -> None:
        """Keep own words."""
        self._bridge.do(write_words, meeting_id=self._meeting_id, language=said, words=words)

    def read(self, paths: Sequence[Path]) -> None:
        """Take in answers that lie in files."""
        self.busy.emit(True)
        job = self._bridge.run(read_files, list(paths))
        job.then(self._on_read).otherwise(self._on_refused).if_cancelled(self._on_stopped)

    def ask_answers(self, title: str, kinds: str) -> QFileDialog:
        """Ask for files that hold answers."""
        dialog = QFileDialog(self._window, title, recall(FOLDER))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{kinds} (*.ics *.eml)")
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()
        return dialog

    @Slot(list)
    def _on_chosen(self, files: list[str]) -> None:
        self.read([Path(file) for file in files])

    def _on_drafted(self, each: bool, folder: Path, done: Done) -> None:
        job = self._bridge.ask(dispatch, mailing_id=done.id, today=self._bridge.today)
        job.then(functools.partial(self._ask_papers, each, folder)).otherwise(self._on_refused)

    def _ask_papers(self, each: bool, folder: Path, told: Dispatch) -> None:
        job = self._bridge.ask(mailed_papers, mailing_id=told.mailing.id)
        job.then(functools.partial(self._write, each, folder, told)).otherwise(self._on_refused)

    def _write(self, each: bool, folder: Path, told: Dispatch, papers: MailedPapers) -> None:
        job = self._bridge.run(write_drafts, told, folder, language(), papers, each=each)
        job.then(functools.partial(self._on_written, folder)).otherwise(self._on_refused)

    def _on_written(self, folder: Path, places: list[Path]) -> None:
        self.busy.emit(False)
        mails = sum(place.suffix == ".eml" for place in places)
        said = self.tr("%n draft(s) saved in {folder}. Open, look and send them, then mark them as sent.", "", mails)
        show = functools.partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self.told.emit(Message(said.format(folder=folder.name), "good", self.tr("Open the folder"), show))

    def _on_drafted_only(self, done: Done) -> None:
        self._mark(done.id)

    def _mark(self, mailing_id: int) -> None:
        self._bridge.do(mark_sent, mailing_id=mailing_id).then(self._on_marked).otherwise(self._on_refused)

    def _on_marked(self, done: Done) -> None:
        self._say(self.tr("Noted as sent."), done.undo)

    def _on_read(self, found: Read) -> None:
        for error in found.refused:
            self.told.emit(Message(error.sentence(language()), "warn"))
        if found.answers:
            job = self._bridge.do(take_answers, answers=found.answers)
            job.then(self._on_taken).otherwise(self._on_refused)
        else:
            self.busy.emit(False)

    def _on_taken(self, taken: Taken) -> None:
        self.busy.emit(False)
        for fate in taken.fates:
            if fate.meeting_id is None:
                self.told.emit(Message(fate.sentence(language()), "warn"))
        noted = [fate for fate in taken.fates if fate.meeting_id is not None]
        if not noted:
            return
        said = " ".join(fate.sentence(language()) for fate in noted)
        elsewhere = sum(fate.meeting_id != self._meeting_id for fate in noted)
        if elsewhere:
            said += " " + self.tr("%n of them belong(s) to another meeting and stand(s) there.", "", elsewhere)
        self._say(said, taken.undo)

    @Slot()
    def _on_stopped(self) -> None:
        self.busy.emit(False)

    def _on_refused(self, error: DeskError) -> None:
        self.busy.emit(False)
        self.told.emit(Message(error.sentence(language()), "late"))

    def _say(self, said: str, undo: Undo | None) -> None:
        if undo is None:
            self.told.emit(Message(said, "good"))
            return
        call: Callable[[], object] = functools.partial(_take_back, self._bridge, undo)
        self.told.emit(Message(said, "good", self.tr("Undo"), call))


def _take_back(bridge: Bridge, undo: Undo) -> None:
    # The view may be gone by then; the bridge is not.
    bridge.do(undo.operation, **undo.arguments)
