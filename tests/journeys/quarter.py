"""A secretary's quarter, step by step at the window (domain 5.3): invite, pack, meet, minute, comment, approve, chase.

Each step tells `saved` what the window has called saved by then: whoever kills the program can ask for it later.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import docx
from icalendar import Calendar, Event, vCalAddress
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from sqlalchemy import select

from referral_desk.models import ActionItem, AgendaItem, Group, Meeting, MinutesEntry, Setting
from referral_desk.vocabulary import AttendanceState
from ui.language import day_text
from ui.pages.meeting.minutes_view import MinutesView

PLANNED, HELD, HEARD = dt.date(2026, 11, 20), dt.date(2026, 12, 18), dt.date(2027, 1, 11)
ITEM, ASKS = "Tolke om aftenen", "at gruppen bruger kommunens nummer"
NOTE, DECISION = "Kommunens nummer virker døgnet rundt.", "Gruppen bruger kommunens nummer."
ACTION = "sende listen over tolke"
COMMENT = "Skriv hvilket nummer."
LONG = 20_000


def the_day_is(demo_desk, day):
    """Let time pass: a demo desk carries its own today."""
    with demo_desk.opened() as file, file.database.write() as session:
        session.scalars(select(Setting).where(Setting.key == "demo.today")).one().value = json.dumps(day.isoformat())


class Quarter:
    """The steps, in order; `me` sits at the window, files come and go in a folder."""

    def __init__(self, me, folder: Path, saved=lambda *_fact: None):
        self.me, self.folder, self.saved = me, folder, saved

    # Before the meeting -------------------------------------------------------------------------------------------

    def plan(self):
        """From the empty quarter on the Board."""
        me = self.me
        grid = me.page.grid
        me.qtbot.mouseClick(grid.viewport(), me.left, pos=grid.visualRect(grid.model().index(3, 4)).center())
        me.reads("Planlæg et møde")
        me.rest()
        assert me.page.form.group.currentText() == "RG4 Fyn"
        me.write(me.field("Dag"), "fredag uge 51")
        me.write(me.field("Sted"), "Æblerød Rådhus, lokale 12")
        me.press(me.page.form.plan)
        me.until(lambda: me.page.place.page == "meeting")
        me.rest()
        self.saved("stage", "planned")

    def invite(self):
        """Drafts in a folder, then what was sent is noted; two answers come back."""
        me = self.me
        self.step("Indkald …")
        me.reads("Hvem får besked")
        me.press("Gem udkast …")
        me.chooses_files(self.folder)
        me.until(lambda: "udkast er gemt" in me.banner)
        me.press("Markér som sendt")
        me.until(lambda: me.banner == "Noteret som sendt.")
        me.rest()
        self.saved("stage", "invited")
        [invitation] = self.folder.glob("*.ics")
        answers = [
            _answer(invitation, "una.fiktorp@demo.example", "ACCEPTED", self.folder / "svar 1.ics"),
            _answer(invitation, "winnie.oevelsen@demo.example", "DECLINED", self.folder / "svar 2.ics"),
        ]
        me.drops(me.page.views.currentWidget().zone, *answers)
        me.until(lambda: "Winnie Øvelsen: afbud" in me.banner, LONG)
        me.rest()
        self.saved("answers", 2)

    def prepare(self):
        """An item by keyboard, the pack built, looked at and issued, the agenda noted as sent."""
        me = self.me
        me.press("Dagsorden")
        me.rest()
        me.press("Tilføj et punkt")
        title = me.page.agenda_view.pane.editor.title
        me.until(lambda: me.window.focusWidget() is title)
        me.qtbot.keyClicks(title, ITEM)
        me.write(me.field("Indstilling"), ASKS)
        me.keys("Tab")
        me.reads("Gemt ", me.page.agenda_view.pane.editor)
        me.rest()
        self.saved("item", ASKS)
        me.press("Mødemateriale")
        view = me.page.views.pack
        me.until(lambda: view.check is not None and not view.check.unlooked, LONG)
        me.rest()
        me.press("Dan mødematerialet", view)
        me.until(lambda: "ikke udsendt endnu" in view.preview.title.whole(), LONG)
        me.rest()
        me.press("Udsend mødematerialet")
        me.until(lambda: me.banner.startswith("Mødematerialet er udsendt"), LONG)
        me.rest()
        self.step("Markér dagsordenen som sendt")
        self.saved("stage", "agenda_sent")

    # The meeting ----------------------------------------------------------------------------------------------------

    def meet(self):
        """The meeting begins, everybody else is there, and the minutes are typed with no hand on the mouse."""
        me = self.me
        self.step("Begynd mødet")
        self.saved("stage", "held")
        self.tab("people")
        me.press(next(button for button in _buttons(me) if button.text().startswith("Alle andre til stede")))
        me.until(lambda: me.banner == "Alle andre er noteret som til stede.")
        me.rest()
        self.saved("present", 6)
        self.tab("minutes")
        text = self.room().text
        me.click(text)
        self.types(text, "/b Dagsordenen blev godkendt.")
        me.keys("Ctrl+Return")
        self.types(text, NOTE)
        me.keys("Return")
        self.types(text, f"/b {DECISION}")
        me.keys("Return")
        self.types(text, f"/o Fyns Politi 15. januar: {ACTION}")
        self.is_saved()
        self.saved("entries", [NOTE, DECISION, ACTION])
        self.saved("action", ACTION)
        for words in ("Punkterne blev gennemgået.", "Alle fortalte nyt.", "Gruppen er rigtigt sammensat.", "Intet."):
            me.keys("Ctrl+Return")
            self.types(text, words)
        self.is_saved()
        self.saved("entries", [NOTE, DECISION, ACTION, "Alle fortalte nyt.", "Intet."])

    def send_round(self):
        """To the chair, into comment, and out as a Word file that comes back with a comment."""
        me = self.me
        self.step("Send til formanden")
        self.step("Send i høring")
        self.saved("stage", "in_comment")
        self.menu("Gem et dokument", "Referat som Word, til bemærkninger …")
        sent = self.folder / "Udkast.docx"
        me.chooses_files(sent)
        me.until(lambda: me.banner == "Gemt som Udkast.docx.", LONG)
        me.rest()
        _comment_in(sent)
        me.press("Læs en Word-fil eller mail, der kom retur")
        me.chooses_files(sent)
        me.until(lambda: COMMENT in me.words(), LONG)
        me.press("Gem 1 kommentar")
        me.until(lambda: me.banner == "1 kommentar gemt.")
        me.rest()
        me.press("Imødekom")
        me.until(lambda: "imødekommet" in me.banner)
        me.rest()

    # After the meeting ------------------------------------------------------------------------------------------------

    def plan_the_year(self):
        """The wheel proposes next year's meetings, and all are taken."""
        me = self.me
        me.opens("wheel")
        me.until(lambda: any(button.text().startswith("Godkend 31") for button in _buttons(me)), LONG)
        me.press("Godkend 31 forslag")
        me.until(lambda: me.banner == "31 møder er planlagt.", LONG)
        me.rest()

    def approve(self):
        """The next meeting decides on the minutes; with that they are approved and frozen."""
        me = self.me
        self.step("Begynd mødet")
        text = self.room().text
        me.click(text)
        me.keys("Ctrl+Return")
        self.types(text, "/b Referatet blev godkendt.")
        self.is_saved()
        course = me.page.views.currentWidget()
        me.until(course.nudge.isVisible)
        me.press(next(button for button in _buttons(me) if button.text() == "Godkend og lås …"))
        me.press("Godkend og lås")
        me.until(lambda: me.banner == "Det tidligere referat er godkendt og låst.", LONG)
        me.rest()

    def close(self):
        """The meeting before is closed: nothing is open any more."""
        me = self.me
        self.to(HELD)
        self.step("Afslut mødet")
        me.until(lambda: me.page.meeting.stage.value == "closed")
        self.saved("stage", "closed")

    def chase(self):
        """The action is found by a query and done with one key."""
        me = self.me
        me.opens("actions")
        me.press("Alle")
        lines, field = me.page.table.table, me.page.bar.field
        me.write(field, "tolke gruppe:RG4")
        me.until(lambda: ACTION in me.page.table.as_text())
        me.rest()
        me.press("Klargør mails …")
        me.press("Gem udkastene i en mappe …")
        me.chooses_files(self.folder)
        me.until(lambda: f"er gemt i {self.folder.name}" in me.banner, LONG)
        me.rest()
        cells = [lines.model().index(row, 0) for row in range(lines.model().rowCount())]
        [cell] = [cell for cell in cells if ACTION in str(cell.data())]
        me.qtbot.mouseClick(lines.viewport(), me.left, pos=lines.visualRect(cell).center())
        me.rest()
        me.press_key(lines, "Space")
        me.until(lambda: ACTION not in me.page.table.as_text())
        me.rest()

    # Parts of steps -----------------------------------------------------------------------------------------------

    def to(self, day):
        """Go to the group's meeting of a day, from anywhere."""
        self.me.finds("RG4", until=f"RG4 Fyn, {day_text(day, 'date')}")
        self.me.until(lambda: self.me.page.title() == day_text(day, "date"))
        self.me.rest()

    def step(self, words):
        """Press the page's one primary button, which says these words, and wait until the step is taken."""
        me = self.me
        me.until(lambda: me.page.step.isVisible() and me.page.step.text() == words)
        me.press(me.page.step)
        me.until(lambda: not me.page.step.isVisible() or me.page.step.text() != words or words == "Indkald …")
        me.rest()

    def tab(self, key):
        """Turn to a view of the meeting."""
        me = self.me
        words = {"people": "Deltagere (7)", "minutes": "Referat"}[key]
        me.press(words)
        me.until(lambda: me.page.tabs.key() == key)
        me.rest()

    def room(self):
        """The writing room of the meeting in front."""
        found = []

        def seen():
            found[:] = [one for one in self.me.page.findChildren(MinutesView) if one.isVisible() and one.item]
            return bool(found)

        self.me.until(seen)
        return found[0]

    def types(self, text, words):
        """Type, as fast as it goes."""
        self.me.qtbot.keyClicks(text, words)

    def is_saved(self):
        """Wait until the room says that everything is saved."""
        room = self.room()
        self.me.until(lambda: room.session.is_clean)
        self.me.rest()

    def menu(self, *texts):
        """Open the menu of the meeting and go down to one line after the other."""
        me = self.me
        me.press("Mere om mødet")
        for text in texts:
            menu = self._menu_with(text)
            while menu.activeAction() is None or menu.activeAction().text().replace("&", "") != text:
                me.qtbot.keyClick(menu, Qt.Key.Key_Down)
            me.qtbot.keyClick(menu, Qt.Key.Key_Return)

    def _menu_with(self, text):
        found = []

        def seen():
            found[:] = [
                top
                for top in QApplication.topLevelWidgets()
                if isinstance(top, QMenu)
                and top.isVisible()
                and any(line.text().replace("&", "") == text for line in top.actions())
            ]
            return len(found) == 1

        self.me.until(seen)
        return found[0]


