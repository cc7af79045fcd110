"""The crest of the council above its name: a picture with words for those who do not see it."""

import base64
import struct

from msgspec import Struct

from clerkapp.errors import TemplateError
from clerkapp.export.pictures import JPEG, PNG, bare_picture
from clerkapp.meeting.stationery import KeptFile
from clerkapp.meeting.words import one_line
from clerkapp.wording.minutes import Minutes

TALLEST = 60  # points
WIDEST = 240
_LARGEST = 8 * 2**20  # bytes
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # segments of a JPEG with its size


class Crest(Struct, frozen=True):
    """A PNG or JPEG picture, its size in pixels, and the words that stand for it."""

    data: bytes
    ending: str  # png or jpeg
    width: int
    height: int
    alternative: str  # "" where the council gave none: then in the words of the house

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high it is printed, in points."""
        scale = min(TALLEST / self.height, WIDEST / self.width)
        return self.width * scale, self.height * scale

    def told(self, minutes: Minutes) -> str:
        """The words that stand for it in that document."""
        return self.alternative or minutes.pages.crest

    @property
    def address(self) -> str:
        """The picture itself as an address, for a page that needs nothing beside it."""
        return f"data:image/{self.ending};base64,{base64.b64encode(self.data).decode()}"


def crest_in(file: KeptFile, words: str = "") -> Crest:
    """The picture in that file; TemplateError where it is neither PNG nor JPEG, or too large.

    What the file tells beside the picture, of a camera or of who drew it, is left out.
    """
    data = file.data
    if len(data) > _LARGEST:
        raise TemplateError(f"the crest {file.name} is larger than 8 MB")
    ending = "png" if data.startswith(PNG) else "jpeg"
    size = _png_size(data) if ending == "png" else _jpeg_size(data)
    if not size or not all(size):
        raise TemplateError(f"the crest {file.name} is neither a PNG nor a JPEG picture")
    return Crest(bare_picture(data), ending, *size, one_line(words))


def _png_size(data: bytes) -> tuple[int, int] | None:
    return struct.unpack(">II", data[16:24]) if len(data) >= 24 else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    place = 2 if data.startswith(JPEG) else len(data)
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None
