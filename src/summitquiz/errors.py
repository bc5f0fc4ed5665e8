"""What can go wrong because of the user's input, in words for people.

The library raises these; the command line turns them into one line each. Anything else that escapes is a fault of ours.
"""

from __future__ import annotations


class SummitquizError(Exception):
    """Bad input: the message says what was wrong, where, what was expected and what to do.

    `where` is the place as a user finds it: a file, or file:line, or file:line:column.
    """

    def __init__(self, message: str, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class ArticleError(SummitquizError):
    """An article cannot be read: missing, empty, binary, too large, not German, or badly headed."""


class DeckError(SummitquizError):
    """A deck definition or a fact file does not say what it must."""


class TemplateError(SummitquizError):
    """A question template is faulty: file, line and field are in `where` and the message."""


class FormError(SummitquizError):
    """A word form that the lexicon does not have; whoever asks for it makes no card rather than guess."""


class ExportError(SummitquizError):
    """An output cannot be written."""
