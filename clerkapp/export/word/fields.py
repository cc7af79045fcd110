"""Fields of a template that tell of its makers, or whose words nobody sees, taken out."""

from collections.abc import Iterator

from msgspec import Struct, field

from clerkapp.export.word.tree import Node, w

_TELLING = frozenset(
    (
        *("COMMENTS", "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS"),
        *("FILENAME", "TEMPLATE", "EDITTIME", "REVNUM", "KEYWORDS", "DOCVARIABLE"),
        *("PRIVATE", "ADDIN", "SET", "ASK", "TC", "XE", "TA", "RD"),  # which nobody sees
    )
)
_LOOK = w("rPr")


class _Field(Struct):
    """One field while it is read: what it says, and everything that it is made of."""

    said: str = ""
    is_told: bool = False  # what it shows begins
    made_of: list[Node] = field(default_factory=list[Node])


def take_out_telling_fields(root: Node) -> None:
    """Takes such fields out of `root`, with what they show and with the fields in them.

    “{ INFO Author }” is one as well.
    """
    for each in [e for e in root.iter(w("fldSimple")) if _tells(e.get(w("instr")) or "")]:
        _take_out(each)
    for each in [part for one in _fields(root) if _tells(one.said) for part in one.made_of]:
        _take_out(each)
    for run in [e for e in root.iter(w("r")) if len(e) and all(c.tag == _LOOK for c in e)]:
        _take_out(run)


def _tells(said: str) -> bool:
    names = [name for name in said.upper().split()[:2] if name]
    return bool(names) and (names[0] if names[0] != "INFO" else names[-1]) in _TELLING


def _fields(root: Node) -> Iterator[_Field]:
    """Each field that ends, from its beginning on: it may go on over runs and paragraphs."""
    around: list[_Field] = []
    for run in root.iter(w("r")):
        for part in run:
            kind = part.get(w("fldCharType")) if part.tag == w("fldChar") else ""
            if kind == "begin":
                around.append(_Field())
            if part.tag != _LOOK:
                for each in around:
                    each.made_of.append(part)
            if around and kind == "separate":
                around[-1].is_told = True
            elif around and kind == "end":
                yield around.pop()
            elif around and part.tag == w("instrText") and not around[-1].is_told:
                around[-1].said += part.text or ""


def _take_out(element: Node) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
