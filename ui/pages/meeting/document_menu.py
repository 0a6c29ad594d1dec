"""Save what a meeting gives on paper: minutes as PDF or Word, the attendance list, the invitation, open actions."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from referral_desk.vocabulary import Stage
from ui.command_menu import add_command
from ui.commands import Command
from ui.documents import DocumentDoor, add_languages
from ui.icons import icon

if TYPE_CHECKING:
    from referral_desk.queries.meeting import MeetingDetail
    from referral_desk.queries.minutes_content import MinutesContent
    from ui.bridge import Bridge
    from ui.jobs import Progress


def write_word(_progress: Progress, content: MinutesContent, annex: bool) -> tuple[str, bytes]:
    """Write minutes as a Word file; gives its name and bytes."""
    from referral_desk.exchange.word import minutes_docx  # noqa: PLC0415 - only when one is written
    from referral_desk.queries.document_names import minutes_name  # noqa: PLC0415 - same
    from referral_desk.queries.minutes_record import closed_annex, open_part  # noqa: PLC0415 - same

    part = closed_annex(content) if annex else open_part(content)
    return minutes_name(part, annex=annex, suffix=".docx"), minutes_docx(content, annex=annex)


@dataclass(frozen=True)
class Offer:
    """A document that one can save, and whether the meeting has it by now."""

    command: Command
    is_on: bool


class Documents(DocumentDoor):
    """Makes a meeting's documents."""

    def __init__(self, bridge: Bridge, meeting_id: int, window: QWidget) -> None:
        super().__init__(bridge, window)
        self._meeting_id = meeting_id

    def offers(self, meeting: MeetingDetail | None) -> list[Offer | None]:
        """Every document of a meeting, None between those of one kind and the next: for the menu and the palette."""
        is_held = meeting is not None and meeting.stage.step >= Stage.HELD.step
        is_on = meeting is not None and not meeting.is_cancelled
        actions = functools.partial(self.actions, meeting.group_id if meeting is not None else 0)
        annex = functools.partial(self.minutes, annex=True)
        blank, filled = (functools.partial(self.attendance, is_blank=is_blank) for is_blank in (True, False))
        return [
            _offer("minutes", self.tr("Minutes as PDF …"), "file-pdf", self.minutes, is_held),
            _offer("annex", self.tr("Closed annex to the minutes as PDF …"), "lock-simple", annex, is_held),
            _offer("word", self.tr("Minutes as Word, for comments …"), "file-text", self.word, is_held),
            None,
            _offer("blank", self.tr("Attendance list to sign …"), "pencil-line", blank, is_on),
            _offer("filled", self.tr("Attendance list as filled in …"), "clipboard-text", filled, is_held),
            _offer(
                "invitation",
                self.tr("Invitation as PDF …"),
                "envelope-simple",
                self.invitation,
                is_on and not is_held,
            ),
            _offer("actions", self.tr("The group's open actions …"), "check-square", actions, meeting is not None),
        ]

    def commands(self, meeting: MeetingDetail | None) -> list[Command]:
        """The documents that the meeting has by now."""
        return [offer.command for offer in self.offers(meeting) if offer is not None and offer.is_on]

    def minutes(self, *, annex: bool = False) -> None:
        """The minutes as PDF: the open part, or the closed annex."""
        self._minutes(functools.partial(self.build, annex=annex))

    def word(self) -> None:
        """The open part of the minutes as a Word file, to be commented in."""
        self._minutes(self._on_word)

    def attendance(self, *, is_blank: bool) -> None:
        """The attendance list: to sign, or as it was filled in."""
        from referral_desk.queries.document_content import attendance_list  # noqa: PLC0415 - only when asked for

        self.ask(attendance_list, meeting_id=self._meeting_id, today=self._bridge.today, is_blank=is_blank)

    def invitation(self) -> None:
        """The letter that calls the group to the meeting."""
        from referral_desk.queries.document_content import invitation  # noqa: PLC0415 - only when asked for

        self.ask(invitation, meeting_id=self._meeting_id, today=self._bridge.today)

    def actions(self, group_id: int) -> None:
        """The group's open actions as of today."""
        from referral_desk.queries.document_content import action_list  # noqa: PLC0415 - only when asked for

        self.ask(action_list, day=self._bridge.today, group_id=group_id)

    def _minutes(self, then: Callable[[MinutesContent], Any]) -> None:
        from referral_desk.queries.minutes_content import minutes_to_export  # noqa: PLC0415 - only when asked for

        self.ask(minutes_to_export, then, meeting_id=self._meeting_id)

    def _on_word(self, content: MinutesContent) -> None:
        self._bridge.run(write_word, content, False).then(self._on_written).otherwise(self.fail)

    def _on_written(self, made: tuple[str, bytes]) -> None:
        self.offer(*made)


def _offer(key: str, text: str, glyph: str, call: Callable[[], object], is_on: bool) -> Offer:
    return Offer(Command(f"meeting/document/{key}", text, glyph, call), is_on)


class DocumentMenu(QMenu):
    """The documents that a meeting has by now, and in which language; gone once it is closed."""

    def __init__(self, meeting: MeetingDetail | None, documents: Documents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Save a document"))
        self.setIcon(icon("download-simple"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in documents.offers(meeting):
            if offer is None:
                self.addSeparator()
            else:
                add_command(self, offer.command).setEnabled(offer.is_on)
        self.addSeparator()
        add_languages(self)
