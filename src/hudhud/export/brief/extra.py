"""Packages of the extra `brief`, imported on use."""

from importlib import import_module
from typing import Any

from hudhud.errors import HudhudError

__all__ = ["needs"]


def needs(module: str) -> Any:
    """The module.

    Raises:
        HudhudError: If it is not installed, with the command that does.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = {"docx": "python-docx"}.get(module, module.partition(".")[0])
        message = f"This form of brief needs {package}. Install it: pip install 'hudhud[brief]'"
        raise HudhudError(message=message) from error
