"""A challenge that three regions raise, step by step at the window: up through the bodies, and its answer home again.

Each step tells `saw` what is in sight by then: whoever wants pictures takes them.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton

from referral_desk.queries.loose_end_rows import Theme
from referral_desk.vocabulary import EscalationState, Label
from tests.journeys.raised import ANSWER, HOME, JOURNAL, NATIONAL, NUMBER, REGIONS, SENT_ON, WHY_ON
from tests.journeys.window import LONG
from ui.language import day_text, label_text
from ui.pages.board.moving import SHOWN
from ui.pages.board.page import NEEDS_SHOWN


class Challenge:
    """The steps, in order; `me` sits at the window."""

    def __init__(self, me, saw=lambda _what: None):
        self.me, self.saw = me, saw

    # The regions ------------------------------------------------------------------------------------------------------

    def write_down(self, raised):
        """A new case of the region, by the key N and the form of the Cases page; gives its reference."""
        me = self.me
        me.opens("cases")
        me.press_key(me.page.lanes, "N")
        form = me.page.form
        me.until(lambda: me.window.focusWidget() is form.name)
        me.qtbot.keyClicks(form.name, raised.title)
        me.choose(form.group, next(words for words in _words(form.group) if words.startswith(raised.group)))
        self.saw(f"{raised.code} new case")
        me.keys("Ctrl+Return")
        me.until(lambda: me.page.place.page == "case" and me.page.view is not None)
        me.rest()
        return me.page.title()

    def word(self, raised):
        """Carry it up: the draft opens with the cursor in the problem, and one writes on by keys."""
        me = self.me
        self.step("Løft sagen")
        self.comes_to(EscalationState.DRAFT)
        words = me.page.way.words.texts.inputs
        me.until(lambda: me.window.focusWidget() is words["problem"])
        me.write(words["problem"], raised.problem)
        me.write(words["proposal"], raised.proposal)
        me.keys("Tab")
        me.until(lambda: not me.page.is_unsaved())
        me.rest()
        self.saw(f"{raised.code} worded")

    def endorse(self, raised):
        """By the decision of the group's meeting, which is offered first."""
        me = self.me
        form = self.form("endorse")
        me.until(lambda: raised.decision[:40] in form.decision.currentText())
        assert day_text(raised.held, "date") in form.decision.currentText()
        self.saw(f"{raised.code} endorse")
        me.press(form.save)
        self.comes_to(EscalationState.ENDORSED)

    def attach(self, path):
        """A file is dropped on the case's papers, beside the words."""
        me = self.me
        papers = me.page.papers.panel
        me.drops(papers, path)
        me.until(lambda: f"1 | {path.stem} | " in papers.list.as_text(), LONG)
        me.rest()
        self.saw("a paper")

    def send(self, name, to="National gruppe"):
        """Send it; nothing in it is anybody's business, and its papers go along once they were looked through."""
        self.step(f"Send til {to}")
        if self.me.page.view.case.papers:
            form = self._opened("send")
            assert all(box.isChecked() for box in form.papers.values())
            self.saw(f"{name} send")
            self.me.press(form.save)
        self.comes_to(EscalationState.SENT)
        self.saw(f"{name} sent")

    def send_after_the_alarm(self, raised):
        """The leak alarm stops the sending and shows the number where it stands; taken out, it goes."""
        me = self.me
        self.step()
        me.until(lambda: me.page.form_open is not None and me.page.form_open.key == "send")
        form = me.page.form_open
        (line,) = form.leaks.lines()
        assert "i refleksionsperioden" in line.sentence.text()
        assert NUMBER not in me.words(), "the alarm does not say the number once more"
        self.saw(f"{raised.code} alarm")
        me.press_key(line.remove, "Space")
        me.rest()
        assert form.wrong.text() == "", "what is taken out is not complained of any more"
        assert me.window.focusWidget() is form.save
        self.saw(f"{raised.code} alarm settled")
        me.keys("Space")
        self.comes_to(EscalationState.SENT)
        sent = me.page.view.escalation.steps[0].snapshots[0]
        assert NUMBER not in sent.texts["problem"]
        self.saw(f"{raised.code} sent")

    # The national group -----------------------------------------------------------------------------------------------

    def receive(self, reference):
        """The national group takes it in."""
        self.to(reference)
        self.step("Modtag for National gruppe")
        self.comes_to(EscalationState.ACCEPTED)

    def merge_by_the_twin(self, reference, lead):
        """The page sees that both ask the same; undone, it stands for itself again; merged once more it follows."""
        me = self.me
        self.to(reference)
        self.saw("twins")
        self._press_twin(lead)
        form = me.page.form_open
        assert form.text("reason"), "why they look alike is the beginning of the reason"
        self.saw("merge")
        me.press(form.save)
        self.comes_to(EscalationState.MERGED)
        self.saw("merged")
        me.press(me.window.banner.action)
        self.comes_to(EscalationState.ACCEPTED)
        self._press_twin(lead)
        me.press(me.page.form_open.save)
        self.comes_to(EscalationState.MERGED)

    def merge_by_hand(self, reference, lead, reason):
        """Merge with one that one names."""
        me = self.me
        self.to(reference)
        form = self.other("merge")
        me.choose(form.lead, next(words for words in _words(form.lead) if words.startswith(lead)))
        me.write(form.parts["reason"], reason)
        me.keys("Return")
        self.comes_to(EscalationState.MERGED)

    def put_on(self, lead):
        """On the national group's next agenda."""
        me = self.me
        self.to(lead)
        self.step("Sæt på dagsordenen")
        self.comes_to(EscalationState.ON_AGENDA)
        item = me.page.view.escalation.steps[0].item
        assert item.day == NATIONAL
        self.saw("on the national agenda")

    def send_on(self, lead, decision):
        """The national group sends it on by its decision, in words of its own, for fewer readers."""
        me = self.me
        self.to(lead)
        form = self.other("forward")
        assert decision[:40] in form.decision.currentText(), "what was decided under its own item is offered first"
        me.write(form.parts["reason"], WHY_ON)
        self.saw("forward")
        me.press(form.save)
        self.comes_to(EscalationState.FORWARDED)
        words = me.page.way.words
        me.write(words.texts.inputs["problem"], SENT_ON)
        me.choose(words.ways.inputs["label"], label_text(Label.CONFIDENTIAL))
        me.until(lambda: not me.page.is_unsaved())
        me.rest()
        changes = words.shown_changes()["problem"]
        assert all(part in changes for part in ("Tre", "regioner")), changes
        self.saw("worded for the next level")
        self.send("national", "Tværministeriel arbejdsgruppe")
        below, above = me.page.view.escalation.steps
        assert above.label is Label.CONFIDENTIAL
        assert below.label is not Label.CONFIDENTIAL
        assert above.snapshots[-1].texts["problem"] == SENT_ON
        assert below.snapshots[-1].texts["problem"] == REGIONS[0].problem
        assert above.snapshots[-1].papers == below.snapshots[-1].papers != ()
        self.saw("sent to the top")

    # The top ----------------------------------------------------------------------------------------------------------

    def record_receipt(self):
        """The coordinator notes that the inter-ministerial group has it."""
        self.press_other("accept")
        self.comes_to(EscalationState.ACCEPTED)
        self.saw("received at the top")

    def record_answer(self, lead):
        """What the ministries answered, with the number under which it is kept: without one it is refused."""
        me = self.me
        self.to(lead)
        form = self.form("answer", "Skriv svaret ind …")
        me.write(form.parts["answer"], ANSWER)
        me.write(form.parts["answered_on"].line, "25. januar")
        me.press_key(form.save, "Space")
        me.until(lambda: form.wrong.text() != "")
        assert me.window.focusWidget() is form.save, "a refusal leaves the keys where they were"
        self.saw("answer refused without a number")
        me.write(form.parts["journal_number"], JOURNAL)
        self.saw("answer")
        me.keys("Return")
        self.comes_to(EscalationState.ANSWERED)
        answered = me.page.view.escalation.steps[-1]
        assert (answered.answer, answered.journal_number) == (ANSWER, JOURNAL)
        assert answered.answered_on == dt.date(2027, 1, 25)
        self.saw("answered")

    def release(self):
        """In words for each level, and it goes home by itself."""
        me = self.me
        form = self.form("release", "Frigiv svaret …")
        for number, words in HOME.items():
            me.write(form.parts[f"feedback_{number}"], words)
        self.saw("release")
        me.press(form.save)
        self.comes_to(EscalationState.RELEASED)
        self.saw("released")

    # Home -------------------------------------------------------------------------------------------------------------

    def stands_on(self, group, day, answer):
        """The answer stands on the group's agenda without anybody's doing."""
        me = self.me
        me.finds(group, until=f", {day_text(day, 'date')}")
        me.until(lambda: me.page.place.page == "meeting" and me.page.title() == day_text(day, "date"))
        me.rest()
        me.until(lambda: f"Svar på {answer}" in me.page.agenda_view.list.as_text())
        self.saw(f"{group} agenda")

    def close(self, reference):
        """All have heard it: it is closed."""
        self.to(reference)
        assert self.state is EscalationState.REPORTED
        assert self.me.page.stand.stepper.accessibleName().endswith("Meldt tilbage")
        self.saw(f"{reference} reported")
        self.step()
        self.comes_to(EscalationState.CLOSED)

    def close_case(self, reason):
        """And so is the case."""
        me = self.me
        form = self.form("close_case")
        me.write(form.parts["reason"], reason)
        me.press(form.save)
        me.until(lambda: me.page.view.case.row.closed_on is not None)
        me.rest()
        self.saw("case closed")

    # Board and lanes --------------------------------------------------------------------------------------------------

    def waits(self):
        """What "Needs you" says about cases, chosen among the rest by the funnel."""
        me = self.me
        me.opens("board")
        needs = me.page.needs
        if needs.chosen.isHidden():
            me.press(needs.filter)
            choose_line(me, lambda line: line.data() == Theme.CASES.value)
            me.until(needs.chosen.isVisible)
        if needs.rows.rest.isVisible() and len(needs.rows.buttons()) <= NEEDS_SHOWN:
            me.press(needs.rows.rest)
        return [one.accessibleName() for one in needs.rows.buttons()]

    def moves(self):
        """What "Moving" says: how many are on the way up and on the way home, and the oldest of each."""
        me = self.me
        me.opens("board")
        told = []
        for side in (me.page.moving.up, me.page.moving.down):
            if side.rows.rest.isVisible() and len(side.rows.buttons()) <= SHOWN:
                me.press(side.rows.rest)
            told.append((int(side.count.text()), [one.accessibleName() for one in side.rows.buttons()]))
        return told

    def lane(self, title):
        """The lane of the Cases page in which the card with a title stands; None where there is none."""
        me = self.me
        me.opens("cases")
        me.until(lambda: me.page.pile.currentWidget() is me.page.lanes)
        found = [key for key, lane in me.page.lanes.lanes.items() if title in [one.look.title for one in lane.cards]]
        assert len(found) <= 1
        return found[0] if found else None

    def opens_need(self, reference):
        """Open what waits from the Board, by the mouse."""
        me = self.me
        place = next(place for place, words in enumerate(self.waits()) if reference in words)
        me.press(me.page.needs.rows.buttons()[place])
        me.until(lambda: me.page.place.page == "case" and me.page.view is not None)
        me.rest()

    # Parts of steps -------------------------------------------------------------------------------------------------

    @property
    def state(self):
        """Where the escalation in front stands."""
        found = self.me.page.view.escalation
        return found.row.state if found is not None else None

    def to(self, reference):
        """Open a case from anywhere, by its reference."""
        me = self.me
        if me.page.place.page != "case" or me.page.title() != reference:
            me.finds(reference)
        me.until(lambda: me.page.place.page == "case" and me.page.title() == reference)
        me.rest()

    def comes_to(self, state):
        """Wait until the escalation in front stands there, and the page says so; a draft shows its words instead."""
        me = self.me
        me.until(lambda: me.page.view is not None and self.state is state)
        if state is not EscalationState.DRAFT:
            me.until(lambda: not me.page.header.title.visibleRegion().isEmpty())
        me.rest()

    def step(self, words=""):
        """Press the page's one primary button, which says these words."""
        me = self.me
        me.until(lambda: me.page.step.isVisible() and words in me.page.step.text())
        me.press(me.page.step)

    def form(self, key, words=""):
        """The form that the primary button opens."""
        self.step(words)
        return self._opened(key)

    def other(self, key):
        """The form of something else that could be decided."""
        self.press_other(key)
        return self._opened(key)

    def press_other(self, key):
        """Press what stands beside the next step: "or …"."""
        self._press_one(lambda: self.me.page.stand.findChildren(QAbstractButton, key))

    def _opened(self, key):
        page = self.me.page
        self.me.until(lambda: page.form_open is not None and page.form_open.key == key)
        return page.form_open

    def _press_twin(self, lead):
        """Press what merges with a twin."""
        named = self.me.page.way.twins.findChildren
        self._press_one(lambda: [one for one in named(QPushButton) if lead in one.accessibleName()])
        self._opened("merge")

    def _press_one(self, buttons):
        """Press the one of these buttons that is in sight."""
        found = []

        def seen():
            found[:] = [one for one in buttons() if one.isVisible()]
            return len(found) == 1

        self.me.until(seen)
        self.me.press(found[0])


def choose_line(me, wanted):
    """Go down in the menu that is open to the line that one wants, and take it."""
    found = []

    def seen():
        found[:] = [top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu) and top.isVisible()]
        return len(found) == 1

    me.until(seen)
    (menu,) = found
    while menu.activeAction() is None or not wanted(menu.activeAction()):
        me.qtbot.keyClick(menu, Qt.Key.Key_Down)
    me.qtbot.keyClick(menu, Qt.Key.Key_Return)


def _words(box):
    return [box.itemText(row) for row in range(box.count())]
