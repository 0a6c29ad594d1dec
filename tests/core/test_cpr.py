"""The alarm for civil registration numbers (V10)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.cpr import cpr_numbers

dates = st.dates().map(lambda day: day.strftime("%d%m%y"))
joints = st.sampled_from(["", "-", " ", "\u2013", "\u00a0", " - ", "\u2011"])


@given(dates, joints, st.integers(0, 9999))
def test_any_date_with_four_digits_is_found_however_it_is_written(day, joint, serial):
    text = f"Nummer {day}{joint}{serial:04d}, tak"
    [(start, end)] = cpr_numbers(text)
    assert text[start:end] == f"{day}{joint}{serial:04d}"


@given(dates, st.integers(0, 9999))
def test_a_replacement_number_of_the_health_services_is_found(day, serial):
    raised = f"{int(day[:2]) + 60}{day[2:]}"
    assert cpr_numbers(f"{raised}-{serial:04d}")


@pytest.mark.parametrize(
    "text",
    [
        "CPR-010190-1234",
        "cpr.nr.010190-1234",
        "nr.:010190-1234",
        "(010190-1234)",
        "cpr,010190-1234",
        "010190\u00ad1234",
        "010190-\u200b1234",
        "01.01.90-1234.",
        "brev-0101901234.pdf",
        "side 2, 010190-1234",
        "010190,1234",
        "(010190)1234",
        "(010190) - 1234",
        "010190 (1234)",
        "010190*1234",
        "19900101-1234",
        "1990-01-01-1234",
        "20100101-4234",
        "1/1-1990 1234",
        "1/1-2010-4234",
        "01.01.1990 1234",
    ],
)
def test_what_stands_around_a_number_does_not_hide_it(text):
    assert len(cpr_numbers(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "320190-1234",
        "011390-1234",
        "RG4-2026-0007",
        "+45 72 42 37 00",
        "2026-11-21",
        "12345678901",
        "1.010.190.123",
        "IMG-20261120-1430.jpg",
        "scan 2026-11-20-1430",
        "den 1/1-2026 2100 København",
        "sag 120385 (2025)",
        "120385, 2025",
        "19901301-1234",
    ],
)
def test_what_is_no_date_or_no_such_shape_is_left_alone(text):
    assert cpr_numbers(text) == []
