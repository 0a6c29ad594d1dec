"""Who speaks for whom: a regional group's voice in the national group, or all of them seen from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot

from referral_desk.operations.memberships import appoint_representative
from referral_desk.queries.group import GroupView, VoiceRow
from referral_desk.vocabulary import Tier, Trouble
from ui.language import label_text
from ui.pages.group.facts import FactCard
from ui.pages.group.seat_forms import AppointForm, SeatForm
from ui.pages.group.words import holder_text
from ui.periods import period_text
from ui.places import Place, wishes
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

TROUBLE_ICON: Final = "user-minus-fill"


class VoicesCard(FactCard):
    """The representative in the national group (V2), in both directions."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("In the national group"), self.tr("Appoint"))
        self.view: GroupView | None = None

    def make_form(self) -> SeatForm:
        return AppointForm(self.page)

    def show_voices(self, view: GroupView) -> None:
        """Show who speaks for this group above, or for the groups below in this one."""
        self.view = view
        self.clear()
        is_below = view.tier is Tier.REGIONAL
        self.setVisible(bool(view.voices))
        if is_below:
            self.name_it(self.tr("In the national group"), self.tr("Appoint"))
        else:
            well = sum(voice.trouble is None for voice in view.voices)
            words = self.tr("Regional representatives: {count} of {all}")
            self.name_it(words.format(count=well, all=len(view.voices)), "")
        self.change.setVisible(is_below and self.slot.form is None)
        self.change.setEnabled(self.page.bridge.may(appoint_representative))
        for voice in view.voices:
            row = RowButton(self._look(voice, is_below=is_below))
            row.setProperty("voice", voice.group_id)
            row.clicked.connect(self._on_row)
            self.content.addWidget(row)
        if is_below and view.trouble is not None:
            self.content.addWidget(label(self._advice(view.trouble), "note", wraps=True))

    def _look(self, voice: VoiceRow, *, is_below: bool) -> RowLook:
        holder = voice.holder
        flag = (label_text(voice.trouble), "late") if voice.trouble is not None else None
        who = holder_text(holder) if holder is not None else self.tr("Nobody")
        when = period_text(holder.valid_from, holder.valid_to, self.page.as_of) if holder is not None else ""
        icon_name = TROUBLE_ICON if voice.trouble is not None else "flag-banner-fill"
        tone = "late" if voice.trouble is not None else "accent"
        if is_below:
            title, detail = (holder.who if holder is not None else self.tr("Nobody")), when
            if holder is not None and holder.person and holder.organisation:
                detail = " · ".join(part for part in (holder.organisation, when) if part)
            if flag is not None:
                # "Nobody" says it already.
                detail = "" if holder is None else " · ".join((flag[0], detail))
            return RowLook(title, detail, icon_name, tone)
        detail = who if flag is None else flag[0]
        if flag is not None and voice.trouble is Trouble.NOT_A_MEMBER:
            detail = f"{flag[0]}: {who}"
        return RowLook(voice.group, detail, icon_name, tone)

    def _advice(self, trouble: Trouble) -> str:
        return {
            Trouble.NO_SEAT: self.tr("The national group has no seat for this group: appointing somebody makes it."),
            Trouble.VACANT: self.tr("Nobody carries this group's matters up: appoint one of its members."),
            Trouble.NOT_A_MEMBER: self.tr("The representative has left this group: appoint one who sits in it."),
        }[trouble]

    @Slot()
    def _on_row(self) -> None:
        wanted = self.sender().property("voice")
        voice = next((row for row in self.view.voices if row.group_id == wanted), None) if self.view else None
        if voice is None or self.view is None:
            return
        if self.view.tier is not Tier.REGIONAL:
            self.page.go(Place("group", voice.group_id))
        elif voice.holder is not None and voice.holder.person_id is not None:
            self.page.go(Place("directory", wishes=wishes(person=voice.holder.person_id)))
        elif self.change.isEnabled():
            self.open_form()
