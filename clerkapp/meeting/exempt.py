"""The mark of what the public may not read."""

from msgspec import Struct


class Exempt(Struct, frozen=True):
    """A mark that an item or an entry is kept from the public, and under which paragraph.

    The paragraph is of Schedule 12A to the Local Government Act 1972 in England and Wales, of
    Schedule 7A to the 1973 Act in Scotland; other bodies have their own.
    """

    paragraph: str = ""
