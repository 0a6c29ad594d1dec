"""The program remembers wishes and places, holds no secrets, and starts whatever became of its file."""

import datetime as dt
import json

import pytest

from referral_desk.config import MOST_RECENT, RecentDesk, Settings, folders, load_settings

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def test_what_is_saved_is_loaded(tmp_path):
    settings = Settings("da", "dark", [RecentDesk("/home/anna/Ærø.desk", NOON)], {"meeting/columns": "AAAA"})
    settings.save(tmp_path / "deep" / "settings")
    assert load_settings(tmp_path / "deep" / "settings") == settings


def test_a_new_installation_follows_the_computer(tmp_path):
    assert load_settings(tmp_path) == Settings("", "system", [], {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{half", b"[]", b"\xff\xfe", b"null"])
def test_a_damaged_file_is_set_aside_and_the_program_starts(tmp_path, content):
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    Settings("da").save(tmp_path)
    assert load_settings(tmp_path).language == "da"


def test_what_makes_no_sense_falls_back_on_its_own(tmp_path):
    recent = [{"place": "a"}, 3, {"place": "b", "opened": "2026-01-01T00:00:00Z"}]
    said = {"language": "tlh", "theme": 7, "recent": recent, "window": {"a": "b", "c": 1}, "later": True}
    (tmp_path / "settings.json").write_text(json.dumps(said))
    settings = load_settings(tmp_path)
    assert (settings.language, settings.theme, settings.window) == ("", "system", {"a": "b"})
    assert [desk.place for desk in settings.recent] == ["b"]


def test_recent_desks_stand_newest_first_each_once_and_not_without_end():
    settings = Settings()
    for number in range(20):
        settings.opened(f"{number}.desk", NOON)
    settings.opened("15.desk", NOON)
    assert [desk.place for desk in settings.recent[:3]] == ["15.desk", "19.desk", "18.desk"]
    assert len(settings.recent) == MOST_RECENT


def test_one_folder_can_hold_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("REFERRAL_DESK_HOME", str(tmp_path))
    own = folders()
    assert {own.settings, own.keys, own.desks, own.logs} == {
        tmp_path / name for name in ("settings", "keys", "desks", "logs")
    }
    monkeypatch.delenv("REFERRAL_DESK_HOME")
    assert all("Referral Desk" in str(place) for place in vars(folders()).values())
