"""Three ways to one key: each opens, none opens the wrong desk, and changing one leaves the others alone."""

import copy
import json
import os
import pickle
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as some

from referral_desk.errors import Invalid, Unavailable
from referral_desk.vault import DataKey, Keychain, Stretch, Vault, Way, recovery
from referral_desk.vault.passphrase import check_new
from referral_desk.vault.slots import read_key_file
from tests.keys import CHEAP, PHRASE, MemoryKeyring, memory_keychain

CODES = some.binary(min_size=20, max_size=20)


@pytest.fixture
def made(tmp_path):
    vault, key = Vault.for_new_desk(tmp_path / "a.keys", lambda vault_id: [tmp_path / "copies" / f"{vault_id}.keys"])
    return vault, key


@pytest.fixture
def again(made, tmp_path):
    """Read the key file as a later start would."""
    return lambda: Vault.load(tmp_path / "a.keys", [tmp_path / "copies" / f"{made[0].id}.keys"])


def test_each_way_gives_the_same_key(made, again):
    vault, key = made
    keychain = memory_keychain()
    vault.set_passphrase(key, PHRASE, CHEAP)
    vault.keep_in_keyring(key, keychain)
    code = vault.new_recovery_code(key)
    later = again()
    assert later.ways == {Way.KEYRING, Way.PASSPHRASE, Way.RECOVERY}
    for found in (later.by_passphrase(PHRASE), later.by_keyring(keychain), later.by_recovery_code(code)):
        assert found.hex() == key.hex()


def test_a_wrong_passphrase_and_a_wrong_code_are_told_from_damage(made, again):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    vault.new_recovery_code(key)
    with pytest.raises(Invalid, match="passphrase does not open a"):
        again().by_passphrase(PHRASE + "!")
    with pytest.raises(Invalid, match="does not belong to a"):
        again().by_recovery_code(recovery.new_code())


def test_a_passphrase_typed_on_a_mac_is_the_same_on_windows(made):
    vault, key = made
    vault.set_passphrase(key, "blå bær på åen", CHEAP)
    assert vault.by_passphrase("bla\u030a bær pa\u030a a\u030aen").hex() == key.hex()


def test_a_short_passphrase_is_refused_with_advice():
    with pytest.raises(Invalid, match="at least 12 characters"):
        check_new("kort")
    with pytest.raises(Invalid, match="ordinary words"):
        check_new("abababababababab")


def test_changing_the_passphrase_leaves_code_and_keyring_alone(made, again):
    vault, key = made
    keychain = memory_keychain()
    vault.set_passphrase(key, PHRASE, CHEAP)
    vault.keep_in_keyring(key, keychain)
    code = vault.new_recovery_code(key)
    vault.set_passphrase(key, "fire helt andre ord", CHEAP)
    later = again()
    assert later.by_passphrase("fire helt andre ord").hex() == key.hex()
    assert later.by_keyring(keychain).hex() == later.by_recovery_code(code).hex() == key.hex()
    with pytest.raises(Invalid):
        later.by_passphrase(PHRASE)


def test_a_recovery_code_counts_when_it_was_typed_back(made, again):
    vault, key = made
    code = vault.new_recovery_code(key)
    assert not again().recovery_confirmed
    with pytest.raises(Invalid, match="does not belong"):
        vault.confirm_recovery(recovery.new_code())
    vault.confirm_recovery(code.lower().replace("-", " "))
    assert vault.recovery_confirmed
    assert again().recovery_confirmed


def test_an_old_recovery_code_counts_until_the_new_one_is_typed_back(made, again):
    vault, key = made
    old = vault.new_recovery_code(key)
    vault.confirm_recovery(old)
    thrown_away, new = vault.new_recovery_code(key), vault.new_recovery_code(key)
    assert again().by_recovery_code(old).hex() == key.hex()
    with pytest.raises(Invalid):
        again().by_recovery_code(thrown_away)
    with pytest.raises(Invalid, match="old recovery code"):
        vault.confirm_recovery(old)
    vault.confirm_recovery(new)
    with pytest.raises(Invalid):
        again().by_recovery_code(old)


def test_opening_with_a_code_that_nobody_typed_back_types_it_back(made, again):
    vault, key = made
    code = vault.new_recovery_code(key)
    again().by_recovery_code(code)
    assert again().recovery_confirmed


def test_a_keyring_that_lost_or_changed_its_entry_gives_no_key_but_a_way_out(made, again):
    vault, key = made
    keyring = MemoryKeyring()
    keychain = memory_keychain(keyring)
    vault.keep_in_keyring(key, keychain)
    [account] = keyring.kept
    for loss in (lambda: keyring.kept.update({account: "something else"}), keyring.kept.clear):
        loss()
        with pytest.raises(Unavailable, match="passphrase or the recovery code; the key can then be put back"):
            again().by_keyring(keychain)
    vault.keep_in_keyring(key, keychain)
    assert again().by_keyring(keychain).hex() == key.hex()
    assert len(keyring.kept) == 1


def test_putting_the_key_back_forgets_the_entry_before(made):
    vault, key = made
    keyring = MemoryKeyring()
    for _ in range(3):
        vault.keep_in_keyring(key, memory_keychain(keyring))
    assert len(keyring.kept) == 1
    assert len(json.loads(vault.path.read_text())["slots"]) == 1


def test_the_key_file_tells_nothing_and_belongs_to_its_owner_alone(made):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    code = vault.new_recovery_code(key)
    content = vault.path.read_text()
    assert not any(secret in content for secret in (key.hex(), PHRASE, code, recovery.read(code).hex()))
    if sys.platform != "win32":
        assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600
    assert sorted(found.name for found in vault.path.parent.iterdir()) == ["a.keys", "copies"]


