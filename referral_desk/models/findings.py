"""What a rule finds on a record: what stops it or is worth a look, in one sentence, and where it is mended."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from referral_desk.errors import Invalid
from referral_desk.texts import label, say


class Weight(enum.StrEnum):
    """Whether a finding stops the next step or is only worth a look."""

    STOPS = "stops"
    WARNS = "warns"


class Where(enum.StrEnum):
    """The part of a meeting in which a finding is mended."""

    MEETING = "meeting"
    PEOPLE = "people"
    AGENDA = "agenda"
    ITEM = "item"
    PAPER = "paper"
    PACK = "pack"
    MINUTES = "minutes"
    ENTRY = "entry"
    COMMENT = "comment"


@dataclass(frozen=True)
class Finding:
    """One thing that is missing or wrong. The sentence is an English template, as in a DeskError."""

    weight: Weight
    where: Where
    template: str
    values: dict[str, object] = field(default_factory=dict)
    item_id: int | None = None
    paper_id: int | None = None
    entry_id: int | None = None
    comment_id: int | None = None
    field_name: str = ""

    @property
    def stops(self) -> bool:
        """Whether the next step must wait for it."""
        return self.weight is Weight.STOPS

    def sentence(self, language: str) -> str:
        """The sentence in "da" or "en", with sentences and words of lists among its values."""
        return say(self.template, language, **{name: _told(value, language) for name, value in self.values.items()})

    def refusal(self) -> Invalid:
        """The finding as a refusal, to be raised."""
        values = {name: str(value) if isinstance(value, Finding) else value for name, value in self.values.items()}
        return Invalid(self.template, **values)

    def __str__(self) -> str:
        return self.sentence("en")


def _told(value: object, language: str) -> object:
    if isinstance(value, Finding):
        return value.sentence(language)
    return label(value, language) if isinstance(value, enum.Enum) else value


def refuse_first(findings: list[Finding]) -> None:
    """Raise the first finding that stops (Invalid); do nothing where none does."""
    for finding in findings:
        if finding.stops:
            raise finding.refusal()
