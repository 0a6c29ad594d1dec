"""`yearly`: save the groups' contribution to the status report of a year as PDF, with small figures kept back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.headless.minutes import save
from referral_desk.headless.opening import opened
from referral_desk.headless.pack import check_target
from referral_desk.queries.yearly import yearly
from referral_desk.reports.documents import build_in_worker

if TYPE_CHECKING:
    import argparse

    from referral_desk.headless.exit_codes import Exit


def run(arguments: argparse.Namespace) -> Exit:
    """Write the contribution to --out; what the window keeps back is kept back here."""
    # Before the work, not after it.
    check_target(arguments.out)
    with opened(arguments) as (_file, desk):
        content = desk.ask(
            yearly,
            year=arguments.year,
            day=arguments.on or desk.today,
            language=arguments.document_language,
            code=arguments.plan.upper(),
        )
    return save(arguments, build_in_worker(content))
