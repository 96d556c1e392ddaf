"""An answer stays true where it stands: a status, a card, a list."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.actions.edit_answers import edit_answers
from bot.domain.answer import LASTS, MOST_IN_A_CHANNEL
from bot.domain.delivery import Destination, MessageRef
from bot.domain.gate import Gate, Place
from bot.domain.message import Item, Message
from bot.domain.newsroom import Platform
from bot.domain.retry import MOST_DEFECTS
from bot.errors import DeliveryFailed
from tests.bot.actions.chat import Chat
from tests.stage import OSLO, BreaksAtEdits, an_asker, commands_of, text_of

STORY = ("new budget The budget", "expect budget 28 November: The vote")


@pytest.fixture
async def chat() -> Chat:
    chat = Chat()
    await chat.run(*STORY)
    return chat


def line(message: Message, lead: str) -> Item:
    (found,) = [i for section in message.sections for i in section.items if i.lead == lead]
    return found


async def test_a_status_says_what_came_of_what_it_showed(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("happened budget#1: 85 votes to 84")
    await chat.wait()
    told = line(chat.standing(status), "#1")
    assert (told.was, told.text, told.details) == ("The vote", "happened", ("85 votes to 84",))
    assert commands_of(chat.standing(status)) == []


async def test_a_status_bears_the_old_date_of_what_moved_struck_through(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("move budget#1 to 10 December")
    await chat.wait()
    told = line(chat.standing(status), "#1 The vote")
    assert (told.was, told.text) == ("Friday 28 November", "Wednesday 10 December · expected")


async def test_a_status_says_that_something_waits_for_a_new_date(chat: Chat) -> None:
    await chat.run("set embargo on", "embargo budget#1 until 15:00")
    status = await chat.ask("status budget")
    await chat.run("postpone budget#1: Snow")
    await chat.wait()
    told = line(chat.standing(status), "#1 The vote")
    assert (told.was, told.text) == ("Friday 28 November", "postponed, no new date")
    assert told.details == ("🔒 Embargo until Wednesday 26 November at 15:00", "Snow")


async def test_a_status_tells_who_is_on_it(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("assign budget#1 me")
    await chat.wait()
    assert "kari" in line(chat.standing(status), "#1").details[0]


async def test_a_status_that_was_narrowed_stays_so(chat: Chat) -> None:
    await chat.run("expect budget 29 November: The debate", "cover budget#1 yes")
    status = await chat.ask("status budget yes", "desk")
    await chat.run("confirm budget#1")
    await chat.wait()
    said = text_of(chat.standing(status))
    assert "confirmed" in said
    assert "The debate" not in said


async def test_a_status_goes_by_the_storys_new_name(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("rename budget state-budget")
    await chat.wait()
    assert chat.standing(status).title == "state-budget: The budget"


async def test_a_status_of_a_story_that_was_merged_tells_the_new_names(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("new state The state", "merge budget state")
    await chat.wait()
    assert line(chat.standing(status), "state#1").was == "The vote"


async def test_a_timeline_is_drawn_anew(chat: Chat) -> None:
    timeline = await chat.ask("timeline budget dark", "desk")
    before = chat.standing(timeline).picture
    await chat.run("move budget#1 to 10 December")
    await chat.wait()
    after = chat.standing(timeline)
    assert line(after, "#1 The vote").was == "Friday 28 November"
    assert before is not None
    assert after.picture is not None
    assert after.picture.data != before.data


async def test_a_card_keeps_its_sentence_and_strikes_the_old_date(chat: Chat) -> None:
    card = await chat.ask("expect budget next Friday: The debate")
    sentence = chat.standing(card).text
    assert sentence
    await chat.run("postpone budget#2 to 10 December: Snow")
    await chat.wait()
    said = chat.standing(card)
    assert said.text == sentence
    assert line(said, "When").was == "Friday 5 December"
    assert line(said, "Note").text == "Snow"
    assert commands_of(said) == []


async def test_a_card_offers_the_other_date_until_it_moves(chat: Chat) -> None:
    card = await chat.ask("expect budget next Friday: The debate")
    offered = commands_of(chat.standing(card))
    assert offered
    await chat.run("assign budget#2 me")
    await chat.wait()
    assert commands_of(chat.standing(card)) == offered


async def test_a_card_has_the_outcome_in_place_of_its_buttons(chat: Chat) -> None:
    card = await chat.ask("status budget#1")
    assert "happened budget#1" in commands_of(chat.standing(card))
    await chat.run("cancel budget#1")
    await chat.wait()
    assert line(chat.standing(card), "Status").text == "cancelled"
    assert commands_of(chat.standing(card)) == []


async def test_a_card_says_that_what_it_made_was_taken_back(chat: Chat) -> None:
    card = await chat.ask("expect budget 29 November: The debate")
    await chat.run("undo")
    await chat.wait()
    assert text_of(chat.standing(card)) == "budget#2: The debate\nTaken back"


async def test_a_card_goes_by_the_storys_new_name(chat: Chat) -> None:
    card = await chat.ask("confirm budget#1")
    await chat.run("rename budget state-budget")
    await chat.wait()
    assert chat.standing(card).title == "state-budget#1: The vote"


async def test_a_handover_says_what_has_become_of_what_it_listed(chat: Chat) -> None:
    await chat.run("expect budget tomorrow at 08:00: The briefing")
    handover = await chat.ask("handover", "desk")
    await chat.run("cancel budget#2")
    await chat.wait()
    told = line(chat.standing(handover), "budget#2")
    assert (told.was, told.text) == ("08:00 The briefing", "cancelled")


async def test_a_digest_that_was_asked_for_stays_true(chat: Chat) -> None:
    digest = await chat.ask("digest", "desk")
    await chat.run("happened budget#1")
    await chat.wait()
    assert line(chat.standing(digest), "budget#1").text == "happened"


async def test_what_is_taken_back_stands_as_it_stood(chat: Chat) -> None:
    digest = await chat.ask("digest", "desk")
    before = chat.standing(digest)
    await chat.run("cancel budget#1")
    await chat.wait()
    await chat.run("undo")
    await chat.wait()
    assert commands_of(chat.standing(digest)) == commands_of(before)
    assert text_of(chat.standing(digest)) == text_of(before)


async def test_every_answer_in_every_channel_is_edited(chat: Chat) -> None:
    places = [await chat.ask("status budget", channel) for channel in ("desk", "foreign", "night")]
    places.append(await chat.ask("assign budget#1 me"))
    await chat.run("happened budget#1")
    await chat.wait()
    assert all("happened" in text_of(chat.standing(place)) for place in places)


async def test_an_answer_stands_as_it_was_given_where_nothing_has_changed(chat: Chat) -> None:
    for text in ("status budget", "confirm budget#1", "digest", "handover", "remind budget#1 3d"):
        await chat.ask(text)
    edits = chat.messenger.edited
    await chat.wait()
    assert chat.messenger.edited - edits <= 3  # what came after the status changed it
    standing = chat.messenger.edited
    await chat.wait(chat.clock.now() + timedelta(hours=1))
    assert chat.messenger.edited == standing


async def test_what_changed_while_an_answer_was_on_its_way_is_not_missed(chat: Chat) -> None:
    status = await chat.type("status budget", "desk")
    await chat.run("happened budget#1")
    to = Destination(Platform.SLACK, "T1", "desk")
    ref = await chat.messenger.send(to, status, "late")
    await chat.desk.stands(status, ref)
    await chat.wait()
    assert line(chat.standing(int(ref.message_key)), "#1").text == "happened"


async def test_changes_in_quick_succession_make_one_edit(chat: Chat) -> None:
    await chat.ask("status budget", "desk")
    await chat.wait()
    await chat.run("assign budget#1 me", "confirm budget#1", "cancel budget#1")
    edits = chat.messenger.edited
    await chat.wait()
    assert chat.messenger.edited == edits + 1


async def test_an_edit_that_fails_is_tried_again(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("cancel budget#1")
    chat.messenger.failures.append(DeliveryFailed("no_answer", retry_after=60))
    await chat.wait(chat.clock.now() + timedelta(minutes=2))
    assert line(chat.standing(status), "#1").text == "cancelled"


async def test_where_one_edit_is_asked_for_patience_the_others_wait_too(chat: Chat) -> None:
    for _ in range(3):
        await chat.ask("status budget", "desk")
    await chat.wait()
    chat.messenger.failures += [DeliveryFailed("rate_limited", retry_after=60)]
    await chat.run("happened budget#1")
    await chat.wait(chat.clock.now() + timedelta(seconds=30))
    assert (chat.messenger.failures, chat.messenger.edited) == ([], 0)
    await chat.wait(chat.clock.now() + timedelta(seconds=60))
    assert chat.messenger.edited == 3


class RestingGate(Gate):
    """Leaves every place alone for another minute."""

    def rests_until(self, place: Place, now: datetime) -> datetime | None:
        return now + timedelta(minutes=1)


async def test_an_answer_that_waited_with_its_channel_was_not_tried_in_vain(chat: Chat) -> None:
    await chat.ask("status budget", "desk")
    await chat.run("cancel budget#1")
    chat.gate = RestingGate(chat.posting.paces, None)
    await chat.wait(chat.clock.now() + 2 * MOST_DEFECTS * timedelta(minutes=1))
    chat.gate = Gate(chat.posting.paces, None)
    messenger = BreaksAtEdits(chat.clock)
    chat.posting = replace(chat.posting, messengers={Platform.SLACK: messenger})
    await chat.wait(chat.clock.now() + timedelta(hours=1))
    assert messenger.times == MOST_DEFECTS


async def test_an_edit_that_breaks_is_not_tried_for_ever(chat: Chat) -> None:
    await chat.ask("status budget", "desk")
    await chat.run("cancel budget#1")
    messenger = BreaksAtEdits(chat.clock)
    chat.posting = replace(chat.posting, messengers={Platform.SLACK: messenger})
    await chat.wait(chat.clock.now() + timedelta(hours=1))
    assert messenger.times == MOST_DEFECTS
    assert await edit_answers(chat.posting) is None


async def test_an_answer_that_somebody_deleted_is_forgotten(chat: Chat) -> None:
    await chat.ask("status budget", "desk")
    await chat.run("cancel budget#1")
    chat.messenger.failures.append(DeliveryFailed("message_not_found", permanent=True))
    await chat.wait()
    assert await edit_answers(chat.posting) is None


async def test_what_comes_under_embargo_is_hidden_and_shown_again_at_the_lift(chat: Chat) -> None:
    status, card = await chat.ask("status budget", "desk"), await chat.ask("confirm budget#1")
    digest = await chat.ask("digest", "desk")
    await chat.run("embargo budget#1 until 15:00")
    await chat.wait()
    for place in (status, card, digest):
        assert "The vote" not in text_of(chat.standing(place))
        assert "🔒 Embargo until Wednesday 26 November at 15:00" in text_of(chat.standing(place))
    await chat.wait(datetime(2025, 11, 26, 15, 1, tzinfo=OSLO))
    for place in (status, card, digest):
        assert "The vote" in text_of(chat.standing(place))


async def test_a_channel_that_may_see_it_goes_on_seeing_it(chat: Chat) -> None:
    await chat.run("set embargo on")
    status = await chat.ask("status budget")
    await chat.run("embargo budget#1 until 15:00")
    await chat.wait()
    assert "The vote" in text_of(chat.standing(status))


async def test_an_old_answer_stays_as_it_is_and_is_forgotten(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.wait(chat.clock.now() + LASTS + timedelta(minutes=1))
    before = chat.standing(status)
    await chat.run("cancel budget#1")
    await chat.wait()
    assert chat.standing(status) is before
    assert await edit_answers(chat.posting) is None


async def test_only_the_latest_answers_of_a_channel_are_edited(chat: Chat) -> None:
    places = []
    for _ in range(MOST_IN_A_CHANNEL + 1):
        chat.clock.set(chat.clock.now() + timedelta(seconds=1))
        places.append(await chat.ask("status budget", "desk"))
    await chat.run("cancel budget#1")
    await chat.wait()
    edited = ["cancelled" in text_of(chat.standing(place)) for place in places]
    assert edited == [False] + [True] * MOST_IN_A_CHANNEL


async def test_an_answer_that_takes_the_place_of_another_ends_its_edits(chat: Chat) -> None:
    question = await chat.type("close budget", "desk")
    assert "budget#1" in [one.name for one in question.shown]
    to = Destination(Platform.SLACK, "T1", "desk")
    ref = await chat.messenger.send(to, question, "question")
    await chat.desk.stands(question, ref)
    closed = await chat.type("close budget drop", "desk")
    await chat.messenger.edit(ref, closed)
    await chat.desk.stands(closed, ref)
    await chat.wait()
    assert chat.standing(int(ref.message_key)) is closed


async def test_an_answer_of_a_workspace_that_left_is_let_stand(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    before = chat.standing(status)
    other = await chat.desk.type(an_asker("abroad", workspace="T2"), "link")
    assert not other.refused
    async with chat.store.transaction() as tx:
        workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
        host = await tx.newsrooms.workspace(Platform.SLACK, "T2")
        assert workspace is not None
        assert host is not None
        await tx.links.move(workspace, await tx.newsrooms.newsroom(host.newsroom_id))
    await chat.wait()
    assert chat.standing(status) is before
    assert await edit_answers(chat.posting) is None


@pytest.mark.parametrize(
    "text", ["list", "help", "why budget#1", "snooze budget#1 2h", "history budget", "search vote"]
)
async def test_what_shows_nothing_that_could_change_or_shows_it_to_one_alone_is_not_kept(
    chat: Chat, text: str
) -> None:
    message = await chat.type(text)
    await chat.desk.stands(message, MessageRef(Platform.SLACK, "T1", "foreign", "1"))
    assert await edit_answers(chat.posting) is None


async def test_a_status_follows_its_story(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("urgency budget 2", "note budget today: The minister spoke")
    await chat.wait()
    said = text_of(chat.standing(status))
    assert "Urgency: 2" in said
    assert "The minister spoke" in said


@pytest.mark.parametrize(
    ("command", "change"),
    [
        ("status budget", "move budget#1 to 8 December"),
        ("expect budget 10 December: The debate", "move budget#2 to 8 December"),
    ],
)
async def test_what_stands_below_an_answer_stays_there(
    chat: Chat, command: str, change: str
) -> None:
    message = replace(await chat.type(command), footnote="kari: /story")
    to = Destination(Platform.SLACK, "T1", "foreign")
    ref = await chat.messenger.send(to, message, "answer")
    await chat.desk.stands(message, ref)
    await chat.wait()
    assert chat.messenger.edited == 0
    await chat.run(change)
    await chat.wait()
    assert chat.messenger.edited == 1
    assert chat.standing(int(ref.message_key)).footnote == "kari: /story"


async def test_a_status_counts_its_storys_watches(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("watch budget deficit")
    await chat.wait()
    assert "Watches: 1 (" in text_of(chat.standing(status))
    await chat.run("unwatch budget")
    await chat.wait()
    assert "Watches" not in text_of(chat.standing(status))


async def test_a_status_lists_what_is_expected_since_and_keeps_that_true_too(chat: Chat) -> None:
    status = await chat.ask("status budget", "desk")
    await chat.run("expect budget 29 November: The debate")
    await chat.wait()
    assert line(chat.standing(status), "#2").text == "The debate"
    await chat.run("move budget#2 to 10 December")
    await chat.wait()
    assert "Wednesday 10 December" in line(chat.standing(status), "#2").details[0]


async def test_a_fact_that_comes_under_embargo_is_taken_out_of_a_status(chat: Chat) -> None:
    await chat.run("note budget today: The minister spoke")
    status = await chat.ask("status budget", "desk")
    await chat.run("embargo budget until 15:00")
    await chat.wait()
    assert "The minister spoke" not in text_of(chat.standing(status))


async def test_a_status_shows_what_its_channel_is_let_see(chat: Chat) -> None:
    await chat.run("expect budget 29 November: The debate", "note budget today: The minister spoke")
    await chat.run("embargo budget until 15:00")
    await chat.type("embargo budget#1 until 15:00")
    status = await chat.ask("status budget")
    assert "The minister spoke" not in text_of(chat.standing(status))
    await chat.run("set embargo on")
    await chat.wait()
    assert "The minister spoke" in text_of(chat.standing(status))
    assert "The vote" in text_of(chat.standing(status))


async def test_an_act_stands_in_a_handover_whatever_came_of_it(chat: Chat) -> None:
    await chat.run("move budget#1 to 10 December")
    handover = await chat.ask("handover", "desk")
    before = chat.standing(handover)
    await chat.run("move budget#1 to 11 December")
    await chat.wait()
    assert chat.standing(handover) is before


async def test_an_act_on_what_comes_under_embargo_is_hidden_in_a_handover(chat: Chat) -> None:
    await chat.run("move budget#1 to 10 December")
    handover = await chat.ask("handover", "desk")
    assert "The vote" in text_of(chat.standing(handover))
    await chat.run("embargo budget#1 until 15:00")
    await chat.wait()
    assert "The vote" not in text_of(chat.standing(handover))
    assert "10 December" not in text_of(chat.standing(handover))


async def test_what_a_channel_may_see_no_longer_is_hidden_there(chat: Chat) -> None:
    await chat.run("set embargo on", "embargo budget#1 until 15:00")
    card = await chat.ask("confirm budget#1")
    await chat.wait()
    assert "The vote" in text_of(chat.standing(card))
    await chat.run("set embargo off")
    await chat.wait()
    assert "The vote" not in text_of(chat.standing(card))
