from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.form import present_form
from adapters.discord.present import Presented, parameters, present
from bot.domain.language import Language
from bot.domain.message import Button, Fact, Field, Form, Item, Message, Section, Tone
from bot.wording.words import Words
from tests.adapters.discord.discord_limits import check_message, check_modal
from tests.adapters.discord.payloads import Json

ENGLISH = Words(Language.EN)


def wire(presented: Presented) -> Json:
    """Return what the library would send of a message."""
    given = parameters(presented)
    return {
        "content": given["content"],
        "embeds": [embed.to_dict() for embed in given["embeds"]],
        "components": given["view"].to_components(),
        "allowed_mentions": given["allowed_mentions"].to_dict(),
    }


def body_of(message: Message) -> str:
    embeds = present(message, ENGLISH).embeds
    return "\n".join(embed.description or "" for embed in embeds)


def an_item(text: str = "Witkoff to Moscow", *buttons: str) -> Item:
    return Item(text, buttons=tuple(Button(label, f"{label} {text}"[:95]) for label in buttons))


def test_title_text_facts_and_lists_come_in_this_order() -> None:
    message = Message(
        title="ukraine-peace",
        text="Where it stands",
        facts=(Fact("Desk", "Foreign"),),
        sections=(Section("Expected", (Item("Witkoff to Moscow", lead="1–7 December"),)),),
        footnote="2 channels follow",
    )
    [embed] = present(message, ENGLISH).embeds
    assert embed.title == "ukraine-peace"
    assert embed.footer.text == "2 channels follow"
    assert embed.description == (
        "Where it stands\n**Desk:** Foreign\n\n__**Expected**__\n**1–7 December** Witkoff to Moscow"
    )


def test_what_was_is_struck_and_what_was_read_is_quoted() -> None:
    item = Item("10 December", was="1–7 December", details=("by Kari",), quote="Det er ventet.")
    assert body_of(Message(sections=(Section("", (item,)),))) == (
        "~~1–7 December~~ 10 December\n-# by Kari\n> Det er ventet."
    )


def test_a_hostile_headline_can_neither_call_nor_link_nor_shout() -> None:
    headline = "# @everyone [free](http://evil.example) <@&1234567890123456789>"
    presented = wire(present(Message(title=headline, text=headline), ENGLISH))
    [embed] = presented["embeds"]
    assert presented["allowed_mentions"]["parse"] == []
    for shown in (embed["title"], embed["description"]):
        assert shown.startswith(r"\#")
        assert "@everyone" not in shown
        assert r"\[free]" in shown


def test_a_loud_message_is_red() -> None:
    [embed] = present(Message(text="Overdue", tone=Tone.URGENT), ENGLISH).embeds
    assert embed.colour is not None
    assert embed.colour.value == 0xC62828


def test_what_does_not_fit_is_counted() -> None:
    items = tuple(Item(f"{number} {'x' * 190}") for number in range(60))
    message = Message(title="Everything", sections=(Section("Expected", items),))
    shown = body_of(message)
    left = 60 - shown.count("x" * 190)
    assert f"… and {left} more" in shown
    assert 0 < left < 40


def test_every_section_says_what_it_leaves_out() -> None:
    items = tuple(Item("x" * 500) for _ in range(20))
    message = Message(sections=(Section("First", items), Section("Second", items)))
    assert body_of(message).count("more") == 2


def test_the_numbers_items_have_stand_on_their_buttons() -> None:
    items = (
        Item("a", lead="#1", buttons=(Button("Happened", "happened #1"),)),
        Item("b", lead="#2", buttons=(Button("Happened", "happened #2"),)),
    )
    keys = present(Message(sections=(Section("", items),)), ENGLISH).keys
    assert [key.label for key in keys.placed] == ["#1 Happened", "#2 Happened"]


def test_one_items_buttons_need_no_number() -> None:
    keys = present(Message(sections=(Section("", (an_item("a", "Keep"),)),)), ENGLISH).keys
    assert [key.label for key in keys.placed] == ["Keep"]


def test_each_item_has_a_row_of_its_own_while_there_are_rows() -> None:
    items = (an_item("a", "Keep", "Drop"), an_item("b", "Keep", "Drop"))
    keys = present(Message(sections=(Section("", items),)), ENGLISH).keys
    assert [key.row for key in keys.placed] == [0, 0, 1, 1]


