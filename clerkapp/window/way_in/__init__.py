"""Before there is a window: the key of the archive, and everything about it."""
