"""Government action plans: areas, objectives, activities, milestones; amendments point to the plan they amend."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Dated, Record, Sourced


class ActionPlan(Dated, Sourced, Record):
    """A plan with its years; how long plans run is data (domain Q13)."""

    __tablename__ = "action_plans"

    code: Mapped[str] = mapped_column(unique=True)
    title_da: Mapped[str]
    title_en: Mapped[str]
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("action_plans.id"))

    amends: Mapped[ActionPlan | None] = relationship(remote_side="ActionPlan.id")
    areas: Mapped[list[PlanArea]] = relationship(
        back_populates="plan", order_by="PlanArea.position", cascade="all, delete-orphan"
    )
    milestones: Mapped[list[PlanMilestone]] = relationship(back_populates="plan", cascade="all, delete-orphan")


class PlanArea(Sourced, Record):
    """An area of effort, or a sub-area below one."""

    __tablename__ = "plan_areas"

    code: Mapped[str] = mapped_column(unique=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plans.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("plan_areas.id"))
    position: Mapped[int] = mapped_column(default=0)
    title_da: Mapped[str]
    title_en: Mapped[str]

    plan: Mapped[ActionPlan] = relationship(back_populates="areas")
    parent: Mapped[PlanArea | None] = relationship(remote_side="PlanArea.id")
    objectives: Mapped[list[PlanObjective]] = relationship(back_populates="area", cascade="all, delete-orphan")
    activities: Mapped[list[PlanActivity]] = relationship(
        back_populates="area", order_by="PlanActivity.position", cascade="all, delete-orphan"
    )


class PlanObjective(Sourced, Record):
    """What an area is to reach; with a year and a figure where the plan names them."""

    __tablename__ = "plan_objectives"

    code: Mapped[str] = mapped_column(unique=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("plan_areas.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text_da: Mapped[str]
    text_en: Mapped[str]
    due_year: Mapped[int | None]

    area: Mapped[PlanArea] = relationship(back_populates="objectives")


class PlanActivity(Sourced, Record):
    """One activity; its code is ours and is always shown with the plan's years."""

    __tablename__ = "plan_activities"

    code: Mapped[str] = mapped_column(unique=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("plan_areas.id"), index=True)
    number: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    title_da: Mapped[str]
    title_en: Mapped[str]
    responsible: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="")

    area: Mapped[PlanArea] = relationship(back_populates="activities")


class PlanMilestone(Sourced, Record):
    """An evaluation, review or report that a plan foresees."""

    __tablename__ = "plan_milestones"

    code: Mapped[str] = mapped_column(unique=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plans.id"), index=True)
    due: Mapped[dt.date | None]
    due_text: Mapped[str] = mapped_column(default="")
    title_da: Mapped[str]
    title_en: Mapped[str]

    plan: Mapped[ActionPlan] = relationship(back_populates="milestones")
