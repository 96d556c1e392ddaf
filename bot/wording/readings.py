"""How a reading is laid before the editors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.domain.message import Button, ButtonStyle, Field, Form, Item, Message, Section
from bot.domain.proposal import FiledReading, Proposal, ProposalKind, ProposalState, TieKind
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow, Precision
from bot.wording import dates, follow_ups, ties
from bot.wording.words import Words

ON_A_PAGE = 10
"""Proposals shown at once: their sentences fit in one message on every platform."""


class Note(StrEnum):
    """What is to be said of a reading as a whole."""

    NONE = "none"
    READ_BEFORE = "read_before"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a reading is shown.

    Attributes:
        reading: As the editors have left it so far.
        slugline: The story it is meant for.
        note: What is to be said of it as a whole.
        page: Which page, from 1; None to go by the position.
        position: The proposal whose page it is; None for the first undecided one's.
    """

    reading: FiledReading
    slugline: str
    note: Note = Note.NONE
    page: int | None = None
    position: int | None = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self.reading.proposals) // ON_A_PAGE))

    @property
    def number(self) -> int:
        """The number of the page, from 1; the nearest there is."""
        undecided = self.reading.open_proposals()
        position = self.position or (undecided[0].position if undecided else 1)
        page = self.page if self.page is not None else -(-position // ON_A_PAGE)
        return min(max(1, page), self.pages)

    @property
    def proposals(self) -> Sequence[Proposal]:
        """What stands on the page."""
        first = (self.number - 1) * ON_A_PAGE
        return self.reading.proposals[first : first + ON_A_PAGE]


def proposed(shown: Shown, words: Words, now: datetime) -> Message:
    """Return what an article proposes, each with its sentence, to keep or drop.

    Args:
        shown: The reading, and which page of it.
        words: The channel's language.
        now: Aware, in the newsroom's zone.
    """
    reading = shown.reading
    news = [p for p in shown.proposals if p.tie is None]
    parts = (
        (words.say("Expected"), [p for p in news if p.kind is ProposalKind.FOLLOW_UP]),
        (words.say("Timeline"), [p for p in news if p.kind is ProposalKind.ENTRY]),
        (words.say("Known already"), [p for p in shown.proposals if p.tie is not None]),
    )
    return Message(
        title=words.say(
            "Read for {slugline}: {headline}", slugline=shown.slugline, headline=reading.headline
        ),
        text=_text(shown, words),
        sections=tuple(
            Section(heading, tuple(_item(shown, each, words, now) for each in listed))
            for heading, listed in parts
            if listed
        ),
        buttons=(*_buttons_for_all(reading, words), *_other_pages(shown, words)),
        footnote=_footnote(shown, words, now),
        replaces=True,
    )


def nothing_found(reading: FiledReading, words: Words) -> Message:
    """Return the answer to an article of no story in which there is nothing to keep."""
    return Message(
        title=reading.headline,
        text=words.say("I found nothing that is expected, and no dated facts."),
        private=True,
    )


def which_story(
    reading: FiledReading, sluglines: Sequence[str], proposed_slugline: str, words: Words
) -> Message:
    """Return the question which story an article belongs to, the likeliest first."""
    answers = [(slugline, slugline) for slugline in sluglines]
    if proposed_slugline not in sluglines:
        label = words.say("New story: {slugline}", slugline=proposed_slugline)
        answers.append((label, proposed_slugline))
    return Message(
        title=words.say("Which story is this? {headline}", headline=reading.headline),
        text=found(reading, words),
        buttons=tuple(
            Button(
                label,
                f"file {reading.code} {slugline}",
                ButtonStyle.PLAIN if place else ButtonStyle.PRIMARY,
            )
            for place, (label, slugline) in enumerate(answers)
        ),
        footnote=words.say(
            "Or name another story, old or new: /story file {code} its-slugline",
            code=reading.code,
        ),
        replaces=True,
    )


def revision(reading: FiledReading, proposal: Proposal, words: Words, now: datetime) -> Message:
    """Return the form in which a proposal's title and window are put right."""
    which = f"{reading.code}:{proposal.position}"
    said = said_when(proposal, words, now)
    fields = (
        Field("title", words.say("What it is called"), value=proposal.title),
        Field(
            "when",
            words.say("When"),
            placeholder=words.say("next week, by Friday, 10 December at 14:00"),
            value=said,
            required=False,
        ),
    )
    title = words.say("Put right what was read")
    return Message(
        text=words.say("Write it so: /story revise {number} Friday: A better title", number=which),
        form=Form(title, "revise", {"which": which}, fields, words.say("Send")),
        private=True,
    )


def said_when(proposal: Proposal, words: Words, now: datetime) -> str:
    """Return a proposal's window as the form shows it; empty where it has none."""
    return dates.window(proposal.window, words, now) if proposal.window else ""


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


def _text(shown: Shown, words: Words) -> str:
    parts = [_noted(shown, words)]
    reading = shown.reading
    if not reading.proposals:
        parts.append(words.say("I found nothing that is expected, and no dated facts."))
    elif not reading.open_proposals():
        parts.append(words.say("Everything is decided."))
    else:
        parts.append(words.say("Keep what should be followed. Nothing is kept by itself."))
    if any(p.tie is not None and p.tie.changes for p in reading.open_proposals()):
        parts.append(words.say("What changes a follow-up is accepted one by one."))
    return " ".join(filter(None, parts))


def _noted(shown: Shown, words: Words) -> str:
    match shown.note:
        case Note.NONE:
            return ""
        case Note.READ_BEFORE:
            return words.say("This article has been read before; here is how it stands.")
        case Note.CHANGED:
            added = sum(proposal.added for proposal in shown.reading.proposals)
            if not added:
                return words.say("It has changed since it was read, and proposes nothing new.")
            return words.count(
                "It has changed since it was read: {number} new proposal.",
                "It has changed since it was read: {number} new proposals.",
                added,
            )
        case _:
            assert_never(shown.note)


def _footnote(shown: Shown, words: Words, now: datetime) -> str:
    parts = []
    if shown.pages > 1:
        first, last = shown.proposals[0].position, shown.proposals[-1].position
        parts.append(
            words.say(
                "{first}–{last} of {all}. Any can be typed: /story keep 1 3-5",
                first=first,
                last=last,
                all=len(shown.reading.proposals),
            )
        )
    if shown.reading.open_proposals():
        parts.append(_counted_from(shown.reading, words, now))
    return " · ".join(filter(None, parts))


def _counted_from(reading: FiledReading, words: Words, now: datetime) -> str:
    """Say when the article was published, from which its words of time were counted."""
    if reading.published is None:
        return ""
    if reading.published == reading.read_at:
        return words.say(
            "Read as published now. If it is older, begin the text with a line such as"
            " “Published 26 November 2025”."
        )
    published = reading.published.astimezone(now.tzinfo).date()
    return words.say("Read as published {day}.", day=dates.day(published, words, now.date()))


def _item(shown: Shown, proposal: Proposal, words: Words, now: datetime) -> Item:
    text, was, details = proposal.title, "", [_when(proposal, words, now)]
    if proposal.tie is not None:
        details.append(ties.said(proposal.tie, words))
        if proposal.tie.kind is TieKind.MOVED:
            text, was = (
                follow_ups.when(proposal.window, words, now),
                ties.was(proposal.tie, words, now),
            )
            details = [ties.said(proposal.tie, words)]
            details += [proposal.title] if proposal.title != proposal.tie.title else []
    details += [*_further(proposal, words, now), *_decided(proposal, words)]
    return Item(
        text,
        lead=str(proposal.position),
        was=was,
        details=tuple(details),
        quote="" if _is_settled(proposal) else proposal.evidence[0].sentence,
        buttons=_buttons(shown.reading, proposal, words),
    )


def _is_settled(proposal: Proposal) -> bool:
    """Whether a person has decided on it: they have read its sentence, and need it no more."""
    listed = proposal.tie is not None and proposal.tie.kind is TieKind.LISTED
    return proposal.state is not ProposalState.OPEN and not listed


def _when(proposal: Proposal, words: Words, now: datetime) -> str:
    parts = [follow_ups.when(proposal.window, words, now)]
    if proposal.occurrence is not None:
        parts.append(follow_ups.occurrence(proposal.occurrence, words))
        if proposal.window is not None and proposal.window.is_past(now):
            parts.append(words.say("has passed"))
    return " · ".join(parts)


def _further(proposal: Proposal, words: Words, now: datetime) -> tuple[str, ...]:
    """Say what the other sentences call the time of the same event, and whether it is added."""
    others = {
        dates.window(piece.window, words, now)
        for piece in proposal.evidence[1:]
        if piece.window is not None and not _is_told(piece.window, proposal.window)
    }
    added = (words.say("New since it was last read"),) if proposal.added else ()
    return (*(words.say("Also: {when}", when=said) for said in sorted(others)), *added)


def _is_told(said: EventWindow, window: EventWindow | None) -> bool:
    """Whether a window is the proposal's own, or just the day that it lies in."""
    if window is None or said == window:
        return said == window
    days = [None if each.start is None else each.start.date() for each in (said, window)]
    ends = window.end is not None and said.end is not None and window.end <= said.end
    return said.precision is Precision.DAY and days[0] == days[1] and ends


def _decided(proposal: Proposal, words: Words) -> tuple[str, ...]:
    match proposal.state:
        case ProposalState.KEPT if proposal.tie is not None:
            return ties.outcome(proposal.tie, proposal.kept_as, words)
        case ProposalState.KEPT:
            name = proposal.kept_as
            return (words.say("Kept as {name}", name=name) if name else words.say("Kept"),)
        case ProposalState.DROPPED:
            return (words.say("Not kept"),)
        case ProposalState.OPEN:
            return ()
        case _:
            assert_never(proposal.state)


def _buttons(reading: FiledReading, proposal: Proposal, words: Words) -> tuple[Button, ...]:
    if proposal.state is not ProposalState.OPEN:
        return ()
    which = f"{reading.code}:{proposal.position}"
    drop = Button(words.say("Drop"), f"discard {which}")
    if proposal.tie is not None:
        accept = Button(ties.acceptance(proposal.tie, words), f"keep {which}", ButtonStyle.PRIMARY)
        if proposal.tie.kind is TieKind.CANCELLED:
            return (accept, drop)
        return (accept, Button(words.say("Keep as new"), f"keep {which} new"), drop)
    keep = Button(words.say("Keep"), f"keep {which}", ButtonStyle.PRIMARY)
    return (keep, drop, Button(words.say("Edit"), f"revise {which}"))


def _buttons_for_all(reading: FiledReading, words: Words) -> tuple[Button, ...]:
    waiting = [p for p in reading.open_proposals() if p.tie is None or not p.tie.changes]
    buttons = []
    if waiting:
        buttons.append(Button(words.say("Keep all"), f"keep {reading.code}:all"))
    if any(p.kind is ProposalKind.ENTRY for p in waiting):
        buttons.append(Button(words.say("Keep the timeline"), f"keep {reading.code}:timeline"))
    return tuple(buttons)


def _other_pages(shown: Shown, words: Words) -> tuple[Button, ...]:
    code, number = shown.reading.code, shown.number
    buttons = []
    if number > 1:
        buttons.append(Button(words.say("Earlier"), f"proposals {code}:{number - 1}"))
    if number < shown.pages:
        buttons.append(Button(words.say("More"), f"proposals {code}:{number + 1}"))
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
