"""The crest of the council above its name: a picture with words for those who do not see it."""

import struct
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from clerkapp.errors import TemplateError
from clerkapp.export.word.elements import Markup
from clerkapp.export.word.pictures import JPEG, PNG, bare_picture
from clerkapp.meeting.words import one_line

_TALL = 60 * 12_700  # in EMU: 60 points
_WIDE = 240 * 12_700
_LARGEST = 8 * 2**20  # bytes
_SHAPE = 1_940_001  # no two shapes of a file may have one number; a letterhead counts from 1
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # segments of a JPEG with its size


@dataclass(frozen=True, slots=True)
class Crest:
    """A PNG or JPEG picture, its size in pixels, and the words that stand for it."""

    data: bytes
    ending: str  # png or jpeg
    width: int
    height: int
    alternative: str


def read_crest(path: Path, alternative: str = "") -> Crest:
    """The picture in that file; TemplateError where there is none, or it is neither PNG nor JPEG.

    Without words of its own it is “The crest of the council”. What the file tells beside the
    picture, of a camera or of who drew it, is left out.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise TemplateError(f"the crest {path.name} is larger than 8 MB")
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise TemplateError(f"the crest {path} cannot be read: {why}") from None
    ending = "png" if data.startswith(PNG) else "jpeg"
    size = _png_size(data) if ending == "png" else _jpeg_size(data)
    if not size or not all(size):
        raise TemplateError(f"the crest {path.name} is neither a PNG nor a JPEG picture")
    return Crest(
        bare_picture(data), ending, *size, one_line(alternative) or "The crest of the council"
    )


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


def drawn(crest: Crest, relation: str) -> Markup:
    """A run with the picture, at most 60 points high and 240 wide."""
    scale = min(_TALL / crest.height, _WIDE / crest.width)
    size = f'cx="{round(crest.width * scale)}" cy="{round(crest.height * scale)}"'
    words = quoteattr(crest.alternative)
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{_SHAPE}" name="Crest" descr={words}/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{_SHAPE}" name="Crest" descr={words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
