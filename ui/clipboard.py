"""Copy words of the desk so that they can be pasted, and stay in no history of what was copied.

Histories of the clipboard lie on the disk in the clear, and some are carried to a person's other computers.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

HINTS: Final = {
    # Windows: learn.microsoft.com/windows/win32/dataxchg/clipboard-formats, "Cloud Clipboard and Clipboard History"
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\x00\x00\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    # Klipper, and those on Linux that follow it
    "x-kde-passwordManagerHint": b"secret",
}
"""What tells a system that it shall not remember; the others do not know the words."""


def passing(text: str) -> QMimeData:
    """A text on its way through the clipboard."""
    made = QMimeData()
    made.setText(text)
    for kind, value in HINTS.items():
        made.setData(kind, value)
    return made


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setMimeData(passing(text))
