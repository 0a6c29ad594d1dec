"""Eight bodies and a case that goes up through them, for the tests of escalations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.desk import Desk
from referral_desk.models import Escalation, Group, Meeting
from referral_desk.operations.escalation_decisions import accept_escalation, forward_escalation
from referral_desk.operations.escalations import begin_escalation, endorse_escalation, send_escalation, word_step
from referral_desk.users import User
from referral_desk.vocabulary import EntryKind, Stage, Tier
from tests.builders import NOON, a_case, a_group, a_meeting, an_entry, an_item, some_minutes

HELD, COMING = dt.date(2026, 11, 12), dt.date(2026, 12, 3)


@dataclass
class Bodies:
    """Their ids: the regions, the national group, the inter-ministerial one."""

    regions: list[int]
    national: int
    top: int


def eight_bodies(database, *, codes=""):
    """The whole tree of groups; `codes` begins each group's code."""
    with database.write() as session:
        top = a_group("Arbejdsgruppen", tier=Tier.INTERMINISTERIAL, code=f"{codes}imwg")
        national = a_group("Den nationale gruppe", tier=Tier.NATIONAL, code=f"{codes}ng", parent=top)
        regions = [a_group(f"Region {n}", code=f"{codes}rg{n}", parent=national) for n in range(1, 7)]
        session.add_all([top, national, *regions])
        session.flush()
        return Bodies([one.id for one in regions], national.id, top.id)


class Course:
    """One escalation after the other, driven by the id and the version that somebody sees."""

    def __init__(self, desk, database, bodies):
        self.desk, self.database, self.bodies = desk, database, bodies

    def case(self, region=0, **fields):
        with self.database.write() as session:
            made = a_case(session.get(Group, self.bodies.regions[region]), **fields)
            session.add(made)
            session.flush()
            return made.id, made.version

    def see(self, escalation_id, look):
        with self.database.read() as session:
            return look(session.get(Escalation, escalation_id))

    def do(self, operation, escalation_id, desk=None, **more):
        version = self.see(escalation_id, lambda one: one.version)
        return (desk or self.desk).do(operation, escalation_id=escalation_id, version=version, **more)

    def undo(self, done):
        return self.desk.do(done.undo.operation, **done.undo.arguments)

    def draft(self, region=0, **words):
        case_id, version = self.case(region)
        made = self.desk.do(begin_escalation, case_id=case_id, version=version).id
        self.do(word_step, made, **{"problem": "Der er for få pladser.", "proposal": "At der findes flere."} | words)
        return made

    def sent(self, region=0, **words):
        made = self.draft(region, **words)
        self.do(endorse_escalation, made, note="Aftalt pr. mail.")
        self.do(send_escalation, made)
        return made

    def accepted(self, region=0, **words):
        made = self.sent(region, **words)
        self.do(accept_escalation, made)
        return made

    def at_the_top(self, region=0):
        made = self.accepted(region)
        self.do(forward_escalation, made, reason="Et principielt spørgsmål.")
        self.do(send_escalation, made)
        return made

    def meeting(self, group_id, day=COMING, **fields):
        with self.database.write() as session:
            made = a_meeting(session.get(Group, group_id), day=day, **fields)
            session.add(made)
            session.flush()
            return made.id

    def decision(self, group_id, day=HELD, **fields):
        """A decision in the minutes of a group; gives the entry's id."""
        with self.database.write() as session:
            meeting = a_meeting(session.get(Group, group_id), day=day)
            entry = an_entry(
                some_minutes(meeting),
                an_item(meeting),
                **{"text": "Det sendes op.", "kind": EntryKind.DECISION} | fields,
            )
            session.add(meeting)
            session.flush()
            return entry.id

    def hold(self, meeting_id, stage=Stage.HELD):
        with self.database.write() as session:
            meeting = session.get(Meeting, meeting_id)
            meeting.stage = stage

    def state(self, escalation_id):
        return self.see(escalation_id, lambda one: one.state)

    def story(self, escalation_id):
        return self.see(escalation_id, lambda one: [line.kind for line in one.events])

    def holder(self, escalation_id):
        return self.see(escalation_id, lambda one: one.holder_id)

    def somebody_else(self, name="Sekretær", *roles):
        return Desk(self.database, User(name, frozenset(roles or {"secretary"})), now=lambda: NOON)
