"""The pack: what to mend first, how it is built, every page before it goes out, and all that went out."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from referral_desk.operations.packs import issue_pack
from referral_desk.queries.pack_content import PackSource, pack_source
from referral_desk.queries.pack_issues import Finding, IssueRow, PackCheck, issued_pack, pack_check, pack_issues
from referral_desk.vocabulary import Label
from ui.forms import Choice, Form
from ui.icons import icon
from ui.language import label_text, language
from ui.memory import recall, recall_bytes, remember
from ui.messages import Message
from ui.pages.meeting.building import Built, build_pack
from ui.pages.meeting.issue_list import IssueList
from ui.papers.alarm import PackAlarm
from ui.papers.preview import Preview
from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from referral_desk.queries.meeting import MeetingDetail
    from ui.bridge import Bridge
    from ui.jobs import Job

SPLIT = "meeting/pack/split"
SHOWN = 8


class PackView(QWidget):
    """Check, build, look, issue."""

    told = Signal(object)
    mend = Signal(object)
    """A Finding that the person wants to mend."""
    went = Signal(object)
    """A Place elsewhere where something is mended."""
    wants_save = Signal(str, object)

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.check: PackCheck | None = None
        self.built: Built | None = None
        self._job: Job[Built] | None = None
        self._chosen: Label | None = None
        self._is_closed = False
        self.preview = Preview(bridge, self.tr("The pack's pages"), can_close=False)
        self._to_do = self.tr("Build the pack to look at every page before it goes out.")
        self.preview.say(self._to_do)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(16)
        self.split.addWidget(self._build_left())
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([380, 620])
        self.split.restoreState(recall_bytes(SPLIT))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)
        self.split.splitterMoved.connect(self._on_split)

    def _build_left(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._making = (self._build_check(), self._build_making())
        for card in (*self._making, self._build_issues()):
            column.addWidget(card)
        column.addStretch()
        area = scrolled(content, QScrollArea())
        area.setMinimumWidth(px(300))
        return area

    def _build_check(self) -> Card:
        self.findings = RowList("", SHOWN)
        self.verdict = label("", "note", wraps=True)
        self.mark = IconLabel("check-circle-fill", "good", size=18)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 4)
        line.setSpacing(8)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.verdict, 1)
        card = Card(self.tr("Before it is built"), gap=6)
        card.body.setContentsMargins(8, 16, 8, 8)
        card.head.setContentsMargins(8, 0, 8, 0)
        self.findings.empty.hide()
        self.alarm = PackAlarm(self._bridge, self.meeting_id)
        card.add(line, self.findings, self.alarm)
        self.alarm.looked.connect(self.reload)
        self.alarm.mend.connect(self.mend)
        self.alarm.went.connect(self.went)
        self.alarm.told.connect(self.told)
        self.findings.opened.connect(self.mend)
        return card

    def _build_making(self) -> Card:
        # Languages are called by their own names.
        languages = (("da", "Dansk"), ("en", "English"))
        labels = tuple((one, label_text(one)) for one in Label)
        self.form = Form(
            (
                Choice("language", self.tr("Language"), 6, choices=languages),
                Choice("label", self.tr("Label on every page"), 6, choices=labels),
            )
        )
        self.form.fill({"language": recall("pack/language", language())})
        self.holds = label("", "note", wraps=True)
        self.news = label("", "note", wraps=True)
        self.build = button(self.tr("Build the pack"), "primary", "file-pdf")
        self.issue = button(self.tr("Issue the pack"), "primary", "paper-plane-tilt")
        self.save = button(self.tr("Save as PDF …"), "", "download-simple")
        self.progress = ProgressLine()
        # Below each other: side by side they are wider than the column.
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for part in (self.build, self.issue, self.save):
            buttons.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card(self.tr("The pack"), gap=10)
        card.add(self.form, self.holds, self.news, buttons, self.progress)
        self.form.edited.connect(self._on_edited)
        self.build.clicked.connect(self.start)
        self.issue.clicked.connect(self.issue_it)
        self.save.clicked.connect(self._on_save)
        self.progress.cancelled.connect(self._on_cancel)
        return card

    def _build_issues(self) -> Card:
        self.issues = IssueList()
        card = Card(self.tr("Issues"), gap=6)
        card.add(self.issues)
        self.issues.wants_look.connect(self._on_look)
        self.issues.wants_save.connect(self._on_save_issue)
        return card

    @Slot()
    def reload(self) -> None:
        """Check the pack anew and ask for the issues."""
        looks = self.alarm.looks
        job = self._bridge.ask(pack_check, meeting_id=self.meeting_id, label=self._chosen, looks=looks)
        job.then(self._on_check)
        self._bridge.ask(pack_issues, meeting_id=self.meeting_id).then(self.issues.show_issues)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """A meeting that is over or off gets no new pack; what went out stays in sight."""
        self._is_closed = meeting.is_closed_to_change
        for card in self._making:
            card.setVisible(not self._is_closed)
        if self._is_closed and self.preview.pile.currentWidget() is self.preview.nothing:
            if meeting.is_cancelled:
                self.preview.say(self.tr("The meeting is cancelled: no new pack is built."))
            else:
                self.preview.say(self.tr("The meeting was held: no new pack is built."))
        elif self.preview.pile.currentWidget() is self.preview.nothing:
            self.preview.say(self._to_do)
        self._show_buttons()

    def keep(self) -> Built | None:
        """What must survive building the page anew: the pack that was built and not issued."""
        return self.built

    def take_up(self, built: Built | None) -> None:
        """Show again what was built before the window was drawn anew."""
        if built is not None:
            self.built = built
            self._show_built(built)

    def _show_built(self, built: Built) -> None:
        title = self.tr("Issue {number}, not sent yet").format(number=built.source.content.issue)
        self.preview.show_pdf(title, built.result.pdf)

    @Slot()
    def start(self) -> None:
        """Build the pack."""
        if self.check is None or self._job is not None:
            return
        self.progress.start(self.tr("Collecting the papers"))
        self._show_buttons()
        values = self.form.values()
        job = self._bridge.ask(
            pack_source,
            meeting_id=self.meeting_id,
            language=values["language"],
            pack_label=values["label"],
            today=self._bridge.today,
        )
        job.then(functools.partial(self._on_source, values["label"])).otherwise(self._on_failed)

    @Slot()
    def issue_it(self) -> None:
        """Record that the pack that was built goes out."""
        built = self.built
        if built is None:
            return
        self.issue.setEnabled(False)
        job = self._bridge.do(
            issue_pack,
            meeting_id=self.meeting_id,
            fingerprint=built.source.fingerprint,
            language=built.language,
            label=built.label,
            file_name=built.source.file_name,
            pdf=built.result.pdf,
            pages=built.result.pages,
            content=built.source.frozen_content(),
            places=built.places,
            looks=self.alarm.looks,
        )
        job.then(self._on_issued).otherwise(self._on_failed)

    @Slot(object)
    def _on_check(self, check: PackCheck) -> None:
        self.check = check
        self.form.fill({"label": check.label})
        self.findings.set_rows([self._finding(finding) for finding in check.findings])
        self.findings.empty.hide()
        self.findings.setVisible(bool(check.findings))
        # Each finding has its own mark.
        self.mark.setVisible(not check.findings and check.may_go_out)
        left = sum(not one.reason for one in check.leaks)
        stops = left + sum(finding.stops for finding in check.findings)
        if stops:
            self.verdict.setText(self.tr("%n thing(s) must be fixed first.", "", stops))
        elif check.unlooked:
            self.verdict.setText(self.tr("The pack can be built. It goes out once its papers are looked through."))
        elif check.findings:
            count = len(check.findings)
            self.verdict.setText(self.tr("The pack can be built. %n thing(s) to look at:", "", count))
        else:
            self.verdict.setText(self.tr("Nothing to fix: the pack can be built."))
        holds = [self.tr("%n item(s)", "", check.items), self.tr("%n paper(s)", "", check.papers)]
        if check.pages:
            holds.append(self.tr("%n page(s) of papers", "", check.pages))
        self.holds.setText(" · ".join(holds))
        self._show_news(check)
        self.alarm.show_check(check)
        self._show_buttons()

    def _finding(self, finding: Finding) -> tuple[RowLook, Finding]:
        icon_name, tone = ("warning-circle-fill", "late") if finding.stops else ("warning-fill", "warn")
        return RowLook(finding.sentence(language()), "", icon_name, tone, lines=6), finding

    def _show_news(self, check: PackCheck) -> None:
        said = ""
        if check.last_issue and check.changes:
            lines = [self.tr("New since issue {number}:").format(number=check.last_issue)]
            lines += [f"•  {change.sentence(language())}" for change in check.changes]
            said = "\n".join(lines)
        elif check.last_issue:
            said = self.tr("Nothing changed since issue {number}.").format(number=check.last_issue)
        self.news.setText(said)
        self.news.setVisible(bool(said))

    @property
    def is_fresh(self) -> bool:
        """Whether what was built is what the agenda says now."""
        built, check = self.built, self.check
        if built is None or check is None:
            return False
        values = self.form.values()
        if built.source.content.issue != check.last_issue + 1:
            return False  # it went out
        same_choice = (built.language, built.label) == (values["language"], values["label"])
        return same_choice and built.source.fingerprint == check.fingerprint

    def _show_buttons(self) -> None:
        is_busy = not self.progress.isHidden()
        is_fresh = self.is_fresh
        can_build = self.check is not None and not self.check.stops and not is_busy and not self._is_closed
        self.build.setEnabled(can_build)
        self.build.setVisible(not is_fresh)
        self.build.setText(self.tr("Build it again") if self.built else self.tr("Build the pack"))
        is_out = self.check is not None and self.check.is_as_issued
        dress(self.build, "" if is_out else "primary")
        self.build.setIcon(icon("file-pdf", "quiet" if is_out else "on_accent"))
        self.issue.setVisible(is_fresh)
        may_go_out = self.check is not None and self.check.may_go_out
        self.issue.setEnabled(is_fresh and may_go_out and not self._is_closed)
        self.save.setEnabled(may_go_out)
        self.save.setVisible(is_fresh)
        self.form.setEnabled(not is_busy and not self._is_closed)
        if self.built is not None and not is_fresh and not is_busy and not is_out and self.check is not None:
            self.holds.setText(self.tr("What was built no longer fits the agenda or your choice: build it again."))

    @Slot(str, object)
    def _on_edited(self, name: str, value: Any) -> None:
        if name == "label":
            self._chosen = value
        else:
            remember("pack/language", value)
        self.reload()

    def _on_source(self, pack_label: Label, source: PackSource) -> None:
        self._job = self._bridge.run(build_pack, source, pack_label, language())
        self._job.then(self._on_built).otherwise(self._on_failed).if_cancelled(self._on_cancelled)
        self._job.progressed(self.progress.show_step)

    @Slot(object)
    def _on_built(self, built: Built) -> None:
        self._finish()
        self.built = built
        self._show_buttons()
        self._show_built(built)
        for problem in built.result.problems:
            said = self.tr("Paper {number} stands in the pack as a page that says: {why}")
            self.told.emit(Message(said.format(number=problem.number, why=problem.sentence), "warn"))

    @Slot(object)
    def _on_failed(self, error: Any) -> None:
        self._finish()
        self.told.emit(Message(error.sentence(language()), "late"))
        self.reload()

    @Slot()
    def _on_cancelled(self) -> None:
        self._finish()
        self._show_buttons()

    def _finish(self) -> None:
        self._job = None
        self.progress.finish()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot(object)
    def _on_issued(self, _issue_id: int) -> None:
        if self.built is not None:
            number = self.built.source.content.issue
            self.preview.title.set_whole(self.tr("Issue {number}, as it went out").format(number=number))
        self.told.emit(Message(self.tr("The pack is issued and kept exactly as it is."), "good"))
        self.reload()

    @Slot()
    def _on_save(self) -> None:
        if self.built is not None:
            self.wants_save.emit(self.built.source.file_name, self.built.result.pdf)

    @Slot(object)
    def _on_look(self, issue: IssueRow) -> None:
        self._bridge.ask(issued_pack, issue_id=issue.id).then(functools.partial(self._on_issue, issue))

    def _on_issue(self, issue: IssueRow, pdf: bytes) -> None:
        title = self.tr("Issue {number}, as it went out").format(number=issue.number)
        self.preview.show_pdf(title, pdf)

    @Slot(object)
    def _on_save_issue(self, issue: IssueRow) -> None:
        job = self._bridge.ask(issued_pack, issue_id=issue.id)
        job.then(functools.partial(self.wants_save.emit, issue.file_name))

    @Slot()
    def _on_split(self) -> None:
        remember(SPLIT, self.split.saveState())
