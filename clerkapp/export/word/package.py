"""The package around the body: our template in, the same bytes for the same minutes out."""

import io
import zipfile
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


def saved(document: DocumentObject) -> bytes:
    """The bytes of `document`, with the parts in order and without the time of day in them."""
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
