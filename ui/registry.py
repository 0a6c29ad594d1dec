"""Every page of the window, one line each: this is where a new page is plugged in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from ui.page import Page


@dataclass(frozen=True)
class Entry:
    """A page: its key in a Place, its class, and (if it stands in the navigation) name, icon and section."""

    key: str
    page: str
    title: Any
    """English, marked for translation."""
    icon: str = ""
    section: str = ""
    """ "work" above, "tools" below; empty for pages that are opened from others."""

    @property
    def exists(self) -> bool:
        """Whether the page has been built."""
        return find_spec(self.page.split(":")[0]) is not None

    def load(self) -> type[Page]:
        """Import the page's class; late, so that the window opens with one page only."""
        module, name = self.page.split(":")
        loaded: type[Page] = getattr(import_module(module), name)
        return loaded

    def name(self) -> str:
        """Its name in the language in force."""
        return QCoreApplication.translate("Pages", self.title)


ENTRIES: Final = (
    Entry("board", "ui.pages.board:BoardPage", QT_TRANSLATE_NOOP("Pages", "Board"), "squares-four", "work"),
    Entry(
        "meetings", "ui.pages.meetings:MeetingsPage", QT_TRANSLATE_NOOP("Pages", "Meetings"), "calendar-blank", "work"
    ),
    Entry("wheel", "ui.pages.wheel:WheelPage", QT_TRANSLATE_NOOP("Pages", "Year wheel"), "calendar-check", "work"),
    Entry("actions", "ui.pages.actions:ActionsPage", QT_TRANSLATE_NOOP("Pages", "Actions"), "check-square", "work"),
    Entry("cases", "ui.pages.cases:CasesPage", QT_TRANSLATE_NOOP("Pages", "Cases"), "folders", "work"),
    Entry(
        "circulars", "ui.pages.circulars:CircularsPage", QT_TRANSLATE_NOOP("Pages", "Circulars"), "megaphone", "work"
    ),
    Entry("groups", "ui.pages.groups:GroupsPage", QT_TRANSLATE_NOOP("Pages", "Groups"), "users-three", "work"),
    Entry(
        "directory", "ui.pages.directory:DirectoryPage", QT_TRANSLATE_NOOP("Pages", "Directory"), "address-book", "work"
    ),
    Entry("plan", "ui.pages.plan:PlanPage", QT_TRANSLATE_NOOP("Pages", "Action plan"), "target", "work"),
    Entry("settings", "ui.pages.settings:SettingsPage", QT_TRANSLATE_NOOP("Pages", "Settings"), "gear", "tools"),
    Entry("meeting", "ui.pages.meeting:MeetingPage", QT_TRANSLATE_NOOP("Pages", "Meeting")),
    Entry("case", "ui.pages.case:CasePage", QT_TRANSLATE_NOOP("Pages", "Case")),
    Entry("theme", "ui.pages.theme:ThemePage", QT_TRANSLATE_NOOP("Pages", "Theme")),
    Entry("group", "ui.pages.group:GroupPage", QT_TRANSLATE_NOOP("Pages", "Group")),
    Entry("attendance", "ui.pages.attendance:AttendancePage", QT_TRANSLATE_NOOP("Pages", "Attendance")),
)


def entries(section: str | None = None) -> list[Entry]:
    """The pages that exist, in order, of one section or all."""
    return [entry for entry in ENTRIES if entry.exists and section in (None, entry.section)]


def entry_for(key: str) -> Entry | None:
    """The page with a key, or None if there is none."""
    return next((entry for entry in ENTRIES if entry.key == key and entry.exists), None)
