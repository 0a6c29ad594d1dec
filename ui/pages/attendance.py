"""Attendance of all groups side by side: by quarter or year, sector and organisation, as far back as one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Slot

from referral_desk.queries.attendance_overview import (
    SPANS,
    AttendanceOverview,
    Share,
    ShareRow,
    Span,
    Step,
    attendance_overview,
)
from ui.language import label_text, language, number_text
from ui.page import Page
from ui.places import Place
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.heard_matrix import CellLook, HeardLook
from ui.widgets.labels import label
from ui.widgets.segments import Segments
from ui.widgets.share_matrix import ShareMatrix, share_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge import Bridge

BY_GROUP: Final = frozenset({"sectors_by_group", "organisations_by_group"})
"""The views whose columns are groups; those of the others are quarters or years."""
LOW: Final = 0.5
LETTERS: Final = 4
"""A longer code is cut above its column."""


class AttendancePage(Page):
    """A line for each group, sector or organisation; what is pressed opens the group."""

    areas: ClassVar[frozenset[str]] = frozenset({"attendance", "meetings", "groups", "people", "organisations"})
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.found: AttendanceOverview | None = None
        self.skip = 0
        self.header.say(self.tr("Attendance"))
        self.step = ChoiceBox(((Step.QUARTER, self.tr("By quarter")), (Step.YEAR, self.tr("By year"))))
        self.step.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.step.setAccessibleName(self.tr("How long a column is"))
        self.earlier = icon_button("caret-left", self.tr("Earlier"))
        self.later = icon_button("caret-right", self.tr("Later"))
        self.header.add(self.earlier, self.later, self.step)
        self.views = Segments(
            (
                ("by_group", self.tr("Groups")),
                ("sectors", self.tr("Sectors")),
                ("sectors_by_group", self.tr("Sectors by group")),
                ("organisations_by_group", self.tr("Organisations by group")),
            ),
            self.tr("Attendance by"),
        )
        self.matrix = ShareMatrix(self.tr("How much was heard"))
        self.note = label("", "faint", wraps=True)
        self.empty = EmptyState("users-three", "")
        self.card = Card(gap=8)
        self.card.add(self.views, self.matrix, self.empty, self.note)
        self.body.addWidget(self.card)
        self.body.addStretch()
        self.step.activated.connect(self._on_step)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.views.chosen.connect(self._show)
        self.matrix.pressed.connect(self._on_pressed)

    # Page ---------------------------------------------------------------------------------------------------------

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Groups"), Place("groups"))]

    def reload(self) -> None:
        job = self.bridge.ask(
            attendance_overview, day=self.as_of, language=language(), step=self.step.value(), skip=self.skip
        )
        job.then(self.show_overview)

    def keep(self) -> dict[str, Any]:
        return {"view": self.views.key(), "step": self.step.value(), "skip": self.skip}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.skip = kept["skip"]
        self.step.setCurrentIndex(self.step.values.index(kept["step"]))
        self.views.choose(kept["view"])

    # What is shown ------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_overview(self, found: AttendanceOverview) -> None:
        """Show the answer of the query."""
        self.found = found
        first, last = self._spoken(found.spans[0]), self._spoken(found.spans[-1])
        self.call_it(self.tr("Attendance"), self.tr("All groups, {first} to {last}").format(first=first, last=last))
        self.earlier.setEnabled(found.has_earlier)
        self.later.setEnabled(self.skip > 0)
        self._show()

    @Slot()
    def _show(self) -> None:
        found, view = self.found, self.views.key()
        if found is None:
            return
        rows: tuple[ShareRow, ...] = getattr(found, view)
        self.matrix.setVisible(bool(rows))
        self.note.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        none = self.tr("Once a meeting has been held one sees here who comes, and how often.")
        self.empty.say(self.tr("No meeting was held in this time: look earlier.") if found.has_earlier else none)
        self.note.setText(self._note(view))
        if view in BY_GROUP:
            heads = [(_short(head.code), "") for head in found.groups]
            spoken = [head.name for head in found.groups]
        else:
            heads, spoken = self._heads(found.spans), [self._spoken(span) for span in found.spans]
        self.matrix.show_counts(heads, spoken, [self._look(row) for row in rows])

    def _heads(self, spans: tuple[Span, ...]) -> list[tuple[str, str]]:
        heads, year = [], 0
        for span in spans:
            if span.quarter is None:
                heads.append((str(span.year), ""))
            else:
                number = self.tr("Q{number}").format(number=span.quarter)
                heads.append((number, str(span.year) if span.year != year else ""))
            year = span.year
        return heads

    def _spoken(self, span: Span) -> str:
        if span.quarter is None:
            return str(span.year)
        return self.tr("Q{number} {year}").format(number=span.quarter, year=span.year)

    def _note(self, view: str) -> str:
        if view == "by_group":
            return self.tr("Per cent of the places at the table at which somebody sat, in person or by a deputy.")
        if view.startswith("sectors"):
            return self.tr("Per cent of the meetings at which somebody spoke for the sector, where it has a seat.")
        return self.tr("Per cent of the meetings at which the organisation was heard, where it has a seat.")

    def _look(self, row: ShareRow) -> HeardLook:
        name = label_text(row.sector) if row.sector is not None else row.name
        cells = tuple(self._cell(cell) for cell in row.cells)
        share = row.whole.share
        tone = "faint" if share is None else "warn" if share < LOW else "good"
        words = "–" if share is None else self.tr("{share} %").format(share=number_text(100 * share))
        return HeardLook(name, cells, share, words, tone, "", f"{name}. {self._word(row.whole)}")

    def _cell(self, cell: Share | None) -> CellLook:
        if cell is None or cell.share is None:
            return share_look(None, "", self.tr("no place") if cell is None else self.tr("nothing noted"))
        return share_look(cell.share, number_text(100 * cell.share), self._word(cell))

    def _word(self, cell: Share) -> str:
        if cell.share is None:
            return self.tr("nothing noted")
        said = self.tr("{share} %, {heard} of {all}")
        return said.format(share=number_text(100 * cell.share), heard=cell.heard, all=cell.of)

    # What one does ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_step(self) -> None:
        self.skip = 0
        self.reload()

    @Slot()
    def _on_earlier(self) -> None:
        self.skip += SPANS
        self.reload()

    @Slot()
    def _on_later(self) -> None:
        self.skip = max(0, self.skip - SPANS)
        self.reload()

    @Slot(int, int)
    def _on_pressed(self, line: int, cell: int) -> None:
        if self.found is None:
            return
        view = self.views.key()
        if view == "by_group":
            self.go(Place("group", self.found.by_group[line].group_id))
        elif view in BY_GROUP and cell < len(self.found.groups):
            self.go(Place("group", self.found.groups[cell].id))


def _short(code: str) -> str:
    return code.upper() if len(code) <= LETTERS else f"{code[: LETTERS - 1].capitalize()}."
