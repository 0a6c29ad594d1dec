"""Every page of the registry: everybody can use it, in both languages, and it can be drawn."""

import datetime as dt

import pytest
from PySide6.QtCore import QSize

from referral_desk.models.groups import Tier
from referral_desk.models.meetings import Stage
from referral_desk.models.organisations import Sector
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, a_seat, an_item, an_organisation
from tests.ui import accessibility
from ui import shots
from ui.language import use_language
from ui.main_window import MainWindow
from ui.registry import entries


@pytest.fixture
def filled(store):
    """A region and the national group, people, meetings before and after today, an item with a paper."""
    with store.write() as session:
        national = a_group("National gruppe", tier=Tier.NATIONAL, meetings_per_year=4)
        region = a_group("RG1 Nordjylland", parent=national, place="Nordjylland", meetings_per_year=4)
        session.add_all([national, region])
        office = an_organisation("Prøvekommunen")
        for number, sector in enumerate((Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO)):
            person = a_person(f"Prøve Person {number}", organisation=office, title="Rådgiver")
            a_seat(region, sector=sector).take(person, dt.date(2024, 1, 1))
        a_seat(region, sector=Sector.TRADE_UNION)
        session.add(a_meeting(region, day=dt.date(2026, 9, 1), stage=Stage.APPROVED))
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
    for place in shots.places(desk):
        window.open_place(place)
        shots.settle(bridge)
        assert window.page.title(), place
        assert window.page.accessibleName() == window.page.title()
        if wrong := accessibility.faults(window.page):
            found[str(place)] = wrong
    assert found == {}


def test_every_page_is_drawn_in_both_themes_and_languages(qapp, desk, filled, tmp_path):
    made = shots.draw(desk, tmp_path, size=QSize(1000, 700), modes=("light", "dark"), languages=("da", "en"))
    assert made == 4 * len(entries())
    names = {path.name for path in tmp_path.glob("*.png")}
    assert {"board-light-da.png", "board-dark-en.png", "meeting-dark-da.png", "settings-light-en.png"} <= names
    assert (tmp_path / "board-light-da.png").read_bytes() != (tmp_path / "board-dark-da.png").read_bytes()
