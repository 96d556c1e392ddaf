"""What Slack is given to show."""

import json
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack import blocks as kit
from adapters.slack.form import FormTooLarge, present_form, read_form
from adapters.slack.parse import OpenForm
from adapters.slack.present import Presented, at_most, present
from bot.domain.digest import make_digest
from bot.domain.language import Language
from bot.domain.mention import HERE, Mention, MentionKind
from bot.domain.message import (
    Button,
    ButtonStyle,
    Fact,
    Field,
    Form,
    Item,
    Message,
    Picture,
    Section,
    Tone,
)
from bot.wording.digest import digest
from bot.wording.words import Words
from tests.adapters.slack.slack_payloads import buttons
from tests.adapters.slack.slack_rules import block_problems, message_problem, view_problems
from tests.builders import OSLO, a_follow_up, a_minute, a_story

HOSTILE = (
    "<!channel> <@U1> <#C1> <!subteam^S1> <https://evil.example|NTB> *b* _i_ ~s~ `c` :tada: &amp;"
)
WORDS = Words(Language.EN)


def shown(message: Message) -> Presented:
    return present(message, WORDS)


def runs(presented: Presented) -> list[Any]:
    """Every run of rich text, in order."""
    found = []
    for block in presented.blocks:
        for part in block.get("elements", []) if block["type"] == "rich_text" else []:
            points = part["elements"] if part["type"] == "rich_text_list" else [part]
            found += [run for point in points for run in point["elements"]]
    return found


def texts(presented: Presented, style: str) -> list[str]:
    return [run["text"] for run in runs(presented) if style in run.get("style", {})]


def everything(presented: Presented) -> str:
    """All that is shown, as one string."""
    parts = [run.get("text", "") for run in runs(presented)]
    for block in presented.blocks:
        if block["type"] == "header":
            parts.append(block["text"]["text"])
        if block["type"] == "context":
            parts += [element["text"] for element in block["elements"]]
    return "\n".join(parts)


def test_the_title_is_the_headline() -> None:
    assert shown(Message(title="Ukraine peace")).blocks == [kit.header("Ukraine peace")]


def test_a_title_too_long_for_a_headline_is_shown_whole() -> None:
    title = "Fredsforhandlinger " * 10
    presented = shown(Message(title=title))
    assert texts(presented, "bold") == [title]


@pytest.mark.parametrize("tone", list(Tone))
def test_the_tone_stands_before_the_title(tone: Tone) -> None:
    presented = shown(Message(title="Overdue", tone=tone))
    assert presented.text.endswith("Overdue")
    assert (presented.text == "Overdue") == (tone is Tone.PLAIN)


def test_facts_stand_line_by_line() -> None:
    message = Message(facts=(Fact("Desk", "Foreign"), Fact("Urgency", "2")))
    line = "".join(run["text"] for run in runs(shown(message)))
    assert line == "Desk: Foreign\nUrgency: 2"


def test_what_stood_before_is_struck() -> None:
    item = Item("8–14 December", lead="#2", was="1–7 December")
    presented = shown(Message(sections=(Section("Expected", (item,)),)))
    assert texts(presented, "strike") == ["1–7 December"]
    assert texts(presented, "bold") == ["Expected", "#2"]


def test_the_sentence_it_came_from_is_quoted() -> None:
    item = Item("Witkoff to Moscow", quote="Witkoff skal til Moskva i neste uke.")
    (block,) = shown(Message(sections=(Section("", (item,)),))).blocks
    assert block["elements"][-1] == kit.quote("Witkoff skal til Moskva i neste uke.")


def test_a_list_without_buttons_is_one_block() -> None:
    items = tuple(Item(f"Line {number}") for number in range(30))
    assert len(shown(Message(sections=(Section("Stories", items),))).blocks) == 1


def test_each_item_has_its_own_buttons_below_it() -> None:
    items = tuple(
        Item(f"Line {number}", buttons=(Button("Keep", f"keep {number}"),)) for number in range(3)
    )
    presented = shown(Message(sections=(Section("Read", items),)))
    assert [block["type"] for block in presented.blocks] == ["rich_text", "actions"] * 3
    assert [each["value"] for each in buttons({"blocks": presented.blocks})] == [
        "keep 0",
        "keep 1",
        "keep 2",
    ]


def test_a_button_carries_its_command_and_its_weight() -> None:
    button = Button("Drop", "drop ukraine-peace#2", ButtonStyle.DANGER)
    (row,) = shown(Message(buttons=(button,))).blocks
    assert row["elements"] == [
        {
            "type": "button",
            "action_id": "daybook:0",
            "text": kit.plain("Drop", 75),
            "value": "drop ukraine-peace#2",
            "style": "danger",
        }
    ]


def test_a_mention_calls_upon_the_person_in_text_and_blocks() -> None:
    presented = shown(Message(title="Overdue", mentions=("U7",)))
    assert presented.text == "<@U7> Overdue"
    assert {"type": "user", "user_id": "U7"} in runs(presented)


