"""The pack's bench sets the same words on all sides."""

from __future__ import annotations

import io

import bench_pack
import pikepdf


def test_all_three_make_about_the_same_pages_and_ours_is_tagged_again_afterwards():
    pages = bench_pack.ours()
    assert abs(pages - bench_pack.PAGES) < 10
    assert bench_pack.same_flowables() == pages
    assert abs(bench_pack.plain_reportlab() - pages) < 0.1 * pages
    made = bench_pack.pack.make(*bench_pack.content())
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
