"""What a career requires, and which credentials a client may sit for: offline and sourced."""

from typing import Any

__all__ = ["Catalog", "Client", "__version__", "check", "open_catalog"]

_HOMES = {
    "Catalog": "careerkit.catalog",
    "Client": "careerkit.model.client",
    "__version__": "careerkit._version",
    "check": "careerkit.api",
    "open_catalog": "careerkit.api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        message = f"module 'careerkit' has no attribute '{name}'"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
