"""Draft one mail for each owner: say whom it goes to, ask for a folder, write the drafts, log them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from referral_desk import clock
from referral_desk.operations.action_mails import Reminded, log_reminders
from referral_desk.queries.action_mails import OwnerMail, action_mails
from ui.language import language
from ui.memory import recall, remember
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referral_desk.operations.outcome import Done
    from ui.doing import UndoPage
    from ui.jobs import Progress

LISTED = 14


def write_drafts(_progress: Progress, folder: Path, mails: Sequence[OwnerMail], day: dt.date, at: dt.datetime) -> int:
    """Write the drafts into a folder, beside the window; give how many there are."""
    from referral_desk.exchange.action_mails import drafts, save_drafts  # noqa: PLC0415 - only when mails are drafted

    return len(save_drafts(folder, drafts(mails, day=day, at=at)))


class MailsPanel(QWidget):
    """What will be drafted. `closed` tells that one is done with it."""

    closed = Signal()

    def __init__(self, page: UndoPage) -> None:
        super().__init__()
        self.page = page
        self.mails: tuple[OwnerMail, ...] = ()
        self.title = label("", "title")
        self.told = label("", "quiet", wraps=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(2)
        self.save = button(self.tr("Save the drafts in a folder …"), "primary", "envelope-simple")
        self.save.setEnabled(page.bridge.may(log_reminders))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(12)
        for part in (self.title, self.told):
            box.addWidget(part)
        box.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.hide()
        box.addLayout(self.list)
        box.addStretch()
        self.save.clicked.connect(self.ask_folder)

    def prepare(self, action_ids: Sequence[int] | None, group_id: int | None) -> None:
        """Ask what would be drafted: for the owners of some actions, of a group, or for every owner."""
        # Nothing can be saved before one sees what it would be.
        self.mails = ()
        self.save.hide()
        day = self.page.bridge.today
        job = self.page.bridge.ask(action_mails, day=day, language=language(), action_ids=action_ids, group_id=group_id)
        job.then(self.show_mails)

    @Slot(object)
    def show_mails(self, mails: tuple[OwnerMail, ...]) -> None:
        """Show who would be written to."""
        self.mails = mails
        self.title.setText(self.tr("%n mail(s) to draft", "", len(mails)))
        self.save.setVisible(bool(mails))
        if mails:
            said = self.tr(
                "One mail for each owner, with every open action and where it comes from. You read and send them."
            )
        else:
            said = self.tr("No open action has an owner here: there is nobody to write to.")
        self.told.setText(said)
        clear_box(self.list)
        for mail in mails[:LISTED]:
            self.list.addWidget(_MailLine(mail))
        if len(mails) > LISTED:
            self.list.addWidget(label(self.tr("and %n more", "", len(mails) - LISTED), "note"))

    @Slot()
    def ask_folder(self) -> QFileDialog:
        """Ask for the folder; gives the dialog (for tests)."""
        dialog = QFileDialog(self.window(), self.tr("Where shall the drafts lie?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        known = recall("mails/folder")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(known if known and Path(known).is_dir() else documents)
        dialog.fileSelected.connect(self.save_in)
        dialog.open()
        return dialog

    @Slot(str)
    def save_in(self, folder: str) -> None:
        """Write the drafts into a folder and log them."""
        remember("mails/folder", folder)
        self.save.setEnabled(False)
        mails = self.mails
        job = self.page.bridge.run(write_drafts, Path(folder), mails, self.page.bridge.today, clock.now())
        job.then(functools.partial(self._on_written, folder, mails)).otherwise(self._on_refused)

    def _on_written(self, folder: str, written: Sequence[OwnerMail], count: int) -> None:
        mails = tuple(Reminded(mail.person_id, tuple(action.row.id for action in mail.actions)) for mail in written)
        self.page.bridge.do(log_reminders, mails=mails).then(functools.partial(self._on_logged, folder, count))

    def _on_logged(self, folder: str, count: int, _done: Done) -> None:
        self.save.setEnabled(True)
        said = self.tr("%n draft(s) saved in {folder}.", "", count).format(folder=Path(folder).name)
        self.page.tell(said, action=self.tr("Open the folder"), call=functools.partial(_show_folder, folder))
        self.closed.emit()

    def _on_refused(self, error: object) -> None:
        self.save.setEnabled(True)
        self.page.bridge.failed.emit(error)


class _MailLine(QWidget):
    """One mail to be: who, how many actions, and whether an address is known."""

    def __init__(self, mail: OwnerMail) -> None:
        super().__init__()
        name = mail.person or mail.owner
        late = sum(action.row.is_overdue for action in mail.actions)
        words = [self.tr("%n action(s)", "", len(mail.actions))]
        if late:
            words.append(self.tr("%n overdue", "", late))
        words.append(mail.email or self.tr("no e-mail address"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(0)
        box.addWidget(ElidedLabel(name if name == mail.owner else f"{name} · {mail.owner}"))
        box.addWidget(ElidedLabel(" · ".join(words), "faint"))


def _show_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
