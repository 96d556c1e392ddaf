"""How a reading is laid before the editors."""

from datetime import datetime

from bot.domain.message import Button, ButtonStyle, Item, Message, Section
from bot.domain.proposal import FiledReading, Proposal, ProposalKind, ProposalState
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.wording import dates, follow_ups
from bot.wording.words import Words


def proposed(
    reading: FiledReading,
    slugline: str,
    words: Words,
    now: datetime,
    *,
    known: bool = False,
) -> Message:
    """Return what an article proposes, each with its sentence, to keep or drop.

    Args:
        reading: As the editors have left it so far.
        slugline: The story it is meant for.
        words: The channel's language.
        now: Aware, in the newsroom's zone.
        known: Whether the same article was read before.
    """
    sections = (
        _section(reading, ProposalKind.FOLLOW_UP, words.say("Expected"), words, now),
        _section(reading, ProposalKind.ENTRY, words.say("Timeline"), words, now),
    )
    return Message(
        title=words.say(
            "Read for {slugline}: {headline}", slugline=slugline, headline=reading.headline
        ),
        text=_text(reading, words, known=known),
        sections=tuple(section for section in sections if section.items),
        buttons=_buttons_for_all(reading, words),
        replaces=True,
    )


def which_story(
    reading: FiledReading, sluglines: tuple[str, ...], proposed_slugline: str, words: Words
) -> Message:
    """Return the question which story an article belongs to."""
    buttons = [Button(slugline, f"file {reading.code} {slugline}") for slugline in sluglines]
    if proposed_slugline not in sluglines:
        label = words.say("New story: {slugline}", slugline=proposed_slugline)
        new = Button(label, f"file {reading.code} {proposed_slugline}", ButtonStyle.PRIMARY)
        buttons.append(new)
    return Message(
        title=words.say("Which story is this? {headline}", headline=reading.headline),
        text=found(reading, words),
        buttons=tuple(buttons),
        replaces=True,
    )


def found(reading: FiledReading, words: Words) -> str:
    """Return in a sentence how much was found."""
    expected = sum(p.kind is ProposalKind.FOLLOW_UP for p in reading.proposals)
    return words.say(
        "{expected} and {facts} found.",
        expected=words.count("{number} expected event", "{number} expected events", expected),
        facts=words.count(
            "{number} dated fact", "{number} dated facts", len(reading.proposals) - expected
        ),
    )


def _text(reading: FiledReading, words: Words, *, known: bool) -> str:
    parts = []
    if known:
        parts.append(words.say("This article has been read before; here is how it stands."))
    if not reading.proposals:
        parts.append(words.say("I found nothing that is expected, and no dated facts."))
    elif not reading.open_proposals():
        parts.append(words.say("Everything is decided."))
    else:
        parts.append(words.say("Keep what should be followed. Nothing is kept by itself."))
    return " ".join(parts)


def _section(
    reading: FiledReading, kind: ProposalKind, heading: str, words: Words, now: datetime
) -> Section:
    listed = (p for p in reading.proposals if p.kind is kind)
    return Section(heading, tuple(_item(reading, p, words, now) for p in listed))


def _item(reading: FiledReading, proposal: Proposal, words: Words, now: datetime) -> Item:
    parts = [follow_ups.when(proposal.window, words, now)]
    if proposal.occurrence is not None:
        parts.append(follow_ups.occurrence(proposal.occurrence, words))
    return Item(
        proposal.title,
        lead=str(proposal.position),
        details=(" · ".join(parts), *_further(proposal, words, now), *_decided(proposal, words)),
        quote=proposal.evidence[0].sentence,
        buttons=_buttons(reading, proposal, words),
    )


def _further(proposal: Proposal, words: Words, now: datetime) -> tuple[str, ...]:
    """Say what the other sentences of the article call the time of the same event."""
    others = {
        dates.window(piece.window, words, now)
        for piece in proposal.evidence[1:]
        if piece.window is not None and piece.window != proposal.window
    }
    return tuple(words.say("Also: {when}", when=said) for said in sorted(others))


def _decided(proposal: Proposal, words: Words) -> tuple[str, ...]:
    match proposal.state:
        case ProposalState.KEPT:
            name = proposal.kept_as
            return (words.say("Kept as {name}", name=name) if name else words.say("Kept"),)
        case ProposalState.DROPPED:
            return (words.say("Not kept"),)
        case _:
            return ()


def _buttons(reading: FiledReading, proposal: Proposal, words: Words) -> tuple[Button, ...]:
    if proposal.state is not ProposalState.OPEN or proposal.kind is ProposalKind.ENTRY:
        return ()
    which = f"{reading.code}:{proposal.position}"
    return (
        Button(words.say("Keep"), f"keep {which}", ButtonStyle.PRIMARY),
        Button(words.say("Drop"), f"discard {which}"),
    )


def _buttons_for_all(reading: FiledReading, words: Words) -> tuple[Button, ...]:
    waiting = reading.open_proposals()
    buttons = []
    if waiting:
        buttons.append(Button(words.say("Keep all"), f"keep {reading.code}:all"))
    if any(p.kind is ProposalKind.ENTRY for p in waiting):
        buttons.append(Button(words.say("Keep the timeline"), f"keep {reading.code}:timeline"))
    return tuple(buttons)


def found_in(reading: Reading, words: Words, now: datetime) -> Message:
    """Return what a reading found, as it is printed where nobody can keep anything of it."""
    sections = (
        Section(words.say("Expected"), tuple(_line(one, words, now) for one in reading.follow_ups)),
        Section(words.say("Timeline"), tuple(_line(one, words, now) for one in reading.timeline)),
    )
    empty = words.say("I found nothing that is expected, and no dated facts.")
    shown = tuple(section for section in sections if section.items)
    return Message(title=reading.headline or "", text="" if shown else empty, sections=shown)


def _line(one: ProposedFollowUp | ProposedEntry, words: Words, now: datetime) -> Item:
    parts = [follow_ups.when(one.window, words, now)]
    if isinstance(one, ProposedFollowUp):
        parts.append(follow_ups.occurrence(one.occurrence, words))
    return Item(one.title, details=(" · ".join(parts),), quote=one.evidence[0].sentence)