def test_buttons_that_do_not_fit_are_counted_and_those_of_the_whole_stay() -> None:
    items = tuple(an_item(str(number), "Keep", "Drop") for number in range(15))
    message = Message(sections=(Section("", items),), buttons=(Button("Keep all", "keep all"),))
    presented = present(message, ENGLISH)
    assert [key.label for key in presented.keys.placed][-1] == "Keep all"
    assert len(presented.keys.placed) == 25
    assert "6 more buttons have no room here" in str(presented.embeds[-1].footer.text)


def test_what_is_not_shown_has_no_buttons() -> None:
    items = tuple(an_item(f"{number} {'x' * 800}", "Keep") for number in range(20))
    message = Message(sections=(Section("Proposed", items),))
    shown = body_of(message).count("x" * 800)
    keys = present(message, ENGLISH).keys
    assert [key.label for key in keys.placed] == [f"{n} Keep" for n in range(1, shown + 1)]
    assert 0 < shown < 20


async def test_two_buttons_may_give_the_same_command() -> None:
    twice = (Button("Happened", "happened #2"), Button("It did", "happened #2"))
    check_message(wire(present(Message(text="Did it?", buttons=twice), ENGLISH)))


async def test_an_empty_message_is_still_one() -> None:
    check_message(wire(present(Message(), ENGLISH)))


async def test_the_longest_message_of_all_is_within_discords_limits() -> None:
    long = "w" * 5000
    items = tuple(Item(long, long, long, (long, long), long) for _ in range(40))
    facts = tuple(Fact(long, long) for _ in range(40))
    sections = tuple(Section(long, items) for _ in range(40))
    message = Message(long, long, facts=facts, sections=sections, footnote=long)
    presented = wire(present(message, ENGLISH))
    check_message(presented)
    assert "… and 1160 more" in presented["embeds"][-1]["description"]


texts = st.text(alphabet=st.sampled_from("ab*_[]()<@>#|~`\\\n æ–1."), max_size=1500)
labels = st.text(alphabet="abc ", min_size=1, max_size=120)
buttons = st.lists(
    st.builds(Button, labels, st.text(alphabet="abc#", min_size=1, max_size=95)), max_size=7
).map(tuple)
items = st.builds(
    Item,
    text=texts,
    lead=st.text(alphabet="#1 .ab", max_size=150),
    was=texts,
    details=st.lists(texts, max_size=3).map(tuple),
    quote=texts,
    buttons=buttons,
)
sections = st.builds(Section, texts, st.lists(items, max_size=12).map(tuple))
messages = st.builds(
    Message,
    title=texts,
    text=texts,
    facts=st.lists(st.builds(Fact, texts, texts), max_size=3).map(tuple),
    sections=st.lists(sections, max_size=5).map(tuple),
    buttons=buttons,
    footnote=texts,
)


@settings(max_examples=60, deadline=None)
@given(messages)
def test_no_message_goes_beyond_discords_limits(message: Message) -> None:
    check_message(wire(present(message, ENGLISH)))


def a_form(*fields: Field, known: dict[str, str] | None = None) -> Form:
    return Form("Postpone", "postpone", known or {}, fields, "Move")


async def test_a_form_keeps_discords_limits_by_shortening() -> None:
    field = Field("when", "l" * 200, "p" * 200, "v" * 5000, multiline=True)
    modal = present_form(a_form(field, known={"follow_up": "ukraine-peace#2"}))
    check_modal(modal.to_dict())
    assert modal.custom_id == "f:postpone\nfollow_up=ukraine-peace#2"


async def test_a_question_too_long_for_its_label_stands_below_it_in_full() -> None:
    question = "The story’s slugline; may be left out where the channel follows one"
    [label] = present_form(a_form(Field("story", question))).to_dict()["components"]
    assert label["label"].endswith("…")
    assert label["description"] == question


async def test_a_known_value_too_long_to_carry_stands_in_a_field() -> None:
    modal = present_form(a_form(Field("when", "When?"), known={"note": "n" * 200}))
    shown = modal.to_dict()
    check_modal(shown)
    assert shown["components"][1]["component"]["value"] == "n" * 200
