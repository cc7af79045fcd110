"""Checks that know the meeting: each finding says what, where and how to mend it."""
