"""The command line: what it prints, and how it says no."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapters.database import migrate
from adapters.main import main
from tests.adapters.discord.fake_discord import FakeDiscord
from tests.adapters.slack.fake_slack import APP_TOKEN, FakeSlack
from tests.road.process import a_process

ARTICLE = (
    "Utsending til Oslo\n"
    "Det er ventet at Anna Berg skal reise til Oslo i neste uke for å møte ministeren.\n"
    "Samtalene brøt sammen 14. oktober, da delegasjonen forlot Genève.\n"
)
WEDNESDAY = ("--now", "2025-11-26T12:00")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def call(
    home: Path, *arguments: str, typed: str | bytes = "", env: Mapping[str, str] | None = None
) -> Result:
    """Run ``daybook`` with these arguments, in English, on a database in ``home``."""
    common = {
        "DAYBOOK_DATABASE_URL": f"sqlite:///{home / 'daybook.sqlite3'}",
        "DAYBOOK_LANGUAGE": "en",
        "DAYBOOK_CONSOLE_HISTORY": str(home / "history"),
    }
    return CliRunner().invoke(main, arguments, input=typed, env={**common, **(env or {})})


def refusal(result: Result) -> str:
    """Return the sentence of a refusal: the one line on stderr, with status 2."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def test_a_phrase_is_told_as_a_date_a_person_would_write(home: Path) -> None:
    result = call(home, "when", "neste uke", *WEDNESDAY)
    assert (result.exit_code, result.stdout) == (0, "uke 49, 1.–7. desember\n")


def test_a_phrase_needs_no_quotes(home: Path) -> None:
    assert call(home, "when", "neste", "uke", *WEDNESDAY).stdout == "uke 49, 1.–7. desember\n"


def test_of_what_comes_again_the_first_time_is_told_as_such(home: Path) -> None:
    every = call(home, "when", "every", "Thursday", "at", "14:00", *WEDNESDAY, "--language", "en")
    assert every.stdout.splitlines() == [
        "Thursday 27 November at 14:00",
        "It comes again and again; this is the first time.",
    ]


def test_a_phrase_without_end_is_not_said_back(home: Path) -> None:
    assert len(refusal(call(home, "when", "uke " * 2000))) < 500


def test_a_phrase_is_told_as_json_by_the_names_of_the_window(home: Path) -> None:
    zone = ("--zone", "Europe/Oslo", "--language", "nb", "--json")
    window = json.loads(call(home, "when", "neste uke", *WEDNESDAY, *zone).stdout)
    assert window["start"] == "2025-12-01T00:00:00+01:00"
    assert window["end"] == "2025-12-08T00:00:00+01:00"
    assert (window["precision"], window["approximate"]) == ("week", False)


def test_an_article_is_read_as_json_by_the_names_of_the_reading(home: Path) -> None:
    (home / "article.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ("--published", "2025-11-26", "--json")
    reading = json.loads(call(home, "read", str(home / "article.txt"), *arguments).stdout)
    (follow_up,), (entry,) = reading["follow_ups"], reading["timeline"]
    assert follow_up["window"]["start"] == "2025-12-01T00:00:00+01:00"
    assert {"title", "window", "occurrence", "evidence"} <= set(follow_up)
    piece = follow_up["evidence"][0]
    assert ARTICLE[piece["start"] : piece["end"]] == piece["sentence"]
    assert entry["window"]["start"] == "2025-10-14T00:00:00+02:00"


def test_an_article_is_read_in_words(home: Path) -> None:
    result = call(home, "read", "-", "--published", "2025-11-26", typed=ARTICLE)
    assert result.exit_code == 0
    assert "Anna Berg" in result.stdout
    assert "uke 49, 1.–7. desember" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("when", "en gang"), "“en gang”"),
        (("when", ""), "“”"),
        (("when", "i morgen", "--zone", "Mars/Phobos"), "“Mars/Phobos” is no IANA time zone"),
        (("when", "i morgen", "--zone", "../../etc/passwd"), "is no IANA time zone"),
        (("when", "i morgen", "--now", "noon"), "“noon” is no moment"),
        (("when", "neste år", "--now", "9999-12-31"), "“9999-12-31” is no moment"),
        (("when", "neste uke", "--country", "ZZZ"), "“ZZZ” is no country’s code"),
        (("run", "--clock-start", "noon"), "“noon” is no moment"),
        (("run", "--clock-speed", "-1"), "A clock’s speed lies above 0"),
        (("run", "--clock-speed", "inf"), "A clock’s speed lies above 0"),
        (("run", "--clock-speed", "nan"), "A clock’s speed lies above 0"),
    ],
)
def test_what_is_written_wrongly_is_refused_in_a_sentence(
    home: Path, arguments: tuple[str, ...], says: str
) -> None:
    assert says in refusal(call(home, *arguments))
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "article.txt”, so there is nothing to read"),
        (b" \n\t\n", "article.txt”, so there is nothing to read"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "save it anew as UTF-8"),
        ("Møtet er i neste uke".encode("latin-1"), "save it anew as UTF-8"),
        (b"text with a \x00 in it", "not text"),
        (b"word " * 2_000_000, "characters"),
    ],
)
def test_a_file_without_an_article_is_refused_in_a_sentence(
    home: Path, content: bytes, says: str
) -> None:
    (home / "article.txt").write_bytes(content)
    assert says in refusal(call(home, "read", str(home / "article.txt")))


def test_a_file_that_is_not_there_is_refused_in_a_sentence(home: Path) -> None:
    said = refusal(call(home, "read", str(home / "gone.txt")))
    assert said.startswith("There is no file “")
    assert "gone.txt”" in said


