"""Meetings as a whole: opened, found, exported, brought back."""
