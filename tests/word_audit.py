"""What a validator of Open XML says of a Word file."""

from functools import cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from untraced import untraced


@cache
def _validator() -> OpenXmlValidator:
    """The one validator: it reads the schemas when it is made, which takes as long as a file."""
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)


def audit(data: bytes, folder: Path) -> list[str]:
    """The faults of the file, which is laid into `folder`."""
    path = folder / "audited.docx"
    path.write_bytes(data)
    with untraced():
        return [str(error) for error in _validator().validate(str(path)).errors]
