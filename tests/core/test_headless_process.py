"""The front end as a process: exit codes, pipes, consoles and the environment, as a shell sees them."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from referral_desk.demo.make import PASSPHRASE
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import VARIABLE
from tests.demo_desk import ROOT, run_process

PRESSES = 3
START = """
from referral_desk.headless import front
try:
    front.run(["--version"])
except SystemExit:
    pass
"""
SHOW = """
import sys
heavy = "reportlab", "pikepdf", "PIL", "pypdfium2", "PySide6", "keyring", "alembic", "sqlalchemy", "cryptography"
print(*[name for name in heavy if name in sys.modules])
"""


def start(desk, *words, **wishes):
    return subprocess.Popen(
        [sys.executable, "-m", "referral_desk", words[0], *map(str, desk.words), *words[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        **wishes,
    )


def test_each_exit_code_reaches_the_shell(demo_desk, tmp_path):
    opened = ["--desk", demo_desk.path, "--passphrase-file", demo_desk.passphrase_file]
    empty = tmp_path / "tom.txt"
    empty.touch()
    told = {
        Exit.DONE: ["check", *opened],
        Exit.DONE_WITH_REMARKS: ["attach", *opened, "--group", "national", "--next", "--item", "3", empty],
        Exit.USAGE: ["check"],
        Exit.REFUSED: ["meetings", *opened, "--group", "rg9"],
        Exit.UNAVAILABLE: ["check", "--desk", tmp_path / "væk.desk"],
    }
    for code, words in told.items():
        said = run_process(*words)
        assert said.code == code, said.err
        assert "Traceback" not in said.err
        assert bool(said.err) == (code not in {Exit.DONE, Exit.DONE_WITH_REMARKS})


def test_the_environment_opens_a_desk(demo_template):
    env = {VARIABLE: PASSPHRASE}
    said = run_process("meetings", "--desk", demo_template.path, "--json", env=env)
    assert (said.code, said.err) == (Exit.DONE, "")
    assert said.json


def test_without_a_keyring_one_sentence_says_what_to_do(demo_template):
    said = run_process("groups", "--desk", demo_template.path, env={VARIABLE: None})
    assert (said.code, said.out) == (Exit.UNAVAILABLE, "")
    assert said.err.count("\n") == 1
    assert VARIABLE in said.err


def test_a_reader_that_goes_away_is_no_fault(demo_template):
    running = start(demo_template, "meetings", "--agenda", "--json")
    assert running.stdout.readline() == b"[\n"
    running.stdout.close()
    errors = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), errors) == (Exit.DONE, b"")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_console_that_is_not_utf8_gets_an_answer(demo_template, encoding):
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for words in (["groups", "--language", "da"], ["groups", "--json"]):
        said = run_process(words[0], *demo_template.words, *words[1:], env=env)
        assert (said.code, said.err) == (Exit.DONE, "")
        assert "national" in said.out


def test_two_processes_do_not_share_a_desk(demo_desk):
    with demo_desk.opened():
        said = run_process("groups", *demo_desk.words)
    assert said.code == Exit.UNAVAILABLE
    assert said.err.count("\n") == 1


def test_an_interrupt_ends_at_once_without_a_traceback(demo_desk):
    fifo = demo_desk.folder / "waits"
    os.mkfifo(fifo)
    words = ["groups", "--desk", demo_desk.path, "--passphrase-file", fifo]
    command = [sys.executable, "-m", "referral_desk", *words]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running,
        # Opening it succeeds when the command waits for its first line.
        fifo.open("w", encoding="utf-8"),
    ):
        out, errors = interrupted(running)
    assert (running.returncode, out) == (Exit.STOPPED, b"")
    assert errors.startswith(b"Stopped. ")


def interrupted(running):
    """Interrupt a process that is about to read, and give what it said.

    Python sees a signal that comes in the instant before a read begins only once that read ends: the keys are then
    pressed again, as anybody would.
    """
    for _ in range(PRESSES):
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            continue
    running.kill()
    pytest.fail("The command did not stop.")


def test_a_passphrase_may_come_through_a_pipe(demo_template, tmp_path):
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    running = subprocess.Popen(
        [sys.executable, "-m", "referral_desk", "groups", "--desk", demo_template.path, "--passphrase-file", fifo],
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    fifo.write_text(PASSPHRASE + "\n", encoding="utf-8")
    assert running.wait(60) == Exit.DONE


def test_starting_loads_nothing_heavy_before_the_words_are_understood():
    told = subprocess.run(
        [sys.executable, "-c", START + SHOW],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert told.stdout.splitlines()[-1] == "", told.stdout


@pytest.mark.parametrize("command", ["groups", "meetings", "attach", "pack", "check"])
def test_no_command_loads_what_makes_pdfs_or_windows(command):
    told = subprocess.run(
        [sys.executable, "-c", f"import referral_desk.headless.{command}" + SHOW],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert set(told.stdout.split()) <= {"sqlalchemy", "cryptography"}


def test_a_demo_desk_is_made_told_and_made_anew(tmp_path):
    folder = tmp_path / "en mappe" / "demo"
    said = run_process("demo", folder)
    assert (said.code, said.err) == (Exit.DONE, "")
    assert {file.name for file in folder.iterdir()} >= {"demo.desk", "demo.keys", "passphrase.txt"}
    (line,) = (line for line in said.out.splitlines() if line.startswith("passphrase: "))
    assert line == f"passphrase: {PASSPHRASE}"
    assert f'--desk "{folder / "demo.desk"}"' in said.out
    opened = ["--desk", folder / "demo.desk", "--passphrase-file", folder / "passphrase.txt"]
    assert run_process("check", *opened).code == Exit.DONE
    made = (folder / "demo.desk").read_bytes()
    again = run_process("demo", folder)
    assert again.code == Exit.REFUSED
    assert "add --force to make it anew" in again.err
    assert (folder / "demo.desk").read_bytes() == made


def test_a_demo_desk_in_use_is_not_replaced(demo_desk):
    with demo_desk.opened():
        said = run_process("demo", demo_desk.folder, "--force")
        assert said.code == Exit.UNAVAILABLE
        assert demo_desk.path.exists()
    assert run_process("groups", *demo_desk.words).code == Exit.DONE


def test_a_demo_desk_cannot_be_made_inside_a_file(tmp_path):
    (tmp_path / "demo").write_text("nej", encoding="utf-8")
    said = run_process("demo", tmp_path / "demo")
    assert said.code == Exit.UNAVAILABLE
    assert said.err.count("\n") == 1


def test_a_command_works_from_any_folder(demo_template, tmp_path):
    shutil.copytree(demo_template.folder, tmp_path / "d")
    said = run_process("groups", "--desk", "d/demo.desk", "--passphrase-file", "d/passphrase.txt", cwd=tmp_path)
    assert (said.code, said.err) == (Exit.DONE, "")
