"""aiogram's and our own pydantic models are built when they are first used, not at import.

aiogram makes some 500 models of Telegram's types and methods; a bot uses thirty. Without this the
start takes 2.4 s and 100 MB more (docs/measurements.md, docs/decisions/0015). Has to run before
aiogram is imported; where it did not, everything works, only slower.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

_build = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]
_names: dict[str, Any] = {}  # of all Telegram types, which refer to each other by name


def build_on_demand() -> None:
    """Until then a model holds stand-ins that call `model_rebuild`: pydantic's `defer_build`."""
    BaseModel.model_config["defer_build"] = True
    BaseModel.model_rebuild = classmethod(_rebuild)  # type: ignore[assignment]


def _rebuild(
    model: type[BaseModel],
    /,
    *,
    _types_namespace: Mapping[str, Any] | None = None,
    _parent_namespace_depth: int = 2,
    **words: Any,
) -> bool | None:
    """At the end of its import aiogram asks each model to be built, and says what names mean."""
    if not model.__module__.startswith("aiogram."):
        depth = _parent_namespace_depth + 1  # this frame
        return _build(  # type: ignore[no-any-return]
            model, _types_namespace=_types_namespace, _parent_namespace_depth=depth, **words
        )
    if _types_namespace is not None:
        _names.update(_types_namespace)
        return None
    return _build(model, _types_namespace=_names, **words)  # type: ignore[no-any-return]
