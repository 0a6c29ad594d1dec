"""A store with the reference data in it, on either engine: made once, only read. And a group that plans meetings."""

import contextlib
import shutil

import pytest

from referral_desk import reference
from tests.agendas import find, group_id, over, plan, titles  # noqa: F401 - fixtures for every file here
from tests.engines import open_embedded


@pytest.fixture(scope="session", params=["embedded", "server"])
def facts(request, tmp_path_factory):
    """A loaded store. Tests that change something make one of their own."""
    if request.param == "embedded":
        path = tmp_path_factory.mktemp("facts") / "facts.desk"
        shutil.copyfile(request.getfixturevalue("embedded_template"), path)
        opened = open_embedded(path)
    else:
        postgres = request.getfixturevalue("postgres")
        opened = postgres.open(postgres.clone(request.getfixturevalue("server_template")))
    with contextlib.closing(opened) as database:
        with database.write() as session:
            reference.load(session)
        yield database


@pytest.fixture
def ask(facts):
    """Ask a query of the loaded store."""

    def asked(query, *args, **kwargs):
        with facts.read() as session:
            return query(session, *args, **kwargs)

    return asked
