"""What the item of a lead holds of those merged into it: their papers come with them, and leave with them."""

from __future__ import annotations

from collections.abc import Iterable

from referral_desk.desk import Work
from referral_desk.models import AgendaItem, Escalation, Meeting, Paper
from referral_desk.models.escalation_papers import papers_with
from referral_desk.models.meetings import BEING_MADE
from referral_desk.operations.deliveries import drop_papers, is_as_made, origin_of, raised_by
from referral_desk.texts import LANGUAGES


class LeadItems:
    """The items of some leads as they are before something is merged into one, or taken out of it."""

    def __init__(self, work: Work, leads: Iterable[Escalation]) -> None:
        self._work = work
        leads = list(leads)
        for item in (lead.step.item for lead in leads):
            if item is not None:
                work.hold(Meeting, item.meeting_id)
        self._told = [(lead, lead.step.item, _papers(lead), _language(lead)) for lead in leads]

    def follow(self) -> None:
        """Let each item have the papers of what is merged now; what somebody took off by hand does not come again.

        An item that nobody has worked on says by whom the matter is raised now. One whose meeting was held stays as it
        is.
        """
        self._work.session.flush()
        for lead, item, before, language in self._told:
            # Ties may have been set by their columns.
            self._work.session.expire(lead, ["followers"])
            if item is None or item is not lead.step.item or item.is_fixed:
                continue
            now = _papers(lead)
            self._change(lead, item, before, now)
            if language:
                item.resume = raised_by(lead, item.meeting, language)
                item.papers.sort(key=lambda paper: now.index(paper.sent_from) if paper.sent_from in now else len(now))
            for place, paper in enumerate(item.papers):
                paper.position = place
        self._work.session.flush()

    def _change(self, lead: Escalation, item: AgendaItem, before: list[Paper], now: list[Paper]) -> None:
        gone = [one for one in item.papers if one.sent_from in before and one.sent_from not in now]
        drop_papers(self._work, item, gone)
        known = {one.document_id for one in item.papers}
        new = [one for one in now if one not in before and one.document_id not in known]
        for paper in new:
            origin = origin_of(paper, lead, item.meeting, item.meeting.language)
            item.papers.append(paper.as_sent(len(item.papers), origin))
        if gone or new:
            self._work.touched("agenda", "papers")


def _papers(lead: Escalation) -> list[Paper]:
    return papers_with(lead.step, lead.step.label)


def _language(lead: Escalation) -> str:
    """The language that the lead's item was made in; empty where somebody has worked on it, or its agenda is out."""
    item = lead.step.item
    if item is None or item.meeting.stage not in BEING_MADE or not is_as_made(item):
        return ""
    said = {language: raised_by(lead, item.meeting, language) for language in LANGUAGES}
    return next((language for language, text in said.items() if text == item.resume), "")
