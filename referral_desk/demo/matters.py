"""The demo desk's cases: what was carried up and what came down, told from resources/demo/cases.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from referral_desk.demo import calendar
from referral_desk.demo.reading import at, read
from referral_desk.desk import Work, operation
from referral_desk.models import (
    AgendaItem,
    Case,
    Circular,
    Delivery,
    Escalation,
    Group,
    Meeting,
    Minutes,
    PicklistEntry,
    PlanActivity,
)
from referral_desk.operations.answers import close_escalation
from referral_desk.operations.cases import add_case, close_case
from referral_desk.operations.circulars import acknowledge_circular, write_circular
from referral_desk.operations.deliveries import deliver, report, tell
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    return_escalation,
)
from referral_desk.operations.escalations import (
    begin_escalation,
    endorse_escalation,
    send_escalation,
    word_step,
)
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.vocabulary import (
    Answer,
    CaseKind,
    CircularKind,
    EntryKind,
    EscalationEventKind,
    ItemKind,
    Label,
    Purpose,
    Urgency,
)

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper

HOUR: Final = 10
AFTER_STANDING: Final = 3
"""Where an item of a held meeting goes: behind what stands on every agenda."""
WORDS: Final = ("problem", "consequence", "tried", "proposal", "legal_point")
CODES: Final = (
    "theme",
    "setting",
    "trade",
    "age_band",
    "victim_status",
    "residence_status",
    "minor_support",
)
ANSWERS: Final = ("is_minor", "has_representative")


def add_items(meeting: Meeting) -> None:
    """Put on a held meeting's agenda what was carried up or came down there."""
    key = [meeting.group.code, meeting.year, meeting.quarter]
    for row in read("cases")["item"]:
        if row["at"] == key:
            meeting.items.insert(
                AFTER_STANDING,
                AgendaItem(
                    title=row["title"],
                    kind=ItemKind(row["kind"]),
                    purpose=Purpose(row["purpose"]),
                    minutes=20,
                    owner_person=meeting.chair,
                ),
            )
    for position, item in enumerate(meeting.items):
        item.position = position


def records() -> dict[str, dict[str, Any]]:
    """What the minutes say about those items, by title."""
    return {row["title"]: row for row in read("cases")["item"]}


def case_papers() -> list[str]:
    """The papers that cases have, by the name that resources/demo uses for each."""
    return [name for row in read("cases")["case"] for name in row.get("papers", ())]


@operation("coordinator", "administrator")
def follow_demo_matters(
    work: Work, *, papers: Mapping[str, tuple[str, Incoming]], looks: Mapping[str, ScannedPaper]
) -> None:
    """Let the demo's cases, escalations and circulars happen, each on its day; the same rows on every machine.

    `papers` are those of `case_papers`, each with its title; `looks` is what the leak alarm says of them.
    """
    teller = _Teller(work, papers, looks)
    for day, _place, row, event in sorted(_happenings(), key=itemgetter(0, 1)):
        teller.let(day, row, event)
    teller.report_until(calendar.TODAY)
    work.touched("cases", "escalations", "circulars", "agenda", "meetings")


def _happenings() -> Iterator[tuple[dt.date, int, dict[str, Any], dict[str, Any]]]:
    """All that happens, with its day and its place in the file: one thing after the other on each day."""
    told, place = read("cases"), 0
    for row in told["case"]:
        events = [{"do": "case"}, *row.get("events", ())]
        if "closed" in row:
            events.append({"do": "close_case", **row["closed"]})
        for event in events:
            place += 1
            yield event.get("on", row["on"]), place, row, event
    for row in told["circular"]:
        place += 1
        yield row["sent"], place, row, {"do": "circular"}


