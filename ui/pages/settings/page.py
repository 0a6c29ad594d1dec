"""The settings, a tab for each kind: look, deadlines, standing items, words, this desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.doing import UndoPage
from ui.pages.settings.look import DeskSection, LookSection
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.places import Place

SECTIONS: Final = ("look", "deadlines", "standing", "phrases", "desk")


class SettingsPage(UndoPage):
    """What the person likes, what the groups go by, and facts about this desk."""

    areas: ClassVar[frozenset[str]] = frozenset({"settings", "groups", "meetings"})

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.header.say(self.tr("Settings"))
        self.tabs = Segments(
            (
                ("look", self.tr("Look")),
                ("deadlines", self.tr("Deadlines")),
                ("standing", self.tr("Standing items")),
                ("phrases", self.tr("Templates")),
                ("desk", self.tr("This desk")),
            ),
            self.tr("Kinds of settings"),
        )
        self.sections: dict[str, Any] = {}
        self.room = QVBoxLayout()
        self.room.setSpacing(16)
        self.body.addWidget(self.tabs)
        self.body.addLayout(self.room)
        self.body.addStretch(1)
        self.tabs.chosen.connect(self._show)
        self._show(place.view if place.view in SECTIONS else "look")
        self._follow_wishes()

    def section(self, key: str) -> Any:
        """A section by its key, built when it is first asked for."""
        if key not in self.sections:
            made = self._build(key)
            self.sections[key] = made
            self.room.addWidget(made)
            made.hide()
        return self.sections[key]

    def reload(self) -> None:
        shown = self.sections[self.tabs.key()]
        if hasattr(shown, "reload"):
            shown.reload()

    def turn_to(self, place: Place) -> None:
        super().turn_to(place)
        if place.view:
            self._show(place.view)
            self._follow_wishes()

    def save_now(self) -> None:
        for made in self.sections.values():
            if hasattr(made, "save_now"):
                made.save_now()

    def is_unsaved(self) -> bool:
        return any(getattr(made, "is_unsaved", False) for made in self.sections.values())

    def show_unsaved(self) -> None:
        self._show("phrases")

    def keep(self) -> dict[str, Any]:
        kept = {key: made.keep() for key, made in self.sections.items() if hasattr(made, "keep")}
        return {"section": self.tabs.key(), "sections": kept}

    def take_up(self, kept: dict[str, Any]) -> None:
        for key, what in kept["sections"].items():
            self.section(key).take_up(what)
        self._show(kept["section"])

    def _follow_wishes(self) -> None:
        if (group := self.place.wish("group")) and hasattr(shown := self.sections[self.tabs.key()], "choose_group"):
            shown.choose_group(int(group))

    def _build(self, key: str) -> QWidget:
        match key:
            case "deadlines":
                from ui.pages.settings.deadlines import DeadlinesSection  # noqa: PLC0415 - loaded when it is asked for

                return DeadlinesSection(self)
            case "standing":
                from ui.pages.settings.standing import StandingSection  # noqa: PLC0415 - same

                return StandingSection(self)
            case "phrases":
                from ui.pages.settings.phrases import PhrasesSection  # noqa: PLC0415 - same

                return PhrasesSection(self)
            case "desk":
                return DeskSection(self.bridge)
            case _:
                return LookSection()

    @Slot(str)
    def _show(self, key: str) -> None:
        if key not in SECTIONS:
            return
        if self.tabs.key() != key:
            self.tabs.choose(key)
            return
        self.save_now()
        wanted = self.section(key)
        for made in self.sections.values():
            made.setVisible(made is wanted)
        self.place = self.place.with_view(key)
        if not self._stale and hasattr(wanted, "reload"):
            wanted.reload()
