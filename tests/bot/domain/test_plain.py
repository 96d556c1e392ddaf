"""What was typed, before it is kept."""

import pytest

from bot.domain.plain import plain
from tests.stage import Stage, an_asker, text_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Møte i Kyiv", "Møte i Kyiv"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("👩\u200d👧 مرحبا 你好", "👩\u200d👧 مرحبا 你好"),
    ],
)
def test_only_what_steers_goes(typed: str, kept: str) -> None:
    assert plain(typed) == kept


async def test_a_title_turns_no_words_around_however_it_comes() -> None:
    stage = Stage()
    await stage.run("new court The court")
    typed = await stage.run("expect court Friday: The \u202everdict\x00")
    assert typed.title == "court#1: The verdict"
    values = {"story": "court", "when": "Friday", "title": "The \u202everdict\x00"}
    named = await stage.desk.call(an_asker(), "expect", values)
    assert "\u202e" not in text_of(named)
    assert named.title == "court#2: The verdict"
