"""Items and entries as the text calls them: by the printed number, and by their order."""

from collections.abc import Mapping

from clerkapp.meeting.meeting import Dismissal, Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.words import one_line
from clerkapp.patterns import pattern


def items_by_number(meeting: Meeting) -> dict[str, str]:
    """The ids of the items by the number they print, and by their order: `#3` is the third.

    Where two items print the same number, it means the first.
    """
    found: dict[str, str] = {}
    for item, number in zip(meeting.items, item_numbers(meeting), strict=True):
        if number:
            found.setdefault(number, item.id)
    return found | {f"#{place}": item.id for place, item in enumerate(meeting.items, start=1)}


def id_of_item(number: str, items: Mapping[str, str]) -> str:
    """The id of the item with that number; "" where there is none."""
    return items.get(number) or items.get(number.rstrip(".")) or ""


def number_of_item(item_id: str, items: Mapping[str, str]) -> str:
    """The number from which `id_of_item` gives `item_id`; "" where no item has that id."""
    return next((number for number, each in items.items() if each == item_id), "")


# A finding that was dismissed: its rule, where it stands, and what it said

_DISMISSED = pattern(
    r"(?P<rule>[^\s:]+)"
    r"(?: item (?P<item>[^\s:](?:[^:\n]*?[^\s:])??)(?: entry (?P<entry>\d{1,6}))?)?"
    r"\s*:\s*(?P<what>.*)"
)


def is_dismissal(words: str) -> bool:
    """Whether `read_dismissal` can read `words`."""
    return _DISMISSED.fullmatch(words) is not None


def read_dismissal(words: str, meeting: Meeting, doubts: list[str]) -> Dismissal:
    """`D1 item 6 entry 3: no owner is named` as the finding; ValueError where it is none.

    A place that the meeting does not have is a doubt, and stays among the words.
    """
    match = _DISMISSED.fullmatch(words)
    if match is None:
        raise ValueError(words)
    rule, what = match["rule"], one_line(match["what"])
    if match["item"] is None:
        return Dismissal(rule, "", what)
    place = _place(match["item"], match["entry"], meeting)
    if place:
        return Dismissal(rule, place, what)
    doubts.append(f"there is no {words[len(rule) + 1 : words.index(':')].strip()}; kept as words")
    return Dismissal(rule, "", one_line(words[len(rule) :]))


def _place(number: str, entry: str | None, meeting: Meeting) -> str:
    item_id = id_of_item(number, items_by_number(meeting))
    if not (item_id and entry):
        return item_id
    entries = next(item.entries for item in meeting.items if item.id == item_id)
    place = int(entry) - 1
    return entries[place].id if 0 <= place < len(entries) else ""


def dismissal_words(dismissal: Dismissal, meeting: Meeting) -> str:
    """The words from which `read_dismissal` makes `dismissal` again."""
    items = items_by_number(meeting)
    where = ""
    for item in meeting.items:
        ids = [entry.id for entry in item.entries]
        if dismissal.place in (item.id, *ids):
            where = f" item {number_of_item(item.id, items)}"
            where += f" entry {ids.index(dismissal.place) + 1}" if dismissal.place in ids else ""
    return f"{dismissal.rule}{where}: {one_line(dismissal.what)}".rstrip()
