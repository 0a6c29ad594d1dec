"""The leak alarm on papers that leave: they are looked through beside the window, and each find is mended or kept."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk.operations.kept_finds import keep_find
from referral_desk.queries.pack_leaks import Leak, Unlooked, case_papers_to_look_through, papers_to_look_through
from ui.doing import message_of
from ui.jobs import Cancelled
from ui.language import language
from ui.messages import Message
from ui.places import Place, wishes
from ui.widgets.buttons import button
from ui.widgets.leak_list import LeakList, leak
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.guard.personal_data import Find
    from referral_desk.guard.personal_data.papers import ScannedPaper
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.pack_issues import PackCheck
    from referral_desk.queries.pack_leaks import SendCheck
    from ui.bridge import Bridge
    from ui.jobs import Job, Progress

# A paper is read once while a desk is open, in a case for the directory's names too; what was found in it is never
# written anywhere.
_looks: weakref.WeakKeyDictionary[Bridge, dict[bool, dict[str, ScannedPaper]]] = weakref.WeakKeyDictionary()


class PackAlarm(QWidget):
    """Looks through papers by itself as soon as a check names some that it does not know."""

    looked = Signal()
    """Papers were looked through, or a find was kept: the check is to be asked anew."""
    mend = Signal(object)
    went = Signal(object)
    """The Place of another meeting, or of an action, where a find of what the pack carries is mended."""
    told = Signal(object)

    def __init__(
        self, bridge: Bridge, meeting_id: int = 0, parent: QWidget | None = None, *, case_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._meeting_id, self._case_id = bridge, meeting_id, case_id
        self._found: tuple[Leak, ...] = ()
        self._job: Job[dict[str, ScannedPaper]] | None = None
        self._is_busy = self._was_stopped = False
        self.progress = ProgressLine()
        self.again = button(self.tr("Look through the papers"), "", "magnifying-glass")
        self.again.hide()
        self.leaks = LeakList(goes=True)
        self.leaks.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 0, 8, 0)
        for part in (self.progress, self.again, self.leaks):
            box.addWidget(part)
        self.progress.cancelled.connect(self._on_cancel)
        self.again.clicked.connect(self.look)
        self.leaks.went.connect(self._on_went)
        self.leaks.reasoned.connect(self._on_reason)

    @property
    def looks(self) -> Mapping[str, ScannedPaper]:
        """What is known of papers, by the SHA-256 of their documents."""
        return dict(self._known)

    @property
    def _known(self) -> dict[str, ScannedPaper]:
        return _looks.setdefault(self._bridge, {}).setdefault(self._case_id is not None, {})

    def show_check(self, check: PackCheck | SendCheck) -> None:
        """Show the finds that nobody kept; look through papers that are not known."""
        found = tuple(one for one in check.leaks if not one.reason)
        if found != self._found:
            self._found = found
            had_keys = any(
                part.hasFocus() for one in self.leaks.lines() for part in (one.remove, one.keep, one.reason, one.done)
            )
            self.leaks.show_leaks(
                leak(
                    str(place), self._title(one), one.text or one.find.words, one.find if one.text else _alone(one.find)
                )
                for place, one in enumerate(found)
            )
            if had_keys and found:
                self.leaks.lines()[0].remove.setFocus()
        if check.unlooked and not self._is_busy and not self._was_stopped:
            self.look()
        self.again.setVisible(bool(check.unlooked) and self._was_stopped)

    @Slot()
    def look(self) -> None:
        """Look through the papers that are not known yet."""
        self._is_busy, self._was_stopped = True, False
        self.again.hide()
        self.progress.start(self.tr("Looking for personal data"))
        known = frozenset(self._known)
        if self._case_id is not None:
            job = self._bridge.ask(case_papers_to_look_through, case_id=self._case_id, known=known)
        else:
            job = self._bridge.ask(papers_to_look_through, meeting_id=self._meeting_id, known=known)
        job.then(self._on_papers).otherwise(self._on_failed)

    @Slot(object)
    def _on_papers(self, wanted: Unlooked) -> None:
        self._job = self._bridge.run(look_through, wanted)
        self._job.then(self._on_looked).otherwise(self._on_failed).if_cancelled(self._on_stopped)
        self._job.progressed(self.progress.show_step)

    @Slot(object)
    def _on_looked(self, found: dict[str, ScannedPaper]) -> None:
        self._known.update(found)
        self._finish()
        self.looked.emit()

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self._on_stopped()
        self.told.emit(Message(error.sentence(language()), "late"))

    @Slot()
    def _on_stopped(self) -> None:
        self._finish()
        self._was_stopped = True
        self.again.show()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _finish(self) -> None:
        self._job, self._is_busy = None, False
        self.progress.finish()

    @Slot(int)
    def _on_went(self, place: int) -> None:
        one = self._found[place]
        if one.action_id is not None:
            self.went.emit(Place("actions", wishes=wishes(action=one.action_id)))
        elif one.meeting_id is None:
            self.mend.emit(one.finding)
        elif one.entry_id is not None:
            asked = wishes(item=one.item_id, entry=one.entry_id)
            self.went.emit(Place("meeting", one.meeting_id, "minutes", asked))
        else:
            asked = wishes(item=one.item_id) if one.item_id is not None else ()
            self.went.emit(Place("meeting", one.meeting_id, "agenda", asked))

    @Slot(int, str)
    def _on_reason(self, place: int, reason: str) -> None:
        one = self._found[place]
        kind, key = one.subject
        job = self._bridge.do(
            keep_find,
            subject_kind=kind,
            subject_id=key,
            field=one.field,
            kind=one.find.kind,
            words=one.find.words,
            reason=reason,
        )
        job.then(self._on_kept).otherwise(self._on_not_kept)

    def _on_kept(self, done: Done) -> None:
        self.told.emit(message_of(self._bridge, self.tr("Kept, and the reason is logged."), done))
        self.looked.emit()

    def _on_not_kept(self, error: DeskError) -> None:
        self.told.emit(Message(error.sentence(language()), "late"))
        self._found = ()
        self.looked.emit()

    def _title(self, one: Leak) -> str:
        if one.meeting_id is not None:
            title = self.tr("The minutes behind item {number}")
        else:
            title = {
                "action": self.tr("Open action {number}"),
                "meeting": self.tr("The meeting"),
                "item": self.tr("Item {number}"),
                "paper": self.tr("The name of paper {number}"),
                "document": self.tr("Paper {number}, page {page}")
                if one.page
                else self.tr("What the file of paper {number} tells of itself"),
            }[one.subject[0]]
        return title.format(number=one.number, page=one.page)


def _alone(find: Find) -> Find:
    """A find as the whole of its text: what stands around it in a paper was not taken along."""
    return replace(find, start=0, end=len(find.words))


def look_through(progress: Progress, wanted: Unlooked) -> dict[str, ScannedPaper]:
    """Look through papers one after the other, each read in a process of its own. Raises Cancelled."""
    from referral_desk.guard.personal_data.papers import scan_paper  # noqa: PLC0415 - only when there is a paper
    from referral_desk.guard.worker import WorkerFailed  # noqa: PLC0415 - same

    found = {}
    for place, (sha256, name, content) in enumerate(wanted.papers):
        progress(place, len(wanted.papers), "")
        try:
            found[sha256] = scan_paper(
                content, name, names=wanted.names, ordinary=wanted.ordinary, cancel=progress.stop_event
            )
        except WorkerFailed as failed:
            raise Cancelled from failed
    return found
