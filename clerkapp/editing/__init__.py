"""One open meeting: what is done to it, undone, saved, and told to whoever shows it."""
