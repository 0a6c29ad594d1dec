"""Groups: the chain from the regional groups up to the inter-ministerial one, and the forums beside it, on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk.operations.groups import add_group
from referral_desk.queries.groups import KINDS, ChainRow, GroupRow, groups, kind_word
from referral_desk.vocabulary import Tier, Trouble
from ui.commands import Command
from ui.doing import OperationForm, UndoPage
from ui.form_slot import FormSlot
from ui.language import day_text, label_text, language
from ui.places import Place
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.day_input import DayInput
from ui.widgets.empty_state import EmptyState
from ui.widgets.group_card import CardLook, Flag, GroupCard
from ui.widgets.labels import IconLabel, label
from ui.widgets.plain_words import plain_tip
from ui.widgets.tier import Cards, Rail, TierRow

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.operations.outcome import Done
    from ui.bridge import Bridge

TIERS: Final = (Tier.INTERMINISTERIAL, Tier.NATIONAL, Tier.REGIONAL, Tier.OTHER)
CHAIN: Final = TIERS[:3]
TIER_ICON: Final = {
    Tier.INTERMINISTERIAL: "buildings",
    Tier.NATIONAL: "globe-hemisphere-west",
    Tier.REGIONAL: "map-pin",
    Tier.OTHER: "users-three",
}
TROUBLE_ICON: Final = "user-minus-fill"
SHOWN_SECTORS: Final = 1


class GroupsPage(UndoPage):
    """Every group as a card that says in words what is missing; pressing it opens the group."""

    areas: ClassVar[frozenset[str]] = frozenset({"groups", "people", "organisations", "meetings"})
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.row: ChainRow | None = None
        self.cards: dict[int, GroupCard] = {}
        self._shows_ended = False
        self.add = button(self.tr("New group"), "primary", "plus")
        self.add.setEnabled(bridge.may(add_group))
        self.heard = button(self.tr("Attendance"), "", "chart-bar")
        self.header.add(self.heard, self.add)
        self.header.say(self.tr("Groups"))
        self.slot = FormSlot()
        self.slot.closed.connect(self._on_closed)
        self.odd = QVBoxLayout()
        self.odd.setSpacing(6)
        self.body.addLayout(self.slot)
        self.body.addLayout(self.odd)
        self.chain = QVBoxLayout()
        self.chain.setSpacing(0)
        self.body.addLayout(self.chain)
        self.empty = EmptyState(
            "users-three",
            self.tr("Here stand the six regional groups, the national group and the forums around them."),
            self.tr("Set up the first group"),
        )
        self.empty.hide()
        self.body.addWidget(self.empty, 1)
        self.body.addStretch()
        self.add.clicked.connect(self.open_form)
        self.heard.clicked.connect(self._on_heard)
        self.empty.started.connect(self.open_form)

    def reload(self) -> None:
        self.bridge.ask(groups, day=self.as_of, language=language()).then(self.show_chain)

    def keep(self) -> dict[str, Any]:
        return {"ended": self._shows_ended}

    def take_up(self, kept: dict[str, Any]) -> None:
        self._shows_ended = kept["ended"]

    def commands(self) -> list[Command]:
        found = [Command("groups/attendance", self.tr("Attendance of all groups"), "chart-bar", self._on_heard)]
        if self.bridge.may(add_group):
            found.append(Command("groups/new", self.tr("New group"), "plus", self.open_form))
        return found

    @Slot(object)
    def show_chain(self, row: ChainRow) -> None:
        """Show the answer of the query."""
        self.row = row
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), None)
        standing = [group for group in row.groups if group.is_standing]
        wanting = sum(not group.is_sound for group in standing)
        said = self.tr("%n group(s)", "", len(standing))
        what = self.tr("%n with something missing", "", wanting) if wanting else self.tr("everything in place")
        self.call_it(self.tr("Groups"), f"{said} · {what}" if standing else "")
        if self.as_of == self.bridge.today:
            self.waits.emit("groups", wanting)
        clear_box(self.odd)
        for odd in row.odd:
            words = self.tr("{tier} groups on this day: {count}. The system is built for {expected}.")
            words = words.format(tier=label_text(odd.tier), count=odd.count, expected=odd.expected)
            self.odd.addWidget(_line(words, "warning-fill", "warn"))
        if unnamed := sum(group.is_placeholder for group in standing):
            words = self.tr(
                "%n group(s) carry a placeholder for a name: open them and give them their own.", "", unnamed
            )
            self.odd.addWidget(_line(words, "tag", "faint"))
        clear_box(self.chain)
        self.cards = {}
        tiers = [tier for tier in TIERS if row.of(tier)]
        for tier in tiers:
            self.chain.addWidget(self._tier(tier, tiers, row))
        if row.not_standing:
            self.chain.addWidget(self._ended(row.not_standing))
        self.empty.setVisible(not row.groups)
        if focused in self.cards:
            self.cards[focused].setFocus()

    def _tier(self, tier: Tier, tiers: list[Tier], row: ChainRow) -> TierRow:
        in_chain = [each for each in tiers if each in CHAIN]
        at = in_chain.index(tier) if tier in in_chain else -1
        rail = Rail(
            self._tier_name(tier),
            self._tier_detail(tier),
            TIER_ICON[tier],
            above=at > 0,
            below=0 <= at < len(in_chain) - 1,
            is_chain=at >= 0,
        )
        found = row.of(tier)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 4, 0, 24)
        column.addWidget(Cards([self._card(group, row) for group in found], most=3 if len(found) > 1 else 1))
        return TierRow(rail, content)

    def _ended(self, found: tuple[GroupRow, ...]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = self.tr("Hide ended groups") if self._shows_ended else self.tr("Show %n ended group(s)", "", len(found))
        more = button(words, "link", "archive-box")
        more.setObjectName("ended")
        more.clicked.connect(self._on_ended)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if self._shows_ended and self.row is not None:
            column.addWidget(Cards([self._card(group, self.row) for group in found]))
        return whole

    def _tier_name(self, tier: Tier) -> str:
        return {
            Tier.INTERMINISTERIAL: self.tr("Inter-ministerial"),
            Tier.NATIONAL: self.tr("National"),
            Tier.REGIONAL: self.tr("Regional"),
            Tier.OTHER: self.tr("Other forums"),
        }[tier]

    def _tier_detail(self, tier: Tier) -> str:
        return {
            Tier.INTERMINISTERIAL: self.tr("Answers what the national group cannot settle"),
            Tier.NATIONAL: self.tr("Sets the common framework, takes up what the regions raise"),
            Tier.REGIONAL: self.tr("Local actors who meet four times a year"),
            Tier.OTHER: self.tr("Beside the chain"),
        }[tier]

    def _card(self, group: GroupRow, row: ChainRow) -> GroupCard:
        pips = ("accent",) * group.filled + ("empty",) * group.vacant
        seats = self.tr("{filled} of {all} seats filled").format(filled=group.filled, all=group.seats)
        detail = group.place or kind_word(group.kind, language())
        if not group.is_standing:
            detail = self._period(group)
        look = CardLook(
            group.short,
            detail,
            pips,
            seats if group.seats else "",
            tuple(self._lines(group, row)) if group.is_standing else (),
            tuple(self._flags(group)) if group.is_standing else (),
        )
        card = GroupCard(look)
        card.setToolTip(plain_tip(group.name))
        card.setProperty("group", group.id)
        card.clicked.connect(self._on_card)
        self.cards[group.id] = card
        return card

    def _lines(self, group: GroupRow, row: ChainRow) -> list[tuple[str, str, bool]]:
        lines = []
        if group.chair or group.tier is not Tier.OTHER:
            chair = self.tr("Chair: {name}").format(name=group.chair) if group.chair else self.tr("No chair")
            lines.append(("crown-simple", chair, True))
        if group.tier is Tier.REGIONAL and group.representative:
            speaks = self.tr("In the national group: {name}").format(name=group.representative)
            lines.append(("flag-banner", speaks, group.trouble is None))
        if group.tier is Tier.NATIONAL:
            regions = len(row.of(Tier.REGIONAL))
            words = self.tr("{count} of {all} regions represented").format(count=group.represented, all=regions)
            lines.append(("flag-banner", words, group.represented == regions))
        if group.next_meeting or group.last_meeting or group.tier is not Tier.OTHER:
            lines.append(("calendar-blank", self._meetings(group), True))
        return lines

    def _meetings(self, group: GroupRow) -> str:
        coming = (
            self.tr("Meets {day}").format(day=self._day(group.next_meeting))
            if group.next_meeting
            else self.tr("No meeting planned")
        )
        if group.last_meeting is None:
            return coming
        return coming + self.tr(" · last {day}").format(day=day_text(group.last_meeting, "date"))

    def _day(self, day: dt.date) -> str:
        return day_text(day, "day" if day.year == self.as_of.year else "date")

    def _flags(self, group: GroupRow) -> list[Flag]:
        flags = []
        if group.trouble is not None:
            word = self.tr("No representative") if group.trouble is Trouble.NO_SEAT else label_text(group.trouble)
            flags.append(Flag(word, "late", TROUBLE_ICON))
        if len(group.uncovered) > SHOWN_SECTORS:
            flags.append(Flag(self.tr("%n sectors missing", "", len(group.uncovered)), "late", "puzzle-piece-fill"))
        elif group.uncovered:
            words = self.tr("Missing: {sector}").format(sector=label_text(group.uncovered[0]).lower())
            flags.append(Flag(words, "late", "puzzle-piece-fill"))
        if group.vacant:
            flags.append(Flag(self.tr("%n vacant seat(s)", "", group.vacant), "warn", "armchair-fill"))
        if not flags and group.seats:
            flags.append(Flag(self.tr("Everything in place"), "good", "check-circle-fill"))
        if not group.seats:
            flags.append(Flag(self.tr("No seats yet"), "quiet", "armchair"))
        return flags

    def _period(self, group: GroupRow) -> str:
        if group.valid_to is not None and group.valid_to < self.as_of:
            return self.tr("Ended {day}").format(day=day_text(group.valid_to, "date"))
        return self.tr("Begins {day}").format(day=day_text(group.valid_from, "date"))

    @Slot()
    def _on_card(self) -> None:
        self.go(Place("group", self.sender().property("group")))

    @Slot()
    def _on_heard(self) -> None:
        self.go(Place("attendance"))

    @Slot()
    def _on_ended(self) -> None:
        self._shows_ended = not self._shows_ended
        if self.row is not None:
            self.show_chain(self.row)

    @Slot()
    def open_form(self) -> None:
        """Open the form for a new group, or go to it."""
        if self.slot.form is not None:
            self.slot.form.begin()
            return
        form = NewGroupForm(self)
        self.slot.put(form)
        form.finished.connect(self._on_added)
        self.empty.hide()

    @Slot()
    def _on_closed(self) -> None:
        self.empty.setVisible(self.row is not None and not self.row.groups)
        self.add.setFocus()

    @Slot(object)
    def _on_added(self, done: Done) -> None:
        self.go(Place("group", done.id))


class NewGroupForm(OperationForm):
    """Name, place in the chain, rhythm: the rest is done on the group's own page."""

    def __init__(self, page: GroupsPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("New group"), self.tr("Set up the group"))
        self.groups = page
        self.name_da = QLineEdit()
        self.name_en = QLineEdit()
        self.tier = QComboBox()
        for tier in (Tier.OTHER, Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL):
            self.tier.addItem(label_text(tier), tier.value)
        self.kind = QComboBox()
        for kind in sorted(KINDS, key=lambda each: kind_word(each, language())):
            self.kind.addItem(kind_word(kind, language()), kind)
        self.kind.setCurrentIndex(self.kind.findData("network"))
        self.rhythm = QComboBox()
        self.rhythm.addItem(self.tr("When needed"), None)
        for number in (1, 2, 4, 6, 12):
            self.rhythm.addItem(str(number), number)
        self.since = DayInput(self.tr("Since"), page.bridge.today, hint=self.tr("Not known"))
        self.since.set_day(page.as_of)
        for title, made, span in (
            (self.tr("Name in Danish"), self.name_da, 6),
            (self.tr("Name in English"), self.name_en, 6),
            (self.tr("Tier"), self.tier, 3),
            (self.tr("Kind"), self.kind, 3),
            (self.tr("Meetings a year"), self.rhythm, 3),
            (self.tr("Since"), self.since, 3),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)
        self.tier.currentIndexChanged.connect(self._on_tier)
        self._on_tier()

    @Slot()
    def _on_tier(self) -> None:
        tier = Tier(self.tier.currentData())
        above = self._above(tier)
        words = {
            Tier.REGIONAL: self.tr("It reports to {above} and gets a seat for its representative there."),
            Tier.NATIONAL: self.tr("It reports to {above}."),
        }
        self.kind.setEnabled(tier is Tier.OTHER)
        self.say(words[tier].format(above=above.short) if above is not None and tier in words else "")
        if tier is not Tier.OTHER:
            self.kind.setCurrentIndex(
                self.kind.findData("working_group" if tier is Tier.INTERMINISTERIAL else "reference_group")
            )
            self.rhythm.setCurrentIndex(self.rhythm.findData(None if tier is Tier.INTERMINISTERIAL else 4))

    def _above(self, tier: Tier) -> GroupRow | None:
        wanted = {Tier.REGIONAL: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}.get(tier)
        row = self.groups.row
        return next(iter(row.of(wanted)), None) if row is not None and wanted is not None else None

    def submit(self) -> None:
        if not self.name_da.text().strip():
            return self.stop(self.tr("Write the group's name in Danish: papers to the members carry it."), self.name_da)
        if not self.since.is_readable():
            return self.stop(self.since.problem(), self.since)
        tier = Tier(self.tier.currentData())
        above = self._above(tier)
        return self.run(
            self.tr("{name} is set up.").format(name=self.name_da.text().strip()),
            add_group,
            tier=tier,
            name_da=self.name_da.text(),
            name_en=self.name_en.text(),
            kind=self.kind.currentData(),
            parent_id=above.id if above is not None else None,
            meetings_per_year=self.rhythm.currentData(),
            valid_from=self.since.day(),
        )


def _line(words: str, icon_name: str, token: str) -> QWidget:
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(IconLabel(icon_name, token))
    across.addWidget(label(words, "note"), 1)
    whole.setAccessibleName(words)
    return whole
