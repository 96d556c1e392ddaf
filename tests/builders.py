"""Domain values for tests: complete, the same every time, each part changed by keyword.

An id follows from what names the value, so that ``a_story()`` and ``a_story("election")`` are
two stories, and ``a_story()`` is one however often it is built.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from bot.domain.alert import Alert, Hit
from bot.domain.delivery import Delivery, MessageRef
from bot.domain.duty import Duty
from bot.domain.evidence import Evidence
from bot.domain.feed import Feed
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.history import Act, Change, Thing
from bot.domain.language import Language
from bot.domain.link import LinkCode, hash_of
from bot.domain.newsroom import Channel, Newsroom, Person, Platform, Workspace
from bot.domain.occurrence import Occurrence
from bot.domain.own_policy import OwnPolicy
from bot.domain.policy import PolicyRow
from bot.domain.proposal import FiledReading, Proposal, ProposalKind
from bot.domain.reminder import Reminder
from bot.domain.rule import Anchor, OwnerKind, Rule
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription, Target, TargetKind
from bot.domain.timeline import TimelineEntry
from bot.domain.trouble import Trouble
from bot.domain.watch import Watch
from bot.domain.window import EventWindow, Precision

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Value = TypeVar("Value", bound=DataclassInstance)

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2025, 11, 26, 11, tzinfo=UTC)  # a Wednesday, 12:00 in Oslo
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

_IDS = UUID("0daf1100-0000-4000-8000-000000000000")


def an_id(*names: object) -> UUID:
    """Return the id that belongs to these names."""
    return uuid5(_IDS, "/".join(map(str, names)))


def a_newsroom(name: str = "Fjordposten", **changes: object) -> Newsroom:
    return _with(
        Newsroom(
            id=an_id("newsroom", name), name=name, zone=OSLO, country="NO", language=Language.NB
        ),
        changes,
    )


def a_workspace(key: str = "T1", newsroom: Newsroom | None = None, **changes: object) -> Workspace:
    newsroom = newsroom or a_newsroom()
    workspace = Workspace(
        id=an_id("workspace", key),
        newsroom_id=newsroom.id,
        platform=Platform.SLACK,
        key=key,
        name=f"{newsroom.name} Slack",
    )
    return _with(workspace, changes)


def a_channel(
    name: str = "utenriks", workspace: Workspace | None = None, **changes: object
) -> Channel:
    workspace = workspace or a_workspace()
    channel = Channel(
        id=an_id("channel", workspace.key, name),
        newsroom_id=workspace.newsroom_id,
        workspace_id=workspace.id,
        platform=workspace.platform,
        key=f"C-{name}",
        name=name,
        language=Language.NB,
        zone=OSLO,
    )
    return _with(channel, changes)


def a_person(name: str = "Kari", workspace: Workspace | None = None, **changes: object) -> Person:
    workspace = workspace or a_workspace()
    person = Person(
        id=an_id("person", workspace.key, name),
        newsroom_id=workspace.newsroom_id,
        workspace_id=workspace.id,
        platform=workspace.platform,
        key=f"U-{name}",
        name=name,
    )
    return _with(person, changes)


def a_duty(desk: str = "foreign", *names: str, newsroom: Newsroom | None = None) -> Duty:
    newsroom = newsroom or a_newsroom()
    return Duty(an_id("duty", newsroom.name, desk), newsroom.id, desk, names or ("Kari",))


def an_own_policy(**changes: object) -> OwnPolicy:
    """Return what a desk has set for days: a heads-up of its own, and no question after them."""
    heads_up = Rule(Anchor.START, working_days=-2, at=time(10))
    ladder = {ReminderKind.HEADS_UP: (heads_up,), ReminderKind.OVERDUE: ()}
    newsroom = a_newsroom()
    policy = OwnPolicy(
        an_id("policy", "foreign"),
        newsroom.id,
        OwnerKind.DESK,
        "foreign",
        PolicyRow.DAY,
        ladder,
        "Foreign",
    )
    return _with(policy, changes)


def a_story(
    slugline: str = "harbour-strike", newsroom: Newsroom | None = None, **changes: object
) -> Story:
    newsroom = newsroom or a_newsroom()
    story = Story(
        id=an_id("story", newsroom.name, slugline),
        newsroom_id=newsroom.id,
        slugline=slugline,
        headline=slugline.replace("-", " ").capitalize(),
        opened_at=NOON,
    )
    return _with(story, changes)


def a_week(start: datetime | None = None, **changes: object) -> EventWindow:
    """Return a week's window, from Monday 1 December 2025 unless told otherwise."""
    start = start or datetime(2025, 12, 1, tzinfo=OSLO)
    return _with(EventWindow(start, start + 7 * DAY, Precision.WEEK), changes)


