"""`plan`: a year's meetings as the groups wish them, what speaks against those that stand, and what finds no day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referral_desk.errors import Invalid
from referral_desk.headless.choosing import group_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines, table
from referral_desk.operations.wheel_plans import Choice, accept_plan
from referral_desk.queries.wheel import wheel
from referral_desk.queries.wheel_rows import WheelRow
from referral_desk.texts import N_, say
from referral_desk.wheel.check import Entry, check, entries
from referral_desk.wheel.propose import Proposal, propose
from referral_desk.wheel.year import Pick

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> Exit:
    """Propose a year's meetings; accept them where that is asked for."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        row = desk.ask(wheel, year=arguments.year, today=desk.today, language=language)
        wanted = desk.ask(group_id, code=arguments.group) if arguments.group else None
        if wanted is not None and wanted not in row.plan.body:
            raise Invalid("The group {code} is not in the wheel of that year.", code=arguments.group)
        proposal = propose(row.plan)
        picks = tuple(pick for pick in proposal.picks if wanted in (None, pick.slot.group_id))
        if arguments.accept:
            desk.do(accept_plan, choices=[_choice(pick) for pick in picks], language=language)
    shown = _Shown(row, proposal, picks, wanted)
    if arguments.json:
        say_json(shown.plain(language, is_accepted=arguments.accept))
    else:
        shown.say(language, is_accepted=arguments.accept)
    return Exit.DONE_WITH_REMARKS if shown.clashes or shown.conflicts else Exit.DONE


HEAD = (N_("Code"), N_("Day"), N_("Group"), N_("Quarter"), N_("Plan"), N_("Remarks"))
STATES = {"stands": N_("stands"), "proposed": N_("proposed"), "accepted": N_("accepted")}
NOBODY = N_("No group stood in the chain in that year yet.")
NOTHING = N_("No group meets in that year: say how often each is to meet.")


def _choice(pick: Pick) -> Choice:
    return Choice(pick.slot.group_id, pick.slot.quarter, pick.day, pick.starts, pick.ends)


class _Shown:
    """The plan of a year, of all groups or of one."""

    def __init__(self, row: WheelRow, proposal: Proposal, picks: tuple[Pick, ...], wanted: int | None) -> None:
        self.row = row
        plan = entries(row.plan, proposal.picks)
        of_year = [entry for entry in plan if row.year in (entry.due.year, entry.day.year)]
        self.entries = sorted(
            (entry for entry in of_year if wanted in (None, entry.group_id)),
            key=lambda entry: (entry.day, entry.starts, entry.group_id),
        )
        self.clashes = [clash for clash in proposal.clashes if wanted in (None, clash.slot.group_id)]
        keys = {entry.key for entry in self.entries}
        self.conflicts = [one for one in check(row.plan, proposal.picks) if {one.key, one.against} & keys]
        self.picks = picks

    def plain(self, language: str, *, is_accepted: bool) -> dict[str, Any]:
        """What JSON says."""
        return {
            "year": self.row.year,
            "meetings": [
                {
                    "code": self.row.group_codes[entry.group_id],
                    "group": self.row.plan.body[entry.group_id].name,
                    "quarter": entry.due.number,
                    "day": entry.day,
                    "starts": entry.starts,
                    "ends": entry.ends,
                    "plan": self._state(entry, is_accepted=is_accepted),
                    "counts": entry.counts,
                    "conflicts": self._against(entry, language),
                }
                for entry in self.entries
            ],
            "no_day": [
                {
                    "code": self.row.group_codes[clash.slot.group_id],
                    "quarter": clash.quarter.number,
                    "rules": [rule.sentence(language) for rule in clash.rules],
                }
                for clash in self.clashes
            ],
        }

    def say(self, language: str, *, is_accepted: bool) -> None:
        """Print the plan as a table, then what finds no day."""
        if not self.entries and not self.clashes:
            say_lines([say(NOTHING if self.row.plan.bodies else NOBODY, language)])
            return
        cells = [
            [
                self.row.group_codes[entry.group_id],
                f"{entry.day} {entry.starts:%H:%M}",
                self.row.plan.body[entry.group_id].name,
                f"{entry.due.year}/{entry.due.number}",
                say(STATES[self._state(entry, is_accepted=is_accepted)], language),
                " ".join(self._against(entry, language)),
            ]
            for entry in self.entries
        ]
        say_lines(table([say(word, language) for word in HEAD], cells))
        say_lines(clash.sentence(self.row.plan, language) for clash in self.clashes)

    @staticmethod
    def _state(entry: Entry, *, is_accepted: bool) -> str:
        if not entry.is_proposal:
            return "stands"
        return "accepted" if is_accepted else "proposed"

    def _against(self, entry: Entry, language: str) -> list[str]:
        return [one.sentence(language) for one in self.conflicts if one.key == entry.key]
