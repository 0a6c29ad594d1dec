"""What returned files say, before anything is kept: chosen one by one, each with who said it and what it is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from referral_desk.operations.comments import add_comments
from ui.doing import OperationForm, UndoPage
from ui.pages.meeting.course_found import FilePart, FoundLine
from ui.widgets.buttons import button
from ui.widgets.drop_zone import paths_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from referral_desk.exchange.comments import Found
    from referral_desk.queries.comments import CommentRow
    from referral_desk.queries.meeting import PersonChoice


def ask_for_files(parent: QWidget, then: Callable[[list[Path]], object]) -> None:
    """Let somebody choose what came back, one file or several."""
    dialog = QFileDialog(parent, QCoreApplication.translate("ImportForm", "What came back"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(QCoreApplication.translate("ImportForm", "Word files and mails (*.docx *.eml)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda chosen: then([Path(one) for one in chosen]))
    dialog.open()


class ImportForm(OperationForm):
    """The preview of one or more files. What is ticked is kept, all at once, and can be taken back."""

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
        self.known = frozenset((row.entry_id, row.text, row.proposed) for row in known)
        self.parts: list[FilePart] = []
        self.name_it(self.tr("What came back"), "")
        self.save.hide()
        self.list = QVBoxLayout()
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setSpacing(8)
        rows = QWidget()
        rows.setLayout(self.list)
        self.add("", rows)
        self.more = button(self.tr("More files …"), "link")
        self.more.clicked.connect(self._on_more)
        self.foot.addWidget(self.more)
        self.setAcceptDrops(True)

    def read(self, paths: Iterable[Path]) -> None:
        """Read more files, and show what they ask for below what is there; one that is there already is left."""
        there = {part.path for part in self.parts if not part.wrong.text()}
        for path in dict.fromkeys(paths):
            if path not in there:
                part = FilePart(self.page.bridge, path, self.people, self.known)
                part.changed.connect(self._count)
                self.cancelled.connect(part.stop)
                self.parts.append(part)
                self.list.addWidget(part)
                part.begin(self.meeting_id)

    @Slot()
    def _on_more(self) -> None:
        ask_for_files(self, self.read)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.read(paths_in(event.mimeData()))

    @property
    def lines(self) -> list[FoundLine]:
        """All that was found."""
        return [line for part in self.parts for line in part.lines]

    @Slot()
    def _count(self) -> None:
        chosen = len(self.chosen())
        self.save.setText(self.tr("Keep %n comment(s)", "", chosen))
        self.save.setVisible(bool(self.lines))
        self.save.setEnabled(chosen > 0 and all(part.is_read for part in self.parts))

    def chosen(self) -> list[Found]:
        """What is ticked."""
        return [found for part in self.parts for found in part.chosen()]

    @property
    def is_begun(self) -> bool:
        """Whether a preview is open that was not kept."""
        return bool(self.lines) or any(not part.is_read for part in self.parts)

    @Slot()
    def submit(self) -> None:
        nameless = next((part for part in self.parts if part.lacks_who), None)
        if nameless is not None:
            self.stop(self.tr("Say who returned the file."), nameless.who)
            return
        chosen = [said for part in self.parts for said in part.said()]
        said = self.tr("%n comment(s) kept.", "", len(chosen))
        self.run(said, add_comments, minutes_id=self.minutes_id, comments=chosen)
