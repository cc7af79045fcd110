"""Word by word: what one wording has and the other has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.editing.comparison import Piece, compared


@pytest.mark.parametrize(("old", "new", "pieces"), [
    ("", "", ()),
    ("", "a b", (Piece("a b", "new"),)),
    ("one two", "one two", (Piece("one two", "both"),)),
    ("was falling", "was rising", (Piece("was ", "both"), Piece("falling", "old"),
                                   Piece("rising", "new"))),
])  # fmt: skip
def test_pieces(old: str, new: str, pieces):
    assert compared(old, new) == pieces


@given(st.text(), st.text())
def test_both_wordings_can_be_put_together_again(old: str, new: str):
    pieces = compared(old, new)
    assert "".join(p.words for p in pieces if p.side != "new") == old
    assert "".join(p.words for p in pieces if p.side != "old") == new
