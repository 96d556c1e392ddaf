"""One road through every command, told once and walked on every platform."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from adapters.clock import SteppedClock
from bot.commands.parse import find_command
from tests.conformance.chat import Given, Person, Room, Seen

OSLO = ZoneInfo("Europe/Oslo")
START = datetime(2025, 11, 26, 12, tzinfo=OSLO)  # a Wednesday
ARTICLE = (
    "Grain treaty nears\n"
    "The grain ministers are expected to sign a treaty in December.\n"
    "Another summit is planned on Friday.\n"
    "Talks broke down on 14 October, when the delegation left Geneva."
)
ROUND = (
    ("rename", "harbour-strike", "port-strike"),
    ("headline", "port-strike", "The strike in the port"),
    ("urgency", "ukraine-peace", "3"),
    ("desk", "ukraine-peace", "foreign"),
    ("tags", "ukraine-peace", "war, diplomacy"),
    ("new", "old-talks", "Talks of old"),
    ("merge", "old-talks", "ukraine-peace"),
    ("doubt", "ukraine-peace#1"),
    ("assign", "ukraine-peace#1", "me"),
    ("take", "port-strike#1"),
    ("cover", "ukraine-peace#1", "yes"),
    ("why", "ukraine-peace#1"),
    ("history", "ukraine-peace#1"),
    ("headline", "port-strike", "A slip of the pen"),
    ("undo",),
    ("duty", "foreign", "me"),
    ("editors",),
    ("policy", "desk foreign"),
    ("policy", "ukraine-peace", "week: heads-up 3d 15:00, overdue 09:15"),
    ("history", "settings"),
    ("undo",),
    ("set", "working-hours", "07:00-14:00 mon-sun"),
    ("undo",),
    ("settings",),
    ("set", "quiet", "23:00-06:00"),
    ("digest", "week"),
    ("search", "envoy Moscow"),
    ("proposals",),
    ("revise", "9"),
    ("remind", "ukraine-peace#3", "3d, 1d 16:00"),
    ("set", "embargo", "on"),
    ("embargo", "ukraine-peace#3", "until 28 November 06:00"),
    ("stop", "ukraine-peace#3"),
    ("handover", "8h"),
    ("retry",),
    ("link",),
    ("unlink",),
    ("close", "port-strike", "drop"),
    ("undo",),
)
"""Commands whose answers need no following up: the name, and its parameters in their order."""


class Road:
    """Walks with one person, and remembers which commands were given."""

    def __init__(self, person: Person, clock: SteppedClock) -> None:
        self._person = person
        self._clock = clock
        self.commands: set[str] = set()

    async def walk(self) -> None:
        """Walk the whole road; each stretch finds what the one before it left."""
        await self._open_stories()
        await self._expect()
        await self._read()
        await self._listen()
        await self._read_for_a_new_story()
        await self._be_alerted()
        await self._be_refused()
        await self._complete()
        await self._go_round()
        await self._look()
        await self._change_plans()
        await self._be_reminded()
        await self._settle()
        await self._keep_answers_true()
        await self._stop_following()
        await self._clock.advance(timedelta(minutes=1))  # what is still to be edited, is

    async def _open_stories(self) -> None:
        topics = await self._give("help", shows=["What Daybook can do", "expect"], private=True)
        await self._press(topics, "Stories", shows=["Open a story"], private=True)
        await self._give(
            "help", "expect", {"command": "expect"}, shows=["What is expected"], private=True
        )
        opened = await self._give(
            "new",
            "ukraine-peace The peace talks",
            {"slugline": "ukraine-peace", "headline": "The peace talks"},
            shows=["New story: ukraine-peace", "The peace talks"],
        )
        await self._press(opened, "Follow it in this channel", shows=["follows ukraine-peace"])
        self.commands.add("subscribe")
        form = await self._give("new", asks=True)
        filled = {"slugline": "harbour-strike", "headline": "<!channel> @everyone & the *strike*"}
        await self._fill(form, filled, shows=["New story: harbour-strike", "everyone &"])

    async def _expect(self) -> None:
        await self._give(
            "expect",
            "ukraine-peace next week: Envoy to Moscow",
            {"story": "ukraine-peace", "when": "next week", "title": "Envoy to Moscow"},
            shows=["ukraine-peace#1: Envoy to Moscow", "week 49, 1–7 December", "expected"],
        )
        await self._give(
            "expect",
            "i morgen: Uttalelse",  # the channel follows one story, so none is named
            {"when": "i morgen", "title": "Uttalelse"},
            word="forvent",
            shows=["ukraine-peace#2: Uttalelse", "Thursday 27 November"],
        )
        form = await self._give("expect", asks=True)
        answers = {"story": "harbour-strike", "when": "next Friday", "title": "Vote"}
        doubtful = await self._fill(form, answers, shows=["harbour-strike#1", "5 December"])
        moved = ["Friday 28 November", "Friday 5 December"]
        await self._press(doubtful, "Make it Friday 28 November", shows=moved)
        self.commands.add("move")

    async def _read(self) -> None:
        form = await self._give("read", asks=True)
        proposals = await self._fill(
            form,
            {"story": "ukraine-peace", "article": ARTICLE},
            shows=["Read for ukraine-peace: Grain treaty nears", "December 2025", "grain"],
        )
        await self._press(proposals, "Drop", shows=["Not kept"])
        self.commands.add("discard")
        kept = ["Everything is decided", "Kept as ukraine-peace#3"]
        await self._give("keep", "all", {"which": "all"}, word="behold", shows=kept)

    async def _listen(self) -> None:
        for what in ("quota, catch", "miners"):
            values = {"story": "ukraine-peace", "what": what}
            heard = ["ukraine-peace listens", what]
            await self._give("watch", f"ukraine-peace {what}", values, shows=heard)
        await self._give("watches", shows=["ukraine-peace", "quota, catch", "miners"])

    async def _be_alerted(self) -> None:
        """What was read elsewhere is told here, and read again or stopped by its buttons."""
        await self._clock.advance(timedelta())
        alert = self._person.reminders()[-1]
        assert alert.room is Room.DESK
        assert "Alert: Strike in the mines" in alert.text
        assert "#" in alert.text
        await self._press(alert, "Read it", shows=["Strike in the mines", "Kept as"])
        self.commands.add("pursue")
        await self._press(alert, "Stop this watch", shows=["listens no longer", "miners"])
        self.commands.add("unwatch")

    async def _read_for_a_new_story(self) -> None:
        form = await self._give("read", room=Room.FOREIGN, asks=True)
        text = "Strike in the mines\nThe miners are expected to vote on 9 December."
        question = await self._fill(form, {"article": text}, shows=["Which story is this?"])
        mines = next(label for label in question.buttons if label.startswith("New story: "))
        proposals = await self._press(question, mines, shows=["9 December", "The miners"])
        self.commands.add("file")
        await self._press(proposals, "Keep all", shows=["Kept as"])

    async def _be_refused(self) -> None:
        for command, text, values, says in (
            ("status", "ukrane-peace", {"story": "ukrane-peace"}, "Did you mean “ukraine-peace”?"),
            ("happened", "ukraine-peace#9", {"follow_up": "ukraine-peace#9"}, "no follow-up #9"),
            ("subscribe", "tag:", {"target": "tag:"}, "nothing to subscribe to"),
            (
                "expect",
                "ukraine-peace someday: Peace",
                {"story": "ukraine-peace", "when": "someday", "title": "Peace"},
                "“someday”",
            ),
            (
                "expect",
                "ukraine-peace yesterday: Peace",
                {"story": "ukraine-peace", "when": "yesterday", "title": "Peace"},
                "has passed",
            ),
        ):
            await self._give(command, text, values, shows=[says], private=True)

    async def _complete(self) -> None:
        if not self._person.completes:
            return
        offered = self._person.complete
        assert await offered("status", "story", "ukr") == ["ukraine-peace"]
        assert await offered("confirm", "follow_up", "harb") == ["harbour-strike#1"]
        assert await offered("help", "command", "exp") == ["expect"]

    async def _go_round(self) -> None:
        for name, *words in ROUND:
            names = [parameter.name for parameter in find_command(name).parameters]
            self.commands.add(name)
            given = Given(name, " ".join(words), dict(zip(names, words, strict=False)))
            answer = await self._person.give(given, Room.DESK)
            assert answer.text, name
            assert not answer.asks, name

    async def _look(self) -> None:
        await self._give("list", shows=["port-strike", "ukraine-peace", "3 expected"])
        story = {"story": "ukraine-peace"}
        await self._give(
            "status", "ukraine-peace", story, shows=["The peace talks", "Followed by", "#1"]
        )
        shown = ["14 October", "Talks broke down"]
        await self._give("timeline", "ukraine-peace", story, word="tidslinje", shows=shown)
        await self._give("subscriptions", shows=["ukraine-peace"])

    async def _change_plans(self) -> None:
        await self._give(
            "note",
            "yesterday: The talks in Geneva ended",
            {"when": "yesterday", "text": "The talks in Geneva ended"},
            shows=["Noted in ukraine-peace", "Tuesday 25 November"],
        )
        await self._give(
            "confirm",
            "ukraine-peace#1 Tuesday at 14:00",
            {"follow_up": "ukraine-peace#1", "when": "Tuesday at 14:00"},
            shows=["Tuesday 2 December at 14:00", "confirmed"],
        )
        await self._give(
            "move",
            "#1 Wednesday 3 December",
            {"follow_up": "#1", "when": "Wednesday 3 December"},
            shows=["Wednesday 3 December"],
        )
        await self._give(
            "postpone",
            "#3 to January: Storm",
            {"follow_up": "#3", "when": "to January", "reason": "Storm"},
            shows=["ukraine-peace#3", "January 2026", "Storm"],
        )
        form = await self._give("postpone", "#3", {"follow_up": "#3"}, asks=True)
        await self._fill(form, {"when": "", "reason": "Fog"}, shows=["no new date", "Fog"])
        await self._give("drop", "#3", {"follow_up": "#3"}, shows=["no longer followed"])

    async def _be_reminded(self) -> None:
        """Until Thursday morning: its follow-up's day has come, and that can be answered."""
        heads_up, opens = await self._until(
            datetime(2025, 11, 27, 9, tzinfo=OSLO), ["Coming up: Uttalelse", "Today: Uttalelse"]
        )
        assert opens.buttons == ("Happened", "Postponed", "Cancelled", "Remind me tomorrow")
        await self._press(opens, "Remind me tomorrow", shows=["remind you again"], private=True)
        self.commands.add("snooze")
        await self._press(heads_up, "Happened", shows=["ukraine-peace#2", "happened"])
        self.commands.add("happened")
        await self._clock.advance(timedelta())
        for standing in self._reminders_of("Uttalelse"):
            assert not standing.buttons
            assert "happened" in standing.text

    async def _settle(self) -> None:
        """Until the fourth: one has been asked about, and is put off by the form that opens."""
        *_, asked = await self._until(
            datetime(2025, 12, 4, 9, tzinfo=OSLO),
            [
                "Coming up: Envoy to Moscow",
                "Today: Envoy to Moscow",
                "Did it happen? Envoy to Moscow",
            ],
        )
        form = await self._press(asked, "Postponed", asks=True)
        moved = ["Wednesday 10 December", "Wednesday 3 December"]
        await self._fill(form, {"when": "to 10 December", "reason": "Snow"}, shows=moved)
        await self._clock.advance(timedelta())
        standing = self._reminders_of("Envoy to Moscow")[-1]
        assert "10 December" in standing.text
        await self._press(standing, "Cancelled", shows=["cancelled"])
        self.commands.add("cancel")
        number = {"follow_up": "ukraine-peace#1"}
        await self._give("reopen", "ukraine-peace#1", number, shows=["expected"])

    async def _keep_answers_true(self) -> None:
        """A status in one channel and a card in another say what is done in the third place."""
        story = {"story": "ukraine-peace"}
        status = await self._give(
            "status", "ukraine-peace", story, room=Room.FOREIGN, shows=["Envoy to Moscow"]
        )
        number = {"follow_up": "ukraine-peace#1"}
        card = await self._give("confirm", "ukraine-peace#1", number, shows=["confirmed"])
        direct = await self._give(
            "status", "ukraine-peace#1", {"story": "ukraine-peace#1"}, room=Room.DIRECT
        )
        assert "Happened" in direct.buttons
        await self._give("happened", "ukraine-peace#1", number, shows=["happened"])
        await self._clock.advance(timedelta(minutes=1))
        for answer in (status, card, direct):
            now = self._person.standing(answer)
            assert "happened" in now.text, now.text
            assert "Happened" not in now.buttons
            assert now.room is answer.room
        assert "Since then" in self._person.standing(status).text
        await self._give("reopen", "ukraine-peace#1", number, shows=["confirmed"])
        await self._clock.advance(timedelta(minutes=1))
        assert "Happened" in self._person.standing(direct).buttons

    async def _stop_following(self) -> None:
        await self._hear_elsewhere()
        everything = {"target": "everything"}
        await self._give("subscribe", "everything", everything, word="følg", shows=["everything"])
        await self._give("unsubscribe", "everything", everything, shows=["no longer follows"])

    async def _hear_elsewhere(self) -> None:
        """In another channel and one's own messages: what is done here is told there."""
        wishes = "updates lead 2d mention me, here"
        await self._give(
            "subscribe",
            f"ukraine-peace {wishes}",
            {"target": "ukraine-peace", "wishes": wishes},
            room=Room.FOREIGN,
            shows=["follows ukraine-peace", "What it hears", "here"],
        )
        await self._give(
            "subscribe",
            "everything reminders updates lead 2d me",
            {"target": "everything", "wishes": "reminders updates lead 2d me"},
            shows=["You follow everything"],
            private=True,
        )
        await self._give("subscriptions", room=Room.DIRECT, shows=["everything", "updates"])
        await self._give(
            "move",
            "ukraine-peace#1 8 December",
            {"follow_up": "ukraine-peace#1", "when": "8 December"},
            shows=["Monday 8 December"],
        )
        await self._clock.advance(datetime(2025, 12, 4, 15, 1, tzinfo=OSLO) - self._clock.now())
        update, heads_up = self._person.reminders()[-2:]
        assert (update.room, heads_up.room) == (Room.FOREIGN, Room.DIRECT)
        assert "Moved: Envoy to Moscow" in update.text
        assert "Coming up: Envoy to Moscow" in heads_up.text

    async def _until(self, moment: datetime, openings: list[str]) -> list[Seen]:
        """Let time pass; return the reminders of it, which must begin so."""
        before = len(self._person.reminders())
        await self._clock.advance(moment - self._clock.now())
        news = self._person.reminders()[before:]
        said = [each.text.lstrip("⚠️‼!✓ ") for each in news]
        begins = [text.startswith(opening) for text, opening in zip(said, openings, strict=True)]
        assert all(begins), said
        assert {each.room for each in news} == {Room.DESK}
        return news

    def _reminders_of(self, title: str) -> list[Seen]:
        return [each for each in self._person.reminders() if title in each.text]

    async def _give(
        self,
        command: str,
        text: str = "",
        values: dict[str, str] | None = None,
        *,
        shows: list[str] | None = None,
        word: str = "",
        room: Room = Room.DESK,
        private: bool = False,
        asks: bool = False,
    ) -> Seen:
        self.commands.add(command)
        answer = await self._person.give(Given(command, text, values or {}, word), room)
        return _checked(answer, shows, private=private or asks, asks=asks)

    async def _press(
        self,
        shown: Seen,
        label: str,
        *,
        shows: list[str] | None = None,
        private: bool = False,
        asks: bool = False,
    ) -> Seen:
        answer = await self._person.press(shown, label)
        return _checked(answer, shows, private=private or asks, asks=asks)

    async def _fill(self, form: Seen, values: dict[str, str], *, shows: list[str]) -> Seen:
        return _checked(await self._person.fill(form, values), shows, private=False, asks=False)


def _checked(seen: Seen, shows: list[str] | None, *, private: bool, asks: bool) -> Seen:
    """Return what was seen, if it says what it should to whom it should."""
    assert seen.asks is asks, seen.text
    assert [each for each in shows or [] if each not in seen.text] == [], seen.text
    assert seen.private is private, seen.text
    return seen