def a_minute(at: datetime) -> EventWindow:
    """Return the window of one minute; ``at`` is in an IANA zone."""
    end = (at + timedelta(minutes=1)).replace(fold=at.fold)
    return EventWindow(at, end, Precision.MINUTE)


def an_evidence(sentence: str = "Partene møtes igjen neste uke.", **changes: object) -> Evidence:
    return _with(Evidence(sentence, 0, len(sentence), "neste uke", a_week()), changes)


def a_follow_up(story: Story | None = None, number: int = 1, **changes: object) -> FollowUp:
    story = story or a_story()
    follow_up = FollowUp(
        id=an_id("follow-up", story.id, number),
        newsroom_id=story.newsroom_id,
        story_id=story.id,
        number=number,
        slugline=story.slugline,
        title=f"The parties meet, round {number}",
        window=a_week(),
        created_at=NOON,
        evidence=(an_evidence(),),
    )
    return _with(follow_up, changes)


def a_timeline_entry(
    title: str = "The strike began", story: Story | None = None, **changes: object
) -> TimelineEntry:
    story = story or a_story()
    start = datetime(2025, 11, 20, tzinfo=OSLO)
    entry = TimelineEntry(
        id=an_id("entry", story.id, title),
        newsroom_id=story.newsroom_id,
        story_id=story.id,
        title=title,
        window=EventWindow(start, start + DAY, Precision.DAY),
        added_at=NOON,
    )
    return _with(entry, changes)


def a_reminder(
    follow_up: FollowUp | None = None,
    kind: ReminderKind = ReminderKind.OPENS,
    due_at: datetime = NOON,
    **changes: object,
) -> Reminder:
    follow_up = follow_up or a_follow_up()
    reminder = Reminder(
        id=an_id("reminder", follow_up.id, kind, due_at),
        newsroom_id=follow_up.newsroom_id,
        follow_up_id=follow_up.id,
        kind=kind,
        due_at=due_at,
        made_at=due_at - DAY,
    )
    return _with(reminder, changes)


def a_series(follow_up: FollowUp | None = None, **changes: object) -> Series:
    """Return a series of one minute every Thursday at 14:00, its first time on 4 December 2025."""
    follow_up = follow_up or a_follow_up()
    first = a_minute(datetime(2025, 12, 4, 14, tzinfo=OSLO))
    assert first.start is not None
    series = Series(
        id=an_id("series", follow_up.id),
        newsroom_id=follow_up.newsroom_id,
        title="Press conference",
        said="every Thursday at 14:00",
        rule="FREQ=WEEKLY;BYDAY=TH;BYHOUR=14;BYMINUTE=0",
        first=first,
        last=first,
        last_id=follow_up.id,
        next_at=first.start.astimezone(UTC),
    )
    return _with(series, changes)


def a_target(value: str = "harbour-strike", kind: TargetKind = TargetKind.STORY) -> Target:
    return Target(kind, value)


def a_subscription(
    channel: Channel | None = None, target: Target | None = None, **changes: object
) -> Subscription:
    channel, target = channel or a_channel(), target or a_target()
    subscription = Subscription(
        id=an_id("subscription", channel.id, target),
        newsroom_id=channel.newsroom_id,
        channel_id=channel.id,
        target=target,
    )
    return _with(subscription, changes)


def a_message_ref(key: str = "M1", channel: Channel | None = None) -> MessageRef:
    channel = channel or a_channel()
    return MessageRef(channel.platform, a_workspace().key, channel.key, key)


def a_delivery(
    follow_up: FollowUp | None = None,
    channel: Channel | None = None,
    planned_at: datetime = NOON,
    **changes: object,
) -> Delivery:
    follow_up, channel = follow_up or a_follow_up(), channel or a_channel()
    delivery = Delivery(
        id=an_id("delivery", follow_up.id, channel.id, planned_at),
        newsroom_id=follow_up.newsroom_id,
        channel_id=channel.id,
        follow_up_id=follow_up.id,
        kind=ReminderKind.OPENS,
        planned_at=planned_at,
        promised_at=planned_at,
        due_at=planned_at,
    )
    return _with(delivery, changes)


