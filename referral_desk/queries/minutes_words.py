"""The words of minutes: how far they are, what they are called, under which name a file goes. Light to import."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import ApprovalWay, Label, MinutesState

if TYPE_CHECKING:
    from collections.abc import Callable

    Day = Callable[[dt.date], str]

IN_COMMENT = N_("Draft · comments no later than {day}")
WITH_CHAIR = N_("Draft · with the chair")
DRAFT = N_("Draft · not yet approved")
AT_MEETING = N_("Approved at the meeting on {day}, item {item}")
AT_A_MEETING = N_("Approved at the meeting on {day}")
IN_WRITING = N_("Approved in writing on {day}")
EDITION = N_("edition {number}")


def kind_word(content: MinutesContent, *, annex: bool) -> str:
    """Minutes, or their closed annex."""
    return say(N_("Closed annex to the minutes") if annex else N_("Minutes"), content.language)


def state_line(content: MinutesContent, day: Day) -> str:
    """How far the minutes are, in a line; `day` writes a date."""
    language, approval = content.language, content.approval
    if approval is not None and content.state is MinutesState.APPROVED:
        if approval.way is ApprovalWay.IN_WRITING:
            return say(IN_WRITING, language, day=day(approval.on))
        held = approval.at_meeting or approval.on
        if approval.at_item is not None:
            return say(AT_MEETING, language, day=day(held), item=approval.at_item)
        return say(AT_A_MEETING, language, day=day(held))
    if content.state is MinutesState.IN_COMMENT and content.comments_due is not None:
        return say(IN_COMMENT, language, day=day(content.comments_due))
    return say(WITH_CHAIR if content.state is MinutesState.WITH_CHAIR else DRAFT, language)


def minutes_file_name(content: MinutesContent, *, annex: bool, suffix: str = ".pdf") -> str:
    """A name that tells what the file is and who may read it: "2026-12-03 Testgruppe referat udkast Intern.pdf".

    Not yet safe for every file system: `safe_file_name` sees to that (domain 4.6).
    """
    words = [content.day.isoformat(), content.group, kind_word(content, annex=annex).lower()]
    if content.is_draft:
        words.append(say(N_("draft"), content.language))
    elif content.edition > 1:
        words.append(say(EDITION, content.language, number=content.edition))
    words.append(label(Label.CONFIDENTIAL if annex else content.label, content.language))
    return " ".join(words) + suffix
