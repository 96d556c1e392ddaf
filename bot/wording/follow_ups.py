"""How a follow-up is said: its line in a list, its outcome, what can be done with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.domain.coverage import Coverage
from bot.domain.embargo import Embargoed, lifts_at
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.language import translatable
from bot.domain.message import Button, ButtonStyle, Item, Message, Section, Shown, Tone
from bot.domain.occurrence import Occurrence
from bot.domain.series import Series
from bot.domain.window import EventWindow, Precision
from bot.wording import dates, rules
from bot.wording.words import Words

OCCURRENCES = {
    Occurrence.PLANNED_ONLY: translatable("planned only"),
    Occurrence.HIGHLY_UNCERTAIN: translatable("highly uncertain"),
    Occurrence.MAY_OCCUR: translatable("may happen"),
    Occurrence.HIGHLY_LIKELY: translatable("expected"),
    Occurrence.CERTAIN: translatable("confirmed"),
    Occurrence.CANCELLED: translatable("cancelled"),
}

COVERAGES = {
    Coverage.INTENDED: translatable("we cover it"),
    Coverage.NOT_DECIDED: translatable("coverage undecided"),
    Coverage.NOT_INTENDED: translatable("we don’t cover it"),
    Coverage.UPON_REQUEST: translatable("covered on request"),
}


def occurrence(sureness: Occurrence, words: Words) -> str:
    """Return how sure an event is: "ventet", "bekreftet"."""
    return words.say(OCCURRENCES[sureness])


def when(span: EventWindow | None, words: Words, now: datetime) -> str:
    """Return a window, or that there is none."""
    return dates.window(span, words, now) if span else words.say("no date")


def standing(follow_up: FollowUp, words: Words, now: datetime) -> str:
    """Return in a word or two how a follow-up stands: "på overtid", "utsatt", "bekreftet"."""
    match follow_up.state:
        case FollowUpState.EXPECTED if follow_up.is_lapsed(now):
            return words.say("lapsed: nobody answered")
        case FollowUpState.EXPECTED if follow_up.is_overdue(now):
            return words.say("overdue")
        case FollowUpState.EXPECTED:
            return occurrence(follow_up.occurrence, words)
        case FollowUpState.HAPPENED:
            return words.say("happened")
        case FollowUpState.POSTPONED:
            return words.say("postponed, no new date")
        case FollowUpState.CANCELLED:
            return words.say("cancelled")
        case FollowUpState.DROPPED:
            return words.say("no longer followed")
        case _:
            assert_never(follow_up.state)


def embargo(thing: Embargoed, words: Words, now: datetime) -> str:
    """Return the mark of what is under embargo: "🔒 Sperrefrist til fredag 28. november kl. 06.00".

    Empty where it is under none.
    """
    until = _lift(thing, words, now)
    return words.say("🔒 Embargo until {when}", when=until) if until else ""


def _lift(thing: Embargoed, words: Words, now: datetime) -> str:
    lift = lifts_at(thing, now)
    return dates.day_and_clock(lift.astimezone(now.tzinfo), words, now.date()) if lift else ""


def item(follow_up: FollowUp, words: Words, now: datetime) -> Item:
    """Return a follow-up as a line of a list."""
    parts = [standing(follow_up, words, now)]
    if follow_up.state is not FollowUpState.POSTPONED:
        parts.insert(0, when(follow_up.window, words, now))
    if follow_up.coverage is not Coverage.NOT_DECIDED:
        parts.append(words.say(COVERAGES[follow_up.coverage]))
    if follow_up.repeats and not follow_up.has_ended:
        parts.append(follow_up.repeats)
    parts.extend(follow_up.assignees)
    details = [*filter(None, [embargo(follow_up, words, now)]), " · ".join(parts)]
    if follow_up.note:
        details.append(follow_up.note)
    return Item(
        follow_up.title,
        lead=f"#{follow_up.number}",
        details=tuple(details),
        shows=shown(follow_up),
    )


def shown(follow_up: FollowUp) -> Shown:
    """Return what a line or a card notes of the follow-up that it shows."""
    return Shown(follow_up.id, follow_up.version, follow_up.name)


def since(line: Item, before: FollowUp, after: FollowUp, words: Words, now: datetime) -> Item:
    """Return a line struck through, with the outcome or the new date beside it.

    Args:
        line: As it was said.
        before: The follow-up as the line shows it.
        after: As it stands.
        words: The reader's language.
        now: Aware, in the reader's zone.
    """
    said = standing(after, words, now)
    if after.state is FollowUpState.EXPECTED and after.window != before.window:
        said = words.say("moved to {when}", when=when(after.window, words, now))
    note = after.note if after.note != before.note else ""
    return Item(
        said,
        lead=lead(line, before, after),
        was=line.text if after.title == before.title else after.title,
        details=(note,) if note else (),
        shows=shown(after),
    )


def lead(line: Item, before: FollowUp | None, after: FollowUp) -> str:
    """Return what a follow-up is called in a line: in a list of its own story by its number."""
    has_left = before is not None and before.story_id != after.story_id
    short = f"#{after.number}"
    return short if line.lead == short and not has_left else after.name


def outcome_buttons(follow_up: FollowUp, words: Words) -> tuple[Button, ...]:
    """Return what can be done with a follow-up that is still open; nothing where it has ended."""
    if follow_up.has_ended:
        return ()
    name = follow_up.name
    hourly = follow_up.window is not None and follow_up.window.precision is Precision.MINUTE
    later = words.say("Remind me in an hour") if hourly else words.say("Remind me tomorrow")
    return (
        Button(words.say("Happened"), f"happened {name}", ButtonStyle.PRIMARY),
        Button(words.say("Postponed"), f"postpone {name}"),
        Button(words.say("Cancelled"), f"cancel {name}", ButtonStyle.DANGER),
        Button(later, f"snooze {name} {'1h' if hourly else '1d'}"),
    )


def when_line(follow_up: FollowUp, words: Words, now: datetime) -> Item:
    """Return the line that says when, the window it had before struck through."""
    moved = follow_up.was is not None and follow_up.was != follow_up.window
    was = dates.window(follow_up.was, words, now) if moved and follow_up.was else ""
    return Item(when(follow_up.window, words, now), lead=words.say("When"), was=was)


def card(follow_up: FollowUp, words: Words, now: datetime) -> tuple[Item, ...]:
    """Return the lines that say all of a follow-up below its title."""
    lines = [
        *_embargo_line(follow_up, words, now),
        when_line(follow_up, words, now),
        Item(standing(follow_up, words, now), lead=words.say("Status")),
    ]
    if follow_up.repeats:
        lines.append(Item(follow_up.repeats, lead=words.say("Series")))
    if follow_up.note:
        lines.append(Item(follow_up.note, lead=words.say("Note")))
    if follow_up.coverage is not Coverage.NOT_DECIDED:
        covered = words.say(COVERAGES[follow_up.coverage])
        lines.append(Item(covered, lead=words.say("Coverage")))
    if follow_up.assignees:
        lead = words.say("On it") if follow_up.taken_by else words.say("Assigned to")
        lines.append(Item(", ".join(follow_up.assignees), lead=lead))
    if follow_up.ladder and not follow_up.has_ended:
        own = ", ".join(rules.rule(one, words) for one in follow_up.ladder)
        lines.append(Item(own, lead=words.say("Heads-ups")))
    if follow_up.evidence:
        source = (follow_up.source,) if follow_up.source else ()
        sentence = follow_up.evidence[0].sentence
        lines.append(Item("", lead=words.say("From"), details=source, quote=sentence))
    return tuple(lines)


def _embargo_line(follow_up: FollowUp, words: Words, now: datetime) -> Iterator[Item]:
    until = _lift(follow_up, words, now)
    if until:
        yield Item(words.say("until {when}", when=until), lead=words.say("🔒 Embargo"))


def changed(
    follow_up: FollowUp, words: Words, now: datetime, other: EventWindow | None = None
) -> Message:
    """Return the answer to a command that made or changed a follow-up.

    Args:
        follow_up: As it stands after the change.
        words: The asker's language.
        now: Aware, in the newsroom's zone.
        other: What the words of time might have meant instead; offered as a button.
    """
    text = ""
    buttons: tuple[Button, ...] = ()
    if other is not None:
        said = dates.window(other, words, now)
        text = words.say("The words could also mean {when}.", when=said)
        move = f"move {follow_up.name} {other.code()}"
        buttons = (Button(words.say("Make it {when}", when=said), move),)
    return Message(
        title=f"{follow_up.name}: {follow_up.title}",
        text=text,
        tone=Tone.GOOD if follow_up.state is FollowUpState.HAPPENED else Tone.PLAIN,
        sections=(Section("", card(follow_up, words, now)),),
        buttons=buttons,
        follow_up_id=follow_up.id,
        card=shown(follow_up),
    )


def with_series_going_on(message: Message, follow_up: FollowUp, words: Words) -> Message:
    """Return the answer to the end of one time of a series, with how to end them all."""
    hint = words.say(
        "The series goes on. To end it: {example}", example=f"/story stop {follow_up.name}"
    )
    return _with_hint(message, hint)


def with_story_taken_up(message: Message, slugline: str, words: Words) -> Message:
    """Return the answer to what is expected of a closed story, which that opens again."""
    return _with_hint(
        message, words.say("{slugline} was closed, and is open again.", slugline=slugline)
    )


def with_day_it_was(message: Message, window: EventWindow, words: Words, now: datetime) -> Message:
    """Return the answer to what happened at another time than was expected, with that time."""
    said = dates.window(window, words, now)
    return _with_hint(message, words.say("In the timeline under {when}.", when=said))


def _with_hint(message: Message, hint: str) -> Message:
    return replace(message, text=" ".join(filter(None, [message.text, hint])))


def taken(follow_up: FollowUp, words: Words) -> Message:
    """Return the answer to somebody who is on it."""
    return Message(
        text=words.say(
            "{who} is on it: I don’t escalate {name} any more.",
            who=follow_up.taken_by,
            name=follow_up.name,
        ),
        follow_up_id=follow_up.id,
    )


def series_ended(named: FollowUp, series: Series, words: Words) -> Message:
    """Return the answer to the end of a series."""
    return Message(
        title=f"{named.name}: {series.title}",
        text=words.say("The series has ended: nothing more comes of “{said}”.", said=series.said),
        follow_up_id=named.id,
    )


def snoozed(follow_up: FollowUp, until: datetime, words: Words, now: datetime) -> Message:
    """Return the answer to a wish to be reminded later."""
    said = dates.day_and_clock(until, words, now.date())
    return Message(
        text=words.say("{name}: I remind you again {when}.", name=follow_up.name, when=said),
        private=True,
        follow_up_id=follow_up.id,
    )
