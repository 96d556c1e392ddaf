"""What is typed, read by the grammar."""

import inspect

import pytest

from bot.commands.declared import ACTIONS, COMMANDS
from bot.commands.grammar import Command
from bot.commands.parse import (
    Typed,
    UnknownCommand,
    UnknownCommandNear,
    split_command,
    split_values,
)

PHRASES = ("2 desember", "om 2 timer", "neste uke", "til 10. desember", "next week", "i går")


def time_at_head(text: str) -> int:
    return max((len(p) for p in PHRASES if text.startswith(p)), default=0)


TYPED = Typed(lambda word: word == "ukraine-peace", time_at_head)


def read(text: str) -> tuple[str, dict[str, str]]:
    command, rest = split_command(text)
    return command.name, split_values(command, rest, TYPED)


@pytest.mark.parametrize(
    ("typed", "name", "values"),
    [
        ("", "help", {}),
        ("/story list", "list", {}),
        ("/sak liste", "list", {}),
        ("LIST", "list", {}),
        ("new a-b Two words", "new", {"slugline": "a-b", "headline": "Two words"}),
        (
            "expect ukraine-peace neste uke: Witkoff til Moskva",
            "expect",
            {"story": "ukraine-peace", "when": "neste uke", "title": "Witkoff til Moskva"},
        ),
        (
            "expect ukraine-peace next week Witkoff to Moscow: day one",
            "expect",
            {"story": "ukraine-peace", "when": "next week Witkoff to Moscow", "title": "day one"},
        ),
        (
            "expect neste uke – Witkoff til Moskva",
            "expect",
            {"when": "neste uke", "title": "Witkoff til Moskva"},
        ),
        (
            "expect ukraine-peace en gang: Witkoff",
            "expect",
            {"story": "ukraine-peace", "when": "en gang", "title": "Witkoff"},
        ),
        (
            "postpone #2 til 10. desember: Moskva-reisen utsatt",
            "postpone",
            {"follow_up": "#2", "when": "til 10. desember", "reason": "Moskva-reisen utsatt"},
        ),
        ("postpone #2: storm", "postpone", {"follow_up": "#2", "reason": "storm"}),
        ("happened ukraine-peace #2", "happened", {"follow_up": "ukraine-peace#2"}),
        ("happened #2: as planned", "happened", {"follow_up": "#2", "note": "as planned"}),
        (
            "note ukraine-peace i går: The talks ended",
            "note",
            {"story": "ukraine-peace", "when": "i går", "text": "The talks ended"},
        ),
        (
            "note ukraine-peace He said: no",
            "note",
            {"story": "ukraine-peace", "text": "He said: no"},
        ),
        ("status", "status", {}),
        ("status ukraine-peace yes", "status", {"story": "ukraine-peace", "coverage": "yes"}),
        ("confirm #1 neste uke", "confirm", {"follow_up": "#1", "when": "neste uke"}),
        ("move next week #2", "move", {"follow_up": "#2", "when": "next week"}),
        (
            "happened i går ukraine-peace#2: It went well",
            "happened",
            {"follow_up": "ukraine-peace#2", "when": "i går", "note": "It went well"},
        ),
        (
            "expect 2026-02-29: Leap day",
            "expect",
            {"when": "2026-02-29", "title": "Leap day"},
        ),
        ("happened 2", "happened", {"follow_up": "#2"}),
        ("happened ukraine-peace 2", "happened", {"follow_up": "ukraine-peace#2"}),
        ("assign 2 @kari", "assign", {"follow_up": "#2", "who": "@kari"}),
        ("move 2 desember", "move", {"follow_up": "2", "when": "desember"}),
        ("snooze 2 timer", "snooze", {"follow_up": "2", "until": "timer"}),
        ("rename a-b to c-d", "rename", {"story": "a-b", "slugline": "c-d"}),
        ("rename ukraine-peace til c-d", "rename", {"story": "ukraine-peace", "slugline": "c-d"}),
        ("revise 2: Another title", "revise", {"which": "2", "title": "Another title"}),
        (
            "revise 1a2b:2 next week: Title",
            "revise",
            {"which": "1a2b:2", "when": "next week", "title": "Title"},
        ),
        ("keep 1a2b:all", "keep", {"which": "1a2b:all"}),
        ("subscribe tag: valg", "subscribe", {"target": "tag: valg"}),
        (
            "read ukraine-peace\nA headline\nA text",
            "read",
            {"story": "ukraine-peace", "article": "A headline\nA text"},
        ),
    ],
)
def test_each_word_goes_where_it_belongs(typed: str, name: str, values: dict[str, str]) -> None:
    assert read(typed) == (name, values)


def test_a_word_near_a_command_is_offered_it() -> None:
    with pytest.raises(UnknownCommandNear) as refusal:
        split_command("/story statsu x")
    assert refusal.value.facts == {"word": "statsu", "nearest": "status"}


@pytest.mark.parametrize("word", ["fjern", "ukraina", "oppsummer"])
def test_a_word_that_only_shares_letters_with_a_command_is_offered_none(word: str) -> None:
    with pytest.raises(UnknownCommand):
        split_command(word)


def test_a_word_far_from_any_is_told_where_to_look() -> None:
    with pytest.raises(UnknownCommand):
        split_command("/story zzzzzz")


def test_no_two_commands_answer_to_one_word() -> None:
    words = [word for command in COMMANDS for word in (command.name, *command.aliases)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("command", ACTIONS, ids=lambda command: command.name)
def test_each_action_takes_just_its_commands_parameters(command: Command) -> None:
    taken = inspect.signature(ACTIONS[command]).parameters
    asked = {name: p for name, p in taken.items() if p.kind is p.KEYWORD_ONLY}
    declared = {parameter.name for parameter in command.parameters}
    required = {parameter.name for parameter in command.parameters if parameter.required}
    assert declared <= set(asked)
    assert {name for name, p in asked.items() if p.default is p.empty} <= required


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_fits_every_platforms_limits(command: Command) -> None:
    assert command.name.isascii()
    assert len(command.summary) <= 100
    assert all(len(parameter.help) <= 100 for parameter in command.parameters)
    assert all(p.name.islower() for p in command.parameters)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_example_is_of_its_own_command(command: Command) -> None:
    assert split_command(command.example)[0] is command
