"""Daybook in Discord, through discord.py."""

import warnings

with warnings.catch_warnings():
    # discord.py imports audioop for voice, which Daybook never uses; the warning that it leaves
    # the standard library would only worry operators.
    warnings.filterwarnings("ignore", message="'audioop'", category=DeprecationWarning)
    import discord as _discord  # noqa: F401  the first import is the one that warns

from adapters.discord.connection import DiscordAdapter, TokenRefused
from adapters.discord.messenger import DiscordMessenger

__all__ = ["DiscordAdapter", "DiscordMessenger", "TokenRefused"]
