"""What a newsroom is told of a channel that takes no messages."""

from datetime import datetime

from bot.domain.message import Button, ButtonStyle, Fact, Message, Tone
from bot.domain.newsroom import Channel
from bot.domain.trouble import Trouble
from bot.wording import dates
from bot.wording.reasons import reason
from bot.wording.words import Words


def notice(spell: Trouble, channel: Channel, missed: int, words: Words, now: datetime) -> Message:
    """Return what the admin channel is told of a spell as it stands; once over, that it is.

    Args:
        spell: The spell.
        channel: What takes no messages.
        missed: How many notices could not be delivered there.
        words: The admin channel's language.
        now: Aware, in the admin channel's zone.
    """
    if spell.over_at is not None:
        return Message(
            title=words.say("{channel} takes messages again", channel=channel.called),
            text=words.say("What it missed and is still meant is posted now, and says how late."),
            tone=Tone.GOOD,
            facts=(_since(spell, words, now),),
            language=words.language,
        )
    facts = [_since(spell, words, now), Fact(words.say("Not delivered"), _notices(missed, words))]
    if spell.refused_at > spell.since:
        facts.append(Fact(words.say("Last tried"), _when(spell.refused_at, words, now)))
    return Message(
        title=words.say("Nothing reaches {channel}", channel=channel.called),
        text=reason(spell.reason, words),
        tone=Tone.WARNING,
        facts=tuple(facts),
        buttons=(Button(words.say("Try again"), f"retry {channel.key}", ButtonStyle.PRIMARY),),
        footnote=words.say("Nothing is lost: it is posted as soon as the channel takes it."),
        language=words.language,
    )


def tried_again(number: int, channels: tuple[str, ...], words: Words) -> Message:
    """Return the answer to a wish to try again what could not be delivered.

    Args:
        number: How many notices are tried again.
        channels: Where they go, as people call it.
        words: The reader's language.
    """
    if not number:
        return Message(text=words.say("Nothing is left to be tried again."), private=True)
    text = words.count(
        "{number} notice to {channels} is tried again.",
        "{number} notices to {channels} are tried again.",
        number,
        channels=", ".join(channels),
    )
    return Message(text=text)


def _notices(number: int, words: Words) -> str:
    return words.count("{number} notice", "{number} notices", number)


def _since(spell: Trouble, words: Words, now: datetime) -> Fact:
    return Fact(words.say("Since"), _when(spell.since, words, now))


def _when(moment: datetime, words: Words, now: datetime) -> str:
    return dates.day_and_clock(moment.astimezone(now.tzinfo), words, now.date())
