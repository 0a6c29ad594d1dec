"""How actions are told: icons of their states, days in words, headings of the list, lines of a story."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from referral_desk.queries.action_search import ActionOrder
from referral_desk.vocabulary import ActionState, Priority, ProgressKind
from ui.language import collator, day_text, label_text
from ui.rows import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.queries.action import StoryRow
    from referral_desk.queries.actions import ActionRow

STATE_ICONS: Final = {
    ActionState.OPEN: ("circle", "faint"),
    ActionState.IN_PROGRESS: ("circle-half-fill", "accent"),
    ActionState.DONE: ("check-circle-fill", "good"),
    ActionState.NOT_POSSIBLE: ("prohibit", "warn"),
    ActionState.NOT_DONE: ("x-circle-fill", "warn"),
    ActionState.TRANSFERRED: ("arrow-circle-right-fill", "info"),
}
STORY_ICONS: Final = {
    ProgressKind.MADE: ("plus", "accent"),
    ProgressKind.NOTE: ("chat-text", "info"),
    ProgressKind.STATE: ("check", "good"),
    ProgressKind.DUE: ("calendar-blank", "warn"),
    ProgressKind.OWNER: ("user", "accent"),
    ProgressKind.TEXT: ("pencil-simple", "accent"),
    ProgressKind.TRANSFERRED: ("arrow-right", "info"),
    ProgressKind.REMINDED: ("envelope-simple", "info"),
}
SUNDAY: Final = 6
_SECTIONS: Final = {
    "overdue": QT_TRANSLATE_NOOP("Actions", "Overdue"),
    "this_week": QT_TRANSLATE_NOOP("Actions", "This week"),
    "next_week": QT_TRANSLATE_NOOP("Actions", "Next week"),
    "later": QT_TRANSLATE_NOOP("Actions", "Later"),
    "undated": QT_TRANSLATE_NOOP("Actions", "No deadline"),
    "closed": QT_TRANSLATE_NOOP("Actions", "Closed"),
}
_ICONS: Final = {"overdue": ("warning-circle-fill", "late"), "closed": ("check-circle", "quiet")}


def say(text: Any) -> str:
    """A text of the page in the language in force."""
    return QCoreApplication.translate("Actions", text)


class ActionCounts(QObject):
    """Texts with a number: only `tr` of an object has its plural forms collected."""

    def late(self, days: int) -> str:
        """How many days after its deadline."""
        return self.tr("%n day(s) late", "", days)

    def overdue(self, count: int) -> str:
        """How many are overdue."""
        return self.tr("%n overdue", "", count)


@cache
def _counts() -> ActionCounts:
    return ActionCounts()


def due_text(row: ActionRow) -> str:
    """The due day as one speaks of it: "5 days late", "today", "Fri 27 Nov", "3 Mar 2027"."""
    translate = QCoreApplication.translate
    if row.due is None:
        return translate("Actions", "No deadline")
    if row.days_left is None:
        return day_text(row.due, "date")
    late = -row.days_left
    if late > 0:
        return _counts().late(late)
    near = {0: translate("Actions", "Today"), 1: translate("Actions", "Tomorrow")}
    if row.days_left in near:
        return near[row.days_left]
    is_near = row.days_left < 7  # noqa: PLR2004 - the weekday says it all
    return day_text(row.due, "day" if is_near else "date")


def due_mark(row: ActionRow) -> tuple[str, str] | None:
    """The icon before the due day: never the colour alone."""
    if row.is_overdue:
        return ("warning-circle-fill", "late")
    if row.days_left == 0:
        return ("clock", "warn")
    return None


def origin_text(row: ActionRow) -> str:
    """Where it comes from: the item's number and title, or that it was agreed outside a meeting."""
    if not row.item:
        return QCoreApplication.translate("Actions", "Outside a meeting")
    return f"{row.item_number}. {row.item}"


def due_section(row: ActionRow, today: dt.date) -> str:
    """Under which heading an action stands when the list goes by deadlines."""
    if not row.state.is_open:
        return "closed"
    if row.due is None:
        return "undated"
    if row.due < today:
        return "overdue"
    sunday = today + dt.timedelta(days=SUNDAY - today.weekday())
    if row.due <= sunday:
        return "this_week"
    return "next_week" if row.due <= sunday + dt.timedelta(days=7) else "later"


def section_title(section: str) -> str:
    """What a heading of deadlines says."""
    return say(_SECTIONS[section])


