"""What the rules of a day say: who identifies, which periods run, what holds for minors; each with its source (V12)."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from referral_desk.models import LegalLimit, PicklistEntry
from referral_desk.queries.guidance import FROM_DECISION, guidance, last_day
from referral_desk.reference.files import deciders
from referral_desk.texts import say
from referral_desk.vocabulary import Answer

NOW = dt.date(2026, 11, 21)
STATUSES = (
    *("danish_citizen", "eu_citizen", "legal_stay", "asylum_seeker", "no_legal_stay", "dublin"),
    *("possible_expulsion", "on_trial", "unknown", ""),
)


@pytest.fixture
def told(facts):
    def asked(status, day=NOW, *, minor=Answer.NO, detained=Answer.NO, language="en", decided_on=None):
        with facts.read() as session:
            return guidance(
                session,
                residence_status=status,
                day=day,
                is_minor=minor,
                is_detained=detained,
                language=language,
                decided_on=decided_on,
            )

    return asked


def codes(lines):
    return [line.code for line in lines]


@pytest.mark.parametrize(
    ("status", "day", "rule", "authority"),
    [
        ("asylum_seeker", NOW, "R-ID-1", "dis"),
        ("no_legal_stay", dt.date(2008, 1, 1), "R-ID-1", "dis"),
        ("dublin", NOW, "R-ID-1", "dis"),
        ("danish_citizen", dt.date(2021, 12, 31), "R-ID-2a", "cmm"),
        ("eu_citizen", dt.date(2022, 1, 1), "R-ID-2b", "cmm"),
        ("on_trial", NOW, "R-ID-4", "courts"),
    ],
)
def test_who_identifies_follows_from_the_status_and_the_day(told, status, day, rule, authority):
    (row,) = told(status, day).authorities
    assert (row.code, row.authority_code) == (rule, authority)
    assert row.condition
    assert row.source
    assert row.authority != authority.upper()


def test_where_no_rule_speaks_it_says_so_and_where_the_status_is_not_known_it_asks(told):
    assert told("on_trial", dt.date(2010, 1, 1)).authorities == ()
    assert "name no rule" in told("on_trial", dt.date(2010, 1, 1)).asks[0]
    unknown = told("unknown", minor=Answer.UNKNOWN, detained=Answer.UNKNOWN)
    assert (unknown.authorities, len(unknown.asks)) == ((), 3)
    assert told("legal_stay", detained=Answer.UNKNOWN).asks == ()
    assert codes(told("legal_stay").also) == ["R-ID-5"]
    assert told("legal_stay", dt.date(2020, 1, 1)).also == ()


@pytest.mark.parametrize(("day", "rule"), [(dt.date(2019, 1, 1), "R-ID-2a"), (NOW, "R-ID-2b")])
def test_who_may_be_expelled_can_be_assessed_by_one_and_is_by_rule_by_the_other(told, day, rule):
    rows = told("possible_expulsion", day).authorities
    assert {(row.code, row.authority_code) for row in rows} == {("R-ID-3", "dis"), (rule, "cmm")}
    assert "may assess" in next(row.condition for row in rows if row.code == "R-ID-3")
    assert [row.code for row in told("possible_expulsion", dt.date(2010, 1, 1)).authorities] == ["R-ID-2a"]


def test_only_what_runs_from_the_decision_has_a_last_day_and_only_where_the_decision_is_known(told):
    lines = {line.topic: line for line in told("unknown", detained=Answer.YES, decided_on=dt.date(2026, 11, 1)).limits}
    assert {topic: (line.until, line.length, line.counted) for topic, line in lines.items()} == {
        "departure_deadline": (dt.date(2026, 12, 1), "30 days", "counted from the decision"),
        "reflection_maximum": (dt.date(2027, 3, 1), "120 days", "counted from the decision"),
        "recovery_legal_stay": (None, "", ""),
        "eu_citizen_stay": (None, "3 months", "counted from the beginning of the stay"),
        "detention_identification": (None, "72 hours", "counted from the detention"),
        "reintegration_support": (None, "6 months", "counted from the return"),
        "monitoring_after_return": (None, "6 months", "counted from the return"),
        "monitoring_after_support": (None, "6 months", "counted from the end of the help after the return"),
    }
    undecided = told("unknown", detained=Answer.YES).limits
    assert {line.until for line in undecided} == {None}
    assert [(line.length, line.counted) for line in undecided] == [
        (line.length, line.counted) for line in lines.values()
    ]
    assert told("unknown", decided_on=dt.date.max).limits[0].until == dt.date.max


def test_the_rules_are_those_of_the_decision_and_without_one_those_of_the_day(told):
    lines = {line.topic: line for line in told("no_legal_stay").limits}
    assert lines["monitoring_after_support"].disagreement
    assert lines["monitoring_after_return"].disagreement
    assert not lines["reintegration_support"].disagreement
    before = {line.topic: line.value for line in told("no_legal_stay", dt.date(2012, 5, 1)).limits}
    assert (before["reflection_maximum"], before["reintegration_support"]) == (100, 3)
    decided = told("no_legal_stay", decided_on=dt.date(2012, 5, 1))
    assert (decided.day, {line.topic: line.value for line in decided.limits}) == (dt.date(2012, 5, 1), before)


def test_in_2013_both_longest_periods_stand_side_by_side_with_their_conditions(told):
    lines = [line for line in told("no_legal_stay", dt.date(2013, 6, 1)).limits if line.topic == "reflection_maximum"]
    assert [(line.code, line.value) for line in lines] == [("T5", 120), ("T4", 100)]
    assert all(line.disagreement for line in lines)
    assert lines[0].condition != lines[1].condition


def test_periods_belong_to_a_status(told):
    def topics(status, **fields):
        return {line.topic for line in told(status, **fields).limits}

    assert topics("danish_citizen", detained=Answer.YES) == {"recovery_legal_stay"}
    assert "eu_citizen_stay" in topics("eu_citizen")
    assert "departure_deadline" not in topics("legal_stay")
    assert "dublin_exclusion" in topics("dublin")
    assert "reintegration_support" not in topics("dublin")
    assert "reintegration_support" in topics("dublin", day=dt.date(2015, 1, 1))
    assert {line.topic for line in told("on_trial").notes} >= {"dropping_charges", "residence_for_proceedings"}
    assert "expulsion" in {line.topic for line in told("possible_expulsion").notes}


def test_rules_on_children_are_shown_for_minors_only(told):
    assert told("legal_stay").minors == ()
    lines = told("asylum_seeker", minor=Answer.YES).minors
    assert codes(lines) == ["M9", "M3", "M4", "M5", "M6c", "M7"]
    assert "M7" not in codes(told("legal_stay", minor=Answer.YES).minors)
    assert "M1" in codes(told("asylum_seeker", dt.date(2010, 1, 1), minor=Answer.YES).minors)


def test_danish_readers_get_danish_words(told):
    shown = told("no_legal_stay", dt.date(2013, 6, 1), language="da")
    assert shown.authorities[0].authority == "Udlændingestyrelsen"
    assert "afgør sagen" in shown.authorities[0].condition
    t4 = next(line for line in shown.limits if line.code == "T4")
    assert (t4.title, "the day of" in t4.note) == ("Længste refleksionsperiode", False)


@pytest.mark.parametrize(
    ("begins", "value", "unit", "ends"),
    [
        (dt.date(2026, 11, 1), 30, "days", dt.date(2026, 12, 1)),
        (dt.date(2026, 8, 31), 6, "months", dt.date(2027, 2, 28)),
        (dt.date(2023, 8, 31), 6, "months", dt.date(2024, 2, 29)),
        (dt.date(2024, 2, 29), 1, "years", dt.date(2025, 2, 28)),
        (dt.date(2026, 12, 30), 72, "hours", dt.date(2027, 1, 2)),
        (dt.date(2026, 12, 30), 73, "hours", dt.date(2027, 1, 3)),
    ],
)
def test_the_last_day_of_a_period(begins, value, unit, ends):
    assert last_day(begins, value, unit) == ends


def test_every_status_of_the_list_and_every_rule_is_thought_of(facts):
    with facts.read() as session:
        listed = {row.code for row in session.query(PicklistEntry).filter_by(picklist="residence_status")}
        rules = {row.code for row in session.query(LegalLimit) if row.topic.startswith("identification_")}
    assert listed == set(STATUSES) - {""}
    assert rules == set(deciders())
    assert {status for when, _ in deciders().values() for status in when} == listed - {"unknown"}


@settings(max_examples=120)
@given(
    day=st.dates(dt.date(2000, 1, 1), dt.date(2035, 1, 1)),
    status=st.sampled_from(STATUSES),
    minor=st.sampled_from(Answer),
    detained=st.sampled_from(Answer),
    language=st.sampled_from(("da", "en")),
    is_decided=st.booleans(),
)
def test_every_line_shown_is_a_row_that_holds_on_the_day_with_its_source(
    limits, facts, day, status, minor, detained, language, is_decided
):
    with facts.read() as session:
        shown = guidance(
            session,
            residence_status=status,
            day=day,
            is_minor=minor,
            is_detained=detained,
            language=language,
            decided_on=day if is_decided else None,
        )
    lines = (*shown.limits, *shown.minors, *shown.notes)
    for line in (*lines, *shown.authorities, *shown.also):
        value = limits[line.code][0]
        assert _holds(limits[line.code], day)
        assert line.source
        assert line.title
        assert line.condition
        assert getattr(line, "value", None) == value
    for line in lines:
        assert bool(line.length) == bool(line.counted)
        assert (line.until is not None) == (is_decided and line.counted == say(FROM_DECISION, language))
        assert line.until is None or line.until > day
    assert len({line.code for line in lines}) == len(lines)
    # Of a topic that is shown nothing that holds is left out.
    topics = {line.topic for line in lines}
    holding = {code for code, row in limits.items() if row[3] in topics and _holds(row, day)}
    assert holding == {line.code for line in lines}


@pytest.fixture(scope="session")
def limits(facts):
    """Every legal limit by code: value, first and last day, topic."""
    with facts.read() as session:
        return {row.code: (row.value, row.valid_from, row.valid_to, row.topic) for row in session.query(LegalLimit)}


def _holds(row, day):
    return (row[1] is None or row[1] <= day) and (row[2] is None or day <= row[2])


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_code_of_ours_reaches_a_reader_and_danes_read_danish_remarks(told, language):
    lines = []
    for status in STATUSES:
        for year in range(2003, 2027, 2):
            made = told(status, dt.date(year, 6, 1), minor=Answer.YES, detained=Answer.YES, language=language)
            lines += [*made.authorities, *made.also, *made.limits, *made.minors, *made.notes]
    said = {text for one in lines for text in (one.condition, one.source, one.note, one.titles)}
    assert not [text for text in said if re.search(r"\b(S[1-5]|T\d+)\b|outside|ours:", text)]
    remarks = {one.code: one.note for one in lines if one.note}
    assert len(remarks) > 15
    if language == "da":
        assert not [note for note in remarks.values() if {"the", "The", "is", "not", "about"} & set(note.split())]
        assert remarks["R-ID-4"].startswith("Står hverken i Handlingsplanen 2019–2021 eller EU's landeside, ca. 2013.")


def test_a_remark_that_somebody_wrote_on_this_desk_stays_as_it_was_written(facts):
    with facts.read() as session:
        with session.no_autoflush:
            session.scalars(select(LegalLimit).where(LegalLimit.code == "R-ID-4")).one().note = "Spørg domstolen."
            about = {"is_minor": Answer.NO, "is_detained": Answer.NO, "language": "da"}
            (row,) = guidance(session, residence_status="on_trial", day=NOW, **about).authorities
        session.rollback()
    assert row.note == "Spørg domstolen."
    assert row.titles.startswith("EU's landeside om menneskehandel: Danmark, nyere udgave, Europa-Kommissionen, ")
