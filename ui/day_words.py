"""What speaks against a day for a meeting, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from referral_desk.queries.meetings import DayWarning


class DayWords(QObject):
    """Puts warnings about a day into the language in force."""

    def said(self, warning: DayWarning) -> str:
        """One warning as a sentence."""
        match warning.kind:
            case "holiday":
                return self.tr("{name}: offices are closed that day.").format(name=warning.what)
            case "weekend":
                return self.tr("The day is in a weekend.")
            case "same_quarter":
                return self.tr("The group has an ordinary meeting in that quarter already.")
        if warning.people:
            said = self.tr("{group} meets that day too, and has a seat for: {people}.")
            return said.format(group=warning.what, people=", ".join(warning.people))
        return self.tr("{group} meets that day already.").format(group=warning.what)
