"""What the chips of the wheel mean: an icon and a word each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import IconLabel, label
from ui.widgets.year_wheel_rows import ICONS, ChipLook


class Legend(QWidget):
    """One line of icons and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = (
            (ChipLook.PROPOSED, "accent", self.tr("Proposed")),
            (ChipLook.PINNED, "accent", self.tr("Set by hand")),
            (ChipLook.PLANNED, "quiet", self.tr("Planned")),
            (ChipLook.TOLD, "accent", self.tr("Told")),
            (ChipLook.HELD, "quiet", self.tr("Held")),
            (ChipLook.BESIDE, "info", self.tr("Beside the four")),
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        for look, tone, word in words:
            across.addWidget(IconLabel(ICONS[look], tone, size=14))
            across.addWidget(label(word, "faint"))
            across.addSpacing(8)
