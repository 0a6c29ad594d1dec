"""Filling a document of escalations takes as many statements however many there are."""

import pytest

from referral_desk.models import Circular, Delivery, Group
from referral_desk.queries.handover_content import handover_content
from referral_desk.queries.ledger_content import ledger_content
from referral_desk.queries.speaking_content import speaking_note
from referral_desk.vocabulary import EscalationState
from tests.builders import NOON, TODAY, a_case, a_group, a_meeting, an_escalation, an_item
from tests.core.test_statements import statements
from tests.engines import open_embedded

# Each query with the most statements that it may need.
ASKED = {"ledger": (ledger_content, 26), "speaking": (speaking_note, 40), "handover": (handover_content, 60)}


def fill(database, size):
    """A region whose matters stand on the agenda above, are merged there, or have come home; gives its id."""
    with database.write() as session:
        above = a_group(code="ng")
        region = a_group(code="rgx", parent=None)
        region.parent = above
        meeting = a_meeting(above)
        session.add_all([above, region, meeting])
        for number in range(size):
            lead, follower, home = (an_escalation(a_case(region), above, since=TODAY) for _ in range(3))
            lead.state, lead.step.item = EscalationState.ON_AGENDA, an_item(meeting)
            follower.state, follower.merged_into = EscalationState.MERGED, lead
            home.state = EscalationState.RELEASED
            for one in (lead, follower, home):
                one.settle()
            circular = Circular(group=above, year=2026, number=number, title="Nyt", created_on=TODAY, sent_at=NOON)
            session.add_all([lead, follower, home, circular])
            session.add(Delivery(group=region, escalation=home, text="Ja.", made_on=TODAY))
            session.add(Delivery(group=region, circular=circular, made_on=TODAY))
        session.flush()
        return session.get(Group, region.id).id


@pytest.mark.parametrize("name", ASKED)
def test_a_document_takes_as_many_statements_when_much_stands_in_it(tmp_path, embedded_template, name):
    query, most = ASKED[name]
    counts = []
    for size in (2, 9):
        path = tmp_path / f"{size}.desk"
        path.write_bytes(embedded_template.read_bytes())
        database = open_embedded(path)
        _, heard = statements(database, query, {"group_id": fill(database, size), "day": TODAY, "language": "da"})
        database.close()
        counts.append(len(heard))
    assert counts[0] == counts[1] <= most, (counts, [" ".join(one.split())[:150] for one in heard])
