"""How it is said what a channel follows, and what it hears of that."""

from collections.abc import Sequence

from bot.domain.language import translatable
from bot.domain.mention import Mention
from bot.domain.message import LONGEST_COMMAND, Button, Fact, Item, Message, Section
from bot.domain.newsroom import Channel
from bot.domain.subscription import Leads, Notice, Subscription, TargetKind
from bot.wording import rules
from bot.wording.words import Words

NOTICES = {
    Notice.REMINDERS: translatable("reminders"),
    Notice.UPDATES: translatable("updates"),
    Notice.DIGEST: translatable("a place in the digest"),
    Notice.ALERTS: translatable("alerts"),
}


def subscribed(
    what: Subscription, channel: Channel, words: Words, *, anew: bool, reaches: bool
) -> Message:
    """Return the answer to a wish to follow something: what the channel hears of it from now on.

    Args:
        what: As it stands now.
        channel: Which channel follows it.
        words: The asker's language.
        anew: Whether anything is other than it was.
        reaches: Whether any story has that tag, or is of that desk.
    """
    said = _followed(target(what, words), channel, words, anew=anew)
    none = "" if reaches else _without_a_story(what, words)
    return Message(
        text=" ".join(filter(None, [said, none])),
        facts=tuple(_facts(what, words, direct=channel.direct)),
        buttons=tuple(_buttons(what, words)) if anew and not channel.direct else (),
    )


def _without_a_story(what: Subscription, words: Words) -> str:
    if what.target.kind is TargetKind.TAG:
        return words.say("No story has that tag yet.")
    return words.say("No story is of that desk yet.")


def _followed(what: str, channel: Channel, words: Words, *, anew: bool) -> str:
    if channel.direct and anew:
        return words.say(
            "You follow {what} from now on, in your direct messages with me.", what=what
        )
    if channel.direct:
        return words.say("You follow {what} already.", what=what)
    if anew:
        return words.say("This channel follows {what} from now on.", what=what)
    return words.say("This channel follows {what} already.", what=what)


def unsubscribed(
    what: str, channel: Channel, words: Words, still: Sequence[Subscription]
) -> Message:
    """Return the answer to a wish to follow something no longer.

    Args:
        what: What was followed.
        channel: Which channel followed it.
        words: The asker's language.
        still: By what else it is heard of there.
    """
    others = ", ".join(target(each, words) for each in still)
    if channel.direct:
        said = words.say("You no longer follow {what}.", what=what)
        but = words.say("But you still hear of it, for you follow {others}.", others=others)
    else:
        said = words.say("This channel no longer follows {what}.", what=what)
        but = words.say("But it still hears of it, for it follows {others}.", others=others)
    return Message(text=f"{said} {but}" if still else said)


def subscriptions(followed: Sequence[Subscription], channel: Channel, words: Words) -> Message:
    """Return what a channel follows, with what it hears of each, and a way out."""
    title = words.say("You follow") if channel.direct else words.say("This channel follows")
    if not followed:
        hint = words.say("Nothing yet. Begin with: {example}", example="/story subscribe …")
        return Message(title=title, text=hint)
    items = tuple(
        Item(
            target(each, words),
            details=(summary(each, words),),
            buttons=(
                *_buttons(each, words),
                Button(words.say("Stop"), f"unsubscribe {each.target}"),
            ),
        )
        for each in followed
    )
    return Message(title=title, sections=(Section("", items),))


def target(subscription: Subscription, words: Words) -> str:
    """Return what is followed, as a reader would say it."""
    if subscription.target.kind is TargetKind.EVERYTHING:
        return words.say("everything")
    return str(subscription.target)


def summary(subscription: Subscription, words: Words) -> str:
    """Return in one line what a channel hears of what it follows, how early, and who is called."""
    parts = [_notices(subscription, words)]
    if Notice.REMINDERS in subscription.notices and subscription.leads:
        parts.append(words.say("heads-ups {leads}", leads=_leads(subscription.leads, words)))
    if subscription.mentions:
        parts.append(_names(subscription.mentions))
    return " · ".join(parts)


def _facts(what: Subscription, words: Words, *, direct: bool) -> list[Fact]:
    label = words.say("What you hear") if direct else words.say("What it hears")
    facts = [Fact(label, _notices(what, words))]
    if Notice.REMINDERS in what.notices and what.leads:
        facts.append(Fact(words.say("Heads-ups"), _leads(what.leads, words)))
    if what.mentions:
        facts.append(Fact(words.say("Reminders call upon"), _names(what.mentions)))
    return facts


def _notices(what: Subscription, words: Words) -> str:
    return ", ".join(words.say(said) for one, said in NOTICES.items() if one in what.notices)


def _leads(leads: Leads, words: Words) -> str:
    return ", ".join(rules.rule(one, words) for one in leads)


def _names(mentions: Sequence[Mention]) -> str:
    return " ".join(f"@{mention.name}" for mention in mentions)


def _buttons(what: Subscription, words: Words) -> list[Button]:
    """Return the one button that lets the channel hear of changes, too, or no longer."""
    if Notice.UPDATES in what.notices:
        label, wanted = words.say("No updates"), what.notices - {Notice.UPDATES}
    else:
        label, wanted = words.say("Updates too"), what.notices | {Notice.UPDATES}
    command = " ".join(["subscribe", str(what.target), *(one for one in Notice if one in wanted)])
    return [Button(label, command)] if wanted and len(command) <= LONGEST_COMMAND else []
