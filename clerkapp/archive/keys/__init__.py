"""The key that the archive is encrypted with, and the three ways to it."""
