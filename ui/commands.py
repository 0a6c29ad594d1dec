"""A command: something one can do from the palette, by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Command:
    """A name, what it does, and its keys if it has some. `key` is remembered among the recent ones."""

    key: str
    title: str
    icon: str
    call: Callable[[], object]
    shortcut: str = ""
