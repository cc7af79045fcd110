"""What words may be: text that a file, a window and a Word document can all hold."""

from clerkapp.patterns import pattern

_LINE_ENDS = pattern("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# XML 1.0 §2.2 has no place for control characters, lone surrogates or U+FFFE and U+FFFF.
_UNPRINTABLE = pattern("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACE = pattern(r"\s+")


def clean(text: str) -> str:
    """`text` with line feeds for line ends, and no characters that no document can hold."""
    if text.isprintable():  # as most are: a tenth of the work
        return text
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """`text` cleaned, on one line, with single spaces and none at its ends: a title, a name."""
    return _SPACE.sub(" ", clean(text)).strip()
