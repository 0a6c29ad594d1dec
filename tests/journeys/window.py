"""Somebody at the real window: starts the program on a desk file, sees, presses, types, drops. No shortcuts inside."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.exceptions import TimeoutError as NeverSeen

from ui import app
from ui.language import use_language
from ui.memory import use_memory
from ui.theme import Mode, theme

if TYPE_CHECKING:
    from pathlib import Path

LONG = 30_000


class Somebody:
    """Works at the window with mouse and keyboard; what cannot be seen or pressed cannot be used."""

    def __init__(self, qtbot, *words):
        self.qtbot, self.has_left = qtbot, False
        self.app = app.App(app.parser().parse_args([str(word) for word in words]))
        self.app.start()

    # What one sees ------------------------------------------------------------------------------------------------

    @property
    def window(self):
        return self.app.window

    @property
    def page(self):
        return self.window.page

    @property
    def banner(self):
        """The message in front, or nothing."""
        return self.window.banner.text.text() if self.window.banner.isVisible() else ""

    def words(self, part=None):
        """Every word of a part that stands in sight, in one text."""
        part = part or self.front
        found = [label.whole() if hasattr(label, "whole") else label.text() for label in _shown(part, QLabel)]
        found += [button.text() or button.accessibleName() for button in _shown(part, QAbstractButton)]
        return "\n".join(found)

    @property
    def front(self):
        """The window in front: the entrance, or the page."""
        return self.app.entrance or self.page

    def until(self, condition, patience=LONG):
        """Wait until something can be seen."""
        self.qtbot.waitUntil(condition, timeout=patience)

    def reads(self, words, part=None):
        """Wait until words stand in sight."""
        try:
            self.until(lambda: words in self.words(part))
        except NeverSeen:
            pytest.fail(f"{words!r} never came in sight, but:\n{self.words(part)}")

    def rest(self):
        """Wait until the page is in sight and the desk has nothing left to do."""
        self.until(lambda: self.page.isVisible() and not self.window._is_rebuilding and not self.app.bridge.is_busy)

    left = Qt.MouseButton.LeftButton

    # What one does ------------------------------------------------------------------------------------------------

    def press(self, what, part=None):
        """Press a button: the button itself, or the words on it."""
        button = what if isinstance(what, QWidget) else self.button(what, part)
        self.until(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, words, part=None):
        """The one button in sight with these words."""
        found = []

        def seen():
            found[:] = [
                button
                for button in _shown(part or self.front, QAbstractButton)
                if words in (button.text().strip(), button.accessibleName())
            ]
            return len(found) == 1

        self.until(seen)
        return found[0]

    def field(self, name, part=None):
        """The one field in sight with this name."""
        found = []

        def seen():
            found[:] = [
                made
                for made in _shown(part or self.front, QWidget)
                if made.accessibleName() == name and made.focusPolicy() != Qt.FocusPolicy.NoFocus
            ]
            return len(found) == 1

        self.until(seen)
        return found[0]

    def write(self, field, text):
        """Click into a field and write over what stands there."""
        self.click(field)
        self.keys("Ctrl+A")
        self.qtbot.keyClicks(field, text)

    def add(self, field, text):
        """Click into a field and write at its end."""
        self.click(field)
        self.keys("Ctrl+End" if not isinstance(field, QLineEdit) else "End")
        self.qtbot.keyClicks(field, text)

    def click(self, part):
        """Click into a part."""
        self.until(lambda: part.isVisible() and part.isEnabled())
        self.qtbot.mouseClick(getattr(part, "viewport", lambda: part)(), Qt.MouseButton.LeftButton)

    def choose(self, box, words):
        """Choose a line of a drop-down list by its first letters, as one does with the keyboard."""
        self.click(box)
        self.qtbot.keyClicks(box.view(), words)
        self.qtbot.keyClick(box.view(), Qt.Key.Key_Return)
        self.until(lambda: box.currentText() == words)

    def keys(self, words):
        """Press a key combination such as "Alt+Up" where the cursor is."""
        pressed = QKeySequence(words)[0]
        top = self.app.entrance or self.window
        if QApplication.activePopupWidget() is None:
            self.until(lambda: _is_active(top))
        target = top.focusWidget() or top
        self.qtbot.keyClick(target, pressed.key(), pressed.keyboardModifiers())

    def opens(self, key):
        """Go to a page by the navigation."""
        self.press(self.window.navigation.buttons[key])
        self.rest()

    def press_key(self, part, words):
        """Go to a part and press a key there."""
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys(words)

    def finds(self, typed, until=""):
        """Ctrl+K, some letters, steps down until one sees what one wants, Enter; gives what was opened."""
        title = self.finds_at_once(typed, until)
        self.rest()
        return title

    def finds_at_once(self, typed, until=""):
        """Do the same without waiting for the desk."""
        self.keys("Ctrl+K")
        palette = self.window.palette_view
        self.until(palette.isVisible)
        self.qtbot.keyClicks(palette.field, typed)
        self.until(lambda: any(until in offer.title for offer in palette.shown()))
        while until not in (title := palette.shown()[palette.list.currentIndex().row()].title):
            self.qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        self.qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        return title

    def chooses_files(self, *paths: Path):
        """Answer the file dialog that is open, by typing paths into it."""
        dialogs = []

        def is_open():
            dialogs[:] = [top for top in QApplication.topLevelWidgets() if _is_open_dialog(top)]
            return len(dialogs) == 1

        self.until(is_open)
        line = dialogs[0].findChild(QLineEdit, "fileNameEdit")
        said = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
        line.setText(said)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.until(lambda: not any(_is_open_dialog(top) for top in QApplication.topLevelWidgets()))

    def drops(self, part, *paths: Path):
        """Drag files over a part and let go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, button, held = part.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        actions = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, actions, mime, button, held)
        QApplication.sendEvent(part, enter)
        assert enter.isAccepted(), "nothing can be dropped here"
        QApplication.sendEvent(part, QDropEvent(QPointF(at), actions, mime, button, held))

    def leaves(self):
        """Close the window; the program ends when it has kept everything."""
        if self.has_left:
            return
        self.has_left = True
        window, entrance = self.app.window, self.app.entrance
        if window is not None:
            window.close()
            self.until(lambda: not window.isVisible())
        if entrance is not None:
            entrance.close()
        self.app.close()
        for part in (window, entrance, self.app.bridge, self.app):
            if part is not None:
                part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown(part, kind):
    return [part_ for part_ in [part, *part.findChildren(QWidget)] if isinstance(part_, kind) and part_.isVisible()]


