"""The words with a fixed meaning, each with its English name; light, so that the window may use them at once."""

from referral_desk.vocabulary.groups import AreaKind as AreaKind
from referral_desk.vocabulary.groups import Label as Label
from referral_desk.vocabulary.groups import RelationKind as RelationKind
from referral_desk.vocabulary.groups import SeatKind as SeatKind
from referral_desk.vocabulary.groups import Sector as Sector
from referral_desk.vocabulary.groups import Tier as Tier
from referral_desk.vocabulary.groups import Trouble as Trouble
from referral_desk.vocabulary.meetings import ItemKind as ItemKind
from referral_desk.vocabulary.meetings import ItemOutcome as ItemOutcome
from referral_desk.vocabulary.meetings import MeetingKind as MeetingKind
from referral_desk.vocabulary.meetings import Purpose as Purpose
from referral_desk.vocabulary.meetings import Stage as Stage
from referral_desk.vocabulary.meetings import StandingRole as StandingRole
from referral_desk.vocabulary.minutes import ActionState as ActionState
from referral_desk.vocabulary.minutes import ApprovalWay as ApprovalWay
from referral_desk.vocabulary.minutes import AttendanceState as AttendanceState
from referral_desk.vocabulary.minutes import AttendeeRole as AttendeeRole
from referral_desk.vocabulary.minutes import ClosingKind as ClosingKind
from referral_desk.vocabulary.minutes import CommentState as CommentState
from referral_desk.vocabulary.minutes import EntryKind as EntryKind
from referral_desk.vocabulary.minutes import MailingKind as MailingKind
from referral_desk.vocabulary.minutes import MinutesState as MinutesState
from referral_desk.vocabulary.minutes import Priority as Priority
from referral_desk.vocabulary.minutes import ProgressKind as ProgressKind
