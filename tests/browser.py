"""One Chromium for all tests of a process: starting it takes longer than most tests."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@cache
def _context() -> BrowserContext:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise RuntimeError("these tests need Chromium: apt-get install chromium")
    profile = tempfile.TemporaryDirectory()
    playwright = sync_playwright().start()
    context = playwright.chromium.launch_persistent_context(profile.name, executable_path=chromium, args=_ARGS, headless=True)

    def close() -> None:
        context.close()
        playwright.stop()
        profile.cleanup()

    atexit.register(close)
    return context


def new_page(width: int, height: int = 800) -> Page:
    """A new page of the shared browser, `width` by `height` CSS pixels; the caller closes it."""
    page = _context().new_page()
    page.set_viewport_size({"width": width, "height": height})
    return page
