"""How the window looks, and where the desk lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from referral_desk.texts import LANGUAGES
from ui.forms import Choice, Form
from ui.language import language
from ui.memory import settings
from ui.preferences import preferences
from ui.theme import TEXT_SIZES, Mode, px
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.bridge import Bridge

WIDTH = 560


class LookSection(Card):
    """Language, theme, text size."""

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.setMaximumWidth(px(WIDTH))
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
        self.add(self.form)
        self.form.edited.connect(self._on_edited)

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


class DeskSection(Card):
    """Facts about this desk."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(gap=4)
        self.setMaximumWidth(px(WIDTH))
        path = settings().recent[0].place if settings().recent else ""
        self.path = label(path or self.tr("Not kept in a file of this computer"), wraps=True)
        self.path.setTextInteractionFlags(self.path.textInteractionFlags().TextSelectableByMouse)
        self.add(label(self.tr("File"), "field"), self.path)
        self.body.addSpacing(8)
        self.add(label(self.tr("Signed in as"), "field"), label(bridge.user.name))
