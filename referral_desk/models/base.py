"""What every table has in common: names of constraints, versions, periods, sources."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from sqlalchemy import Connection, DateTime, Dialect, Enum, MetaData, Table, Text, TypeDecorator, event, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column

from referral_desk.errors import Invalid

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# NUL, and halves of signs that a broken text leaves behind.
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


class Instant(TypeDecorator[dt.datetime]):
    """An instant, kept in UTC on every engine; a time without a zone is a bug."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Refuse times without a zone, turn the others into UTC."""
        if value is not None and value.tzinfo is None:
            message = "an instant needs a time zone"
            raise ValueError(message)
        return value.astimezone(dt.UTC) if value is not None else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Give the zone back to engines that do not keep it."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def _by_value(members: type[enum.Enum]) -> list[str]:
    return [member.value for member in members]


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        dt.datetime: Instant(),
        enum.Enum: Enum(enum.Enum, native_enum=False, values_callable=_by_value, length=40, create_constraint=False),
    }


class Record(Base):
    """A row that people edit: it has an id and a version, and refuses to be overwritten blindly."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    version: Mapped[int] = mapped_column(sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        return {"version_id_col": cls.version}


@event.listens_for(Record, "instrument_class", propagate=True)
def _never_reuse_ids(mapper: Mapper[Any], _class: type) -> None:
    """A removed row's id is never given to another: the log, manifests and what undo puts back speak of ids."""
    assert isinstance(mapper.local_table, Table)
    mapper.local_table.dialect_options["sqlite"]["autoincrement"] = True


class Dated:
    """True from one day to another, both included; None is open, or unknown (the source then says what is known)."""

    valid_from: Mapped[dt.date | None]
    valid_to: Mapped[dt.date | None]

    def valid_on(self, day: dt.date) -> bool:
        """Whether the row holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, valid_from: dt.date | None, valid_to: dt.date | None) -> bool:
        """Whether the row and a period share at least one day."""
        starts_in_time = self.valid_from is None or valid_to is None or self.valid_from <= valid_to
        ends_late_enough = self.valid_to is None or valid_from is None or valid_from <= self.valid_to
        return starts_in_time and ends_late_enough


Period = TypeVar("Period", bound=Dated)


def check_period(valid_from: dt.date | None, valid_to: dt.date | None) -> None:
    """Refuse a period that ends before it begins (Invalid)."""
    if valid_from and valid_to and valid_to < valid_from:
        raise Invalid("The last day lies before the first day: change one of them.")


def row_on(rows: Iterable[Period], day: dt.date) -> Period | None:
    """The row that holds on a day; where none does the nearest: the last before the day, else the first after it."""
    found = list(rows)
    for row in found:
        if row.valid_on(day):
            return row
    earlier = [row for row in found if row.valid_to is not None and row.valid_to < day]
    if earlier:
        return max(earlier, key=lambda row: row.valid_to or dt.date.min)
    return min(found, key=lambda row: row.valid_from or dt.date.max, default=None)


def split(rows: Iterable[Period], made: Period, refusal: str) -> None:
    """Let a new row hold from its first day on: the row that held then ends the day before, the new one takes the rest.

    Invalid with `refusal` if a row begins on or after that day, for the new one would hide it.
    """
    first = made.valid_from
    later = [row for row in rows if row is not made and row.overlaps(first, None)]
    if any(first is None or (row.valid_from is not None and row.valid_from >= first) for row in later):
        raise Invalid(refusal)
    for row in later:
        assert first is not None
        made.valid_to, row.valid_to = row.valid_to, first - dt.timedelta(days=1)


def unite(rows: Iterable[Period], gone: Period) -> None:
    """Undo `split`: the row that ended the day before `gone` began takes over its period."""
    if gone.valid_from is None:
        return
    for row in rows:
        if row is not gone and row.valid_to == gone.valid_from - dt.timedelta(days=1):
            row.valid_to = gone.valid_to


class Sourced:
    """Says where a fact comes from and what is doubtful about it."""

    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


@event.listens_for(Base, "before_insert", propagate=True)
@event.listens_for(Base, "before_update", propagate=True)
def _refuse_what_no_store_keeps(mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    """PostgreSQL keeps no NUL, and no store half of a sign: one sentence for both engines, before anything is lost."""
    for attribute in mapper.column_attrs:
        value = row.__dict__.get(attribute.key)
        if isinstance(value, str) and (found := UNKEEPABLE.search(value)):
            raise Invalid(
                "A text holds a sign that cannot be kept, in place {place}: delete it, or type those words anew.",
                place=found.start() + 1,
            )


class Frozen:
    """A row that never changes once it is written (V6): what was sent stays what was sent."""


@event.listens_for(Frozen, "before_update", propagate=True)
def _refuse_change(_mapper: object, _connection: object, target: Frozen) -> None:
    if any(attribute.history.has_changes() for attribute in inspect(target).attrs):
        raise Invalid("This is a frozen copy and cannot be changed: make a new version instead.")


@event.listens_for(Frozen, "before_delete", propagate=True)
def _refuse_removal(_mapper: object, _connection: object, _target: Frozen) -> None:
    raise Invalid("This is a frozen copy and cannot be removed: it belongs to what was sent.")
