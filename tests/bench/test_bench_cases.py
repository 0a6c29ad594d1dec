"""The bench of cases measures what it says; how much anything grows is not judged here."""

from __future__ import annotations

import bench_cases


def test_each_view_is_asked_of_the_larger_desk(monkeypatch):
    monkeypatch.setattr(bench_cases, "COUNTS", (20, 40))
    monkeypatch.setattr(bench_cases, "A_YEAR", 30)
    rows = bench_cases.measure(1)
    assert len(rows) == len(bench_cases.QUESTIONS) + 1
    assert all("40 cases against " in row.name and row.ours > 0 for row in rows)
