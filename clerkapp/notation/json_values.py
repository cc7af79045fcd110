"""Values taken from JSON one at a time, each wrong one told by where it stands."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar, cast

from clerkapp.errors import NotationError
from clerkapp.meeting.words import clean, one_line

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
D = TypeVar("D")


class Value:
    """A value of a JSON document and the path to it: `meeting.items[2].title`."""

    def __init__(self, value: object, path: str) -> None:
        self._value: object = value
        self._path = path

    @classmethod
    def parse(cls, source: str | bytes) -> "Value":
        """The whole document; NotationError where `source` is not JSON."""
        try:
            return cls(json.loads(source), "")
        except json.JSONDecodeError as error:
            raise NotationError(f"line {error.lineno}: this is not JSON: {error.msg}") from None
        except UnicodeDecodeError:
            raise NotationError("this is not JSON: it is not UTF-8 text") from None
        except ValueError as error:  # a number of more digits than Python reads
            raise NotationError(f"this is not a meeting: {error}") from None
        except RecursionError:
            raise NotationError("this is not a meeting: it is nested too deeply") from None

    @property
    def value(self) -> object:
        """The value itself, unread."""
        return self._value

    def wrong(self, expected: str) -> NotationError:
        """The error that says what was expected here."""
        return NotationError(f"{self._path or 'the document'}: expected {expected}")

    def fields(self, *names: str) -> "Fields":
        """The fields of an object; a field that is not among `names` is an error."""
        held = self._object()
        if held is None:
            raise self.wrong("an object with fields")
        for name in held:
            if name not in names:
                raise self.field(name).wrong(f"one of {', '.join(names)}")
        return Fields({name: self.field(name, held[name]) for name in held})

    def _object(self) -> dict[str, object] | None:
        value = self._value
        return cast("dict[str, object]", value) if isinstance(value, dict) else None

    def field(self, name: str, value: object = None) -> "Value":
        """What stands under `name` here."""
        return Value(value, f"{self._path}.{name}" if self._path else name)

    def peek(self, name: str) -> str:
        """The words under `name` of an object, or "" where there are none."""
        words = (self._object() or {}).get(name)
        return words if isinstance(words, str) else ""

    def items(self) -> Iterator["Value"]:
        """The values of a list."""
        values = self._value
        if not isinstance(values, list):
            raise self.wrong("a list")
        for place, value in enumerate(cast("list[object]", values)):
            yield Value(value, f"{self._path}[{place}]")

    def is_number(self) -> bool:
        """Whether this is a whole number."""
        return isinstance(self._value, int) and not isinstance(self._value, bool)

    def number(self) -> int:
        """A whole number of people: 0 to 9999."""
        if not self.is_number() or not 0 <= cast("int", self._value) <= 9999:
            raise self.wrong("a whole number")
        return cast("int", self._value)

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self._value, bool):
            raise self.wrong("true or false")
        return self._value

    def text(self) -> str:
        """Words, which may have several lines."""
        if not isinstance(self._value, str):
            raise self.wrong("words in quotation marks")
        return clean(self._value)

    def line(self) -> str:
        """Words on one line."""
        return one_line(self.text())

    def word_of(self, words: type[E]) -> E:
        """One of a fixed set of words."""
        said = self.line()
        if said not in list(words):
            raise self.wrong(f"one of {', '.join(words)}, not “{said}”")
        return words(said)

    def date(self) -> dt.date:
        """A date as 2026-03-05."""
        return self._iso(dt.date.fromisoformat, "a date as 2026-03-05")

    def time(self) -> dt.time:
        """A time of the day as 19:30."""
        time = self._iso(dt.time.fromisoformat, "a time as 19:30")
        if time.tzinfo or time.second or time.microsecond:
            raise self.wrong("a time as 19:30")
        return time

    def _iso(self, parse: Callable[[str], T], expected: str) -> T:
        try:
            return parse(self.line())
        except ValueError:
            raise self.wrong(expected) from None


def said(**fields: object) -> dict[str, object]:
    """The fields that say something; a nought does."""
    return {name: value for name, value in fields.items() if value or type(value) is int}


def all_of(read: Callable[[Value], T]) -> Callable[[Value], tuple[T, ...]]:
    """What reads a list, each value of it by `read`."""
    return lambda value: tuple(read(each) for each in value.items())


class Fields:
    """The fields of one object, each read by the function that knows what it should be."""

    def __init__(self, fields: dict[str, Value]) -> None:
        self._fields = fields

    def get(self, name: str, read: Callable[[Value], T], default: D) -> T | D:
        """What `read` makes of the field, or `default` where it is not there."""
        return read(self._fields[name]) if name in self._fields else default

    def need(self, name: str, read: Callable[[Value], T]) -> T:
        """What `read` makes of the field, which must be there."""
        return read(self._fields.get(name) or Value(None, name))