def _is_active(top):
    """Whether keys go to a window; a window manager sees to it when a list has closed, offscreen there is none."""
    if not top.isActiveWindow():
        top.activateWindow()
    return top.isActiveWindow()


def _is_open_dialog(top):
    return isinstance(top, QFileDialog) and top.isVisible()


@pytest.fixture
def plain_window(qapp, tmp_path):
    """Danish, light, nothing remembered but what this test's program remembers; garbage only on this thread."""
    gc.disable()
    use_memory(tmp_path / "settings")
    use_language("da")
    theme().use(Mode.LIGHT)
    yield
    use_memory(None)
    use_language("en")
    theme().use(Mode.LIGHT)
    QGuiApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@pytest.fixture
def me(somebody, demo_desk):
    """Somebody at the demo desk: the program has been started and shows the Board."""
    return at_the_demo_desk(somebody, demo_desk)


def at_the_demo_desk(somebody, demo_desk):
    """Start the program on the demo desk and wait for its Board."""
    here = somebody("--desk", demo_desk.path, "--passphrase-file", demo_desk.passphrase_file)
    here.until(lambda: here.window is not None)
    here.rest()
    return here


def national_meeting(me):
    """Open the coming national meeting from anywhere."""
    me.finds("national", until="National gruppe, 15. dec. 2026")
    me.until(lambda: me.page.title() == "15. dec. 2026")
    me.rest()


def agenda_item(me, title):
    """Click on an item of the agenda; gives its editor."""
    lines = me.page.agenda_view.list
    index = next(lines.agenda.index(row) for row, line in enumerate(lines.agenda.lines) if line.title == title)
    lines.scrollTo(index)
    me.qtbot.mouseClick(lines.viewport(), me.left, pos=lines.visualRect(index).center())
    editor = me.page.agenda_view.pane.editor
    me.until(lambda: editor.title.text() == title)
    me.rest()
    return editor


@pytest.fixture
def somebody(qtbot, plain_window):
    """Start the program with words of the command line; who is still there at the end closes the window."""
    here = []

    def start(*words):
        here.append(Somebody(qtbot, *words))
        return here[-1]

    yield start
    for one in here:
        if one.window is not None:
            one.window.leaving._may_lose = True
        one.leaves()
