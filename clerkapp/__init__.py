"""Clerkapp: minutes taken live in the room, kept on this computer, published as Word."""

__version__ = "0.1.0"
