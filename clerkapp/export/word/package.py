"""The package around the body: our template in, the same bytes for the same minutes out."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject

_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip entry can have


def open_template(folder: Path) -> DocumentObject:
    """The template whose parts lie unzipped in `folder`, opened as a document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                package.write(path, path.relative_to(folder).as_posix())
    packed.seek(0)
    return Document(packed)


def saved(document: DocumentObject, finish: Callable[[dict[str, bytes]], None]) -> bytes:
    """The bytes of `document`, with the parts in order and without the time of day in them.

    `finish` is given the parts by their names, to change them or to add some.
    """
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    finish(parts)
    fixed = io.BytesIO()
    with zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, parts[name])
    return fixed.getvalue()
