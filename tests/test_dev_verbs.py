"""What `dev.py run` and `dev.py test` start, and what their exit codes say."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest

from installer import checks, environment, translations, verbs
from installer.trouble import MISSING, Trouble


class TestRun:
    @pytest.fixture
    def started(self, tmp_path, monkeypatch):
        """What `run` starts, with a front end that makes a demo desk and packs as told."""
        commands = []
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(verbs, "DEMO", tmp_path / "demo")
        monkeypatch.setattr(environment, "ensure", lambda **_options: None)
        monkeypatch.setattr(translations, "build", lambda: None)

        def run(command, **_options):
            words = [str(word) for word in command[1:]]
            commands.append(words)
            if words[2] == "demo":
                (tmp_path / "demo").mkdir(exist_ok=True)
                (tmp_path / "demo" / "demo.desk").touch()
                (tmp_path / "demo" / "passphrase.txt").touch()
            code = state.codes.get(words[2], 0)
            return SimpleNamespace(returncode=code)

        monkeypatch.setattr(subprocess, "run", run)
        state = SimpleNamespace(commands=commands, demo=tmp_path / "demo", codes={})
        return state

    @pytest.fixture
    def linux(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "linux")

    @pytest.mark.usefixtures("linux")
    def test_the_window_opens_on_a_demo_desk_that_is_made_once(self, started, monkeypatch):
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert verbs.main(["run", "--language", "da"]) == 0
        assert verbs.main(["run"]) == 0
        demo, first, second = started.commands
        assert demo == ["-m", "referral_desk", "demo", str(started.demo), "--force"]
        keys = ["--desk", str(started.demo / "demo.desk"), "--passphrase-file", str(started.demo / "passphrase.txt")]
        assert first == ["-m", "ui", *keys, "--language", "da"]
        assert second == ["-m", "ui", *keys]

    @pytest.mark.usefixtures("linux")
    def test_a_new_demo_desk_is_made_when_asked_for(self, started, monkeypatch):
        monkeypatch.setenv("DISPLAY", ":0")
        verbs.main(["run"])
        verbs.main(["run", "--new"])
        assert [words[2] for words in started.commands] == ["demo", "--desk", "demo", "--desk"]

    @pytest.mark.usefixtures("linux")
    def test_without_a_display_the_demo_pack_is_exported_and_its_path_told(self, started, capsys):
        assert verbs.main(["run"]) == 0
        pack = started.demo / "pack.pdf"
        assert started.commands[1][:3] == ["-m", "referral_desk", "pack"]
        assert started.commands[1][-2:] == ["--out", str(pack)]
        told = capsys.readouterr().out
        assert "There is no display here" in told
        assert told.endswith(f"The pack of the next national meeting: {pack}\n")

    def test_pictures_are_taken_of_the_demo_desk(self, started, tmp_path):
        assert verbs.main(["shots", str(tmp_path / "out"), "--theme", "dark"]) == 0
        demo, shots = started.commands
        assert demo[2] == "demo"
        assert shots[:3] == ["-m", "ui.shots", str((tmp_path / "out").resolve())]
        assert shots[3:5] == ["--desk", str(started.demo / "demo.desk")]
        assert shots[-2:] == ["--theme", "dark"]

    @pytest.mark.usefixtures("linux")
    @pytest.mark.parametrize(("said", "result"), [(0, 0), (1, 0), (3, 1), (4, 1), (70, 1)])
    def test_a_pack_with_remarks_is_a_pack_and_a_refusal_is_none(self, started, capsys, said, result):
        started.codes["pack"] = said
        assert verbs.main(["run"]) == result
        assert ("The pack of the next national meeting" in capsys.readouterr().out) == (result == 0)

    @pytest.mark.usefixtures("linux")
    def test_a_demo_desk_that_cannot_be_made_stops_the_command(self, started, capsys):
        started.codes["demo"] = 70
        assert verbs.main(["run"]) == 1
        assert capsys.readouterr().err == "The demo desk could not be made; the reason stands above.\n"

    @pytest.mark.usefixtures("started")
    @pytest.mark.parametrize("name", ["win32", "darwin"])
    def test_windows_and_macos_always_have_a_display(self, monkeypatch, name):
        monkeypatch.setattr(sys, "platform", name)
        assert verbs.has_display()

    @pytest.mark.usefixtures("started")
    def test_trouble_becomes_its_sentence_and_its_exit_code(self, monkeypatch, capsys):
        def missing(**_options):
            raise Trouble("Something is missing.", MISSING)

        monkeypatch.setattr(environment, "ensure", missing)
        assert verbs.main(["run"]) == MISSING
        assert capsys.readouterr().err == "Something is missing.\n"


class TestChecks:
    @pytest.fixture
    def results(self, monkeypatch):
        """Exit codes by a word of the command; what was run is kept."""
        state = SimpleNamespace(codes={}, commands=[])

        def run(command, **_options):
            words = [str(word) for word in command]
            state.commands.append(words)
            code = next((code for word, code in state.codes.items() if word in words), 0)
            return SimpleNamespace(returncode=code, stdout="what the check said\n")

        monkeypatch.setattr(subprocess, "run", run)
        return state

    def test_all_checks_run_and_pytest_comes_last_with_the_rest_of_the_line(self, results):
        assert checks.run_all(["tests/core", "-x"], tests_only=False) == 0
        assert len(results.commands) == len(checks.checks()) + 1
        assert results.commands[-1][1:] == ["-m", "pytest", "tests/core", "-x"]

    def test_a_failed_check_shows_what_it_said_and_the_tests_run_all_the_same(self, results, capsys):
        results.codes = {"mypy": 1}
        assert checks.run_all([], tests_only=False) == 1
        assert "pytest" in results.commands[-1]
        told = capsys.readouterr()
        assert told.err == "what the check said\n\n"
        assert "These checks failed, as shown above: types (mypy)." in told.out

    @pytest.mark.parametrize("code", [1, 2, 5])
    def test_a_test_run_that_failed_or_found_nothing_fails(self, results, code):
        results.codes = {"pytest": code}
        assert checks.run_all([], tests_only=True) == 1
        assert len(results.commands) == 1
