from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from config.settings import (
    EXAMPLES,
    FileMissing,
    NoAddress,
    NoNumber,
    NoSuchSetting,
    NotOneOf,
    SettingError,
    Settings,
    TokenMissing,
    UnknownCountry,
    UnknownZone,
    UnsafeAddress,
    WrongAddress,
    WrongToken,
)

ROOT = Path(__file__).parents[2]
SLACK = {"SLACK_BOT_TOKEN": "xoxb-good", "SLACK_APP_TOKEN": "xapp-good"}
DISCORD = {"DISCORD_TOKEN": "a.good.token"}
LOOPBACK = ["localhost", "127.0.0.1", "127.8.9.1", "[::1]", "localhost:8080", "[::1]:8080"]
ELSEWHERE = ["slack.example", "10.0.0.1", "[2001:db8::1]", "localhost.example", "127.0.0.1.nip.io"]


def test_nothing_need_be_set() -> None:
    settings = Settings.read({})
    assert settings.database_url.reveal() == "sqlite:///daybook.sqlite3"
    assert (settings.language, settings.zone) == (Language.NB, ZoneInfo("Europe/Oslo"))
    assert (settings.country, settings.reminders) == ("NO", None)
    assert settings.has_console


def test_feeds_are_asked_every_ten_minutes_unless_set_otherwise() -> None:
    assert Settings.read({}).feed_interval == timedelta(minutes=10)
    assert Settings.read({"DAYBOOK_FEED_MINUTES": "90"}).feed_interval == timedelta(minutes=90)


@pytest.mark.parametrize("minutes", ["0", "-5", "1441", "ten", "2.5", "9" * 5000, "١"])
def test_what_is_no_number_of_minutes_is_refused(minutes: str) -> None:
    with pytest.raises(NoNumber, match="DAYBOOK_FEED_MINUTES"):
        Settings.read({"DAYBOOK_FEED_MINUTES": minutes})


def test_an_empty_setting_counts_as_not_set() -> None:
    assert Settings.read(dict.fromkeys(EXAMPLES, " ")) == Settings.read({})


def test_what_is_set_is_taken() -> None:
    settings = Settings.read(
        {
            "DAYBOOK_NEWSROOM": "Fjordavisa",
            "DAYBOOK_LANGUAGE": "EN",
            "DAYBOOK_ZONE": "America/New_York",
            "DAYBOOK_COUNTRY": "us",
            "DAYBOOK_DATABASE_URL": "postgresql://daybook:secret@db/daybook",
            "DAYBOOK_LOG_LEVEL": "debug",
        }
    )
    assert settings.newsroom == "Fjordavisa"
    assert (settings.language, settings.country) == (Language.EN, "US")
    assert settings.zone == ZoneInfo("America/New_York")
    assert settings.database_url.reveal() == "postgresql://daybook:secret@db/daybook"
    assert settings.log_level == "debug"


def test_a_platform_takes_the_place_of_the_console() -> None:
    assert not Settings.read(SLACK).has_console
    assert not Settings.read(DISCORD).has_console
    assert Settings.read(SLACK | DISCORD).discord is not None


def test_a_log_beside_the_console_is_quieter() -> None:
    assert Settings.read({}).log_level == "warning"
    assert Settings.read(DISCORD).log_level == "info"


def test_no_secret_is_ever_shown() -> None:
    database = {"DAYBOOK_DATABASE_URL": "postgresql://daybook:hush@db/daybook"}
    settings = Settings.read(SLACK | DISCORD | database)
    for shown in (repr(settings), str(settings.database_url), f"{settings.discord}"):
        assert not any(secret in shown for secret in ("hush", "xoxb-good", "xapp-good", "a.good"))


