"""Say what a standing item is for, what became of an item, and when a meeting really was."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Plain statements, which both engines take: a table that others point to is not made anew for a new column.
FORWARD = (
    "ALTER TABLE agenda_items ADD COLUMN standing VARCHAR(40)",
    "UPDATE agenda_items SET standing = 'ordinary' WHERE is_standing",
    "UPDATE agenda_items SET standing = 'any_other_business' WHERE is_standing AND kind = 'any_other_business'",
    "ALTER TABLE agenda_items ADD COLUMN outcome VARCHAR(40) DEFAULT 'open' NOT NULL",
    "ALTER TABLE agenda_items ADD COLUMN outcome_reason TEXT DEFAULT '' NOT NULL",
    (
        "ALTER TABLE agenda_items ADD COLUMN approves_id INTEGER"
        " CONSTRAINT fk_agenda_items_approves_id_meetings REFERENCES meetings (id)"
    ),
    "CREATE INDEX ix_agenda_items_approves_id ON agenda_items (approves_id)",
    "ALTER TABLE agenda_items DROP COLUMN is_standing",
    "ALTER TABLE meetings ADD COLUMN uid TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE meetings ADD COLUMN sequence INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE meetings ADD COLUMN began TIME",
    "ALTER TABLE meetings ADD COLUMN ended TIME",
)
BACK = (
    "ALTER TABLE meetings DROP COLUMN ended",
    "ALTER TABLE meetings DROP COLUMN began",
    "ALTER TABLE meetings DROP COLUMN sequence",
    "ALTER TABLE meetings DROP COLUMN uid",
    "ALTER TABLE agenda_items ADD COLUMN is_standing BOOLEAN DEFAULT FALSE NOT NULL",
    "UPDATE agenda_items SET is_standing = TRUE WHERE standing IS NOT NULL",
    "DROP INDEX ix_agenda_items_approves_id",
    "ALTER TABLE agenda_items DROP COLUMN approves_id",
    "ALTER TABLE agenda_items DROP COLUMN outcome_reason",
    "ALTER TABLE agenda_items DROP COLUMN outcome",
    "ALTER TABLE agenda_items DROP COLUMN standing",
)


def upgrade() -> None:
    """Take the step; items that came back on every agenda still do."""
    for statement in FORWARD:
        op.execute(statement)


def downgrade() -> None:
    """Take the step back."""
    for statement in BACK:
        op.execute(statement)
