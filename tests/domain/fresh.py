"""A module read a second time: what is built while it is read can be looked at as well."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType


def fresh(module: ModuleType) -> ModuleType:
    """A copy of its own, under the same name and beside the one that all others use."""
    spec = spec_from_file_location(module.__name__, module.__file__)
    assert spec is not None
    assert spec.loader is not None
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found
