"""What every test has: a quiet Qt, made translations, a database on either engine, a desk at a fixed noon."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from installer import translations
from referral_desk.desk import Desk
from referral_desk.users import User
from tests.builders import NOON

pytest_plugins = ["tests.engines", "tests.demo_desk"]


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="run the long forms of the durability and history tests")


def pytest_configure(config):
    # The ordinary run tries the same cases each time, so that red speaks of the change; the long one seeks new ones.
    settings.register_profile(
        "desk",
        derandomize=not config.getoption("--long"),
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("desk")
    if not hasattr(config, "workerinput"):
        translations.build()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    """Free what is left of windows on this thread, once nobody holds it: never on a thread of a later test."""
    result = yield
    if "qapp" in item.fixturenames and (nextitem is None or nextitem.path != item.path):
        gc.collect()
    return result


class PatientBot(QtBot):
    """Waits longer than usual for what is to come: how fast it comes is for the bench to say."""

    def waitUntil(self, callback, *, timeout=30_000):  # noqa: N802 - as in pytest-qt
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=30_000, **more):  # noqa: N802 - same
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def user():
    return User("Koordinator, CMM")


@pytest.fixture
def desk(database, user):
    return Desk(database, user, now=lambda: NOON)
