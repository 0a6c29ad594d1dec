"""Fill a brief from the record: what was sent as it was sent, or the draft; no more than its readers may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from referral_desk.clock import local_date
from referral_desk.desk import GONE
from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    Case,
    Escalation,
    EscalationEvent,
    EscalationSnapshot,
    EscalationStep,
    Group,
    PlanActivity,
    PlanArea,
)
from referral_desk.models.escalation_steps import TEXTS, paper_told
from referral_desk.queries.actions import theme_names
from referral_desk.queries.agenda import activity_row
from referral_desk.queries.case_documents import (
    Brief,
    BriefActivity,
    BriefLine,
    BriefOrigin,
    BriefPaper,
    BriefRule,
)
from referral_desk.queries.draft_leaks import kept_under
from referral_desk.queries.guidance import AuthorityRow, Guidance, GuidanceLine, guidance
from referral_desk.queries.leaving import Leaving, check_leaving, with_finds_hidden
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import (
    Answer,
    CaseKind,
    ConsultationRole,
    EscalationEventKind,
    Label,
    Urgency,
)

DRAFT: Final = N_(
    "The draft {reference} holds what looks like personal data ({count}): choose “Look for personal data …” in the menu"
    " of the case, and take each out or keep it with a reason."
)
_TAKES_BACK: Final = {
    EscalationEventKind.REOPENED: EscalationEventKind.ENDORSED,
    EscalationEventKind.RECALLED: EscalationEventKind.SENT,
    EscalationEventKind.TAKEN_OFF_AGENDA: EscalationEventKind.PUT_ON_AGENDA,
    EscalationEventKind.SEPARATED: EscalationEventKind.MERGED,
}
"""Lines of the story that take an earlier one back: a brief tells of neither."""
_TOLD: Final = frozenset(
    {
        EscalationEventKind.ENDORSED,
        EscalationEventKind.SENT,
        EscalationEventKind.ACCEPTED,
        EscalationEventKind.RETURNED,
        EscalationEventKind.PUT_ON_AGENDA,
        EscalationEventKind.FORWARDED,
        EscalationEventKind.TAKEN_UP,
    }
)


def brief_content(
    session: Session, *, escalation_id: int, day: dt.date, language: str, step: int | None = None
) -> Brief:
    """What goes to a body: what was sent last, or the draft while it lies with its sender, as seen on a day.

    `step` is the number of the step, without it the one that counts. What the label does not allow its readers is not
    in it, and in what is locked neither is what looks like personal data and nobody kept (V10). Stale if the escalation
    is gone; Invalid for a step that it never had, for one that was taken back before it was sent, and for a draft that
    holds what looks like personal data.
    """
    found = session.get(Escalation, escalation_id)
    if found is None:
        raise Stale(GONE)
    wanted = found.step if step is None else next((one for one in found.steps if one.number == step), None)
    if wanted is None:
        raise Invalid("{reference} has no step {number}: look at its page.", reference=found.reference, number=step)
    is_draft = wanted is found.step and found.state.is_with_sender
    if not is_draft and not wanted.snapshots:
        raise Invalid("What {reference} was to say was never sent.", reference=found.reference)
    sent = None if is_draft else wanted.snapshots[-1]
    said, on = (sent.read(), local_date(sent.sent_at)) if sent is not None else (words_of_step(wanted), day)
    told = _Told(session, found, wanted, said, on, language, sent)
    return _checked(session, told.brief(), told)


@dataclass(frozen=True)
class _Told:
    """One step of an escalation, as its readers may see it."""

    session: Session
    escalation: Escalation
    step: EscalationStep
    said: Mapping[str, Any]
    day: dt.date
    language: str
    snapshot: EscalationSnapshot | None = None

    @property
    def label(self) -> Label:
        """Who may read it."""
        return Label(self.said["label"])

    @property
    def papers(self) -> Sequence[Mapping[str, Any]]:
        """The papers that went along, as the snapshot tells them; one from before there were any tells of none."""
        found: Sequence[Mapping[str, Any]] = self.said.get("papers", ())
        return found

    def brief(self) -> Brief:
        case, said = self.escalation.case, self.said
        is_shown = case.label.rank <= self.label.rank
        rules_on = case.guidance_on or self.day
        rules = self._guidance(case, rules_on) if is_shown else None
        return Brief(
            language=self.language,
            reference=self.escalation.reference,
            **{name: said[name] for name in (*TEXTS, "jump_reason")},
            sender=self.step.sender.name_on(self.day, self.language),
            body=self.step.body.name_on(self.day, self.language),
            role=ConsultationRole(said["role"]),
            label=self.label,
            urgency=Urgency(said["urgency"]),
            due=dt.date.fromisoformat(said["due"]) if said["due"] else None,
            day=self.day,
            is_draft=self.snapshot is None,
            kind=case.kind if is_shown else None,
            theme=theme_names(self.session, self.language).get(case.theme, case.theme) if is_shown else "",
            version=self.snapshot.number if self.snapshot else len(self.step.snapshots) + 1,
            sha256=self.snapshot.sha256 if self.snapshot else "",
            rules_on=rules_on if rules else None,
            rules_preface=rules.preface if rules else "",
            rules=_rules(rules) if rules else (),
            activities=self._activities(),
            origins=self._origins(),
            history=self._history(),
            papers=tuple(BriefPaper(one["title"], one["file"], one["sha256"], one["pages"]) for one in self.papers),
        )

    def _guidance(self, case: Case, day: dt.date) -> Guidance | None:
        """The rules that the case asks about: without a status and an age there is nothing to ask."""
        if is_blank(case.residence_status) and case.is_minor is not Answer.YES and case.kind is not CaseKind.CONCRETE:
            return None
        return guidance(
            self.session,
            residence_status=case.residence_status,
            day=day,
            is_minor=case.is_minor,
            is_detained=case.is_detained,
            language=self.language,
        )

    def _activities(self) -> tuple[BriefActivity, ...]:
        codes = self.said["activities"]
        rows = self.session.scalars(
            select(PlanActivity)
            .where(PlanActivity.code.in_(codes))
            .options(joinedload(PlanActivity.area).joinedload(PlanArea.plan))
        )
        known = {row.code: activity_row(row, self.language) for row in rows}
        shown = [known[code] for code in codes if code in known]
        return tuple(BriefActivity(one.number, one.title, one.plan) for one in shown)

    def _origins(self) -> tuple[BriefOrigin, ...]:
        """The group itself, and those whose escalations were merged at a body that sent this step or one before."""
        senders = [one.sender for one in self.escalation.way if one.number <= self.step.number]
        merged = [one for one in self.escalation.family[1:] if one.merged_into is not None]
        behind = [one for one in merged if _merged_at(one) in senders]
        return tuple(self._origin(one) for one in (self.escalation, *behind))

    def _origin(self, one: Escalation) -> BriefOrigin:
        first = one.way[0]
        sent = first.snapshots[-1] if first.snapshots else None
        said = sent.read() if sent is not None else words_of_step(first)
        is_shown = Label(said["label"]).rank <= self.label.rank
        return BriefOrigin(
            group=one.origin.name_on(self.day, self.language),
            reference=one.reference,
            title=said["title"] if is_shown else "",
            sent_on=local_date(first.snapshots[0].sent_at) if first.snapshots else None,
            is_merged=one is not self.escalation,
        )

    def _history(self) -> tuple[BriefLine, ...]:
        until = self.snapshot.sent_at if self.snapshot else None
        events = [one for one in self.escalation.events if until is None or one.at <= until]
        # A step that was given up may have been for fewer readers than the one that took its place.
        is_shown = all(one.label.rank <= self.label.rank for one in self.escalation.steps)
        return tuple(self._line(one, is_shown=is_shown) for one in _what_stands(events) if one.kind in _TOLD)

    def _line(self, event: EscalationEvent, *, is_shown: bool) -> BriefLine:
        day, where = local_date(event.at), self._minuted(event)
        text = event.text
        match event.kind:
            case EscalationEventKind.ENDORSED:
                day, text = self.escalation.endorsed_on or day, self.escalation.endorsed_note
            case EscalationEventKind.PUT_ON_AGENDA:
                text = ""
        body = event.group.short_on(self.day, self.language) if event.group is not None else ""
        return BriefLine(day, body, event.kind, text if is_shown else "", *where)

    def _minuted(self, event: EscalationEvent) -> tuple[dt.date | None, int | None]:
        """The meeting of the desk where it was decided, or is to be, and the number of the item."""
        item = None
        if event.kind is EscalationEventKind.ENDORSED and self.escalation.endorsed_entry is not None:
            item = self.escalation.endorsed_entry.item
        elif event.kind is EscalationEventKind.FORWARDED:
            behind = [one for one in self.escalation.steps if one.body is event.group and one.decision_entry]
            item = behind[-1].decision_entry.item if behind and behind[-1].decision_entry else None
        elif event.kind is EscalationEventKind.PUT_ON_AGENDA:
            on = _day(event.text)
            items = [one.item for one in self.escalation.steps if one.item is not None]
            item = next((one for one in items if one.meeting.day == on), None)
            if item is None:
                return on, None
        return (item.meeting.day, item.number) if item is not None else (None, None)


def words_of_step(step: EscalationStep) -> dict[str, Any]:
    """A draft as a snapshot would tell it."""
    return {
        **step.texts(),
        "role": step.role.value,
        "label": step.label.value,
        "urgency": step.urgency.value,
        "due": step.due.isoformat() if step.due else "",
        "jump_reason": step.jump_reason,
        "activities": [activity.code for activity in step.activities],
        "papers": [paper_told(paper) for paper in step.papers_along()],
    }


def _merged_at(follower: Escalation) -> Group:
    """The body at which it was merged into another."""
    return follower.step.body


def _what_stands(events: Sequence[EscalationEvent]) -> list[EscalationEvent]:
    """The lines of a story without those that were taken back, and without agendas that it left before they came up."""
    stands: list[EscalationEvent] = []
    for event in events:
        taken = _TAKES_BACK.get(event.kind)
        back = [place for place, one in enumerate(stands) if one.kind is taken]
        if taken is not None:
            if back:
                del stands[back[-1]]
            continue
        if stands and stands[-1].kind is EscalationEventKind.PUT_ON_AGENDA:
            meeting = _day(stands[-1].text)
            if event.kind is stands[-1].kind or (meeting is not None and meeting > local_date(event.at)):
                del stands[-1]
        stands.append(event)
    return stands


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _rules(told: Guidance) -> tuple[BriefRule, ...]:
    who = [_rule(one) for one in (*told.authorities, *told.also)]
    return (*who, *(_rule(one) for one in (*told.limits, *told.minors, *told.notes)))


def _rule(row: AuthorityRow | GuidanceLine) -> BriefRule:
    if isinstance(row, AuthorityRow):
        return BriefRule(row.title, row.authority, row.condition, row.source, row.note)
    return BriefRule(row.title, "", row.condition, row.source, row.note, row.until, row.counted)


def _checked(session: Session, made: Brief, told: _Told) -> Brief:
    """Nothing personal leaves: a draft is looked at as if it were sent now, in what is locked finds are hidden."""
    subjects = [*kept_under(told.escalation), *(("paper", one["id"]) for one in told.papers)]
    own = {name: getattr(made, name) for name in (*TEXTS, "jump_reason")}
    if made.is_draft:
        check_leaving(session, Leaving(made.reference, list(own.values()), subjects, names=True, sentence=DRAFT))
    parts = (
        [] if made.is_draft else list(own.values()),
        [one.title for one in made.origins],
        [one.text for one in made.history],
        [one.title for one in made.papers],
        [one.file_name for one in made.papers],
    )
    words, origins, history, titles, files = with_finds_hidden(
        session,
        *(Leaving(made.reference, texts, subjects) for texts in parts[:3]),
        *(Leaving(made.reference, texts, subjects, names=made.is_draft) for texts in parts[3:]),
    )
    # A draft has no words of its own among them: they passed.
    said: dict[str, Any] = dict(zip(own, words, strict=False))
    return replace(
        made,
        **said,
        origins=tuple(replace(one, title=text) for one, text in zip(made.origins, origins, strict=True)),
        history=tuple(replace(one, text=text) for one, text in zip(made.history, history, strict=True)),
        papers=tuple(
            replace(one, title=title, file_name=file)
            for one, title, file in zip(made.papers, titles, files, strict=True)
        ),
    )
