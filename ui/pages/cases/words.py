"""How an escalation is told on a card: how far it is, who raised it, what is asked, how long it waits, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from referral_desk.queries.cases import MOST_COUNTED
from referral_desk.vocabulary import Urgency
from ui.escalation_words import ROLE_ICONS, STATE_LOOKS, URGENCY_LOOKS, age_text, due_text
from ui.language import label_text
from ui.widgets.lane_card import CardChip, Fact, LaneCardLook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from referral_desk.queries.escalations import EscalationRow

ORIGINS_SHOWN = 2
_WEIGHT = {Urgency.URGENT: 0, Urgency.SOON: 1, Urgency.NORMAL: 2}


class CardWords(QObject):
    """Says an escalation in the language in force."""

    def look(self, row: EscalationRow, today: dt.date) -> LaneCardLook:
        """The card of an escalation."""
        icon, tone = STATE_LOOKS[row.state]
        state = Fact(icon, label_text(row.state), tone)
        chips, facts = self._chips(row), self._facts(row, today)
        spoken = [
            row.reference,
            row.title,
            label_text(row.state),
            self.tr("raised by {groups}").format(groups=", ".join(row.origins)),
        ]
        spoken += [chip.word for chip in chips if chip.icon]
        spoken += [*(fact.words for fact in facts), row.next_step]
        return LaneCardLook(
            key=row.id,
            state=state,
            reference=row.reference,
            title=row.title,
            chips=chips,
            facts=facts,
            foot=row.next_step,
            spoken=". ".join(part.rstrip(".") for part in spoken if part),
        )

    def _chips(self, row: EscalationRow) -> tuple[CardChip, ...]:
        chips = []
        if row.urgency in URGENCY_LOOKS:
            icon, tone = URGENCY_LOOKS[row.urgency]
            chips.append(CardChip(label_text(row.urgency), tone, icon))
        shown = row.origins if len(row.origins) <= ORIGINS_SHOWN + 1 else row.origins[:ORIGINS_SHOWN]
        chips += [CardChip(origin) for origin in shown]
        if len(row.origins) > len(shown):
            chips.append(CardChip(f"+{len(row.origins) - len(shown)}"))
        if row.followers:
            chips.append(CardChip(self.tr("%n merged into it", "", row.followers), "quiet", "git-merge"))
        if row.theme_name:
            chips.append(CardChip(row.theme_name, "quiet", "tag", row.theme))
        return tuple(chips)

    def _facts(self, row: EscalationRow, today: dt.date) -> tuple[Fact, ...]:
        facts = []
        if not row.state.is_answered:
            facts.append(Fact(ROLE_ICONS[row.role], label_text(row.role)))
        facts.append(Fact("clock", self.waits(row)))
        if row.due is not None and not row.state.is_answered:
            words = due_text(row.due, today, is_late=row.is_late)
            facts.append(Fact("warning-circle-fill" if row.is_late else "calendar-blank", words, _due_tone(row, today)))
        return tuple(facts)

    def waits(self, row: EscalationRow) -> str:
        """How long it has been in its state."""
        if not row.waits_days:
            return self.tr("since today")
        return self.tr("for {time}").format(time=age_text(row.waits_days))


def _due_tone(row: EscalationRow, today: dt.date) -> str:
    if row.is_late:
        return "late"
    soon = row.due is not None and (row.due - today).days <= 7  # noqa: PLR2004 - a week
    return "warn" if soon else "quiet"


def by_weight(rows: Iterable[EscalationRow]) -> list[EscalationRow]:
    """What is late first, then what is urgent, then what has waited longest."""
    return sorted(rows, key=lambda row: (not row.is_late, _WEIGHT[row.urgency], row.since, row.id))


def counted(count: int) -> str:
    """A count as far as it was counted."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)
