"""Fill a brief from the record: what was sent as it was sent, or the draft; no more than its readers may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from referral_desk.clock import local_date
from referral_desk.desk import GONE
from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    Escalation,
    EscalationSnapshot,
    EscalationStep,
    Group,
    PlanActivity,
    PlanArea,
)
from referral_desk.models.escalation_papers import papers_along
from referral_desk.models.escalation_steps import TEXTS
from referral_desk.models.escalation_told import told_to_body
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
        said, case = self.said, self.said["case"]
        rules = self._guidance(case) if case is not None else None
        return Brief(
            language=self.language,
            reference=self.escalation.reference,
            **{name: said[name] for name in (*TEXTS, "jump_reason")},
            sender=self.step.sender.name_on(self.day, self.language),
            body=self.step.body.name_on(self.day, self.language),
            role=ConsultationRole(said["role"]),
            label=self.label,
            urgency=Urgency(said["urgency"]),
            due=_day(said["due"]),
            day=self.day,
            is_draft=self.snapshot is None,
            kind=CaseKind(case["kind"]) if case is not None else None,
            theme=self._theme(case) if case is not None else "",
            version=self.snapshot.number if self.snapshot else len(self.step.snapshots) + 1,
            sha256=self.snapshot.sha256 if self.snapshot else "",
            rules_on=rules.day if rules else None,
            rules_preface=rules.preface if rules else "",
            rules=_rules(rules) if rules else (),
            activities=self._activities(),
            origins=self._origins(),
            history=self._history(),
            papers=tuple(self._paper(one) for one in self.papers),
        )

    def _theme(self, case: Mapping[str, Any]) -> str:
        """The theme as it was called when it was sent; one from before names were frozen tells its code alone."""
        frozen: Mapping[str, str] | None = case.get("theme_names")
        names = frozen or {self.language: theme_names(self.session, self.language).get(case["theme"], "")}
        return names[self.language] or str(case["theme"])

    def _paper(self, one: Mapping[str, Any]) -> BriefPaper:
        """A paper, named by the group that sent it where it came with what was merged."""
        group = self._groups[one["group_id"]] if "group_id" in one else None
        origin = f"{group.short_on(self.day, self.language)}, {one['case']}" if group is not None else ""
        return BriefPaper(one["title"], one["file"], one["sha256"], one["pages"], origin)

    def _guidance(self, case: Mapping[str, Any]) -> Guidance | None:
        """The rules that the case asks about: without a status and an age there is nothing to ask."""
        is_minor, status = Answer(case["is_minor"]), case["residence_status"]
        if is_blank(status) and is_minor is not Answer.YES and CaseKind(case["kind"]) is not CaseKind.CONCRETE:
            return None
        return guidance(
            self.session,
            residence_status=status,
            day=self.day,
            decided_on=_day(case["guidance_on"]),
            is_minor=is_minor,
            is_detained=Answer(case["is_detained"]),
            language=self.language,
        )

    def _activities(self) -> tuple[BriefActivity, ...]:
        """The activities as they were called when it was sent; where no names were frozen, as they are called now."""
        frozen: Sequence[Mapping[str, Any]] | None = self.said.get("activity_names")
        if frozen is not None:
            told = [(one["number"], one["title"][self.language], one["plan"][self.language]) for one in frozen]
            return tuple(BriefActivity(*one) for one in told)
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
        names = self._groups
        return tuple(
            BriefOrigin(
                group=names[one["group_id"]].name_on(self.day, self.language),
                reference=one["reference"],
                title=one["title"],
                sent_on=_day(one["sent_on"]),
                is_merged=one["is_merged"],
            )
            for one in self.said["origins"]
        )

    def _history(self) -> tuple[BriefLine, ...]:
        names = {None: ""} | {key: one.short_on(self.day, self.language) for key, one in self._groups.items()}
        return tuple(
            BriefLine(
                dt.date.fromisoformat(one["day"]),
                names[one["group_id"]],
                EscalationEventKind(one["kind"]),
                one["text"],
                _day(one["meeting"]),
                one["item"],
            )
            for one in self.said["history"]
        )

    @cached_property
    def _groups(self) -> dict[int, Group]:
        """The groups that are named, by their ids."""
        ids = {one.get("group_id") for one in (*self.said["origins"], *self.said["history"], *self.papers)}
        return {group.id: group for group in self.session.scalars(select(Group).where(Group.id.in_(ids)))}


def words_of_step(step: EscalationStep) -> dict[str, Any]:
    """A draft as a snapshot would tell it."""
    return told_to_body(step, papers_along(step))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _rules(told: Guidance) -> tuple[BriefRule, ...]:
    who = [_rule(one) for one in (*told.authorities, *told.also)]
    return (*who, *(_rule(one) for one in (*told.limits, *told.minors, *told.notes)))


def _rule(row: AuthorityRow | GuidanceLine) -> BriefRule:
    if isinstance(row, AuthorityRow):
        return BriefRule(row.title, row.authority, row.condition, row.source, row.note)
    return BriefRule(row.title, "", row.condition, row.source, row.note, row.until, row.length, row.counted)


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
