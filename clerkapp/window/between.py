"""What is done to the archive between one window and the next."""

from collections.abc import Callable

from msgspec import Struct

from clerkapp.archive.keys.data_key import Keys


class Between(Struct, frozen=True):
    """Done while the archive is closed: `work` gives the keys that there are then."""

    title: str  # while it is done
    otherwise: str  # the heading where it could not be done
    work: Callable[[], Keys]
