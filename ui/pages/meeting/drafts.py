"""How an item of an agenda is read and kept while somebody writes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referral_desk.operations.agenda import edit_item
from referral_desk.queries.agenda import ItemDetail, agenda_item
from ui.language import language

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.jobs import Job


class ItemSubject:
    """Items of agendas, for `ui.drafts.Drafts`."""

    def key_of(self, detail: ItemDetail) -> int:
        """The item's id."""
        return detail.id

    def version_of(self, detail: ItemDetail) -> int:
        """The version that was seen."""
        return detail.version

    def values_of(self, detail: ItemDetail) -> dict[str, Any]:
        """The fields of an item as the form shows them."""
        owner = None
        if detail.owner_person_id is not None:
            owner = ("person", detail.owner_person_id)
        elif detail.owner_organisation_id is not None:
            owner = ("organisation", detail.owner_organisation_id)
        return {
            "title": detail.title,
            "kind": detail.kind,
            "purpose": detail.purpose,
            "minutes": detail.minutes,
            "label": detail.label,
            "owner": owner,
            "resume": detail.resume,
            "recommendation": detail.recommendation,
            "presentation": detail.presentation,
            "activities": tuple(activity.id for activity in detail.activities),
        }

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """The item as it stands now."""
        return bridge.ask(agenda_item, item_id=key, language=language())

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of its fields."""
        return bridge.do(edit_item, item_id=key, version=version, **as_operation(values))

    def version_after(self, kept: int) -> int:
        """What `edit_item` gives is the new version."""
        return kept

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """In a title each run of blanks is one."""
        return in_one_line(values, "title")


def in_one_line(values: dict[str, Any], *names: str) -> dict[str, Any]:
    """Values as they are kept where each run of blanks in the named ones is one."""
    return {name: " ".join(value.split()) if name in names else value for name, value in values.items()}


def as_operation(values: dict[str, Any]) -> dict[str, Any]:
    """The fields as `edit_item` and `add_item` take them."""
    given = dict(values)
    if "owner" in given:
        kind, owner = given.pop("owner") or ("person", None)
        given[f"owner_{kind}_id"] = owner
    if "activities" in given:
        given["activity_ids"] = given.pop("activities")
    return given
