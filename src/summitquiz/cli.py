"""The command line: summitquiz build, summitquiz facts, summitquiz explain."""

from __future__ import annotations

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summitquiz.errors import SummitquizError
from summitquiz.model import PartialDate
from summitquiz.report import WIDTH, explanation, summary, table, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summitquiz.corrections.fact_file import FactFile
    from summitquiz.deck import DeckDefinition

FORMATS = ("apkg", "html", "json", "facts")


class _Date(click.ParamType[PartialDate]):
    """A day, a month or a year."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Read 2019-04-24, 2019-04 or 2019."""
        try:
            return PartialDate.parse(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write a day (2019-04-24), a month (2019-04) or a year (2019)", param, ctx)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Turn our errors into one line on standard error and exit status 1."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except SummitquizError as error:
            click.echo(f"summitquiz: {error}", err=True)
            sys.exit(1)

    return run


_inputs = click.argument("inputs", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK.yaml | FACTS.yaml | ARTICLE…]")
_published = click.option(
    "--published", type=_Date(), metavar="DATE", help="Day, month or year of publication of the articles."
)
_title = click.option("--title", metavar="TEXT", help="Title of the deck.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(package_name="summitquiz")
def main() -> None:
    """Turn German news articles about summits and meetings into Anki decks and printable quizzes."""


@main.command()
@_inputs
@_published
@_title
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    metavar="DIR",
    show_default=True,
    help="Folder for the outputs; each deck gets a folder of its own in it.",
)
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, help="Only this output; may be repeated.")
@_told
def build(
    inputs: tuple[Path, ...], published: PartialDate | None, title: str | None, output: Path, formats: tuple[str, ...]
) -> None:  # fmt: skip
    """Build decks: every deck of decks/, one deck definition, one corrected fact file, or one deck from articles."""
    from summitquiz import build as line

    finished = [line.build(work) for work in _works(inputs, published, title)]  # all of them before anything is written
    _refuse_equal_names([built.deck.name for built in finished])
    if "facts" in formats and not any(built.definition.articles for built in finished):
        raise click.UsageError("no fact file is written from a fact file; name another --format")
    for built in finished:
        folder = output / built.deck.name
        paths = line.write(built, folder, formats or FORMATS)
        summary(built)
        click.echo(wrapped(f"\nwritten to {folder}/: " + ", ".join(path.name for path in paths)))


@main.command()
@_inputs
@_published
@click.option("--format", "form", type=click.Choice(["table", "yaml", "json"]), default="table", show_default=True)
@_told
def facts(inputs: tuple[Path, ...], published: PartialDate | None, form: str) -> None:
    """Print the facts found, and what was left out."""
    from summitquiz import build as line
    from summitquiz.export import facts_file

    for work in _works(inputs, published, None):
        definition, knowledge, _ = line.known(work)
        if form == "table":
            table(knowledge)
        else:
            dump = facts_file.dump_yaml if form == "yaml" else facts_file.dump_json
            click.echo(dump(knowledge, knowledge.abstained, definition, Path.cwd()), nl=False)


@main.command()
@click.argument("card")
@_inputs
@_published
@_told
def explain(card: str, inputs: tuple[Path, ...], published: PartialDate | None) -> None:
    """Print why CARD says what it says, or why it was left out.

    CARD is the id of a card or fact, or its first four characters or more, or a place as `facts` prints it: ARTICLE:START-END.
    """
    from summitquiz import build as line
    from summitquiz.explain.explanation import explain as why
    from summitquiz.explain.seek import seek

    found = seek(card, [line.build(work) for work in _works(inputs, published, None)])
    for number, (built, what) in enumerate(found):
        if number:
            click.echo(f"\n{'-' * WIDTH}\n")
        explanation(why(built, what))


def _works(inputs: Sequence[Path], published: PartialDate | None, title: str | None) -> list[DeckDefinition | FactFile]:
    """What the arguments name: deck definitions, a fact file, or a deck of articles."""
    from summitquiz.build import load
    from summitquiz.deck import ArticleEntry, DeckDefinition

    if not inputs:
        found = sorted(Path("decks").glob("*.yaml"))
        if not found:
            raise SummitquizError(
                "no deck definition found; name article files, or run this where decks/NAME.yaml lies", "decks"
            )
        return [load(path) for path in found]
    decks = [path for path in inputs if path.suffix.lower() in {".yaml", ".yml"}]
    if decks and (len(inputs) > 1 or published or title):
        raise click.UsageError(
            "a deck definition or fact file stands alone: it names its articles, their dates and its title itself"
        )
    if decks:
        return [load(decks[0])]
    stems = [path.stem for path in inputs]
    if len(set(stems)) < len(stems):
        raise click.UsageError("two articles have the same file name; rename one, as names tell the articles of a deck apart")
    name = stems[0] if len(stems) == 1 else f"{stems[0]}-and-{len(stems) - 1}-more"
    return [DeckDefinition(name, title or name, tuple(ArticleEntry(path, published=published) for path in inputs))]


def _refuse_equal_names(names: Sequence[str]) -> None:
    """Two decks of one name would overwrite each other."""
    for name in names:
        if names.count(name) > 1:
            raise SummitquizError(
                f"a deck definition and a fact file both make the deck {name!r}; keep one of them here", "decks"
            )
