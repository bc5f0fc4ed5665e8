"""Word lists: the YAML files under words/."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

# The C loader reads the same YAML seven times as fast; where PyYAML was built without it, the plain one does.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def text(file: str) -> str:
    """The text of words/`file`."""
    return resources.files("summitquiz.german").joinpath("words", file).read_text(encoding="utf-8")


@cache
def load(name: str) -> Any:
    """The data of words/`name`.yaml, read once: not to be changed."""
    return yaml.load(text(f"{name}.yaml"), Loader=_LOADER)
