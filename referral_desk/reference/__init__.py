"""The reference data: facts that every desk starts with, read from resources/reference, checked and loaded."""

from __future__ import annotations

from referral_desk.reference.checks import Fault as Fault
from referral_desk.reference.checks import check as check
from referral_desk.reference.loading import LoadReport as LoadReport
from referral_desk.reference.loading import load as load
from referral_desk.reference.words import Term as Term
from referral_desk.reference.words import WeekSpan as WeekSpan
from referral_desk.reference.words import YearDate as YearDate
from referral_desk.reference.words import glossary as glossary
from referral_desk.reference.words import holiday_weeks as holiday_weeks
from referral_desk.reference.words import year_dates as year_dates
