"""Read frozen minutes, and tell what a correction changed since the edition before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referral_desk.clock import local_date
from referral_desk.errors import Unavailable
from referral_desk.models import MinutesEdition
from referral_desk.plain import from_plain
from referral_desk.queries.minutes_record import (
    MinutesChange,
    MinutesContent,
    MinutesCorrection,
    MinutesItem,
    MinutesLine,
)
from referral_desk.vocabulary import Label, MinutesState


def read_editions(editions: Sequence[MinutesEdition], language: str) -> MinutesContent:
    """What the last of some editions says, with what it and those before it corrected.

    The editions stand in order, from the first. Unavailable where one is no longer what was approved (V6).
    """
    contents = [_content(edition, language) for edition in editions]
    corrections = tuple(
        MinutesCorrection(
            edition=edition.number,
            made_on=local_date(edition.frozen_at),
            made_by=edition.frozen_by,
            reason=edition.reason,
            changes=changes_between(contents[place - 1], contents[place]),
        )
        for place, edition in enumerate(editions)
        if place
    )
    last = editions[-1]
    return replace(
        contents[-1],
        state=MinutesState.APPROVED,
        edition=last.number,
        sha256=last.sha256,
        frozen_on=local_date(last.frozen_at),
        frozen_by=last.frozen_by,
        corrections=corrections,
    )


def changes_between(before: MinutesContent, after: MinutesContent) -> tuple[MinutesChange, ...]:
    """The entries whose words differ between two editions, in the order of the agenda; what is gone comes last.

    A change carries the closer of the two labels, so that closed words stay closed.
    """
    old = {line.id: (item, line) for item in before.items for line in item.entries}
    new = {line.id: (item, line) for item in after.items for line in item.entries}
    found = []
    for key, (item, line) in new.items():
        former = old.get(key)
        if former is None:
            found.append(_change(item, line, "", line.text, line.label))
        elif former[1].text != line.text:
            found.append(_change(item, line, former[1].text, line.text, _closer(former[1].label, line.label)))
    gone = [(item, line) for key, (item, line) in old.items() if key not in new]
    return (*found, *(_change(item, line, line.text, "", line.label) for item, line in gone))


def _change(item: MinutesItem, line: MinutesLine, before: str, after: str, label: Label) -> MinutesChange:
    return MinutesChange(item.number, item.title, line.kind, line.id, before, after, label)


def _closer(one: Label, other: Label) -> Label:
    return max(one, other, key=lambda label: label.rank)


def _content(edition: MinutesEdition, language: str) -> MinutesContent:
    words = edition.read().get("documents", {}).get(language)
    if words is None:
        raise Unavailable(
            "Edition {number} of the minutes was not kept in this language: choose the other one.",
            number=edition.number,
        )
    return from_plain(MinutesContent, words, is_old=True)
