"""Where one has been: back and forward, like in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ui.places import Place

KEPT: Final = 100


class History:
    """A line of places and where one stands in it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def present(self) -> Place | None:
        """Where one is."""
        return self._places[self._at] if self._places else None

    @property
    def has_back(self) -> bool:
        """Whether one came from somewhere."""
        return self._at > 0

    @property
    def has_forward(self) -> bool:
        """Whether one went back before."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go somewhere new: what lay ahead is forgotten; the same place twice counts once."""
        if place == self.present:
            return
        self._places = [*self._places[: self._at + 1], place][-KEPT:]
        self._at = len(self._places) - 1

    def replace(self, place: Place) -> None:
        """Say that where one is has another view now."""
        if self._places:
            self._places[self._at] = place

    def back(self) -> Place | None:
        """Go back one place; None if there is none."""
        if not self.has_back:
            return None
        self._at -= 1
        return self.present

    def forward(self) -> Place | None:
        """Go forward again; None if there is nowhere to go."""
        if not self.has_forward:
            return None
        self._at += 1
        return self.present
