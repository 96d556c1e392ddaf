import re
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console as Rich

from adapters.console.present import buttons_of, clean, headline, one_line, plain, present
from bot.domain.language import Language
from bot.domain.message import (
    Button,
    Fact,
    Field,
    Form,
    Item,
    Message,
    Picture,
    Section,
    Tone,
)
from bot.wording.words import Words
from tests.adapters.console.daybook import ENGLISH, STATUS

FULL = Message(
    title="Havvind på Utsira",
    text="Active, urgency 3",
    tone=Tone.URGENT,
    facts=(Fact("Desk", "Politics"), Fact("Followed by", "#utenriks")),
    sections=(
        Section(
            "Expected",
            (
                Item(
                    "10 December",
                    lead="#1",
                    was="3 December",
                    details=("may occur", "Kari"),
                    quote="The ministry decides in a week.",
                    buttons=(Button("Happened", "happened havvind#1"),),
                ),
                Item("Another", lead="#12"),
            ),
        ),
        Section("Nothing here", ()),
        Section("", (Item("Without a mark"),)),
    ),
    buttons=(Button("Close", "close havvind"),),
    footnote="Read at noon",
    picture=Picture("map.png", "image/png", b"", "A map of the sea"),
    mentions=("kari",),
)

PLAIN = """\
‼ Havvind på Utsira
Active, urgency 3

  Desk         Politics
  Followed by  #utenriks

Expected
  #1   3 December → 10 December
       may occur
       Kari
       “The ministry decides in a week.”
       [4] Happened
  #12  Another

  •  Without a mark

[5] Close

Picture: A map of the sea

Read at noon

@kari"""


def styled(message: Message, width: int = 60) -> str:
    page = StringIO()
    Rich(file=page, width=width, force_terminal=True, color_system="standard", _environ={}).print(
        present(message, ENGLISH)
    )
    return page.getvalue()


def test_a_whole_message_reads_as_plain_text() -> None:
    assert plain(FULL, ENGLISH, first=4) == PLAIN


def test_buttons_are_numbered_in_the_order_in_which_they_stand() -> None:
    assert [button.label for button in buttons_of(STATUS)] == ["Happened", "Cancelled", "Close"]
    numbers = re.findall(r"\[(\d)\] (\w+)", plain(STATUS, ENGLISH))
    assert numbers == [("1", "Happened"), ("2", "Cancelled"), ("3", "Close")]


def test_plain_text_holds_no_colours_and_is_not_wrapped() -> None:
    long = replace(FULL, text="word " * 200)
    shown = plain(long, ENGLISH)
    assert "\x1b" not in shown
    assert ("word " * 200).rstrip() in shown


def test_a_terminal_wraps_within_its_width_and_loses_nothing() -> None:
    words = [f"word{n}" for n in range(60)]
    shown = re.sub(r"\x1b\[[\d;]*m", "", styled(replace(FULL, text=" ".join(words)), width=40))
    assert max(map(len, shown.splitlines())) <= 40
    assert all(word in shown for word in words)


@pytest.mark.parametrize(
    ("tone", "mark"),
    [(Tone.GOOD, "✓ "), (Tone.WARNING, "! "), (Tone.URGENT, "‼ "), (Tone.PLAIN, "")],
)
def test_the_tone_is_told_without_colour_too(tone: Tone, mark: str) -> None:
    assert plain(Message(text="Kept.", tone=tone), ENGLISH) == f"{mark}Kept."


def test_what_stood_before_is_struck_in_a_terminal() -> None:
    assert "\x1b[2;9m3 December\x1b[0m → 10 December" in styled(FULL)


def test_brackets_in_a_headline_are_no_markup() -> None:
    title = "[bold red]Alarm[/bold red] :smile: [link=http://evil.example]x[/link]"
    assert title in plain(Message(title=title), ENGLISH)
    assert "evil.example]x" in styled(Message(title=title), width=200)


def test_a_headline_cannot_steer_the_terminal() -> None:
    evil = "A\x1b[2J\x1b]0;gone\x07B\x9b31mC\u202eD\u2066E\u200bF\x00\x7f"
    assert clean(evil) == "A[2J]0;goneB31mCDEF"


def test_a_headline_stays_on_its_line() -> None:
    assert one_line("First\r\n[1] Not a button\u2028third") == "First [1] Not a button third"
    assert plain(Message(title="First\n[1] No button"), ENGLISH) == "First [1] No button"


def test_joined_letters_and_emoji_stay_whole() -> None:
    family = "👩\u200d👧 \u0646\u200c"
    assert clean(family) == family


def test_half_a_character_can_still_be_printed() -> None:
    assert clean("a\ud800b").encode() == "a\ufffdb".encode()


HOSTILE = st.text(st.characters(codec=None, categories=("Cc", "Cf", "Cs", "Zl", "Zp", "L", "P")))


@given(HOSTILE)
def test_no_text_from_outside_reaches_the_terminal_with_control_characters(text: str) -> None:
    item = Item(text, lead=text, was=text, details=(text,), quote=text)
    message = Message(
        title=text,
        text=text,
        facts=(Fact(text, text),),
        sections=(Section(text, (item,)),),
        footnote=text,
        mentions=(text,),
    )
    shown = plain(message, ENGLISH)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown
    )
    shown.encode()


@pytest.mark.parametrize(
    ("language", "quote"),
    [(Language.NB, "«Ja»"), (Language.NN, "«Ja»"), (Language.EN, "“Ja”")],
)
def test_a_quotation_has_its_language_s_marks(language: Language, quote: str) -> None:
    message = Message(sections=(Section("", (Item("x", quote="Ja"),)),))
    assert quote in plain(message, Words(language))


def test_a_form_that_cannot_be_asked_shows_what_it_would_ask() -> None:
    form = Form("Postpone", "postpone", {}, (Field("when", "Until when", "tomorrow"),), "Go")
    assert plain(Message(form=form), ENGLISH) == "Postpone\n  Until when  tomorrow"


def test_a_quotation_may_stand_alone() -> None:
    message = Message(sections=(Section("", (Item("", lead="From", quote="Ja"),)),))
    assert plain(message, ENGLISH) == "  From  “Ja”"


def test_an_empty_message_is_an_empty_text() -> None:
    assert plain(Message(), ENGLISH) == ""


def test_a_headline_is_the_first_that_is_said() -> None:
    assert headline(FULL) == "Havvind på Utsira"
    assert headline(Message(text="Two\nlines")) == "Two lines"
    assert headline(Message(sections=(Section("Today", ()),))) == "Today"
    assert headline(Message()) == ""
