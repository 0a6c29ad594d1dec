"""How circulars are told: icons of their kinds, lines of the list, and how far each has come in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.clock import local_date
from referral_desk.vocabulary import CircularKind
from ui.language import day_text, label_text
from ui.widgets.place_dots import DEPUTY, FILLED, OPEN
from ui.widgets.section_list import SectionHead, SectionLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referral_desk.queries.circulars import CircularRow, DeliveryRow

KIND_ICONS: Final = {
    CircularKind.FRAMEWORK: "files",
    CircularKind.TREND_WARNING: "trend-up",
    CircularKind.GOOD_PRACTICE: "star",
    CircularKind.NEW_INITIATIVE: "lightbulb",
}


class CircularWords(QObject):
    """Says circulars in the language in force."""

    def entries(self, rows: Iterable[CircularRow]) -> list[SectionHead | SectionLine]:
        """The lines of the list: drafts first, then what was sent, by year."""
        parts: dict[str, list[SectionLine]] = {}
        for row in rows:
            sent = local_date(row.sent_at) if row.sent_at else None
            title = self.tr("Drafts") if sent is None else str(sent.year)
            parts.setdefault(title, []).append(self._line(row))
        drafts = self.tr("Drafts")
        found: list[SectionHead | SectionLine] = []
        for title in sorted(parts, key=lambda title: (title == drafts, title), reverse=True):
            found.append(SectionHead(title, str(len(parts[title]))))
            found += parts[title]
        return found

    def _line(self, row: CircularRow) -> SectionLine:
        kind = label_text(row.kind)
        detail = " · ".join(part for part in (kind, row.theme_name, row.reference) if part)
        if row.sent_at is None:
            chips = ((self.tr("Not sent"), "quiet", "pencil-simple"),)
            said = ". ".join((row.title, detail, self.tr("Not sent")))
            return SectionLine(
                row.id, icon=KIND_ICONS[row.kind], title=row.title, detail=detail, chips=chips, spoken=said
            )
        day = local_date(row.sent_at)
        stage = self.tr("{count} of {all} have noted it").format(count=row.acknowledged, all=row.groups)
        is_over = row.acknowledged == row.groups
        return SectionLine(
            row.id,
            day=(day_text(day, "short"), day_text(day).split()[0]),
            title=row.title,
            detail=detail,
            stage=stage,
            step=row.acknowledged,
            steps=row.groups,
            is_quiet=is_over,
            spoken=". ".join((row.title, detail, self.tr("sent {day}").format(day=day_text(day, "full")), stage)),
        )

    def mark(self, row: DeliveryRow) -> str:
        """The dot of a group: noted, on an agenda, or waiting."""
        return FILLED if row.is_acknowledged else OPEN if row.is_waiting else DEPUTY

    def look(self, row: DeliveryRow) -> tuple[str, str, str]:
        """Icon, tone and words of how far it has come in a group."""
        if row.acknowledged_on is not None:
            said = self.tr("noted {day} by {name}")
            return (
                "check-circle-fill",
                "good",
                said.format(day=day_text(row.acknowledged_on, "short"), name=row.acknowledged_by),
            )
        if row.reported_on is not None:
            said = self.tr("noted in the minutes of {day}")
            return "check-circle-fill", "good", said.format(day=day_text(row.day or row.reported_on, "short"))
        if row.is_waiting:
            return "hourglass-medium", "warn", self.tr("waits for an agenda")
        if row.is_held:
            return (
                "calendar-check",
                "accent",
                self.tr("dealt with on {day}, minutes not approved").format(day=day_text(row.day, "short")),
            )
        return "calendar-blank", "accent", self.tr("on the agenda of {day}").format(day=day_text(row.day, "day"))

    def marks_said(self, rows: Iterable[DeliveryRow]) -> str:
        """All dots in words."""
        return ". ".join(f"{row.group}: {self.look(row)[2]}" for row in rows)
