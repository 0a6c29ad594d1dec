"""Two cards of the invitation view: who is told and what they answered, and what was told before."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referral_desk.queries.invitations import CALENDAR, InviteeRow, InviteSheet, MailingRow
from referral_desk.vocabulary import MailingKind
from ui.language import label_text
from ui.pages.meeting.invite_words import ANSWER_ICONS, InviteWords
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

PEOPLE: Final = 8
SENT: Final = 3
INDENT: Final = 8


class PeopleCard(Card):
    """Who is told, how they are reached and what they answered. `opened` tells a person to be looked up."""

    opened = Signal(int)

    def __init__(self, words: InviteWords, parent: QWidget | None = None) -> None:
        super().__init__("", gap=6, parent=parent)
        self._words = words
        narrow(self, self.tr("Who is told"))
        self.reach = label("", "note", wraps=True)
        self.reach.setContentsMargins(INDENT, 0, INDENT, 2)
        self.rows = RowList(self.tr("Nobody is to be told."), PEOPLE)
        self.take = button(self.tr("Take in answers …"), "link", "tray")
        self.take.setToolTip(self.tr("Read answers out of files (.ics or .eml); they can be dropped here too"))
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(INDENT, 4, INDENT, 0)
        foot.addWidget(self.take)
        foot.addStretch()
        self.add(self.reach, self.rows, self.foot)
        self.rows.opened.connect(self._on_opened)

    def show_sheet(self, sheet: InviteSheet) -> None:
        """Show those of a meeting: who is to be phoned first, then who is owed a letter."""
        usual = Counter(row.letter for row in sheet.rows).most_common(1)
        most = usual[0][0] if usual else None
        # Who is to be phoned comes first, then who gets another letter than the rest, then who is owed one.
        ordered = sorted(sheet.rows, key=lambda row: (bool(row.email), row.letter is most, row.letter is None))
        rows: list[tuple[RowLook, object]] = [(self._look(row, most), row.id) for row in ordered]
        rows += [
            (RowLook(name, self.tr("Names nobody: nobody there gets a mail"), "warning-fill", "warn"), None)
            for name in sheet.unnamed
        ]
        self.rows.set_rows(rows)
        lines = [self._words.reach(list(sheet.rows), len(sheet.unnamed))]
        if sheet.was_sent and not sheet.letter.is_cancelled:
            lines.append(self._words.answers(list(sheet.rows)))
        self.reach.setText("\n".join(line for line in lines if line))
        self.reach.setVisible(bool(rows))
        self.foot.setVisible(sheet.was_sent and not sheet.letter.is_cancelled)

    def _look(self, row: InviteeRow, most: MailingKind | None) -> RowLook:
        name, tone = ANSWER_ICONS[row.state] if row.has_heard else ("envelope-simple", "faint")
        chip = None
        if not row.email:
            chip = (self.tr("Phone"), "warn")
        elif row.letter is not most and row.letter is not None:
            chip = (label_text(row.letter), "info")
        answer = label_text(row.state) if row.has_heard else self.tr("Not invited yet")
        reached = row.email or self.tr("no e-mail address: to be phoned")
        spoken = ". ".join((row.name, self._words.role(row), answer, reached))
        trailing = "EN" if row.language == "en" else ""
        return RowLook(
            row.name, self._words.role(row), name, tone, trailing=trailing, chip=chip, spoken=spoken, lines=1
        )

    @Slot(object)
    def _on_opened(self, person_id: int | None) -> None:
        if person_id is not None:
            self.opened.emit(person_id)


class HistoryCard(Card):
    """What was drafted and sent; pressing a mailing shows who it went to."""

    def __init__(self, words: InviteWords, parent: QWidget | None = None) -> None:
        super().__init__("", gap=6, parent=parent)
        self._words = words
        narrow(self, self.tr("What was told before"))
        self.rows = RowList(self.tr("Nothing was drafted yet."), SENT)
        self.recipients = label("", "note", wraps=True)
        self.recipients.setContentsMargins(INDENT, 0, INDENT, 4)
        self.recipients.hide()
        self.add(self.rows, self.recipients)
        self.rows.opened.connect(self._on_opened)

    def show_sheet(self, sheet: InviteSheet) -> None:
        """Show the mailings of a meeting, newest first."""
        self.rows.set_rows([(self._look(row), row) for row in sheet.mailings])
        self.recipients.hide()

    def _look(self, row: MailingRow) -> RowLook:
        title, detail = self._words.mailing(row)
        name, tone = ("paper-plane-tilt", "good") if row.sent_at else ("note-pencil", "faint")
        is_past = row.kind in CALENDAR and not row.is_as_now
        return RowLook(title, detail, name, tone, chip=(self.tr("Otherwise now"), "quiet") if is_past else None)

    @Slot(object)
    def _on_opened(self, row: MailingRow) -> None:
        phoned = self.tr("{name} (phoned)")
        names = ", ".join(told.name if told.email else phoned.format(name=told.name) for told in row.told)
        said = self.tr("{what}: {names}").format(what=label_text(row.kind), names=names)
        is_shown = self.recipients.text() == said and not self.recipients.isHidden()
        self.recipients.setText(said)
        self.recipients.setVisible(not is_shown)


def narrow(card: Card, title: str) -> None:
    """Rows reach nearly to a card's edge, words stand where other cards have them."""
    card.body.setContentsMargins(INDENT, 12, INDENT, 10)
    heading = label(title, "lead")
    heading.setContentsMargins(INDENT, 0, INDENT, 0)
    card.setAccessibleName(title)
    card.add(heading)
