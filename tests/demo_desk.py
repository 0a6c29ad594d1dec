"""A demo desk for tests: made once, copied for each test, asked through the front end in this process."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from referral_desk.demo.make import NAME, PASSPHRASE, make_demo
from referral_desk.deskfile import DeskFile, open_desk
from referral_desk.headless import front
from referral_desk.headless.demo import PASSPHRASE_FILE
from referral_desk.vault import with_passphrase
from tests.keys import CHEAP

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*words: object, encoding: str = "utf-8") -> Said:
    """Run a command in this process, as the program itself would."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = front.run([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
    said, complained = (stream.buffer.getvalue().decode(encoding) for stream in (out, err))
    return Said(code, said, complained)


def run_process(*words: object, **wishes: Any) -> Said:
    """Run a command in a process of its own; `env` adds to this one's environment (None takes away)."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "COVERAGE_PROCESS_START": ""} | wishes.pop("env", {})
    done = subprocess.run(
        [sys.executable, "-m", "referral_desk", *map(str, words)],
        capture_output=True,
        env={name: value for name, value in env.items() if value is not None},
        timeout=120,
        check=False,
        **wishes,
    )
    encoding = env.get("PYTHONIOENCODING") or "utf-8"
    return Said(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


@dataclass(frozen=True)
class DemoDesk:
    """A demo desk in a folder of its own."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / NAME

    @property
    def passphrase_file(self) -> Path:
        return self.folder / PASSPHRASE_FILE

    @property
    def words(self) -> tuple[object, ...]:
        """What a command needs to open it."""
        return "--desk", self.path, "--passphrase-file", self.passphrase_file

    def run(self, command: str, *words: object, **wishes: Any) -> Said:
        return run(command, *self.words, *words, **wishes)

    def attach(self, item: int, *files: object) -> Said:
        """Attach files to an item of the coming national meeting; the answer is JSON."""
        return self.run("attach", "--group", "national", "--next", "--item", item, "--json", *files)

    def pack(self, out: Path, *words: object) -> Said:
        """Make the pack of the coming national meeting; the answer is JSON."""
        return self.run("pack", "--group", "national", "--next", "--json", "--out", out, *words)

    def opened(self) -> DeskFile:
        """The open desk file, to look inside: use it as a context."""
        return open_desk(self.path, with_passphrase(PASSPHRASE))

    def copy(self, folder: Path) -> DemoDesk:
        """The same desk once more."""
        folder.mkdir()
        for file in self.folder.iterdir():
            if file.suffix != ".lock":
                shutil.copyfile(file, folder / file.name)
        return DemoDesk(folder)


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory):
    """The demo desk as it is made. Only for looking at: copy it to change it."""
    folder = tmp_path_factory.mktemp("demo")
    make_demo(folder / NAME, work=CHEAP)
    (folder / PASSPHRASE_FILE).write_text(PASSPHRASE + "\n", encoding="utf-8")
    return DemoDesk(folder)


@pytest.fixture
def demo_desk(demo_template, tmp_path):
    """A demo desk that a test may change."""
    return demo_template.copy(tmp_path / "desk")
