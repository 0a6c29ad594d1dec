"""The head of the presence sheet: how many places are filled, who said no, which sectors and regions are not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.vocabulary import AttendanceState, Tier
from ui.language import day_text, label_text
from ui.theme import px
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.labels import label
from ui.widgets.place_dots import PlaceDots

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.attendance_rows import AttendanceSheet
    from ui.pages.meeting.people_tools import PeopleTools
    from ui.pages.meeting.people_words import PeopleWords


AWAY = frozenset({AttendanceState.APOLOGY, AttendanceState.ABSENT})


class PeopleHead(QWidget):
    """Says in one line and a row of dots what the sheet adds up to; below it what is missing."""

    def __init__(self, words: PeopleWords, tools: PeopleTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tools = words, tools
        self.figure = label("", "lead")
        self.dots = PlaceDots()
        self.rest = label("", "note")
        self.chips = ChipFlow()
        says = QHBoxLayout()
        says.setSpacing(12)
        says.addWidget(self.figure)
        says.addWidget(self.dots)
        says.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        self._line.addLayout(says, 1)
        self._line.addWidget(tools)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.setSpacing(8)
        box.addLayout(self._line)
        box.addLayout(below)

    def show_sheet(self, sheet: AttendanceSheet) -> None:
        """Say what a sheet adds up to."""
        counts = sheet.counts
        words = self.tr("{filled} of {places} present") if sheet.has_come else self.tr("{filled} of {places} coming")
        self.figure.setText(words.format(filled=counts.filled, places=counts.places))
        parts = [
            self.tr("%n by a deputy", "", counts.deputies) if counts.deputies else "",
            self.tr("%n sent apologies", "", counts.apologies) if counts.apologies else "",
            self.tr("%n absent", "", counts.absent) if counts.absent else "",
            self.tr("%n guest(s)", "", counts.guests) if counts.guests else "",
            (
                self.tr("%n not noted", "", counts.unanswered)
                if sheet.has_come
                else self.tr("%n without an answer", "", counts.unanswered)
            )
            if counts.unanswered
            else "",
        ]
        if not sheet.has_come:
            parts.append(self.tr("apologies until {day}").format(day=day_text(sheet.apologies_due, "day")))
        said = " · ".join(part for part in parts if part)
        self.rest.setText(said)
        self.rest.setVisible(bool(said))
        self.dots.show_places(self._words.places(sheet.rows, sheet), f"{self.figure.text()}. {said}")
        self.dots.setVisible(counts.places > 0)
        self.chips.show_chips(self._chips(sheet))
        self._fit()

    def _fit(self) -> None:
        """Let the tools stand beside the figures, below them, or without their words."""
        room = self.width() - px(24)
        says = self.figure.sizeHint().width() + self.dots.sizeHint().width() + px(24)
        wish = self._tools.wish()
        is_narrow = says + wish > room
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
        if wish > room:
            self._tools.say(with_words=False)

    def _chips(self, sheet: AttendanceSheet) -> list[tuple[str, str, str]]:
        chips: list[tuple[str, str, str]] = []
        # Before the first is noted everybody would be missing.
        has_begun = not sheet.has_come or any(row.state is AttendanceState.PRESENT for row in sheet.rows)
        if sheet.delegates:
            there = sum(one.is_there for one in sheet.delegates)
            words = (
                self.tr("{there} of {all} regions present")
                if sheet.has_come
                else self.tr("{there} of {all} regions coming")
            )
            tone = "good" if there == len(sheet.delegates) else "info"
            chips.append((words.format(there=there, all=len(sheet.delegates)), tone, "users-three"))
            missing = self.tr("{group} is missing") if sheet.has_come else self.tr("{group} not confirmed")
            look = ("late", "x-circle-fill") if sheet.has_come else ("quiet", "circle-dashed")
            chips += [
                (missing.format(group=one.group), *look) for one in sheet.delegates if has_begun and not one.is_there
            ]
        if sheet.missing and has_begun and sheet.tier is not Tier.NATIONAL:
            names = ", ".join(label_text(sector) for sector in sheet.missing)
            told = self.tr("Missing: {sectors}") if sheet.has_come else self.tr("Not confirmed: {sectors}")
            tone = "warn" if sheet.has_come else "quiet"
            chips.append((told.format(sectors=names), tone, "warning-fill" if sheet.has_come else "circle-dashed"))
        if sheet.vacant:
            chips.append((self.tr("%n vacant seat(s)", "", sheet.vacant), "warn", "armchair"))
        unsigned = sum(
            row.needs_declaration and row.declaration is None and row.state not in AWAY for row in sheet.rows
        )
        if unsigned and not sheet.closed:
            chips.append((self.tr("%n declaration(s) missing", "", unsigned), "warn", "pen-nib"))
        if sheet.uncalled and sheet.is_kept:
            chips.append(
                (self.tr("%n new in the group since the sheet was made", "", sheet.uncalled), "info", "user-plus")
            )
        return chips

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # What does not fit beside one another goes below.
        return QSize(px(300), super().minimumSizeHint().height())
