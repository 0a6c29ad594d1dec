"""Where one can be in the window: a page, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Place:
    """A page by its key in ui/registry.py, the id of what it shows, the view in it and small wishes.

    `Place("meeting", 7, "pack")` is the pack of meeting 7; `Place("meetings", wishes=(("group", "3"),))` the list
    of one group's meetings. A place holds ids, never names: it goes into the history and the log.
    """

    page: str
    id: int | None = None
    view: str = ""
    wishes: tuple[tuple[str, str], ...] = ()

    def wish(self, key: str, otherwise: str = "") -> str:
        """What the place asks for under a key."""
        return dict(self.wishes).get(key, otherwise)

    def with_view(self, view: str) -> Place:
        """The same place, seen in another view."""
        return replace(self, view=view)

    @property
    def subject(self) -> tuple[str, int | None]:
        """Page and id: two places with the same subject share one page."""
        return (self.page, self.id)

    def __str__(self) -> str:
        return "/".join(str(part) for part in (self.page, self.id, self.view) if part not in (None, ""))


def wishes(**values: object) -> tuple[tuple[str, str], ...]:
    """Write wishes as keywords: `Place("meetings", wishes=wishes(group=3))`."""
    return tuple(sorted((key, str(value)) for key, value in values.items()))
