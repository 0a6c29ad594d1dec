"""What the leak alarm says of texts that are being written, for the window: asked away from its thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from referral_desk.guard.personal_data import NameIndex, Ordinary, finds, masked
from referral_desk.models.kept_finds import find_hash, find_salt, kept_finds
from referral_desk.models.work_contacts import work_contacts
from referral_desk.vocabulary import FindKind as FindKind  # noqa: PLC0414 - the window names it from here


@dataclass(frozen=True)
class FindRow:
    """One find in a field of a text: `text[start:end]` are the words; `reason` says why it was kept, empty if not."""

    field: str
    kind: FindKind
    start: int
    end: int
    words: str
    masked: str
    why: str
    """An English source text for `texts.say`."""
    reason: str = ""


def leaks_in(
    session: Session, *, texts: Mapping[str, str], names: bool = True, subject_kind: str = "", subject_id: int = 0
) -> tuple[FindRow, ...]:
    """The finds in texts by field, in the order of the fields and of each text.

    `names`: look for names of the directory too, as in what tells of cases. With a subject, what was kept there has
    its reason.
    """
    if not names and not any(finds(text) for text in texts.values()):
        return ()  # what is ordinary only takes finds away: most texts need no look at the people of the desk
    contacts = work_contacts(session)
    index = NameIndex.of(contacts.names) if names else None
    ordinary = Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)
    of_subject = kept_finds(session, subject_kind, subject_id) if subject_kind else ()
    kept = {(row.field, row.kind, row.words_hash): row.reason for row in of_subject}
    asked, salt = {(field, kind) for field, kind, _ in kept}, (find_salt(session) or "") if kept else ""
    return tuple(
        FindRow(
            field,
            one.kind,
            one.start,
            one.end,
            one.words,
            masked(one),
            one.why,
            kept.get((field, one.kind, find_hash(one.words, salt)), "") if (field, one.kind) in asked else "",
        )
        for field, text in texts.items()
        for one in finds(text, names=index, ordinary=ordinary)
    )
