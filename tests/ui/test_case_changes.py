"""What changed in what was sent: the receiver sees it too, between versions and from one level to the next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    forward_escalation,
    return_escalation,
    take_up_escalation,
)
from referral_desk.operations.escalations import send_escalation, word_step
from referral_desk.vocabulary import Label, Urgency
from tests.ui import accessibility
from ui.widgets.changed_text import ChangedText


def folds(page, begins):
    buttons = [made for row in page.way.rail.rows for made in row.findChildren(QPushButton)]
    return [made for made in buttons if made.text().startswith(begins)]


def changes(fold):
    """What a fold tells: the fields, and what a screen reader hears of each."""
    papers = fold.parentWidget().papers
    heard = [made.accessibleName() for made in papers.findChildren(ChangedText)]
    names = [made.text() for made in papers.findChildren(QLabel) if not isinstance(made, ChangedText)]
    return dict(zip(names, heard, strict=True)) if heard else names


def open_all(page):
    for row in page.way.rail.rows:
        if not row.head.isChecked():
            row.head.click()


def test_what_was_sent_again_shows_what_changed_since_the_version_before(qtbot, home, open_case):
    key = home.accepted(urgency=Urgency.SOON)
    home.do(return_escalation, key, reason="Hvor mange?")
    home.do(word_step, key, problem="Der er for få sikre pladser.", urgency=Urgency.URGENT)
    home.do(send_escalation, key)
    page = open_case(home.see(key, lambda one: one.case_id))
    (fold,) = folds(page, "What changed since it was sent")
    assert "closed" in fold.accessibleName()
    fold.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "open" in fold.accessibleName()
    assert changes(fold) == {
        "Problem": "Der er for få  added: sikre  pladser.",
        "Urgency": "removed: Soon   added: Urgent",
    }
    assert accessibility.faults(page) == []


def test_the_next_level_shows_what_the_body_changed_in_what_it_was_sent(home, open_case):
    key = home.accepted()
    home.do(forward_escalation, key, reason="Principielt.")
    home.do(word_step, key, proposal="At der findes mange flere.", label=Label.CONFIDENTIAL)
    home.do(send_escalation, key)
    page = open_case(home.see(key, lambda one: one.case_id))
    (fold,) = folds(page, "What changed from what Region 1 sent to Den nationale gruppe")
    assert changes(fold) == {
        "Proposal (indstilling)": "At der findes  added: mange  flere.",
        "May read": "removed: Internal   added: Confidential",
    }
    # It was carried up again after it had been given up: the first try is what it is compared with too.
    home.do(return_escalation, key, reason="Det er jeres.")
    home.do(take_up_escalation, key, reason="Vi prøver selv.")
    home.do(forward_escalation, key, reason="Det gik ikke.")
    home.do(send_escalation, key)
    home.do(accept_escalation, key)
    again = open_case(home.see(key, lambda one: one.case_id))
    open_all(again)
    assert len(folds(again, "What changed since it was sent")) == 1
    assert len(folds(again, "What changed from what Region 1")) == 2
    assert accessibility.faults(again) == []


def test_where_nothing_was_changed_it_says_so(home, open_case):
    key = home.at_the_top()
    page = open_case(home.see(key, lambda one: one.case_id))
    (fold,) = folds(page, "What changed from what")
    assert "Nothing was changed." in changes(fold)
