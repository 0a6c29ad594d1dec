"""The reference data: facts that every desk starts with, read from resources/reference, checked and loaded."""

from __future__ import annotations

from referral_desk.reference.checks import Fault as Fault
from referral_desk.reference.checks import check as check
from referral_desk.reference.loading import LoadReport as LoadReport
from referral_desk.reference.loading import load as load
