"""The themes: Jinja2 templates and style sheets that lie beside the exporters."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jinja2


def theme_text(name: str) -> str:
    """The theme file `name` as it stands, for example `anki/style.css`."""
    return files("summitquiz.export").joinpath("themes", name).read_text(encoding="utf-8")


def render(name: str, **values: Any) -> str:
    """The theme's template `name` filled with `values`; all text in them is escaped for HTML."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(theme_text),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
