"""Sources said in words: no code of ours reaches a reader, what people wrote stays."""

import re

import pytest

from referral_desk.reference.citing import cited, noted, titled
from referral_desk.reference.files import shipped


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_source_of_the_reference_data_is_said_without_our_codes(language):
    rows = [row for tables in shipped().values() for table in tables.values() for row in table]
    said = {cited(row["source"], language) for row in rows if "source" in row}
    assert said
    assert not [source for source in said if re.search(r"\bS\d\b|ours:|outside", source)]


def test_a_source_names_the_document_and_the_place_in_it():
    source = "S3 sections 1 and 3; S2 'Coordination of efforts'"
    assert (
        cited(source, "da")
        == "EU's landeside, ca. 2013, afsnit 1 og 3; Handlingsplanen 2019–2021, ”Coordination of efforts”"
    )
    assert cited(source, "en").startswith("EU country page, about 2013, sections 1 and 3; Action plan 2019–2021, “")


def test_what_is_cited_besides_is_said_in_the_readers_language():
    assert cited("outside: bm.dk, 8 April 2022", "da") == "bm.dk, 8. april 2022"
    source = "outside: US State Department reports on trafficking of 2022 and 2023 (state.gov)"
    assert cited(source, "en") == "US State Department reports on trafficking of 2022 and 2023 (state.gov)"
    assert cited(source, "da").startswith("Det amerikanske udenrigsministeriums rapporter om menneskehandel 2022 og")
    assert titled("S2 footnote 5; S2 'Coordination of efforts'; outside: bm.dk", "da") == (
        "Handlingsplan til bekæmpelse af menneskehandel 2019-2021 (engelsk udgave), Udenrigsministeriet, 2018"
    )


def test_a_source_that_a_person_wrote_stays_as_it_is():
    assert cited("Kommissorium, afsnit 2", "da") == "Kommissorium, afsnit 2"
    assert cited("", "da") == ""


def test_the_words_of_a_listing_are_quoted_in_either_language():
    assert noted("Listed as: Ministry of Justice.", "da") == "I kilden: ”Ministry of Justice”"
    assert noted("Listed as: Ministry of Justice.", "en") == "In the source: “Ministry of Justice”"
    assert noted("Holder orlov.", "da") == "Holder orlov."
