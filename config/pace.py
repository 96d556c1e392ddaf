"""Reading how fast platforms may be spoken to: the file beside this module, and one's own."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from bot.domain.language import translatable
from bot.domain.newsroom import Platform
from bot.domain.pace import Pace, Paces, Rate
from bot.errors import BotError
from config.own_file import named, only, read_over


class BadPace(BotError):
    """A file of paces that can't be used."""

    reply = translatable(
        "The pace in {where} can’t be used: {why}. Compare it with config/pace.toml."
    )


def read_paces(own: Path | None = None) -> Paces:
    """Return the paces by platform: the default ones, with an operator's own put over them.

    Raises:
        BadPace: If the file can't be read, or says something that is no pace.
    """
    return read_over("pace.toml", own, _paces, BadPace)


def _paces(toml: str) -> dict[Platform, Pace]:
    return {named(Platform, name): _pace(row) for name, row in tomllib.loads(toml).items()}


def _pace(row: Mapping[str, Any]) -> Pace:
    said = _all_of(Pace, row)
    rates = {name: Rate(**_all_of(Rate, said[name])) for name in ("channel", "workspace")}
    return Pace(**{**said, **rates})


def _all_of(kind: type[Pace | Rate], said: object) -> dict[str, Any]:
    """Return what a table says of a pace or a rate: all that it is made of, and nothing else."""
    wanted = [each.name for each in fields(kind)]
    if not isinstance(said, dict):
        raise ValueError(f"{said!r} is no table of {', '.join(wanted)}")
    only(said, wanted)
    if lacking := [name for name in wanted if name not in said]:
        raise ValueError(f"{', '.join(lacking)} must be said, too")
    return said
