"""Every command, by its menu, its words and its keys."""
