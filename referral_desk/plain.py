"""Frozen rows as plain values that JSON knows, and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import types
import typing
from functools import cache
from typing import Any, TypeVar

R = TypeVar("R")


def to_plain(value: object) -> Any:
    """Give a value made of frozen rows, enumerations, dates and the like as JSON knows it; other values stay."""
    match value:
        case enum.Enum():
            return value.value
        case dt.date() | dt.time():
            return value.isoformat()
        case dict():
            return {str(key): to_plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [to_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        case _:
            return value


def from_plain(kind: type[R], value: Any, *, is_old: bool = False) -> R:
    """Give the row of a kind that `to_plain` made plain.

    Knows dataclasses, tuples of one kind, enumerations, dates, times, numbers, text and None. `is_old`: it was kept
    long ago, so a field that it does not know has its default. Raises ValueError, TypeError or KeyError where the
    value is not of that kind.
    """
    made: R = _read(kind, value, is_old=is_old)
    return made


def _read(kind: Any, value: Any, *, is_old: bool) -> Any:  # noqa: PLR0911 - one for each kind of value
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in typing.get_args(kind):
            return None
        [kind] = [one for one in typing.get_args(kind) if one is not type(None)]
        return _read(kind, value, is_old=is_old)
    if origin is tuple:
        return tuple(_read(typing.get_args(kind)[0], item, is_old=is_old) for item in value)
    if _is_row(kind):
        known = {name: hint for name, hint in _hints(kind).items() if name in value or not is_old}
        return kind(**{name: _read(hint, value[name], is_old=is_old) for name, hint in known.items()})
    if issubclass(kind, enum.Enum):
        return kind(value)
    if issubclass(kind, dt.date | dt.time):
        return kind.fromisoformat(value)
    if not isinstance(value, kind):
        raise TypeError(kind)
    return value


def _is_row(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
