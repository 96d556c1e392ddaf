"""What an operator decides: read once from the environment, and passed down.

``config/example.env`` shows every setting, ``docs/operating.md`` explains each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Self
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from bot.domain.language import Language, translatable
from bot.errors import BotError

EXAMPLES: Mapping[str, str] = {
    "DAYBOOK_DATABASE_URL": "sqlite:///daybook.sqlite3",
    "DAYBOOK_NEWSROOM": "Newsroom",
    "DAYBOOK_LANGUAGE": "nb",
    "DAYBOOK_ZONE": "Europe/Oslo",
    "DAYBOOK_COUNTRY": "NO",
    "DAYBOOK_REMINDERS": "reminders.toml",
    "DAYBOOK_PACE": "pace.toml",
    "DAYBOOK_FEED_MINUTES": "10",
    "DAYBOOK_LOG_LEVEL": "info",
    "DAYBOOK_CONSOLE_HISTORY": "~/.daybook_history",
    "DAYBOOK_WEB": "127.0.0.1:8377",
    "DAYBOOK_ANSWERS_DAYS": "7",
    "SLACK_BOT_TOKEN": "xoxb-…",
    "SLACK_APP_TOKEN": "xapp-…",
    "SLACK_API_BASE_URL": "https://slack.com/api/",
    "DISCORD_TOKEN": "MTIzNDU2….GhIjKl.…",
    "DISCORD_API_BASE_URL": "https://discord.com/api/v10",
    "DISCORD_GATEWAY_URL": "wss://gateway.discord.gg/",
}
"""Every setting there is, with a value that works in its place."""

MOST_DAYS = 366
MOST_MINUTES = 24 * 60
LOG_LEVELS = ("debug", "info", "warning", "error")
DATABASES = ("sqlite", "postgresql")


class SettingError(BotError):
    """A setting that can't be used; ``key`` names it, ``example`` shows a good one."""

    reply = translatable("{key} is “{value}”, which can’t be used. Try {key}={example}")

    def __init__(self, key: str, value: str = "", **facts: object) -> None:
        super().__init__(key=key, value=value, example=EXAMPLES.get(key, ""), **facts)


class NoSuchSetting(SettingError):
    """A name so near to a setting's that it must be meant."""

    reply = translatable("There is no setting {key}. Did you mean {nearest}?")


class NotOneOf(SettingError):
    """A word outside the few that a setting takes."""

    reply = translatable("{key} is “{value}”; it can be {choices}. Try {key}={example}")


class UnknownZone(SettingError):
    """A time zone that is not in the IANA database."""

    reply = translatable("{key} is “{value}”, which is no IANA time zone. Try {key}={example}")


class UnknownCountry(SettingError):
    """A country code that ISO 3166-1 doesn't have."""

    reply = translatable("{key} is “{value}”, which is no country’s code. Try {key}={example}")


class UnsafeAddress(SettingError):
    """Tokens would travel in the clear, outside this machine."""

    reply = translatable(
        "{key} is “{value}”: only {scheme} is safe outside this machine. Try {key}={example}"
    )


class WrongAddress(SettingError):
    """An address that the platform's client would put together wrongly."""

    reply = translatable("{key} is “{value}”; it must end in “{ending}”. Try {key}={example}")


class WrongToken(SettingError):
    """A token of another kind. Its value is never shown."""

    reply = translatable("{key} holds no such token. It looks like this: {example}")


class TokenMissing(SettingError):
    """One of two tokens that work only together."""

    reply = translatable("{key} is not set, and Slack needs it too. It looks like this: {example}")


class NoAddress(SettingError):
    """An address without a host or a port."""

    reply = translatable("{key} is “{value}”, which is no host and port. Try {key}={example}")


class NoNumber(SettingError):
    """A number that is none, or beyond what a setting takes."""

    reply = translatable(
        "{key} is “{value}”; it can be a whole number from {least} to {most}. Try {key}={example}"
    )


