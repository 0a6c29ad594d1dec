"""The activities of a plan at the left: under their areas and objectives, or those with gaps first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot

from referral_desk.queries.plan_activity import PlanGap
from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.plan_list import PlanHead, PlanLine, PlanList
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from referral_desk.queries.plan_activity import ActivityWork, PlanWork
    from referral_desk.queries.plans import PlanAreaRow

ALL: Final = "all"
GAPS: Final = "gaps"


class TreeCard(Card):
    """Filter and list; `chosen` tells the id of the activity that one stands on."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("", margin=8, gap=4)
        self._work: PlanWork | None = None
        self.setAccessibleName(self.tr("Activities of the plan"))
        self.filter = Segments(((ALL, self.tr("All activities")), (GAPS, self.tr("Gaps"))), self.tr("Which activities"))
        self.list = PlanList(self.tr("Activities of the plan"))
        self.none = label(self.tr("No gaps: every group worked on every activity."), "note", wraps=True)
        self.none.setContentsMargins(12, 12, 12, 12)
        self.add(self.filter, self.none)
        self.body.addWidget(self.list, 1)
        self.setMinimumWidth(px(210))
        self.filter.chosen.connect(self._on_filter)
        self.list.chosen.connect(self.chosen)

    def show_work(self, work: PlanWork) -> None:
        """Show a plan's activities."""
        self._work = work
        nobody = len(work.gaps(PlanGap.NOBODY))
        self.filter.set_word(ALL, f"{self.tr('All activities')} {len(work.work)}")
        self.filter.set_word(GAPS, f"{self.tr('Gaps')} {nobody}" if nobody else self.tr("Gaps"))
        self._fill()

    def choose(self, activity_id: int) -> bool:
        """Stand on an activity; False where the filter leaves it out."""
        return self.list.choose(activity_id)

    def stand(self, work: PlanWork) -> None:
        """Stay on the activity one stood on, else stand on the one with the most work, in gaps on the first."""
        if self.list.chosen_key() is not None:
            return
        shown = self._shown(work)
        if shown:
            is_all = self.filter.key() == ALL
            self.list.choose((max(shown, key=lambda one: one.total.touches) if is_all else shown[0]).activity.id)

    def _shown(self, work: PlanWork) -> list[ActivityWork]:
        if self.filter.key() == ALL:
            return list(work.work)
        return [*work.gaps(PlanGap.NOBODY), *work.gaps(PlanGap.SOME)]

    def _fill(self) -> None:
        work = self._work
        if work is None or work.tree is None:
            return
        entries: list[PlanHead | PlanLine] = []
        if self.filter.key() == GAPS:
            for gap, title in (
                (PlanGap.NOBODY, self.tr("Nobody worked on these")),
                (PlanGap.SOME, self.tr("Not every group worked on these")),
            ):
                if found := work.gaps(gap):
                    entries += [PlanHead(title), *(self._line(work, one) for one in found)]
        else:
            for area in work.tree.areas:
                entries += self._of_area(work, area, 1)
        self.list.setVisible(bool(entries))
        self.none.setVisible(not entries)
        self.list.show_entries(entries)

    def _of_area(self, work: PlanWork, area: PlanAreaRow, level: int) -> list[PlanHead | PlanLine]:
        below = [entry for lower in area.areas for entry in self._of_area(work, lower, level + 1)]
        if not area.activities and not below and not area.objectives:
            return []
        targets = tuple(f"{one.text} ({one.due_year})" if one.due_year else one.text for one in area.objectives)
        found = {one.activity.id: one for one in work.work}
        lines = [self._line(work, found[activity.id]) for activity in area.activities]
        return [PlanHead(area.title, level=level, objectives=targets), *lines, *below]

    def _line(self, work: PlanWork, one: ActivityWork) -> PlanLine:
        standing = [group for group in work.groups if group.stands]
        touching = {group.id for group in one.touching(work.groups)}
        words = self.tr("{count} of %n group(s)", "", len(standing)).format(count=len(touching))
        chips: tuple[tuple[str, str, str], ...] = ()
        if one.is_untouched:
            words = self.tr("Nobody yet") if not one.total.ahead else self.tr("On a coming agenda")
            chips = ((words, "warn" if not one.total.ahead else "info", "circle-dashed"),)
        return PlanLine(
            one.activity.id,
            day=(one.activity.number, ""),
            title=one.activity.title,
            detail=words,
            chips=chips,
            spoken=f"{one.activity.number} {one.activity.title}. {words}",
            dots=tuple(group.id in touching for group in standing),
        )

    @Slot(str)
    def _on_filter(self, _key: str) -> None:
        self._fill()
        if self._work is not None:
            self.stand(self._work)
