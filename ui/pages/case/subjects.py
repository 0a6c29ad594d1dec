"""How a case and the words of its newest step are read and kept while somebody writes in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from referral_desk.operations.cases import edit_case
from referral_desk.operations.escalations import word_step
from referral_desk.queries.case import CasePage, case_page
from referral_desk.queries.escalation import FIELD_NAMES, EscalationPage, StepView, escalation_page
from referral_desk.vocabulary import Answer
from ui.language import language

if TYPE_CHECKING:
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.case_view import CaseView
    from ui.bridge import Bridge
    from ui.jobs import Job

CODES: Final = ("setting", "trade", "age_band", "victim_status", "residence_status", "minor_support")
FLAGS: Final = ("has_representative", "has_child_plan", "has_municipal_plan", "committee_consulted")


class CaseSubject:
    """Cases, for `ui.drafts.Drafts`."""

    def key_of(self, detail: CasePage) -> int:
        """The case's id."""
        return detail.row.id

    def version_of(self, detail: CasePage) -> int:
        """The version that was seen."""
        return detail.row.version

    def values_of(self, detail: CasePage) -> dict[str, Any]:
        """What is told of a case, as the forms show it. What is asked of minors only is unknown of others."""
        row = detail.row
        return {
            "title": row.title,
            "summary": detail.summary,
            "kind": row.kind,
            "label": row.label,
            "theme": row.theme,
            **{name: getattr(detail, name) for name in CODES},
            "is_minor": row.is_minor,
            "is_detained": detail.is_detained,
            "guidance_on": detail.guidance_on,
            "exploitations": tuple(one.id for one in detail.exploitations),
            "activities": tuple(one.id for one in detail.activities),
            **dict.fromkeys(FLAGS, Answer.UNKNOWN),
            **{flag.field: flag.answer for flag in detail.flags},
        }

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """The case as it stands now."""
        return bridge.ask(case_page, case_id=key, day=bridge.today, language=language())

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of its fields."""
        return bridge.do(edit_case, case_id=key, version=version, **_with_ids(values))

    def version_after(self, kept: Done) -> int:
        """What it would be taken back from is how it stands now."""
        return int(_undo_of(kept)["version"])

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """Texts without blanks around them."""
        return {name: _trimmed(name, value) for name, value in values.items()}


class StepSubject:
    """The newest step of an escalation, for `ui.drafts.Drafts`: its words are the sender's until they are sent."""

    def key_of(self, detail: EscalationPage) -> int:
        """The escalation's id."""
        return detail.row.id

    def version_of(self, detail: EscalationPage) -> int:
        """The version that was seen."""
        return detail.row.version

    def values_of(self, detail: EscalationPage) -> dict[str, Any]:
        """What the next body is told and asked."""
        step = step_now(detail)
        return {
            **{name: step.texts[name] for name in FIELD_NAMES},
            "body": step.body_id,
            "role": step.role,
            "label": step.label,
            "urgency": step.urgency,
            "due": step.due,
            "activities": tuple(one.id for one in step.activities),
            "jump_reason": step.jump_reason,
        }

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """The escalation as it stands now."""
        return bridge.ask(escalation_page, escalation_id=key, day=bridge.today, language=language())

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of the words."""
        return bridge.do(word_step, escalation_id=key, version=version, **_with_ids(values))

    def version_after(self, kept: Done) -> int:
        """What it would be taken back from is how it stands now."""
        return int(_undo_of(kept)["before"].version)

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """Texts without blanks around them."""
        return {name: _trimmed(name, value) for name, value in values.items()}


def named(said: str, view: CaseView | None) -> str:
    """What was done, with the reference: messages about several cases, and what each takes back, stay apart."""
    if view is None:
        return said
    row = view.escalation.row if view.escalation is not None else view.case.row
    return f"{row.reference} · {said}"


def step_now(page: EscalationPage) -> StepView:
    """The step that counts."""
    return next(step for step in page.steps if step.is_now)


def step_below(page: EscalationPage) -> StepView | None:
    """The step whose words the newest one goes on from; None for the first."""
    now = step_now(page)
    below = [step for step in page.steps if step.number < now.number and step.snapshots]
    return below[-1] if below else None


_IDS: Final = {"body": "body_id", "activities": "activity_ids", "exploitations": "exploitation_ids"}
_LINES: Final = frozenset({"title", "jump_reason"})


def _with_ids(values: dict[str, Any]) -> dict[str, Any]:
    """The fields as the operations name them."""
    return {_IDS.get(name, name): value for name, value in values.items()}


def _trimmed(name: str, value: Any) -> Any:
    if not isinstance(value, str) or type(value) is not str:
        return value
    return " ".join(value.split()) if name in _LINES else value.strip()


def _undo_of(kept: Done) -> Any:
    assert kept.undo is not None
    return kept.undo.arguments
