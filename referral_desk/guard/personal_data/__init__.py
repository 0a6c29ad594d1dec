"""The leak alarm: what in a text looks like personal data of those whom cases are about, or is for authorities only."""

from referral_desk.guard.personal_data.found import MASK as MASK
from referral_desk.guard.personal_data.found import Find as Find
from referral_desk.guard.personal_data.found import masked as masked
from referral_desk.guard.personal_data.names import NameIndex as NameIndex
from referral_desk.guard.personal_data.ordinary import Ordinary as Ordinary
from referral_desk.guard.personal_data.scan import finds as finds
