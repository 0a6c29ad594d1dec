"""The window: navigation at the left, one line at the top, one banner, one page. The only place that opens pages."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.begun import is_begun, must_stay
from ui.commands import Command
from ui.counts import Counts
from ui.history import History
from ui.language import language
from ui.leaving import Leaving
from ui.memory import recall_bytes, remember, save_memory
from ui.messages import Banner, Message
from ui.navigation import Navigation
from ui.panes import go_on
from ui.places import Place
from ui.preferences import preferences
from ui.registry import entries, entry_for
from ui.theme import TEXT_SIZES, Mode, dress, theme
from ui.top_bar import TopBar
from ui.who_menu import WhoMenu

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from referral_desk.errors import DeskError
    from ui.bridge import Bridge
    from ui.page import Page
    from ui.palette import Palette

PAGES_KEPT: Final = 8
HOME: Final = Place("board")
SIZE: Final = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Opens places, remembers where one was, says messages, carries the palette."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.history = History()
        self.leaving = Leaving(self)
        self.as_of: dt.date = bridge.today
        self.pages: dict[tuple[str, int | None], Page] = {}
        self.page: Page | None = None
        self.counts: dict[str, int] = {}
        self.waiting = Counts(bridge, self)
        self.waiting.told.connect(self._on_waits)
        # Titles of meetings and names stay out of the task bar and of shared screens.
        self.setWindowTitle("Referral Desk")
        self.setMinimumSize(720, 480)
        self.resize(SIZE)
        self.restoreGeometry(recall_bytes("window/geometry"))
        self._build()
        self._make_shortcuts()
        bridge.failed.connect(self._on_failed)
        preferences().changed.connect(self._on_preferences)
        theme().changed.connect(self._on_preferences)
        self._is_rebuilding = False
        self._left: dict[tuple[str, int | None], dict[str, Any]] = {}  # what pages keep while they are not built
        self._outdated: set[Page] = set()  # pages of the language or theme before, in which somebody is writing

    def _build(self) -> None:
        central = QWidget()
        dress(central, "page")
        across = QHBoxLayout(central)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.navigation = Navigation()
        across.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        who = WhoMenu(self.bridge.user.name, central)
        who.wants_settings.connect(self.open_settings)
        self.top = TopBar(self.bridge.user.name, self.bridge.today, who)
        self.banner = Banner()
        self.stack = QStackedWidget()
        right.addWidget(self.top)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        across.addLayout(right, 1)
        self.palette_view: Palette | None = None
        self.setCentralWidget(central)
        self.top.as_of.set_day(self.as_of)
        self.navigation.chosen.connect(self._on_chosen)
        self.top.back.connect(self.go_back)
        self.top.forward.connect(self.go_forward)
        self.top.went.connect(self.open_place)
        self.top.searched.connect(self.open_palette)
        self.top.day_changed.connect(self._on_day)
        self.navigation.show_counts(self.counts)
        self._fit()

    def _make_shortcuts(self) -> None:
        for keys, call in (
            ("Ctrl+K", self.open_palette),
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("F6", self.next_pane),
            ("Shift+F6", self.previous_pane),
            ("F5", self.refresh),
            ("Ctrl+,", self.open_settings),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    # Places -------------------------------------------------------------------------------------------------------

    @Slot(object)
    def open_place(self, place: Place) -> None:
        """Go to a place; a page that does not exist yet is said, not failed."""
        if self._show(place):
            self.history.visit(place)
            self._show_history()

    @Slot()
    def go_back(self) -> None:
        """Go back to where one was."""
        place = self.history.back()
        if place is not None:
            self._show(place)
            self._show_history()

    @Slot()
    def go_forward(self) -> None:
        """Go forward again."""
        place = self.history.forward()
        if place is not None:
            self._show(place)
            self._show_history()

    @Slot()
    def refresh(self) -> None:
        """Load the page again."""
        if self.page is not None:
            self.page.refresh()

    @Slot()
    def open_settings(self) -> None:
        """Go to the settings."""
        self.open_place(Place("settings"))

    def _show(self, place: Place) -> bool:
        entry = entry_for(place.page)
        if entry is None:
            self.banner.tell(Message(self.tr("That page is not part of this version."), "info"))
            return False
        page = self.pages.pop(place.subject, None)
        if page is not None and page in self._outdated and not must_stay(page):
            self._let_go(page)
            page = None
        if page is None:
            page = entry.load()(self.bridge, place)
            page.went.connect(self.open_place)
            page.told.connect(self.tell)
            page.renamed.connect(self._on_renamed)
            page.waits.connect(self._on_waits)
            if place.subject in self._left:
                page.come_back(self._left.pop(place.subject), place)
            self.stack.addWidget(page)
        self.pages[place.subject] = page
        if self.page is not None and self.page is not page:
            self.page.save_now()
        self.page = page
        page.see_as_of(self.as_of)
        if page.place != place:
            page.turn_to(place)
        self.stack.setCurrentWidget(page)
        self.navigation.show_page(place.page)
        self._on_renamed()
        self._forget_oldest()
        self._focus_page()
        return True

    def _forget_oldest(self) -> None:
        for subject in list(self.pages)[:-PAGES_KEPT]:
            if subject != HOME.subject:
                self.pages[subject].save_now()
                if not is_begun(self.pages[subject]):
                    self._let_go(self.pages.pop(subject))

    def _let_go(self, page: Page) -> None:
        """Build a page no longer."""
        self._take_over(page)
        self.stack.removeWidget(page)
        page.deleteLater()

    def _take_over(self, page: Page) -> None:
        """What a page keeps waits until it is built anew."""
        page.save_now()
        self._left[page.place.subject] = page.keep() | {"place": page.place}
        self._outdated.discard(page)

    def _show_history(self) -> None:
        self.top.back_button.setEnabled(self.history.has_back)
        self.top.forward_button.setEnabled(self.history.has_forward)

    @Slot()
    def _on_renamed(self) -> None:
        if self.page is not None:
            self.top.crumbs.show_trail(self.page.trail(), self.page.title())
            self.top.as_of.setVisible(self.page.follows_as_of)
            self.page.setAccessibleName(self.page.title())

    @Slot(str, int)
    def _on_waits(self, key: str, count: int) -> None:
        self.counts[key] = count
        self.navigation.show_counts(self.counts)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.open_place(Place(key))

    @Slot(object)
    def _on_day(self, day: dt.date) -> None:
        self.as_of = day
        if self.page is not None:
            self.page.see_as_of(day)

    # Messages -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def tell(self, message: Message) -> None:
        """Say a message in the banner that there is now."""
        self.banner.tell(message)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        self.banner.tell(Message(error.sentence(language()), "warn"))

    # Palette and panes --------------------------------------------------------------------------------------------

    @Slot()
    def open_palette(self) -> None:
        """Open the command palette, or close it when it is open."""
        if self.palette_view is None:
            from ui.palette import Palette  # noqa: PLC0415 - the window opens without it

            self.palette_view = Palette(self.bridge, self.centralWidget() or self)
            self.palette_view.went.connect(self.open_place)
            self.palette_view.closed.connect(self._focus_page)
        if self.palette_view.isVisible():
            self.palette_view.close_it()
        else:
            self.palette_view.open_with(self.commands())

    def commands(self) -> list[Command]:
        """What one can do from here: the page's own commands first."""
        own = self.page.commands() if self.page is not None else []
        places = [
            Command(
                f"go/{entry.key}",
                self.tr("Go to {page}").format(page=entry.name()),
                entry.icon,
                self._opener(entry.key),
            )
            for entry in entries()
            if entry.section
        ]
        wishes = preferences()
        general = [
            *(
                Command(
                    f"language/{key}",
                    self.tr("Language: {name}").format(name=name),
                    "translate",
                    functools.partial(wishes.speak, key),
                )
                for key, name in (("da", "Dansk"), ("en", "English"))
            ),
            Command("theme/light", self.tr("Light theme"), "sun", functools.partial(wishes.look, Mode.LIGHT)),
            Command("theme/dark", self.tr("Dark theme"), "moon", functools.partial(wishes.look, Mode.DARK)),
            Command(
                "theme/system", self.tr("Theme of the computer"), "desktop", functools.partial(wishes.look, Mode.SYSTEM)
            ),
            Command("text/larger", self.tr("Larger text"), "text-aa", functools.partial(self._write, 1)),
            Command("text/smaller", self.tr("Smaller text"), "text-aa", functools.partial(self._write, -1)),
            Command("refresh", self.tr("Load the page again"), "arrow-clockwise", self.refresh, "F5"),
            Command("back", self.tr("Back"), "arrow-left", self.go_back, "Alt+←"),
        ]
        return [*own, *places, *(command for command in general if command.key != f"language/{language()}")]

    def _opener(self, key: str) -> Callable[[], None]:
        return functools.partial(self._on_chosen, key)

    def _write(self, step: int) -> None:
        sizes = list(TEXT_SIZES)
        near = min(range(len(sizes)), key=lambda n: abs(sizes[n] - preferences().text_size))
        preferences().write_large(sizes[max(0, min(near + step, len(sizes) - 1))])

    def panes(self) -> list[QWidget]:
        """What F6 goes through, in order."""
        every = [self.navigation, self.top, self.banner, self.page]
        return [pane for pane in every if pane is not None and pane.isVisible()]

    @Slot()
    def next_pane(self) -> None:
        """Go to the next part of the window."""
        go_on(self.panes(), self.focusWidget(), 1)

    @Slot()
    def previous_pane(self) -> None:
        """Go to the part before."""
        go_on(self.panes(), self.focusWidget(), -1)

    @Slot()
    def _focus_page(self) -> None:
        if self.page is not None:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Preferences --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_preferences(self) -> None:
        # Later, for what asked for it may be a widget of the page that goes.
        if not self._is_rebuilding:
            self._is_rebuilding = True
            QTimer.singleShot(0, self, self.rebuild)

    @Slot()
    def rebuild(self) -> None:
        """Build everything anew in the language and theme in force; where one was stays.

        A page with a form that somebody is writing in stays as it is until they are done with it.
        """
        self._is_rebuilding = False
        place = self.page.place if self.page is not None else HOME
        unread, focus = self.banner.messages(), self.focusWidget()
        for subject, page in list(self.pages.items()):
            forms = must_stay(page)
            if not forms:
                self._take_over(self.pages.pop(subject))  # it goes with all that stands around it
                continue
            self.stack.removeWidget(page)
            page.setParent(None)
            self._outdated.add(page)
            for form in forms:
                form.over.connect(self._on_preferences)
        self.page = None
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._build()
        for page in self.pages.values():
            self.stack.addWidget(page)
        self._show(place)
        self._show_history()
        if focus is not None and shiboken6.isValid(focus) and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        for message in unread:
            self.banner.tell(message)

    def _fit(self) -> None:
        self.navigation.fit(self.width())
        self.top.fit(self.width())

    # Qt -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.palette_view is not None:
            self.palette_view.close_it()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving.may_close():
            event.ignore()
            return
        remember("window/geometry", self.saveGeometry())
        save_memory()
        super().closeEvent(event)
