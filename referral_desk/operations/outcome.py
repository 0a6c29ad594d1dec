"""What an operation gives back: the row it made or changed, and how to take the change back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid


@dataclass(frozen=True)
class Undo:
    """The operation that takes a change back, with its arguments: hand both to the desk."""

    operation: Callable[..., Done]
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """The id of the row that was made or changed; `undo` is None where nothing can or need be taken back."""

    id: int
    undo: Undo | None = None


def refuse_cpr(*texts: str) -> None:
    """Refuse text that looks like it holds a civil registration number (V10; Invalid)."""
    if any(cpr_numbers(text) for text in texts):
        raise Invalid("This holds what looks like a CPR number: take it out, the desk never keeps one.")
