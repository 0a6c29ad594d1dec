"""What one can do with a meeting beside its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from referral_desk.texts import say
from ui.icons import icon
from ui.language import language
from ui.pages.meeting.document_menu import DocumentMenu
from ui.places import Place
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from referral_desk.queries.meeting import MeetingDetail
    from ui.pages.meeting.meeting_actions import MeetingActions


class MeetingMenu(QMenu):
    """The menu behind the three dots; gone once it is closed."""

    went = Signal(object)

    def __init__(self, meeting: MeetingDetail | None, doing: MeetingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        keeps = say(meeting.keeps_step, language()) if meeting is not None and meeting.keeps_step else ""
        is_off = meeting is not None and meeting.is_cancelled
        held = "" if is_off else self.tr("The meeting is not cancelled.")
        for text, glyph, call, why_not in (
            (self.tr("Take the last step back"), "arrow-u-up-left", doing.step_back, keeps),
            (self.tr("Hold it after all"), "arrow-counter-clockwise", doing.revive, held),
            (self.tr("Open the group"), "users-three", self._on_group, ""),
        ):
            made = QAction(icon(glyph), text, self)
            made.setEnabled(meeting is not None and not why_not and (call == self._on_group or doing.may_advance()))
            made.setToolTip(plain_tip(why_not or text))
            made.setStatusTip(why_not)
            made.triggered.connect(call)
            self.addAction(made)
        self.addSeparator()
        self.addMenu(DocumentMenu(meeting, doing.documents, self))

    @Slot()
    def _on_group(self) -> None:
        if self._meeting is not None:
            self.went.emit(Place("group", self._meeting.group_id))
