"""aiogram without building all its models at import: each is built when it is used first.

aiogram marks its models as deferred and then rebuilds all 444 of them. This bot uses some thirty.
Leaving the rebuilding out was measured to halve the time to start and to save a third of the memory
(docs/measurements.md). It works only before the first import of aiogram; afterwards, as in a test
that has it already, nothing is changed.
"""

import sys
from typing import Any

from pydantic import BaseModel

_original: Any = BaseModel.__dict__["model_rebuild"]
_names: dict[str, Any] = {}  # where aiogram's annotations are looked up


def _later(_cls: type[BaseModel], *, _types_namespace: dict[str, Any] | None = None) -> None:
    """What aiogram's import calls instead of building."""
    _names.update(_types_namespace or {})


def _now(cls: type[BaseModel], **options: Any) -> bool | None:
    """What pydantic calls when a model is used that has not been built."""
    found: bool | None = _original.__func__(cls, **{"_types_namespace": _names, **options})
    return found


def install() -> None:
    """Imports aiogram without its models."""
    if "aiogram" in sys.modules:
        return
    _rebuild_by(BaseModel, classmethod(_later))
    try:
        # Here, because rebuilding is put off just now.
        from aiogram.methods.base import Response, TelegramMethod  # noqa: PLC0415
        from aiogram.types.base import TelegramObject  # noqa: PLC0415
    finally:
        _rebuild_by(BaseModel, _original)
    for parent in (TelegramObject, TelegramMethod, Response):
        _rebuild_by(parent, classmethod(_now))


def _rebuild_by(parent: type[BaseModel], method: Any) -> None:
    parent.model_rebuild = method  # type: ignore[method-assign]
