"""The key of a desk and the ways to it: the computer's keyring, a passphrase, a recovery code on paper."""

from referral_desk.vault.key import DataKey as DataKey
from referral_desk.vault.keychain import Keychain as Keychain
from referral_desk.vault.passphrase import Stretch as Stretch
from referral_desk.vault.slots import Way as Way
from referral_desk.vault.vault import Unlock as Unlock
from referral_desk.vault.vault import Vault as Vault
from referral_desk.vault.vault import with_keyring as with_keyring
from referral_desk.vault.vault import with_passphrase as with_passphrase
from referral_desk.vault.vault import with_recovery_code as with_recovery_code
