"""Say what a meeting is called, where it is, who may read of it and who leads it; shared by editing and correcting."""

from __future__ import annotations

from typing import TypedDict

from referral_desk.desk import Work
from referral_desk.models import Meeting, Person
from referral_desk.vocabulary import Label


class HeadFields(TypedDict, total=False):
    """What the head of minutes says of the meeting itself; what is not given stays."""

    title: str
    place: str
    label: Label
    chair_id: int | None
    secretary_id: int | None


def tidy(fields: HeadFields) -> HeadFields:
    """The same fields as a meeting keeps them."""
    made = HeadFields(**fields)
    if "title" in fields:
        made["title"] = " ".join(fields["title"].split())
    if "place" in fields:
        made["place"] = fields["place"].strip()
    return made


def set_head(work: Work, meeting: Meeting, fields: HeadFields) -> None:
    """Set what is given, whatever the meeting's minutes say."""
    # Looked up first: a look-up later would write the changes so far, and count a version for each.
    chair, secretary = _person(work, fields.get("chair_id")), _person(work, fields.get("secretary_id"))
    told = tidy(fields)
    meeting.title = told.get("title", meeting.title)
    meeting.place = told.get("place", meeting.place)
    meeting.label = told.get("label", meeting.label)
    if "chair_id" in fields:
        meeting.chair = chair
    if "secretary_id" in fields:
        meeting.secretary = secretary


def _person(work: Work, person_id: int | None) -> Person | None:
    return None if person_id is None else work.get(Person, person_id)
