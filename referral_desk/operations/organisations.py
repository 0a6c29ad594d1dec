"""What one does with organisations: add, rename, describe, tie to others, keep the address right, remove."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import exists, or_, select

from referral_desk.desk import Work, operation, require
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Membership,
    MinutesEntry,
    Organisation,
    OrganisationContact,
    OrganisationName,
    OrganisationRelation,
    Person,
    Seat,
)
from referral_desk.models.organisations import check_relation
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import RelationKind, Sector


@operation("coordinator", "secretary", "administrator")
def add_organisation(
    work: Work,
    *,
    name_da: str,
    name_en: str = "",
    abbreviation: str = "",
    sector: Sector,
    role_da: str = "",
    role_en: str = "",
    valid_from: dt.date | None = None,
) -> Done:
    """Put an organisation in the directory; without a first day its name holds from before the desk's memory."""
    refuse_cpr(name_da, name_en, abbreviation, role_da, role_en)
    organisation = Organisation(sector=sector, role_da=role_da.strip(), role_en=role_en.strip())
    organisation.rename(name_da, name_en, valid_from, abbreviation=abbreviation)
    work.session.add(organisation)
    work.session.flush()
    work.touched("organisations")
    return Done(
        organisation.id,
        Undo(remove_organisation, {"organisation_id": organisation.id, "version": organisation.version}),
    )


@operation("coordinator", "secretary", "administrator")
def rename_organisation(
    work: Work,
    *,
    organisation_id: int,
    version: int,
    valid_from: dt.date | None,
    name_da: str,
    name_en: str = "",
    abbreviation: str = "",
    source: str = "",
    note: str = "",
) -> Done:
    """Give an organisation a new name from a day on; papers of earlier days keep the old one."""
    organisation = work.get(Organisation, organisation_id, version)
    refuse_cpr(name_da, name_en, abbreviation, source, note)
    made = organisation.rename(name_da, name_en, valid_from, abbreviation=abbreviation, source=source.strip())
    made.note = note.strip()
    work.session.flush()
    work.touched("organisations")
    return Done(made.id, Undo(withdraw_organisation_name, {"name_id": made.id, "version": made.version}))


@operation("coordinator", "secretary", "administrator")
def correct_organisation_name(
    work: Work, *, name_id: int, version: int, name_da: str, name_en: str, abbreviation: str
) -> Done:
    """Mend a slip in a name; the days on which it holds stay."""
    row = work.get(OrganisationName, name_id, version)
    refuse_cpr(name_da, name_en, abbreviation)
    require(not is_blank(name_da + name_en), "Write the organisation's name in at least one language.")
    before = {"name_da": row.name_da, "name_en": row.name_en, "abbreviation": row.abbreviation}
    row.name_da, row.name_en, row.abbreviation = name_da.strip(), name_en.strip(), abbreviation.strip()
    work.session.flush()
    work.touched("organisations")
    return Done(row.id, Undo(correct_organisation_name, {"name_id": row.id, "version": row.version, **before}))


@operation("coordinator", "secretary", "administrator")
def withdraw_organisation_name(work: Work, *, name_id: int, version: int) -> Done:
    """Take a name away as if it had never been; the one before holds on."""
    row = work.get(OrganisationName, name_id, version)
    organisation = row.organisation
    again: dict[str, object] = {
        "valid_from": row.valid_from,
        "name_da": row.name_da,
        "name_en": row.name_en,
        "abbreviation": row.abbreviation,
        "source": row.source,
        "note": row.note,
    }
    others = [other for other in organisation.names if other is not row]
    is_last = row.valid_from is not None and not any(other.overlaps(row.valid_from, None) for other in others)
    organisation.withdraw_name(row)
    work.session.flush()
    work.touched("organisations")
    again |= {"organisation_id": organisation.id, "version": organisation.version}
    return Done(organisation.id, Undo(rename_organisation, again) if is_last and row.valid_to is None else None)


@operation("coordinator", "secretary", "administrator")
def change_organisation(
    work: Work, *, organisation_id: int, version: int, sector: Sector, role_da: str, role_en: str
) -> Done:
    """Change the sector and what the organisation does in the system. Seats keep the sector that they have."""
    organisation = work.get(Organisation, organisation_id, version)
    refuse_cpr(role_da, role_en)
    before = {"sector": organisation.sector, "role_da": organisation.role_da, "role_en": organisation.role_en}
    organisation.sector, organisation.role_da, organisation.role_en = sector, role_da.strip(), role_en.strip()
    work.session.flush()
    work.touched("organisations")
    return Done(
        organisation.id,
        Undo(change_organisation, {"organisation_id": organisation.id, "version": organisation.version, **before}),
    )


@operation("coordinator", "secretary", "administrator")
def remove_organisation(work: Work, *, organisation_id: int, version: int) -> Done:
    """Take away an organisation that nothing refers to (Invalid for the others: papers still name them)."""
    organisation = work.get(Organisation, organisation_id, version)
    used = (
        exists().where(Person.organisation_id == organisation.id),
        exists().where(Membership.organisation_id == organisation.id),
        exists().where(Seat.organisation_id == organisation.id),
        exists().where(AgendaItem.owner_organisation_id == organisation.id),
        exists().where(ActionItem.owner_organisation_id == organisation.id),
        exists().where(MinutesEntry.owner_organisation_id == organisation.id),
        exists().where(
            or_(
                OrganisationRelation.organisation_id == organisation.id,
                OrganisationRelation.other_id == organisation.id,
            )
        ),
    )
    require(
        not work.session.scalar(select(or_(*used))),
        "People, seats, agendas or other organisations refer to this one: it stays, so that papers keep its name.",
    )
    again = [RemovedRow.of(row) for row in (organisation, *organisation.names, *organisation.contacts)]
    work.session.delete(organisation)
    work.touched("organisations")
    return Done(organisation_id, Undo(restore_organisation, {"rows": again}))


