"""The agenda at the left of the window, and what is done to its items."""
