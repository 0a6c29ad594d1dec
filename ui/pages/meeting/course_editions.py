"""The frozen editions of minutes: when, by whom, whether the hash holds, and what each corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.minutes import EditionRow, MinutesDetail
from referral_desk.queries.minutes_content import MinutesContent
from referral_desk.queries.text_changes import fact_changes, word_changes
from referral_desk.vocabulary import CorrectedPart
from ui.language import label_text, moment_text
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.changed_text import ChangedText
from ui.widgets.chip import Chip
from ui.widgets.labels import label, rule
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.queries.minutes_record import MinutesChange

HASH = 16
TEXTS = {CorrectedPart.WORDS, CorrectedPart.ITEM}


class EditionsCard(Card):
    """One block an edition, the newest first."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Frozen editions"), gap=6, parent=parent)
        self.leave = icon_button("x", self.tr("Close  (Esc)"))
        self.beside_title(self.leave)
        self.leave.clicked.connect(self.left)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.add(self.rows)

    def show_editions(self, minutes: MinutesDetail, content: MinutesContent | None) -> None:
        """Show editions; `content` knows what the corrections changed, where every hash holds."""
        while (taken := self.rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for edition in reversed(minutes.editions):
            if self.rows.count():
                self.rows.addWidget(rule())
            self.rows.addWidget(self._edition(edition, content))

    def _edition(self, edition: EditionRow, content: MinutesContent | None) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = self.tr("Edition {number}").format(number=edition.number)
        made.setAccessibleName(title)
        head.addWidget(label(title, "lead"))
        sound = (self.tr("unchanged since"), "good", "lock-simple")
        broken = (self.tr("no longer what was approved"), "late", "warning-circle-fill")
        head.addWidget(Chip(*(sound if edition.is_sound else broken)))
        head.addStretch()
        box.addLayout(head)
        when = self.tr("{when} · {who} · SHA-256 {hash}…").format(
            when=moment_text(edition.frozen_at), who=edition.frozen_by, hash=edition.sha256[:HASH]
        )
        said = label(when, "faint", wraps=True)
        said.setToolTip(plain_tip(edition.sha256))
        box.addWidget(said)
        if edition.reason:
            box.addWidget(label(edition.reason, "note", wraps=True))
        corrections = content.corrections if content is not None else ()
        for correction in corrections:
            if correction.edition == edition.number:
                told = ""
                for change in correction.changes:
                    if (what := _what(change)) != told:
                        box.addSpacing(4)
                        box.addWidget(label(what, "field", wraps=True))
                    told = what
                    changed = word_changes if change.part in TEXTS else fact_changes
                    box.addWidget(ChangedText(changed(change.before, change.after)))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _what(change: MinutesChange) -> str:
    """What was changed: the item, and what of it where that is not what an entry says."""
    item = f"{change.item_number}.  {change.item_title}" if change.item_number else ""
    what = "" if change.part is CorrectedPart.WORDS else label_text(change.part)
    entry = label_text(change.kind) if what and change.entry_id else ""
    return " · ".join(part for part in (item, entry, what) if part)
