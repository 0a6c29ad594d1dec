"""What every test of the window has: a theme, a language, a bridge on a fresh desk, and a way to wait for it."""

import gc
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

import ui
from referral_desk.desk import Desk
from tests.builders import NOON
from tests.escalating import eight_bodies
from tests.homecoming import Home
from ui.bridge import Bridge
from ui.language import use_language
from ui.memory import use_memory
from ui.theme import Mode, theme

WINDOW_THREADS = ("desk", "work")
MAKES_WINDOWS = {"app.py", "shots.py"}
PLAIN = (Qt.WindowType.Widget, Qt.WindowType.Window)
OF_THE_WINDOW = Path(ui.__file__).parent


@pytest.fixture(autouse=True)
def _plain_window(qapp):
    """English, light, text at 100 %, nothing remembered; and nothing left behind."""
    # As in the program (ui/collect.py): a part of the window that another thread frees takes Qt down with it, and so
    # does one that goes while Qt looks through all of them.
    gc.disable()
    use_memory(None)
    use_language("en")
    if theme().mode is not Mode.LIGHT or theme().text_size != 100 or not qapp.styleSheet():
        theme().use(Mode.LIGHT)
    before = set(threading.enumerate())
    yield
    # Widgets go now, children after their parents, not when Python happens to collect them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith(WINDOW_THREADS)]
    assert left == [], "a bridge was not closed"
    assert not QApplication.overrideCursor()


@pytest.fixture(autouse=True)
def _no_flash(monkeypatch):
    """A part that is shown before it stands anywhere flashes as a window of its own, and takes the keys away."""
    flashes = []

    def kept(name, shows):
        show = getattr(QWidget, name)

        def shown(widget, *told):
            if shows(*told) and widget.parent() is None and widget.windowType() in PLAIN:
                frame = sys._getframe(1)
                caller = Path(frame.f_code.co_filename)
                is_ours = OF_THE_WINDOW in caller.parents and caller.name not in MAKES_WINDOWS
                # A part that shows itself is tested alone here.
                if is_ours and frame.f_locals.get("self") is not widget:
                    flashes.append(f"{type(widget).__name__} in {caller.name}, line {frame.f_lineno}")
            show(widget, *told)

        monkeypatch.setattr(QWidget, name, shown)

    kept("show", lambda: True)
    kept("setVisible", bool)
    yield
    assert flashes == []


@pytest.fixture
def desk(embedded_database, user):
    """A desk on the embedded engine: what the window shows does not depend on the engine."""
    return Desk(embedded_database, user, now=lambda: NOON)


@pytest.fixture
def store(embedded_database):
    """The database behind the desk, to put rows in: `with store.write() as session`."""
    return embedded_database


@pytest.fixture
def bridge(qapp, desk):
    made = Bridge(desk)
    yield made
    made.close()
    qapp.processEvents()


@pytest.fixture
def settled(qtbot, bridge):
    """Run something that asks the desk, and wait until the desk has nothing left to do."""

    def run(start):
        with qtbot.waitSignal(bridge.idle, timeout=30_000):
            start()

    return run


@pytest.fixture
def open_case(qtbot, bridge, settled):
    """Open a case, and wait for it."""

    from ui.pages.case import CasePage  # noqa: PLC0415 - most tests need no such page
    from ui.places import Place  # noqa: PLC0415 - same

    def show(case_id, view=""):
        page = CasePage(bridge, Place("case", case_id, view))
        page.said, page.places = [], []
        page.told.connect(page.said.append)
        page.went.connect(page.places.append)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        settled(page.show)
        qtbot.waitUntil(lambda: page.view is not None)
        return page

    yield show
    qtbot.waitUntil(lambda: not bridge.is_busy)


@pytest.fixture
def home(desk, store):
    """Six regions, the national group and the ministries, and all that can be done with what goes up and comes home."""
    return Home(desk, store, eight_bodies(store))


@pytest.fixture
def open_way(home, open_case):
    """Open the case of an escalation at its way, and wait for it."""
    return lambda escalation_id: open_case(home.see(escalation_id, lambda one: one.case_id), "way")