@pytest.mark.parametrize("place", [0, 40, 200, 500, -3])
def test_a_damaged_key_file_is_told_as_damage_and_its_copy_takes_its_place(made, again, place):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    content = bytearray(vault.path.read_bytes())
    content[place] ^= 1
    vault.path.write_bytes(content)
    with pytest.raises(Unavailable, match="damaged"):
        read_key_file(vault.path)
    assert again().by_passphrase(PHRASE).hex() == key.hex()
    assert read_key_file(vault.path).vault_id == vault.id


def test_a_lost_key_file_is_put_back_from_its_copy_and_without_one_says_where_to_look(made, again, tmp_path):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    vault.path.unlink()
    assert again().by_passphrase(PHRASE).hex() == key.hex()
    assert vault.path.exists()
    vault.path.unlink()
    with pytest.raises(Unavailable, match=r"missing.*beside a backup"):
        Vault.load(vault.path, [tmp_path / "nowhere.keys"])
    assert not vault.path.exists()


def test_a_key_file_of_a_newer_program_is_refused_and_kept(made, again):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    newer = json.dumps(json.loads(vault.path.read_text()) | {"version": 2})
    vault.path.write_text(newer)
    with pytest.raises(Unavailable, match="newer version"):
        again()
    assert vault.path.read_text() == newer


def test_slots_do_not_open_in_another_vault(made, tmp_path):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    other, other_key = Vault.for_new_desk(tmp_path / "b.keys", lambda _: [])
    other.set_passphrase(other_key, PHRASE, CHEAP)
    other._content = type(other._content)(other.id, other._content.check, vault._content.slots)
    with pytest.raises(Invalid):
        other.by_passphrase(PHRASE)


def test_a_key_that_is_not_the_vaults_is_not_believed(made):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    vault._content = type(vault._content)(vault.id, DataKey.random().check(vault.id), vault._content.slots)
    with pytest.raises(Unavailable, match="does not agree with itself"):
        vault.by_passphrase(PHRASE)


def test_a_key_file_that_cannot_be_written_leaves_the_old_way_in(made, again, monkeypatch):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)

    def refuse(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Unavailable, match="full"):
        vault.set_passphrase(key, "fire helt andre ord", CHEAP)
    monkeypatch.undo()
    assert vault.by_passphrase(PHRASE).hex() == again().by_passphrase(PHRASE).hex() == key.hex()
    assert [path.name for path in vault.path.parent.glob(".*")] == []


def test_a_data_key_does_not_show_leave_or_outlive_itself():
    key = DataKey(bytes(range(32)))
    shown = bytes(range(32)).hex()
    assert shown not in repr(key) + str(key) + str(vars(type(key)))
    with pytest.raises(TypeError):
        pickle.dumps(key)
    with pytest.raises(TypeError):
        copy.copy(key)
    twin = key.copy()
    key.wipe()
    key.wipe()
    with pytest.raises(RuntimeError, match="wiped"):
        key.hex()
    assert twin.hex() == shown


def test_the_work_on_a_passphrase_is_measured_and_never_cheap(monkeypatch):
    work = Stretch.measured()
    assert Stretch.floor <= work.memory <= Stretch.ceiling
    assert (work.passes, work.lanes) == (3, 1)
    with pytest.raises(ValueError):
        Stretch(1024)


def test_a_key_file_cannot_make_a_computer_work_for_ever(made):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    [slot] = vault._content.slots
    vault._content = type(vault._content)(
        vault.id, vault._content.check, (type(slot)(**(vars(slot) | {"work": (2**40, 3, 1)})),)
    )
    with pytest.raises(ValueError):
        vault.by_passphrase(PHRASE)


@given(CODES)
def test_any_recovery_code_is_read_as_it_was_written(secret):
    assert recovery.read(recovery.written(secret)) == secret


@given(CODES, some.data())
def test_any_recovery_code_forgives_how_people_write(secret, data):
    code = recovery.written(secret)
    typed = "".join(data.draw(some.sampled_from(LOOKALIKES.get(sign, [sign, sign.lower()]))) for sign in code)
    assert recovery.read(f"  {typed}\n") == secret


LOOKALIKES = {"0": ["0", "O", "o"], "1": ["1", "I", "i", "L", "l"], "-": ["-", " ", "", "–"]}


@given(CODES, some.integers(0, 31), some.sampled_from(recovery.SIGNS))
def test_any_one_mistyped_sign_is_noticed(secret, place, sign):
    signs = list(recovery.written(secret).replace("-", ""))
    if signs[place] != sign:
        signs[place] = sign
        with pytest.raises(Invalid):
            recovery.read("".join(signs))


@given(CODES, some.integers(0, 30))
def test_any_two_neighbours_that_changed_places_are_noticed(secret, place):
    signs = list(recovery.written(secret).replace("-", ""))
    if signs[place] != signs[place + 1]:
        signs[place], signs[place + 1] = signs[place + 1], signs[place]
        with pytest.raises(Invalid):
            recovery.read("".join(signs))


@pytest.mark.parametrize("typed", ["", "7K2M", "U" * 33, "7K2M-" * 8 + "CC"])
def test_what_cannot_be_a_recovery_code_is_told_with_the_reason(typed):
    with pytest.raises(Invalid, match="paper"):
        recovery.read(typed)


def test_a_recovery_code_has_160_random_bits():
    codes = {recovery.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code.replace("-", "")) == 33 and len(recovery.read(code)) == 20 for code in codes)


def test_no_keyring_leaves_the_vault_as_it_was(made):
    vault, key = made
    vault.set_passphrase(key, PHRASE, CHEAP)
    before = vault.path.read_bytes()
    with pytest.raises(Unavailable, match="No keyring answers"):
        vault.keep_in_keyring(key, Keychain())
    assert vault.path.read_bytes() == before
