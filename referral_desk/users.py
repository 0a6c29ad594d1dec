"""Who works at the desk, and the roles there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ROLES: Final = frozenset({"coordinator", "chair", "secretary", "administrator", "reader"})


@dataclass(frozen=True)
class User:
    """A person at the desk, and in which roles."""

    name: str
    roles: frozenset[str] = ROLES
