"""Every loose end of the Board leads to the place where it is mended, and to the very part of it."""

import datetime as dt

import pytest

from referral_desk.models.seats import SeatKind
from referral_desk.queries.loose_end_rows import NeedKind, NeedRow
from referral_desk.vocabulary import MinutesState, Stage, Tier
from tests.builders import (
    a_case,
    a_comment,
    a_group,
    a_meeting,
    a_person,
    a_seat,
    a_sheet,
    an_action,
    an_entry,
    an_escalation,
    an_item,
    an_organisation,
    some_minutes,
)
from ui.main_window import MainWindow
from ui.pages.board.need_words import PARTS, place_of

DAY = dt.date(2026, 11, 3)
PREPARED = {
    NeedKind.CANCELLATION_DUE,
    NeedKind.UPDATE_DUE,
    NeedKind.INVITATION_DUE,
    NeedKind.CALL_FOR_ITEMS,
    NeedKind.PACK_DUE,
    NeedKind.BAD_PAPERS,
    NeedKind.NO_AGENDA,
    NeedKind.NOT_HELD,
}
HELD = {
    NeedKind.MINUTES_DUE,
    NeedKind.WITH_CHAIR,
    NeedKind.COMMENTS_OPEN,
    NeedKind.NOT_APPROVED,
    NeedKind.NO_OUTCOME,
    NeedKind.NOT_CLOSED,
}
OF_CASES = {kind for kind in NeedKind if kind.value.startswith("escalation_")} | {NeedKind.ANSWER_UNRELEASED}


@pytest.fixture
def rows(store):
    """A group with a meeting to come, one whose minutes are in comment, an action, and three empty quarters."""
    group = a_group("Region 1", meetings_per_year=4, valid_from=dt.date(2024, 1, 1))
    person = a_person("Formand Prøve", organisation=an_organisation("Fonden"))
    a_seat(group, kind=SeatKind.CHAIR).take(person, dt.date(2024, 1, 1))
    held, coming = a_meeting(group, day=DAY), a_meeting(group, day=dt.date(2026, 12, 3), stage=Stage.INVITED)
    a_sheet(held, person)
    minutes = some_minutes(held, stage=Stage.IN_COMMENT, state=MinutesState.IN_COMMENT, comments_due=DAY)
    entry = an_entry(minutes, an_item(held, "Tolkning"))
    an_item(held, "Eventuelt")
    an_item(coming, "Tolkning")
    a_comment(minutes, entry)
    with store.write() as session:
        national = a_group("Den nationale gruppe", tier=Tier.NATIONAL)
        made = an_escalation(a_case(group), national)
        session.add_all([held, coming, an_action(group), national, made])
        session.flush()

        def need(kind):
            meeting_id = held.id if kind in HELD else coming.id if kind in PREPARED else None
            case_id = made.case_id if kind in OF_CASES else None
            return NeedRow(kind, group.id, "Region 1", DAY, meeting_id, DAY, 1, year=2026, quarter=2, case_id=case_id)

        return {kind: need(kind) for kind in NeedKind}


@pytest.fixture
def window(qtbot, bridge, rows):
    made = MainWindow(bridge)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown_part(page, part):
    course = page.course_view
    if part == "comments":
        return course.comments.isVisible()
    return course.over is not None and course.over.objectName() == part


def test_every_loose_end_opens_the_place_where_it_is_mended(window, qtbot, bridge, rows):
    failed: list[object] = []
    bridge.failed.connect(failed.append)
    for kind, need in rows.items():
        place = place_of(need)
        # Twice: a link opens, it never shuts what is open already.
        for _ in range(2):
            window.open_place(place)
            qtbot.waitUntil(lambda: not bridge.is_busy)
            page = window.page
            assert page.place.subject == place.subject, kind
            assert page.title(), kind
            if kind in PARTS:
                qtbot.waitUntil(lambda page=page, kind=kind: shown_part(page, PARTS[kind]))
            if place.page == "meeting":
                assert page.tabs.key() == (place.view or page.tabs.key()), kind
            elif place.page == "wheel":
                qtbot.waitUntil(page.chosen.reason.isVisible)
                assert page.wheel.current_key().quarter == 2
            assert window.banner.isHidden(), kind
        assert failed == [], kind
