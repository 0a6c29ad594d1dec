"""The bench of the wheel plans what it says, and plans better than the first that fits."""

from __future__ import annotations

import bench_wheel

from referral_desk.wheel.propose import propose


def test_ten_years_are_planned_both_ways(monkeypatch):
    monkeypatch.setattr(bench_wheel, "YEARS", range(2027, 2028))
    [row] = bench_wheel.measure(1)
    assert row.ours > 0
    year = bench_wheel.a_busy_year(2027)
    assert len(propose(year).picks) == 32
    assert len(bench_wheel.first_that_fits(year)) <= 32
