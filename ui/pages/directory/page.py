"""The Directory page itself: two lists, one search, one filter, and the detail panel beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from referral_desk.operations.organisations import add_organisation
from referral_desk.operations.people import add_person
from referral_desk.queries.organisations import OrganisationRow, organisations
from referral_desk.queries.people import PersonRow, people
from referral_desk.vocabulary import Sector
from ui.commands import Command
from ui.doing import OperationForm, UndoPage
from ui.icons import icon
from ui.language import collator, label_text, language
from ui.memory import recall, recall_bytes, remember
from ui.pages.directory.lists import OrganisationList, PeopleList
from ui.pages.directory.organisation import OrganisationDetail
from ui.pages.directory.organisation_forms import NewOrganisationForm
from ui.pages.directory.person import NewPersonForm, PersonDetail
from ui.places import Place
from ui.tables import RowView
from ui.theme import dress, px, sized
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.line_icons import grow_icons
from ui.widgets.pick_input import Pick
from ui.widgets.search_choice import Option
from ui.widgets.segments import Segments
from ui.widgets.side import Side

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from referral_desk.operations.outcome import Done
    from ui.bridge import Bridge

PEOPLE: Final = "people"
ORGANISATIONS: Final = "organisations"
SPLIT: Final = "directory/split"
STACKED_BELOW: Final = 860


class DirectoryPage(UndoPage):
    """People and organisations; what one types narrows the list, what one chooses opens beside it."""

    areas: ClassVar[frozenset[str]] = frozenset({"people", "organisations", "groups"})
    scrolls: ClassVar[bool] = False
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.people: tuple[PersonRow, ...] = ()
        self.organisations: tuple[OrganisationRow, ...] = ()
        self._wanted: int | None = None
        self.new_form: OperationForm | None = None
        self.add = button("", "primary", "plus")
        self.header.say(self.tr("Directory"))
        self.header.add(self.add)
        self._build_tools()
        self._build_lists()
        self._build_detail()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        card = Card(margin=1, gap=0)
        card.add(self.lists)
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([px(620), px(400)])
        self.splitter.restoreState(recall_bytes(sized(SPLIT)))
        self.body.addWidget(self.splitter, 1)
        self.add.clicked.connect(self.open_new)
        self._turn(place.view or recall("directory/view", PEOPLE))

    def _build_tools(self) -> None:
        choices = ((PEOPLE, self.tr("Persons")), (ORGANISATIONS, self.tr("Organisations")))
        self.segments = Segments(choices, self.tr("What to look at"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, former name, organisation, group …"))
        self.search.setAccessibleName(self.tr("Search the directory"))
        grow_icons(self.search)
        self.search.addAction(icon("magnifying-glass", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        for part in self.search.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Search the directory"))
        self.sector = QComboBox()
        self.sector.setAccessibleName(self.tr("Sector"))
        self.sector.addItem(self.tr("All sectors"), None)
        order = collator()
        for each in sorted(Sector, key=lambda member: order.sortKey(label_text(member))):
            self.sector.addItem(label_text(each), each.value)
        self.former = QCheckBox(self.tr("Former too"))
        self.search.setMinimumWidth(px(160))
        self.tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.tools.setSpacing(12)
        self.tools.addWidget(self.segments)
        seek = QHBoxLayout()
        seek.setSpacing(12)
        seek.addWidget(self.search, 1)
        seek.addWidget(self.sector)
        seek.addWidget(self.former)
        self.tools.addLayout(seek, 1)
        self.body.addLayout(self.tools)
        self.segments.chosen.connect(self._on_view)
        self.search.textChanged.connect(self._on_filter)
        self.sector.currentIndexChanged.connect(self._on_filter)
        self.former.toggled.connect(self._on_filter)

    def _build_lists(self) -> None:
        self.people_list = PeopleList()
        self.organisation_list = OrganisationList(self.search)
        self.lists = QStackedWidget()
        dress(self.lists, "plain")
        for view in (self.people_list, self.organisation_list):
            view.chosen.connect(self._on_chosen)
            view.opened.connect(self._on_opened)
            self.lists.addWidget(view)
            view.empty.started.connect(self.open_new)

    def _build_detail(self) -> None:
        self.person = PersonDetail(self)
        self.organisation = OrganisationDetail(self)
        # The list has the whole page until somebody is chosen.
        self.detail = Side((self.person, self.organisation))
        self.detail.setMinimumWidth(px(300))
        self.detail.left.connect(self.close_detail)

    # Page ---------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        day, said = self.as_of, language()
        self.bridge.ask(organisations, day=day, language=said).then(self.show_organisations)
        self.bridge.ask(people, day=day, language=said).then(self.show_people)

    def turn_to(self, place: Place) -> None:
        self.save_now()
        self.place = place
        self._turn(place.view)
        self.refresh()

    def _turn(self, view: str) -> None:
        person, organisation = self.place.wish("person"), self.place.wish("organisation")
        if person or view == PEOPLE:
            self.segments.choose(PEOPLE)
        elif organisation or view == ORGANISATIONS:
            self.segments.choose(ORGANISATIONS)
        self._wanted = int(person or organisation or 0) or None
        self._show_view()

    def keep(self) -> dict[str, Any]:
        row = self._list().chosen_row()
        return {
            "view": self.segments.key(),
            "search": self.search.text(),
            "sector": self.sector.currentData(),
            "former": self.former.isChecked(),
            "id": row.id if row is not None else None,
            "writing": self.person.writing.hand_over() if self.person.is_unsaved else None,
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self.segments.choose(kept["view"])
        self.search.setText(kept["search"])
        self.sector.setCurrentIndex(max(0, self.sector.findData(kept["sector"])))
        self.former.setChecked(kept["former"])
        self._wanted = kept["id"]
        if kept["writing"] is not None:
            self.person.writing.take_over(kept["writing"])

    def is_unsaved(self) -> bool:
        return self.person.is_unsaved

    def show_unsaved(self) -> None:
        self._turn(PEOPLE)
        self.people_list.choose(self.person.writing.drafts.unkept[0].key)

    def save_now(self) -> None:
        self.person.hand_on()
        self.organisation.hand_on()

    def commands(self) -> list[Command]:
        found = [Command("directory/search", self.tr("Search the directory"), "magnifying-glass", self.search.setFocus)]
        if self.bridge.may(add_person):
            found.append(Command("directory/person", self.tr("New person"), "user-plus", self.open_new_person))
        if self.bridge.may(add_organisation):
            words = self.tr("New organisation")
            found.append(Command("directory/organisation", words, "buildings", self.open_new_organisation))
        return found

    @Slot(object)
    def show_organisations(self, rows: tuple[OrganisationRow, ...]) -> None:
        """Show the answer of the query."""
        self.organisations = rows
        self.person.offer([Option(row.id, row.name, row.abbreviation) for row in rows])
        self.organisation_list.set_rows(rows)
        self.segments.set_word(ORGANISATIONS, self.tr("Organisations ({count})").format(count=len(rows)))
        self._on_filter()
        if self.segments.key() == ORGANISATIONS:
            self._choose_wanted()

    @Slot(object)
    def show_people(self, rows: tuple[PersonRow, ...]) -> None:
        """Show the answer of the query."""
        self.people = rows
        self.people_list.set_rows(rows)
        active = sum(row.is_active for row in rows)
        self.segments.set_word(PEOPLE, self.tr("Persons ({count})").format(count=active))
        self._on_filter()
        if self.segments.key() == PEOPLE:
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        view = self._list()
        if self._wanted is not None and view.rows.rowCount():
            if not view.choose(self._wanted):
                self.search.clear()
                self.sector.setCurrentIndex(0)
                self.former.setChecked(True)
                view.choose(self._wanted)
            self._wanted = None
        self._show_chosen()

    def _list(self) -> RowView:
        return self.people_list if self.segments.key() == PEOPLE else self.organisation_list

    def _show_view(self) -> None:
        is_people = self.segments.key() == PEOPLE
        remember("directory/view", self.segments.key())
        self.lists.setCurrentWidget(self._list())
        self.sector.setVisible(not is_people)
        self.add.setText(self.tr("New person") if is_people else self.tr("New organisation"))
        self.add.setEnabled(self.bridge.may(add_person if is_people else add_organisation))
        self._on_filter()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.new_form is not None:
            self._show_detail(self.detail.blank)
            return
        row = self._list().chosen_row()
        if isinstance(row, PersonRow):
            self.person.show_person(row)
            self._show_detail(self.person)
        elif isinstance(row, OrganisationRow):
            self.organisation.show_organisation(row)
            self._show_detail(self.organisation)
        else:
            self.detail.hide()

    def _show_detail(self, part: QWidget) -> None:
        was_hidden = self.detail.isHidden()
        self.detail.show_part(part)
        self.detail.leave.setVisible(part is not self.detail.blank)
        if was_hidden and not self.splitter.restoreState(recall_bytes(sized(SPLIT))):
            self.splitter.setSizes([px(620), px(400)])

    @Slot()
    def close_detail(self) -> None:
        """Give the list the whole page again."""
        self.save_now()
        view = self._list()
        view.table.setCurrentIndex(QModelIndex())
        view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_filter(self) -> None:
        words, former = self.search.text(), self.former.isChecked()
        sector = self.sector.currentData()
        self.people_list.like(lambda row: (former or row.is_active) and row.matches(words))
        self.organisation_list.like(
            lambda row: (former or row.is_named) and row.matches(words) and sector in (None, row.sector.value)
        )

    @Slot(str)
    def _on_view(self, _key: str) -> None:
        self.save_now()
        self._close_new()
        self._show_view()

    @Slot(object)
    def _on_chosen(self, _row: object) -> None:
        self.save_now()
        self._close_new()
        self._show_chosen()

    @Slot(object)
    def _on_opened(self, row: object) -> None:
        first = self.person.form if isinstance(row, PersonRow) else self.organisation.form
        next(iter(first.inputs.values())).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def open_new(self) -> None:
        """Open the form for a new person or organisation, whichever list is in front."""
        if self.segments.key() == PEOPLE:
            self.open_new_person()
        else:
            self.open_new_organisation()

    @Slot()
    def open_new_person(self) -> None:
        """Open the form for a new person."""
        self.segments.choose(PEOPLE)
        picks = [Pick(row.id, row.name, row.abbreviation) for row in self.organisations]
        self._open(NewPersonForm(self, picks))

    @Slot()
    def open_new_organisation(self) -> None:
        """Open the form for a new organisation."""
        self.segments.choose(ORGANISATIONS)
        self._open(NewOrganisationForm(self))

    def _open(self, form: OperationForm) -> None:
        self._close_new()
        self.new_form = form
        form.cancelled.connect(self._on_cancelled)
        form.finished.connect(self._on_added)
        self.detail.put_form(form)
        self._show_detail(self.detail.blank)
        form.begin()

    def _close_new(self) -> None:
        if self.new_form is not None:
            self.new_form.hide()
            self.new_form.deleteLater()
            self.new_form = None

    @Slot()
    def _on_cancelled(self) -> None:
        self._close_new()
        self._show_chosen()
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_added(self, done: Done) -> None:
        self._close_new()
        self._wanted = done.id
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(STACKED_BELOW)
        self.tools.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.new_form is None and not self.detail.isHidden():
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not self.detail.isHidden():
            remember(sized(SPLIT), self.splitter.saveState())
        super().hideEvent(event)
