"""What stops a claim on its way to a fact."""

from __future__ import annotations


class Stopped(Exception):
    """A gate stops the claim."""
