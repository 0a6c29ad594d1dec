"""The bench of growth measures what it says; how much anything grows is not judged here."""

from __future__ import annotations

import bench_growth


def test_each_question_is_asked_of_each_larger_desk(monkeypatch):
    monkeypatch.setattr(bench_growth, "TIMES", (1, 2))
    rows = bench_growth.measure(1)
    assert len(rows) == len(bench_growth.QUESTIONS)
    assert all(row.name.endswith("4 years of use against 2") and row.ours > 0 for row in rows)
