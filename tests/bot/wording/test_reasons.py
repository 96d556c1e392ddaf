"""Every reason that a platform's adapter gives is a sentence to the reader."""

import re
from pathlib import Path

import pytest

from adapters.discord.messenger import REASONS as DISCORD
from adapters.slack.web_api import PASSING as SLACK
from bot.actions.attempt_delivery import NOT_CONNECTED
from bot.domain.delivery import OUTDATED, UNLINKED
from bot.domain.language import Language
from bot.wording.reasons import REASONS, reason
from bot.wording.words import Words

ROOT = Path(__file__).parents[3]
ENGLISH, BOKMAL = Words(Language.EN), Words(Language.NB)


def given_by_adapters() -> set[str]:
    """Return the reasons that stand in the adapters word for word."""
    found: set[str] = set()
    for folder in ("slack", "discord"):
        for path in (ROOT / "adapters" / folder).glob("*.py"):
            found |= set(re.findall(r'DeliveryFailed\(\s*"(\w+)"', path.read_text("utf-8")))
    return found


@pytest.mark.parametrize(
    "code", sorted({*given_by_adapters(), *DISCORD.values(), *SLACK, NOT_CONNECTED})
)
def test_what_an_adapter_gives_as_reason_is_told_in_a_sentence(code: str) -> None:
    assert code in REASONS


@pytest.mark.parametrize("code", [OUTDATED, UNLINKED])
def test_what_daybook_gives_as_reason_is_told_in_a_sentence(code: str) -> None:
    assert code in REASONS


def test_who_has_left_a_workspace_is_told_of_as_such() -> None:
    assert reason("user_disabled", ENGLISH) == "The person is no longer in the workspace."


def test_a_reason_is_told_in_the_readers_language() -> None:
    assert reason("is_archived", BOKMAL).startswith("Kanalen er arkivert.")


def test_a_reason_nobody_has_met_is_shown_as_the_platform_said_it() -> None:
    assert "“no_such_thing”" in reason("no_such_thing", ENGLISH)


def test_a_fault_of_the_platform_is_called_so_by_any_number() -> None:
    assert reason("http_503", ENGLISH) == "The platform has trouble of its own."


def test_no_reason_is_nothing() -> None:
    assert reason("", ENGLISH) == ""
