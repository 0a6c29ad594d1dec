"""A desk as a file on this computer: make it, open it, check it, copy it; one process at a time."""

from referral_desk.deskfile.backup import Backup as Backup
from referral_desk.deskfile.check import Findings as Findings
from referral_desk.deskfile.create import NewDesk as NewDesk
from referral_desk.deskfile.create import create_desk as create_desk
from referral_desk.deskfile.desk_file import DeskFile as DeskFile
from referral_desk.deskfile.desk_file import open_desk as open_desk
from referral_desk.deskfile.desk_file import ways_to_open as ways_to_open
from referral_desk.deskfile.places import check_place as check_place
