"""What somebody wants to hear, as it is typed."""

from datetime import time

import pytest

from bot.domain.rule import Anchor, Rule
from bot.domain.subscription import Notice
from bot.reading.typed.ladder import BadLadder
from bot.reading.typed.wishes import BadWishes, Wishes, read_wishes, split_target

THREE_DAYS = Rule(Anchor.START, working_days=-3, at=time(15))
A_DAY = Rule(Anchor.START, working_days=-1, at=time(16))


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("", Wishes()),
        (
            "reminders updates",
            Wishes(notices=frozenset({Notice.REMINDERS, Notice.UPDATES})),
        ),
        ("dagsliste og oppdateringar", Wishes(notices=frozenset({Notice.UPDATES, Notice.DIGEST}))),
        ("all", Wishes(notices=frozenset(Notice))),
        ("lead 3d, 1d 16:00", Wishes(leads=(THREE_DAYS, A_DAY))),
        ("varsle 3d og 1d kl. 16 før", Wishes(leads=(THREE_DAYS, A_DAY))),
        ("lead policy", Wishes(leads=())),
        ("mention @kari, @ola", Wishes(mentions="@kari, @ola")),
        ("nemn Kari Nordmann", Wishes(mentions="Kari Nordmann")),
        ("mention me", Wishes(mentions="me")),
        ("me", Wishes(to_self=True)),
        (
            "meg, oppdateringer, varsle 3d, nevn @kari",
            Wishes(frozenset({Notice.UPDATES}), (THREE_DAYS,), "@kari", to_self=True),
        ),
        (
            "lead 3d reminders mention @kari me",
            Wishes(frozenset({Notice.REMINDERS}), (THREE_DAYS,), "@kari me"),
        ),
    ],
)
def test_wishes_come_in_any_order_and_language(text: str, wishes: Wishes) -> None:
    assert read_wishes(text) == wishes


def test_a_word_without_a_place_is_named() -> None:
    with pytest.raises(BadWishes) as refused:
        read_wishes("updates weekly")
    assert refused.value.facts["words"] == "weekly"


def test_a_lead_without_a_time_is_refused() -> None:
    with pytest.raises(BadLadder):
        read_wishes("lead updates")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ukraine-peace", ("ukraine-peace", "")),
        ("ukraine-peace updates lead 3d", ("ukraine-peace", "updates lead 3d")),
        ("desk:foreign news, mention @kari", ("desk:foreign news", "mention @kari")),
        ("everything me", ("everything", "me")),
        ("updates", ("updates", "")),
        ("ukraine-peace tull", ("ukraine-peace", "tull")),
        ("emneord krig updates", ("emneord krig", "updates")),
        ("tag: updates", ("tag: updates", "")),
        ("", ("", "")),
    ],
)
def test_what_is_followed_ends_where_the_wishes_begin(text: str, parts: tuple[str, str]) -> None:
    assert split_target(text) == parts
