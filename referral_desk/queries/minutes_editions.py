"""Read frozen minutes with what every edition corrected; what was closed once stays closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referral_desk.clock import local_date
from referral_desk.errors import Unavailable
from referral_desk.models import MinutesEdition
from referral_desk.plain import from_plain
from referral_desk.queries.minutes_changes import Guards, changes_between
from referral_desk.queries.minutes_record import MinutesContent, MinutesCorrection
from referral_desk.vocabulary import MinutesState


def read_editions(editions: Sequence[MinutesEdition], language: str) -> MinutesContent:
    """What the last of some editions says, with what it and those before it corrected.

    The editions stand in order, from the first. Unavailable where one is no longer what was approved (V6).
    """
    contents = [_content(edition, language) for edition in editions]
    guards = Guards.of(contents)
    corrections = tuple(
        MinutesCorrection(
            edition=edition.number,
            made_on=local_date(edition.frozen_at),
            made_by=edition.frozen_by,
            reason=edition.reason,
            changes=changes_between(contents[place - 1], contents[place], guards),
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


def _content(edition: MinutesEdition, language: str) -> MinutesContent:
    words = edition.read().get("documents", {}).get(language)
    if words is None:
        raise Unavailable(
            "Edition {number} of the minutes was not kept in this language: choose the other one.",
            number=edition.number,
        )
    return from_plain(MinutesContent, words, is_old=True)
