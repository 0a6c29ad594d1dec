"""The leak alarm at the door: what a document is made of is looked through once more before it leaves (domain 4.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from referral_desk.errors import Invalid
from referral_desk.models.kept_finds import find_hash, find_salt, kept_finds
from referral_desk.queries.leaks import leaks_in
from referral_desk.texts import N_

LEAVES = N_(
    "{reference} holds what looks like personal data ({count}): open it, and take each out or keep it with a reason."
)


def check_leaving(
    session: Session,
    reference: str,
    texts: Iterable[str],
    *,
    subjects: Collection[tuple[str, int]] = (),
    names: bool = False,
) -> None:
    """Refuse texts that hold what looks like personal data and nobody kept (Invalid; it tells how many, never which).

    `subjects` (kind, id) are what the texts belong to: what was kept with a reason in any field of them stands here
    too. `names`: look for names of the directory, as in what was never sent; what was sent passed that look then.
    """
    told = {str(number): text for number, text in enumerate(dict.fromkeys(texts)) if text}
    found = leaks_in(session, texts=told, names=names)
    if not found:
        return
    salt = find_salt(session)
    kept = {(row.kind, row.words_hash) for subject in subjects for row in kept_finds(session, *subject)}
    left = [one for one in found if not salt or (one.kind, find_hash(one.words, salt)) not in kept]
    if left:
        raise Invalid(LEAVES, reference=reference, count=len(left))
