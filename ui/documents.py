"""The door to documents: typeset beside the window, which shows it and can stop it, then saved where one wants them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.jobs import Cancelled
from ui.language import language
from ui.memory import recall, remember
from ui.messages import Message
from ui.saving_files import FileSaver

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.errors import DeskError
    from referral_desk.reports.documents import Content, DocumentFile
    from ui.bridge import Bridge
    from ui.jobs import Job, Progress
    from ui.widgets.progress_line import ProgressLine

MEMORY: Final = "documents/language"
# Languages are called by their own names.
LANGUAGES: Final = (("da", "Dansk"), ("en", "English"))


def build_document(progress: Progress, content: Content, annex: bool) -> DocumentFile:
    """Typeset a document in a process of its own. Raises Cancelled."""
    from referral_desk.guard.worker import Cause, WorkerFailed  # noqa: PLC0415 - only when one is built
    from referral_desk.reports.documents import build_in_worker  # noqa: PLC0415 - same

    try:
        return build_in_worker(content, annex=annex, cancel=progress.stop_event)
    except WorkerFailed as failed:
        if failed.cause is Cause.CANCELLED:
            raise Cancelled from failed
        raise


def document_language() -> str:
    """The language of documents: what was chosen last, else the window's."""
    return str(recall(MEMORY, language()))


def add_languages(menu: QMenu) -> None:
    """Let a menu say in which language documents are made."""
    group = QActionGroup(menu)
    for code, name in LANGUAGES:
        choice = menu.addAction(name)
        choice.setCheckable(True)
        choice.setChecked(code == document_language())
        choice.triggered.connect(functools.partial(remember, MEMORY, code))
        group.addAction(choice)


class DocumentDoor(QObject):
    """Asks for what a document says, makes it, and asks where it shall lie. `told` says where it is, or why not."""

    told = Signal(object)

    def __init__(self, bridge: Bridge, window: QWidget, line: ProgressLine | None = None) -> None:
        super().__init__(window)
        self._bridge, self._line = bridge, line
        self._job: Job[DocumentFile] | None = None
        self.files = FileSaver(bridge, window)
        self.files.saved.connect(self._on_saved)
        if line is not None:
            line.cancelled.connect(self.stop)

    def ask(self, query: Callable[..., Any], then: Callable[[Any], object] | None = None, **wishes: object) -> None:
        """Ask for a document's content in its language, and build it, or hand it on to `then`."""
        job = self._bridge.ask(query, language=document_language(), **wishes)
        job.then(then or self.build).otherwise(self.fail)

    def build(self, content: Content, *, annex: bool = False) -> None:
        """Typeset a document; of minutes the open part, or the closed annex."""
        self._job = self._bridge.run(build_document, content, annex)
        self._job.then(self._on_built).otherwise(self.fail).if_cancelled(self._on_over)
        if self._line is not None:
            self._line.start(self.tr("The document is being made …"))

    @Slot()
    def stop(self) -> None:
        """Stop what is being made."""
        if self._job is not None:
            self._job.cancel()

    def offer(self, name: str, content: bytes) -> None:
        """Ask where a finished file shall lie."""
        self.files.ask(self.tr("Save as"), name, content)

    def fail(self, error: DeskError) -> None:
        """Say why there is no document."""
        self._on_over()
        self.told.emit(Message(error.sentence(language()), "late"))

    def _on_over(self) -> None:
        self._job = None
        if self._line is not None:
            self._line.finish()

    def _on_built(self, made: DocumentFile) -> None:
        self._on_over()
        self.offer(made.name, made.pdf)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.told.emit(Message(self.tr("Saved as {name}.").format(name=path.name), "good"))
