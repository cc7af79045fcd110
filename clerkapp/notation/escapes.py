"""Characters and words that mean themselves because a backslash stands before them."""

import re


def escape(text: str, specials: str) -> str:
    """`text` with a backslash before each of `specials` and before each backslash."""
    return re.sub(rf"([{re.escape(specials)}\\])", r"\\\1", text)


def escape_words(text: str, words: str) -> str:
    """`text` with a backslash before each whole word that matches the pattern `words`."""
    return re.sub(rf"(?<!\S)(?={words}(?!\S))", r"\\", text, flags=re.IGNORECASE)


def unescape(text: str, specials: str) -> str:
    """`text` with the backslash gone before each of `specials` and before each backslash."""
    return re.sub(rf"\\([{re.escape(specials)}\\])", r"\1", text, flags=re.IGNORECASE)


def split_list(value: str) -> list[str]:
    """The parts of a list separated by semicolons, stripped, without empty ones; still escaped."""
    return [part.strip() for part in re.findall(r"(?:\\.|[^;])+", value) if part.strip()]


def needs_keeping(words: str) -> bool:
    """Whether `words` begin with what `without_start` takes away."""
    return words[:1] == "\\" or words[:1].isspace()


def keep_start(words: str) -> str:
    """The text from which `without_start` gives `words`, whatever they begin with."""
    return f"\\{words}" if needs_keeping(words) else words


def without_start(text: str) -> str:
    """`text` without the spaces before it, and without the backslash that keeps what follows."""
    return text.lstrip().removeprefix("\\")
