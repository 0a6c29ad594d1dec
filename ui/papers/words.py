"""A paper in words: what it is, how long and large, what was taken out of it, why it cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.guard.findings import PaperKind
from referral_desk.vocabulary import Label
from ui.language import label_text, locale
from ui.widgets.paper_model import PaperLine

if TYPE_CHECKING:
    from referral_desk.queries.papers import PaperRow

LOCKED: Final = frozenset({"password", "wrong_password"})
ICONS: Final = {
    PaperKind.PDF: "file-pdf",
    PaperKind.IMAGE: "image",
    PaperKind.TEXT: "file-text",
    PaperKind.OTHER: "file",
}


class PaperWords(QObject):
    """Puts papers into the words of the language in force."""

    def line(self, row: PaperRow) -> PaperLine:
        """How a paper is shown in the list."""
        parts = [label_text(row.kind)]
        if row.pages and row.kind is PaperKind.PDF:
            parts.append(self.tr("%n page(s)", "", row.pages))
        parts.append(locale().formattedDataSize(row.size, 1, locale().DataSizeFormat.DataSizeTraditionalFormat))
        if row.removed:
            removed = self.tr("removed: {what}")
            parts.append(removed.format(what=", ".join(row.removed)))
        if row.label is Label.CONFIDENTIAL:
            parts.insert(0, label_text(row.label).lower())
        if row.case_id is not None and (row.was_sent or row.stays):
            parts.insert(0, self.tr("sent, and locked") if row.was_sent else self.tr("stays here"))
        detail = " · ".join([*parts, *row.notes])
        return PaperLine(
            id=row.id,
            number=row.number,
            title=row.title,
            detail=detail,
            icon=ICONS[row.kind],
            problem=row.problem_sentence,
            can_show=row.has_safe_copy,
            is_locked=row.problem in LOCKED,
            spoken=". ".join(part for part in (f"{row.number} {row.title}", detail, row.problem_sentence) if part),
        )
