"""A council's stationery as JSON, the files in it in base 64."""

import base64
import json

from clerkapp.meeting.stationery import KeptFile, Stationery
from clerkapp.notation.json_values import Value, said


def write_stationery(own: Stationery) -> str:
    """All but the name of the council."""
    return json.dumps(
        said(
            template=_written(own.template),
            crest=_written(own.crest),
            crest_words=own.crest_words,
            line_numbers=own.line_numbers,
        )
    )


def read_stationery(council: str, text: str) -> Stationery:
    """The stationery of that council; NotationError where it is not such JSON."""
    fields = Value.parse(text).fields("template", "crest", "crest_words", "line_numbers")
    return Stationery(
        council,
        template=fields.get("template", _read, None),
        crest=fields.get("crest", _read, None),
        crest_words=fields.get("crest_words", Value.line, ""),
        line_numbers=fields.get("line_numbers", Value.flag, default=False),
    )


def _written(file: KeptFile | None) -> dict[str, str] | None:
    return {"name": file.name, "data": base64.b64encode(file.data).decode()} if file else None


def _read(value: Value) -> KeptFile:
    fields = value.fields("name", "data")
    data = fields.need("data", Value.text)
    return KeptFile(fields.need("name", Value.line), base64.b64decode(data))
