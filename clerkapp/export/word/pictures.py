"""Pictures without what they tell beside the picture: who made it, where, with what, and when."""

import struct
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"

# What is needed to show it in its colours and size (PNG, third edition, 11.2 and 11.3)
_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB")
) | frozenset((b"cICP", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"))
_START_OF_SCAN, _COMMENT = 0xDA, 0xFE
_TOLD_IN = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, _COMMENT})  # Exif, XMP, IPTC, comments
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length


def bare_picture(data: bytes) -> bytes:
    """A PNG or JPEG with its pixels and colours alone; any other data as it is."""
    if data.startswith(PNG):
        return PNG + b"".join(_chunks(data))
    if data.startswith(JPEG):
        return b"".join(_segments(data))
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, end = data[place + 4 : place + 8], place + 12 + length
        if kind in _CHUNKS:
            yield data[place:end]
        if kind == b"IEND":  # what follows is no part of the picture
            return
        place = end


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments up to the pixels, and these as they are, up to the end of the picture.

    The colours of a camera (APP2) and of Adobe (APP14) are needed to show it.
    """
    yield data[:2]
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _ALONE:
            end = place + 1 if marker == 0xFF else place + 2
        else:
            end = place + 2 + int.from_bytes(data[place + 2 : place + 4])
        if marker == _START_OF_SCAN:
            last = data.rfind(b"\xff\xd9", end)
            yield data[place : last + 2] if last >= 0 else data[place:]
            return
        if marker not in _TOLD_IN:
            yield data[place:end]
        place = end
    yield data[place:]