class FileMissing(SettingError):
    """A path that leads to no file."""

    reply = translatable("{key} is “{value}”, which is no file. Try {key}={example}")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that must never be shown; only ``reveal`` gives it away."""

    _text: str

    def reveal(self) -> str:
        """Return the text, to hand it to the one who needs it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What it takes to speak in Slack."""

    bot_token: Secret
    app_token: Secret
    api_base_url: str


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """What it takes to speak in Discord; without a gateway's address, Discord is asked for it."""

    token: Secret
    api_base_url: str
    gateway_url: str | None


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Where health and figures are served; port 0 lets the machine choose one."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator decides.

    Attributes:
        database_url: Where it is all kept; secret, for it may hold a password.
        newsroom: What new newsrooms are called; as their workspace where it is empty.
        language: What new channels read.
        zone: Where the newsroom's days begin and end.
        country: ISO 3166-1 alpha-2 code, for holidays and working days.
        reminders: A reminder policy of one's own, over the default one.
        pace: How fast platforms may be spoken to, over the default pace.
        feed_interval: How long a feed that stories listen to is left alone after it was read.
        log_level: The least that is logged: one of ``LOG_LEVELS``.
        console_history: The file in which the console remembers what was typed.
        web: Where health and figures are served; None for nowhere.
        answers_last: How long answers are edited when what they show changes; zero for not at all.
        slack: None when no token for it is set.
        discord: None when no token for it is set.
    """

    database_url: Secret
    newsroom: str
    language: Language
    zone: ZoneInfo
    country: str
    reminders: Path | None
    pace: Path | None
    feed_interval: timedelta
    log_level: str
    console_history: Path
    web: WebAddress | None
    answers_last: timedelta
    slack: SlackSettings | None
    discord: DiscordSettings | None

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Self:
        """Return the settings of an environment; what is empty counts as not set.

        Raises:
            SettingError: For the first setting that can't be used.
        """
        given = {key: value.strip() for key, value in environ.items() if value.strip()}
        _refuse_misspelt(given)
        slack, discord = _slack(given), _discord(given)
        # Beside a chat in the terminal, a log is noise unless something is wrong.
        level = "info" if slack or discord else "warning"
        return cls(
            database_url=_database_url(given),
            newsroom=given.get("DAYBOOK_NEWSROOM", ""),
            language=Language(_one_of(given, "DAYBOOK_LANGUAGE", tuple(Language))),
            zone=_zone(given),
            country=_country(given),
            reminders=_file(given, "DAYBOOK_REMINDERS"),
            pace=_file(given, "DAYBOOK_PACE"),
            feed_interval=timedelta(
                minutes=_number(given, "DAYBOOK_FEED_MINUTES", 1, MOST_MINUTES)
            ),
            log_level=_one_of(
                {"DAYBOOK_LOG_LEVEL": level} | given, "DAYBOOK_LOG_LEVEL", LOG_LEVELS
            ),
            console_history=Path(_value(given, "DAYBOOK_CONSOLE_HISTORY")),
            web=_web(given) if "DAYBOOK_WEB" in given else None,
            answers_last=timedelta(days=_number(given, "DAYBOOK_ANSWERS_DAYS", 0, MOST_DAYS)),
            slack=slack,
            discord=discord,
        )

    def serving(self) -> Self:
        """Return the settings with health and figures served, at the usual place if none is set."""
        return self if self.web else replace(self, web=_web({}))

    @property
    def has_console(self) -> bool:
        """Whether Daybook speaks in the terminal: when no platform's token is set."""
        return self.slack is None and self.discord is None


def _refuse_misspelt(given: Mapping[str, str]) -> None:
    """Refuse a name that would silently do nothing; what is far from ours is someone else's."""
    for key in given:
        if key.startswith(("DAYBOOK_", "SLACK_", "DISCORD_")) and key not in EXAMPLES:
            for nearest in get_close_matches(key, EXAMPLES, n=1, cutoff=0.85):
                raise NoSuchSetting(key, nearest=nearest)


def _value(given: Mapping[str, str], key: str) -> str:
    """Return what is set, or the example where that is the default too."""
    return given.get(key, EXAMPLES[key])


def _one_of(given: Mapping[str, str], key: str, choices: tuple[str, ...]) -> str:
    value = _value(given, key).lower()
    if value not in choices:
        raise NotOneOf(key, value, choices=", ".join(choices))
    return value


def _zone(given: Mapping[str, str]) -> ZoneInfo:
    name = _value(given, "DAYBOOK_ZONE")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path outside; a folder such as “Europe”
        raise UnknownZone("DAYBOOK_ZONE", name) from None


