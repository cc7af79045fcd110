"""Word minutes: the body, its numbering, and the package around it."""

from clerkapp.export.word.document import word_bytes

__all__ = ["word_bytes"]
