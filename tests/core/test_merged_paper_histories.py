"""Random histories of merging: the item of a lead always has its own papers and those of what follows it, no others."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral_desk.errors import DeskError
from referral_desk.models import Escalation
from referral_desk.models.escalation_papers import papers_with
from referral_desk.operations.escalation_decisions import (
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    separate_escalation,
    take_escalation_off,
    take_up_escalation,
)
from referral_desk.vocabulary import EscalationState
from tests.core.test_merged_papers import Merging
from tests.escalating import eight_bodies

_numbers = count(1)
WHO = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("merge"), WHO, WHO),
    st.tuples(st.just("merge"), WHO, WHO),
    *(st.tuples(st.just(name), WHO) for name in ("separate", "put", "off", "on", "up")),
    st.tuples(st.just("undo")),
)
DOES = {
    "separate": (separate_escalation, {}),
    "put": (put_escalation_on_agenda, {}),
    "off": (take_escalation_off, {}),
    "on": (forward_escalation, {"reason": "Principielt."}),
    "up": (take_up_escalation, {"reason": "Vi tager den selv."}),
}


def play(merging, keys, steps):
    """Do each step that may be done now, and look at every item after each."""
    undone = []
    for name, *who in steps:
        try:
            if name == "undo":
                undo = undone.pop() if undone else None
                done = merging.desk.do(undo.operation, **undo.arguments) if undo else None
            elif name == "merge":
                done = merging.do(merge_escalation, keys[who[0]], lead_id=keys[who[1]], reason="Det samme.")
            else:
                operation, more = DOES[name]
                done = merging.do(operation, keys[who[0]], **more)
        except DeskError:
            continue
        if name != "undo" and done is not None and done.undo:
            undone.append(done.undo)
        look(merging, keys)


def look(merging, keys):
    with merging.database.read() as session:
        for one in (session.get(Escalation, key) for key in keys):
            item = one.step.item
            if one.state is not EscalationState.ON_AGENDA:
                assert item is None
                continue
            came = papers_with(one.step, one.step.label)
            assert sorted(paper.sent_from_id for paper in item.papers) == sorted(paper.id for paper in came)
            assert [paper.position for paper in item.papers] == list(range(len(came)))
            assert all(one.origin.short_on(item.meeting.day, "da") in item.resume for one in one.family)


def test_an_item_has_the_papers_of_all_that_go_its_way_and_of_no_others(desk, database, pytestconfig):
    @settings(
        max_examples=200 if pytestconfig.getoption("--long") else 6,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(STEPS, min_size=6, max_size=24))
    def histories(steps):
        merging = Merging(desk, database, eight_bodies(database, codes=f"m{next(_numbers)}-"))
        # Two of them sent the same file.
        names = (("egen",), ("ventetid", "fælles"), ("fælles",), ())
        play(merging, [merging.came(place, *one) for place, one in enumerate(names)], steps)

    histories()
