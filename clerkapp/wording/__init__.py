"""From a meeting to the words of its minutes, in the manner of a house."""
