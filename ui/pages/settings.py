"""Settings: language, theme, text size; where the desk lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from referral_desk.texts import LANGUAGES
from ui.forms import Choice, Form
from ui.language import language
from ui.memory import settings
from ui.page import Page
from ui.preferences import preferences
from ui.theme import TEXT_SIZES, Mode, px
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.places import Place

WIDTH = 560


class SettingsPage(Page):
    """What the person likes, and facts about this desk."""

    areas: ClassVar[frozenset[str]] = frozenset({"settings"})

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.header.say(self.tr("Settings"))
        names = {"da": "Dansk", "en": "English"}
        self.form = Form(
            (
                Choice("language", self.tr("Language"), choices=tuple((key, names[key]) for key in LANGUAGES)),
                Choice(
                    "theme",
                    self.tr("Theme"),
                    6,
                    choices=(
                        (Mode.SYSTEM, self.tr("Like the computer")),
                        (Mode.LIGHT, self.tr("Light")),
                        (Mode.DARK, self.tr("Dark")),
                    ),
                ),
                Choice("text_size", self.tr("Text size"), 6, choices=tuple((size, f"{size} %") for size in TEXT_SIZES)),
            )
        )
        self.form.fill({"language": language(), "theme": preferences().mode, "text_size": preferences().text_size})
        look = Card(self.tr("How the window looks"), gap=16)
        look.add(self.form)
        self.desk = Card(self.tr("This desk"), gap=4)
        path = settings().recent[0].place if settings().recent else ""
        self.path = label(path or self.tr("Not kept in a file of this computer"), wraps=True)
        self.path.setTextInteractionFlags(self.path.textInteractionFlags().TextSelectableByMouse)
        self.desk.body.addSpacing(4)
        self.desk.add(label(self.tr("File"), "field"), self.path)
        self.desk.body.addSpacing(8)
        self.desk.add(label(self.tr("Signed in as"), "field"), label(bridge.user.name))
        for card in (look, self.desk):
            card.setMaximumWidth(px(WIDTH))
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._on_edited)

    def reload(self) -> None:
        """Nothing here comes from the desk."""

    @Slot(str, object)
    def _on_edited(self, name: str, value: object) -> None:
        wishes = preferences()
        match name:
            case "language":
                wishes.speak(str(value))
            case "theme":
                wishes.look(Mode(str(value)))
            case _:
                wishes.write_large(int(str(value)))
