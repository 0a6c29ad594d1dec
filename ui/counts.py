"""How much waits on pages that are not open yet: asked once the desk is there, and again when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from referral_desk.desk import Changes
    from ui.bridge import Bridge

AREAS: Final = frozenset({"actions", "minutes", "settings", "cases", "escalations", "seats"})


class Counts(QObject):
    """Tells by `told` the key of a page and its count: overdue actions, and cases that wait for a decision or are late.

    One's own where the desk knows who one is.
    """

    told = Signal(str, int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        # The first thing that was asked has been answered: nobody waits for the window any more.
        bridge.idle.connect(self._on_first)
        bridge.changed.connect(self._on_changed)
        bridge.shut.connect(self._on_shut)
        self._is_shut = False

    @Slot()
    def _on_first(self) -> None:
        self._bridge.idle.disconnect(self._on_first)
        if not self._is_shut:
            self._ask()

    @Slot(object)
    def _on_shut(self, _error: object) -> None:
        self._is_shut = True

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if AREAS & changes.areas:
            self._ask()

    def _ask(self) -> None:
        from referral_desk.queries.waiting import waits  # noqa: PLC0415 - the window opens without it

        self._bridge.ask(waits, day=self._bridge.today, user=self._bridge.user.name).then(self._on_waits)

    def _on_waits(self, counts: dict[str, int]) -> None:
        for key, count in counts.items():
            self.told.emit(key, count)
