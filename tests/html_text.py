"""The text of an HTML page as a reader sees it, for tests."""

from __future__ import annotations

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base class names it
        self.unseen += tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)


def text_of(html: str) -> str:
    """The page's text with one blank for every run of blanks and line ends, without style sheets."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())
