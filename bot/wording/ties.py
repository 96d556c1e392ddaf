"""How it is said that a proposal speaks of something the story knows."""

from datetime import datetime
from typing import assert_never

from bot.domain.proposal import Tie, TieKind
from bot.wording import dates
from bot.wording.words import Words


def said(tie: Tie, words: Words) -> str:
    """Return what a proposal says of a follow-up or a fact there is."""
    match tie.kind:
        case TieKind.SAME:
            text = words.say("The same as #{number}: {title}", number=tie.number, title=tie.title)
        case TieKind.MOVED:
            text = words.say(
                "#{number} has a new time: {title}", number=tie.number, title=tie.title
            )
        case TieKind.HAPPENED:
            text = words.say(
                "#{number} has happened, says this text: {title}",
                number=tie.number,
                title=tie.title,
            )
        case TieKind.CANCELLED:
            text = words.say(
                "#{number} is off, says this text: {title}", number=tie.number, title=tie.title
            )
        case TieKind.LISTED:
            text = words.say("In the timeline already: {title}", title=tie.title)
        case _:
            assert_never(tie.kind)
    return text


def was(tie: Tie, words: Words, now: datetime) -> str:
    """Return the window that is to be struck through; empty where there was none."""
    return dates.window(tie.window, words, now) if tie.window else ""


def acceptance(tie: Tie, words: Words) -> str:
    """Return what stands on the button that accepts a proposal."""
    match tie.kind:
        case TieKind.SAME:
            return words.say("Add to #{number}", number=tie.number)
        case TieKind.MOVED:
            return words.say("Move #{number}", number=tie.number)
        case TieKind.HAPPENED:
            return words.say("#{number} has happened", number=tie.number)
        case TieKind.CANCELLED:
            return words.say("Cancel #{number}", number=tie.number)
        case TieKind.LISTED:
            return words.say("Keep")
        case _:
            assert_never(tie.kind)


def outcome(tie: Tie, name: str, words: Words) -> tuple[str, ...]:
    """Return what accepting a proposal did to the follow-up of this name; nothing to a fact."""
    match tie.kind:
        case TieKind.SAME:
            return (words.say("Added to {name}", name=name),)
        case TieKind.MOVED:
            return (words.say("{name} was moved", name=name),)
        case TieKind.HAPPENED:
            return (words.say("{name} was marked as happened", name=name),)
        case TieKind.CANCELLED:
            return (words.say("{name} was cancelled", name=name),)
        case TieKind.LISTED:
            return ()
        case _:
            assert_never(tie.kind)