def test_groups_and_those_present_are_called_upon_in_text_and_blocks() -> None:
    groups = (Mention(MentionKind.GROUP, "S7", "vakt"), HERE)
    presented = shown(Message(title="<!everyone>", groups=groups))
    assert presented.text == "<!subteam^S7> <!here> &lt;!everyone&gt;"
    assert {"type": "usergroup", "usergroup_id": "S7"} in runs(presented)
    assert {"type": "broadcast", "range": "here"} in runs(presented)
    assert not list(block_problems(presented.blocks))


def test_a_picture_is_told_in_words() -> None:
    picture = Picture("timeline.png", "image/png", b"", "Four events in October")
    assert "Four events in October" in everything(shown(Message(picture=picture)))


def test_the_notification_tells_it_all_in_lines() -> None:
    message = Message(
        title="Ukraine peace",
        text="Talks go on",
        facts=(Fact("Desk", "Foreign"),),
        sections=(Section("Expected", (Item("Witkoff to Moscow", lead="#2"),)),),
        footnote="3 channels follow",
    )
    assert shown(message).text.splitlines() == [
        "Ukraine peace",
        "Talks go on",
        "Desk: Foreign",
        "Expected",
        "• #2 Witkoff to Moscow",
        "3 channels follow",
    ]


def a_message_of(text: str) -> Message:
    """This text wherever text can stand."""
    item = Item(text, text, text, (text,), text, (Button(text, "help"),))
    return Message(
        title=text,
        text=text,
        facts=(Fact(text, text),),
        sections=(Section(text, (item,)),),
        buttons=(Button(text, "help"),),
        footnote=text,
    )


def test_an_address_can_be_pressed_and_shows_where_it_leads() -> None:
    item = Item("They met (https://ntb.example/a?b=1).", details=("From https://ntb.example/c",))
    presented = shown(Message(sections=(Section("", (item,)),)))
    links = [run for run in runs(presented) if run["type"] == "link"]
    assert [(run["text"], run["url"]) for run in links] == [
        ("https://ntb.example/a?b=1", "https://ntb.example/a?b=1"),
        ("https://ntb.example/c", "https://ntb.example/c"),
    ]
    said = "".join(run["text"] for run in runs(presented))
    assert said == "They met (https://ntb.example/a?b=1).\nFrom https://ntb.example/c"
    assert not list(block_problems(presented.blocks))


def test_no_headline_can_make_a_mention_a_link_or_bold() -> None:
    presented = shown(a_message_of(HOSTILE))
    assert "mrkdwn" not in str(presented.blocks)
    assert {run["type"] for run in runs(presented)} == {"text"}
    assert "<!" not in str(presented.blocks)
    assert "<@" not in str(presented.blocks)
    assert not set("<>") & set(presented.text)


def test_what_is_shown_is_what_was_written() -> None:
    assert "*b* _i_ ~s~ `c` :tada: &amp;" in everything(shown(Message(text=HOSTILE)))


def test_a_list_too_long_says_how_many_lines_it_left_out() -> None:
    items = tuple(
        Item(f"Line {number}", buttons=(Button("Keep", f"keep {number}"),)) for number in range(40)
    )
    presented = shown(Message(sections=(Section("Read", items),), footnote="The end"))
    kept = len(buttons({"blocks": presented.blocks}))
    assert f"… and {40 - kept} more" in everything(presented)
    assert "The end" in everything(presented)


def test_a_crowded_digest_fits_with_every_day_it_names() -> None:
    now = datetime(2025, 11, 28, 6, 30, tzinfo=OSLO)
    story = a_story("ukraine-peace")
    follow_ups = [
        a_follow_up(
            story, 100 * (day + 2) + hour, window=a_minute(now + timedelta(days=day, hours=hour))
        )
        for day in range(-1, 8)
        for hour in range(1, 8)
    ]
    made = make_digest(
        [story], follow_ups, {}, since=now, now=now, until=now.date() + timedelta(days=7)
    )
    message = digest(made, "foreign", WORDS, now)
    seen = everything(shown(message))
    assert [each.heading for each in message.sections if each.heading not in seen] == []
    today = message.sections[1]
    assert [item.lead for item in today.items if item.lead not in seen] == []


def test_a_single_text_too_long_ends_visibly() -> None:
    presented = shown(Message(text="x" * 5000))
    assert runs(presented)[0]["text"] == "x" * 2999 + "…"


def test_an_escaped_character_is_never_cut_in_half() -> None:
    assert kit.escape("a&b" + "&" * 9, limit=12) == "a&amp;b…"


