"""Say what a standing item is for, what became of an item, and when a meeting really was."""

from __future__ import annotations

import sqlalchemy as sa
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
    (
        "ALTER TABLE agenda_items ADD COLUMN standing_item_id INTEGER"
        " CONSTRAINT fk_agenda_items_standing_item_id_standing_items REFERENCES standing_items (id)"
    ),
    "CREATE INDEX ix_agenda_items_standing_item_id ON agenda_items (standing_item_id)",
    (
        "ALTER TABLE agenda_items ADD COLUMN waiting_group_id INTEGER"
        " CONSTRAINT fk_agenda_items_waiting_group_id_groups REFERENCES groups (id)"
    ),
    "CREATE INDEX ix_agenda_items_waiting_group_id ON agenda_items (waiting_group_id)",
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
    "DROP INDEX ix_agenda_items_waiting_group_id",
    "ALTER TABLE agenda_items DROP COLUMN waiting_group_id",
    "DROP INDEX ix_agenda_items_standing_item_id",
    "ALTER TABLE agenda_items DROP COLUMN standing_item_id",
    "DROP INDEX ix_agenda_items_approves_id",
    "ALTER TABLE agenda_items DROP COLUMN approves_id",
    "ALTER TABLE agenda_items DROP COLUMN outcome_reason",
    "ALTER TABLE agenda_items DROP COLUMN outcome",
    "ALTER TABLE agenda_items DROP COLUMN standing",
)


def upgrade() -> None:
    """Take the step; items that came back on every agenda still do."""
    op.create_table(
        "standing_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum("regional", "national", "interministerial", "other", name="tier", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("instead_of_id", sa.Integer(), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "ordinary",
                "agenda_approval",
                "minutes_approval",
                "open_actions",
                "from_above",
                "any_other_business",
                name="standingrole",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_da", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "formality",
                "information_exchange",
                "procedure",
                "good_practice",
                "principle",
                "trend_warning",
                "new_initiative",
                "training",
                "case_clarification",
                "plan_follow_up",
                "feedback",
                "escalation_proposal",
                "any_other_business",
                name="itemkind",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "purpose",
            sa.Enum("information", "discussion", "decision", name="purpose", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("yearly_from", sa.Integer(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_standing_items_group_id_groups")),
        sa.ForeignKeyConstraint(
            ["instead_of_id"], ["standing_items.id"], name=op.f("fk_standing_items_instead_of_id_standing_items")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_items")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("standing_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_standing_items_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_standing_items_instead_of_id"), ["instead_of_id"], unique=False)
    for statement in FORWARD:
        op.execute(statement)


def downgrade() -> None:
    """Take the step back."""
    for statement in BACK:
        op.execute(statement)
    op.drop_table("standing_items")
