"""Freeze what minutes say as their next edition; shared by approving and correcting them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from referral_desk.desk import Work
from referral_desk.models import Minutes, MinutesEdition
from referral_desk.models.editions import Named
from referral_desk.operations.deliveries import report
from referral_desk.operations.outcome import Done
from referral_desk.operations.standing import follow
from referral_desk.plain import to_plain

Wording = Callable[..., Mapping[str, Any]]
"""Gives what the documents of a meeting's minutes say, as plain values by language: `wording(session, meeting_id=...)`.

Of a correction it is asked with what that names (`named=...`): all else stays as the last edition has it. It is a
query, and operations know none: whoever asks for an approval hands it in, and it is asked inside the transaction, so
that what is frozen is what stands there then.
"""


def freeze(work: Work, minutes: Minutes, wording: Wording, reason: str = "", named: Named | None = None) -> Done:
    """Keep an edition with its hash; what it says is read after every change was written."""
    work.session.flush()
    about = {"meeting_id": minutes.meeting_id} if named is None else {"meeting_id": minutes.meeting_id, "named": named}
    content = {"entries": _entries(minutes, named), "documents": dict(wording(work.session, **about))}
    edition = MinutesEdition.of(
        json.dumps(content, ensure_ascii=False, sort_keys=True),
        number=len(minutes.editions) + 1,
        frozen_at=work.now,
        frozen_by=work.user.name,
        reason=reason.strip(),
    )
    minutes.editions.append(edition)
    work.session.flush()
    work.touched("meetings", "minutes")
    # What came down by its items has been heard.
    report(work, minutes.meeting)
    # Coming agendas have one thing less to approve.
    follow(work, minutes.meeting.group_id)
    return Done(edition.id)


def _entries(minutes: Minutes, named: Named | None) -> list[dict[str, Any]]:
    """What every entry says: of a correction only the entries that it names are read anew."""
    now: list[dict[str, Any]] = to_plain(minutes.frozen_entries())
    if named is None:
        return now
    last = {entry["id"]: entry for entry in minutes.editions[-1].read()["entries"]}
    told = [entry if entry["id"] in named.entries else last.get(entry["id"]) for entry in now]
    return [entry for entry in told if entry is not None]
