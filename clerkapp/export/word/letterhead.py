"""The letterhead of a council's template: content controls whose tags say what belongs in them."""

from lxml import etree

from clerkapp.export.unbroken import unbroken
from clerkapp.export.word.tree import Node, node, val, w
from clerkapp.meeting.words import clean
from clerkapp.wording.minutes import Minutes

FIELDS = (
    *("council", "committee", "title", "date", "held"),
    *("venue", "started", "finished", "status", "notice"),
)
"""The tags that are filled; a content control may also have one of them as its title."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDLESS = frozenset(map(w, ("showingPlcHdr", "dataBinding", "placeholder", "temporary")))


def fields_in(roots: list[Node]) -> dict[str, list[Node]]:
    """The content controls of the letterhead, by their fields."""
    found: dict[str, list[Node]] = {}
    for root in roots:
        for control in root.iter(w("sdt")):
            if name := field_of(control):
                found.setdefault(name, []).append(control)
    return found


def field_of(control: Node) -> str:
    """The field that a content control is for; "" where it is none of ours."""
    properties = control.find(w("sdtPr"))
    for name in ("tag", "alias"):
        said = val(None if properties is None else properties.find(w(name))).strip().casefold()
        if said in (*FIELDS, "minutes"):
            return said
    return ""


def letterhead_words(minutes: Minutes) -> dict[str, str]:
    """What each field says of these minutes; a detail that is not known is an empty field."""
    details = dict(zip(("venue", "started", "finished"), ("", "", ""), strict=True))
    details |= {label.casefold(): words for label, words in minutes.details}
    return details | {
        "council": minutes.council,
        "committee": minutes.committee,
        "title": minutes.title,
        "date": minutes.date,
        "held": minutes.held,
        "status": minutes.draft_label.rstrip("."),
        "notice": minutes.draft_notice,
    }


def fill_letterhead(roots: list[Node], minutes: Minutes) -> frozenset[str]:
    """Fills the fields in those parts; which there were."""
    words = letterhead_words(minutes)
    fields = fields_in(roots)
    for name, controls in fields.items():
        for control in controls:
            if name in words:
                _fill(control, unbroken(" ".join(clean(words[name]).split())))
    return frozenset(fields)


def _fill(control: Node, words: str) -> None:
    """Puts `words` in place of what the control holds, in the look that it had."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if properties is None or content is None:
        return
    for each in [child for child in properties if child.tag in _WORDLESS]:
        properties.remove(each)  # else Word shows its prompt, or what the control is bound to
    runs = list(content.iter(w("r")))
    if runs:
        first = runs[0]
        look = first.find(w("rPr"))
        for style in [] if look is None else look.findall(w("rStyle")):
            if look is not None and val(style) == "PlaceholderText":
                look.remove(style)
        for each in [child for child in first if child.tag != w("rPr")]:
            first.remove(each)
        for each in runs[1:]:
            _take_out(each)
    else:
        first = node("r")
        within = next(content.iter(w("p")), content)
        within.append(first)
    held = etree.SubElement(first, w("t"))
    held.text = words
    held.set(_SPACE, "preserve")


def _take_out(element: Node) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)
