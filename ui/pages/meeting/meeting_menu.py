"""What one can do with a meeting beside its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from referral_desk.vocabulary import Stage
from ui.icons import icon
from ui.pages.meeting.document_menu import DocumentMenu
from ui.places import Place

if TYPE_CHECKING:
    from referral_desk.queries.meeting import MeetingDetail
    from ui.pages.meeting.meeting_actions import MeetingActions

GOES_BACK: Final = frozenset({Stage.INVITED, Stage.AGENDA_SENT, Stage.MINUTES_DRAFTED, Stage.IN_COMMENT})
"""Where the last step can be taken back; that a meeting was held is undone at once, that it is approved never."""


class MeetingMenu(QMenu):
    """The menu behind the three dots; gone once it is closed."""

    went = Signal(object)

    def __init__(self, meeting: MeetingDetail | None, doing: MeetingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        goes_back = meeting is not None and not meeting.is_cancelled and meeting.stage in GOES_BACK
        is_off = meeting is not None and meeting.is_cancelled
        for text, glyph, call, is_on in (
            (self.tr("Take the last step back"), "arrow-u-up-left", doing.step_back, goes_back),
            (self.tr("Hold it after all"), "arrow-counter-clockwise", doing.revive, is_off),
            (self.tr("Open the group"), "users-three", self._on_group, meeting is not None),
        ):
            made = QAction(icon(glyph), text, self)
            made.setEnabled(is_on)
            made.triggered.connect(call)
            self.addAction(made)
        self.addSeparator()
        self.addMenu(DocumentMenu(meeting, doing.documents, self))

    @Slot()
    def _on_group(self) -> None:
        if self._meeting is not None:
            self.went.emit(Place("group", self._meeting.group_id))