def _country(given: Mapping[str, str]) -> str:
    from babel import Locale  # noqa: PLC0415  its data is read for a country that is set only

    value = _value(given, "DAYBOOK_COUNTRY")
    code = value.upper()
    if code != EXAMPLES["DAYBOOK_COUNTRY"] and (
        len(code) != 2 or not code.isalpha() or code not in Locale("en").territories
    ):
        raise UnknownCountry("DAYBOOK_COUNTRY", value)
    return code


def _file(given: Mapping[str, str], key: str) -> Path | None:
    if (value := given.get(key)) is None:
        return None
    path = Path(value)
    if not path.is_file():
        raise FileMissing(key, value)
    return path


def _number(given: Mapping[str, str], key: str, least: int, most: int) -> int:
    value = _value(given, key)
    digits = value.isascii() and value.isdecimal() and len(value) <= len(str(most))
    if not digits or not least <= int(value) <= most:
        raise NoNumber(key, value[:20], least=least, most=most)
    return int(value)


def _web(given: Mapping[str, str]) -> WebAddress:
    value = _value(given, "DAYBOOK_WEB")
    try:
        parts = urlsplit(f"//{value}")
        if not parts.hostname or parts.port is None or parts.netloc != value:
            raise ValueError(value)
    except ValueError:
        raise NoAddress("DAYBOOK_WEB", value) from None
    return WebAddress(parts.hostname, parts.port)


def _database_url(given: Mapping[str, str]) -> Secret:
    value = _value(given, "DAYBOOK_DATABASE_URL")
    kind, marked, _ = value.partition("://")
    if not marked or kind not in DATABASES:
        choices = ", ".join(f"{name}://…" for name in DATABASES)
        raise NotOneOf("DAYBOOK_DATABASE_URL", f"{kind if marked else ''}…", choices=choices)
    return Secret(value)


def _slack(given: Mapping[str, str]) -> SlackSettings | None:
    keys = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")
    if not any(key in given for key in keys):
        return None
    for key in keys:
        if key not in given:
            raise TokenMissing(key)
    return SlackSettings(
        bot_token=_token(given, "SLACK_BOT_TOKEN", "xoxb-"),
        app_token=_token(given, "SLACK_APP_TOKEN", "xapp-"),
        api_base_url=_address(given, "SLACK_API_BASE_URL", "https", "/api/"),
    )


def _discord(given: Mapping[str, str]) -> DiscordSettings | None:
    if "DISCORD_TOKEN" not in given:
        return None
    gateway = "DISCORD_GATEWAY_URL"
    return DiscordSettings(
        token=_token(given, "DISCORD_TOKEN"),
        api_base_url=_address(given, "DISCORD_API_BASE_URL", "https", "/api/v10"),
        gateway_url=_address(given, gateway, "wss") if gateway in given else None,
    )


def _token(given: Mapping[str, str], key: str, prefix: str = "") -> Secret:
    token = given[key]
    if not token.startswith(prefix) or not token.isascii() or len(token.split()) != 1:
        raise WrongToken(key)
    return Secret(token)


def _address(given: Mapping[str, str], key: str, scheme: str, ending: str = "") -> str:
    """Return an address to which a token may be sent.

    Args:
        given: The environment.
        key: The setting.
        scheme: The safe scheme; its plain form (``http``, ``ws``) is for this machine only.
        ending: What the platform's client needs it to end in.
    """
    value = _value(given, key)
    shown = f"…@{value.rpartition('@')[2]}" if "@" in value else value  # no password in an error
    if not value.endswith(ending):
        raise WrongAddress(key, shown, ending=ending)
    try:
        parts = urlsplit(value)
    except ValueError:
        raise UnsafeAddress(key, shown, scheme=scheme) from None
    plain = scheme.removesuffix("s")
    safe = parts.scheme == scheme or (parts.scheme == plain and _is_this_machine(parts))
    if not safe or not parts.hostname or any(mark in value for mark in "@\\ "):
        raise UnsafeAddress(key, shown, scheme=scheme)
    return value


def _is_this_machine(parts: SplitResult) -> bool:
    """Whether a host is loopback: by name, IPv4 or IPv6."""
    host = parts.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
