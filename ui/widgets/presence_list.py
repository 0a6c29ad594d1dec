"""A presence sheet: people under headings; arrows go from one to the next, single keys say what is the case.

The page says which key means what; `acted` tells (who, action), `noted` a state that was pressed with the mouse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import MEDIUM, colour, dress, font, px
from ui.widgets.presence_line import Columns, PresenceLine, PresenceLook, StateLook, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

HEADING = 28
CAME, LEFT, CONFLICT_KEY, TURN = "came", "left", "conflict", "turn"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True)
class Section:
    """People under one heading, by what they are known under."""

    title: str
    people: tuple[tuple[str, PresenceLook], ...]


class PresenceList(QScrollArea):
    """One stop for the Tab key: the person who was looked at last."""

    noted = Signal(str, str)
    acted = Signal(str, str)
    opened = Signal(str)
    flagged = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "plain")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: dict[str, PresenceLine] = {}
        self.keys: Mapping[str, str] = {}
        """What a letter, in capitals, means."""
        self._sections: tuple[Section, ...] = ()
        self._headings: list[Heading] = []
        self._panel: tuple[str, QWidget] | None = None
        self._here = ""
        self._wanted = ""
        content = QWidget()
        dress(content, "plain")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.box = QVBoxLayout(content)
        self.box.setContentsMargins(0, 0, 4, 0)
        self.box.setSpacing(0)
        self.setWidget(content)

    def show_sections(
        self, sections: Sequence[Section], states: tuple[StateLook, ...], items: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Show people. `states` can be noted; `items` are (number, title) of those shown as cells."""
        shape = [(section.title, [key for key, _look in section.people]) for section in sections]
        same = [(section.title, [key for key, _look in section.people]) for section in self._sections]
        self._sections = tuple(sections)
        if shape != same:
            self._lay_out()
        looks = [look for section in sections for _key, look in section.people]
        words = Words.of(looks, states)
        titles = tuple(title for _number, title in items)
        for section in sections:
            for key, look in section.people:
                self.lines[key].show_look(look, states, titles, words)
        for heading, section in zip(self._headings, self._sections, strict=True):
            heading.show_heading(section.title, len(section.people), tuple(number for number, _title in items), words)

    def _lay_out(self) -> None:
        had_focus = any(line.hasFocus() for line in self.lines.values())
        panel, self._panel = self._panel, None
        if panel is not None:
            self.box.removeWidget(panel[1])
        while (item := self.box.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in self.lines.values():
                old.hide()
                old.deleteLater()
        known, self.lines = self.lines, {}
        self._headings = []
        for section in self._sections:
            heading = Heading()
            self._headings.append(heading)
            self.box.addWidget(heading)
            for key, _look in section.people:
                line = known.pop(key, None) or self._line(key)
                self.lines[key] = line
                self.box.addWidget(line)
        self.box.addStretch()
        for line in known.values():
            line.hide()
            line.deleteLater()
        if panel is not None:
            if panel[0] in self.lines:
                self.open_below(*panel)
            else:
                panel[1].hide()
                panel[1].deleteLater()
        self._stand(self._here if self._here in self.lines else next(iter(self.lines), ""), focus=had_focus)
        if self._wanted in self.lines:
            self.go_to(self._wanted)

    def _line(self, key: str) -> PresenceLine:
        line = PresenceLine()
        line.setProperty("who", key)
        line.noted.connect(self._on_noted)
        line.clicked.connect(self._on_clicked)
        line.flagged.connect(self._on_flagged)
        line.turned.connect(self._on_turned)
        line.keyed.connect(self._on_key)
        return line

    def here(self) -> str:
        """Whom the keyboard stands on."""
        return self._here

    def go_to(self, key: str) -> None:
        """Put the keyboard on somebody; on somebody who is still to come as soon as there is a line."""
        if key in self.lines:
            self._wanted = ""
            self._stand(key, focus=True)
        else:
            self._wanted = key

    def step(self, by: int) -> None:
        """Go some people on, over those who are not shown."""
        shown = [key for key, line in self.lines.items() if not line.isHidden()]
        if self._here in shown:
            place = max(0, min(shown.index(self._here) + by, len(shown) - 1))
            cell = self.lines[self._here].at
            self._stand(shown[place], focus=True)
            self.lines[shown[place]].stand_at(cell)

    def narrow(self, keys: set[str] | None) -> None:
        """Show only some people, or all; headings without anybody go too."""
        for section, heading in zip(self._sections, self._headings, strict=True):
            shown = [key for key, _look in section.people if keys is None or key in keys]
            heading.setVisible(bool(shown))
            for key, _look in section.people:
                self.lines[key].setVisible(key in shown)
        first = next((key for key, line in self.lines.items() if not line.isHidden()), "")
        if first and self.lines.get(self._here, self.lines[first]).isHidden():
            self._stand(first, focus=False)

    def open_below(self, key: str, panel: QWidget) -> None:
        """Show what more can be done right below somebody."""
        self.close_panel()
        line = self.lines[key]
        self._panel = (key, panel)
        line.setChecked(True)
        self.box.insertWidget(self.box.indexOf(line) + 1, panel)
        panel.show()
        self.show_panel()

    def show_panel(self) -> None:
        """Bring all of what is open into sight, once it has its size."""
        QTimer.singleShot(0, self, self._on_panel_sized)

    @Slot()
    def _on_panel_sized(self) -> None:
        if self._panel is not None:
            panel = self._panel[1]
            panel.resize(panel.width(), panel.sizeHint().height())
            self.ensureWidgetVisible(panel, 0, px(4))

    def close_panel(self) -> str:
        """Close what is open; tell below whom it was."""
        if self._panel is None:
            return ""
        key, panel = self._panel
        self._panel = None
        self.box.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        if key in self.lines:
            self.lines[key].setChecked(False)
        return key

    def panel_of(self) -> str:
        """Below whom something is open."""
        return self._panel[0] if self._panel is not None else ""

    def _stand(self, key: str, *, focus: bool) -> None:
        if self._here in self.lines and self._here != key:
            self.lines[self._here].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.lines[self._here].at = -1
        self._here = key
        if key not in self.lines:
            return
        self.lines[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            self.lines[key].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.lines[key], 0, px(HEADING))

    def _sender(self) -> str:
        line = self.sender()
        return str(line.property("who")) if isinstance(line, PresenceLine) else ""

    @Slot(str)
    def _on_noted(self, state: str) -> None:
        key = self._sender()
        self._stand(key, focus=True)
        self.noted.emit(key, state)

    @Slot()
    def _on_clicked(self) -> None:
        key = self._sender()
        self.lines[key].setChecked(key == self.panel_of())
        self._stand(key, focus=True)
        self.opened.emit(key)

    @Slot()
    def _on_flagged(self) -> None:
        key = self._sender()
        self._stand(key, focus=True)
        self.flagged.emit(key)

    @Slot(int)
    def _on_turned(self, _cell: int) -> None:
        key = self._sender()
        self._stand(key, focus=True)
        self.acted.emit(key, TURN)

    @Slot(object)
    def _on_key(self, event: QKeyEvent) -> None:
        key, line = self._sender(), self.sender()
        if not isinstance(line, PresenceLine):
            return
        pressed = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_shift = held == Qt.KeyboardModifier.ShiftModifier
        letter = event.text().upper()
        if held and not is_shift:
            return
        if pressed in _STEPS and not is_shift:
            self.step(_STEPS[pressed])
        elif pressed in (Qt.Key.Key_Home, Qt.Key.Key_End) and not is_shift:
            self.step(-len(self.lines) if pressed == Qt.Key.Key_Home else len(self.lines))
        elif pressed in (Qt.Key.Key_Left, Qt.Key.Key_Right) and line.look is not None and line.look.cells:
            self._across(line, key, forward=pressed == Qt.Key.Key_Right, is_shift=is_shift)
        elif pressed == Qt.Key.Key_Space and line.at >= 0:
            self.acted.emit(key, TURN)
        elif pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            line.click()
        elif pressed in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.acted.emit(key, self.keys.get("DEL", ""))
        elif letter in self.keys:
            self.acted.emit(key, self.keys[letter])
        else:
            return
        event.accept()

    def _across(self, line: PresenceLine, key: str, *, forward: bool, is_shift: bool) -> None:
        if is_shift and line.at >= 0:
            self.acted.emit(key, LEFT if forward else CAME)
        else:
            line.stand_at(line.at + (1 if forward else -1))


class Heading(QWidget):
    """A role with how many have it; over cells the numbers of the items."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count, self._words = "", 0, Words()
        self._items: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_heading(self, title: str, count: int, items: tuple[str, ...], words: Words) -> None:
        """Show a role."""
        self._title, self._count, self._items, self._words = title, count, items, words
        self.setAccessibleName(f"{title}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(HEADING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(px(12), 0, self.width() - px(24), self.height() - px(6))
        painter.setFont(font("small", MEDIUM))
        painter.setPen(colour("quiet"))
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom, self._title)
        beside = QFontMetrics(font("small", MEDIUM)).horizontalAdvance(self._title) + px(6)
        painter.setFont(font("small"))
        painter.setPen(colour("faint"))
        painter.drawText(line.adjusted(beside, 0, 0, 0), Qt.AlignmentFlag.AlignBottom, str(self._count))
        painter.setPen(colour("line"))
        painter.drawLine(px(12), self.height() - px(2), self.width() - px(12), self.height() - px(2))
        if not self._items:
            return
        painter.setPen(colour("quiet"))
        for number, box in zip(self._items, Columns.of(self.width(), len(self._items), self._words).cells, strict=True):
            place = QRect(box.x() - px(4), 0, box.width() + px(8), self.height() - px(6))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, number)
