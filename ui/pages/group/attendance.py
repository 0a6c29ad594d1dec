"""Attendance over time: which sectors, organisations and regions were heard at the group's latest meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot

from referral_desk.queries.attendance_history import (
    LATEST,
    AttendanceHistory,
    HeardRow,
    Mark,
    attendance_history,
)
from ui.language import day_text, label_text, language, number_text
from ui.places import Place
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.flow import Flow
from ui.widgets.heard_matrix import CellLook, HeardLook, HeardMatrix
from ui.widgets.labels import label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

ICONS: Final = {
    Mark.PRESENT: ("check-bold", "good"),
    Mark.DEPUTY: ("swap-bold", "accent"),
    Mark.APOLOGY: ("envelope-simple-bold", "info"),
    Mark.ABSENT: ("x-bold", "late"),
    Mark.UNKNOWN: ("question-bold", "faint"),
}
SILENT: Final = 2
"""From so many meetings in a row without a word it is said."""
LOW: Final = 0.5


class AttendanceCard(Card):
    """Eight meetings, the latest or earlier ones, by sector, organisation and, in the national group, region."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(self.tr("Attendance"), gap=8)
        self.page = page
        self.history = AttendanceHistory()
        self._skip = 0
        self.total = label("", "faint")
        self.beside_title(self.total)
        self.views = Segments(
            (
                ("regions", self.tr("Regions")),
                ("sectors", self.tr("Sectors")),
                ("organisations", self.tr("Organisations")),
            ),
            self.tr("Attendance by"),
        )
        self.matrix = HeardMatrix(self.tr("Who was heard at the latest meetings"))
        self.legend = ChipFlow()
        self.empty = label(
            self.tr("Once a meeting has been held one sees here who comes and who has fallen silent."),
            "note",
            wraps=True,
        )
        self.earlier = button(self.tr("Earlier meetings"), "link", "caret-left")
        self.later = button(self.tr("Later meetings"), "link", "caret-right")
        self.all = button(self.tr("All groups side by side"), "link", "chart-bar")
        self.foot = Flow(self.tr("Which meetings"), [self.earlier, self.later, self.all])
        self.add(self.views, self.matrix, self.legend, self.empty, self.foot)
        self.legend.show_chips([(label_text(mark), ICONS[mark][1], ICONS[mark][0]) for mark in list(Mark)[:4]])
        self._view = ""
        self.views.chosen.connect(self._on_view)
        self.matrix.opened.connect(self._on_opened)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.all.clicked.connect(self._on_all)

    def reload(self) -> None:
        """Ask who was heard."""
        page = self.page
        job = page.bridge.ask(
            attendance_history, group_id=page.place.id or 0, day=page.as_of, language=language(), skip=self._skip
        )
        job.then(self.show_history)

    @Slot(object)
    def show_history(self, history: AttendanceHistory) -> None:
        """Show who was heard."""
        self.history = history
        has_any = bool(history.meetings)
        for part in (self.views, self.matrix, self.legend, self.total):
            part.setVisible(has_any)
        self.earlier.setVisible(history.has_earlier)
        self.later.setVisible(self._skip > 0)
        self.foot.fit()
        self.empty.setVisible(not has_any)
        if not has_any:
            return
        heard, places = (sum(getattr(one, name) for one in history.meetings) for name in ("heard", "places"))
        share = number_text(100 * heard / places) if places else "–"
        words = self.tr("{share} % of the places at %n meeting(s)", "", len(history.meetings))
        self.total.setText(words.format(share=share))
        self.views.group.button(0).setVisible(bool(history.regions))
        if not self._view or (self._view == "regions" and not history.regions):
            self._view = "regions" if history.regions else "sectors"
            self.views.choose(self._view)
        self._show_lines()

    def _show_lines(self) -> None:
        history = self.history
        rows = {"regions": history.regions, "sectors": history.sectors, "organisations": history.organisations}
        months, year = [], 0
        for meeting in history.meetings:
            months.append(
                (day_text(meeting.day, "mon").rstrip("."), str(meeting.day.year) if meeting.day.year != year else "")
            )
            year = meeting.day.year
        meetings = [day_text(meeting.day, "date") for meeting in history.meetings]
        self.matrix.show_lines(months, meetings, [self._look(row) for row in rows[self._view or "sectors"]])

    def _look(self, row: HeardRow) -> HeardLook:
        name = label_text(row.sector) if row.sector is not None and not row.name else row.name
        none = CellLook("", "faint", self.tr("no place"))
        cells = tuple(none if mark is None else CellLook(*ICONS[mark], label_text(mark)) for mark in row.marks)
        if row.share is None:
            words = self.tr("no place") if row.of == 0 and not any(row.marks) else "–"
            tone, icon_name = ("late", "warning-circle-fill") if row.is_required else ("faint", "")
        else:
            words = self.tr("{heard} of {all}").format(heard=row.heard, all=row.of)
            is_silent = row.silent >= SILENT
            tone = "late" if is_silent else "warn" if row.share < LOW else "good"
            icon_name = "warning-circle-fill" if is_silent else ""
        said = [name, words]
        if row.silent >= SILENT:
            said.append(self.tr("not heard for %n meeting(s)", "", row.silent))
        return HeardLook(name, cells, row.share, words, tone, icon_name, ". ".join(said))

    @Slot(str)
    def _on_view(self, key: str) -> None:
        self._view = key
        self._show_lines()

    @Slot()
    def _on_earlier(self) -> None:
        self._skip += LATEST
        self.reload()

    @Slot()
    def _on_later(self) -> None:
        self._skip = max(0, self._skip - LATEST)
        self.reload()

    @Slot()
    def _on_all(self) -> None:
        self.page.go(Place("attendance"))

    @Slot(int)
    def _on_opened(self, number: int) -> None:
        self.page.go(Place("meeting", self.history.meetings[number].id, "people"))
