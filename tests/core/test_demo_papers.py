"""The demo desk's papers: usable but for one, true to the reference data, typeset to the standards, in their places."""

import datetime as dt
import io

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from referral_desk.demo.calendar import TODAY
from referral_desk.demo.sheets import sign_up_form
from referral_desk.models import ActionPlan, AgendaItem, Document, Group, Meeting, Paper
from referral_desk.queries.actions import open_actions
from referral_desk.queries.document_content import attendance_list
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.queries.statistics import running_sums
from referral_desk.vocabulary import ApprovalWay, AttendanceState, AttendeeRole, Stage, StandingRole
from tests import verapdf

PDFS = ("aarstal.pdf", "handlingsplan-aktiviteter.pdf", "rollefordeling.pdf")


@pytest.fixture(scope="module")
def demo(demo_template, tmp_path_factory):
    with demo_template.copy(tmp_path_factory.mktemp("open") / "desk").opened() as file:
        yield file.database


@pytest.fixture
def session(demo):
    with demo.read() as session:
        yield session


@pytest.fixture(scope="module")
def packs(demo_template, tmp_path_factory):
    """The coming national meeting's pack in both languages, with what the front end said of it."""
    folder = tmp_path_factory.mktemp("packs")
    made = {}
    for language in ("da", "en"):
        said = demo_template.pack(folder / f"{language}.pdf", "--pack-language", language)
        made[language] = ((folder / f"{language}.pdf").read_bytes(), said.json)
    return made


def content_of(session, name):
    return session.scalars(select(Document).where(Document.name == name)).one().content.original


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def test_every_paper_is_usable_but_the_one_that_is_broken_on_purpose(session):
    papers = session.scalars(select(Paper)).all()
    assert {paper.document.name for paper in papers if paper.document.problem} == {"lommekort.pdf"}
    assert {paper.document.kind for paper in papers} == {"pdf", "image", "text"}
    for paper in papers:
        if not paper.document.problem:
            assert paper.document.content.read_safe()
            assert paper.title


def test_the_paper_that_wants_to_run_a_program_lost_it(session):
    with pikepdf.open(io.BytesIO(sign_up_form())) as written:
        assert written.Root.OpenAction.S == "/JavaScript"
    document = session.scalars(select(Document).where(Document.name == "tilmelding.pdf")).one()
    assert {code for code, _ in document.found()} == {"automatic", "javascript", "metadata"}
    assert document.content.read_original() == sign_up_form(), "the original stays what it was"
    with pikepdf.open(io.BytesIO(document.content.read_safe())) as safe:
        assert "/OpenAction" not in safe.Root
        assert list(safe.Root.get("/Names", {})) == []


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", PDFS)
def test_the_pdfs_keep_the_standards(session, name, flavour):
    assert verapdf.failures(content_of(session, name), flavour) == {}


@pytest.mark.parametrize("name", PDFS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(session, name):
    with pypdfium2.PdfDocument(content_of(session, name)) as document:
        for page in list(document)[:-1]:
            words = page.get_textpage()
            pieces = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=words)
            # Below 60 points stands the page's number.
            lowest = min((piece for piece in pieces if piece.get_bounds()[1] > 60), key=lambda it: it.get_bounds()[1])
            assert lowest.get_font_size() < 12, lowest.extract()


def test_the_figures_paper_says_what_the_desk_says(session):
    told = " ".join(text_of(content_of(session, "aarstal.pdf"))).replace("\n", " ")
    for row in running_sums(session):
        assert f"{row.total:,}".replace(",", ".") in told
    assert "exploitation" not in told, "codes are for programs"
    assert "=" not in told
    assert "afviger" not in told


def test_the_plan_paper_has_every_activity_once_in_its_table(session):
    told = " ".join(" ".join(text_of(content_of(session, "handlingsplan-aktiviteter.pdf"))).split())
    plan = session.scalars(select(ActionPlan).where(ActionPlan.code == "AP5")).one()
    numbers = [activity.number for area in plan.areas for activity in area.activities]
    assert numbers
    for area in plan.areas:
        for activity in area.activities:
            assert f"{activity.number} {' '.join(activity.title_da.split())[:25]}" in told


