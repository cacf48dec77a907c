"""JSON in and out; `orjson` when it is there, because the hot path is mostly JSON."""

import json
from contextlib import suppress
from importlib import import_module
from typing import Any

orjson: Any = None
with suppress(ImportError):  # the standard library does the same, slower
    orjson = import_module("orjson")

Json = dict[str, Any]


def dumps(value: object) -> bytes:
    """Serialize to compact UTF-8."""
    if orjson is not None:
        body: bytes = orjson.dumps(value)
        return body
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def loads(body: bytes | str) -> Any:
    """Parse; raises `ValueError` on what is not JSON."""
    if orjson is not None:
        return orjson.loads(body)
    return json.loads(body)
