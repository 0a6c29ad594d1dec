"""Pages drawn outside our process: in the asked width, within bounds, and again after the child has fallen."""

import os
import signal
import threading

import pytest

from referral_desk.guard.page_pictures import PageDrawer
from referral_desk.guard.worker import Answer, Cause, Limits, Worker, WorkerFailed
from tests.strangers import active_pdf, huge_picture_pdf, image, laughing_pdf, plain_pdf, saved, swelling_pdf


def draw_pages(content, pages, width):
    with PageDrawer(content) as drawer:
        return [drawer.draw(page, width) for page in pages]


def two_pages():
    return saved(plain_pdf(2))


def test_pages_come_in_the_asked_order_and_width():
    first, second = draw_pages(two_pages(), [1, 0], 300)
    assert image(first).size == image(second).size == (300, 425)
    assert image(first).format == "PNG"
    assert image(first).getpixel((60, int(425 * (842 - 620) / 842)))[0] < 50  # the black bar


def test_no_picture_is_larger_than_a_screen_can_use():
    [drawn] = draw_pages(two_pages(), [0], 100_000)
    width, height = image(drawn).size
    assert width <= 4000
    assert width * height <= 16_100_000


def test_a_page_like_a_ribbon_is_drawn_narrower():
    [drawn] = draw_pages(saved(plain_pdf(1, size=(50, 14_000))), [0], 2000)
    width, height = image(drawn).size
    assert width * height <= 16_100_000


def test_a_page_that_is_not_there_is_not_drawn():
    assert draw_pages(two_pages(), [7], 100) == [None]


def test_a_page_before_the_first_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="-1"):
        draw_pages(two_pages(), [-1], 100)


def test_what_is_no_pdf_has_no_pages():
    with PageDrawer(b"not a PDF") as drawer:
        assert drawer.sizes == ()
        assert drawer.draw(0, 100) is None


@pytest.mark.parametrize("made", [swelling_pdf, huge_picture_pdf, laughing_pdf])
def test_a_bomb_is_noticed_before_it_is_drawn(made):
    with PageDrawer(made()) as drawer:
        assert drawer.draw(0, 200) is None
        assert drawer._worker.alive  # it was not drawn and did not fall


def test_one_bad_page_does_not_spoil_the_others():
    pdf = plain_pdf(2)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q BI /W 40000 /H 40000 /BPC 8 /CS /RGB ID x EI Q")
    first, second = draw_pages(saved(pdf), [0, 1], 100)
    assert first is None
    assert second is not None


def test_sizes_are_told_in_points():
    with PageDrawer(two_pages()) as drawer:
        assert drawer.sizes == ((595.0, 842.0), (595.0, 842.0))


def test_a_form_is_shown_as_it_was_filled_in():
    [drawn] = draw_pages(active_pdf(), [0], 595)
    assert image(drawn).getpixel((350, 842 - 315)) == (0, 255, 0)


def fall(drawer):
    os.killpg(drawer._worker._process.pid, signal.SIGKILL)
    drawer._worker._process.wait()


def test_a_child_that_fell_is_started_again():
    with PageDrawer(two_pages()) as drawer:
        assert drawer.draw(0, 100)
        fall(drawer)
        assert drawer.draw(1, 100)


def test_a_page_that_fells_the_child_twice_is_given_up(monkeypatch):
    fell = []
    ask = Worker.ask

    def fail_on_the_first_page(worker, payload, **options):
        if payload[0] == "draw" and payload[1][0] == 0:
            fell.append(payload)
            os.killpg(worker._process.pid, signal.SIGKILL)
        return ask(worker, payload, **options)

    monkeypatch.setattr(Worker, "ask", fail_on_the_first_page)
    with PageDrawer(two_pages()) as drawer:
        assert drawer.draw(0, 100) is None
        assert len(fell) == 2
        assert drawer.draw(0, 100) is None
        assert len(fell) == 2  # it is remembered
        assert drawer.draw(1, 100)


def test_a_page_that_takes_too_long_is_given_up():
    with PageDrawer(two_pages(), Limits(wall_seconds=0.0)) as drawer:
        assert drawer.draw(0, 100) is None


def test_closing_ends_the_child_and_nothing_is_drawn_after():
    drawer = PageDrawer(two_pages())
    assert drawer.draw(0, 100)
    worker = drawer._worker
    drawer.close()
    drawer.close()
    assert not worker.alive
    assert drawer.draw(0, 100) is None
    assert drawer.draw(1, 100) is None


def test_closing_in_the_middle_of_a_page_does_not_wait_for_it(monkeypatch):
    asked, let_go = threading.Event(), threading.Event()
    ask = Worker.ask

    def ask_slowly(worker, payload, **options):
        if payload[0] == "draw":
            asked.set()
            let_go.wait(20)
        return ask(worker, payload, **options)

    monkeypatch.setattr(Worker, "ask", ask_slowly)
    drawer, drawn = PageDrawer(two_pages()), []
    thread = threading.Thread(target=lambda: drawn.append(drawer.draw(0, 100)))
    thread.start()
    assert asked.wait(20)
    drawer.close()
    let_go.set()
    thread.join(20)
    assert drawn == [None]


def test_several_threads_may_ask_at_once():
    drawn = []
    with PageDrawer(two_pages()) as drawer:
        threads = [threading.Thread(target=lambda: drawn.append(drawer.draw(1, 80))) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert len(set(drawn)) == 1
    assert drawn[0]


@pytest.mark.parametrize(
    "answer",
    [
        Answer({}, (b"GIF89a" + bytes(40),)),
        Answer({}, (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\1\0\0\0\1\0\0\x08\2\0\0\0",)),
        Answer({}, ()),
        Answer({"problem": "bomb"}, ()),
    ],
    ids=["another kind", "too many pixels", "nothing", "a problem"],
)
def test_a_picture_from_the_child_is_checked_before_it_is_shown(monkeypatch, answer):
    ask = Worker.ask
    monkeypatch.setattr(
        Worker, "ask", lambda worker, payload, **_: answer if payload[0] == "draw" else ask(worker, payload)
    )
    assert draw_pages(two_pages(), [0], 100) == [None]


def test_a_failed_start_of_the_child_is_told_as_no_page(monkeypatch):
    def fail(*_, **__):
        raise WorkerFailed(Cause.CRASH)

    monkeypatch.setattr(Worker, "ask", fail)
    assert draw_pages(two_pages(), [0], 100) == [None]
