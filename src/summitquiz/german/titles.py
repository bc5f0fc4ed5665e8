"""Titles that may mean one and the same office."""

from __future__ import annotations

from functools import cache

from summitquiz.german import lexicon

_RULERS = ("könig", "fürst", "prinz", "herzog", "kaiser", "emir", "sultan", "zar", "papst", "patriarch")
# Ends of titles whose feminine is formed with -in.
_WITH_IN = (
    *("minister", "präsident", "kanzler", "sekretär", "chef", "kommissar", "sprecher", "botschafter", "direktor", "gouverneur"),
    *("bürgermeister", "leiter", "senator", "vermittler", "unterhändler", "berater", "könig"),
)
_OTHER = ("vize", "unter", "alt", "ex-", "neben", "gegen", "schatten")  # Vizekanzler and Kanzler are two offices


@cache
def _classes() -> list[frozenset[str]]:
    return [frozenset(titles) for titles in lexicon.load("office_classes").values()]


def masculine(title: str) -> str:
    """The masculine of a feminine title: Bundeskanzlerin → Bundeskanzler; any other title unchanged."""
    return title.removesuffix("in") if title.endswith("in") and len(title) > 5 else title


def feminine(title: str) -> str:
    """The feminine of a title: Außenminister → Außenministerin; any other ("Premier") unchanged."""
    return f"{title}in" if title.lower().endswith(_WITH_IN) else title


def same_office(one: str, other: str) -> bool:
    """Whether two titles can mean one office: equal, one the end of the other (Minister, Außenminister), or of one class."""
    if one == other:
        return True
    a, b = masculine(one), masculine(other)
    if _qualifier(one) != _qualifier(other):
        return False  # the designated chancellor is not yet the chancellor
    shorter, longer = sorted((a.lower(), b.lower()), key=len)
    if longer.endswith(shorter) and not longer.startswith(_OTHER):
        return True
    return any(a in titles and b in titles for titles in _classes())


def _qualifier(title: str) -> str:
    """The adjective before a title, without its ending: designiert; "" where none stands."""
    first, _, rest = title.partition(" ")
    return first.rstrip("enrs") if rest and first[0].islower() else ""


def same_rank(one: str, other: str) -> bool:
    """Whether two titles are of one rank: two ministers, two heads of a state or a government, or two of one class."""
    ranks = {_rank(masculine(title)) for title in (one, other)}
    return same_office(one, other) or (len(ranks) == 1 and ranks != {""})


def _rank(title: str) -> str:
    classes = lexicon.load("office_classes")
    if any(title in classes[name] for name in ("head_of_state", "head_of_government", "chancellor")):
        return "head"
    return "minister" if title.endswith("minister") else ""


def is_ruler(title: str) -> bool:
    """Whether who bears a title is known by the first name alone: Königin, Fürst, Papst."""
    return masculine(title).lower().endswith(_RULERS)
