"""The Group page itself: head, flags, and its parts in two columns that become one where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from referral_desk.operations.groups import change_group, remove_group, set_group_period
from referral_desk.queries.group import TERM_ENDS_SOON, GroupView, area_choices, group
from referral_desk.queries.groups import ChoiceRow, kind_word
from referral_desk.queries.organisations import organisation_choices
from referral_desk.queries.people import person_choices
from referral_desk.queries.seats import SectorRow
from referral_desk.vocabulary import Tier
from ui.commands import Command
from ui.doing import UndoPage
from ui.form_slot import FormSlot
from ui.icons import icon
from ui.language import day_text, label_text, language
from ui.pages.group.actions import ActionsCard
from ui.pages.group.attendance import AttendanceCard
from ui.pages.group.documents import GroupDocuments
from ui.pages.group.facts import AreaCard, MandateCard, NamesCard
from ui.pages.group.group_forms import EndGroupForm, RhythmForm
from ui.pages.group.history import HistoryCard
from ui.pages.group.seats import SeatsCard
from ui.pages.group.voices import VoicesCard
from ui.places import Place, wishes
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.coverage_matrix import CoverageMatrix, CoverLook
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.bridge import Bridge
    from ui.pages.group.seat_forms import SeatForm

BESIDE: Final = 340
STACKED_BELOW: Final = 860


class GroupPage(UndoPage):
    """One group on one day."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"groups", "people", "organisations", "meetings", "attendance", "actions"}
    )
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.view: GroupView | None = None
        self.people: tuple[ChoiceRow, ...] = ()
        self.organisations: tuple[ChoiceRow, ...] = ()
        self.areas_to_choose: tuple[ChoiceRow, ...] = ()
        self._build_head()
        self.flags = ChipFlow()
        self.body.addWidget(self.flags)
        self.body.addWidget(self.documents.line)
        self.slot = FormSlot()
        self.body.addLayout(self.slot)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(16)
        self.columns.addLayout(self._build_left(), 1)
        self.beside = QWidget()
        self.columns.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        self._build_beside()
        self.body.addLayout(self.columns)
        self.body.addStretch()

    def _build_head(self) -> None:
        self.meetings = button(self.tr("Meetings"), "", "calendar-blank")
        self.more = button(self.tr("Change"), "", "pencil-simple")
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self.tr("Change"))
        self.more.setEnabled(self.bridge.may(change_group))
        self.documents = GroupDocuments(self)
        self.header.add(self.meetings, self.documents.button, self.more)
        self.meetings.clicked.connect(self._on_meetings)
        self.more.clicked.connect(self._on_more)

    def _build_left(self) -> QVBoxLayout:
        self.seats = SeatsCard(self)
        self.matrix = CoverageMatrix(self.tr("Sectors and who covers them"))
        self.matrix.chosen.connect(self._on_sector)
        self.covered = label("", "faint")
        self.coverage = Card(self.tr("Coverage"), gap=4).beside_title(self.covered)
        self.coverage.add(self.matrix)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.seats)
        column.addWidget(self.coverage)
        self.attendance = AttendanceCard(self)
        column.addWidget(self.attendance)
        column.addStretch()
        return column

    def _build_beside(self) -> None:
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.voices = VoicesCard(self)
        self.actions_card = ActionsCard(self)
        self.mandate = MandateCard(self)
        self.area = AreaCard(self)
        self.names = NamesCard(self)
        self.history = HistoryCard(self)
        for part in (self.voices, self.actions_card, self.mandate, self.area, self.names, self.history):
            column.addWidget(part)

    # Page ---------------------------------------------------------------------------------------------------------

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Groups"), Place("groups"))]

    def reload(self) -> None:
        day, said = self.as_of, language()
        self.bridge.ask(person_choices, day=day, language=said).then(self._on_people)
        self.bridge.ask(organisation_choices, day=day, language=said).then(self._on_organisations)
        self.bridge.ask(area_choices, day=day, language=said).then(self._on_areas)
        self.bridge.ask(group, self.place.id or 0, day=day, language=said).then(self.show_group)
        self.attendance.reload()
        self.actions_card.reload()

    def commands(self) -> list[Command]:
        if self.view is None:
            return []
        found = [Command("group/meetings", self.tr("Meetings of this group"), "calendar-blank", self._on_meetings)]
        if self.seats.add_button.isEnabled():
            found.append(Command("group/seat", self.tr("Add a seat"), "plus", self.seats.open_new))
        if self.more.isEnabled():
            found.append(Command("group/rename", self.tr("Rename the group"), "tag", self.names.open_form))
            found.append(Command("group/mandate", self.tr("New mandate"), "article", self.mandate.open_form))
        return [*found, *self.documents.commands()]

    def keep(self) -> dict[str, Any]:
        seat = self.seats.panel.seat.id if self.seats.panel is not None else None
        return {"seat": seat}

    def take_up(self, kept: dict[str, Any]) -> None:
        if kept.get("seat"):
            self.place = Place("group", self.place.id, wishes=wishes(seat=kept["seat"]))

    def show_widget(self, part: QWidget) -> None:
        """Scroll to a part that has just opened, once it has its size."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, px(24)))

    def _on_people(self, rows: tuple[ChoiceRow, ...]) -> None:
        self.people = rows

    def _on_organisations(self, rows: tuple[ChoiceRow, ...]) -> None:
        self.organisations = rows

    def _on_areas(self, rows: tuple[ChoiceRow, ...]) -> None:
        self.areas_to_choose = rows

    @Slot(object)
    def show_group(self, view: GroupView | None) -> None:
        """Show the answer of the query; a group that is gone leads back to the list."""
        if view is None:
            self.tell(self.tr("That group is no longer on the desk."), "info")
            self.go(Place("groups"))
            return
        self.view = view
        self.call_it(view.name, " · ".join(self._facts(view)))
        self.flags.show_chips(self._flag_words(view))
        self.documents.show_group(view)
        self.seats.show_seats(view)
        self._show_coverage(view)
        self.voices.show_voices(view)
        self.mandate.show_mandate(view)
        self.area.show_areas(view)
        self.names.show_names(view)
        self.history.show_history(view)
        self._follow_wishes()

    def _follow_wishes(self) -> None:
        seat, appoint = self.place.wish("seat"), self.place.wish("appoint")
        self.place = Place("group", self.place.id)
        if seat:
            self.seats.open_seat(int(seat))
        elif appoint and self.voices.change.isEnabled():
            self.voices.open_form()

    def _facts(self, view: GroupView) -> list[str]:
        kind = kind_word(view.kind, language())
        facts = [kind or label_text(view.tier)]
        if kind and view.tier is not Tier.OTHER:
            facts = [f"{label_text(view.tier)} {kind[:1].lower()}{kind[1:]}"]
        if view.meetings_per_year:
            facts.append(self.tr("%n meeting(s) a year", "", view.meetings_per_year))
        if view.parent:
            facts.append(self.tr("reports to {group}").format(group=view.parent))
        if view.next_meeting:
            form = "day" if view.next_meeting.year == view.day.year else "date"
            facts.append(self.tr("meets {day}").format(day=day_text(view.next_meeting, form)))
        return facts

    def _flag_words(self, view: GroupView) -> list[tuple[str, str, str]]:
        """(words, tone, icon) of everything that is the matter, or that nothing is."""
        flags: list[tuple[str, str, str]] = []
        if not view.is_standing:
            flags.append((self._over(view), "info", "archive-box-fill"))
        if view.trouble is not None:
            flags.append((label_text(view.trouble), "late", "user-minus-fill"))
        if missing := view.coverage.missing:
            names = ", ".join(label_text(sector).lower() for sector in missing)
            flags.append((self.tr("Missing: {sectors}").format(sectors=names), "late", "puzzle-piece-fill"))
        if view.vacant:
            flags.append((self.tr("%n vacant seat(s)", "", len(view.vacant)), "warn", "armchair-fill"))
        if ending := view.ending():
            words = self.tr("%n term(s) end within {days} days", "", len(ending)).format(days=TERM_ENDS_SOON)
            flags.append((words, "warn", "hourglass-medium-fill"))
        if view.is_placeholder:
            flags.append((self.tr("Name and area are placeholders"), "info", "tag-fill"))
        if not flags and view.seats:
            flags.append((self.tr("Everything in place"), "good", "check-circle-fill"))
        return flags

    def _over(self, view: GroupView) -> str:
        if view.valid_to is not None and view.valid_to < view.day:
            return self.tr("Ended {day}").format(day=day_text(view.valid_to, "date"))
        return self.tr("Begins {day}").format(day=day_text(view.valid_from, "date"))

    def _show_coverage(self, view: GroupView) -> None:
        rows = view.coverage.rows
        self.coverage.setVisible(bool(rows))
        required = [row for row in rows if row.is_required]
        if required:
            held = sum(row.is_covered for row in required)
            words = self.tr("{count} of %n sector(s) of the mandate", "", len(required))
        else:
            held = sum(row.is_covered for row in rows)
            words = self.tr("{count} of %n sector(s)", "", len(rows))
        self.covered.setText(words.format(count=held))
        quarters = [self.tr("Q{number}").format(number=quarter.number) for quarter in view.coverage.quarters]
        self.matrix.show_sectors(
            (self.tr("Sector"), self.tr("Who covers it")),
            quarters,
            self.tr("Now"),
            [self._cover(row) for row in rows],
        )

    def _cover(self, row: SectorRow) -> CoverLook:
        sector = label_text(row.sector)
        if row.covers:
            first = row.covers[0]
            words = " · ".join(part for part in (first.who, first.organisation) if part)
            if len(row.covers) > 1:
                words = self.tr("{who} and %n more", "", len(row.covers) - 1).format(who=first.who)
            said = self.tr("{sector}: covered by {who}").format(
                sector=sector, who=", ".join(cover.who for cover in row.covers)
            )
            tone, name = "good", "check-circle-fill"
        else:
            words = self.tr("Vacant") if row.vacant else self.tr("Missing")
            said = f"{sector}: {words}"
            tone = "late" if row.is_required else "warn"
            name = "warning-circle-fill" if row.is_required else "circle-dashed"
        return CoverLook(row.sector.value, sector, words, tone, name, row.past, row.is_covered, said)

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_sector(self, key: str) -> None:
        if self.view is None:
            return
        row = next(row for row in self.view.coverage.rows if row.sector.value == key)
        seats = [seat for seat in self.view.standing if seat.sector is row.sector and seat.counts]
        vacant = [seat for seat in seats if seat.is_vacant]
        if vacant and not row.is_covered:
            self.seats.open_seat(vacant[0].id, fill=True)
        elif seats:
            self.seats.open_seat(seats[0].id)
        elif self.seats.add_button.isEnabled():
            self.seats.open_new_for(row.sector)

    @Slot()
    def _on_meetings(self) -> None:
        self.go(Place("meetings", wishes=wishes(group=self.place.id)))

    @Slot()
    def _on_more(self) -> None:
        self.fill_menu()
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def fill_menu(self) -> None:
        """Put what can be changed into the menu."""
        self.menu.clear()
        if self.view is None:
            return
        acts: list[tuple[str, str, Any]] = [
            (self.tr("Rename from a day"), "tag", self.names.open_form),
            (self.tr("New mandate"), "article", self.mandate.open_form),
            (self.tr("Rhythm and area in words"), "calendar-blank", self._on_rhythm),
        ]
        if self.view.valid_to is None:
            acts.append((self.tr("End the group"), "archive-box", self._on_end))
        else:
            acts.append((self.tr("Let the group stand again"), "arrow-counter-clockwise", self._on_again))
        if not self.view.seats and self.view.last_meeting is None and self.view.next_meeting is None:
            acts.append((self.tr("Remove the group"), "trash", self._on_remove))
        for words, name, call in acts:
            made = QAction(icon(name), words, self.menu)
            made.triggered.connect(call)
            self.menu.addAction(made)

    def _open(self, form: SeatForm) -> None:
        self.slot.put(form)

    @Slot()
    def _on_rhythm(self) -> None:
        self._open(RhythmForm(self))

    @Slot()
    def _on_end(self) -> None:
        self._open(EndGroupForm(self))

    @Slot()
    def _on_again(self) -> None:
        view = self.view
        if view is not None:
            said = self.tr("{group} stands again.").format(group=view.short)
            self.change(
                said,
                set_group_period,
                group_id=view.id,
                version=view.version,
                valid_from=view.valid_from,
                valid_to=None,
            )

    @Slot()
    def _on_remove(self) -> None:
        if self.view is not None:
            said = self.tr("{group} is removed.").format(group=self.view.short)
            self.change(said, remove_group, group_id=self.view.id, version=self.view.version)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(STACKED_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self.columns.direction() != direction:
            self.columns.setDirection(direction)
        self.columns.setAlignment(self.beside, Qt.AlignmentFlag(0) if is_narrow else Qt.AlignmentFlag.AlignTop)
        wide = px(BESIDE) + max(0, (self.width() - px(1100)) // 5)
        self.beside.setMinimumWidth(0 if is_narrow else wide)
        self.beside.setMaximumWidth(16777215 if is_narrow else wide)
