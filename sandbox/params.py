"""What a method was called with: JSON, form, multipart, query look the same to the methods."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from sandbox.codec import Json, loads
from sandbox.errors import bad_request

_TRUE = {True, "true", "True", "1", "yes"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    content: bytes
    mime: str


class Params:
    """Typed reading of the parameters; a wrong type is Telegram's 400."""

    def __init__(self, values: Json, uploads: dict[str, Upload] | None = None) -> None:
        """Keep the values as they came."""
        self.values = values
        self.uploads = uploads or {}

    def __contains__(self, name: str) -> bool:
        """Tell whether the parameter was given at all."""
        return self.values.get(name) is not None or name in self.uploads

    def text(self, name: str) -> str:
        """Return a string, empty when it was not given."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str) -> int | None:
        """Return a whole number, or None when it was not given."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'can\'t parse field "{name}": must be an Integer') from None

    def number(self, name: str) -> float | None:
        """Return a number, or None when it was not given."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return float(value)
        except (TypeError, ValueError):
            raise bad_request(f'can\'t parse field "{name}": must be a Number') from None

    def flag(self, name: str) -> bool:
        """Return a Boolean, False when it was not given."""
        value = self.values.get(name)
        return value in _TRUE if isinstance(value, (bool, int, str)) else False

    def json(self, name: str, what: str = "") -> Any:
        """Return a structure, which forms carry as a JSON string; None when it was not given."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what or name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """Return the file given under this name, or by `attach://`."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)


async def read_params(request: web.Request) -> Params:
    """Read the parameters of any kind of request that Telegram takes."""
    values: Json = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return Params(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _read_multipart(request, values)
    body = await request.read()
    if kind == "application/json":
        try:
            given = loads(body) if body else {}
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("object expected")
        values |= given
    else:
        values |= parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    return Params(values)


async def _read_multipart(request: web.Request, values: Json) -> Params:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, content, mime)
    return Params(values, uploads)