@operation("coordinator", "secretary", "administrator")
def restore_organisation(work: Work, *, rows: Sequence[RemovedRow]) -> Done:
    """Put a removed organisation back with its names and addresses."""
    organisation = put_back(work, rows)
    work.touched("organisations")
    return Done(
        organisation.id,
        Undo(remove_organisation, {"organisation_id": organisation.id, "version": organisation.version}),
    )


@operation("coordinator", "secretary", "administrator")
def set_contact(
    work: Work, *, organisation_id: int, address: str, phone: str, email: str, web: str, valid_from: dt.date
) -> Done:
    """Give an organisation a work address from a day on; the one before is kept as history, never to be used."""
    organisation = work.get(Organisation, organisation_id)
    refuse_cpr(address, phone, email, web)
    texts = {
        "address": address.strip(),
        "phone": " ".join(phone.split()),
        "email": email.strip(),
        "web": web.strip(),
    }
    require(any(texts.values()), "Write an address, a telephone number, an e-mail address or a web address.")
    made = OrganisationContact(valid_from=valid_from, **texts)
    former = next((row for row in organisation.contacts if not row.is_historic), None)
    again: dict[str, object] = {}
    if former is not None:
        again = {"former_id": former.id, "former_to": former.valid_to}
        former.is_historic, former.valid_to = True, valid_from - dt.timedelta(days=1)
        if former.valid_from is not None and former.valid_to < former.valid_from:
            former.valid_to = former.valid_from
    organisation.contacts.append(made)
    work.session.flush()
    work.touched("organisations")
    return Done(made.id, Undo(withdraw_contact, {"contact_id": made.id, "version": made.version, **again}))


@operation("coordinator", "secretary", "administrator")
def withdraw_contact(
    work: Work,
    *,
    contact_id: int,
    version: int,
    former_id: int | None = None,
    former_to: dt.date | None = None,
) -> Done:
    """Take an address away that was put down by mistake; `former_id` makes the one before it present again."""
    row = work.get(OrganisationContact, contact_id, version)
    organisation = row.organisation
    again = {name: getattr(row, name) for name in ("address", "phone", "email", "web", "valid_from")}
    organisation.contacts.remove(row)
    if former_id is not None:
        former = work.get(OrganisationContact, former_id)
        require(former.organisation is organisation, "That address belongs to another organisation.")
        former.is_historic, former.valid_to = False, former_to
    work.touched("organisations")
    comes_back = row.valid_from is not None and not row.is_historic
    return Done(
        organisation.id, Undo(set_contact, {"organisation_id": organisation.id, **again}) if comes_back else None
    )


@operation("coordinator", "secretary", "administrator")
def relate_organisations(
    work: Work,
    *,
    organisation_id: int,
    other_id: int,
    kind: RelationKind,
    valid_from: dt.date | None = None,
    valid_to: dt.date | None = None,
    source: str = "",
    note: str = "",
) -> Done:
    """Tie one organisation to another: part of, hosted by, reports to, continued as; dated, never in a circle."""
    refuse_cpr(source, note)
    made = OrganisationRelation(
        organisation=work.get(Organisation, organisation_id),
        other=work.get(Organisation, other_id),
        kind=kind,
        valid_from=valid_from,
        valid_to=valid_to,
        source=source.strip(),
        note=note.strip(),
    )
    check_relation(made, work.session.scalars(select(OrganisationRelation).where(OrganisationRelation.kind == kind)))
    work.session.add(made)
    work.session.flush()
    work.touched("organisations")
    return Done(made.id, Undo(remove_relation, {"relation_id": made.id, "version": made.version}))


@operation("coordinator", "secretary", "administrator")
def end_relation(work: Work, *, relation_id: int, version: int, last_day: dt.date | None) -> Done:
    """End a tie with a day; None lets it hold again without an end."""
    row = work.get(OrganisationRelation, relation_id, version)
    before, row.valid_to = row.valid_to, last_day
    check_relation(row, work.session.scalars(select(OrganisationRelation).where(OrganisationRelation.kind == row.kind)))
    work.session.flush()
    work.touched("organisations")
    return Done(row.id, Undo(end_relation, {"relation_id": row.id, "version": row.version, "last_day": before}))


@operation("coordinator", "secretary", "administrator")
def remove_relation(work: Work, *, relation_id: int, version: int) -> Done:
    """Take a tie away that was put down by mistake; a tie that was true once is ended instead."""
    row = work.get(OrganisationRelation, relation_id, version)
    again = {
        "organisation_id": row.organisation_id,
        "other_id": row.other_id,
        "kind": row.kind,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "source": row.source,
        "note": row.note,
    }
    work.session.delete(row)
    work.touched("organisations")
    return Done(row.organisation_id, Undo(relate_organisations, again))
