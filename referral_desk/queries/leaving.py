"""The leak alarm at the door: what a document is made of is looked through once more before it leaves (domain 4.6).

What can still be mended is refused (`check_leaving`). What is locked, and so can never be mended, and what would stop
a paper that tells of many things leaves with its finds hidden (`with_finds_hidden`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from referral_desk.errors import Invalid
from referral_desk.models.kept_finds import find_hash, find_salt, kept_among
from referral_desk.queries.hidden_words import HIDDEN
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
    texts: Sequence[str]
    subjects: Collection[tuple[str, int]] = ()
    names: bool = False
    sentence: str = LEAVES
    """What a refusal says, of `reference` and `count`."""


def check_leaving(session: Session, *all_of_it: Leaving) -> None:
    """Refuse texts that hold what looks like personal data and nobody kept (Invalid: it tells how many, not which)."""
    for number, left in _left(session, all_of_it).items():
        raise Invalid(all_of_it[number].sentence, reference=all_of_it[number].reference, count=len(left))


def with_finds_hidden(session: Session, *all_of_it: Leaving) -> list[tuple[str, ...]]:
    """The texts of each thing as they may leave: what looks like personal data and nobody kept is hidden."""
    told = [list(one.texts) for one in all_of_it]
    for number, left in _left(session, all_of_it).items():
        for place, find in reversed(left):
            text = told[number][place]
            told[number][place] = f"{text[: find.start]}{HIDDEN}{text[find.end :]}"
    return [tuple(texts) for texts in told]


def finds_left(session: Session, one: Leaving) -> list[tuple[int, FindRow]]:
    """The finds in one thing that nobody kept, in their order, each with the place of its text among the texts."""
    return _left(session, [one]).get(0, [])


def hidden_in(session: Session, texts: Iterable[str], subjects: Collection[tuple[str, int]] = ()) -> dict[str, str]:
    """The texts that hold what looks like personal data and nobody kept, each with those words hidden."""
    some = tuple(dict.fromkeys(texts))
    (told,) = with_finds_hidden(session, Leaving("", some, subjects))
    return {text: said for text, said in zip(some, told, strict=True) if said != text}


def _left(session: Session, all_of_it: Sequence[Leaving]) -> dict[int, list[tuple[int, FindRow]]]:
    """The finds that nobody kept: by number of the thing, each with the place of its text; both in their order."""
    found: dict[int, list[tuple[int, FindRow]]] = {}
    for names in (False, True):
        some = {number: one for number, one in enumerate(all_of_it) if one.names is names}
        texts = {f"{key}.{place}": text for key, one in some.items() for place, text in enumerate(one.texts) if text}
        for find in leaks_in(session, texts=texts, names=names) if texts else ():
            key, _, place = find.field.partition(".")
            found.setdefault(int(key), []).append((int(place), find))
    salt = find_salt(session) if found else None
    if not salt:
        return dict(sorted(found.items()))
    kept: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for row in kept_among(session, {subject for number in found for subject in all_of_it[number].subjects}):
        kept.setdefault((row.subject_kind, row.subject_id), set()).add((row.kind, row.words_hash))
    left: dict[int, list[tuple[int, FindRow]]] = {}
    for number, finds in sorted(found.items()):
        mine = {one for subject in all_of_it[number].subjects for one in kept.get(subject, ())}
        # Hashing is slow on purpose.
        kinds = {kind for kind, _ in mine}
        is_kept = [one.kind in kinds and (one.kind, find_hash(one.words, salt)) in mine for _, one in finds]
        if not all(is_kept):
            left[number] = [one for one, may_stand in zip(finds, is_kept, strict=True) if not may_stand]
    return left
