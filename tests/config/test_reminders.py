"""Reading the house's reminder policy, and an operator's own over it."""

import re
from datetime import time
from pathlib import Path

import pytest

from bot.domain.follow_up import ReminderKind
from bot.domain.policy import PolicyRow
from bot.domain.rule import DayHour
from config.reminders import BadPolicy, read_policy


def opens(policy: str, folder: Path) -> tuple[time | None, DayHour | None]:
    """Return when a day opens by an operator's file."""
    file = folder / "reminders.toml"
    file.write_text(policy, encoding="utf-8")
    (rule,) = read_policy(file).ladders[PolicyRow.DAY][ReminderKind.OPENS]
    return rule.at, rule.hour


def test_the_house_speaks_of_morning_and_afternoon() -> None:
    day = read_policy().ladders[PolicyRow.DAY]
    assert day[ReminderKind.OPENS][0].hour is DayHour.MORNING
    assert day[ReminderKind.HEADS_UP][0].hour is DayHour.AFTERNOON


def test_an_hour_of_the_day_follows_the_newsroom(tmp_path: Path) -> None:
    file = '[day]\nopens = [{ from = "start", at = "afternoon" }]'
    assert opens(file, tmp_path) == (time(15), DayHour.AFTERNOON)


def test_a_time_is_that_very_time(tmp_path: Path) -> None:
    file = '[day]\nopens = [{ from = "start", at = 09:15:00 }]'
    assert opens(file, tmp_path) == (time(9, 15), None)


def test_a_row_that_is_left_out_keeps_what_it_has(tmp_path: Path) -> None:
    file = tmp_path / "reminders.toml"
    file.write_text("[day]\nopens = []", encoding="utf-8")
    assert read_policy(file).ladders[PolicyRow.WEEK] == read_policy().ladders[PolicyRow.WEEK]


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        ('[day]\nopens = [{ from = "start", at = "noon" }]', "no 'noon', only morning, afternoon"),
        ('[day]\nopens = [{ from = "dawn", at = "morning" }]', "no 'dawn', only start, "),
        ('[day]\nopens = [{ from = "start", when = "morning" }]', "no 'when', only at, days, "),
        ('[day]\nopens = [{ at = "morning" }]', "from where it reckons"),
        ('[day]\nopens = "08:30"', "opens is '08:30', and no list such as"),
        ("[fortnight]\nopens = []", "no 'fortnight', only minute, day, "),
        ("[day]\nbegins = []", "no 'begins', only heads-up, opens, "),
        ("day = [", "Invalid value"),
        ("day = 3", "no table"),
    ],
)
def test_a_file_that_says_what_no_rule_can_mean_is_refused_with_what_can(
    policy: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(BadPolicy, match=re.escape(why)):
        opens(policy, tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPolicy):
        read_policy(tmp_path / "nowhere.toml")
