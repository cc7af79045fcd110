"""The meeting itself, in the words of the law and of the clerk. Standard library only."""
