"""What leaves the archive: one writer a form, all of them from the same minutes."""
