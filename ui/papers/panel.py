"""The papers of one item or case: dropped, pasted or chosen, inspected beside the window; looked at, named, ordered."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from referral_desk.errors import DeskError
from referral_desk.operations.papers import (
    MovedPaper,
    RemovedPaper,
    label_paper,
    let_paper_stay,
    move_paper,
    pin_paper,
    remove_paper,
    rename_paper,
    restore_paper,
)
from referral_desk.queries.papers import PaperContent, PaperRow, original_paper
from referral_desk.vocabulary import Label
from ui.icons import icon
from ui.language import label_text, language
from ui.messages import Message
from ui.papers.incoming import Wish
from ui.papers.intake import Errand, Holder, Intake
from ui.papers.words import LOCKED, PaperWords
from ui.widgets.buttons import button
from ui.widgets.drop_zone import DropZone, paths_in
from ui.widgets.labels import label
from ui.widgets.paper_list import PaperList
from ui.widgets.progress_line import ProgressLine
from ui.widgets.unlock_line import UnlockLine

if TYPE_CHECKING:
    from ui.bridge import Bridge


class PapersPanel(DropZone):
    """Shows and changes the papers of an item or a case. It works for the one that was shown when the files came."""

    told = Signal(object)
    """A Message for the banner."""
    done = Signal(str, object)
    """Something that can be undone: its words, and what undoes it."""
    wants_save = Signal(str, object)
    """A name and bytes to be saved as a file."""
    wants_look = Signal(object)
    """A PaperRow to be looked at."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None, *, of_case: bool = False) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Papers of the case") if of_case else self.tr("Papers of the item"))
        self._bridge = bridge
        self._words = PaperWords(self)
        self._rows: dict[int, PaperRow] = {}
        self.holder: Holder | None = None
        self.intake = Intake(bridge, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = label(self.tr("Papers"), "lead" if of_case else "field")
        self.add = button(self.tr("Add papers"), "link", "paperclip")
        self.add.setToolTip(self.tr("Choose files  (Ctrl+O); or drop them here, or paste them"))
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.add)
        self.list = PaperList(self.tr("Papers"))
        self.unlock = UnlockLine()
        self.progress = ProgressLine()
        self.hint = label(self.tr("Drop files here, paste them, or press Ctrl+O."), "faint", wraps=True)
        self.body.addLayout(head)
        for part in (self.list, self.unlock, self.progress, self.hint):
            self.body.addWidget(part)
        self.dropped.connect(self.take_files)
        self.add.clicked.connect(self.choose_files)
        self.list.wants_look.connect(self._on_look)
        self.list.wants_removed.connect(self.remove)
        self.list.renamed.connect(self._on_renamed)
        self.list.moved.connect(self._on_moved)
        self.list.menu_wanted.connect(self._on_menu)
        self.unlock.given.connect(self._on_password)
        self.progress.cancelled.connect(self.intake.cancel)
        self.intake.started.connect(self._on_started)
        self.intake.stepped.connect(self.progress.show_step)
        self.intake.finished.connect(self.progress.finish)
        self.intake.refused.connect(self._on_refused)
        self.intake.replaced.connect(self._on_replaced)
        self.intake.still_locked.connect(self._on_still_locked)

    def show_papers(self, holder: Holder, rows: tuple[PaperRow, ...], *, is_closed: bool) -> None:
        """Show the papers of an item or a case."""
        if holder != self.holder:
            self.unlock.hide()
        self.holder = holder
        self._rows = {row.id: row for row in rows}
        self.title.setText(self.tr("Papers ({count})").format(count=len(rows)) if rows else self.tr("Papers"))
        self.list.papers.may_change = not is_closed
        self.list.show_lines([self._words.line(row) for row in rows])
        self.add.setVisible(not is_closed)
        self.hint.setVisible(not is_closed and not rows)
        self.setAcceptDrops(not is_closed)

    def focus_paper(self, paper_id: int) -> None:
        """Go to a paper."""
        self.list.choose(paper_id)
        self.list.setFocus()

    @Slot()
    def choose_files(self) -> None:
        """Ask for files, without stopping the window."""
        dialog = QFileDialog(self.window(), self.tr("Add papers"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(list)
    def take_files(self, paths: list[Path], item_id: int | None = None) -> None:
        """Put files behind an item, or where papers are shown if none is named; one after the other."""
        wanted = Holder(item_id) if item_id is not None else self.holder
        if wanted is not None:
            self.intake.take(*(Errand(wanted, Wish(path.name, path)) for path in paths))

    @Slot()
    def paste(self) -> bool:
        """Take files or a picture from the clipboard; False where it holds neither."""
        mime = QGuiApplication.clipboard().mimeData()
        if paths := paths_in(mime):
            self.take_files(paths)
            return True
        picture = QGuiApplication.clipboard().image() if mime.hasImage() else QImage()
        if picture.isNull() or self.holder is None:
            return False
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        wish = Wish(self.tr("Pasted picture") + ".png", content=bytes(buffer.data().data()))
        self.intake.take(Errand(self.holder, wish))
        return True

    @Slot(int)
    def remove(self, paper_id: int) -> None:
        """Take a paper away; it can be put back."""
        row = self._rows.get(paper_id)
        if row is not None and self.list.papers.may_change:
            job = self._bridge.do(remove_paper, paper_id=paper_id, version=row.version)
            job.then(self._on_removed)

    def move_to(self, paper_id: int, item_id: int) -> None:
        """Move a paper behind another item."""
        row = self._rows.get(paper_id)
        if row is not None and item_id != row.item_id:
            job = self._bridge.do(move_paper, paper_id=paper_id, version=row.version, item_id=item_id, position=999)
            job.then(functools.partial(self._on_moved_away, row))

    @Slot(str, int)
    def _on_started(self, name: str, waiting: int) -> None:
        said = self.tr("Looking at {name}").format(name=name)
        more = self.tr("%n more", "", waiting)
        self.progress.start(f"{said} · {more}" if waiting else said)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self.told.emit(Message(error.sentence(language()), "warn"))

    @Slot(int, int)
    def _on_replaced(self, paper_id: int, before: int) -> None:
        self.unlock.hide()
        self.done.emit(self.tr("The paper was replaced."), functools.partial(self._pin_back, paper_id, before))

    @Slot(int)
    def _on_still_locked(self, paper_id: int) -> None:
        if self.unlock.paper_id == paper_id:
            self.unlock.say_wrong()

    @Slot(object)
    def _on_removed(self, removed: RemovedPaper) -> None:
        said = self.tr("“{title}” was removed.").format(title=removed.title)
        self.done.emit(said, functools.partial(self._restore, removed))

    def _restore(self, removed: RemovedPaper) -> None:
        self._bridge.do(restore_paper, removed=removed)

    def _pin_back(self, paper_id: int, document_id: int) -> None:
        row = self._rows.get(paper_id)
        if row is not None:
            self._bridge.do(pin_paper, paper_id=paper_id, version=row.version, document_id=document_id)

    @Slot(int, str)
    def _on_renamed(self, paper_id: int, title: str) -> None:
        row = self._rows.get(paper_id)
        if row is not None:
            self._bridge.do(rename_paper, paper_id=paper_id, version=row.version, title=title)

    @Slot(int, int)
    def _on_moved(self, paper_id: int, position: int) -> None:
        row = self._rows.get(paper_id)
        if row is not None:
            self._bridge.do(move_paper, paper_id=paper_id, version=row.version, position=position)

    def _on_moved_away(self, row: PaperRow, before: MovedPaper) -> None:
        said = self.tr("“{title}” was moved.").format(title=row.title)
        self.done.emit(said, functools.partial(self._move_back, row, before))

    def _move_back(self, row: PaperRow, before: MovedPaper) -> None:
        # Its version grew by the move.
        self._bridge.do(
            move_paper, paper_id=row.id, version=row.version + 1, item_id=before.item_id, position=before.position
        )

    @Slot(int)
    def _on_look(self, paper_id: int) -> None:
        row = self._rows.get(paper_id)
        if row is None:
            return
        if row.problem in LOCKED and self.list.papers.may_change:
            self.unlock.ask_for(paper_id, row.file_name)
        elif row.has_safe_copy:
            self.wants_look.emit(row)

    @Slot(int, str)
    def _on_password(self, paper_id: int, password: str) -> None:
        job = self._bridge.ask(original_paper, paper_id=paper_id)
        job.then(functools.partial(self._on_locked_content, paper_id, password))

    def _on_locked_content(self, paper_id: int, password: str, paper: PaperContent) -> None:
        row = self._rows.get(paper_id)
        if row is not None:
            wish = Wish(paper.name, content=paper.content, password=password)
            self.intake.take(Errand(Holder(row.item_id, row.case_id), wish, paper_id, row.version, is_unlocking=True))

    @Slot(int, QPoint)
    def _on_menu(self, paper_id: int, at: QPoint) -> None:
        self.menu(paper_id).popup(at)

    def menu(self, paper_id: int) -> QMenu:
        """What one can do with a paper."""
        row, menu = self._rows[paper_id], QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        may = self.list.papers.may_change
        is_own = may and not row.was_sent
        stays = self.tr("Let it go along") if row.stays else self.tr("Let it stay when the case goes up")
        for key, text, glyph, is_on in (
            ("look", self.tr("Look at it"), "eye", row.has_safe_copy),
            ("unlock", self.tr("Give the password …"), "lock-key-open", row.problem in LOCKED and is_own),
            ("stay", stays, "arrow-up" if row.stays else "lock-simple", row.case_id is not None and may),
            ("rename", self.tr("Rename"), "pencil-simple", is_own),
            ("replace", self.tr("Replace by a new version …"), "arrows-clockwise", is_own),
            ("save", self.tr("Save the original …"), "download-simple", True),
            ("remove", self.tr("Remove"), "trash", may if row.case_id is None else is_own),
        ):
            if key in {"unlock", "stay"} and not is_on:
                continue
            made = QAction(icon(glyph), text, menu)
            made.setEnabled(is_on)
            made.setData((key, paper_id))
            menu.addAction(made)
            if key == "rename":
                menu.addMenu(self._readers(row, menu)).setEnabled(is_own)
        menu.triggered.connect(self._on_action)
        return menu

    def _readers(self, row: PaperRow, parent: QMenu) -> QMenu:
        """Who may read it: one of three, the one that holds marked."""
        made = QMenu(self.tr("Who may read it"), parent)
        made.setIcon(icon("lock-simple"))
        made.menuAction().setData(("readers", row.id))
        for one in Label:
            entry = made.addAction(label_text(one))
            entry.setCheckable(True)
            entry.setChecked(one is row.label)
            entry.setData((one, row.id))
        return made

    @Slot(QAction)
    def _on_action(self, chosen: QAction) -> None:
        key, paper_id = chosen.data()
        match key:
            case "look" | "unlock":
                self._on_look(paper_id)
            case "stay":
                self._let_stay(paper_id)
            case "rename":
                self.list.rename(paper_id)
            case "remove":
                self.remove(paper_id)
            case "replace":
                self._choose_version(paper_id)
            case Label():
                self._label(paper_id, key)
            case "save":
                self._bridge.ask(original_paper, paper_id=paper_id).then(self._on_original)

    def _label(self, paper_id: int, wanted: Label) -> None:
        row = self._rows.get(paper_id)
        if row is not None and wanted is not row.label:
            job = self._bridge.do(label_paper, paper_id=paper_id, version=row.version, label=wanted)
            job.then(functools.partial(self._on_labelled, row, wanted))

    def _on_labelled(self, row: PaperRow, now: Label, before: Label) -> None:
        said = self.tr("“{title}” is now: {label}.").format(title=row.title, label=label_text(now).lower())
        self.done.emit(said, functools.partial(self._label, row.id, before))

    def _let_stay(self, paper_id: int) -> None:
        row = self._rows.get(paper_id)
        if row is not None:
            self._bridge.do(let_paper_stay, paper_id=paper_id, version=row.version, stays=not row.stays)

    def _choose_version(self, paper_id: int) -> None:
        dialog = QFileDialog(self.window(), self.tr("Replace by a new version"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(functools.partial(self.replace, paper_id))
        dialog.open()

    def replace(self, paper_id: int, path: str) -> None:
        """Put a new version of a file in a paper's place."""
        row = self._rows.get(paper_id)
        if row is not None:
            wish = Wish(Path(path).name, Path(path))
            self.intake.take(Errand(Holder(row.item_id, row.case_id), wish, paper_id, row.version))

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        self.take_files([Path(name) for name in names])

    @Slot(object)
    def _on_original(self, paper: PaperContent) -> None:
        self.wants_save.emit(paper.name, paper.content)
