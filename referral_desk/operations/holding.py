"""Hold what a change needs to stay as it is: two people who change one agenda or one seat at once wait for each other.

An encrypted file lets one person write at a time; a server does not, and places in a list are read before they are
written.
"""

from __future__ import annotations

from referral_desk.desk import CHANGED, Work
from referral_desk.errors import Stale
from referral_desk.models import AgendaItem, Case, Meeting, Minutes, Paper, Seat


def held_meeting(work: Work, meeting_id: int, version: int | None = None) -> Meeting:
    """The meeting, its agenda and papers, held until the end; Invalid once it was held or called off."""
    meeting = work.hold(Meeting, meeting_id, version)
    meeting.check_open_to_change()
    return meeting


def held_item(work: Work, item_id: int, version: int | None = None) -> AgendaItem:
    """An item with its whole agenda, held until the end; Stale if it changed while we waited."""
    meeting_id = work.get(AgendaItem, item_id, version).meeting_id
    work.hold(Meeting, meeting_id)
    item = work.hold(AgendaItem, item_id, version)
    if item.meeting_id != meeting_id:
        raise Stale(CHANGED)
    return item


def held_holder(work: Work, item_id: int | None, case_id: int | None) -> AgendaItem | Case:
    """The item with its whole agenda, or the case, to which papers belong, held until the end; Invalid once closed."""
    if item_id is not None:
        item = held_item(work, item_id)
        item.check_open_to_change()
        return item
    case = work.hold(Case, case_id or 0)
    case.check_open()
    return case


def held_paper(work: Work, paper_id: int, version: int) -> Paper:
    """A paper with the whole agenda it stands in, or with its case, held until the end.

    Stale if it changed while we waited, Invalid once the meeting was held or called off, or the case is closed.
    """
    paper = work.get(Paper, paper_id, version)
    place = paper.item_id, paper.case_id
    held_holder(work, *place)
    paper = work.hold(Paper, paper_id, version)
    if (paper.item_id, paper.case_id) != place:
        raise Stale(CHANGED)
    return paper


def held_seat(work: Work, seat_id: int, version: int | None = None) -> Seat:
    """A seat with all its periods, held until the end, so that V7 holds for both."""
    seat = work.hold(Seat, seat_id, version)
    work.session.refresh(seat, ["memberships"])
    return seat


def held_minutes(work: Work, minutes_id: int, version: int | None = None) -> Minutes:
    """Minutes with their meeting, held until the end: nobody writes in them, and none of their steps is taken."""
    meeting_id = work.get(Minutes, minutes_id, version).meeting_id
    work.hold(Meeting, meeting_id)
    return work.hold(Minutes, minutes_id, version)
