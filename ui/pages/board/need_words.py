"""How a loose end looks in the Board's panel: icon and colour, words, how late, and the place where it is mended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.queries.loose_end_rows import NeedKind, NeedRow
from ui.language import day_text, label_text
from ui.places import Place, wishes
from ui.widgets.plain_words import aloud
from ui.widgets.row_button import RowLook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

LOOKS: Final = {
    NeedKind.NOT_HELD: ("question-fill", "late"),
    NeedKind.EMPTY_QUARTER: ("calendar-x-fill", "late"),
    NeedKind.UNEXPLAINED: ("calendar-x-fill", "late"),
    NeedKind.EXPLAINED: ("calendar-x", "quiet"),
    NeedKind.CANCELLATION_DUE: ("envelope-simple-fill", "late"),
    NeedKind.UPDATE_DUE: ("envelope-simple-fill", "late"),
    NeedKind.PACK_DUE: ("paper-plane-tilt-fill", "late"),
    NeedKind.BAD_PAPERS: ("file-x-fill", "late"),
    NeedKind.NO_AGENDA: ("list-numbers-fill", "warn"),
    NeedKind.CALL_FOR_ITEMS: ("megaphone-fill", "warn"),
    NeedKind.INVITATION_DUE: ("envelope-simple-fill", "warn"),
    NeedKind.MINUTES_DUE: ("pencil-simple-fill", "warn"),
    NeedKind.WITH_CHAIR: ("hourglass-medium-fill", "warn"),
    NeedKind.COMMENTS_OPEN: ("chat-circle-text-fill", "warn"),
    NeedKind.NOT_APPROVED: ("check-circle-fill", "warn"),
    NeedKind.NO_OUTCOME: ("circle-dashed", "warn"),
    NeedKind.NOT_CLOSED: ("lock-simple-open-fill", "info"),
    NeedKind.WAITING: ("arrow-bend-up-right-bold", "info"),
    NeedKind.ESCALATION_STRANDED: ("prohibit-fill", "late"),
    NeedKind.ESCALATION_UNANSWERED: ("scales-fill", "late"),
    NeedKind.ESCALATION_DUE: ("timer-fill", "late"),
    NeedKind.ANSWER_UNRELEASED: ("arrow-bend-down-left-bold", "warn"),
    NeedKind.ESCALATION_UNRECEIVED: ("download-simple-fill", "warn"),
    NeedKind.ESCALATION_RETURNED: ("arrow-u-up-left-bold", "warn"),
    NeedKind.ESCALATION_FORWARDED: ("arrow-up-bold", "warn"),
    NeedKind.ESCALATION_ENDORSED: ("arrow-up-bold", "warn"),
    NeedKind.ESCALATION_NO_AGENDA: ("list-plus-fill", "warn"),
    NeedKind.DELIVERY_STUCK: ("prohibit-fill", "late"),
    NeedKind.DELIVERY_WAITING: ("tray-fill", "warn"),
    NeedKind.CIRCULAR_UNREAD: ("megaphone-fill", "warn"),
    NeedKind.CASE_FLAGS: ("baby-fill", "warn"),
    NeedKind.ESCALATION_NOT_CLOSED: ("lock-simple-open-fill", "info"),
    NeedKind.ESCALATION_DRAFT: ("pencil-simple-fill", "info"),
    NeedKind.CASE_STRANDED: ("folder-open-fill", "warn"),
    NeedKind.CASE_RESTS: ("folder-open-fill", "info"),
    NeedKind.ACTIONS_OVERDUE: ("check-square-fill", "late"),
    NeedKind.ACTIONS_WITHOUT_OWNER: ("user-circle-minus-fill", "warn"),
    NeedKind.ACTIONS_WITHOUT_DATE: ("calendar-blank-fill", "warn"),
    NeedKind.NO_REPRESENTATIVE: ("user-minus-fill", "late"),
    NeedKind.NOBODY: ("users-three-fill", "warn"),
    NeedKind.VACANT: ("user-circle-minus-fill", "warn"),
    NeedKind.UNCOVERED: ("puzzle-piece-fill", "warn"),
    NeedKind.NOT_PLANNED: ("calendar-plus-fill", "info"),
}
"""Icon and colour of each kind; what is late is red whatever its kind."""
VIEWS: Final = {
    NeedKind.CANCELLATION_DUE: "invite",
    NeedKind.UPDATE_DUE: "invite",
    NeedKind.INVITATION_DUE: "invite",
    NeedKind.CALL_FOR_ITEMS: "invite",
    NeedKind.PACK_DUE: "pack",
    NeedKind.BAD_PAPERS: "pack",
    NeedKind.NO_AGENDA: "agenda",
    NeedKind.DELIVERY_WAITING: "agenda",
    NeedKind.MINUTES_DUE: "minutes",
    NeedKind.WITH_CHAIR: "minutes",
    NeedKind.COMMENTS_OPEN: "minutes",
    NeedKind.NOT_APPROVED: "minutes",
    NeedKind.NO_OUTCOME: "minutes",
    NeedKind.NOT_CLOSED: "minutes",
}
"""The view of a meeting in which a thing is mended."""
PARTS: Final = {
    NeedKind.COMMENTS_OPEN: "comments",
    NeedKind.NOT_APPROVED: "approve",
    NeedKind.NO_OUTCOME: "closing",
    NeedKind.NOT_CLOSED: "closing",
}
QUERIES: Final = {
    NeedKind.ACTIONS_OVERDUE: "is:overdue",
    NeedKind.ACTIONS_WITHOUT_OWNER: "owner:none",
    NeedKind.ACTIONS_WITHOUT_DATE: "due:none",
}
MANY: Final = 4
"""So many groups with the same thing stand in one row."""
BUNDLED: Final = {
    NeedKind.EMPTY_QUARTER: Place("wheel"),
    NeedKind.UNEXPLAINED: Place("wheel"),
    NeedKind.NOT_PLANNED: Place("wheel"),
    NeedKind.ACTIONS_OVERDUE: Place("actions", wishes=wishes(query="is:overdue")),
    NeedKind.NO_REPRESENTATIVE: Place("groups"),
    NeedKind.NOBODY: Place("groups"),
    NeedKind.VACANT: Place("groups"),
    NeedKind.UNCOVERED: Place("groups"),
}
"""What many groups can have at once, and the place that shows it of all of them."""
CALM: Final = frozenset({NeedKind.EXPLAINED})
"""Told, but nobody has to do anything."""


class NeedWords(QObject):
    """Says loose ends in the language in force."""

    def row(self, need: NeedRow, today: dt.date) -> tuple[RowLook, Place]:
        """How a loose end looks, and where it is mended."""
        icon_name, tone = LOOKS[need.kind]
        due, due_tone = self._due(need, today)
        if due_tone == "late":
            tone = "late"
        elif due and tone == "late" and need.kind is not NeedKind.EMPTY_QUARTER:
            # There is still time.
            tone = "warn"
        title, detail = self._words(need)
        detail = f"{need.group} · {detail}" if detail else need.group
        spoken = aloud(title, detail, due)
        look = RowLook(title, detail, icon_name, tone, trailing=due, trailing_tone=due_tone, spoken=spoken)
        return look, place_of(need)

    def rows(self, needs: Sequence[NeedRow], today: dt.date, *, bundles: bool) -> list[tuple[RowLook, Place]]:
        """Loose ends in their order; what many groups have at once is one row, where the first of them stood."""
        of_kind: dict[NeedKind, list[NeedRow]] = {}
        for need in needs:
            of_kind.setdefault(need.kind, []).append(need)
        found = []
        for need in needs:
            same = of_kind[need.kind]
            if not bundles or need.kind not in BUNDLED or len(same) < MANY:
                found.append(self.row(need, today))
            elif need is same[0]:
                found.append(self._bundle(same, today))
        return found

    def _bundle(self, needs: list[NeedRow], today: dt.date) -> tuple[RowLook, Place]:
        first = needs[0]
        look, _place = self.row(first, today)
        count = len(needs)
        titles = {
            NeedKind.EMPTY_QUARTER: self.tr("%n group(s) without a meeting this quarter", "", count),
            NeedKind.UNEXPLAINED: self.tr("%n empty quarter(s) without a reason", "", count),
            NeedKind.NOT_PLANNED: self.tr("%n group(s) without a plan for the next quarter", "", count),
            NeedKind.ACTIONS_OVERDUE: self.tr("%n overdue action(s)", "", sum(need.count for need in needs)),
            NeedKind.NO_REPRESENTATIVE: self.tr("%n region(s) without a national representative", "", count),
            NeedKind.NOBODY: self.tr("%n group(s) in which nobody has a seat", "", count),
            NeedKind.VACANT: self.tr("%n group(s) with vacant seats", "", count),
            NeedKind.UNCOVERED: self.tr("%n group(s) without all sectors", "", count),
        }
        title, groups = titles[first.kind], ", ".join(dict.fromkeys(need.group for need in needs))
        spoken = aloud(title, groups, look.trailing)
        return replace(look, title=title, detail=groups, spoken=spoken), BUNDLED[first.kind]

    def _words(self, need: NeedRow) -> tuple[str, str]:
        day = day_text(need.day, "short")
        meeting = self.tr("meeting {day}").format(day=day) if need.day else ""
        named = " ".join(part for part in (need.reference, need.said) if part)
        quarter = self.tr("quarter {number}, {year}").format(number=need.quarter, year=need.year)
        words = {
            NeedKind.EMPTY_QUARTER: (self.tr("No meeting this quarter"), ""),
            NeedKind.EXPLAINED: (self.tr("No meeting this quarter"), need.said),
            NeedKind.UNEXPLAINED: (self.tr("Say why there was no meeting"), quarter),
            NeedKind.NOT_PLANNED: (self.tr("Plan the next quarter"), ""),
            NeedKind.NOT_HELD: (self.tr("Was the meeting held?"), self.tr("planned for {day}").format(day=day)),
            NeedKind.CANCELLATION_DUE: (self.tr("Tell that it is cancelled"), meeting),
            NeedKind.UPDATE_DUE: (self.tr("Send the change"), meeting),
            NeedKind.PACK_DUE: (self.tr("Send the pack"), meeting),
            NeedKind.BAD_PAPERS: (self.tr("%n paper(s) cannot be used", "", need.count), meeting),
            NeedKind.NO_AGENDA: (self.tr("No items on the agenda"), meeting),
            NeedKind.CALL_FOR_ITEMS: (self.tr("Call for items"), meeting),
            NeedKind.INVITATION_DUE: (self.tr("Send the invitation"), meeting),
            NeedKind.MINUTES_DUE: (self.tr("Write the minutes"), meeting),
            NeedKind.WITH_CHAIR: (self.tr("The chair has the minutes"), meeting),
            NeedKind.COMMENTS_OPEN: (self.tr("Answer %n comment(s)", "", need.count), meeting),
            NeedKind.NOT_APPROVED: (self.tr("Approve the minutes"), meeting),
            NeedKind.NO_OUTCOME: (self.tr("%n item(s) without an outcome", "", need.count), meeting),
            NeedKind.NOT_CLOSED: (self.tr("Close the meeting"), meeting),
            NeedKind.WAITING: (self.tr("%n item(s) wait for a meeting", "", need.count), ""),
            NeedKind.ESCALATION_STRANDED: (self.tr("Its group has ended: move it on"), named),
            NeedKind.ESCALATION_UNANSWERED: (self.tr("Write the answer"), named),
            NeedKind.ESCALATION_DUE: (self.tr("An answer is due"), named),
            NeedKind.ANSWER_UNRELEASED: (self.tr("Let the answer go home"), named),
            NeedKind.ESCALATION_UNRECEIVED: (self.tr("Receive an escalation"), named),
            NeedKind.ESCALATION_RETURNED: (self.tr("Returned: word it anew"), named),
            NeedKind.ESCALATION_FORWARDED: (self.tr("Word it and send it on"), named),
            NeedKind.ESCALATION_ENDORSED: (self.tr("Endorsed: send it"), named),
            NeedKind.ESCALATION_NO_AGENDA: (self.tr("Put it on an agenda"), named),
            NeedKind.DELIVERY_STUCK: (self.tr("No meeting will hear it: tell it otherwise"), named),
            NeedKind.DELIVERY_WAITING: (self.tr("%n answer(s) or circular(s) wait", "", need.count), meeting),
            NeedKind.CIRCULAR_UNREAD: (self.tr("Take note of a circular"), named),
            NeedKind.CASE_FLAGS: (self.tr("%n matter(s) of minors lack facts", "", need.count), ""),
            NeedKind.ESCALATION_NOT_CLOSED: (self.tr("Reported: close it"), named),
            NeedKind.ESCALATION_DRAFT: (self.tr("A draft lies still"), named),
            NeedKind.CASE_STRANDED: (self.tr("%n open case(s) of a group that has ended", "", need.count), ""),
            NeedKind.CASE_RESTS: (self.tr("%n case(s) at rest for a year", "", need.count), ""),
            NeedKind.ACTIONS_OVERDUE: (self.tr("%n overdue action(s)", "", need.count), ""),
            NeedKind.ACTIONS_WITHOUT_OWNER: (self.tr("%n action(s) without an owner", "", need.count), ""),
            NeedKind.ACTIONS_WITHOUT_DATE: (self.tr("%n action(s) without a deadline", "", need.count), ""),
            NeedKind.NO_REPRESENTATIVE: (self.tr("No national representative"), ""),
            NeedKind.NOBODY: (self.tr("Nobody has a seat yet"), ""),
            NeedKind.VACANT: (self.tr("%n vacant seat(s)", "", need.count), self._missing(need)),
            NeedKind.UNCOVERED: (self.tr("Sectors without a seat"), self._sectors(need)),
        }
        return words[need.kind]

    def _missing(self, need: NeedRow) -> str:
        return self.tr("without {sectors}").format(sectors=self._sectors(need)) if need.sectors else ""

    @staticmethod
    def _sectors(need: NeedRow) -> str:
        return ", ".join(label_text(sector) for sector in need.sectors).lower()

    def _due(self, need: NeedRow, today: dt.date) -> tuple[str, str]:
        if need.due is None or need.kind in CALM:
            return "", "faint"
        days = (need.due - today).days
        if days < 0:
            return self.tr("%n day(s) late", "", -days), "late"
        if days == 0:
            return self.tr("today"), "warn"
        if need.kind in (NeedKind.EMPTY_QUARTER, NeedKind.NOT_PLANNED):
            return self.tr("%n day(s) left", "", days), "faint"
        return self.tr("in %n day(s)", "", days), "faint"


def place_of(need: NeedRow) -> Place:
    """The place where a loose end is mended."""
    if need.case_id is not None:
        return Place("case", need.case_id)
    if need.meeting_id is not None:
        part = PARTS.get(need.kind)
        return Place("meeting", need.meeting_id, VIEWS.get(need.kind, ""), wishes=wishes(part=part) if part else ())
    if need.kind in QUERIES:
        return Place("actions", wishes=wishes(group=need.group_id, query=QUERIES[need.kind]))
    quarter = {"year": need.year or 0, "quarter": need.quarter or 0}
    planned = Place("meetings", wishes=wishes(plan=need.group_id, **quarter))
    explained = Place("wheel", wishes=wishes(group=need.group_id, **quarter))
    waits = Place("meetings", wishes=wishes(plan=need.group_id))
    circular = Place("circulars", wishes=wishes(circular=need.circular_id or 0))
    places = {
        NeedKind.EMPTY_QUARTER: planned,
        NeedKind.NOT_PLANNED: planned,
        NeedKind.UNEXPLAINED: explained,
        NeedKind.EXPLAINED: explained,
        NeedKind.WAITING: waits,
        NeedKind.DELIVERY_WAITING: waits,
        NeedKind.CIRCULAR_UNREAD: circular,
        NeedKind.DELIVERY_STUCK: circular,
        NeedKind.CASE_FLAGS: Place("cases", wishes=wishes(group=need.group_id, minor="yes")),
        NeedKind.CASE_STRANDED: Place("cases", wishes=wishes(group=need.group_id)),
        NeedKind.CASE_RESTS: Place("cases", wishes=wishes(group=need.group_id, order="oldest")),
    }
    return places.get(need.kind, Place("group", need.group_id))
