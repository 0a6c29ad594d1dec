"""A desk that the window already talks to while it is still being opened: what is asked waits its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from referral_desk.desk import Changes, Desk, Session, Work
    from referral_desk.users import User

P = ParamSpec("P")
R = TypeVar("R")


class LateDesk:
    """Stands in for a Desk until `arrive` was called, on the thread that does and asks everything."""

    def __init__(self, user: User, today: dt.date) -> None:
        self.user, self._today = user, today
        self._desk: Desk | None = None
        self._listeners: list[Callable[[Changes], object]] = []

    def arrive(self, open_desk: Callable[[], Desk]) -> None:
        """Open the desk; its refusals (DeskError) pass on."""
        desk = open_desk()
        for listener in self._listeners:
            desk.listen(listener)
        self._desk = desk

    @property
    def is_there(self) -> bool:
        """Whether the desk was opened."""
        return self._desk is not None

    @property
    def today(self) -> dt.date:
        """The day in Copenhagen, by the desk's clock once it is there."""
        return self._today if self._desk is None else self._desk.today

    def listen(self, listener: Callable[[Changes], object]) -> None:
        """Call `listener` after each change."""
        if self._desk is None:
            self._listeners.append(listener)
        else:
            self._desk.listen(listener)

    def may(self, function: Callable[..., Any]) -> bool:
        """Whether the person's roles cover an operation."""
        from referral_desk.desk import covers  # noqa: PLC0415 - loads the store, as every operation does

        return covers(self.user, function)

    def do(self, function: Callable[Concatenate[Work, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation."""
        return self._there().do(function, *args, **kwargs)

    def ask(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query."""
        return self._there().ask(query, *args, **kwargs)

    def _there(self) -> Desk:
        assert self._desk is not None, "asked before the desk was there"
        return self._desk
