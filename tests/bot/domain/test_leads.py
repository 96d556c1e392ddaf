"""Heads-ups that channels asked for: who gets which, and that none comes twice."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.leads import plan_for_all, reaches, seen_with
from bot.domain.mention import HERE, Mention, MentionKind
from bot.domain.moments import Moment
from bot.domain.reminder import Plan, Reminder, plan_in_full
from bot.domain.subscription import Leads, Notice, Subscription, Wish, wish_of
from bot.domain.window import EventWindow, Precision
from bot.reading.typed.ladder import read_ladder
from config.reminders import read_policy
from tests.builders import NOON, OSLO, a_follow_up, a_reminder, a_subscription, a_target

POLICY = read_policy()
CALENDAR = WorkingCalendar("NO", frozenset())
LADDERS: tuple[Leads, ...] = ((), *map(read_ladder, ("3d", "3d, 1d", "5d, 2d 10:00", "2w")))
KARI = Mention(MentionKind.PERSON, "U1", "kari")


def plan_of(follow_up: FollowUp) -> Plan:
    return plan_in_full(follow_up, POLICY, CALENDAR, OSLO, NOON)


def expected_in(days: int) -> FollowUp:
    start = datetime.combine((NOON + timedelta(days=days)).date(), time(), tzinfo=OSLO)
    end = datetime.combine(start.date() + timedelta(days=1), time(), tzinfo=OSLO)
    return a_follow_up(window=EventWindow(start, end, Precision.DAY))


def as_reminder(follow_up: FollowUp, moment: Moment) -> Reminder:
    return a_reminder(
        follow_up,
        moment.kind,
        moment.due_at,
        rule=moment.rule,
        leads=moment.leads,
        general=moment.general,
    )


def heard(follow_up: FollowUp, plan: Plan, wish: Wish) -> list[Moment]:
    moments = plan.moments
    return [one for one in moments if reaches(as_reminder(follow_up, one), follow_up, wish)]


def wanting(leads: Leads) -> Subscription:
    return a_subscription(leads=leads)


@given(days=st.integers(-3, 40), others=st.sets(st.sampled_from(LADDERS)))
def test_each_channel_hears_just_what_a_plan_with_its_own_leads_says(
    days: int, others: set[Leads]
) -> None:
    follow_up = expected_in(days)
    plan = plan_for_all(follow_up, others, plan_of)
    for leads in others:
        alone = plan_of(seen_with(follow_up, leads)).moments
        wish = wish_of([wanting(leads)])
        heads_ups = {one for one in alone if one.kind is ReminderKind.HEADS_UP}
        told = heard(follow_up, plan, wish)
        assert {one for one in told if one.kind is ReminderKind.HEADS_UP} == heads_ups


@given(days=st.integers(-3, 40), asked=st.lists(st.sampled_from(LADDERS), max_size=4))
def test_a_moment_stands_in_the_plan_once_however_many_asked_for_it(
    days: int, asked: list[Leads]
) -> None:
    plan = plan_for_all(expected_in(days), asked, plan_of)
    said = [(one.due_at, one.kind) for one in plan.moments]
    assert len(said) == len(set(said))
    assert said == sorted(said)
    assert not {(one.due_at, one.kind) for one, _ in plan.left_out} & set(said)


def test_nobody_asking_leaves_the_plan_as_it_is() -> None:
    follow_up = expected_in(20)
    assert plan_for_all(follow_up, [()], plan_of) == plan_of(follow_up)


def test_what_was_set_for_the_follow_up_itself_is_said_to_all() -> None:
    follow_up = expected_in(20).reminded(read_ladder("4d"))
    leads = read_ladder("2d")
    plan = plan_for_all(follow_up, [leads], plan_of)
    own, asked = (wish_of([wanting(one)]) for one in ((), leads))
    heads_ups = [one for one in plan.moments if one.kind is ReminderKind.HEADS_UP]
    assert [one in heard(follow_up, plan, own) for one in heads_ups] == [True, False]
    assert [one in heard(follow_up, plan, asked) for one in heads_ups] == [True, True]


def test_the_end_of_a_snooze_reaches_a_channel_with_leads_of_its_own() -> None:
    snoozed = a_reminder(kind=ReminderKind.HEADS_UP, rule=None)
    wish = wish_of([wanting(read_ladder("3d"))])
    assert reaches(snoozed, expected_in(5), wish)


def test_a_channel_that_wants_updates_alone_is_reminded_of_nothing() -> None:
    wish = wish_of([a_subscription(notices=frozenset({Notice.UPDATES}))])
    assert not reaches(a_reminder(), expected_in(5), wish)


subscriptions = st.builds(
    lambda notices, leads, mentions, name: a_subscription(
        target=a_target(name), notices=notices, leads=leads, mentions=mentions
    ),
    st.frozensets(st.sampled_from(Notice), min_size=1),
    st.sampled_from(LADDERS),
    st.sampled_from([(), (KARI,), (HERE,), (KARI, HERE)]),
    st.sampled_from(["a-b", "c-d", "e-f"]),
)


@given(st.lists(subscriptions, max_size=4))
def test_a_channel_gets_all_that_its_subscriptions_ask_for_and_each_once(
    through: list[Subscription],
) -> None:
    wish = wish_of(through)
    assert wish.notices == {notice for each in through for notice in each.notices}
    reminding = [each for each in through if Notice.REMINDERS in each.notices]
    assert wish.ladders == {each.leads for each in reminding}
    assert set(wish.mentions) == {one for each in reminding for one in each.mentions}
    assert len(wish.mentions) == len(set(wish.mentions))
    assert wish_of(list(reversed(through))) == wish
