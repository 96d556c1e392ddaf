import asyncio

import pytest

from adapters.discord import DiscordAdapter
from bot.domain.delivery import Destination
from bot.domain.mention import Mention, MentionKind
from bot.domain.message import Button, Field, Form, Item, Message, Section
from bot.domain.newsroom import Asker, Choice, Inbox, Platform
from tests.adapters.discord.conftest import an_adapter
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import FakeDiscord, buttons_of, text_of
from tests.adapters.discord.fake_messages import CHOICES, MODAL, SAID, THINKING, UPDATED
from tests.adapters.discord.payloads import DESK, EDITORS, GUILD, KARI, FakeChannel, FakeUser
from tests.adapters.web.site import open_site

HAPPENED = Button("Happened", "happened ukraine-peace#2")
WHEN_FORM = Form(
    "New time",
    "postpone",
    {"follow_up": "ukraine-peace#2"},
    (Field("when", "When now?", "next Tuesday"), Field("note", "Why?", required=False)),
    "Move",
)


async def test_a_slash_command_reaches_daybook_with_its_options(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(title="Noted", text="1–7 December 2025")
    options = {"story": "ukraine-peace", "when": "neste uke", "title": "Witkoff til Moskva"}
    answer = await discord_server.slash("expect", options)
    assert daybook.asked[0][1:] == ("expect", options)
    assert text_of(answer.message) == "Noted\n1–7 December 2025"


async def test_the_norwegian_group_gives_the_same_command(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.slash("status", {"story": "ukraine-peace"}, group="sak")
    assert daybook.asked[0][1:] == ("status", {"story": "ukraine-peace"})


async def test_the_asker_is_told_as_discord_tells_it(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.slash("status")
    inbox = Inbox(f"dm:{KARI}", f"@{KARI}")
    assert daybook.asked[0][0] == Asker(
        Platform.DISCORD, GUILD, "Redaksjonen", DESK, "desken", KARI, "Kari", "nb", inbox=inbox
    )


async def test_direct_messages_are_a_workspace_of_the_person(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.slash("status", channel=FakeChannel("31", "", direct=True))
    asker = daybook.asked[0][0]
    place = (asker.workspace_key, asker.channel_key, asker.direct)
    assert place == (f"dm:{KARI}", f"@{KARI}", True)


async def test_direct_messages_tell_in_which_servers_their_person_is(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    direct = FakeChannel("31", "", direct=True)
    await discord_server.slash("status", channel=direct)
    discord_server.members.clear()
    await discord_server.slash("status", channel=direct)
    assert [asker.servers for asker, *_ in daybook.asked] == [{GUILD: ()}, {}]


async def test_whom_a_command_names_is_called_as_discord_calls_them(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    named = f"<@{KARI}> <@&{EDITORS}> <@77>"
    await discord_server.slash("status", {"story": named})
    asker, _, values = daybook.asked[0]
    assert values["story"] == "@Kari @Vaktsjefer @77"
    assert asker.mentioned == (
        Mention(MentionKind.PERSON, KARI, "Kari"),
        Mention(MentionKind.GROUP, EDITORS, "Vaktsjefer"),
        Mention(MentionKind.PERSON, "77", "77"),
    )


async def test_a_private_answer_is_seen_by_the_asker_alone(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(text="There is no such story.", private=True)
    assert (await discord_server.slash("status")).private


async def test_an_answer_for_all_is_seen_by_all(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    assert not (await discord_server.slash("status")).private


async def test_a_defect_is_told_with_a_reference_and_nothing_more(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = LookupError("secret-of-the-house")
    answer = await discord_server.slash("status", user=FakeUser(locale="en-US"))
    assert "this reference:" in text_of(answer.message)
    assert "secret-of-the-house" not in text_of(answer.message)
    assert answer.private


async def test_completions_come_from_daybook(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.choices = (Choice("Ukraine: the peace plan", "ukraine-peace"),)
    choices = await discord_server.autocomplete("status", "story", "ukr")
    assert choices == [{"name": "Ukraine: the peace plan", "value": "ukraine-peace"}]
    assert daybook.asked[0][1:] == ("status", {"story": "ukr"})


async def test_completion_forgets_before_long_in_which_servers_its_person_is(
    adapter: DiscordAdapter,
    discord_server: FakeDiscord,
    daybook: FakeDaybook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("adapters.discord.servers.KEPT", 0.0)
    direct = FakeChannel("31", "", direct=True)
    await discord_server.autocomplete("status", "story", "u", channel=direct)
    discord_server.members.clear()
    await discord_server.autocomplete("status", "story", "uk", channel=direct)
    assert [asker.servers for asker, *_ in daybook.asked] == [{GUILD: ()}, {}]


async def test_a_completion_too_long_for_discord_is_shortened_or_left_out(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.choices = (Choice("x" * 300, "short"), Choice("too long a value", "y" * 101))
    choices = await discord_server.autocomplete("expect", "when", "n")
    assert [(len(choice["name"]), choice["value"]) for choice in choices] == [(100, "short")]


async def test_a_button_gives_its_command(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(text="Witkoff to Moscow", buttons=(HAPPENED,))
    shown = await discord_server.slash("status")
    await discord_server.press(shown.message, buttons_of(shown.message)["Happened"])
    assert daybook.asked[-1][1] == "happened ukraine-peace#2"


async def test_a_button_works_after_a_restart(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(text="Witkoff to Moscow", buttons=(HAPPENED,))
    first = an_adapter(discord_server, daybook)
    await first.start()
    await discord_server.gateway.connected.wait()
    shown = await discord_server.slash("status")
    await first.stop()
    second = an_adapter(discord_server, daybook)
    await second.start()
    await discord_server.until(lambda: discord_server.gateway.identified == 2)
    answer = await discord_server.press(shown.message, buttons_of(shown.message)["Happened"])
    await second.stop()
    assert answer.kind == SAID
    assert daybook.asked[-1][1] == "happened ukraine-peace#2"


async def test_an_answer_may_take_the_place_of_the_message_pressed(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(text="Proposed", buttons=(HAPPENED,))
    shown = await discord_server.slash("status")
    daybook.answer = Message(text="Kept", replaces=True)
    answer = await discord_server.press(shown.message, "c:happened ukraine-peace#2")
    assert answer.kind == UPDATED
    assert answer.replaced is not None
    assert text_of(answer.replaced) == "Kept"
    assert buttons_of(answer.replaced) == {}


async def test_an_answer_takes_that_place_even_when_it_comes_late(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    slow = an_adapter(discord_server, daybook, patience=0.01)
    await slow.start()
    await discord_server.gateway.connected.wait()
    daybook.answer = Message(text="Proposed", buttons=(HAPPENED,))
    to = Destination(Platform.DISCORD, GUILD, DESK)
    await slow.messenger.send(to, daybook.answer, "n-1")
    daybook.answer = Message(text="Kept", replaces=True)
    daybook.ready.clear()
    [posted] = discord_server.posted
    answer = await discord_server.press(posted, "c:happened ukraine-peace#2")
    daybook.ready.set()
    await discord_server.until(lambda: answer.deleted)
    await slow.stop()
    assert text_of(posted) == "Kept"


async def test_another_applications_button_is_left_alone(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    row = {"type": 1, "components": [{"type": 2, "label": "Old", "custom_id": "from-before"}]}
    press = asyncio.create_task(discord_server.press({"components": [row]}, "from-before"))
    await discord_server.slash("status")
    press.cancel()
    assert [asked[1] for asked in daybook.asked] == ["status"]


async def test_a_form_opens_at_once(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(form=WHEN_FORM)
    answer = await discord_server.slash("postpone", {"follow_up": "#2"})
    assert answer.kind == MODAL
    assert [label["label"] for label in answer.data["components"]] == ["When now?", "Why?"]


async def test_a_sent_form_completes_its_command(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(form=WHEN_FORM)
    opened = await discord_server.slash("postpone")
    daybook.answer = Message(text="Moved to Wednesday 10 December 2025")
    answer = await discord_server.submit(opened.data, {"when": "10. desember"})
    assert daybook.asked[-1][1:] == (
        "postpone",
        {"follow_up": "ukraine-peace#2", "when": "10. desember", "note": ""},
    )
    assert text_of(answer.message) == "Moved to Wednesday 10 December 2025"


async def test_a_form_is_understood_after_a_restart(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(form=WHEN_FORM)
    first = an_adapter(discord_server, daybook)
    await first.start()
    await discord_server.gateway.connected.wait()
    opened = await discord_server.slash("postpone")
    await first.stop()
    second = an_adapter(discord_server, daybook)
    await second.start()
    await discord_server.until(lambda: discord_server.gateway.identified == 2)
    daybook.answer = Message(text="Moved")
    await discord_server.submit(opened.data, {"when": "10. desember"})
    await second.stop()
    values = {"follow_up": "ukraine-peace#2", "when": "10. desember", "note": ""}
    assert daybook.asked[-1][2] == values


async def test_a_form_in_answer_to_a_form_is_offered_by_a_button(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(form=WHEN_FORM)
    opened = await discord_server.slash("postpone")
    answer = await discord_server.submit(opened.data, {"when": "whenever"})
    assert answer.kind == SAID
    again = await discord_server.press(answer.message, buttons_of(answer.message)["New time"])
    assert again.kind == MODAL
    assert daybook.asked[-1][1:] == ("postpone", {"follow_up": "ukraine-peace#2"})


async def test_a_form_that_is_refused_can_be_opened_again(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(form=WHEN_FORM)
    opened = await discord_server.slash("postpone")
    daybook.answer = Message(text="I don’t understand “x”.", private=True, refused=True)
    answer = await discord_server.submit(opened.data, {"when": "x"})
    assert text_of(answer.message) == "I don’t understand “x”."
    daybook.answer = Message(form=WHEN_FORM)
    again = await discord_server.press(answer.message, buttons_of(answer.message)["Try again"])
    assert again.kind == MODAL
    assert daybook.asked[-1][1:] == ("postpone", {"follow_up": "ukraine-peace#2"})


async def test_an_answer_that_takes_long_comes_after_a_sign_of_life(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    slow = an_adapter(discord_server, daybook, patience=0.01)
    await slow.start()
    await discord_server.gateway.connected.wait()
    daybook.ready.clear()
    answer = await discord_server.slash("status")
    assert answer.kind == THINKING
    daybook.ready.set()
    await discord_server.until(lambda: answer.deleted)
    await slow.stop()
    assert text_of(answer.message) == "Done."
    assert not answer.private


async def test_a_private_answer_that_takes_long_stays_private(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    slow = an_adapter(discord_server, daybook, patience=0.01)
    await slow.start()
    await discord_server.gateway.connected.wait()
    daybook.answer = Message(text="Only for you", private=True)
    daybook.ready.clear()
    answer = await discord_server.slash("status")
    daybook.ready.set()
    await discord_server.until(lambda: answer.later)
    await slow.stop()
    assert text_of(answer.message) == "Only for you"
    assert answer.private


async def test_a_form_that_comes_late_is_offered_by_a_button(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    slow = an_adapter(discord_server, daybook, patience=0.01)
    await slow.start()
    await discord_server.gateway.connected.wait()
    daybook.answer = Message(form=WHEN_FORM)
    daybook.ready.clear()
    answer = await discord_server.slash("postpone")
    daybook.ready.set()
    await discord_server.until(lambda: answer.later)
    await slow.stop()
    assert list(buttons_of(answer.message)) == ["New time"]


async def test_a_message_is_read_from_its_menu(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.menu("Read with Daybook", "Det er ventet at ministeren reiser.")
    assert daybook.asked[0][1:] == ("read", {"article": "Det er ventet at ministeren reiser."})


@pytest.mark.parametrize(
    ("kind", "said", "read"),
    [
        ("text/plain; charset=utf-8", "", "Møtet er i morgen."),
        ("text/plain", "Read this", "Read this\n\nMøtet er i morgen."),
        ("text/html", "Read this", "Møtet er i morgen."),
        ("image/png", "Read this", "Read this"),
    ],
)
async def test_a_long_paste_is_read_from_the_file_that_discord_made_of_it(
    adapter: DiscordAdapter,
    discord_server: FakeDiscord,
    daybook: FakeDaybook,
    kind: str,
    said: str,
    read: str,
) -> None:
    async with open_site() as cdn:
        file = an_attachment(cdn.put("/message.txt", "Møtet er i morgen."), kind)
        await discord_server.menu("Read with Daybook", said, attached=[file])
    assert daybook.asked[0][1:] == ("read", {"article": read})


async def test_a_file_that_is_gone_leaves_what_the_message_says(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    async with open_site() as cdn:
        file = an_attachment(cdn.link("/gone.txt"), "text/plain")
        await discord_server.menu("Read with Daybook", "Read this", attached=[file])
    assert daybook.asked[0][1:] == ("read", {"article": "Read this"})


def an_attachment(link: str, kind: str) -> dict[str, object]:
    return {
        "id": "5",
        "filename": "message.txt",
        "content_type": kind,
        "url": link,
        "proxy_url": link,
    }


async def test_completing_is_answered_with_choices_only(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.autocomplete("postpone", "follow_up", "")
    answer = list(discord_server.answers.values())[-1]
    assert answer.kind == CHOICES


async def test_an_items_buttons_bear_its_number(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    items = tuple(Item(title, buttons=(Button("Keep", f"keep {title}"),)) for title in ("a", "b"))
    daybook.answer = Message(sections=(Section("Proposed", items),))
    answer = await discord_server.slash("status")
    assert buttons_of(answer.message) == {"1 Keep": "c:keep a", "2 Keep": "c:keep b"}
    assert "**1** a" in text_of(answer.message)
