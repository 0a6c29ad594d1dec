"""The program's tables: models and migrations agree, an upgrade is whole or not at all, a newer desk is refused."""

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import event, inspect, select, text

from referral_desk import schema
from referral_desk.errors import Unavailable
from referral_desk.models import AgendaItem, Base
from tests.builders import a_group, a_meeting, a_paper, an_item
from tests.steps import FIRST, SECOND, THIRD, make_steps


@pytest.fixture
def steps(tmp_path):
    return lambda *bodies: make_steps(tmp_path, *bodies)


def picture(database):
    """All that a store holds: tables, columns, indexes and rows."""
    with database.read() as session:
        seen = inspect(session.connection())
        return {
            table: (
                [(column["name"], column["nullable"]) for column in seen.get_columns(table)],
                [index["name"] for index in seen.get_indexes(table)],
                session.execute(text(f"SELECT * FROM {table}")).all(),
            )
            for table in seen.get_table_names()
        }


def test_migrations_and_models_agree(database):
    with database.alter() as connection:
        command.check(schema.OURS.settings(connection))


def test_every_table_of_the_models_is_there_and_empty(database):
    with database.read() as session:
        tables = set(inspect(session.connection()).get_table_names())
        assert tables == set(Base.metadata.tables) | {"alembic_version"}
        assert not any(session.scalar(text(f"SELECT count(*) FROM {name}")) for name in Base.metadata.tables)


def test_every_step_can_be_taken_back_and_again(database):
    with database.alter() as connection:
        command.downgrade(schema.OURS.settings(connection), "base")
        command.upgrade(schema.OURS.settings(connection), "head")
        command.check(schema.OURS.settings(connection))


def test_a_table_that_is_made_anew_keeps_its_rows_and_gives_no_id_twice(database):
    with database.write() as session:
        item = an_item(a_meeting(a_group()))
        session.add(item.meeting)
        stays = a_paper(item, title="Et")
        goes = a_paper(item, stays.document, title="To")
        session.flush()
        ids = stays.id, goes.id
        item.papers.remove(goes)
        session.delete(goes)
    with database.alter() as connection:
        command.downgrade(schema.OURS.settings(connection), "0003")
        command.upgrade(schema.OURS.settings(connection), "head")
    with database.write() as session:
        item = session.scalars(select(AgendaItem)).one()
        assert [(paper.id, paper.title) for paper in item.papers] == [(ids[0], "Et")]
        made = a_paper(item, item.papers[0].document, title="Tre")
        session.flush()
        assert made.id not in ids


def test_the_quick_reading_of_the_steps_agrees_with_alembic(empty_database):
    with empty_database.alter() as connection:
        alembic = ScriptDirectory.from_config(schema.OURS.settings(connection))
    assert schema.OURS.head() == alembic.get_current_head()
    assert schema.OURS.known() == {step.revision: step.down_revision for step in alembic.walk_revisions()}


def test_a_store_that_is_current_is_left_alone(database):
    assert schema.is_current(database)
    assert not schema.upgrade(database, before=lambda: pytest.fail("nothing to back up"))


def test_an_older_store_is_brought_up_after_its_backup(empty_database, steps):
    one, three = steps(FIRST), steps(FIRST, SECOND, THIRD)
    assert schema.upgrade(empty_database, one)
    assert not schema.is_current(empty_database, three)
    seen = []
    assert schema.upgrade(empty_database, three, before=lambda: seen.append(picture(empty_database)))
    assert "marks" not in seen[0]
    assert schema.is_current(empty_database, three)
    assert picture(empty_database)["notes"][2] == [(1, "kept", "red")]
    assert picture(empty_database)["marks"][2] == [(1,)]


def test_without_its_backup_nothing_is_upgraded(empty_database, steps):
    def fail():
        raise Unavailable("The disk is full.")

    schema.upgrade(empty_database, steps(FIRST))
    before = picture(empty_database)
    with pytest.raises(Unavailable):
        schema.upgrade(empty_database, steps(FIRST, SECOND), before=fail)
    assert picture(empty_database) == before


class Crash(Exception):
    """The program ends here."""


def crash_at(engine, number):
    """Raise at the given statement, counted from now; give the function that ends it."""
    left = [number]

    def count(*_):
        left[0] -= 1
        if left[0] == 0:
            raise Crash

    event.listen(engine, "before_cursor_execute", count)
    return lambda: event.remove(engine, "before_cursor_execute", count)


def test_a_crash_at_any_statement_leaves_the_old_store_whole(empty_database, steps):
    schema.upgrade(empty_database, steps(FIRST))
    old, three = picture(empty_database), steps(FIRST, SECOND, THIRD)
    crashes = 0
    while True:
        stop = crash_at(empty_database.engine, crashes + 1)
        try:
            schema.upgrade(empty_database, three)
            break
        except Crash:
            crashes += 1
        finally:
            stop()
        assert picture(empty_database) == old
    assert crashes > 10
    assert picture(empty_database)["notes"][2] == [(1, "kept", "red")]


def test_a_store_of_a_newer_program_is_refused_and_not_touched(empty_database, steps):
    schema.upgrade(empty_database, steps(FIRST, SECOND))
    before, one = picture(empty_database), steps(FIRST)
    with pytest.raises(Unavailable, match="newer version of this program"):
        schema.is_current(empty_database, one)
    with pytest.raises(Unavailable, match="newer version of this program"):
        schema.upgrade(empty_database, one, before=lambda: pytest.fail("a newer desk is not copied either"))
    assert picture(empty_database) == before


def test_a_server_that_a_newer_desk_upgraded_meanwhile_is_refused(empty_database, steps):
    schema.upgrade(empty_database, steps(FIRST))
    newer = steps(FIRST, SECOND, THIRD)
    with pytest.raises(Unavailable, match="newer version of this program"):
        schema.upgrade(empty_database, steps(FIRST, SECOND), before=lambda: schema.upgrade(empty_database, newer))
    assert schema.is_current(empty_database, newer)


def test_two_desks_that_upgrade_one_server_wait_for_each_other(server_database, steps, postgres):
    name = postgres.clone()
    first, second, three = postgres.open(name), postgres.open(name), steps(FIRST, SECOND, THIRD)
    assert schema.upgrade(first, three, before=lambda: schema.upgrade(second, three))
    assert schema.is_current(first, three)
    first.close()
    second.close()
    postgres.drop(name)
