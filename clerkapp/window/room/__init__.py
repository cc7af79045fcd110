"""Who is in the room, how they vote, and what becomes of the meeting: panels beside the words."""
