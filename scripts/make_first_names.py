"""Write the lists of first names and surnames from the Faker package's person providers (MIT licence).

Development only: `pip install faker` first, then `python scripts/make_first_names.py`. Names in Latin letters are taken as
they are; Russian, Ukrainian and Bulgarian ones are written the way German newspapers write them (Сергей → Sergej).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent.parent / "src/summitquiz/german/words"
HEAD = """\
# {what}, space-separated.
# Source: names of the Faker package's person providers (https://github.com/joke2k/faker, MIT licence, copyright Daniele
# Faraglia and contributors), Cyrillic ones written in German transcription; made by scripts/make_first_names.py.
# Names from elsewhere in the world are added by hand in more_names.yaml.
"""
LATIN = re.compile(r"[A-ZÀ-ÞĀ-ſȘȚ][a-zß-ɏ]+(?:-[A-ZÀ-ÞĀ-ſȘȚ][a-zß-ɏ]+)?")
CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфцыьъіїєґ",
        [
            "a",
            "b",
            "w",
            "g",
            "d",
            "e",
            "s",
            "i",
            "j",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "z",
            "y",
            "",
            "",
            "i",
            "ji",
            "je",
            "g",
        ],
        strict=True,
    )
) | {"ё": "jo", "ж": "sch", "х": "ch", "ч": "tsch", "ш": "sch", "щ": "schtsch", "э": "e", "ю": "ju", "я": "ja"}
# Providers whose lists hold invented words, or names of another kind.
SKIPPED = {"la", "en_TH", "en_PK"}


def german(name: str) -> str:
    """A Cyrillic name in German transcription, a Latin one unchanged."""
    if not re.match("[Ѐ-ӿ]", name):
        return name
    return "".join(CYRILLIC.get(letter, letter) for letter in name.lower()).capitalize()


def names_of(provider: Any, field: str) -> set[str]:
    """The usable names in one list of a provider; empty when it has no such list."""
    found = getattr(provider, field, None)
    if not found or isinstance(found, property):
        return set()
    return {name for name in (german(str(item)) for item in found) if LATIN.fullmatch(name) and len(name) > 2}


def collect() -> dict[str, set[str]]:
    """All providers' names by list: female, male, unsorted first names, surnames."""
    import faker.providers.person as person

    fields = {"female": "first_names_female", "male": "first_names_male", "either": "first_names", "surnames": "last_names"}
    lists: dict[str, set[str]] = {key: set() for key in fields}
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in SKIPPED:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for key, field in fields.items():
            lists[key] |= names_of(provider, field)
    return lists


def filled(names: list[str]) -> str:
    """The names as indented lines of a folded YAML block."""
    return textwrap.fill(" ".join(names), 126, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def write(path: Path, what: str, lists: dict[str, set[str]]) -> None:
    """Write the lists as one YAML file of folded blocks, which loads many times faster than one item a line."""
    blocks = (f"{key}: >-\n{filled(sorted(names))}\n" for key, names in lists.items())
    path.write_text(HEAD.format(what=what) + "".join(blocks), encoding="utf-8")


def main() -> None:
    """Write first_names.yaml and surnames.yaml."""
    lists = collect()
    both = lists["female"] & lists["male"]
    first = {"female": lists["female"] - both, "male": lists["male"] - both}
    first["either"] = (lists["either"] | both) - first["female"] - first["male"]
    write(WORDS / "first_names.yaml", "First names: of women, of men, of either", first)
    write(WORDS / "surnames.yaml", "Surnames", {"surnames": lists["surnames"]})


if __name__ == "__main__":
    main()
