"""Every page of the registry and every view of a meeting: everybody can use it, and it can be drawn."""

import datetime as dt

import pytest
from PySide6.QtCore import QSize

from referral_desk.models.groups import Tier
from referral_desk.models.meetings import Stage
from referral_desk.models.organisations import Sector
from referral_desk.vocabulary import MinutesState
from tests.builders import (
    a_comment,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    a_sheet,
    an_action,
    an_entry,
    an_item,
    an_organisation,
    some_minutes,
)
from tests.ui import accessibility
from ui import shots
from ui.language import use_language
from ui.main_window import MainWindow

HELD = {
    Stage.MINUTES_DRAFTED: (9, MinutesState.DRAFT),
    Stage.IN_COMMENT: (6, MinutesState.IN_COMMENT),
    Stage.APPROVED: (3, MinutesState.APPROVED),
    Stage.CLOSED: (1, MinutesState.APPROVED),
}
"""The month and the minutes of one meeting in each step after its day."""


@pytest.fixture
def filled(store):
    """Two groups, their people, a meeting in every step before and after its day, with papers, minutes, actions."""
    with store.write() as session:
        national = a_group("National gruppe", tier=Tier.NATIONAL, meetings_per_year=4)
        region = a_group("RG1 Nordjylland", parent=national, place="Nordjylland", meetings_per_year=4)
        session.add_all([national, region])
        office = an_organisation("Prøvekommunen")
        people = [a_person(f"Prøve Person {number}", organisation=office, title="Rådgiver") for number in range(3)]
        for person, sector in zip(people, (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO), strict=True):
            a_seat(region, sector=sector).take(person, dt.date(2024, 1, 1))
        a_seat(region, sector=Sector.TRADE_UNION)
        for stage, (month, state) in HELD.items():
            held = a_meeting(region, day=dt.date(2026, month, 1), number=month)
            a_sheet(held, *people)
            minutes = some_minutes(held, stage=stage, state=state, comments_due=dt.date(2026, month, 20))
            entry = an_entry(minutes, an_item(held, "Tolke ved første samtale"))
            a_comment(minutes, entry)
            session.add_all([held, an_action(region, owner_person=people[0])])
        coming = a_meeting(region, day=dt.date(2026, 12, 3), stage=Stage.INVITED)
        a_paper(an_item(coming, "Tolke ved første samtale"), a_document(b"Hej."))
        session.add(coming)


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_every_page(qtbot, bridge, desk, filled, language):
    use_language(language)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    found = {}
    places = shots.places(desk)
    assert {f"meeting-{stage.value}-minutes" for stage in HELD} <= set(places)
    for name, place in places.items():
        window.open_place(place)
        shots.settle(bridge)
        assert window.page.title(), name
        assert window.page.accessibleName() == window.page.title()
        if wrong := accessibility.faults(window.page):
            found[name] = wrong
    assert found == {}


def test_every_page_is_drawn_in_both_themes_and_languages(qapp, desk, filled, tmp_path):
    made = shots.draw(desk, tmp_path, size=QSize(1000, 700), modes=("light", "dark"), languages=("da", "en"))
    assert made == 4 * len(shots.places(desk))
    names = {path.name for path in tmp_path.glob("*.png")}
    assert {"board-light-da.png", "board-dark-en.png", "meeting-invite-dark-da.png", "settings-light-en.png"} <= names
    assert (tmp_path / "board-light-da.png").read_bytes() != (tmp_path / "board-dark-da.png").read_bytes()