def a_scheduled_digest(
    channel: Channel | None = None, planned_at: datetime = NOON, **changes: object
) -> ScheduledDigest:
    channel = channel or a_channel()
    digest = ScheduledDigest(channel.id, channel.newsroom_id, planned_at, planned_at)
    return _with(digest, changes)


def a_trouble(channel: Channel | None = None, **changes: object) -> Trouble:
    """Return a spell of trouble that begins at noon and is to be told at once."""
    channel = channel or a_channel()
    trouble = Trouble(
        channel.id,
        channel.newsroom_id,
        "channel_not_found",
        since=NOON,
        refused_at=NOON,
        due_at=NOON,
    )
    return _with(trouble, changes)


def a_watch(name: str = "watch", story: Story | None = None, **changes: object) -> Watch:
    """Return a watch of a story for one name, in all that comes in."""
    story = story or a_story()
    watch = Watch(an_id("watch", story.id, name), story.newsroom_id, story.id, "", ("Aune",), NOON)
    return _with(watch, changes)


def a_feed(link: str = "https://news.example/rss", **changes: object) -> Feed:
    """Return a feed that was read at noon and is to be asked again at once."""
    feed = Feed(an_id("feed", link), a_newsroom().id, link, "News", due_at=NOON, read_at=NOON)
    return _with(feed, changes)


def a_hit(headline: str = "Aune heads for London", **changes: object) -> Hit:
    watch = a_watch()
    link = f"https://news.example/{headline.replace(' ', '-').lower()}"
    return _with(Hit(headline, link, "News", NOON, NOON, (watch.id,), watch.terms), changes)


def an_alert(channel: Channel | None = None, *hits: Hit, **changes: object) -> Alert:
    """Return an alert of one hit that is to be posted at noon."""
    channel = channel or a_channel()
    told = hits or (a_hit(),)
    alert_id = an_id("alert", channel.id, told[0].headline)
    return _with(Alert(alert_id, channel.newsroom_id, channel.id, told, NOON, NOON), changes)


def a_link_code(newsroom: Newsroom | None = None, **changes: object) -> LinkCode:
    newsroom = newsroom or a_newsroom()
    code = LinkCode(an_id("code", newsroom.id), newsroom.id, "7K3Q", hash_of("9F2MXTAB"), NOON)
    return _with(code, changes)


def a_proposal(position: int = 1, **changes: object) -> Proposal:
    proposal = Proposal(
        position=position,
        kind=ProposalKind.FOLLOW_UP,
        title="The parties meet again",
        window=a_week(),
        occurrence=Occurrence.HIGHLY_LIKELY,
        evidence=(an_evidence(),),
    )
    return _with(proposal, changes)


def a_filed_reading(
    headline: str = "Strike goes on", channel: Channel | None = None, **changes: object
) -> FiledReading:
    channel = channel or a_channel()
    reading = FiledReading(
        id=an_id("reading", channel.id, headline),
        newsroom_id=channel.newsroom_id,
        channel_id=channel.id,
        story_id=None,
        headline=headline,
        source="",
        fingerprint=an_id("text", headline).hex,
        read_at=NOON,
        proposals=(a_proposal(1), a_proposal(2)),
    )
    return _with(reading, changes)


def an_act(number: int = 1, person: Person | None = None, **changes: object) -> Act:
    """Return the act of someone in a channel; acts of different numbers are different acts."""
    person = person or a_person()
    act = Act(
        id=an_id("act", number),
        newsroom_id=person.newsroom_id,
        at=NOON,
        verb="expect",
        person_id=person.id,
        person=person.name,
        channel_id=a_channel().id,
        channel=a_channel().name,
    )
    return _with(act, changes)


def a_change(
    act: Act | None = None, before: Thing | None = None, after: Thing | None = None
) -> Change:
    """Return the change of one thing, a follow-up made unless told otherwise."""
    thing = after or before or a_follow_up()
    story_id = thing.id if isinstance(thing, Story) else getattr(thing, "story_id", None)
    return Change(act or an_act(), story_id, before, after or (None if before else thing))


def _with(value: "Value", changes: dict[str, object]) -> "Value":
    return replace(value, **changes)
