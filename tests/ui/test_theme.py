"""Colours keep their contrast, sizes follow the text size, the style sheet and the icons are whole."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel

from referral_desk.texts import RESOURCES
from ui import icons
from ui.theme import (
    DARK,
    EDGE_PAIRS,
    LIGHT,
    TEXT_PAIRS,
    TYPE,
    Mode,
    contrast,
    dress,
    font,
    from_system,
    px,
    sheet,
    theme,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground_it_stands_on(colours):
    weak = {
        (ink, ground): round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, ground in TEXT_PAIRS
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_of_a_control_can_be_seen(colours):
    assert all(contrast(getattr(colours, edge), getattr(colours, ground)) >= 3 for edge, ground in EDGE_PAIRS)


def test_contrast_is_what_the_guideline_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_name_in_the_style_sheet_is_known():
    assert "@" not in sheet(LIGHT).replace("@media", "")


def test_every_look_that_the_code_asks_for_stands_in_the_style_sheet():
    known = set(re.findall(r'kind="([\w-]+)"', (RESOURCES / "style" / "desk.qss").read_text(encoding="utf-8")))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    asked = set(re.findall(r'dress\([\w.]+, "([\w-]+)"\)', code))
    assert asked - known == set()


def test_text_at_200_per_cent_is_twice_as_large(qapp):
    theme().use(Mode.LIGHT, 200)
    assert px(32) == 64
    assert font("body").pixelSize() == 2 * TYPE["body"]
    theme().use(Mode.LIGHT, 900)
    assert theme().text_size == 200


def test_the_letters_are_our_own(qapp):
    assert QFontInfo(font()).family() == "Source Sans Pro"


def test_dark_is_dark_at_once(qtbot, qapp):
    label = QLabel("x")
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme().changed):
        theme().use(Mode.DARK)
    assert theme().colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.page.lower()


def test_the_theme_follows_the_system_while_it_should(qtbot, qapp, monkeypatch):
    theme().use(Mode.SYSTEM)
    monkeypatch.setattr(type(theme()), "_wanted", lambda _self: DARK)
    with qtbot.waitSignal(theme().changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().colours is DARK


def test_a_chosen_theme_does_not_follow_the_system(qtbot, qapp):
    theme().use(Mode.LIGHT)
    with qtbot.assertNotEmitted(theme().changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_high_contrast_uses_the_systems_colours():
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, "#000000")
    system.setColor(QPalette.ColorRole.WindowText, "#ffff00")
    tokens = from_system(system)
    assert (tokens.text, tokens.page, tokens.late, tokens.late_soft) == ("#ffff00", "#000000", "#ffff00", "#000000")
    assert tokens.dark


def test_a_widget_changes_its_look(qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    dress(label, "faint")
    label.ensurePolished()
    assert label.font().pixelSize() == TYPE["small"]


def test_every_icon_that_the_code_names_exists():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    asked = set(re.findall(r'(?:\bicon|icon_button|IconLabel|EmptyState|paint_icon|check_icon)\(\s*"([a-z-]+)"', code))
    assert asked - icons.names() == set()
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_an_icon_takes_the_colour_of_the_theme_in_force(qapp):
    def middle():
        image = icons.icon("square-fill", "accent").pixmap(16, 16).toImage()
        return image.pixelColor(8, 8).name()

    assert middle() == LIGHT.accent.lower()
    theme().use(Mode.DARK)
    assert middle() == DARK.accent.lower()


def test_nothing_is_collected_while_every_widget_gets_another_look(qtbot):
    collecting = []

    class Looked(QLabel):
        def changeEvent(self, event):  # noqa: N802 - Qt's name
            collecting.append(gc.isenabled())
            super().changeEvent(event)

    shown = Looked("Ord")
    qtbot.addWidget(shown)
    shown.show()
    gc.enable()
    theme().use(Mode.DARK)
    assert gc.isenabled()
    gc.disable()
    assert collecting
    assert not any(collecting)
