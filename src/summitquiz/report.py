"""What the command line prints of a build, of facts and of explanations, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from summitquiz.explain.row import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitquiz.build import Built
    from summitquiz.explain.row import Row
    from summitquiz.model import Fact, Knowledge

WIDTH = 80
_LONGEST_NAME = 26  # of an article, so that the figures behind it stay in the line
_INDENT = " " * 10
_UNBROKEN = "\u00a0"  # no line ends between a gate and its number
_HEADS = ("article", "sent.", "who", "where", "when", "how long", "cards", "left out")


def summary(built: Built) -> None:
    """Print what was found in each article, what the gates stopped, and where reports disagree."""
    from summitquiz.build import counts, gates

    rows = [(a.id, *("–" if n is None else str(n) for n in counts(built, a.id).values())) for a in built.knowledge.articles]
    click.echo(wrapped(f"{built.deck.title}: {len(built.deck.cards)} cards"))
    _columns([_HEADS, *rows])
    for article in built.knowledge.articles:
        left = ", ".join(f"{gate}{_UNBROKEN}{n}" for gate, n in gates(built, article.id))
        if left:
            click.echo(wrapped(f"left out of {article.id}: {left}").replace(_UNBROKEN, " "))
        if article.published is None:
            click.echo(wrapped(f"{article.id} has no date: name it with --published, and more can be asked"))
    for fact in built.knowledge.facts:
        if fact.conflicts:
            source = fact.attribution or fact.evidence[0].article
            click.echo(wrapped(f"reports disagree: {fact.answer} ({source}), fact {fact.id}"))


def table(knowledge: Knowledge) -> None:
    """Print every fact with its event, its place in the article and its id, and what was left out."""
    labels = {event.id: event.label for event in knowledge.events}
    for fact in knowledge.facts:
        click.echo(wrapped(f"{fact.ask:9} {fact.answer}{_remarks(fact)}", _INDENT))
        click.echo(wrapped(_INDENT + labels.get(fact.event, ""), _INDENT))
        one = fact.evidence[0]
        click.echo(f"{_INDENT}{one.article}:{one.span.start}-{one.span.end}  {fact.id}")
    for left in knowledge.abstained:
        words = " ".join(left.text.split())
        click.echo(wrapped(f"left out  {left.gate}: {words}  {left.article}:{left.span.start}-{left.span.end}", _INDENT))


def explanation(rows: Sequence[Row]) -> None:
    """Print the rows of an explanation: heads in a column, texts beside it."""
    for head, text in rows:
        click.echo(wrapped(f"{head:10}{one_line(text)}".rstrip(), f"{_INDENT}  "))


def wrapped(text: str, indent: str = "  ") -> str:
    """The text broken into lines of the terminal's width, the later ones indented; a line break at its start stays.

    Nothing is broken at a hyphen: names of files and places are there to be copied.
    """
    lead = text[: len(text) - len(text.lstrip("\n"))]
    first = text[len(lead) :]
    blanks = first[: len(first) - len(first.lstrip())]
    return lead + textwrap.fill(first.lstrip(), WIDTH, initial_indent=blanks, subsequent_indent=indent, break_on_hyphens=False)


def _remarks(fact: Fact) -> str:
    parts = [fact.modality if fact.modality != "actual" else "", f"says {fact.attribution}" if fact.attribution else ""]
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _columns(rows: Sequence[Sequence[str]]) -> None:
    cut = [(row[0] if len(row[0]) <= _LONGEST_NAME else row[0][: _LONGEST_NAME - 1] + "…", *row[1:]) for row in rows]
    widths = [max(len(row[i]) for row in cut) for i in range(len(cut[0]))]
    for row in cut:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        click.echo("  ".join([row[0].ljust(widths[0]), *cells]).rstrip())
