"""What can be said against a day, or for it: a kind, whether it stops the plan, and one sentence."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from referral_desk.texts import say
from referral_desk.wheel.words import in_words
from referral_desk.wheel.year import Slot

Key = int | Slot
"""A meeting by its id, or the slot of one that is only proposed."""


class Kind(enum.StrEnum):
    """The rules of a plan."""

    PAST = "past"
    NOT_STANDING = "not_standing"
    DOUBLE_BOOKED = "double_booked"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    NEVER = "never"
    GAP = "gap"
    SAME_PEOPLE = "same_people"
    TRAVEL = "travel"
    CROWDED = "crowded"
    WINDOW = "window"
    SECOND = "second"
    FIXED = "fixed"
    NOTICE = "notice"
    SQUEEZED = "squeezed"
    WEEKDAY = "weekday"
    WEEK = "week"
    SPACING = "spacing"


STOPPING = frozenset({Kind.PAST, Kind.NOT_STANDING, Kind.DOUBLE_BOOKED})
"""What nobody can mean: a proposal with one of these is not accepted. The others are said, and the person decides."""


@dataclass(frozen=True)
class Told:
    """A sentence as an English template with its values."""

    kind: Kind
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """The sentence in "da" or "en"; it begins with a capital whatever it begins with."""
        values = {name: in_words(value, language) for name, value in self.values.items()}
        said = say(self.template, language, **values)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True)
class Conflict:
    """Something that speaks against the day of one meeting, perhaps because of another."""

    key: Key
    told: Told
    against: Key | None = None

    @property
    def kind(self) -> Kind:
        """Which rule."""
        return self.told.kind

    @property
    def stops(self) -> bool:
        """Whether a proposal can not be accepted as it is."""
        return self.kind in STOPPING

    def sentence(self, language: str) -> str:
        """The reason in "da" or "en"."""
        return self.told.sentence(language)


@dataclass(frozen=True)
class Leaning:
    """Why a day costs something though it breaks no rule; 0 is a wish that is met."""

    told: Told
    cost: int
