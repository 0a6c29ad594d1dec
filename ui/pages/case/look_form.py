"""What the leak alarm finds in words that are still to be sent: each is taken out, or kept with a reason before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication

from referral_desk.operations.kept_finds import keep_find
from referral_desk.queries.draft_leaks import DraftLeaks, draft_leaks
from ui.language import language
from ui.pages.case.act_form import ActForm
from ui.widgets.leak_list import leak

if TYPE_CHECKING:
    from referral_desk.desk import Changes
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.escalation import EscalationPage
    from referral_desk.queries.leaks import FindRow
    from ui.pages.case.page import CasePage

AREAS = frozenset({"escalations", "kept_finds"})


class LookForm(ActForm):
    """Shows the finds that nobody decided about, and looks again as soon as the words or what is kept change."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "look", goes=True)
        self._escalation_id = found.row.id
        self._looked: DraftLeaks | None = None
        self.name_it(self.tr("Possible personal data in the words"), self.tr("Done"))
        self.cancel.hide()
        self.finish_layout()
        self.leaks.went.connect(self._on_went)
        self.leaks.reasoned.connect(self._on_reason)
        page.bridge.changed.connect(self._on_changed)
        page.keeping.when_saved(self.look)

    def begin(self) -> None:
        super().begin()
        self.save.setFocus(Qt.FocusReason.TabFocusReason)

    def look(self) -> None:
        """Look through the words as they are kept."""
        job = self.case_page.bridge.ask(draft_leaks, escalation_id=self._escalation_id)
        job.then(self._on_looked).otherwise(self._on_refused)

    @Slot(object)
    def _on_looked(self, looked: DraftLeaks) -> None:
        if looked == self._looked:
            return  # a reason that somebody is writing stays
        self._looked = looked
        focus = QApplication.focusWidget()
        had_keys = focus is not None and (focus is self.save or self.leaks.isAncestorOf(focus))
        self.leaks.show_leaks(
            leak(one.field, self.case_page.words_title(one.field), looked.texts[one.field], one) for one in looked.finds
        )
        if had_keys:
            (self.leaks.lines()[0].remove if looked.finds else self.save).setFocus()
        self.say(
            self.tr("What is kept here is kept when it is sent too, and stands in the brief for the group.")
            if looked.finds
            else self.tr("Nothing in these words looks like personal data that nobody kept.")
        )

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if AREAS & changes.areas:
            self.look()

    def _find(self, place: int) -> FindRow:
        assert self._looked is not None
        return self._looked.finds[place]

    @Slot(int)
    def _on_went(self, place: int) -> None:
        self.case_page.show_way()
        self.case_page.way.words.focus_field(self._find(place).field)

    @Slot(int, str)
    def _on_reason(self, place: int, reason: str) -> None:
        one = self._find(place)
        job = self.case_page.bridge.do(
            keep_find,
            subject_kind="escalation",
            subject_id=self._escalation_id,
            field=one.field,
            kind=one.kind,
            words=one.words,
            reason=reason,
        )
        job.then(self._on_kept).otherwise(self._on_not_kept)

    def _on_kept(self, done: Done) -> None:
        self.refuse("")
        self.case_page.say_done(self.tr("Kept, and the reason is logged."), done)

    def _on_not_kept(self, error: DeskError) -> None:
        self.refuse(error.sentence(language()))
        self._looked = None
        self.look()

    @Slot()
    def submit(self) -> None:
        self.finished.emit(None)