def under_headings(
    rows: Sequence[ActionRow], order: ActionOrder, today: dt.date, *, has_more: bool = False
) -> list[ActionRow | Heading]:
    """The rows with a heading above each part; rows of one part keep their order.

    Where there is more than is shown (`has_more`), the last part by deadlines is counted as "12+".
    """
    parts: dict[str, list[ActionRow]] = {}
    for row in rows:
        parts.setdefault(_part(row, order, today), []).append(row)
    if order in {ActionOrder.OWNER, ActionOrder.THEME}:
        # The engines put Danish letters each in a place of its own.
        sort = collator()
        parts = dict(sorted(parts.items(), key=lambda part: (not part[0], sort.sortKey(part[0]))))
    shown: list[ActionRow | Heading] = []
    for title, members in parts.items():
        if order is ActionOrder.DUE:
            icon, tone = _ICONS.get(title, ("", "text"))
            # They come by their deadlines: what is not shown belongs to the last part or to later ones.
            goes_on = has_more and members[-1] is rows[-1]
            shown.append(Heading(section_title(title), f"{len(members)}{'+' if goes_on else ''}", icon, tone))
        else:
            shown.append(Heading(title or _missing(order), _counted(members)))
        shown += members
    return shown


def _part(row: ActionRow, order: ActionOrder, today: dt.date) -> str:
    match order:
        case ActionOrder.DUE:
            return due_section(row, today)
        case ActionOrder.OWNER:
            return row.owner
        case ActionOrder.GROUP:
            return row.group
        case ActionOrder.THEME:
            return row.theme_name
        case ActionOrder.PRIORITY:
            return priority_text(row.priority)
        case ActionOrder.ITEM:
            return f"{day_text(row.meeting_day, 'date')} · {row.group} · {origin_text(row)}" if row.item else ""


def _missing(order: ActionOrder) -> str:
    translate = QCoreApplication.translate
    return {
        ActionOrder.OWNER: translate("Actions", "No owner"),
        ActionOrder.THEME: translate("Actions", "No theme"),
        ActionOrder.ITEM: translate("Actions", "Outside a meeting"),
    }.get(order, "–")


def _counted(rows: Iterable[ActionRow]) -> str:
    members = list(rows)
    late = sum(row.is_overdue for row in members)
    if not late:
        return str(len(members))
    words = _counts().overdue(late)
    return words if late == len(members) else f"{len(members)} · {words}"


def priority_text(priority: Priority) -> str:
    """A priority with the word behind which it stands in a list of its own."""
    words = {
        Priority.HIGH: QT_TRANSLATE_NOOP("Actions", "High priority"),
        Priority.NORMAL: QT_TRANSLATE_NOOP("Actions", "Normal priority"),
        Priority.LOW: QT_TRANSLATE_NOOP("Actions", "Low priority"),
    }
    return say(words[priority])


def story_text(line: StoryRow) -> str:
    """What a line of a story tells, without who and when."""
    if line.kind is ProgressKind.STATE and line.state is not None:
        return label_text(line.state)
    translate = QCoreApplication.translate
    words = {
        ProgressKind.MADE: translate("Actions", "Agreed"),
        ProgressKind.DUE: translate("Actions", "Deadline {before} → {after}"),
        ProgressKind.OWNER: translate("Actions", "Owner {before} → {after}"),
        ProgressKind.TEXT: translate("Actions", "Worded anew"),
        ProgressKind.TRANSFERRED: translate("Actions", "Handed over as {after}"),
        ProgressKind.REMINDED: translate("Actions", "Reminder drafted"),
    }.get(line.kind, translate("Actions", "Note"))
    if line.kind is ProgressKind.MADE and line.before:
        words = translate("Actions", "Taken over from {before}")
    elif line.kind is ProgressKind.REMINDED and line.after:
        words = translate("Actions", "Reminder drafted to {after}")
    change = (line.before, line.after)
    before, after = map(_day, change) if line.kind is ProgressKind.DUE else change
    return words.format(before=before or "–", after=after or "–")


def story_icon(line: StoryRow) -> tuple[str, str]:
    """The icon of a line, with its tone."""
    if line.kind is ProgressKind.STATE and line.state is not None:
        name, tone = STATE_ICONS[line.state]
        return name, "accent" if tone == "faint" else tone
    return STORY_ICONS[line.kind]


def _day(words: str) -> str:
    return day_text(dt.date.fromisoformat(words), "date") if words else ""
