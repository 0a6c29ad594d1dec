"""The leak alarm before anything is sent, circulated or exported: each find is removed or kept with a reason.

An operation that lets a text out calls, with what the person chose to keep:

    check_leaks(work, {"problem": row.problem, "proposal": row.proposal}, kept, subject=Subject("escalation", row.id))

It does nothing where every find is kept, and raises LeaksFound otherwise; the window shows `LeaksFound.finds` by field
(ui/widgets/leak_list.py) and hands the same change in again with `kept`. What was kept once in a subject's field stays
kept there as long as the words are the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from referral_desk.desk import Work
from referral_desk.errors import Invalid
from referral_desk.guard.personal_data import Find, NameIndex, Ordinary, finds
from referral_desk.models import KeptFind
from referral_desk.models.kept_finds import find_hash, find_salt, kept_among, made_salt
from referral_desk.models.work_contacts import work_contacts
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import FindKind

FOUND = N_("The text holds what looks like personal data ({count}): take each out, or keep it and say why.")
ONE_FOUND = N_("The text holds what looks like personal data: take it out, or keep it and say why.")


@dataclass(frozen=True)
class Subject:
    """What a text belongs to: a word such as "case" or "escalation", and the row's id."""

    kind: str
    id: int


@dataclass(frozen=True)
class Keep:
    """A person's word that a find may stand: the field, the found words just as the text has them, and why."""

    field: str
    words: str
    reason: str


class LeaksFound(Invalid):
    """There are finds that nobody has kept; `finds` has them by field, in the order of the text.

    Its sentence tells how many, never which.
    """

    def __init__(self, found: Mapping[str, tuple[Find, ...]]) -> None:
        count = sum(map(len, found.values()))
        super().__init__(ONE_FOUND if count == 1 else FOUND, count=count)
        self.finds = found


def check_leaks(
    work: Work,
    texts: Mapping[str, str],
    kept: Collection[Keep] = (),
    *,
    subject: Subject,
    also: Collection[Subject] = (),
    names: bool = True,
) -> None:
    """Refuse texts with finds that are not kept (LeaksFound); write down what is kept now, for the log.

    `texts` are by field, as the person sees them. `names`: look for names of the directory too, as in what tells of
    cases. What was kept in any field of `also` stands here too. Invalid for a keep without a reason, and for a reason
    that itself holds what looks like personal data.
    Calls `work.touched("kept_finds")` where something was kept.
    """
    contacts = work_contacts(work.session)
    index = NameIndex.of(contacts.names) if names else None
    ordinary = Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)
    found = {field: finds(text, names=index, ordinary=ordinary) for field, text in texts.items()}
    left = _unkept(work, found, subject, also)
    reasons = {(one.field, " ".join(one.words.split())): one.reason for one in kept}
    for keep in kept:
        _check_reason(keep.reason, index, ordinary)
    for field in list(left):
        mine = [(find, reasons.get((field, " ".join(find.words.split())))) for find in left[field]]
        for find, reason in mine:
            if reason is not None:
                keep_words(work, subject, field, find, reason)
        left[field] = tuple(find for find, reason in mine if reason is None)
    if any(left.values()):
        raise LeaksFound({field: rest for field, rest in left.items() if rest})


def _unkept(
    work: Work, found: Mapping[str, tuple[Find, ...]], subject: Subject, also: Collection[Subject]
) -> dict[str, tuple[Find, ...]]:
    if not any(found.values()):
        return {}
    own = (subject.kind, subject.id)
    kept = [
        (row.field if (row.subject_kind, row.subject_id) == own else "", row.kind, row.words_hash)
        for row in kept_among(work.session, {own, *((one.kind, one.id) for one in also)})
    ]
    salt = find_salt(work.session) or ""
    return {field: tuple(one for one in mine if not _is_kept(one, field, kept, salt)) for field, mine in found.items()}


def _is_kept(find: Find, field: str, kept: Collection[tuple[str, FindKind, str]], salt: str) -> bool:
    """Whether one of what was kept, each by its field (empty for any), is this find. Hashing is slow on purpose."""
    fitting = {words for where, kind, words in kept if kind is find.kind and where in {"", field}}
    return bool(fitting) and find_hash(find.words, salt) in fitting


def keep_words(work: Work, subject: Subject, field: str, find: Find, reason: str) -> KeptFind:
    """Write down that a find may stand in a field, and why; of its words only their hash."""
    row = KeptFind(
        subject_kind=subject.kind,
        subject_id=subject.id,
        field=field,
        kind=find.kind,
        words_hash=find_hash(find.words, made_salt(work.session)),
        reason=reason.strip(),
        kept_by=work.user.name,
        kept_at=work.now,
    )
    work.session.add(row)
    work.touched("kept_finds")
    return row


def check_reason(work: Work, reason: str) -> None:
    """Refuse a reason that says nothing, or that itself holds what looks like personal data (Invalid)."""
    contacts = work_contacts(work.session)
    _check_reason(
        reason, None, Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)
    )


def _check_reason(reason: str, names: NameIndex | None, ordinary: Ordinary) -> None:
    if is_blank(reason):
        raise Invalid("Say why each find may stand.")
    if finds(reason, names=names, ordinary=ordinary):
        raise Invalid("The reason itself holds what looks like personal data: say it without.")
