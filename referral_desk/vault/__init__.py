"""The key of a desk and the ways to it: the computer's keyring, a passphrase, a recovery code on paper.

The key itself is 256 random bits. A key file beside the desk (NAME.desk, NAME.keys) holds it once for each way, sealed
under a key that only that way gives; changing a way rewrites the key file, never the desk.

A desk without its key file cannot be opened, not even with the recovery code, and SQLite leaves no room for the slots
in the desk's own file. So three things keep them together. The vault's id stands in the clear in the first 16 bytes of
the desk (it is the salt of the encryption), so keys and desk find each other under any names. This program keeps a copy
of the key file for each desk that it opened in a folder of its own and puts it back where one is missing or damaged.
And every backup has a copy beside it.
"""

from referral_desk.vault.key import DataKey as DataKey
from referral_desk.vault.keychain import Keychain as Keychain
from referral_desk.vault.passphrase import Stretch as Stretch
from referral_desk.vault.slots import Way as Way
from referral_desk.vault.vault import Unlock as Unlock
from referral_desk.vault.vault import Vault as Vault
from referral_desk.vault.vault import with_keyring as with_keyring
from referral_desk.vault.vault import with_passphrase as with_passphrase
from referral_desk.vault.vault import with_recovery_code as with_recovery_code
