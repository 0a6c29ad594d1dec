"""Before it is sent: which papers go along, and what the leak alarm finds in them and in the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk.operations.escalations import send_escalation
from referral_desk.queries.pack_leaks import SendCheck, send_check
from ui.pages.case.act_form import ActForm
from ui.papers.alarm import PackAlarm
from ui.widgets.elided_check import ElidedCheck
from ui.widgets.labels import label

if TYPE_CHECKING:
    from referral_desk.queries.escalation import EscalationPage
    from referral_desk.queries.pack_issues import Finding
    from ui.pages.case.page import CasePage


class SendForm(ActForm):
    """Sends it once every paper was looked through and nothing is left to be decided."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "send")
        self.name_it(self.tr("Before it is sent"), self.tr("Send to {body}").format(body=found.row.body))
        self.body = found.row.body
        self.papers: dict[int, ElidedCheck] = {}
        self.check: SendCheck | None = None
        self._is_waiting = False
        self.alarm = PackAlarm(page.bridge, case_id=page.place.id)
        if found.papers:
            self._add_papers(found)
        self.finish_layout()

    def _add_papers(self, found: EscalationPage) -> None:
        group = QWidget()
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 0)
        for paper in found.papers:
            told = self.tr("{title} (from {origin})").format(title=paper.title, origin=paper.origin)
            made = ElidedCheck(told if paper.origin else f"{paper.number}  {paper.title}")
            made.setChecked(paper.goes)
            made.setEnabled(not paper.barred)
            made.setAccessibleDescription(paper.barred)
            made.toggled.connect(self._ask)
            self.papers[paper.id] = made
            box.addWidget(made)
            if paper.barred:
                box.addWidget(label(paper.barred, "note", wraps=True))
        group.setFocusProxy(next(iter(self.papers.values())))
        group.setAccessibleName(self.tr("Papers that go along"))
        self.add(self.tr("Papers that go along"), group)
        self.add("", self.alarm)
        self.alarm.looked.connect(self._ask)
        self.alarm.mend.connect(self._on_mend)
        self.alarm.told.connect(self.case_page.told)
        self._ask()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The papers that go along, by their ids."""
        return tuple(paper_id for paper_id, box in self.papers.items() if box.isChecked())

    def field_title(self, field: str) -> str:
        return self.case_page.words_title(field)

    def field_text(self, field: str) -> str:
        return self.case_page.words_text(field)

    @Slot(str, str)
    def _on_removed(self, field: str, text: str) -> None:
        self.case_page.write_words(field, text)

    @Slot()
    def _ask(self) -> None:
        """Ask what the alarm says of the papers that are chosen now."""
        self.check = None
        job = self.case_page.bridge.ask(send_check, paper_ids=self.chosen, looks=self.alarm.looks)
        job.then(self._on_check)

    @Slot(object)
    def _on_check(self, check: SendCheck) -> None:
        self.check = check
        self.alarm.show_check(check)
        if self._is_waiting and not check.unlooked:
            self._is_waiting = False
            self.refuse("")
            self.submit()

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        if finding.paper_id is not None:
            self.case_page.papers.go_to(finding.paper_id)

    @Slot()
    def submit(self) -> None:
        if self.papers and (self.check is None or self.check.unlooked):
            self._is_waiting = True
            self.refuse(self.tr("The papers are being looked through: it is sent as soon as nothing is found."))
            return
        if self.check is not None and any(not leak.reason for leak in self.check.leaks):
            self.refuse(self.tr("Take each find out, or keep it and say why."))
            return
        said = self.tr("Sent to {body}.").format(body=self.body)
        self.act(said, send_escalation, paper_ids=self.chosen, looks=self.alarm.looks)
