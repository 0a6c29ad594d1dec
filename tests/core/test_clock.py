"""Quarters, holidays and working days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.clock import (
    Quarter,
    add_working_days,
    holiday,
    is_working_day,
    local_date,
    working_days,
)

days = st.dates(dt.date(2001, 1, 1), dt.date(2060, 12, 31))


@given(days)
def test_any_day_lies_in_its_quarter_and_in_no_neighbour(day):
    quarter = Quarter.of(day)
    assert day in quarter
    assert day not in quarter.next()
    assert day not in quarter.previous()
    assert quarter.next().previous() == quarter


@given(days, st.integers(-40, 40).filter(bool))
def test_adding_any_number_of_working_days_lands_on_a_working_day_that_far_away(day, count):
    landed = add_working_days(day, count)
    assert is_working_day(landed)
    if count > 0:
        assert working_days(day, landed) == count
    else:
        assert (landed < day) is True


def test_store_bededag_ends_with_2023():
    assert holiday(dt.date(2023, 5, 5)) == "Store bededag"
    assert holiday(dt.date(2024, 4, 26)) is None


@pytest.mark.parametrize("year", range(1990, 2101))
def test_offices_are_closed_on_weekends_and_on_the_days_that_have_a_name(year):
    day = dt.date(year, 1, 1)
    while day.year == year:
        assert is_working_day(day) == (day.weekday() < 5 and holiday(day) is None), day
        day += dt.timedelta(days=1)


@pytest.mark.parametrize("day", ["2026-05-01", "2026-06-05", "2026-12-24", "2026-12-31"])
def test_offices_are_closed_on_the_customary_days(day):
    assert not is_working_day(dt.date.fromisoformat(day))


def test_a_holiday_is_told_in_both_languages():
    day = dt.date(2026, 12, 24)
    assert (holiday(day, "da"), holiday(day, "en")) == ("Juleaftensdag", "Christmas Eve")


def test_the_day_turns_at_midnight_in_copenhagen_also_when_summer_time_ends():
    assert local_date(dt.datetime(2026, 10, 24, 21, 59, tzinfo=dt.UTC)) == dt.date(2026, 10, 24)
    assert local_date(dt.datetime(2026, 10, 24, 22, 0, tzinfo=dt.UTC)) == dt.date(2026, 10, 25)
    assert local_date(dt.datetime(2026, 10, 25, 22, 59, tzinfo=dt.UTC)) == dt.date(2026, 10, 25)
    assert local_date(dt.datetime(2026, 10, 25, 23, 0, tzinfo=dt.UTC)) == dt.date(2026, 10, 26)
