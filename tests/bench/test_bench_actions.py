"""The bench of actions measures what it says; how much anything grows is not judged here."""

from __future__ import annotations

import bench_actions


def test_each_view_is_asked_of_each_larger_desk(monkeypatch):
    monkeypatch.setattr(bench_actions, "TIMES", (1, 2))
    monkeypatch.setattr(bench_actions, "A_YEAR", 20)
    rows = bench_actions.measure(1)
    assert len(rows) == len(bench_actions.QUESTIONS)
    assert all(row.name.endswith("80 actions against 40") and row.ours > 0 for row in rows)