def test_the_texts_agree_with_the_calendar_and_with_who_came(session):
    summary = content_of(session, "region_summary_da.txt").decode()
    assert "3. november" in summary
    assert "26. november" in summary
    assert "30. november" in summary
    met = session.scalars(select(Meeting).join(Group).where(Group.code == "rg1", Meeting.day == dt.date(2026, 11, 3)))
    came = sum(row.state is AttendanceState.PRESENT for row in met.one().attendance)
    assert (came, "med otte deltagere" in summary) == (8, True)


def coming_item(session, standing):
    """An item of the coming national meeting."""
    return session.scalars(
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Group)
        .where(Group.code == "national", Meeting.stage == "invited", AgendaItem.standing == standing)
    ).one()


def test_the_national_agenda_tells_of_the_desks_own_minutes_and_actions_and_has_no_others_beside_them(session, packs):
    minutes, actions = (coming_item(session, one) for one in (StandingRole.MINUTES_APPROVAL, StandingRole.OPEN_ACTIONS))
    last = minutes.approves.minutes
    assert (minutes.approves.day, last.approved_way) == (dt.date(2026, 9, 29), ApprovalWay.IN_WRITING)
    assert "ingen bemærkninger" in minutes.resume
    assert f"skriftligt den {last.approved_on.day}. oktober" in minutes.resume
    assert last.comments == []
    kept = open_actions(session, group_id=minutes.meeting.group_id, day=TODAY, language="da")
    assert (len(kept), [row for row in kept if row.due < TODAY]) == (2, [])
    assert actions.resume.startswith("To punkter er åbne, ingen af dem over fristen.")
    assert minutes.papers == actions.papers == []
    pages = text_of(packs["da"][0])
    assert sum("REFERAT" in page and "TIL STEDE" in page for page in pages) == 0
    starts = [page for page in pages if "TIL STEDE" in page]
    assert len(starts) == 1, "the minutes stand in the pack once"
    text = " ".join(pages)
    assert all(row.reference in text for row in kept)


def test_minutes_and_attendance_list_of_every_meeting_tell_of_the_same_people(session):
    told = {AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT}
    held = session.scalars(select(Meeting).where(Meeting.day < TODAY, Meeting.stage != Stage.PLANNED)).all()
    assert len(held) > 50
    for meeting in held:
        minuted = minutes_content(session, meeting_id=meeting.id, language="da").attendees
        listed = attendance_list(session, meeting_id=meeting.id, today=TODAY, language="da", is_blank=False).lines
        by_minutes = {(one.name, one.state, one.deputy_for) for one in minuted if one.state in told}
        by_list = {(one.name, one.state, one.deputy_for) for one in listed}
        assert by_minutes == by_list, (meeting.group.code, meeting.day)
        # Nobody asks a deputy whom nobody needs.
        assert all(one.deputy_for for one in minuted if one.role is AttendeeRole.DEPUTY and one.state in told)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_national_pack_is_over_twenty_pages_with_every_paper_in_its_place(packs, session, language):
    pdf, told = packs[language]
    pages = text_of(pdf)
    assert told["pages"] == len(pages) > 20
    assert told["problems"] == []
    papers = session.scalars(
        select(Paper)
        .join(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Group)
        .where(Group.code == "national", Meeting.stage == "invited")
        .order_by(AgendaItem.position, Paper.position)
    ).all()
    assert [paper["number"] for paper in told["papers"]] == [paper.number for paper in papers]
    strip = {"da": ("Punkt", "Bilag"), "en": ("Item", "Appendix")}[language]
    for place, paper in zip(told["papers"], papers, strict=True):
        number = paper.number
        for count in range(place["pages"]):
            words = " ".join(pages[place["first_page"] - 1 + count].split())
            assert f"{strip[0]} {number.split('.')[0]} · {strip[1]} {number} {paper.title}" in words
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []


def test_the_pack_of_the_group_with_the_broken_paper_says_so_on_a_page(demo_template, tmp_path):
    said = demo_template.run("pack", "--group", "rg5", "--next", "--json", "--out", tmp_path / "p.pdf")
    (problem,) = said.json["problems"]
    place = next(paper for paper in said.json["papers"] if paper["number"] == problem["number"])
    words = " ".join(text_of((tmp_path / "p.pdf").read_bytes())[place["first_page"] - 1].split())
    assert "lommekort.pdf" in words
    assert "“lommekort.pdf”" in problem["sentence"] or "lommekort.pdf" in problem["sentence"]