def holds(session, fact, value):
    """Whether the desk holds what was called saved."""
    meeting = session.scalars(select(Meeting).join(Group).where(Group.code == "rg4", Meeting.day == HELD)).one()
    match fact:
        case "stage":
            order = ("planned", "invited", "agenda_sent", "held", "minutes_drafted", "in_comment", "approved", "closed")
            return order.index(meeting.stage.value) >= order.index(value)
        case "answers":
            return sum(one.answered_at is not None for one in meeting.attendance) >= value
        case "item":
            found = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id, AgendaItem.recommendation == value)
            return session.scalar(found) is not None
        case "present":
            return sum(one.state is AttendanceState.PRESENT for one in meeting.attendance) >= value
        case "entries":
            texts = session.scalars(select(MinutesEntry.text).where(MinutesEntry.minutes_id == meeting.minutes.id))
            return set(value) <= set(texts)
        case "action":
            return session.scalar(select(ActionItem.id).where(ActionItem.text == value)) is not None
    raise AssertionError(fact)


def _buttons(me):
    return [button for button in me.page.findChildren(QAbstractButton) if button.isVisible()]


def _answer(invitation: Path, email: str, answer: str, path: Path) -> Path:
    """What a calendar program sends back (RFC 5546 3.2.3)."""
    [asked] = Calendar.from_ical(invitation.read_bytes()).walk("VEVENT")
    reply, event = Calendar(), Event()
    for name, value in (("prodid", "-//En kalender//DA"), ("version", "2.0"), ("method", "REPLY")):
        reply.add(name, value)
    event.add("uid", str(asked["uid"]))
    event.add("sequence", int(asked["sequence"]))
    event.add("dtstamp", dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC))
    event.add("dtstart", asked["dtstart"].dt)
    event.add("organizer", asked["organizer"])
    attendee = vCalAddress(f"mailto:{email}")
    attendee.params["PARTSTAT"] = answer
    event.add("attendee", attendee)
    reply.add_component(event)
    path.write_bytes(reply.to_ical())
    return path


def _comment_in(path: Path) -> None:
    """A member comments on the decision, in Word."""
    document = docx.Document(str(path))
    [said] = [one for one in document.paragraphs if DECISION in one.text]
    document.add_comment(said.runs, text=COMMENT, author="Una Fiktorp", initials="UF")
    document.save(str(path))
