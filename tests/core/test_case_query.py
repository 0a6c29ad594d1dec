"""The query of cases is read in both languages, says what it does not know, and finds what it asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.errors import Invalid
from referral_desk.models import PicklistEntry
from referral_desk.queries.case_search import case_names, find_cases
from referral_desk.queries.cases import CaseOrder
from referral_desk.shorthand.case_query import CaseQuery, case_completions, read_case_query
from referral_desk.shorthand.query_completion import QueryNames
from referral_desk.vocabulary import Answer, CaseKind
from tests.builders import TODAY, a_case, a_group

# A quote has no way to stand in quotes.
WORDS = st.text(st.sampled_from("ab :-,"), max_size=8).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", CaseQuery()),
        ("tolk weekend", CaseQuery(words="tolk weekend")),
        ("art:udfordring,tendens", CaseQuery(kinds=(CaseKind.CHALLENGE, CaseKind.TREND))),
        ("Kind:principle theme:børn", CaseQuery(kinds=(CaseKind.PRINCIPLE,), theme="børn")),
        ('gruppe:"RG4 Fyn" er:lukket', CaseQuery(group="RG4 Fyn", is_open=False)),
        ("mindreårig:ja er:alle er:løftet", CaseQuery(is_minor=Answer.YES, is_open=None, has_escalation=True)),
        ("is:not-escalated minor:unknown", CaseQuery(has_escalation=False, is_minor=Answer.UNKNOWN)),
        ('"art:x" art:', CaseQuery(words="art:x")),
    ],
)
def test_a_query_is_read_in_both_languages(typed, meant):
    assert read_case_query(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tma:x", "Did you mean “tema:”?"),
        ("art:udfordrig", "Did you mean “art:udfordring”?"),
        ("x" * 501, "at most 500"),
    ],
)
def test_what_is_not_known_is_said_with_what_is_nearest(typed, said):
    with pytest.raises(Invalid) as refused:
        read_case_query(typed)
    assert said in refused.value.sentence("en")


@given(
    st.builds(
        CaseQuery,
        kinds=st.lists(st.sampled_from(CaseKind), unique=True).map(tuple),
        theme=WORDS,
        group=WORDS,
        is_minor=st.sampled_from([None, *Answer]),
        is_open=st.sampled_from([True, False, None]),
        has_escalation=st.sampled_from([True, False, None]),
    ),
    st.sampled_from(["da", "en"]),
)
def test_a_query_that_is_written_out_reads_as_itself(query, language):
    assert read_case_query(query.written(language)) == query


def test_keys_and_their_values_are_offered():
    names = QueryNames((), ("RG4 Fyn",), ("Børn",))

    def offered(typed):
        return [one.text for one in case_completions(typed, len(typed), names, "da")]

    assert offered("") == ["art:", "tema:", "gruppe:", "mindreårig:", "er:"]
    assert offered("art:ud") == ["art:udfordring"]
    assert offered("gruppe:") == ['gruppe:"RG4 Fyn"']
    assert offered("tema:b") == ["tema:Børn"]
    assert offered("ukendt:") == []


@pytest.fixture
def cases(database):
    with database.write() as session:
        fyn, south = (a_group(name, code=code) for name, code in (("Fyn", "q4"), ("Sydjylland", "q3")))
        session.add(PicklistEntry(picklist="theme", code="q-children", name_da="Børneliv", name_en="Childhood"))
        session.add_all(
            [
                a_case(fyn, "Unge på gaden", kind=CaseKind.TREND, theme="q-children", is_minor=Answer.YES),
                a_case(fyn, "Tolk om natten", kind=CaseKind.CHALLENGE),
                a_case(south, "Tolk om dagen", kind=CaseKind.CHALLENGE),
            ]
        )


def test_cases_are_found_by_what_was_typed(database, cases):
    def found(typed):
        with database.read() as session:
            sought = read_case_query(typed)
            page = find_cases(session, sought=sought, order=CaseOrder.OLDEST, language="da", day=TODAY)
            return sorted(row.title for row in page.rows)

    assert found("gruppe:fyn") == ["Tolk om natten", "Unge på gaden"]
    assert found("tema:børneliv") == found("theme:childhood") == found("mindreårig:ja") == ["Unge på gaden"]
    assert found("group:q3 tolk") == ["Tolk om dagen"]
    for typed, said in (("gruppe:atlantis", "No group"), ("tema:atlantis", "No theme"), ("gruppe:y", "write more")):
        with pytest.raises(Invalid) as refused:
            found(typed)
        assert said in refused.value.sentence("en")
    with database.read() as session:
        told = case_names(session, day=TODAY, language="da")
        assert {"Fyn", "Sydjylland"} <= set(told.names.groups)
        assert told.themes["q-children"] == "Børneliv"
