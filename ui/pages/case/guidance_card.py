"""What the rules say: who identifies, which periods run from what, each with its condition and its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.guidance import AuthorityRow, Guidance, GuidanceLine
from ui.language import day_text
from ui.periods import period_text
from ui.widgets.boxes import SaidLine, clear_box
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import label, rule
from ui.widgets.plain_words import plain_tip


class GuidanceCard(Card):
    """Guidance, never a verdict: that stands at its head."""

    def __init__(self) -> None:
        super().__init__(self.tr("Guidance"), gap=10)
        self.mark = Chip(self.tr("Guidance, not a decision"), "info", "info")
        self.beside_title(self.mark)
        self.preface = label("", "note", wraps=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(10)
        self.add(self.preface, self.lines)

    def show_guidance(self, told: Guidance) -> None:
        """Show what holds on the day asked about."""
        clear_box(self.lines)
        self._day = told.day
        day = self.tr("As of {day}.").format(day=day_text(told.day, "date"))
        self.preface.setText(f"{told.preface} {day}")
        for ask in told.asks:
            made = SaidLine(ask, "question", "info")
            made.setObjectName("guidance")
            self.lines.addWidget(made)
        self._section(self.tr("Who identifies"), [self._authority(row) for row in told.authorities])
        self._section(self.tr("Holds besides"), [self._authority(row) for row in told.also])
        self._section(self.tr("Periods"), [self._line(row) for row in told.limits])
        self._section(self.tr("Children"), [self._line(row) for row in told.minors])
        self._section(self.tr("Also"), [self._line(row) for row in told.notes])

    def said(self) -> list[str]:
        """Everything it says, line by line (for tests)."""
        return [part.accessibleName() for part in self.findChildren(QWidget, "guidance") if not part.isHidden()]

    def _section(self, title: str, parts: list[QWidget]) -> None:
        if not parts:
            return
        self.lines.addWidget(rule())
        self.lines.addWidget(label(title, "field"))
        for part in parts:
            self.lines.addWidget(part)

    def _authority(self, row: AuthorityRow) -> QWidget:
        return _entry(row.authority, "", row.condition, self._source(row), row.note, row.titles)

    def _line(self, row: GuidanceLine) -> QWidget:
        period = row.length
        if row.until is not None:
            period = self.tr("until {day}").format(day=day_text(row.until, "date"))
        runs = f"{row.length}, {row.counted}" if row.until is not None else row.counted
        condition = "\n".join(part for part in (runs, row.condition, row.disagreement) if part)
        return _entry(row.title, period, condition, self._source(row), row.note, row.titles)

    def _source(self, row: AuthorityRow | GuidanceLine) -> str:
        """Where it is written, and since when or until when it holds."""
        held = period_text(row.valid_from, row.valid_to, self._day)
        return self.tr("{source} · in force {period}").format(source=row.source, period=held) if held else row.source


def _entry(title: str, period: str, condition: str, source: str, note: str, titles: str) -> QWidget:  # noqa: PLR0917 - what one rule says
    """A rule: what it says, how long or until when, below it on what condition and where that is written."""
    made = QWidget()
    made.setObjectName("guidance")
    made.setAccessibleName(". ".join(part for part in (title, period, condition, source, note) if part))
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(label(title, "lead", wraps=True), 1)
    if period:
        head.addWidget(Chip(period, "accent", "calendar-blank"), 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(head)
    for text, kind in ((condition, "note"), (source, "faint"), (note, "faint")):
        if text:
            said = label(text, kind, wraps=True)
            box.addWidget(said)
            if text == source:
                said.setToolTip(plain_tip(titles))
                said.setAccessibleDescription(titles)
    return made
