"""The issues of a pack: when, by whom, what was new, and on request what exactly went in."""

from __future__ import annotations

import functools

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.pack_issues import IssueRow
from ui.language import label_text, language, locale, moment_text
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import ElidedLabel, label, rule
from ui.widgets.plain_words import plain_tip

HASH = 12
GROUP = 8


class IssueLine(QFrame):
    """One issue."""

    def __init__(self, issue: IssueRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issue = issue
        title = self.tr("Issue {number}").format(number=issue.number)
        self.setAccessibleName(title)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 8)
        box.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(title, "lead"))
        head.addStretch()
        self.look = icon_button("eye", self.tr("Look at issue {number}").format(number=issue.number))
        self.save = icon_button("download-simple", self.tr("Save issue {number} as PDF").format(number=issue.number))
        head.addWidget(self.look)
        head.addWidget(self.save)
        box.addLayout(head)
        size = locale().formattedDataSize(issue.size, 1, locale().DataSizeFormat.DataSizeTraditionalFormat)
        names = {"da": "Dansk", "en": "English"}
        when = self.tr("{when} · {who}").format(when=moment_text(issue.issued_at), who=issue.issued_by)
        facts = [self.tr("%n page(s)", "", issue.pages), size, names[issue.language], label_text(issue.label)]
        box.addWidget(label(when, "note", wraps=True))
        box.addWidget(label(" · ".join(facts), "faint", wraps=True))
        for change in issue.changes:
            box.addWidget(label(f"•  {change.sentence(language())}", "note", wraps=True))
        self.manifest = self._build_manifest()
        self.more = button(self.tr("What went in"), "link", "caret-down")
        self.more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch()
        box.addLayout(row)
        box.addWidget(self.manifest)

    def _build_manifest(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(8, 0, 0, 0)
        box.setSpacing(2)
        for item in self.issue.items:
            box.addWidget(ElidedLabel(f"{item.number}.  {item.title}", "note"))
            for paper in item.papers:
                where = f"  ({paper.first_page})" if paper.first_page else ""
                line = ElidedLabel(f"      {paper.number}  {paper.title}{where} · {paper.sha256[:HASH]}", "faint")
                line.setToolTip(plain_tip(f"{paper.file_name}\nSHA-256 {paper.sha256}"))
                box.addWidget(line)
        # In groups, so that it can be read aloud and breaks in a narrow column.
        groups = [self.issue.sha256[place : place + GROUP] for place in range(0, len(self.issue.sha256), GROUP)]
        whole = label(f"SHA-256 {' '.join(groups)}", "faint", wraps=True)
        whole.setTextInteractionFlags(whole.textInteractionFlags().TextSelectableByMouse)
        box.addWidget(whole)
        made.hide()
        return made

    @Slot()
    def _on_more(self) -> None:
        is_shown = self.manifest.isHidden()
        self.manifest.setVisible(is_shown)
        self.more.setText(self.tr("Less") if is_shown else self.tr("What went in"))


class IssueList(QWidget):
    """The issues, the newest first. `wants_look` and `wants_save` tell the issue."""

    wants_look = Signal(object)
    wants_save = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.lines: list[IssueLine] = []
        self._shown: tuple[IssueRow, ...] | None = None

    def show_issues(self, rows: tuple[IssueRow, ...]) -> None:
        """Show issues."""
        if rows == self._shown:
            return
        self._shown = rows
        clear_box(self.box)
        self.lines = [IssueLine(row) for row in rows]
        for place, line in enumerate(self.lines):
            if place:
                self.box.addWidget(rule())
            line.look.clicked.connect(functools.partial(self.wants_look.emit, line.issue))
            line.save.clicked.connect(functools.partial(self.wants_save.emit, line.issue))
            self.box.addWidget(line)
        if not rows:
            said = self.tr("Nothing has gone out yet. Every issue is kept here, exactly as it was sent.")
            self.box.addWidget(label(said, "note", wraps=True))