def test_a_folder_is_refused_in_a_sentence(home: Path) -> None:
    assert f"“{home}” is a folder" in refusal(call(home, "read", str(home)))


def test_a_file_without_a_name_is_refused_in_a_sentence(home: Path) -> None:
    assert "There is no file “”" in refusal(call(home, "read", ""))


def test_a_paste_that_ended_at_once_is_told_how_to_paste(home: Path) -> None:
    assert "end it with Ctrl-D" in refusal(call(home, "read", "-", typed=" \n"))


def test_the_console_runs_what_is_piped_into_it(home: Path) -> None:
    script = "/join #utenriks\nnew havvind Offshore wind\nexpect havvind next week: Verdict\nstatus"
    result = call(home, "run", "--clock-start", "2025-11-26T12:00", typed=f"{script} havvind\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "week 49, 1–7 December" in result.stdout


def test_a_script_with_a_line_not_understood_ends_with_status_2(home: Path) -> None:
    result = call(home, "run", typed="new havvind Offshore wind\nstatus havvnid\nlist\n")
    assert result.exit_code == 2
    assert result.stderr.startswith("2: ")
    assert "Did you mean “havvind”?" in result.stderr
    assert "Offshore wind" in result.stdout.split("Stories")[1]


def test_a_new_newsroom_is_called_what_the_operator_says(home: Path) -> None:
    result = call(home, "run", typed="settings\n", env={"DAYBOOK_NEWSROOM": "The Fjord Post"})
    assert "The Fjord Post" in result.stdout.split("The newsroom")[1].split("/story set name")[0]


def test_what_one_run_kept_the_next_one_shows(home: Path) -> None:
    call(home, "run", typed="new havvind Offshore wind\n")
    assert "havvind" in call(home, "run", typed="list\n").stdout


def test_migrating_makes_the_tables_and_says_so(home: Path) -> None:
    assert call(home, "migrate").stdout == "The database is up to date.\n"
    with sqlite3.connect(home / "daybook.sqlite3") as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert {"story", "follow_up", "reminder"} <= tables


@pytest.mark.parametrize("command", ["run", "migrate"])
@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        (
            "DAYBOOK_DATABASE_URL",
            "sqlite:////no/such/place/daybook.sqlite3",
            "folder /no/such/place ",
        ),
        ("DAYBOOK_DATABASE_URL", "sqlite:////usr", "file in it: sqlite:////usr/daybook.sqlite3"),
        ("DAYBOOK_DATABASE_URL", "mysql://localhost/daybook", "sqlite:///daybook.sqlite3"),
        ("DAYBOOK_DATABASE_URL", "postgresql://kari:hush@127.0.0.1:1/daybook", "127.0.0.1"),
        ("DAYBOOK_ZONE", "Mars/Phobos", "DAYBOOK_ZONE is “Mars/Phobos”"),
        ("DAYBOOK_LANGUAGE", "xx", "DAYBOOK_LANGUAGE"),
        ("DAYBOOK_COUNTRY", "Norway", "DAYBOOK_COUNTRY"),
        ("DAYBOOK_REMINDERS", "/no/such/file.toml", "DAYBOOK_REMINDERS"),
        ("DAYBOOK_LOG_LEVEL", "loud", "DAYBOOK_LOG_LEVEL"),
        ("DAYBOOK_ZOEN", "Europe/Oslo", "DAYBOOK_ZONE"),
        ("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN"),
        ("DISCORD_TOKEN", "two words", "DISCORD_TOKEN"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_in_a_sentence(
    home: Path, command: str, setting: str, value: str, says: str
) -> None:
    said = refusal(call(home, command, env={setting: value}))
    assert says in said
    assert "hush" not in said
    assert list(home.iterdir()) == []


def test_a_database_that_is_none_is_refused_and_left_alone(home: Path) -> None:
    (home / "daybook.sqlite3").write_bytes(b"not a database, but long enough to look" * 99)
    before = (home / "daybook.sqlite3").read_bytes()
    assert "daybook.sqlite3 holds what is not Daybook’s" in refusal(call(home, "run"))
    assert (home / "daybook.sqlite3").read_bytes() == before


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_database_with_somebody_elses_tables_is_refused_and_left_alone(
    home: Path, command: str
) -> None:
    with sqlite3.connect(home / "daybook.sqlite3") as connection:
        connection.execute("CREATE TABLE story (plot TEXT)")
    connection.close()
    assert "daybook.sqlite3 holds what is not Daybook’s" in refusal(call(home, command))
    with sqlite3.connect(home / "daybook.sqlite3") as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("story",)]
    connection.close()


def test_a_newer_database_is_refused_and_left_alone(home: Path) -> None:
    database = home / "daybook.sqlite3"
    migrate.upgrade(f"sqlite:///{database}")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '99991231_from_the_future'")
    connection.close()
    for command in ("run", "migrate"):
        assert "newer" in refusal(call(home, command))
    with sqlite3.connect(database) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    connection.close()
    assert found == [("99991231_from_the_future",)]


async def test_a_token_that_slack_refuses_ends_it_with_a_sentence(home: Path) -> None:
    async with FakeSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": APP_TOKEN}
        async with a_process(home, {**tokens, "SLACK_API_BASE_URL": slack.url}) as process:
            assert await process.ends() == 2
            assert "SLACK_BOT_TOKEN" in await process.errors()


async def test_a_token_that_discord_refuses_ends_it_with_a_sentence(home: Path) -> None:
    discord = FakeDiscord()
    await discord.start()
    environ = {
        "DISCORD_TOKEN": "wrong",
        "DISCORD_API_BASE_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
    }
    async with a_process(home, environ) as process:
        assert await process.ends() == 2
        assert "DISCORD_TOKEN" in await process.errors()
    await discord.stop()
