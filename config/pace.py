"""Reading how fast platforms may be spoken to: the file beside this module, and one's own."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.domain.language import translatable
from bot.domain.newsroom import Platform
from bot.domain.pace import Pace, Paces, Rate
from bot.errors import BotError
from config.own_file import read_over


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
    return {Platform(name): _pace(fields) for name, fields in tomllib.loads(toml).items()}


def _pace(fields: Mapping[str, Any]) -> Pace:
    rates = {name: Rate(**fields.get(name, {})) for name in ("channel", "workspace")}
    return Pace(**{**fields, **rates})
