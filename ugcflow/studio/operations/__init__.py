"""Every operation of the vocabulary, one file each: a file that is here is known to the reader, the schema and `ugcflow ops`."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from ugcflow.studio.operation import Spec


@cache
def all_operations() -> dict[str, Spec]:
    """Name → Spec, in alphabetical order."""
    modules = sorted(m.name for m in pkgutil.iter_modules(__path__))
    specs = (import_module(f"{__name__}.{m}").OPERATION for m in modules)
    return {spec.name: spec for spec in specs}
