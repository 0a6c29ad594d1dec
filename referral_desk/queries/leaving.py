"""The leak alarm at the door: what a document is made of is looked through once more before it leaves (domain 4.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from referral_desk.errors import Invalid
from referral_desk.guard.personal_data import MASK
from referral_desk.models.kept_finds import find_hash, find_salt, kept_finds
from referral_desk.queries.leaks import FindRow, leaks_in
from referral_desk.texts import N_

LEAVES = N_(
    "{reference} holds what looks like personal data ({count}): open it, and take each out or keep it with a reason."
)


@dataclass(frozen=True)
class Leaving:
    """Texts of one thing that leave in a document.

    `subjects` (kind, id) are what they belong to: what was kept with a reason in any field of them stands here too.
    `names`: look for names of the directory as well, as in what was never sent; what was sent passed that look then.
    """

    reference: str
    texts: Collection[str]
    subjects: Collection[tuple[str, int]] = ()
    names: bool = False
    sentence: str = LEAVES
    """What a refusal says, of `reference` and `count`."""


def check_leaving(session: Session, *all_of_it: Leaving) -> None:
    """Refuse texts that hold what looks like personal data and nobody kept (Invalid: it tells how many, not which)."""
    found: dict[int, list[FindRow]] = {}
    for names in (False, True):
        some = {number: one for number, one in enumerate(all_of_it) if one.names is names}
        texts = {f"{key}.{place}": text for key, one in some.items() for place, text in enumerate(one.texts) if text}
        for find in leaks_in(session, texts=texts, names=names) if texts else ():
            found.setdefault(int(find.field.partition(".")[0]), []).append(find)
    for key in sorted(found):
        left = _unkept(session, found[key], all_of_it[key].subjects)
        if left:
            raise Invalid(all_of_it[key].sentence, reference=all_of_it[key].reference, count=len(left))


def hidden_in(session: Session, texts: Iterable[str], subjects: Collection[tuple[str, int]] = ()) -> dict[str, str]:
    """The texts that hold what looks like personal data and nobody kept, each with those words hidden."""
    by_field = {str(place): text for place, text in enumerate(dict.fromkeys(texts)) if text}
    found = list(leaks_in(session, texts=by_field, names=False)) if by_field else []
    told: dict[str, str] = {}
    for find in reversed(_unkept(session, found, subjects)):
        text = by_field[find.field]
        said = told.get(text, text)
        told[text] = f"{said[: find.start]}{MASK * 4}{said[find.end :]}"
    return told


def _unkept(session: Session, found: list[FindRow], subjects: Collection[tuple[str, int]]) -> list[FindRow]:
    if not found:
        return []
    salt = find_salt(session)
    kept = {(row.kind, row.words_hash) for subject in subjects for row in kept_finds(session, *subject)}
    return [one for one in found if not salt or (one.kind, find_hash(one.words, salt)) not in kept]
