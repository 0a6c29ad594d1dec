"""Save bytes as a file where the person wants it: asked without stopping the window, written whole or not at all."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.memory import recall, remember

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.jobs import Progress


def write(_progress: Progress, path: Path, content: bytes) -> Path:
    """Write a file beside the window (temporary name, fsync, rename); Unavailable where the disk refuses."""
    from referral_desk.files import write_file  # noqa: PLC0415 - only when something is saved

    write_file(path, content)
    return path


class FileSaver(QObject):
    """Asks for a place and writes there. `saved` tells the path."""

    saved = Signal(object)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window

    def ask(self, title: str, name: str, content: bytes) -> QFileDialog:
        """Ask where a file shall lie, with a name to start from; gives the dialog (for tests)."""
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        folder = recall("files/folder")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(folder if folder and Path(folder).is_dir() else documents)
        dialog.selectFile(name)
        dialog.fileSelected.connect(functools.partial(self.write_to, content))
        dialog.open()
        return dialog

    def write_to(self, content: bytes, path: str) -> None:
        """Write to a place that was chosen."""
        remember("files/folder", str(Path(path).parent))
        self._bridge.run(write, Path(path), content).then(self._on_written)

    def _on_written(self, path: Path) -> None:
        self.saved.emit(path)
