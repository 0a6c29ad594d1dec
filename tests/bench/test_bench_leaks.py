"""The bench of the leak alarm measures what it says; how fast it is, is not judged here."""

from __future__ import annotations

import bench_leaks


def test_minutes_growth_and_the_worst_text_are_measured(monkeypatch):
    monkeypatch.setattr(bench_leaks, "MEGABYTE", 2000)
    rows = bench_leaks.measure(1)
    assert len(rows) == 6
    assert all(row.ours > 0 and row.baseline > 0 for row in rows)
    assert sum(row.aim is not None for row in rows) == 4


def test_ordinary_minutes_hold_nothing_and_a_leak_in_them_is_found():
    text = bench_leaks.minutes(bench_leaks.demo_minutes(), 1)
    assert len(text) == bench_leaks.MEGABYTE
    assert bench_leaks.alarm(text[:50_000]) == 0
    assert bench_leaks.alarm(text[:20_000] + " 120385-1234 " + text[20_000:50_000]) == 1
