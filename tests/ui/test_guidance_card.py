"""The guidance of a case: each rule with where it is written, as a reader would cite it, and since when it holds."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from referral_desk.queries.guidance import Guidance, GuidanceLine
from ui.pages.case.guidance_card import GuidanceCard


def test_guidance_says_where_it_is_written_and_since_when_it_holds(qtbot):
    titles = "EU country page on trafficking: Denmark, newer version, European Commission, 2018"
    line = GuidanceLine(
        code="T8",
        topic="detention_identification",
        title="Identification in detention",
        value=72,
        unit="hours",
        until=None,
        length="72 hours",
        counted="counted from the detention",
        condition="Practice, not a right.",
        source="Action plan 2019–2021, “Identification of victims”",
        titles=titles,
        note="The first day is known to the month only.",
        disagreement="",
        valid_from=dt.date(2018, 3, 1),
        valid_to=None,
    )
    decided = replace(
        line,
        title="Departure deadline",
        until=dt.date(2026, 12, 20),
        length="30 days",
        counted="counted from the decision",
    )
    card = GuidanceCard()
    qtbot.addWidget(card)
    card.show_guidance(Guidance(dt.date(2026, 11, 20), "Guidance.", (), (), (line, decided), (), (), ()))
    said, dated = card.said()
    assert said.startswith("Identification in detention. 72 hours. counted from the detention")
    assert dated.startswith("Departure deadline. until 20 Dec 2026. 30 days, counted from the decision")
    assert "Action plan 2019–2021, “Identification of victims” · in force since 1 Mar 2018" in said
    sources = [part for part in card.findChildren(QLabel) if part.toolTip() == titles]
    assert [source.accessibleDescription() for source in sources] == [titles, titles]
