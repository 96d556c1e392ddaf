"""The plan of reminders, against the table of the policy."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.follow_up import FollowUp, ReminderKind, Snooze
from bot.domain.moments import Moment
from bot.domain.reminder import LeftOut, is_planned, plan, plan_in_full
from bot.domain.rule import Anchor, Rule
from bot.domain.window import EventWindow, Precision
from config.reminders import read_policy
from tests.builders import a_follow_up

OSLO = ZoneInfo("Europe/Oslo")
POLICY = read_policy()
NORWAY = WorkingCalendar("NO")
EARLIEST, LATEST = (datetime.fromisoformat(f"{year}-01-01") for year in (2024, 2030))
LONG_BEFORE = datetime(2025, 6, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def window(
    start: str | None, end: str | None, precision: Precision = Precision.RANGE
) -> EventWindow:
    return EventWindow(at(start) if start else None, at(end) if end else None, precision)


def planned(span: EventWindow | None, now: datetime = LONG_BEFORE) -> list[str]:
    """Return the plan up to the escalation as an editor would write it down."""
    moments = plan(a_follow_up(window=span), POLICY, NORWAY, OSLO, now)
    return written(tuple(m for m in moments if m.kind is not ReminderKind.AGAIN))


def written(moments: tuple[Moment, ...]) -> list[str]:
    return [f"{m.kind} {m.due_at.astimezone(OSLO):%a %d %b %H:%M}" for m in moments]


def test_a_minute_is_announced_the_working_day_before_and_an_hour_before() -> None:
    assert planned(window("2025-12-01T14:00", "2025-12-01T14:01", Precision.MINUTE)) == [
        "heads-up Fri 28 Nov 15:00",
        "heads-up Mon 01 Dec 13:00",
        "opens Mon 01 Dec 14:00",
        "overdue Mon 01 Dec 16:00",
        "escalation Tue 02 Dec 14:00",
    ]


def test_hours_are_asked_about_when_they_are_over() -> None:
    assert planned(window("2025-12-01T09:00", "2025-12-01T16:00")) == [
        "heads-up Fri 28 Nov 15:00",
        "heads-up Mon 01 Dec 08:00",
        "opens Mon 01 Dec 09:00",
        "overdue Mon 01 Dec 18:00",
        "escalation Tue 02 Dec 16:00",
    ]


def test_a_day_opens_in_the_morning_and_is_asked_about_the_next() -> None:
    assert planned(window("2025-12-05T00:00", "2025-12-06T00:00", Precision.DAY)) == [
        "heads-up Thu 04 Dec 15:00",
        "opens Fri 05 Dec 08:30",
        "overdue Sat 06 Dec 08:30",
        "escalation Mon 08 Dec 08:30",
    ]


def test_about_a_week_on_is_treated_like_its_day() -> None:
    span = ("2025-12-05T00:00", "2025-12-06T00:00")
    assert planned(window(*span, Precision.WEEK)) == planned(window(*span, Precision.DAY))


def test_a_week_opens_and_closes_in_the_morning() -> None:
    assert planned(window("2025-12-01T00:00", "2025-12-08T00:00", Precision.WEEK)) == [
        "heads-up Fri 28 Nov 15:00",
        "opens Mon 01 Dec 08:30",
        "closes Sun 07 Dec 08:30",
        "overdue Mon 08 Dec 08:30",
        "escalation Wed 10 Dec 08:30",
    ]


def test_a_weekend_opens_on_its_first_morning_and_is_announced_on_the_friday() -> None:
    assert planned(window("2025-11-28T18:00", "2025-12-01T00:00", Precision.WEEKEND))[:3] == [
        "heads-up Fri 28 Nov 15:00",
        "opens Sat 29 Nov 08:30",
        "closes Sun 30 Nov 08:30",
    ]


def test_a_month_opens_and_closes_on_working_mornings() -> None:
    assert planned(window("2025-11-01T00:00", "2025-12-01T00:00", Precision.MONTH)) == [
        "heads-up Sat 25 Oct 08:30",
        "opens Mon 03 Nov 08:30",
        "closes Sun 23 Nov 08:30",
        "closes Fri 28 Nov 08:30",
        "overdue Mon 01 Dec 08:30",
        "escalation Mon 08 Dec 08:30",
    ]


def test_a_deadline_never_opens() -> None:
    assert planned(window("2025-11-01T12:00", "2025-12-01T00:00", Precision.DEADLINE)) == [
        "heads-up Sun 23 Nov 08:30",
        "heads-up Fri 28 Nov 08:30",
        "closes Sun 30 Nov 08:30",
        "overdue Mon 01 Dec 08:30",
        "escalation Wed 03 Dec 08:30",
    ]


def test_hours_within_a_day_are_treated_like_a_minute() -> None:
    assert planned(window("2025-12-02T14:00", "2025-12-02T16:00"))[1:3] == [
        "heads-up Tue 02 Dec 13:00",
        "opens Tue 02 Dec 14:00",
    ]


def test_a_night_opens_when_it_begins_since_the_morning_comes_after_it() -> None:
    night = window("2025-12-03T00:00", "2025-12-03T06:00", Precision.PART_OF_DAY)
    assert planned(night)[1] == "opens Wed 03 Dec 00:00"


def test_an_open_end_is_never_overdue() -> None:
    assert planned(window("2025-12-01T00:00", None)) == [
        "heads-up Fri 28 Nov 15:00",
        "opens Mon 01 Dec 08:30",
    ]


def test_public_holidays_are_no_working_days() -> None:
    day_after_christmas = window("2025-12-29T00:00", "2025-12-30T00:00", Precision.DAY)
    assert planned(day_after_christmas)[0] == "heads-up Wed 24 Dec 15:00"


def test_of_what_is_past_only_the_latest_is_said() -> None:
    week = window("2025-12-01T00:00", "2025-12-08T00:00", Precision.WEEK)
    assert planned(week, at("2025-12-03T12:00"))[0] == "opens Mon 01 Dec 08:30"


def test_what_has_no_window_or_has_ended_has_no_plan() -> None:
    assert planned(None) == []
    ended = a_follow_up().happened()
    assert plan(ended, POLICY, NORWAY, OSLO, LONG_BEFORE) == ()


def test_a_snooze_silences_what_comes_before_it_and_speaks_itself() -> None:
    day = window("2025-12-05T00:00", "2025-12-06T00:00", Precision.DAY)
    snooze = Snooze(at("2025-12-05T12:00"), ReminderKind.HEADS_UP)
    follow_up = a_follow_up(window=day).snoozed(snooze)
    assert written(plan(follow_up, POLICY, NORWAY, OSLO, LONG_BEFORE))[:3] == [
        "heads-up Fri 05 Dec 12:00",
        "overdue Sat 06 Dec 08:30",
        "escalation Mon 08 Dec 08:30",
    ]


def a_day(text: str = "2025-12-05") -> EventWindow:
    start = at(f"{text}T00:00")
    return EventWindow(start, start + timedelta(days=1), Precision.DAY)


def test_after_the_escalation_it_asks_once_a_working_day_for_five_days_and_then_lapses() -> None:
    found = plan_in_full(a_follow_up(window=a_day()), POLICY, NORWAY, OSLO, LONG_BEFORE)
    assert written(found.moments)[-6:] == [
        "escalation Mon 08 Dec 08:30",
        "again Tue 09 Dec 08:30",
        "again Wed 10 Dec 08:30",
        "again Thu 11 Dec 08:30",
        "again Fri 12 Dec 08:30",
        "again Mon 15 Dec 08:30",
    ]
    assert found.lapses_at == at("2025-12-16T08:30")


def test_a_lapsed_follow_up_is_still_overdue() -> None:
    follow_up = a_follow_up(window=a_day()).lapsing(at("2025-12-16T08:30"))
    assert not follow_up.is_lapsed(at("2025-12-16T08:29"))
    assert follow_up.is_lapsed(at("2025-12-16T08:30"))
    assert follow_up.is_overdue(at("2025-12-16T08:30"))


def test_what_somebody_is_on_is_asked_about_but_not_escalated() -> None:
    taken = a_follow_up(window=a_day()).taken("Kari")
    found = plan_in_full(taken, POLICY, NORWAY, OSLO, LONG_BEFORE)
    assert [m.kind for m in found.moments][-1] is ReminderKind.OVERDUE
    assert {why for _, why in found.left_out} == {LeftOut.TAKEN}
    assert found.lapses_at is None


def test_what_is_left_out_of_a_plan_says_why() -> None:
    snooze = Snooze(at("2025-12-05T12:00"), ReminderKind.HEADS_UP)
    follow_up = a_follow_up(window=a_day()).snoozed(snooze)
    found = plan_in_full(follow_up, POLICY, NORWAY, OSLO, LONG_BEFORE)
    assert [(m.kind, why) for m, why in found.left_out] == [
        (ReminderKind.HEADS_UP, LeftOut.SNOOZED),
        (ReminderKind.OPENS, LeftOut.SNOOZED),
    ]


def test_what_was_past_when_the_plan_was_made_is_left_out_of_it() -> None:
    found = plan_in_full(a_follow_up(window=a_day()), POLICY, NORWAY, OSLO, at("2025-12-06T12:00"))
    assert [why for _, why in found.left_out] == [LeftOut.PASSED, LeftOut.PASSED]


def test_own_heads_ups_take_the_place_of_the_policys() -> None:
    minute = window("2025-12-05T14:00", "2025-12-05T14:01", Precision.MINUTE)
    ladder = (
        Rule(Anchor.START, working_days=-3, at=time(15)),
        Rule(Anchor.START, hours=-2),
    )
    moments = plan(a_follow_up(window=minute, ladder=ladder), POLICY, NORWAY, OSLO, LONG_BEFORE)
    assert written(moments)[:3] == [
        "heads-up Tue 02 Dec 15:00",
        "heads-up Fri 05 Dec 12:00",
        "opens Fri 05 Dec 14:00",
    ]


def test_own_heads_ups_count_from_a_deadlines_end() -> None:
    deadline = window("2025-11-26T12:00", "2025-12-06T00:00", Precision.DEADLINE)
    ladder = (Rule(Anchor.START, working_days=-1, at=time(16)), Rule(Anchor.START, hours=-2))
    moments = plan(a_follow_up(window=deadline, ladder=ladder), POLICY, NORWAY, OSLO, LONG_BEFORE)
    assert written(moments)[0] == "heads-up Thu 04 Dec 16:00"
    assert [m.kind for m in moments].count(ReminderKind.HEADS_UP) == 1  # no hour, no hours before


def test_eight_thirty_stays_eight_thirty_after_the_clocks_change() -> None:
    monday = window("2026-03-30T00:00", "2026-03-31T00:00", Precision.DAY)
    assert planned(monday)[1] == "opens Mon 30 Mar 08:30"


def test_a_reminder_is_no_longer_planned_when_a_later_one_has_come_due() -> None:
    day = a_follow_up(window=window("2025-12-02T00:00", "2025-12-03T00:00", Precision.DAY))
    heads_up, opens = at("2025-12-01T15:00"), at("2025-12-02T08:30")

    def still_planned(now: datetime) -> bool:
        return is_planned(ReminderKind.HEADS_UP, heads_up, day, POLICY, NORWAY, OSLO, now)

    assert still_planned(opens - timedelta(minutes=1))
    assert not still_planned(opens)


def test_a_reminder_of_another_window_is_no_longer_planned() -> None:
    week = a_follow_up(window=window("2025-12-01T00:00", "2025-12-08T00:00", Precision.WEEK))
    moved = week.postponed(window("2025-12-15T00:00", "2025-12-22T00:00", Precision.WEEK))
    opens = at("2025-12-01T08:30")

    def still_planned(follow_up: FollowUp) -> bool:
        return is_planned(ReminderKind.OPENS, opens, follow_up, POLICY, NORWAY, OSLO, opens)

    assert still_planned(week)
    assert not still_planned(moved)
    assert not still_planned(week.cancelled())


@given(
    start=st.datetimes(EARLIEST, LATEST),
    length=st.timedeltas(timedelta(minutes=1), timedelta(days=200)),
    precision=st.sampled_from(Precision),
)
def test_every_plan_is_in_order_and_ends_with_asking_again(
    start: datetime, length: timedelta, precision: Precision
) -> None:
    begin = start.replace(second=0, microsecond=0, tzinfo=OSLO)
    end = (begin.astimezone(UTC) + length).astimezone(OSLO)
    moments = plan(
        a_follow_up(window=EventWindow(begin, end, precision)),
        POLICY,
        NORWAY,
        OSLO,
        datetime(2020, 1, 1, tzinfo=UTC),
    )
    assert list(moments) == sorted(moments)
    assert moments[-1].kind is ReminderKind.AGAIN
    assert all(m.due_at.tzinfo is UTC for m in moments)


@pytest.mark.parametrize("country", ["NO", "GB", "US", "ZZ"])
def test_a_working_day_is_always_found(country: str) -> None:
    calendar = WorkingCalendar(country)
    assert calendar.is_working(calendar.shift(date(2025, 12, 24), 1))


LOS_ANGELES = ZoneInfo("America/Los_Angeles")


def there(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LOS_ANGELES)


def test_an_hour_far_away_is_planned_by_the_newsrooms_days() -> None:
    span = EventWindow(there("2025-12-02T20:00"), there("2025-12-02T20:01"), Precision.MINUTE)
    assert planned(span) == [
        "heads-up Tue 02 Dec 15:00",
        "heads-up Wed 03 Dec 04:00",
        "opens Wed 03 Dec 05:00",
        "overdue Wed 03 Dec 07:00",
        "escalation Thu 04 Dec 05:00",
    ]


def test_a_day_far_west_opens_when_it_begins_and_is_asked_about_when_it_is_over() -> None:
    span = EventWindow(there("2025-12-02"), there("2025-12-03"), Precision.DAY)
    assert planned(span)[1:3] == ["opens Tue 02 Dec 09:00", "overdue Wed 03 Dec 09:00"]
