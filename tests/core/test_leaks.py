"""Finds of the leak alarm are removed or kept with a reason, on both engines (V10)."""

import json

import pytest
from sqlalchemy import select

from referral_desk.desk import Work, operation
from referral_desk.errors import Invalid
from referral_desk.models import KeptFind, LogEntry
from referral_desk.operations.leaks import Keep, LeaksFound, Subject, check_leaks
from referral_desk.queries.leaks import FindKind, leaks_in

CASE = Subject("case", 7)
NUMBER = "010190-1234"
TEXT = f"Sagen handler om {NUMBER}."


@operation("coordinator")
def send_for_a_test(work: Work, *, texts, kept=(), subject=CASE, names=True) -> None:
    check_leaks(work, texts, kept, subject=subject, names=names)


def test_a_find_that_nobody_kept_stops_what_was_to_be_sent(desk):
    with pytest.raises(LeaksFound, match="take it out, or keep it and say why") as caught:
        desk.do(send_for_a_test, texts={"problem": TEXT, "proposal": "Skriv til kommunen."})
    [(field, [find])] = caught.value.finds.items()
    assert (field, find.kind, find.words) == ("problem", FindKind.CPR, NUMBER)
    assert NUMBER not in str(caught.value)


def test_a_find_is_kept_with_its_reason_for_as_long_as_the_words_stay(desk):
    desk.do(send_for_a_test, texts={"problem": TEXT}, kept=[Keep("problem", NUMBER, "Et journalnummer.")])
    desk.do(send_for_a_test, texts={"problem": f"Nyt: {TEXT}"})
    [row] = desk.ask(leaks_in, texts={"problem": TEXT}, subject_kind="case", subject_id=7)
    assert (row.reason, row.masked) == ("Et journalnummer.", "010190-••••")
    for elsewhere in ({"texts": {"proposal": TEXT}}, {"texts": {"problem": TEXT}, "subject": Subject("case", 8)}):
        with pytest.raises(LeaksFound):
            desk.do(send_for_a_test, **elsewhere)
    with pytest.raises(LeaksFound):
        desk.do(send_for_a_test, texts={"problem": "Sagen handler om 010190-1235."})


def test_neither_the_row_nor_the_log_holds_the_words(desk):
    desk.do(send_for_a_test, texts={"problem": TEXT}, kept=[Keep("problem", NUMBER, "Et journalnummer.")])

    def told(session):
        rows = [
            [str(getattr(row, column.key)) for column in KeptFind.__table__.columns]
            for row in session.scalars(select(KeptFind))
        ]
        return json.dumps(rows), "".join(session.scalars(select(LogEntry.changes)))

    rows, log = desk.ask(told)
    assert "Et journalnummer." in rows
    assert "kept_finds" in log
    for text in (rows, log):
        assert NUMBER not in text
        assert NUMBER.replace("-", "") not in text


@pytest.mark.parametrize(
    ("reason", "said"), [(" ", "Say why each find may stand"), (f"Det er {NUMBER}.", "The reason itself holds")]
)
def test_a_keep_needs_a_reason_without_personal_data_of_its_own(desk, reason, said):
    with pytest.raises(Invalid, match=said):
        desk.do(send_for_a_test, texts={"problem": TEXT}, kept=[Keep("problem", NUMBER, reason)])


def test_two_finds_are_counted_and_only_the_unkept_are_told(desk):
    texts = {"problem": TEXT, "proposal": "Se 020280-4321."}
    with pytest.raises(LeaksFound, match=r"\(2\)"):
        desk.do(send_for_a_test, texts=texts)
    with pytest.raises(LeaksFound) as caught:
        desk.do(send_for_a_test, texts=texts, kept=[Keep("problem", NUMBER, "Et journalnummer.")])
    assert set(caught.value.finds) == {"proposal"}
