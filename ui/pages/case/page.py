"""A case: what is to be done next, its way through the bodies and back, its facts, and what the rules say of it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from referral_desk.operations.cases import edit_case
from referral_desk.queries.case_view import CaseView, case_view
from referral_desk.vocabulary import EscalationState, Label, Urgency
from ui.commands import Command
from ui.doing import UndoPage
from ui.escalation_words import KIND_ICONS, URGENCY_LOOKS
from ui.form_slot import FormSlot
from ui.icons import icon
from ui.language import day_text, label_text, language
from ui.pages.case.acts import ActWords
from ui.pages.case.doing import CaseDoing
from ui.pages.case.facts_view import FactsView
from ui.pages.case.head import StandCard
from ui.pages.case.keeping import Keeping
from ui.pages.case.menu import CaseMenu, CasePapers
from ui.pages.case.papers import PapersCard
from ui.pages.case.subjects import named, step_now
from ui.pages.case.way_view import WayView
from ui.places import Place
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.plain_words import plain_tip
from ui.widgets.progress_line import ProgressLine
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from referral_desk.operations.outcome import Done
    from ui.bridge import Bridge
    from ui.pages.case.act_form import ActForm

VIEWS: Final = ("way", "facts")
KEYS: Final = QKeySequence("Ctrl+Shift+Return")
"""They do the next right thing, from everywhere on the page."""
LABEL_LOOKS: Final = {Label.OPEN: "lock-simple-open", Label.INTERNAL: "lock-simple", Label.CONFIDENTIAL: "lock-key"}


class CasePage(UndoPage):
    """One case, seen by its way or by its facts."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"cases", "escalations", "agenda", "meetings", "minutes", "actions", "circulars", "groups", "kept_finds"}
    )

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.view: CaseView | None = None
        self._kept_form: dict[str, Any] | None = None
        self._left: dict[tuple[str, int], dict[str, Any]] = {}
        self._focus, self._has_acted = "", False
        self.act_words = ActWords(self)
        self.progress = ProgressLine()
        self.documents = CasePapers(bridge, self, self.progress)
        self.documents.told.connect(self.told)
        self.doing = CaseDoing(self)
        self.step = button("", "primary", "arrow-up")
        self.step.hide()
        self.more = icon_button("dots-three", self.tr("More about this case"))
        self.header.add(self.step, self.more)
        self.body.setSpacing(12)
        self.chips = ChipFlow()
        self.stand = StandCard(self.act_words, may=self.may)
        self.slot = FormSlot()
        choices = (("way", self.tr("The way")), ("facts", self.tr("The case")))
        self.tabs = Segments(choices, self.tr("Views of the case"))
        self.way = WayView(self)
        self.facts = FactsView(self)
        self.papers = PapersCard(self)
        self.keeping = Keeping(self, (self.way.words, self.facts.form))
        parts: tuple[QWidget, ...] = (self.chips, self.stand, self.progress, self.tabs, self.way, self.facts)
        for part in parts:
            self.body.addWidget(part)
        self.body.insertLayout(self.body.indexOf(self.tabs), self.slot)
        self.body.addStretch()
        self._chosen_view = place.view if place.view in VIEWS else ""
        self._connect()
        self._show_parts()

    def _connect(self) -> None:
        self.step.clicked.connect(self._on_step)
        self.more.clicked.connect(self._on_more)
        self.stand.wanted.connect(self.doing.take)
        self.stand.mend.connect(self._on_mend)
        self.tabs.chosen.connect(self._on_tab)
        self.slot.closed.connect(self._show_step)
        shortcut = QShortcut(KEYS, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_step)

    # Page ---------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return self.view.case.row.reference if self.view is not None else ""

    def trail(self) -> list[tuple[str, Place]]:
        trail = [(self.tr("Cases"), Place("cases"))]
        if self.view is not None:
            trail.append((self.view.case.row.group, Place("group", self.view.case.row.group_id)))
        return trail

    def reload(self) -> None:
        wish = self.place.wish("escalation")
        job = self.bridge.ask(
            case_view,
            case_id=self.place.id or 0,
            escalation_id=int(wish) if wish.isdigit() else None,
            day=self.bridge.today,
            language=language(),
            user=self.bridge.user.name,
            is_coordinator="coordinator" in self.bridge.user.roles,
        )
        job.then(self._on_view)

    def turn_to(self, place: Place) -> None:
        super().turn_to(place)
        if place.view in VIEWS:
            self._chosen_view = place.view
            self._show_parts()

    def keep(self) -> dict[str, Any]:
        form = self.form_open
        return {
            "view": self._chosen_view,
            "form": form.keep() if form is not None and form.is_begun else None,
            "words": self.way.words.hand_over(),
            "facts": self.facts.form.hand_over(),
            "open": self.way.rail.opened(),
            "left": self._left,
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self._chosen_view = kept["view"]
        self._kept_form, self._left = kept["form"], kept["left"]
        self.way.words.take_over(kept["words"])
        self.facts.form.take_over(kept["facts"])
        self.way.first_open = kept["open"]
        self._show_parts()

    def save_now(self) -> None:
        self.keeping.save_now()

    def is_unsaved(self) -> bool:
        is_writing = self.form_open is not None and self.form_open.is_begun
        return is_writing or bool(self.keeping.unkept)

    def show_unsaved(self) -> None:
        if self.form_open is not None and self.form_open.is_begun:
            self.form_open.begin()
        elif self.facts.form.drafts.unkept:
            self._on_tab("facts")
        else:
            self._on_tab("way")

    def commands(self) -> list[Command]:
        if self.view is None:
            return []
        papers = self.documents.commands(self.view) + self.papers.commands()
        if not self.may:
            return papers
        first = self.act_words.primary(self.view)
        offers = [*([first] if first is not None and first.is_on else []), *self.act_words.others(self.view)]
        offers += self.act_words.rest(self.view)
        take = self.doing.take
        return [
            Command(f"case/{act.key}", act.text, act.icon, functools.partial(take, act.key)) for act in offers
        ] + papers

    @property
    def may(self) -> bool:
        """Whether the person may change cases."""
        return self.bridge.may(edit_case)

    # What acts need -----------------------------------------------------------------------------------------------

    def keys(self) -> dict[str, int]:
        """The escalation as it was last seen or kept, as its operations name it."""
        found = self.view.escalation if self.view is not None else None
        if found is None:
            return {}
        words = self.way.words
        written = words.version if words.key == found.row.id else 0
        return {"escalation_id": found.row.id, "version": max(found.row.version, written)}

    def case_keys(self) -> dict[str, int]:
        """The case as it was last seen or kept, as its operations name it."""
        seen = self.view.case.row.version if self.view is not None else 0
        return {"case_id": self.place.id or 0, "version": max(seen, self.facts.form.version)}

    def words_title(self, field: str) -> str:
        """What a field of the words is called."""
        return self.way.words.title_of(field)

    def words_text(self, field: str) -> str:
        """What stands in a field that is about to be sent, as the desk holds it."""
        found = self.view.escalation if self.view is not None else None
        if found is None:
            return ""
        step = step_now(found)
        return step.texts.get(field, step.jump_reason)

    def write_words(self, field: str, text: str) -> None:
        """Write a field anew that is about to be sent."""
        self.way.words.write(field, text)

    @property
    def form_open(self) -> ActForm | None:
        """The small form that is open."""
        return cast("ActForm | None", self.slot.form)

    def open_form(self, form: ActForm) -> None:
        """Open a small form below where it stands, instead of the one that is open; what was left in it is there."""
        self._keep_form()
        form.cancelled.connect(self._keep_form)
        self.slot.put(form)
        form.cancelled.connect(self._on_cancelled)
        # What is open has the page's one primary button.
        self.step.hide()
        if (left := self._left.pop(self._form_key(form.key), None)) is not None:
            form.take_up(left)

    def remember(self, key: str, left: dict[str, Any]) -> None:
        """Let the next form of a kind begin with what was written."""
        self._left[self._form_key(key)] = left

    def _form_key(self, key: str) -> tuple[str, int]:
        return key, self.keys().get("escalation_id", 0)

    @Slot()
    def _keep_form(self) -> None:
        """Remember what was written in the small form, which is left undone."""
        form = self.form_open
        if form is not None and form.is_begun:
            self.remember(form.key, form.keep())

    @Slot()
    def _on_cancelled(self) -> None:
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_done(self, said: str, done: Done) -> None:
        super().say_done(named(said, self.view), done)
        self._has_acted = True

    def show_way(self, focus: str = "") -> None:
        """Show the way, and go to a field of the words once they are there."""
        self._focus = focus
        self._on_tab("way")

    # What it shows ------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_view(self, view: CaseView) -> None:
        stood, self.view = self._stands(), view
        row = view.case.row
        made = self.tr("written down {day}").format(day=day_text(row.created_on, "date"))
        self.call_it(row.title, f"{row.reference} · {row.group} · {made}")
        self._show_chips()
        self.stand.show_view(view)
        self._show_step()
        self.way.show_view(view)
        self.facts.show_view(view)
        self.papers.show_case(view.case)
        self._show_parts()
        if self._kept_form is not None:
            kept, self._kept_form = self._kept_form, None
            if (form := self.doing.form(kept["key"])) is not None:
                self.open_form(form)
                form.take_up(kept)
        if self._focus and view.escalation is not None and view.escalation.acts.word:
            focus, self._focus = self._focus, ""
            self.way.words.focus_field(focus)
        elif self._has_acted and stood is not self._stands():
            self._area.verticalScrollBar().setValue(0)
            self.step.setFocus(Qt.FocusReason.OtherFocusReason)
        self._has_acted = False

    def _stands(self) -> EscalationState | None:
        found = self.view.escalation if self.view is not None else None
        return found.row.state if found is not None else None

    def _show_chips(self) -> None:
        assert self.view is not None
        row, found = self.view.case.row, self.view.escalation
        chips = [(label_text(row.kind), "accent", KIND_ICONS[row.kind])]
        chips.append((label_text(row.label), "quiet", LABEL_LOOKS[row.label]))
        if row.theme_name:
            chips.append((row.theme_name, "quiet", "tag"))
        if found is not None and found.row.urgency is not Urgency.NORMAL and found.row.state.is_open:
            icon_name, tone = URGENCY_LOOKS[found.row.urgency]
            chips.append((label_text(found.row.urgency), tone, icon_name))
        if row.lacks_flags:
            chips.append((self.tr("Something is asked of a minor’s matter"), "warn", "baby"))
        self.chips.show_chips(chips)

    def _show_step(self) -> None:
        act = self.act_words.primary(self.view) if self.view is not None else None
        self.step.setVisible(act is not None and self.form_open is None)
        if act is not None:
            self.step.setText(act.text)
            self.step.setIcon(icon(act.icon, "on_accent"))
            self.step.setEnabled(act.is_on and self.may)
            self.step.setToolTip(
                plain_tip(act.tip or f"{act.text}  ({KEYS.toString(QKeySequence.SequenceFormat.NativeText)})")
            )
            self.step.setAccessibleDescription(act.tip)

    def _show_parts(self) -> None:
        has_way = self.view is not None and self.view.escalation is not None
        key = self._chosen_view or ("way" if has_way else "facts")
        if self.tabs.key() != key:
            was_blocked = self.tabs.blockSignals(True)
            self.tabs.choose(key)
            self.tabs.blockSignals(was_blocked)
        self.papers.stand_in((self.way if key == "way" else self.facts).beside_box)
        self.way.setVisible(key == "way")
        self.facts.setVisible(key == "facts")

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self.save_now()
        self._chosen_view = key
        self.place = self.place.with_view(key)
        self._show_parts()

    @Slot()
    def _on_step(self) -> None:
        act = self.act_words.primary(self.view) if self.view is not None else None
        if act is not None and act.is_on and self.may:
            self.doing.take(act.key)

    @Slot()
    def _on_mend(self) -> None:
        self._on_tab("way")
        self.way.mend()

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> CaseMenu:
        """What one can do with the case beside its next step."""
        return CaseMenu(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.way.fit(self.width())
        self.facts.fit(self.width())
