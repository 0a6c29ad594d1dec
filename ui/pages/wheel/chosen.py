"""The chosen meeting of the wheel: why it lies there, what speaks against it, when an answer comes, what one can do."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from referral_desk.operations.wheel import explain_empty_quarter
from referral_desk.operations.wheel_plans import accept_plan, drag_meeting
from referral_desk.vocabulary import Tier
from ui.forms import Day, Form, Text, Time
from ui.language import day_text, label_text, language, time_text
from ui.pages.wheel.lines import Line, Lines
from ui.pages.wheel.scene import SceneMaker
from ui.pages.wheel.state import EmptyKey, PlanState
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import WrappedLabel, label
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from collections.abc import Hashable

    from referral_desk.wheel.check import Entry
    from ui.bridge import Bridge

LEFT = 400


class ChosenPanel(QWidget):
    """Shows one chip of the plan; what the person wants is told by signals."""

    accepted = Signal(object)
    accepted_group = Signal(int)
    let_go = Signal(object)
    placed = Signal(object, object, object, object)
    """Key, day, from, to."""
    moved = Signal(object, str)
    """Key, reason."""
    put_back = Signal(object)
    opened = Signal(int)
    explained = Signal(object, str)

    def __init__(self, bridge: Bridge, maker: SceneMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._maker = bridge, maker
        self._key: Hashable | None = None
        self._state: PlanState | None = None
        self.title = WrappedLabel("", "lead")
        self.chip = Chip()
        self.note = label("", "note", wraps=True)
        self.form = Form(
            (
                Day("day", self.tr("Day"), 6, today=bridge.today),
                Time("starts", self.tr("From"), 3),
                Time("ends", self.tr("To"), 3),
            )
        )
        self.reason = Form(
            (Text("reason", self.tr("Reason"), at_most=300, hint=self.tr("Those who were told will ask")),)
        )
        self.accept = button(self.tr("Accept"), "", "check")
        self.accept_group = button("", "", "checks")
        self.release = button(self.tr("Propose anew"), "", "sparkle")
        self.move_here = button(self.tr("Move it"), "", "check")
        self.back = button(self.tr("Put back"), "", "arrow-u-up-left")
        self.open = button(self.tr("Open the meeting"), "", "arrow-right")
        self.explain = button(self.tr("Save the reason"), "", "check")
        hint = self.tr(
            "Drag it, or lift it with Space: ← → a working day, Ctrl ← → a week, Enter sets it down, Esc takes it back."
        )
        self.hint = label(hint, "faint", wraps=True)
        self.lines = Lines()
        deciding = (self.accept, self.accept_group, self.move_here, self.back)
        self._buttons = (*deciding, self.release, self.open, self.explain)
        self._build()
        self.accept.clicked.connect(self._on_accept)
        self.accept_group.clicked.connect(self._on_accept_group)
        self.release.clicked.connect(self._on_release)
        self.move_here.clicked.connect(self._on_move)
        self.back.clicked.connect(self._on_back)
        self.open.clicked.connect(self._on_open)
        self.explain.clicked.connect(self._on_explain)
        self.form.edited.connect(self._on_edited)
        reason = self.reason.inputs["reason"]
        assert isinstance(reason, QLineEdit)
        reason.returnPressed.connect(self._on_reason)
        self.show_key(None, None)

    def _build(self) -> None:
        left = QWidget()
        left.setFixedWidth(px(LEFT))
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(self.note)
        box.addWidget(self.form)
        box.addWidget(self.reason)
        self.choices = Flow(self.tr("What can be done with it"), self._buttons)
        box.addWidget(self.choices)
        box.addWidget(self.hint)
        box.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.lines)
        column.addStretch()
        self._area = scrolled(inside, QScrollArea())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(24)
        across.addWidget(left)
        across.addWidget(self._area, 1)

    def show_key(self, key: Hashable | None, state: PlanState | None) -> None:
        """Show a chip of the plan, or how one begins where none is chosen."""
        is_other = key != self._key
        is_writing = not is_other and self.reason.inputs["reason"].hasFocus()
        self._show_key(key, state, is_other=is_other)
        self.choices.fit()
        if is_writing and not self.reason.isHidden():
            # What was hidden for a moment lost the keyboard.
            self.begin_reason()

    def _show_key(self, key: Hashable | None, state: PlanState | None, *, is_other: bool) -> None:
        self._key, self._state = key, state
        for one in (*self._buttons, self.form, self.reason, self.chip, self.note):
            one.hide()
        self.hint.setVisible(key is not None and not isinstance(key, EmptyKey))
        if state is None or state.row is None or key is None:
            self.title.set_whole(self.tr("Choose a meeting in the wheel"))
            self.lines.show_lines(
                [("info", "faint", self.tr("Why it lies there and what speaks against it stands here."))]
            )
            return
        self.title.set_whole(self._maker.name(state, key))
        entry = state.entry(key)
        if entry is not None:
            self._show_entry(state, entry, is_other=is_other)
        elif isinstance(key, EmptyKey):
            self._show_empty(state, key, is_other=is_other)
        else:
            self._show_clash(state, key)

    def begin_reason(self) -> None:
        """Go to the reason: the meeting cannot be moved without one."""
        self.reason.inputs["reason"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_entry(self, state: PlanState, entry: Entry, *, is_other: bool) -> None:
        assert state.row is not None
        mark, key = state.mark(entry.key), entry.key
        is_moving = key in state.moves
        can_move = entry.is_proposal or (mark is not None and not mark.is_closed_to_change)
        word, tone = self._state_word(state, entry)
        self.chip.show_chip(word, tone)
        self.chip.show()
        if can_move:
            self.form.fill({"day": entry.day, "starts": entry.starts, "ends": entry.ends}, of=key)
            self.form.show()
        else:
            times = f"{time_text(entry.starts)}–{time_text(entry.ends)}"
            self.note.setText(f"{day_text(entry.day, 'full')}, {times}")
            self.note.show()
        if mark is not None and (mark.title or not entry.counts):
            self.note.setText(" · ".join(part for part in (label_text(mark.kind), mark.title, mark.place) if part))
            self.note.show()
        if is_moving and mark is not None:
            if is_other:
                self.reason.fill({"reason": ""}, of=key)
            self.reason.setVisible(mark.was_told)
            self.note.setText(self.tr("It stands on {day} until you move it.").format(day=day_text(mark.day, "full")))
            self.note.show()
        stops = any(one.stops for one in state.own_conflicts(key))
        self.accept.setVisible(entry.is_proposal)
        self.accept.setEnabled(self._bridge.may(accept_plan) and not stops)
        count = sum(pick.slot.group_id == entry.group_id for pick in state.picks)
        self.accept_group.setText(self.tr("Accept the group's %n", "", count))
        self.accept_group.setVisible(entry.is_proposal and count > 1)
        self.accept_group.setEnabled(self._bridge.may(accept_plan))
        self.release.setVisible(key in state.pinned)
        self.move_here.setVisible(is_moving)
        self.move_here.setEnabled(self._bridge.may(drag_meeting))
        self.back.setVisible(is_moving)
        self.open.setVisible(mark is not None and not is_moving)
        self.hint.setVisible(can_move and not is_moving)
        self.lines.show_lines(self._entry_lines(state, entry))

    def _state_word(self, state: PlanState, entry: Entry) -> tuple[str, str]:
        mark = state.mark(entry.key)
        if entry.key in state.moves:
            return self.tr("Not moved yet"), "warn"
        if entry.key in state.pinned:
            return self.tr("Set by hand"), "accent"
        if entry.is_proposal or mark is None:
            return self.tr("Proposed"), "accent"
        return label_text(mark.stage), "quiet"

    def _entry_lines(self, state: PlanState, entry: Entry) -> list[Line]:
        lines: list[Line] = self._maker.conflict_lines(state.own_conflicts(entry.key))
        if not lines and not entry.is_over:
            lines.append(("check-circle-fill", "good", self.tr("Nothing speaks against the day.")))
        told = state.why(entry.key)
        shown = {one.kind for one in state.own_conflicts(entry.key)}
        for leaning in told.leanings if told else ():
            if leaning.told.kind in shown:
                continue
            icon, tone = ("check", "good") if leaning.cost == 0 else ("info", "faint")
            lines.append((icon, tone, leaning.told.sentence(language())))
        for better in told.better if told else ():
            reason = better.against[0].sentence(language())
            said = self.tr("{day} would suit better, but: {reason}").format(day=day_text(better.day), reason=reason)
            lines.append(("arrow-elbow-down-right", "faint", said))
        mark = state.mark(entry.key)
        if mark is not None and mark.moved_from is not None:
            said = self.tr("First planned for {day}. Moved: {reason}").format(
                day=day_text(mark.moved_from), reason=mark.move_reason
            )
            lines.append(("calendar-blank", "faint", said))
        return [*lines, *self._answer_lines(state, entry)]

    def _answer_lines(self, state: PlanState, entry: Entry) -> list[Line]:
        assert state.row is not None
        if state.row.plan.body[entry.group_id].tier is not Tier.REGIONAL or not entry.counts:
            return []
        answer = state.answer(entry.key)
        if answer is None or answer.national is None:
            return [("arrow-up", "faint", self.tr("What is agreed here has no national meeting to go to yet."))]
        national = day_text(answer.national.day)
        if answer.back is None:
            said = self.tr("When can we hear? National group on {national}; your next meeting is not planned yet.")
            return [("arrows-down-up", "info", _ended(said.format(national=national)))]
        said = self.tr("When can we hear? National group on {national}, answer possible at your meeting on {back}.")
        lines = [("arrows-down-up", "info", _ended(said.format(national=national, back=day_text(answer.back.day))))]
        if answer.above is not None and answer.back_from_above is not None:
            said = self.tr("If it goes on: ministries on {above}, answer possible on {back}.")
            above, back = day_text(answer.above.day), day_text(answer.back_from_above.day)
            lines.append(("arrows-down-up", "faint", _ended(said.format(above=above, back=back))))
        return lines

    def _show_empty(self, state: PlanState, key: EmptyKey, *, is_other: bool) -> None:
        row = state.empty(key)
        self.note.setText(
            self.tr("The quarter ended without an ordinary meeting. Say why: the Board shows it as a red flag.")
        )
        self.note.show()
        if row is not None and is_other:
            self.reason.fill({"reason": row.reason}, of=key)
        self.reason.show()
        self.explain.show()
        self.explain.setEnabled(self._bridge.may(explain_empty_quarter))
        self.lines.show_lines([])

    def _show_clash(self, state: PlanState, key: Hashable) -> None:
        assert state.row is not None
        clash = state.clash(key)
        rules = clash.rules if clash else ()
        self.chip.show_chip(self.tr("No day"), "late", "calendar-x-fill")
        self.chip.show()
        self.note.setText(
            self.tr("These rules leave no day together. Change one of them, or drag the meeting to a day yourself.")
        )
        self.note.show()
        self.lines.show_lines([("prohibit", "late", rule.sentence(language())) for rule in rules])

    @Slot()
    def _on_accept(self) -> None:
        self.accepted.emit([self._key])

    @Slot()
    def _on_accept_group(self) -> None:
        entry = self._state.entry(self._key) if self._state else None
        if entry is not None:
            self.accepted_group.emit(entry.group_id)

    @Slot()
    def _on_release(self) -> None:
        self.let_go.emit(self._key)

    @Slot()
    def _on_move(self) -> None:
        self.reason.hand_on()
        self.moved.emit(self._key, self.reason.values()["reason"])

    @Slot()
    def _on_reason(self) -> None:
        """Enter behind the reason does what it is asked for."""
        for made in (self.move_here, self.explain):
            if made.isVisible():
                made.click()

    @Slot()
    def _on_back(self) -> None:
        self.put_back.emit(self._key)

    @Slot()
    def _on_open(self) -> None:
        if isinstance(self._key, int):
            self.opened.emit(self._key)

    @Slot()
    def _on_explain(self) -> None:
        self.reason.hand_on()
        self.explained.emit(self._key, self.reason.values()["reason"])

    @Slot(str, object)
    def _on_edited(self, _name: str, _value: object) -> None:
        values = self.form.values()
        starts, ends = values["starts"], values["ends"]
        day: dt.date | None = values["day"]
        wrong = "" if ends > starts else self.tr("The meeting ends before it begins.")
        self.form.mark("ends", wrong)
        if not wrong and day is not None:
            self.placed.emit(self._key, day, starts, ends)


def _ended(sentence: str) -> str:
    """A sentence that ends in a short month, which has its own stop in Danish."""
    return sentence.replace("..", ".")
