"""What every page does; below, how to build one.

1. Subclass Page in ui/pages/<noun>.py; name the `areas` it shows ("meetings", "groups" ...).
2. In __init__(bridge, place, parent): call super, make widgets, add them to `self.body`, connect bound methods.
   Texts come from self.tr("..."), colours from desk.qss by `dress(widget, kind)`.
3. In reload(): `self.bridge.ask(query, ...).then(self._on_rows)`. It is called when the page is first shown, when
   one of its areas changed and when the as-of date moved; a hidden page waits until it is shown.
4. Go elsewhere with `self.go(Place("group", 3))`, say something with `self.tell(...)`; never open a box.
5. Add one line to ui/registry.py.

A change of language or theme builds the page anew: `keep()` hands over what must survive, `take_up()` takes it.
`save_now()` is called before a page goes: text that is still being typed is kept there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.messages import Message
from ui.reading_order import step
from ui.theme import dress
from ui.widgets.page_header import PageHeader
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from referral_desk.desk import Changes
    from ui.bridge import Bridge
    from ui.commands import Command
    from ui.places import Place


class Page(QWidget):
    """One screen. Class constants first, then widgets, reload, public methods, handlers, Qt overrides."""

    areas: ClassVar[frozenset[str]] = frozenset()
    """The nouns whose change makes this page load again."""
    scrolls: ClassVar[bool] = True
    """Whether the page is taller than the window may be; a page with its own lists says False."""
    follows_as_of: ClassVar[bool] = False
    """Whether the page can be seen as of another day; then `as_of` is given to its queries."""

    went = Signal(object)
    """Go to a Place."""
    told = Signal(object)
    """Say a Message in the banner."""
    renamed = Signal()
    """Title or trail changed."""
    waits = Signal(str, int)
    """How much waits on a page of the navigation: its key and the count."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.place = bridge, place
        self.as_of: dt.date = bridge.today
        self._stale = True
        dress(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = PageHeader()
        content = QWidget()
        dress(content, "page")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(32, 20, 32, 16)
        self.body.setSpacing(16)
        self.body.addWidget(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if self.scrolls:
            self._area = TallArea()
            self._area.setWidgetResizable(True)
            self._area.setFrameShape(QFrame.Shape.NoFrame)
            self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._area.setWidget(content)
            whole.addWidget(self._area)
        else:
            whole.addWidget(content)
        bridge.changed.connect(self._on_changed)
        bridge.outrun.connect(self.refresh)

    def title(self) -> str:
        """What the page is called, in the breadcrumb and the window's list."""
        return self.header.title.whole()

    def trail(self) -> list[tuple[str, Place]]:
        """The places above this one, outermost first: the breadcrumb without the page itself."""
        return []

    def reload(self) -> None:
        """Ask for what the page shows."""
        raise NotImplementedError

    def turn_to(self, place: Place) -> None:
        """Show another view or wish of the same subject; the page is not built anew."""
        self.place = place
        self.refresh()

    def keep(self) -> dict[str, Any]:
        """What must survive building the page anew (scroll position, choice, search word)."""
        return {}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""

    def come_back(self, kept: dict[str, Any], place: Place) -> None:
        """Take up what was kept when the window forgot the page; what the place asks for now goes before that."""
        self.take_up(kept)
        if kept.get("place", place) != place:
            self.turn_to(place)

    def save_now(self) -> None:
        """Keep what is being typed, before the page goes."""

    def is_unsaved(self) -> bool:
        """Whether something typed is not kept yet: then the page is not forgotten, and the window does not close."""
        return False

    def show_unsaved(self) -> None:
        """Show what is not kept yet."""

    def commands(self) -> list[Command]:
        """What the palette offers while this page is in front."""
        return []

    @Slot()
    def refresh(self) -> None:
        """Load again now, or when the page is next shown."""
        self._stale = True
        if self.isVisible():
            self._load_if_stale()

    def see_as_of(self, day: dt.date) -> None:
        """Look at another day."""
        if day != self.as_of:
            self.as_of = day
            if self.follows_as_of:
                self.refresh()

    def go(self, place: Place) -> None:
        """Open another place."""
        self.went.emit(place)

    def tell(
        self, text: str, tone: str = "good", *, action: str = "", call: Callable[[], object] | None = None
    ) -> None:
        """Say a sentence in the banner, with one thing to do about it ("Undo")."""
        self.told.emit(Message(text, tone, action, call))

    def call_it(self, title: str, subtitle: str = "") -> None:
        """Set the title and the line below it."""
        self.header.say(title, subtitle)
        self.renamed.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.areas & changes.areas:
            self.refresh()

    def _load_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load_if_stale()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return step(self.window(), is_next=next, wraps=True) or super().focusNextPrevChild(next)
