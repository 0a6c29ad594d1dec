"""One window for each desk: a second start rings at the first one, which comes to the front."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE: Final = 300
"""Milliseconds; only a start that found its desk taken waits."""


def _name(path: Path) -> str:
    # The name stands in a folder that others can list: it tells nothing of the desk.
    return f"referral-desk-{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]}"


def ring(path: Path) -> bool:
    """Call the window that has a desk open to the front; False where this computer has none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    heard = socket.waitForConnected(PATIENCE)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Listens for other starts on the same desk; only the same person's can reach it."""

    rung = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # Left by a window that was killed; the desk's own lock says that nobody has it open.
        QLocalServer.removeServer(_name(path))
        self._server.listen(_name(path))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.deleteLater()
        self.rung.emit()
