"""Where drafts of mails lie: the question for a folder, which remembers the last one, and reminders written into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.memory import recall

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.queries.reminders import Reminder
    from ui.jobs import Progress

FOLDER: Final = "mails/folder"


def folder_dialog(window: QWidget, title: str) -> QFileDialog:
    """A question for a folder, beginning with the one where drafts lay last."""
    dialog = QFileDialog(window, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    folder = recall(FOLDER)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(folder if folder and Path(folder).is_dir() else documents)
    return dialog


def write_reminders(
    _progress: Progress, people: tuple[Reminder, ...], folder: Path, today: dt.date, said: str
) -> list[Path]:
    """Write one draft a person into a folder, beside the window; Unavailable where the folder refuses."""
    from referral_desk import clock  # noqa: PLC0415 - only when drafts are saved
    from referral_desk.exchange.mail import save_drafts  # noqa: PLC0415 - same
    from referral_desk.exchange.reminders import reminder_files  # noqa: PLC0415 - same

    return save_drafts(folder, reminder_files(people, today=today, at=clock.now(), language=said))
