"""The keys of the list of the room and of the roll, with what each does in words."""

ROOM_KEYS = (
    ("P", "there, or arriving"),
    ("L", "leaves"),
    ("W", "withdraws for an interest"),
    ("C", "takes the chair"),
    ("S", "has a substitute"),
    ("A", "apologies"),
    ("N", "absent"),
    ("R", "remote, or in the room"),
)
"""What is done to whoever is chosen in the room, at the entry in hand."""

KEYS_OF_THE_ROOM = frozenset({key for key, _ in ROOM_KEYS} | {"Ctrl+Z"})

ROLL_KEYS = (
    ("E", "everyone present"),
    ("P", "present"),
    ("R", "remote"),
    ("A", "apologies"),
    ("Shift+A", "apologies, with a reason"),
    ("N", "absent"),
    ("S", "substitute"),
)
"""What is done to whoever is chosen while the roll is called; each key goes on to the next."""
