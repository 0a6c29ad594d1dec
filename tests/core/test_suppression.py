"""Small numbers: no figure that is kept back can be worked out from what is shown, and as little as possible is."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referral_desk.queries.suppression import KEPT, SMALL, is_small, published, published_list, shown_of

COUNTS = st.one_of(st.integers(0, 7), st.integers(0, 40))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=3)
)
MANY = 10_000
LISTS = st.lists(COUNTS, min_size=1, max_size=6)


def bounds(text, *, is_blank):
    """What a reader knows of one figure: from and to; he even knows whether a whole table was kept back."""
    if text == SMALL:
        return 1, 4
    if text == KEPT:
        return (0, MANY) if is_blank else (5, MANY)
    return int(text), int(text)


def bounds_of(texts):
    """The same for a list of figures: where nothing stands for 1 to 4 it was kept back as a whole."""
    return [bounds(text, is_blank=SMALL not in texts) for text in texts]


def narrowed(cells, sums):
    """What a patient reader can work out: bounds of every figure, tightened by each sum until nothing changes.

    `cells` maps a name to (low, high); a sum is (name of the whole, names of its parts).
    """
    cells = dict(cells)
    is_new = True
    while is_new and all(low <= high for low, high in cells.values()):
        is_new = False
        for whole, parts in sums:
            low = sum(cells[part][0] for part in parts)
            high = sum(cells[part][1] for part in parts)
            tight = {whole: (max(cells[whole][0], low), min(cells[whole][1], high))}
            for part in parts:
                rest_high = high - cells[part][1]
                rest_low = low - cells[part][0]
                tight[part] = (
                    max(cells[part][0], cells[whole][0] - rest_high),
                    min(cells[part][1], cells[whole][1] - rest_low),
                )
            for name, pair in tight.items():
                if pair != cells[name]:
                    cells[name] = pair
                    is_new = True
    return cells


def is_open(name, cells, sums, true):
    """Whether another table fits what is shown that has another figure in a place: one near the true one is sought."""
    near = {one: (max(low, true[one] - 1), min(high, true[one] + 1)) for one, (low, high) in cells.items()}
    others = (value for value in (true[name] - 1, true[name] + 1) if near[name][0] <= value <= near[name][1])
    return any(_fits({**near, name: (value, value)}, sums) for value in others)


def _fits(cells, sums):
    """Whether some table fits: bounds are tightened, then the first figure that is still open is tried."""
    tight = narrowed(cells, sums)
    if any(low > high for low, high in tight.values()):
        return False
    free = next((name for name, (low, high) in tight.items() if low != high), None)
    if free is None:
        return True
    low, high = tight[free]
    return any(_fits({**tight, free: (value, value)}, sums) for value in range(low, high + 1))


def truth(table):
    """The figures of a table and its sums by name."""
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    cells = {("c", r, c): count for r, row in enumerate(table) for c, count in enumerate(row)}
    cells |= {("r", r): count for r, count in enumerate(rows)} | {("k", c): count for c, count in enumerate(columns)}
    return cells | {"t": sum(rows)}


def read_table(seen):
    """What is shown of a table, as bounds and sums."""
    rows, columns = range(len(seen.cells)), range(len(seen.cells[0]))
    cells = {("c", r, c): bounds(seen.cells[r][c], is_blank=seen.is_blank) for r in rows for c in columns}
    for name, texts in (("r", seen.rows), ("k", seen.columns)):
        of_sums = bounds_of(texts) if seen.is_blank else [bounds(text, is_blank=False) for text in texts]
        cells |= {(name, place): pair for place, pair in enumerate(of_sums)}
    cells["t"] = bounds(seen.total, is_blank=False)
    sums = [(("r", r), [("c", r, c) for c in columns]) for r in rows]
    sums += [(("k", c), [("c", r, c) for r in rows]) for c in columns]
    return cells, [*sums, ("t", [("r", r) for r in rows]), ("t", [("k", c) for c in columns])]


def kept_names(shown_table):
    for r, row in enumerate(shown_table.cells):
        yield from (("c", r, c) for c, text in enumerate(row) if text in (SMALL, KEPT))
    yield from (("r", r) for r, text in enumerate(shown_table.rows) if text in (SMALL, KEPT))
    yield from (("k", c) for c, text in enumerate(shown_table.columns) if text in (SMALL, KEPT))


@given(TABLES)
@example([[1, 5], [0, 0]])
@example([[4, 5], [3, 9]])
@example([[1, 1, 1], [1, 1, 0]])
@example([[4, 4], [4, 4]])
def test_no_kept_figure_of_a_table_can_be_worked_out(table):
    made = published(table)
    cells, sums = read_table(made)
    assert all(is_open(name, cells, sums, truth(table)) for name in kept_names(made))


@given(LISTS)
@example([1, 5])
@example([1, 1, 1, 1, 1])
@example([4, 4])
@example([3, 0, 7])
def test_no_kept_figure_of_a_list_can_be_worked_out(counts):
    made = published_list(counts)
    total = sum(counts)
    cells = dict(enumerate(bounds_of(made)))
    cells["t"] = (1, 4) if is_small(total) else (total, total)
    true, sums = {**dict(enumerate(counts)), "t": total}, [("t", list(range(len(counts))))]
    assert all(is_open(place, cells, sums, true) for place, text in enumerate(made) if text in (SMALL, KEPT))


@given(TABLES)
def test_what_is_shown_of_a_table_is_true_and_no_small_figure_is(table):
    made = published(table)
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    seen = [*itertools.chain(*made.cells), *made.rows, *made.columns, made.total]
    true = [*itertools.chain(*table), *rows, *columns, sum(rows)]
    for text, count in zip(seen, true, strict=True):
        assert text in (SMALL, KEPT) or (text == str(count) and not is_small(count))
        assert text != SMALL or is_small(count)


def test_only_as_much_is_kept_back_as_is_needed():
    made = published([[12, 3, 9], [7, 8, 6], [5, 20, 11]])
    assert made.cells == (("12", SMALL, KEPT), ("7", KEPT, KEPT), ("5", "20", "11"))
    assert made.rows == ("24", "21", "36"), "the sums stay"
    assert made.columns == ("24", "31", "26")
    assert made.total == "81"


def test_a_table_without_small_figures_is_shown_whole():
    made = published([[12, 0], [7, 8]])
    assert made.cells == (("12", "0"), ("7", "8"))
    assert not made.has_small


def test_a_whole_sum_from_1_to_4_hides_everything():
    made = published([[1, 0], [0, 2]])
    assert made.total == SMALL
    assert {text for row in (*made.cells, made.rows, made.columns) for text in row} == {KEPT}
    assert published_list([2, 0, 1]) == (KEPT, KEPT, KEPT)


@pytest.mark.parametrize("whole", range(70))
def test_a_figure_beside_all_that_it_is_part_of_gives_away_neither_itself_nor_the_rest(whole):
    told = {}
    for count in range(whole + 1):
        told.setdefault(shown_of(count, whole), set()).add(count)
    for text, counts in told.items():
        if text in (SMALL, KEPT):
            assert len(counts) > 1, "even who knows the rule cannot tell which"
        else:
            assert counts == {int(text)}
            assert not is_small(int(text))
            assert not is_small(whole - int(text))


def test_what_is_left_of_all_is_kept_back_too():
    assert [shown_of(count, 11) for count in (0, 3, 5, 6, 8, 11)] == ["0", SMALL, "5", "6", KEPT, "11"]
    assert [shown_of(count, 4) for count in (0, 1, 4)] == [KEPT] * 3
