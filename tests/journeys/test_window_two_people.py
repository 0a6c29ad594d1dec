"""Two people write in the same item: nothing that anybody typed is lost, both texts stand in sight, one decides."""

import pytest

from referral_desk.operations.agenda import edit_item, remove_item
from referral_desk.queries.agenda import agenda_item as item_query
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests.journeys.window import agenda_item, me, national_meeting, plain_window, somebody

__all__ = ["me", "plain_window", "somebody"]
TITLE = "Tolke ved den første samtale"


class Colleague:
    """Somebody else at another door of the same desk, who does not say what he does."""

    def __init__(self, me, item_id):
        self.desk, self.item_id = sit_down(me.app.arrival.desk_file.database, User("Kollega, CMM")), item_id

    def item(self):
        return self.desk.ask(item_query, item_id=self.item_id, language="da")

    def writes(self, **fields):
        self.desk.do(edit_item, item_id=self.item_id, version=self.item().version, **fields)

    def removes(self):
        self.desk.do(remove_item, item_id=self.item_id, version=self.item().version)


@pytest.fixture
def editor(me):
    national_meeting(me)
    return agenda_item(me, TITLE)


@pytest.fixture
def colleague(me, editor):
    return Colleague(me, editor.item.id)


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("Behold min", "Min tekst."),
        ("Tag den andens", "Kollegaens tekst."),
        ("Behold begge", "Kollegaens tekst.\n\nMin tekst."),
    ],
)
def test_two_texts_in_one_field_stand_side_by_side_until_one_decides(me, editor, colleague, button, kept):
    resume = me.field("Resumé")
    me.write(resume, "Min tekst.")
    colleague.writes(resume="Kollegaens tekst.", presentation="Kollegaens sagsfremstilling.")
    me.reads("Resumé: en anden har ændret dette, mens du skrev")
    assert resume.toPlainText() == "Min tekst."
    assert me.field("Hvad den anden skrev").toPlainText() == "Kollegaens tekst."
    me.reads("Ikke gemt")
    assert colleague.item().resume == "Kollegaens tekst.", "nobody's text is written over unasked"
    # Going on in another field, and leaving the page, loses neither of the two.
    me.add(me.field("Indstilling"), " Også dette.")
    me.until(lambda: colleague.item().recommendation.endswith("Også dette."))
    me.opens("groups")
    me.keys("Alt+Left")
    me.rest()
    assert me.field("Resumé").toPlainText() == "Min tekst."
    me.press(button)
    me.until(lambda: colleague.item().resume == kept)
    me.rest()
    assert "mens du skrev" not in me.words()
    assert me.field("Resumé").toPlainText() == kept
    assert me.field("Sagsfremstilling").toPlainText() == "Kollegaens sagsfremstilling."


def test_a_text_in_an_item_that_a_colleague_removes_can_be_put_back(me, editor, colleague):
    me.write(me.field("Resumé"), "En lang tekst, som ingen må miste.")
    colleague.removes()
    me.until(lambda: me.window.banner.action.isVisible() and me.window.banner.action.text() == "Sæt det tilbage")
    assert "Din tekst er ikke tabt" in me.banner
    me.press("Sæt det tilbage", me.window.banner)
    me.until(lambda: TITLE in me.page.agenda_view.list.as_text())
    me.rest()
    agenda_item(me, TITLE)
    assert me.field("Resumé").toPlainText() == "En lang tekst, som ingen må miste."


@pytest.mark.parametrize("look", ["language", "theme"])
def test_an_undecided_text_outlives_another_language_and_another_theme(me, editor, colleague, look):
    me.write(me.field("Resumé"), "Min tekst.")
    colleague.writes(resume="Kollegaens tekst.")
    me.reads("Resumé: en anden har ændret dette, mens du skrev")
    me.finds("English" if look == "language" else "Mørkt tema")
    me.rest()
    english = look == "language"
    me.reads("somebody else changed this" if english else "en anden har ændret dette")
    assert me.field("Summary" if english else "Resumé").toPlainText() == "Min tekst."
    assert me.field("What they wrote" if english else "Hvad den anden skrev").toPlainText() == "Kollegaens tekst."
    me.press("Keep mine" if english else "Behold min")
    me.until(lambda: colleague.item().resume == "Min tekst.")


def test_a_window_with_an_undecided_text_asks_before_it_closes(me, editor, colleague):
    me.write(me.field("Resumé"), "Min tekst.")
    colleague.writes(resume="Kollegaens tekst.")
    me.reads("Resumé: en anden har ændret dette, mens du skrev")
    me.window.close()
    me.until(lambda: "ikke gemt" in me.banner)
    assert me.window.isVisible()
    me.press("Behold min")
    me.until(lambda: colleague.item().resume == "Min tekst.")
    me.rest()
    me.leaves()
