"""Look through a text once for everything that the leak alarm knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from referral_desk.cpr import cpr_numbers
from referral_desk.guard.personal_data.addresses import addresses
from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.id_numbers import id_numbers
from referral_desk.guard.personal_data.mails import mails
from referral_desk.guard.personal_data.names import NameIndex
from referral_desk.guard.personal_data.ordinary import Ordinary
from referral_desk.guard.personal_data.phones import phones
from referral_desk.guard.personal_data.terms import forbidden
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

CPR: Final = N_("Six figures that are a date, then four: this looks like a CPR number.")
# Where two finds share signs, the kind that stands first here names what is told.
_RANK: Final = {kind: rank for rank, kind in enumerate(FindKind)}
_NOTHING: Final = Ordinary()


def finds(text: str, *, names: NameIndex | None = None, ordinary: Ordinary | None = None) -> tuple[Find, ...]:
    """What in a text looks like personal data, in its order; spans lie inside the text and never overlap.

    `names` are looked for only where given: in what tells of cases, not in minutes, where members are named as owners.
    `ordinary` are work contacts, which may stand everywhere. Takes time in proportion to the text.
    """
    ordinary = ordinary or _NOTHING
    # The one letter that grows when it is made small would shift every place behind it.
    low = text.replace("\u0130", "I").lower()
    found = [Find(FindKind.CPR, start, end, text[start:end], CPR) for start, end in cpr_numbers(text)]
    for some in (
        id_numbers(text, low),
        mails(text, low, ordinary),
        phones(text, ordinary),
        addresses(text, ordinary),
        forbidden(text, low),
        names.finds(text) if names else (),
    ):
        found += some
    return tuple(_apart(text, found))


def _apart(text: str, found: Iterable[Find]) -> Iterable[Find]:
    """Make one find of those that share signs: from where the first begins to where the last ends."""
    kept: list[Find] = []
    for find in sorted(found, key=lambda one: (one.start, one.end)):
        if kept and find.start < kept[-1].end:
            last = kept.pop()
            first = min(last, find, key=lambda one: _RANK[one.kind])
            end = max(last.end, find.end)
            find = Find(first.kind, last.start, end, text[last.start : end], first.why)  # noqa: PLW2901 - both in one
        kept.append(find)
    return kept
