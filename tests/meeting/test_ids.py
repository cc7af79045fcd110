"""Identifiers."""

import re
from uuid import UUID

from meetings import brookmere

from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import counted, new_id


def test_new_ids_are_uuid7_never_repeat_and_sort_by_making():
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert all(UUID(each).version == 7 for each in ids[::997])
    assert all(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab].*", i) for i in ids[::97])


def test_a_copy_says_the_same_under_ids_of_its_own():
    meeting = brookmere()
    copy = copied(meeting, new_id)
    assert copy != meeting
    assert copied(copy, counted()) == copied(meeting, counted())
