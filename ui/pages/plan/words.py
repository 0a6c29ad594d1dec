"""The words of the Action plan page: spans, counts, things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.queries.plan_activity import WHOLE, Span
from referral_desk.queries.plan_things import Thing, ThingKind
from referral_desk.vocabulary import Label
from ui.language import day_text, label_text

if TYPE_CHECKING:
    from referral_desk.queries.plan_activity import PlanGroup
    from referral_desk.queries.plan_tally import Tally
    from referral_desk.queries.plans import PlanRow

ICONS: Final = {
    ThingKind.ITEM: "list-numbers",
    ThingKind.DECISION: "scales",
    ThingKind.ACTION: "check-square",
    ThingKind.CASE: "folders",
    ThingKind.ESCALATION: "arrow-fat-lines-up",
    ThingKind.CIRCULAR: "megaphone",
}


class PlanWords(QObject):
    """Says things; a QObject so that it can be translated."""

    def kinds(self) -> dict[str, str]:
        """The tabs of what was done, by key."""
        return {
            "": self.tr("All"),
            ThingKind.ITEM: self.tr("Agenda items"),
            ThingKind.DECISION: self.tr("Decisions"),
            ThingKind.ACTION: self.tr("Actions"),
            ThingKind.CASE: self.tr("Cases"),
            ThingKind.ESCALATION: self.tr("Escalations"),
            ThingKind.CIRCULAR: self.tr("Circulars"),
        }

    def plan(self, plan: PlanRow) -> str:
        """A plan in the list of plans: its code and years."""
        years = [str(day.year) for day in (plan.valid_from, plan.valid_to) if day is not None]
        return f"{plan.code} · {'–'.join(dict.fromkeys(years))}" if years else plan.code

    def year(self, year: int) -> str:
        """A year in the list of years."""
        return self.tr("All years") if year == WHOLE else str(year)

    def span_head(self, span: Span) -> tuple[str, str]:
        """What stands above a column."""
        return (self.tr("Q{number}").format(number=span.number), "") if span.number else (str(span.year), "")

    def span(self, span: Span) -> str:
        """A column in full."""
        if not span.number:
            return str(span.year)
        return self.tr("Quarter {number} of {year}").format(number=span.number, year=span.year)

    def tally(self, tally: Tally) -> str:
        """What a group did, in words; what is none is not said."""
        parts = [
            self.tr("%n agenda item(s)", "", tally.items) if tally.items else "",
            self.tr("%n decision(s)", "", tally.decisions) if tally.decisions else "",
            self.actions(tally) if tally.actions else "",
            self.tr("%n case(s)", "", tally.cases) if tally.cases else "",
            self.tr("%n escalation(s)", "", tally.escalations) if tally.escalations else "",
            self.tr("%n circular(s)", "", tally.circulars) if tally.circulars else "",
        ]
        return ", ".join(part for part in parts if part) or self.tr("nothing")

    def actions(self, tally: Tally) -> str:
        """Actions with how many of them are open."""
        said = self.tr("%n action(s)", "", tally.actions)
        return self.tr("{actions} ({open} open)").format(actions=said, open=tally.open) if tally.open else said

    def groups(self, groups: tuple[PlanGroup, ...]) -> str:
        """The names of groups."""
        return ", ".join(group.name for group in groups)

    def title(self, thing: Thing) -> str:
        """What a thing says; of a closed one that it is closed."""
        return thing.title or label_text(Label.CONFIDENTIAL)

    def detail(self, thing: Thing, names: dict[int, str]) -> str:
        """The line below a thing."""
        parts = [names.get(thing.group_id, ""), thing.reference]
        if thing.purpose is not None:
            parts.append(label_text(thing.purpose))
        if thing.decisions:
            parts.append(self.tr("%n decision(s)", "", thing.decisions))
        if thing.actions:
            parts.append(self.tr("%n action(s)", "", thing.actions))
        if thing.case_kind is not None:
            parts.append(label_text(thing.case_kind))
        if thing.circular_kind is not None:
            parts.append(label_text(thing.circular_kind))
        if thing.to is not None and thing.to in names:
            parts.append(self.tr("to {group}").format(group=names[thing.to]))
        return " · ".join(part for part in parts if part)

    def chip(self, thing: Thing) -> tuple[str, str] | None:
        """How far a thing is: (word, tone)."""
        if thing.is_ahead:
            return self.tr("To come"), "info"
        if thing.action_state is not None:
            if thing.action_state.is_open:
                return (self.tr("Overdue"), "late") if thing.is_late else (label_text(thing.action_state), "info")
            if thing.is_late:
                return self.tr("Done late"), "warn"
            tone = "good" if thing.action_state is thing.action_state.DONE else "quiet"
            return label_text(thing.action_state), tone
        if thing.state is not None:
            return label_text(thing.state), "good" if thing.state.is_answered else "info"
        return None

    def kind(self, kind: ThingKind) -> str:
        """One thing of a kind, for a screen reader."""
        return {
            ThingKind.ITEM: self.tr("Agenda item"),
            ThingKind.DECISION: self.tr("Decision"),
            ThingKind.ACTION: self.tr("Action"),
            ThingKind.CASE: self.tr("Case"),
            ThingKind.ESCALATION: self.tr("Escalation"),
            ThingKind.CIRCULAR: self.tr("Circular"),
        }[kind]

    def spoken(self, thing: Thing, names: dict[int, str]) -> str:
        """A whole row, read out."""
        chip = self.chip(thing)
        parts = [self.kind(thing.kind), self.title(thing), day_text(thing.day, "date"), self.detail(thing, names)]
        return ". ".join(part for part in (*parts, chip[0] if chip else "") if part)
