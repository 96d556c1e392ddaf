from datetime import timedelta

import pytest

from adapters.console.parse import (
    Entry,
    Nothing,
    Own,
    OwnCommand,
    Press,
    TextBegins,
    TextInFile,
    Typed,
    channel_name,
    parse,
    span,
)


@pytest.mark.parametrize(
    "line",
    [
        "/story status havvind",
        "/sak status havvind",
        "/STORY  status havvind",
        "story status havvind",
        "/status havvind",
        "  status havvind ",
    ],
)
def test_a_command_may_come_with_or_without_its_root(line: str) -> None:
    assert parse(line) == Typed("status havvind")


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("", Nothing()),
        ("   ", Nothing()),
        ("# a comment", Nothing()),
        ("/story", Typed("help")),
        ("/", Typed("")),
        ("2", Press(2)),
        (" 12 ", Press(12)),
        ("²", Typed("²")),
        ("2025", Typed("2025")),
        ("/join #Utenriks", OwnCommand(Own.JOIN, "#Utenriks")),
        ("/gå #sport", OwnCommand(Own.JOIN, "#sport")),
        ("/kanaler", OwnCommand(Own.CHANNELS, "")),
        ("/me Kari Nord", OwnCommand(Own.ME, "Kari Nord")),
        ("/clock +2d", OwnCommand(Own.CLOCK, "+2d")),
        ("quit", OwnCommand(Own.QUIT, "")),
        ("/quit", OwnCommand(Own.QUIT, "")),
        ("quit smoking", Typed("quit smoking")),
        ("join us", Typed("join us")),
        ("/story read <<", TextBegins("read")),
        ("note havvind <<", TextBegins("note havvind")),
        ("storytelling", Typed("storytelling")),
    ],
)
def test_each_entry_is_what_it_looks_like(line: str, entry: Entry) -> None:
    assert parse(line) == entry


def test_a_pasted_text_stays_whole() -> None:
    assert parse("/story read Tittel\n\n# ikke en kommentar <<") == Typed(
        "read Tittel\n\n# ikke en kommentar <<"
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("#utenriks", "utenriks"),
        ("Sør-Norge", "sør-norge"),
        ("", None),
        ("two words", None),
        ("#" + "a" * 81, None),
        ("\x1b[2J", None),
    ],
)
def test_a_channel_has_a_name_that_can_be_typed(typed: str, name: str | None) -> None:
    assert channel_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "spanned"),
    [
        ("+2d", timedelta(days=2)),
        ("30m", timedelta(minutes=30)),
        ("+1w 2d12h", timedelta(days=9, hours=12)),
        ("+", None),
        ("-2d", None),
        ("+2y", None),
        ("tomorrow", None),
        ("+99999d", None),
    ],
)
def test_spans_are_written_in_weeks_days_hours_and_minutes(
    typed: str, spanned: timedelta | None
) -> None:
    assert span(typed) == spanned


@pytest.mark.parametrize(
    ("line", "command", "path"),
    [
        ("read < article.html", "read", "article.html"),
        ("/story read havvind < my article.txt", "read havvind", "my article.txt"),
        ("les havvind <~/sak.txt", "les havvind", "~/sak.txt"),
        ('les havvind < "min sak.txt"', "les havvind", "min sak.txt"),
        ("les havvind < 'min sak.txt'", "les havvind", "min sak.txt"),
    ],
)
def test_a_file_may_hold_the_text_of_a_command(line: str, command: str, path: str) -> None:
    assert parse(line) == TextInFile(command, path)


def test_a_follow_up_of_the_story_that_is_followed_is_no_comment() -> None:
    assert parse("#2 happened") == Typed("#2 happened")
    assert parse("# 2 happened") == Nothing()


@pytest.mark.parametrize(
    "line", ["read <p>Hello</p>", "expect a by Friday: 3 < 4", "note a 1\n< b"]
)
def test_a_sign_within_a_text_names_no_file(line: str) -> None:
    assert isinstance(parse(line), Typed)
