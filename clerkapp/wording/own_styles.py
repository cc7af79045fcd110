"""A person's own house styles as they stand in their folder, those that are wrong among them."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource
from clerkapp.wording.house_style import HouseStyle, house_styles, read_house_style, style_files
from clerkapp.wording.style_draft import StyleDraft, read_draft
from clerkapp.wording.style_tables import faults, parsed, whole
from clerkapp.wording.style_writing import style_name


class OwnStyle(Struct, frozen=True):
    """One file of the folder. It has a style, or faults."""

    path: Path
    style: HouseStyle | None
    faults: Mapping[str, str]
    """By key, what is wrong; "" is the key where the file cannot be read."""
    draft: StyleDraft | None
    """What there is to change; None where the file cannot be read."""

    @property
    def name(self) -> str:
        """As a meeting and `--style` name it."""
        return self.path.stem

    @property
    def title(self) -> str:
        """Its title, or its file where it has none."""
        return (self.draft.title.strip() if self.draft else "") or self.path.name

    @property
    def summary(self) -> str:
        """What it says is particular to it."""
        return self.draft.summary if self.draft else ""

    def told_faults(self) -> tuple[str, ...]:
        """A sentence for each fault, which names the key: "words.akshun: no style has …"."""
        return tuple(f"{key}: {why}" if key else why for key, why in self.faults.items())


def own_styles(folder: Path) -> tuple[OwnStyle, ...]:
    """Every own style of that folder, by the names of their files; the folder need not be there."""
    return tuple(_own_style(path, folder) for path in style_files(folder))


def _own_style(path: Path, folder: Path) -> OwnStyle:
    try:
        draft = read_draft(path, folder)
    except HouseStyleError as error:
        return OwnStyle(path, None, {"": str(error)}, None)
    try:
        return OwnStyle(path, read_house_style(path, folder), {}, draft)
    except HouseStyleError as error:
        wrong = draft.faults() | _wrong_values(path) or _missing(path, folder) or {"": str(error)}
        return OwnStyle(path, None, wrong, draft)


def _wrong_values(path: Path) -> dict[str, str]:
    """By key, what the file says wrongly; a draft takes a number for the words of its digits."""
    told = ((key, f"{key}: ", sentence) for key, sentence in faults(parsed(path)))
    return {
        key: sentence.removeprefix(before)
        for key, before, sentence in told
        if sentence.startswith(before)  # else the file is silent, as it may be
    }


def _missing(path: Path, folder: Path) -> dict[str, str]:
    """By key, what the file and all that it is like leave unsaid."""
    return dict(faults(whole(path, folder)))


def broken_styles(own: Path) -> tuple[str, ...]:
    """A sentence for each fault of an own style: which key of which file is wrong, and how."""
    return tuple(
        sentence if sentence.startswith(each.path.name) else f"{each.path.name}: {sentence}"
        for each in own_styles(own)
        for sentence in each.told_faults()
    )


def free_name(title: str, folder: Path) -> str:
    """The name of a new style of that title: "our-town", or "our-town-2" where that is taken."""
    taken = {path.stem for path in (*style_files(folder), *style_files(resource("house_styles")))}
    name = style_name(title) or "style"
    names = (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def title_fault(title: str, folder: Path, but: str = "") -> str:
    """Why a style cannot have that title, the one of the name `but` apart; "" where it can."""
    if not title.strip():
        return "Give it a name."
    others = [each for each in house_styles(folder) if each.name != but]
    if any(each.title.strip().casefold() == title.strip().casefold() for each in others):
        return f"There is a house style “{title.strip()}” already: give this one another name."
    return ""


def may_be_like(name: str, folder: Path) -> tuple[HouseStyle, ...]:
    """The styles that the own style of that name can be like: none that is like it in turn."""
    own = {each.name: each.draft.like.name for each in own_styles(folder) if each.draft}
    bundled = {each.name: each for each in house_styles()}

    def leads_to_it(other: str) -> bool:
        seen: set[str] = set()
        while other in own and other not in seen and other != name:
            seen.add(other)
            other = own[other]
        return other == name

    return tuple(
        bundled[each.name] if each.name == name else each
        for each in house_styles(folder)
        if (each.name in bundled if each.name == name else not leads_to_it(each.name))
    )


def like_it(name: str, folder: Path) -> tuple[OwnStyle, ...]:
    """The own styles that are like the own style of that name."""
    return tuple(
        each
        for each in own_styles(folder)
        if each.draft and not each.draft.no_base and each.draft.like.name == name != each.name
    )