@pytest.mark.parametrize(
    ("environ", "error", "words"),
    [
        ({"DAYBOOK_ZONE": "Norway/Oslo"}, UnknownZone, "Norway/Oslo"),
        ({"DAYBOOK_ZONE": "../etc/passwd"}, UnknownZone, "Europe/Oslo"),
        ({"DAYBOOK_ZONE": "Europe"}, UnknownZone, "Europe/Oslo"),
        ({"DAYBOOK_LANGUAGE": "norsk"}, NotOneOf, "nb, nn, en"),
        ({"DAYBOOK_COUNTRY": "Norway"}, UnknownCountry, "Norway"),
        ({"DAYBOOK_COUNTRY": "QQ"}, UnknownCountry, "QQ"),
        ({"DAYBOOK_LOG_LEVEL": "loud"}, NotOneOf, "warning"),
        ({"DAYBOOK_REMINDERS": "/nowhere/at/all.toml"}, FileMissing, "/nowhere/at/all.toml"),
        ({"DAYBOOK_PACE": "/nowhere/at/all.toml"}, FileMissing, "/nowhere/at/all.toml"),
        ({"DAYBOOK_WEB": "8377"}, NoAddress, "127.0.0.1:8377"),
        ({"DAYBOOK_WEB": "http://localhost:8377"}, NoAddress, "127.0.0.1:8377"),
        ({"DAYBOOK_WEB": "localhost:port"}, NoAddress, "127.0.0.1:8377"),
        ({"DAYBOOK_DATABASE_URL": "mysql://root:hush@db/x"}, NotOneOf, "postgresql://"),
        ({"DAYBOOK_DATABASE_URL": "daybook.db"}, NotOneOf, "sqlite:///daybook.sqlite3"),
        ({"SLACK_BOT_TOKEN": "xoxb-good"}, TokenMissing, "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-good"}, TokenMissing, "SLACK_BOT_TOKEN"),
        (SLACK | {"SLACK_BOT_TOKEN": "xapp-swapped"}, WrongToken, "xoxb-…"),
        ({"DISCORD_TOKEN": "Bot a.good.token"}, WrongToken, "DISCORD_TOKEN"),
        (SLACK | {"SLACK_API_BASE_URL": "https://slack.com/api"}, WrongAddress, "“/api/”"),
        (DISCORD | {"DISCORD_API_BASE_URL": "https://d.example/"}, WrongAddress, "/api/v10"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(
    environ: dict[str, str], error: type[SettingError], words: str
) -> None:
    with pytest.raises(error) as refusal:
        Settings.read(environ)
    assert words in str(refusal.value)
    assert "hush" not in str(refusal.value)


def test_a_wrong_token_is_not_repeated() -> None:
    with pytest.raises(WrongToken) as refusal:
        Settings.read({"SLACK_BOT_TOKEN": "hush-hush", "SLACK_APP_TOKEN": "xapp-good"})
    assert "hush" not in str(refusal.value)


def test_a_misspelt_name_is_answered_with_the_right_one() -> None:
    with pytest.raises(NoSuchSetting) as refusal:
        Settings.read({"DAYBOOK_ZOEN": "Europe/Oslo"})
    assert str(refusal.value) == "There is no setting DAYBOOK_ZOEN. Did you mean DAYBOOK_ZONE?"


def test_what_belongs_to_others_is_left_alone() -> None:
    others = {"SLACK_SIGNING_SECRET": "x", "HOME": "/root", "DISCORD_WEBHOOK": "y"}
    assert Settings.read(others) == Settings.read({})


@pytest.mark.parametrize("host", LOOPBACK)
def test_plain_addresses_reach_this_machine(host: str) -> None:
    settings = Settings.read(
        SLACK
        | DISCORD
        | {
            "SLACK_API_BASE_URL": f"http://{host}/api/",
            "DISCORD_API_BASE_URL": f"http://{host}/api/v10",
            "DISCORD_GATEWAY_URL": f"ws://{host}/",
        }
    )
    assert settings.slack is not None
    assert settings.discord is not None
    assert settings.slack.api_base_url == f"http://{host}/api/"
    assert settings.discord.gateway_url == f"ws://{host}/"


@pytest.mark.parametrize("host", ELSEWHERE)
def test_plain_addresses_reach_nowhere_else(host: str) -> None:
    for address in (
        {"SLACK_API_BASE_URL": f"http://{host}/api/"},
        {"DISCORD_API_BASE_URL": f"http://{host}/api/v10"},
        {"DISCORD_GATEWAY_URL": f"ws://{host}/"},
    ):
        with pytest.raises(UnsafeAddress, match="is safe outside this machine"):
            Settings.read(SLACK | DISCORD | address)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost@evil.example/api/",
        "http://evil.example\\@localhost/api/",
        "https:///api/",
        "http://[::1/api/",
        "ftp://localhost/api/",
        "https://user:hush@slack.com/api/",
    ],
)
def test_an_address_that_hides_where_it_leads_is_refused(address: str) -> None:
    with pytest.raises(UnsafeAddress) as refusal:
        Settings.read(SLACK | {"SLACK_API_BASE_URL": address})
    assert "hush" not in str(refusal.value)


def test_safe_addresses_may_lead_anywhere() -> None:
    settings = Settings.read(DISCORD | {"DISCORD_GATEWAY_URL": "wss://gateway.example/"})
    assert settings.discord is not None
    assert settings.discord.gateway_url == "wss://gateway.example/"


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_setting_stands_in_the_example(key: str) -> None:
    lines = (ROOT / "config" / "example.env").read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{key}="))
    explained = lines[place - 1].startswith("#") or key == "SLACK_APP_TOKEN"
    assert explained


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_setting_is_explained_to_the_operator(key: str) -> None:
    manual = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert f"\n| `{key}` |" in manual


def test_the_example_changes_nothing() -> None:
    lines = (ROOT / "config" / "example.env").read_text(encoding="utf-8").splitlines()
    example = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert Settings.read(example) == Settings.read({})


def test_answers_are_kept_true_for_a_week_or_as_long_as_is_set() -> None:
    assert Settings.read({}).answers_last == timedelta(days=7)
    assert Settings.read({"DAYBOOK_ANSWERS_DAYS": "0"}).answers_last == timedelta()


@pytest.mark.parametrize("value", ["-1", "1.5", "a week", "367", "²", "9" * 5000])
def test_a_number_of_days_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(NoNumber) as refusal:
        Settings.read({"DAYBOOK_ANSWERS_DAYS": value})
    assert str(refusal.value).endswith("Try DAYBOOK_ANSWERS_DAYS=7")
