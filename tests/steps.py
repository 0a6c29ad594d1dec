"""Migrations of a small program of its own, so that tests can stand before, between and after its steps."""

from __future__ import annotations

import shutil

from referral_desk import schema

FIRST = """
revision = "a1"
down_revision = None


def upgrade():
    op.create_table("notes", sa.Column("id", sa.Integer, primary_key=True), sa.Column("words", sa.Text))
    op.execute("INSERT INTO notes (words) VALUES ('kept')")
"""
SECOND = """
revision = "b2"
down_revision = "a1"


def upgrade():
    op.create_table("marks", sa.Column("note", sa.Integer, sa.ForeignKey("notes.id", ondelete="CASCADE")))
    op.execute("INSERT INTO marks VALUES (1)")
    with op.batch_alter_table("notes") as batch:
        batch.add_column(sa.Column("colour", sa.Text, nullable=False, server_default="blue"))
        batch.alter_column("words", nullable=False)
"""
THIRD = """
revision: str = "c3"
down_revision: str | None = "b2"


def upgrade():
    op.execute("UPDATE notes SET colour = 'red'")
    op.create_index("ix_notes_colour", "notes", ["colour"])
"""
BROKEN = """
revision = "d4"
down_revision = "a1"


def upgrade():
    op.execute("DELETE FROM notes")
    raise RuntimeError("a step with a bug")
"""


def make_steps(folder, *bodies):
    """Give a schema with these steps, run by the program's own Alembic environment."""
    place = folder / f"steps {abs(hash(bodies))}%"
    (place / "versions").mkdir(parents=True)
    shutil.copy(schema.OURS.folder / "env.py", place)
    for number, body in enumerate(bodies):
        words = "import sqlalchemy as sa\nfrom alembic import op\n"
        (place / "versions" / f"{number}.py").write_text(words + body, "utf-8")
    return schema.Steps(place)