@dataclass
class _Teller:
    work: Work
    papers: Mapping[str, tuple[str, Incoming]]
    looks: Mapping[str, ScannedPaper]
    cases: dict[str, int] = field(default_factory=dict)
    escalations: dict[str, int] = field(default_factory=dict)

    def let(self, day: dt.date, row: Mapping[str, Any], event: Mapping[str, Any]) -> None:
        """Let one thing happen on its day."""
        # What is loaded already differs from run to run, and with it the order in which the log tells of rows.
        self.work.session.expire_all()
        work = self._on(day)
        match event["do"]:
            case "case":
                self._write_case(work, row)
            case "close_case":
                case = work.get(Case, self.cases[row["title"]])
                close_case(work, case_id=case.id, version=case.version, reason=event["reason"])
            case "circular":
                self._circulate(work, row)
            case "begin":
                self._begin(work, row["title"], event)
            case name:
                escalation = work.get(Escalation, self.escalations[row["title"]])
                getattr(self, f"_{name}")(work, escalation, event)
        self.work.session.flush()

    def report_until(self, day: dt.date) -> None:
        """Count as reported what stood on meetings whose minutes were approved by then."""
        approved = select(Minutes).join(Meeting).where(Minutes.approved_on <= day)
        for minutes in self.work.session.scalars(approved.order_by(Minutes.approved_on, Minutes.id)):
            assert minutes.approved_on is not None
            if any(item.deliveries for item in minutes.meeting.items):
                report(self._on(minutes.approved_on), minutes.meeting)
        self.work.session.flush()

    def _on(self, day: dt.date) -> Work:
        return Work(self.work.session, self.work.user, at(day, HOUR), self.work.areas)

    def _write_case(self, work: Work, row: Mapping[str, Any]) -> None:
        fields: dict[str, Any] = {name: row[name] for name in CODES if name in row}
        fields |= {name: Answer(row[name]) for name in ANSWERS if name in row}
        kinds = select(PicklistEntry).where(PicklistEntry.picklist == "exploitation")
        by_code = {entry.code: entry.id for entry in work.session.scalars(kinds)}
        fields["exploitation_ids"] = [by_code[code] for code in row.get("exploitations", ())]
        done = add_case(
            work,
            group_id=_group(work, row["group"]).id,
            kind=CaseKind(row["kind"]),
            title=row["title"],
            summary=row["summary"],
            label=Label(row.get("label", "internal")),
            activity_ids=_activities(work, row),
            **fields,
        )
        self.cases[row["title"]] = done.id
        for name in row.get("papers", ()):
            title, file = self.papers[name]
            attach_paper(work, case_id=done.id, file=file, title=title)

    def _begin(self, work: Work, title: str, event: Mapping[str, Any]) -> None:
        case = work.get(Case, self.cases[title])
        done = begin_escalation(work, case_id=case.id, version=case.version)
        self.escalations[title] = done.id
        self._word(work, work.get(Escalation, done.id), event)

    def _word(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        fields: dict[str, Any] = {name: event[name] for name in WORDS if name in event}
        if "urgency" in event:
            fields["urgency"] = Urgency(event["urgency"])
        if "due" in event:
            fields["due"] = event["due"]
        if fields:
            word_step(work, escalation_id=escalation.id, version=escalation.version, **fields)

    def _endorse(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        endorse_escalation(
            work,
            escalation_id=escalation.id,
            version=escalation.version,
            entry_id=self._decision(event),
            note=event.get("note", ""),
        )

    def _send(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        self._word(work, escalation, event)
        send_escalation(work, escalation_id=escalation.id, version=escalation.version, looks=self.looks)

    def _accept(self, work: Work, escalation: Escalation, _event: Mapping[str, Any]) -> None:
        accept_escalation(work, escalation_id=escalation.id, version=escalation.version)

    def _put_on(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        item = self._item(event)
        escalation.put_on(item, work.today)
        day = item.meeting.day.isoformat()
        tell(work, escalation, EscalationEventKind.PUT_ON_AGENDA, item.meeting.group, day)

    def _return(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        return_escalation(work, escalation_id=escalation.id, version=escalation.version, reason=event["reason"])

    def _merge(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        if escalation.state.value == "sent":
            accept_escalation(work, escalation_id=escalation.id, version=escalation.version)
        merge_escalation(
            work,
            escalation_id=escalation.id,
            version=escalation.version,
            lead_id=self.escalations[event["with"]],
            reason=event["reason"],
        )

    def _forward(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        forward_escalation(
            work,
            escalation_id=escalation.id,
            version=escalation.version,
            reason=event["reason"],
            entry_id=self._decision(event),
        )
        self._word(work, escalation, event)

    def _answer(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        answer_escalation(
            work,
            escalation_id=escalation.id,
            version=escalation.version,
            text=event["text"],
            entry_id=self._decision(event),
            document_reference=event.get("document_reference", ""),
            journal_number=event.get("journal_number", ""),
        )

    def _release(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        with work.session.no_autoflush:
            made = escalation.release(dict(enumerate(event["feedback"], 1)), work.today)
            work.session.add_all(made)
        work.session.flush()
        for one in escalation.family:
            tell(work, one, EscalationEventKind.RELEASED, escalation.step.body)
        work.session.flush()
        self._bring(work, made, event.get("deliver", ()))

    def _close(self, work: Work, escalation: Escalation, event: Mapping[str, Any]) -> None:
        self.report_until(work.today)
        for one in escalation.family:
            close_escalation(work, escalation_id=one.id, version=one.version, note=event["text"])

    def _circulate(self, work: Work, row: Mapping[str, Any]) -> None:
        national = _group(work, "national")
        done = write_circular(
            self._on(row["on"]),
            group_id=national.id,
            kind=CircularKind(row["kind"]),
            title=row["title"],
            text=row["text"].strip(),
            theme=row["theme"],
            activity_ids=_activities(work, row),
        )
        circular = work.get(Circular, done.id)
        circular.send(work.now, work.user.name)
        regions = [_group(work, code) for code in calendar.REGIONAL]
        made = [Delivery(group=group, circular=circular, made_on=work.today) for group in regions]
        work.session.add_all(made)
        work.session.flush()
        self._bring(work, made, row["deliver"])
        if (told := row.get("acknowledged")) is not None:
            one = next(delivery for delivery in made if delivery.group.code == told["group"])
            acknowledge_circular(self._on(told["on"]), delivery_id=one.id, version=one.version)

    def _bring(self, work: Work, made: Sequence[Delivery], where: Sequence[Mapping[str, Any]]) -> None:
        """Let deliveries stand where the story has them, and the others on the agendas that are being made."""
        placed = {row["at"][0]: self._item(row) for row in where}
        for delivery in made:
            if delivery.group.code in placed:
                delivery.stand_on(placed[delivery.group.code], work.today)
                if delivery.escalation is not None:
                    day = placed[delivery.group.code].meeting.day.isoformat()
                    tell(work, delivery.escalation, EscalationEventKind.DELIVERED, delivery.group, day)
        work.session.flush()
        for group_id in sorted({one.group_id for one in made if one.item is None}):
            deliver(work, group_id)

    def _decision(self, event: Mapping[str, Any]) -> int | None:
        if "at" not in event:
            return None
        return next(entry.id for entry in self._item(event).entries if entry.kind is EntryKind.DECISION)

    def _item(self, event: Mapping[str, Any]) -> AgendaItem:
        code, year, quarter = event["at"]
        return self.work.session.scalars(
            select(AgendaItem)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .join(Group, Group.id == Meeting.group_id)
            .where(
                Group.code == code,
                Meeting.year == year,
                Meeting.quarter == quarter,
                AgendaItem.title == event["title"],
            )
        ).one()


def _group(work: Work, code: str) -> Group:
    return work.session.scalars(select(Group).where(Group.code == code)).one()


def _activities(work: Work, row: Mapping[str, Any]) -> list[int]:
    code = f"AP5-{row.get('activity', '')}"
    return list(work.session.scalars(select(PlanActivity.id).where(PlanActivity.code == code)))
