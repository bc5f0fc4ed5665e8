"""Article → Document: sentences with paragraph numbers and tagged tokens, no mentions yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitquiz.model import Document, Sentence
from summitquiz.reading.sentences import lines, split_line
from summitquiz.reading.tokens import tokens

if TYPE_CHECKING:
    from summitquiz.model import Article


def read(article: Article) -> Document:
    """Split an article into tagged sentences. A wild date header is left out; the title is a paragraph of its own."""
    text = article.text
    start = article.title_span.start if article.title_span else article.body_start
    sentences = [
        Sentence(span, tokens(text, span), paragraph)
        for paragraph, line in enumerate(lines(text, start))
        for span in split_line(text, line)
    ]
    return Document(article, tuple(sentences))