TEXT = st.text(max_size=60) | st.sampled_from([HOSTILE, "&" * 4000, "x" * 9000, "«Æ»\n" * 900])
LABEL = TEXT.filter(bool)
BUTTONS = st.lists(
    st.builds(
        Button, LABEL, st.text("abc #", min_size=1, max_size=95), st.sampled_from(ButtonStyle)
    ),
    max_size=30,
).map(tuple)
ITEMS = st.builds(Item, LABEL, TEXT, TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT, BUTTONS)
SECTIONS = st.builds(Section, TEXT, st.lists(ITEMS, max_size=70).map(tuple))
MESSAGES = st.builds(
    Message,
    title=TEXT,
    text=TEXT,
    tone=st.sampled_from(Tone),
    facts=st.lists(st.builds(Fact, LABEL, TEXT), max_size=15).map(tuple),
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
    buttons=BUTTONS,
    footnote=TEXT,
    picture=st.none() | st.builds(Picture, LABEL, LABEL, st.just(b""), LABEL),
    form=st.none(),
    mentions=st.lists(st.just("U1"), max_size=3).map(tuple),
    groups=st.lists(st.just(HERE), max_size=1).map(tuple),
    follow_up_id=st.just(UUID(int=1)),
)


@given(MESSAGES)
def test_slack_takes_every_message(message: Message) -> None:
    presented = shown(message)
    assert list(block_problems(presented.blocks)) == []
    assert message_problem(presented.arguments()) is None
    assert len(presented.text) <= 4000


X = Button("x", "x", ButtonStyle.PRIMARY)
MANY_OF_ONE_KIND = {
    "facts": Message(facts=(Fact("x", "x"),) * 60),
    "headings": Message(sections=(Section("x", (Item("x"),)),) * 60),
    "items": Message(sections=(Section("", (Item("x", lead="x", was="x"),) * 60),)),
    "details": Message(sections=(Section("", (Item("x", details=("x",) * 4),) * 40),)),
    "quotes": Message(sections=(Section("", (Item("x", quote="x"),) * 50),)),
    "buttons": Message(buttons=(X,) * 80),
    "buttons of items": Message(sections=(Section("", (Item("x", buttons=(X, X, X)),) * 20),)),
    "a button each": Message(sections=(Section("", (Item("x", lead="x", buttons=(X,)),) * 22),)),
    "mentions": Message(mentions=("U0123456789",) * 90),
    "line breaks": Message(text='\n"' * 1400),
}


@pytest.mark.parametrize("message", MANY_OF_ONE_KIND.values(), ids=MANY_OF_ONE_KIND)
def test_what_a_message_takes_at_most_is_never_less_than_it_takes(message: Message) -> None:
    most = at_most(message)
    assert most is not None
    assert len(json.dumps(shown(message).blocks, ensure_ascii=False)) <= most


def test_what_a_message_with_an_address_takes_is_not_known_beforehand() -> None:
    assert at_most(Message(text="https://example.org")) is None


FORMS = st.builds(
    Form,
    TEXT.filter(bool),
    st.just("postpone"),
    st.dictionaries(st.sampled_from(["story", "article"]), TEXT),
    st.lists(
        st.builds(
            Field, st.sampled_from("abcdef"), LABEL, TEXT, TEXT, st.booleans(), st.booleans()
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda field: field.name,
    ).map(tuple),
    LABEL,
)


@given(FORMS)
def test_slack_opens_every_form(form: Form) -> None:
    opened = OpenForm(form.command, form.known, {"id": "C1", "name": "desk"}, "https://x")
    assert list(view_problems(present_form(form, opened))) == []


def test_a_form_title_too_long_stands_whole_above_the_questions() -> None:
    form = Form("Postpone the trip to Moscow", "postpone", {}, (Field("when", "When?"),), "Send")
    view = present_form(form, OpenForm("postpone", {}, {"id": "C1"}, "https://x"))
    assert view["title"]["text"] == "Postpone the trip to Mo…"
    assert view["blocks"][0] == kit.header("Postpone the trip to Moscow")


@given(st.text("ab \n<&", max_size=9).map(lambda text: text * 900 + "end"))
def test_a_text_that_a_form_carries_comes_back_word_for_word(text: str) -> None:
    form = Form("Read", "read", {"article": text}, (Field("story", "Which?"),), "Read")
    view = present_form(form, OpenForm("read", form.known, {"id": "C1"}, "https://x"))
    _, values = read_form({**view, "state": {"values": {}}})
    assert values["article"].split() == text.split()


def test_a_form_that_must_remember_more_than_slack_carries_is_refused() -> None:
    form = Form("Read", "read", {"article": "x" * 300_000}, (Field("story", "Which?"),), "Read")
    with pytest.raises(FormTooLarge):
        present_form(form, OpenForm("read", form.known, {"id": "C1"}, "https://x"))


def test_buttons_beyond_one_row_take_another() -> None:
    many = tuple(Button(f"{number}", "help") for number in range(26))
    assert [len(row["elements"]) for row in kit.actions(many, count())] == [25, 1]
