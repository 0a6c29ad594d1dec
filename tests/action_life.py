"""A regional group with bodies, members and strangers for tests of actions; an action's story as it is kept."""

import datetime as dt
from dataclasses import dataclass

from referral_desk.models import ActionItem, PicklistEntry
from referral_desk.vocabulary import Sector, Tier
from tests.builders import a_group, a_meeting, a_person, a_seat, an_action, an_item, an_organisation

SINCE = dt.date(2026, 3, 1)


@dataclass
class Region:
    """Ids of what `lay_region` made: 3F holds a seat through `member`; `colleague` works there too."""

    group: int
    national: int
    union: int
    town: int
    stranger: int
    member: int
    colleague: int
    outsider: int
    item: int
    day: dt.date
    loose: int
    """An action of the national group."""


def lay_region(database):
    """Make the group, and the national one that it reports to."""
    national = a_group("Den nationale", tier=Tier.NATIONAL, code="national")
    group = a_group("Referencegruppe 4", code="rg4", parent=national)
    union = an_organisation("3F", sector=Sector.TRADE_UNION, code="3f")
    town, stranger = an_organisation("Odense Kommune"), an_organisation("En fremmed")
    member = a_person("Medlem fra 3F", organisation=union, email="medlem@example.dk")
    colleague = a_person("Kollega i 3F", organisation=union, email="kollega@example.dk")
    outsider = a_person("Udenforstående", organisation=stranger)
    a_seat(group).take(member, SINCE, organisation=union)
    a_seat(group).take(a_person("Ansat i Odense", organisation=town), SINCE, organisation=town)
    meeting = a_meeting(group, day=dt.date(2026, 9, 10))
    item = an_item(meeting)
    loose = an_action(national, "Svar til regionerne", number=90)
    themes = [
        PicklistEntry(picklist="theme", code=code, position=place, name_da=danish, name_en=english)
        for place, (code, danish, english) in enumerate(
            (("forced_labour", "Tvangsarbejde", "Forced labour"), ("minors", "Mindreårige", "Minors"))
        )
    ]
    with database.write() as session:
        session.add_all([national, group, union, town, stranger, colleague, outsider, meeting, loose, *themes])
        session.flush()
        # Made only to be a row of another group: it takes no number that a test counts on.
        loose.year = 2025
        return Region(
            group.id,
            national.id,
            union.id,
            town.id,
            stranger.id,
            member.id,
            colleague.id,
            outsider.id,
            item.id,
            meeting.day,
            loose.id,
        )


def version_of(database, action_id):
    """The version that an action has now."""
    with database.read() as session:
        return session.get(ActionItem, action_id).version


def story(database, action_id):
    """The lines of an action's story: the state it came to, and what was said."""
    with database.read() as session:
        return [(line.state, line.text) for line in session.get(ActionItem, action_id).progress]
