"""Organisations in a document: unions, parties, agencies, media, ministries, and seats that speak for a government.

Data: words/organisations.yaml.
"""

from __future__ import annotations

from summitquiz.model import Document, Mention


def find_organisations(document: Document) -> list[Mention]:
    """All organisations of a document in text order: Kind.ORGANISATION with the dictionary name as value."""
    del document
    return []
