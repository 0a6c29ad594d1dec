"""Alembic runs inside the program: the caller hands over an open connection in a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from referral_desk.models import Base

if TYPE_CHECKING:
    from alembic.autogenerate.api import AutogenContext


def plain_types(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write the engine's own type into a migration, not a class of ours that may change later."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_server_default=True,
    compare_type=True,
    render_as_batch=True,
    render_item=plain_types,
)
with context.begin_transaction():
    context.run_migrations()
