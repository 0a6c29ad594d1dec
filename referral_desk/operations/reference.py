"""Give the desk the facts that came with the program."""

from __future__ import annotations

from referral_desk import reference
from referral_desk.desk import Work, operation


@operation("coordinator", "administrator")
def load_reference(work: Work) -> reference.LoadReport:
    """Load the reference data, or what is new in it; what people have changed stays as they left it.

    The report names each row that was added, updated or passed over.
    """
    report = reference.load(work.session)
    if not report.changed_nothing:
        work.touched("groups", "organisations", "plans", "limits", "statistics", "picklists", "settings")
    return report
