"""An agenda in words: what each line says and what is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.vocabulary import Purpose
from ui.language import label_text, time_text
from ui.widgets.agenda_model import AgendaLine
from ui.widgets.running_clock import Stretch

if TYPE_CHECKING:
    from referral_desk.queries.agenda import AgendaRow, ItemRow

CHIPS: Final = {
    Purpose.DECISION: ("accent", "check-square-fill"),
    Purpose.DISCUSSION: ("info", "chats-circle-fill"),
    Purpose.INFORMATION: ("quiet", "info"),
}


class AgendaWords(QObject):
    """Puts an agenda into the words of the language in force."""

    def line(self, item: ItemRow, agenda: AgendaRow) -> AgendaLine:
        """How an item is shown in the list."""
        tone, icon_name = CHIPS[item.purpose]
        note, note_tone, note_icon = "", "faint", ""
        papers = self.tr("%n paper(s)", "", item.papers) if item.papers else ""
        if item.bad_papers:
            note = self.tr("%n paper(s) cannot be used", "", item.bad_papers)
            note_tone, note_icon = "late", "warning-circle-fill"
        elif item.papers:
            note, note_icon = papers, "paperclip"
        if item.owner:
            note = f"{note} · {item.owner}" if note else item.owner
        if item.is_carried:
            carried = self.tr("carried on")
            note = f"{note} · {carried}" if note else carried
        minutes = self.tr("{minutes} min").format(minutes=item.minutes)
        over = ""
        if item.breaks_end:
            over = self.over(item.over, agenda)
        spoken = self.tr("Item {number}, {start}: {title}. {purpose}, {minutes} minutes.").format(
            number=item.number,
            start=time_text(item.starts),
            title=item.title,
            purpose=label_text(item.purpose),
            minutes=item.minutes,
        )
        return AgendaLine(
            id=item.id,
            number=str(item.number),
            title=item.title,
            starts=time_text(item.starts),
            minutes=minutes,
            chip=(label_text(item.purpose), tone, icon_name),
            note=note,
            note_tone=note_tone,
            note_icon=note_icon,
            over=over,
            is_late=item.over > 0 and not item.breaks_end,
            spoken=" ".join(part for part in (spoken, note, over) if part),
        )

    def over(self, minutes: int, agenda: AgendaRow) -> str:
        """That something runs past the meeting's end."""
        text = self.tr("%n minute(s) over {end}", "", minutes)
        return text.format(end=time_text(agenda.ends))

    def planned(self, agenda: AgendaRow) -> str:
        """How much of the meeting's time is planned."""
        text = self.tr("{planned} of {length} minutes planned")
        return text.format(planned=agenda.planned, length=agenda.length)

    def stretches(self, agenda: AgendaRow) -> list[Stretch]:
        """The items on the running clock."""
        return [
            Stretch(
                item.id,
                item.minutes,
                f"{time_text(item.starts)}–{time_text(item.ends)}  {item.number}. {item.title}",
            )
            for item in agenda.items
        ]
